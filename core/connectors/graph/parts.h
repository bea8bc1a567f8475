// A message that leaves in several parts, one after another.
//
// Only the LAST part carries our reference itself: when a platform brings that back, the whole
// message is with it, and an unsure send is never taken for a complete one because of its first
// part. An earlier part carries "<reference>#<part>", by which it is known as the message's. Pure.
#pragma once

#include "core/domain/outgoing.h"

#include <QString>

#include <vector>

namespace comanda::graph {

// What part number `part` (from 1) of `parts` carries.
[[nodiscard]] QString partReference(const QString& reference, std::size_t part, std::size_t parts);

// Whose part it is that brought this back.
struct PartReference {
    QString reference; // of the message
    bool last = true;  // or the only one
};
[[nodiscard]] PartReference partFrom(const QString& carried);

// Buttons that the platform would refuse are written out; the customer answers in words.
[[nodiscard]] QString withChoices(const QString& text, const std::vector<Button>& buttons);

} // namespace comanda::graph
