// What sets a message of ours apart from plain words, kept with it so that the chat shows it and a
// later try says it in the same way.
#pragma once

#include "core/store/rows.h"

#include <QStringList>

namespace comanda::store {

struct Manner {
    std::optional<TemplateUse> templated;
    QStringList choices; // titles of the buttons
    bool asksNumber = false;
};

[[nodiscard]] Manner mannerOf(const Outgoing& outgoing);
[[nodiscard]] QString mannerJson(const Manner& manner); // empty: plain words
[[nodiscard]] Manner mannerFrom(const QString& json);

} // namespace comanda::store
