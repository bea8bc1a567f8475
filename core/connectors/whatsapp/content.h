// What stands inside one message, by its type: text, media, carts, buttons and the rest. The same
// object is found in messages, echoes, imported history and inside an edit.
#pragma once

#include "core/domain/event.h"

#include <QJsonObject>

namespace comanda::whatsapp {

// Sets kind, text, payload, attachments and cart of `event` from `message`, whose type is
// message["type"]. A type that we do not know, or one whose body is missing, becomes a visible
// attachment of type Unsupported: a person wrote something. Never sets ids, keys or times.
void readContent(const QJsonObject& message, Event& event);

// The customer's own number in the answer to our asking for it ("origin": "contact_request");
// empty: it is none, or a card of somebody else.
[[nodiscard]] QString ownNumberIn(const QJsonObject& message);

} // namespace comanda::whatsapp
