// What stands inside one message: words, files, cards, links, and what we cannot show.
#pragma once

#include "core/domain/event.h"

#include <QJsonObject>

namespace comanda::signal {

// Sets text and attachments of `event` from a "dataMessage"; false if there is nothing in it that a
// person said. What we do not know becomes a visible attachment of type Unsupported, with the
// platform's word for it. Never sets ids, keys or times.
[[nodiscard]] bool readContent(const QJsonObject& data, Event& event);

} // namespace comanda::signal
