// Telephone numbers as people write them and as platforms write them.
#pragma once

#include <QString>

namespace comanda {

// The digits that a number ends with, whatever stands before them: finds what may be the same.
// Empty where there are too few to tell anything.
constexpr int kNumberTail = 8;
[[nodiscard]] QString numberTail(QStringView number);

// Whether both reach the same telephone. `region`: ISO 3166, of the shop; a number without a
// country's code is one of there. Platforms leave the plus away, and some countries' numbers come
// in two forms (the ninth digit of Brazil, the 1 of Mexico, the 9 of Argentina).
[[nodiscard]] bool isSameNumber(const QString& one, const QString& other, const QString& region);

// The region of an IANA time zone; empty: not known.
[[nodiscard]] QString regionOf(const QString& timezone);

} // namespace comanda
