#include "core/connectors/signal/message.h"

#include "core/base/json.h"
#include "core/connectors/signal/content.h"

namespace comanda::signal {
namespace {

using namespace Qt::StringLiterals;

QString groupOf(const QJsonObject& data) {
    const QJsonObject info = data.value(u"groupInfo"_s).toObject();
    const QJsonObject second = data.value(u"groupV2"_s).toObject(); // as older versions say it
    const QString other = idText(data.value(u"groupId"_s));
    return textIn(info, u"groupId").value_or(textIn(second, u"id").value_or(other));
}

// A note to ourselves is no person's; those who are in a group are known by their own messages.
QMap<QString, QString> idsFor(const Header& header, const QString& group) {
    const bool nobody = header.peer.is(header.account) || header.peer == header.author;
    if (!header.out) {
        return header.author.ids();
    }
    return group.isEmpty() && !nobody ? header.peer.ids() : QMap<QString, QString>();
}

Event begin(const QJsonObject& data, const Header& header) {
    Event event;
    event.kind = EventKind::Message;
    event.account = header.account;
    event.direction = header.out ? Direction::Out : Direction::In;
    event.senderId = header.author.key();
    event.senderName = header.author.name;
    const QString group = groupOf(data);
    event.conversationKey = group.isEmpty() ? header.peer.key() : group;
    event.ids = idsFor(header, group);
    const QString own = millisIn(data, u"timestamp");
    const QString millis = own.isEmpty() ? header.millis : own;
    event.timestamp = timeFrom(millis);
    event.externalId = messageId(header.author, millis, header.account);
    if (!event.externalId.isEmpty()) {
        event.eventKey = u"m:"_s + event.senderId + u':' + millis;
    }
    return event;
}

// nullopt: it can be stored.
std::optional<Event> refuse(const Event& event) {
    if (event.senderId.isEmpty()) {
        return ignored(event.account, u"a message without a sender"_s);
    }
    if (event.eventKey.isEmpty()) {
        return ignored(event.account, u"a message without a time"_s);
    }
    if (event.conversationKey.isEmpty()) {
        return ignored(event.account, u"a message of our own that does not say to whom"_s);
    }
    return std::nullopt;
}

void addUnsupported(const QString& what, Event& event) {
    Attachment attachment;
    attachment.what = what;
    event.attachments.push_back(std::move(attachment));
}

QString targetIn(const QJsonObject& json, const QString& person, QStringView time,
                 const Header& header) {
    return messageId(personIn(json, person), millisIn(json, time), header.account);
}

void addQuote(const QJsonObject& data, const Header& header, Event& event) {
    event.replyTo = targetIn(data.value(u"quote"_s).toObject(), u"author"_s, u"id", header);
    if (event.replyTo.isEmpty()) {
        event.replyTo = targetIn(data.value(u"storyContext"_s).toObject(), u"author"_s,
                                 u"sentTimestamp", header);
    }
    event.targetId = event.replyTo;
}

Event readReaction(const QJsonObject& reaction, Event event, const Header& header) {
    const bool takenBack = reaction.value(u"isRemove"_s).toBool();
    const QString emoji = reaction.value(u"emoji"_s).toString();
    event.targetId = targetIn(reaction, u"targetAuthor"_s, u"targetSentTimestamp", header);
    if (event.targetId.isEmpty() || (emoji.isEmpty() && !takenBack)) {
        addUnsupported(u"reaction"_s, event);
        return event;
    }
    event.kind = EventKind::Reaction;
    event.text = takenBack ? QString() : emoji;
    event.hasText = true;
    event.eventKey = u"r:"_s + event.targetId + event.eventKey.mid(1); // ":<sender>:<ms>"
    return event;
}

Event readDeletion(const QString& target, const QString& what, Event event) {
    event.targetId = target;
    if (target.isEmpty()) {
        addUnsupported(what, event);
        return event;
    }
    event.kind = EventKind::Delete;
    event.eventKey = u"d:"_s + target;
    return event;
}

// Why a message says nothing.
QString serviceWords(const QJsonObject& data) {
    if (data.value(u"isExpirationUpdate"_s).toBool()) {
        return u"the time after which messages disappear was changed"_s;
    }
    if (data.value(u"endSession"_s).toBool()) {
        return u"the session was renewed"_s;
    }
    const QString type = data.value(u"groupInfo"_s).toObject().value(u"type"_s).toString().left(64);
    return type.isEmpty() || type == "DELIVER"_L1 ? u"a message with nothing in it"_s
                                                  : u"a group: "_s + type;
}

} // namespace

Event notice(const Header& header, const QString& reason) {
    Event event = ignored(header.account, reason);
    event.eventKey = header.noticeKey;
    event.conversationKey = header.peer.key();
    event.senderId = header.author.key();
    event.senderName = header.author.name;
    event.timestamp = timeFrom(header.millis);
    return event;
}

Event readData(const QJsonObject& data, const Header& header) {
    Event event = begin(data, header);
    if (auto refused = refuse(event)) {
        return *refused;
    }
    const QJsonValue reaction = data.value(u"reaction"_s);
    if (reaction.isObject()) {
        return readReaction(reaction.toObject(), std::move(event), header);
    }
    const QJsonValue deletion = data.value(u"remoteDelete"_s);
    if (deletion.isObject()) {
        const QString millis = millisIn(deletion.toObject(), u"timestamp");
        return readDeletion(messageId(header.author, millis, header.account), u"remoteDelete"_s,
                            std::move(event));
    }
    const QJsonValue byAdmin = data.value(u"adminDelete"_s);
    if (byAdmin.isObject()) {
        const QString target =
            targetIn(byAdmin.toObject(), u"targetAuthor"_s, u"targetSentTimestamp", header);
        return readDeletion(target, u"adminDelete"_s, std::move(event));
    }
    addQuote(data, header, event);
    if (readContent(data, event)) {
        return event;
    }
    Event nothing = notice(header, serviceWords(data));
    nothing.conversationKey = event.conversationKey;
    nothing.timestamp = event.timestamp;
    return nothing;
}

Event readEdit(const QJsonObject& edit, const Header& header) {
    const QJsonObject data = edit.value(u"dataMessage"_s).toObject();
    Event event = begin(data, header);
    const QString target = millisIn(edit, u"targetSentTimestamp");
    if (auto refused = refuse(event)) {
        return *refused;
    }
    addQuote(data, header, event);
    const bool written = readContent(data, event);
    event.targetId = messageId(header.author, target, header.account);
    if (!written || event.targetId.isEmpty()) {
        return ignored(header.account, u"an edit without its message or what it changes"_s);
    }
    event.kind = EventKind::Edit;
    event.hasText = true; // a caption may have been taken away
    event.eventKey = u"e:"_s + event.targetId + u':' + event.eventKey.section(u':', -1);
    return event;
}

Event readUnsupported(const QJsonObject& json, const QString& what, const Header& header) {
    Event event = begin(json, header);
    if (auto refused = refuse(event)) {
        return *refused;
    }
    addUnsupported(what, event);
    return event;
}

} // namespace comanda::signal
