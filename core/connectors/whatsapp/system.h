// What WhatsApp itself tells about a customer: a changed number or user id, a first contact.
// Nothing of it is shown as a message; its effect is in ids and formerIds.
#pragma once

#include "core/connectors/whatsapp/identity.h"
#include "core/domain/event.h"

#include <QJsonValue>

namespace comanda::whatsapp {

// Of a message of type "system" or "request_welcome". `person` is who it came from: after a change
// of number that is the OLD one.
void readSystem(const QJsonObject& message, const Person& person, Event& event);
// Of user_id_update[]: a business-scoped id was replaced.
[[nodiscard]] Event readUserIdUpdate(const QJsonValue& json, const QString& account);
// Of user_preferences[]: marketing stopped or resumed.
[[nodiscard]] Event readPreference(const QJsonValue& json, const QString& account);

} // namespace comanda::whatsapp
