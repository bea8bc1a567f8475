// What stands inside a comment or a visitor's post: its words, pictures and links.
#pragma once

#include "core/domain/event.h"

#include <QJsonObject>

namespace comanda::facebook {

// Sets text and attachments of `event`, whose kind says whether it is new or an edit. Something
// new without any content becomes a visible attachment of type Unsupported: a person did something.
// Never sets ids, keys or times.
void readContent(const QJsonObject& item, Event& event);

} // namespace comanda::facebook
