// One message object as one event: who, when, which key, and what stands in it.
#pragma once

#include "core/connectors/whatsapp/identity.h"
#include "core/domain/event.h"

#include <QJsonValue>

namespace comanda::whatsapp {

// What the value around the messages says.
struct Surroundings {
    QString account;        // phone number id
    QString businessNumber; // our own, digits only; empty: not said
    People people{QJsonArray()};
    bool history = false;    // imported from before we were connected
    QString threadId;        // of imported history: whose conversation it is
    bool mediaLater = false; // this is the media of a message imported before as a placeholder
};

// From `messages[]` of a value or of a history thread. There, what the business wrote itself is
// Direction::Out.
[[nodiscard]] Event readMessage(const QJsonValue& json, const Surroundings& around);
// From `message_echoes[]`: what the business wrote in the phone's app.
[[nodiscard]] Event readEcho(const QJsonValue& json, const Surroundings& around);

} // namespace comanda::whatsapp
