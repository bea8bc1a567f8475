#include "core/connectors/whatsapp/system.h"

#include "core/base/json.h"

namespace comanda::whatsapp {
namespace {

using namespace Qt::StringLiterals;

Person newPerson(const QJsonObject& system) {
    QString number = idText(system.value(u"wa_id"_s));
    if (number.isEmpty()) {
        number = idText(system.value(u"new_wa_id"_s)); // older payloads
    }
    return personOf(number, idText(system.value(u"user_id"_s)));
}

// Both numbers or both user ids are needed for a change; the same one twice is none.
void noteChange(Event& event, const QString& kind, const QString& was, const QString& is) {
    if (!was.isEmpty() && !is.isEmpty() && was != is) {
        event.formerIds.insert(kind, was);
    }
}

} // namespace

void readSystem(const QJsonObject& message, const Person& person, Event& event) {
    event.kind = EventKind::Ignored;
    if (message.value(u"type"_s).toString() == "request_welcome"_L1) {
        event.reason = u"request_welcome: the customer opened the chat for the first time"_s;
        return;
    }
    const QJsonObject system = message.value(u"system"_s).toObject();
    event.reason = u"system: "_s + textIn(system, u"type").value_or(u"of an unknown type"_s);
    const Person now = newPerson(system);
    if (now.key().isEmpty() || event.ids.isEmpty() == !event.conversationKey.isEmpty()) {
        return; // nothing changed, or it happened in a group
    }
    noteChange(event, u"phone"_s, person.phone, now.phone);
    noteChange(event, u"bsuid"_s, person.bsuid, now.bsuid);
    Person merged = person;
    if (!now.phone.isEmpty()) {
        merged.phone = now.phone;
    }
    if (!now.bsuid.isEmpty()) {
        merged.bsuid = now.bsuid;
    }
    event.ids = merged.ids();
    event.conversationKey = merged.key();
}

Event readUserIdUpdate(const QJsonValue& json, const QString& account) {
    const QJsonObject update = json.toObject();
    const QJsonObject userId = update.value(u"user_id"_s).toObject();
    const QString previous = idText(userId.value(u"previous"_s));
    const QString current = idText(userId.value(u"current"_s));
    if (current.isEmpty()) {
        return ignored(account, u"user_id_update without the new id"_s);
    }
    const Person person = personOf(idText(update.value(u"wa_id"_s)), current);
    Event event = ignored(account, u"user_id_update: the customer has a new id"_s);
    event.timestamp = timeFrom(update.value(u"timestamp"_s));
    event.conversationKey = person.key();
    event.ids = person.ids();
    noteChange(event, u"bsuid"_s, previous, current);
    event.eventKey = u"u:"_s + previous + u':' + current;
    return event;
}

Event readPreference(const QJsonValue& json, const QString& account) {
    const QJsonObject preference = json.toObject();
    const Person person =
        personOf(idText(preference.value(u"wa_id"_s)), idText(preference.value(u"user_id"_s)));
    Event event =
        ignored(account, u"user_preferences: "_s + preference.value(u"category"_s).toString() + u' '
                             + preference.value(u"value"_s).toString());
    event.timestamp = timeFrom(preference.value(u"timestamp"_s));
    event.conversationKey = person.key();
    event.ids = person.ids();
    return event;
}

} // namespace comanda::whatsapp
