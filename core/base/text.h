// Text that strangers wrote: made safe to lay out, to search and to use as a file name.
#pragma once

#include <QString>
#include <QStringList>

#include <initializer_list>

namespace comanda {

constexpr qsizetype kShownTextMax = 4096; // UTF-16 units that are ever laid out at once
constexpr int kCombiningMarksMax = 4;     // on one base character

// Folded for search: lower case, no accents, compatibility forms and full width made plain.
[[nodiscard]] QString fold(QStringView text);
// The folded words of a text, in order, at most `limit`.
[[nodiscard]] QStringList foldedWords(QStringView text, int limit = 2000);

// For the screen: control and bidi characters and lone surrogates neutralised, runs of combining
// marks cut, at most `limit` units ("…" marks the cut). Line breaks stay.
[[nodiscard]] QString displayText(QStringView text, qsizetype limit = kShownTextMax);
// The same on one line, without invisible characters, trimmed: for names and previews. Empty if
// nothing of it would be seen.
[[nodiscard]] QString displayLine(QStringView text, qsizetype limit = 200);
// The first, as it is, that shows anything on a line; else empty. Strangers name themselves with
// blanks that no isEmpty() knows.
[[nodiscard]] QString firstShown(std::initializer_list<QString> texts);

// A name that every file system takes: no separators, no reserved names, no trailing dots, at most
// 120 units; "file" if nothing is left.
[[nodiscard]] QString safeFileName(QStringView name);

// Cuts at most `limit` UTF-16 units without splitting a grapheme.
[[nodiscard]] QString cutAtGrapheme(QStringView text, qsizetype limit);

} // namespace comanda
