#include "core/connectors/telegram/read.h"

#include "core/base/json.h"
#include "core/connectors/telegram/content.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace comanda::telegram {
namespace {

using namespace Qt::StringLiterals;

struct Context {
    QString account;
    const Owners& owners;
    QString updateId; // empty: none
};

Event ignoredUpdate(const Context& context, const QString& reason) {
    Event event = ignored(context.account, reason);
    if (!context.updateId.isEmpty()) {
        event.eventKey = u"u:"_s + context.updateId;
    }
    return event;
}

QString nameOf(const QJsonObject& person) { // of a User or a Chat
    const QString name =
        (person.value("first_name"_L1).toString() + u' ' + person.value("last_name"_L1).toString())
            .trimmed();
    return name.isEmpty() ? person.value("title"_L1).toString() : name;
}

Address addressOf(const QJsonObject& message) {
    return {message.value("business_connection_id"_L1).toString(),
            numberText(message.value("chat"_L1).toObject().value("id"_L1))};
}

// The bot's chat with a person and the owner's are two: each has its own numbers of messages, and
// where one may be written to the other may not. So their ids are of two kinds, which join the
// chats of an owner's successive connections and never the bot's with the owner's.
QMap<QString, QString> idsOf(const QJsonObject& person, const Address& address) {
    QMap<QString, QString> ids;
    const QString id = numberText(person.value("id"_L1));
    if (!id.isEmpty()) {
        ids.insert(address.business.isEmpty() ? u"telegram"_s : u"telegram_business"_s, id);
    }
    if (const auto name = textIn(person, u"username")) {
        ids.insert(u"username"_s, *name);
    }
    return ids;
}

// "<business connection or ->:<chat>:<message>": what makes a message id unique.
QString place(const Address& address, const QString& message) {
    return (address.business.isEmpty() ? u"-"_s : address.business) + u':' + address.chat + u':'
           + message;
}

bool fromBusiness(const QJsonObject& message, const Address& address, const QString& sender,
                  const Owners& owners) {
    if (address.business.isEmpty()) {
        return false;
    }
    return message.contains("sender_business_bot"_L1)
           || sender == owners.value(address.business, u"-"_s)
           || (!sender.isEmpty() && sender != address.chat);
}

void addSender(const QJsonObject& message, const Address& address, const Context& context,
               Event& event) {
    QJsonObject sender = message.value("from"_L1).toObject();
    if (sender.isEmpty() || message.contains("sender_chat"_L1)) {
        sender = message.value("sender_chat"_L1).toObject(); // an anonymous admin of a group
    }
    if (sender.isEmpty() && !address.chat.startsWith(u'-')) {
        sender = message.value("chat"_L1).toObject(); // private: the chat is the person
    }
    event.senderId = numberText(sender.value("id"_L1));
    event.senderName = nameOf(sender);
    if (fromBusiness(message, address, event.senderId, context.owners)) {
        event.direction = Direction::Out;
        event.ids =
            idsOf(message.value("chat"_L1).toObject(), address); // the customer's, not the owner's
    } else {
        event.ids = idsOf(sender, address);
    }
}

Events readMessage(const QJsonObject& message, bool edited, const Context& context) {
    const Address address = addressOf(message);
    const QString id = numberText(message.value("message_id"_L1));
    if (id.isEmpty() || address.chat.isEmpty()) {
        return {ignoredUpdate(context, u"a message without chat or message id"_s)};
    }
    Event event;
    event.kind = EventKind::Message;
    event.account = context.account;
    event.externalId = id;
    event.conversationKey = conversationKey(address);
    event.timestamp = timeFrom(message.value("date"_L1));
    event.groupId = idText(message.value("media_group_id"_L1));
    addSender(message, address, context, event);
    event.replyTo =
        numberText(message.value("reply_to_message"_L1).toObject().value("message_id"_L1));
    event.targetId = event.replyTo;
    event.eventKey = u"m:"_s + place(address, id);
    const bool written = readContent(message, event);
    if (edited) {
        const QString at = numberText(message.value("edit_date"_L1));
        event.eventKey = u"e:"_s + place(address, id) + u':'
                         + (at.isEmpty() ? numberText(message.value("date"_L1)) : at);
        event.timestamp = timeFrom(message.value(at.isEmpty() ? "date"_L1 : "edit_date"_L1));
        event.targetId = id;
        if (written) {
            event.kind = EventKind::Edit;
            event.hasText = true;
        }
    }
    return {event};
}

QString titleOfButton(const QJsonObject& message, const QString& data) {
    const QJsonArray rows =
        message.value("reply_markup"_L1).toObject().value("inline_keyboard"_L1).toArray();
    for (const auto& row : rows) {
        for (const auto& button : row.toArray()) {
            const QJsonObject object = button.toObject();
            if (!data.isEmpty() && object.value("callback_data"_L1).toString() == data) {
                return object.value("text"_L1).toString();
            }
        }
    }
    return {};
}

Events readCallback(const QJsonObject& query, const Context& context) {
    const QJsonObject message = query.value("message"_L1).toObject(); // may be inaccessible
    const QJsonObject sender = query.value("from"_L1).toObject();
    const QString id = idText(query.value("id"_L1));
    Address address = addressOf(message);
    if (address.chat.isEmpty()) {
        address.chat = numberText(sender.value("id"_L1)); // the private chat has the person's id
    }
    if (id.isEmpty() || address.chat.isEmpty()) {
        return {ignoredUpdate(context, u"a pressed button without id or sender"_s)};
    }
    Event event;
    event.kind = EventKind::Postback;
    event.account = context.account;
    event.eventKey = u"c:"_s + id;
    event.externalId = u"c"_s + id; // a press is no message; "c" keeps it apart from their numbers
    event.callbackId = id;
    event.conversationKey = conversationKey(address);
    event.ids = idsOf(sender, address);
    event.senderId = numberText(sender.value("id"_L1));
    event.senderName = nameOf(sender);
    event.payload = query.value("data"_L1).toString();
    event.text = titleOfButton(message, event.payload);
    event.targetId = numberText(message.value("message_id"_L1));
    return {event};
}

QString emojis(const QJsonValue& reactions) {
    QStringList all;
    for (const auto& value : reactions.toArray()) {
        const QJsonObject reaction = value.toObject();
        const QString emoji = reaction.value("emoji"_L1).toString();
        // A custom emoji is a picture of its own; a star stands for it and for the paid one.
        all << (emoji.isEmpty() ? u"⭐"_s : emoji);
    }
    return all.join(QString());
}

Events readReaction(const QJsonObject& reaction, const Context& context) {
    const Address address = addressOf(reaction);
    const QString target = numberText(reaction.value("message_id"_L1));
    const QJsonObject sender = reaction.contains("user"_L1)
                                   ? reaction.value("user"_L1).toObject()
                                   : reaction.value("actor_chat"_L1).toObject();
    if (target.isEmpty() || address.chat.isEmpty()) {
        return {ignoredUpdate(context, u"a reaction without chat or message id"_s)};
    }
    Event event;
    event.kind = EventKind::Reaction;
    event.account = context.account;
    event.conversationKey = conversationKey(address);
    event.ids = idsOf(sender, address);
    event.senderId = numberText(sender.value("id"_L1));
    event.senderName = nameOf(sender);
    event.timestamp = timeFrom(reaction.value("date"_L1));
    event.text = emojis(reaction.value("new_reaction"_L1));
    event.hasText = true;
    event.targetId = target;
    // Two changes within one second are told apart by the update's own id.
    event.eventKey = u"r:"_s + place(address, target) + u':' + event.senderId + u':'
                     + numberText(reaction.value("date"_L1)) + u':' + context.updateId;
    return {event};
}

Events readDeletions(const QJsonObject& deletions, const Context& context) {
    const Address address = addressOf(deletions);
    const QJsonArray ids = deletions.value("message_ids"_L1).toArray();
    Events events;
    for (const auto& value : ids) {
        const QString id = numberText(value);
        if (id.isEmpty() || address.chat.isEmpty()) {
            continue;
        }
        Event event;
        event.kind = EventKind::Delete;
        event.account = context.account;
        event.externalId = id;
        event.targetId = id;
        event.conversationKey = conversationKey(address);
        event.ids = idsOf(deletions.value("chat"_L1).toObject(), address);
        event.eventKey = u"d:"_s + place(address, id);
        events.push_back(event);
    }
    if (events.empty() || events.size() != static_cast<size_t>(ids.size())) {
        events.push_back(ignoredUpdate(context, u"deletions without chat or message id"_s));
    }
    return events;
}

Events readMembership(const QJsonObject& change, const Context& context) {
    const QJsonObject chat = change.value("chat"_L1).toObject();
    const QJsonObject sender = change.value("from"_L1).toObject();
    const QString chatId = numberText(chat.value("id"_L1));
    const QString status =
        change.value("new_chat_member"_L1).toObject().value("status"_L1).toString();
    if (chatId.isEmpty() || status.isEmpty()) {
        return {ignoredUpdate(context, u"a change of membership without chat or status"_s)};
    }
    Event event = ignored(context.account, {});
    event.eventKey = u"k:"_s + chatId + u':' + numberText(change.value("date"_L1)) + u':' + status
                     + u':' + context.updateId;
    event.conversationKey = chatId;
    event.timestamp = timeFrom(change.value("date"_L1));
    event.senderId = numberText(sender.value("id"_L1));
    event.senderName = nameOf(sender);
    event.ids = idsOf(sender, {});
    const bool out = status == "kicked"_L1 || status == "left"_L1;
    event.reachability = out ? Reachability::Blocked : Reachability::Reachable;
    event.reason = out ? u"the bot was blocked or removed"_s : u"the bot may write again"_s;
    return {event};
}

BusinessConnection connectionFrom(const QJsonObject& object) {
    const QJsonObject user = object.value("user"_L1).toObject();
    BusinessConnection connection;
    connection.id = object.value("id"_L1).toString();
    connection.userId = numberText(user.value("id"_L1));
    connection.userName = nameOf(user);
    connection.enabled = object.value("is_enabled"_L1).toBool();
    connection.canReply =
        object.value("rights"_L1).toObject().value("can_reply"_L1).toBool()
        || (!object.contains("rights"_L1) && object.value("can_reply"_L1).toBool());
    return connection;
}

Events readConnection(const QJsonObject& object, const Context& context) {
    const BusinessConnection connection = connectionFrom(object);
    if (connection.id.isEmpty()) {
        return {ignoredUpdate(context, u"a business connection without id"_s)};
    }
    return {ignoredUpdate(context, connection.enabled ? u"business connection made or changed"_s
                                                      : u"business connection ended"_s)};
}

struct Kind {
    QLatin1StringView key;
    Events (*read)(const QJsonObject& content, const Context& context);
};

Events newMessage(const QJsonObject& message, const Context& context) {
    return readMessage(message, false, context);
}

Events editedMessage(const QJsonObject& message, const Context& context) {
    return readMessage(message, true, context);
}

constexpr std::array kKinds{Kind{"message"_L1, newMessage},
                            Kind{"edited_message"_L1, editedMessage},
                            Kind{"business_message"_L1, newMessage},
                            Kind{"edited_business_message"_L1, editedMessage},
                            Kind{"callback_query"_L1, readCallback},
                            Kind{"message_reaction"_L1, readReaction},
                            Kind{"deleted_business_messages"_L1, readDeletions},
                            Kind{"my_chat_member"_L1, readMembership},
                            Kind{"business_connection"_L1, readConnection}};

Events readUpdate(const Update& update, const QString& account, const Owners& owners) {
    const Context context{account, owners, update.id ? QString::number(*update.id) : QString()};
    if (!update.broken.isEmpty()) {
        return {ignoredUpdate(context, update.broken)};
    }
    for (const Kind& kind : kKinds) {
        const QJsonValue content = update.content.value(kind.key);
        if (content.isObject()) {
            return kind.read(content.toObject(), context);
        }
    }
    QStringList keys = update.content.keys();
    keys.removeAll(u"update_id"_s);
    return {ignoredUpdate(context, keys.isEmpty() ? u"an update that says nothing"_s
                                                  : u"update of a kind that is not read: "_s
                                                        + keys.mid(0, 5).join(u", "_s).left(200))};
}

} // namespace

QString conversationKey(const Address& address) {
    return address.business.isEmpty() ? address.chat : address.business + u':' + address.chat;
}

std::optional<Address> addressFrom(const QString& conversationKey) {
    const qsizetype colon = conversationKey.lastIndexOf(u':');
    Address address{colon < 0 ? QString() : conversationKey.left(colon),
                    conversationKey.mid(colon + 1)};
    bool isNumber = false;
    const qint64 chat = address.chat.toLongLong(&isNumber);
    return isNumber && chat != 0 && colon != 0 ? std::optional(address) : std::nullopt;
}

Events readUpdates(const Updates& updates, const QString& account, const Owners& owners) {
    Events events;
    for (const Update& update : updates.all) {
        for (Event& event : readUpdate(update, account, owners)) {
            events.push_back(std::move(event));
        }
    }
    if (!updates.broken.isEmpty()) {
        events.push_back(ignored(account, updates.broken));
    }
    return events;
}

Events read(const QByteArray& body, const QString& account) {
    return readUpdates(splitUpdates(body), account);
}

std::vector<BusinessConnection> businessConnections(const Updates& updates) {
    std::vector<BusinessConnection> found;
    for (const Update& update : updates.all) {
        const BusinessConnection connection =
            connectionFrom(update.content.value("business_connection"_L1).toObject());
        if (!connection.id.isEmpty()) {
            found.push_back(connection);
        }
    }
    return found;
}

} // namespace comanda::telegram
