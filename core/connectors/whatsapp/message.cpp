#include "core/connectors/whatsapp/message.h"

#include "core/base/json.h"
#include "core/connectors/whatsapp/content.h"
#include "core/connectors/whatsapp/system.h"

namespace comanda::whatsapp {
namespace {

using namespace Qt::StringLiterals;

QString seconds(const Event& event) {
    return event.timestamp ? QString::number(toMillis(*event.timestamp) / 1000) : QString();
}

// The keys of contracts.md. An edit, deletion or reaction without what its key needs is known by
// its own message id, which is just as unique.
QString keyOf(const Event& event, const Surroundings& around) {
    const QString time = seconds(event);
    switch (event.kind) {
    case EventKind::Edit:
        return u"e:"_s + event.targetId + u':' + (time.isEmpty() ? event.externalId : time);
    case EventKind::Delete:
        return u"d:"_s + event.targetId;
    case EventKind::Reaction:
        return u"r:"_s + event.targetId + u':' + event.senderId + u':'
               + (time.isEmpty() ? event.externalId : time);
    case EventKind::Message:
    case EventKind::Order:
    case EventKind::Postback:
    case EventKind::Comment:
    case EventKind::Status:
    case EventKind::Read:
    case EventKind::Ignored:
        break;
    }
    return u"m:"_s + event.externalId + (around.mediaLater ? u":media"_s : QString());
}

void addContext(const QJsonObject& message, Event& event) {
    const QString quoted = idText(message.value(u"context"_s).toObject().value(u"id"_s));
    if (quoted.isEmpty()) {
        return; // forwarded messages have a context without an id
    }
    event.replyTo = quoted;
    if (event.targetId.isEmpty()) {
        event.targetId = quoted;
    }
}

Event begin(const QJsonObject& message, const Surroundings& around) {
    Event event;
    event.account = around.account;
    event.externalId = idText(message.value(u"id"_s));
    event.timestamp = timeFrom(message.value(u"timestamp"_s));
    event.history = around.history;
    return event;
}

// A group is a conversation of its own. None of the sender's ids may be attached to it: they would
// draw the group and the person's own chat into one.
void address(const QJsonObject& message, const Person& person, Event& event) {
    const QString group = idText(message.value(u"group_id"_s));
    if (group.isEmpty()) {
        event.conversationKey = person.key();
        event.ids = person.ids();
    } else {
        event.conversationKey = group;
    }
}

Event malformed(const Surroundings& around, const QString& reason) {
    return ignored(around.account, reason);
}

Event readOutgoing(const QJsonObject& message, const Surroundings& around) {
    Event event = begin(message, around);
    event.direction = Direction::Out;
    event.senderId = idText(message.value(u"from"_s));
    Person person =
        personOf(idText(message.value(u"to"_s)), idText(message.value(u"to_user_id"_s)));
    if (person.key().isEmpty() && !around.threadId.isEmpty()) {
        person = personOf(around.threadId, {});
    }
    address(message, around.people.complete(std::move(person)), event);
    if (event.conversationKey.isEmpty()) {
        return malformed(around, u"a message of our own that does not say to whom"_s);
    }
    readContent(message, event);
    addContext(message, event);
    event.eventKey = keyOf(event, around);
    if (around.mediaLater) {
        event.externalId.clear(); // else it is taken for an echo of its own placeholder
    }
    return event;
}

Event readIncoming(const QJsonObject& message, const Surroundings& around) {
    Event event = begin(message, around);
    Person person =
        personOf(idText(message.value(u"from"_s)), idText(message.value(u"from_user_id"_s)));
    if (person.key().isEmpty() && !around.threadId.isEmpty()) {
        person = personOf(around.threadId, {});
    }
    person = around.people.complete(std::move(person));
    address(message, person, event);
    event.senderId = person.key();
    event.senderName = person.name;
    const QString type = message.value(u"type"_s).toString();
    if (type == "system"_L1 || type == "request_welcome"_L1) {
        readSystem(message, person, event);
        event.eventKey = u"m:"_s + event.externalId;
        return event;
    }
    if (event.conversationKey.isEmpty()) {
        return malformed(around, u"a message without a sender"_s);
    }
    readContent(message, event);
    const QString shared = ownNumberIn(message);
    if (!shared.isEmpty() && !event.ids.isEmpty() && !event.ids.contains(u"phone"_s)) {
        event.ids.insert(u"phone"_s, shared);
    }
    addContext(message, event);
    event.eventKey = keyOf(event, around);
    return event;
}

bool isOurs(const QJsonObject& message, const Surroundings& around) {
    const QString from = digitsOf(idText(message.value(u"from"_s)));
    if (!around.businessNumber.isEmpty() && from == around.businessNumber) {
        return true;
    }
    return !idText(message.value(u"to"_s)).isEmpty()
           || !idText(message.value(u"to_user_id"_s)).isEmpty();
}

// nullopt: it can be read.
std::optional<Event> refuse(const QJsonValue& json, const Surroundings& around) {
    if (!json.isObject()) {
        return malformed(around, u"a message is not a readable object"_s);
    }
    if (idText(json.toObject().value(u"id"_s)).isEmpty()) {
        return malformed(around, u"a message without an id"_s);
    }
    return std::nullopt;
}

} // namespace

Event readMessage(const QJsonValue& json, const Surroundings& around) {
    if (auto refused = refuse(json, around)) {
        return *refused;
    }
    const QJsonObject message = json.toObject();
    return around.history && isOurs(message, around) ? readOutgoing(message, around)
                                                     : readIncoming(message, around);
}

Event readEcho(const QJsonValue& json, const Surroundings& around) {
    if (auto refused = refuse(json, around)) {
        return *refused;
    }
    return readOutgoing(json.toObject(), around);
}

} // namespace comanda::whatsapp
