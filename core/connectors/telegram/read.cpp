#include "core/connectors/telegram/read.h"

#include "core/base/json.h"
#include "core/connectors/telegram/content.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace comanda::telegram {
namespace {

using namespace Qt::StringLiterals;

// Telegram allows answers in a business chat for so long after the customer's message.
constexpr Millis kBusinessWindow{24 * 3600 * 1000};

struct Context {
    QString account;
    const BusinessConnections& known;
    QString updateId; // empty: none
};

// Understood, and nothing to show.
Event notice(const Context& context, const QString& reason) {
    Event event = ignored(context.account, reason);
    if (!context.updateId.isEmpty()) {
        event.eventKey = u"u:"_s + context.updateId;
    }
    return event;
}

// Without a key: it stays in the journal, and a later reader may make something of it.
Events broken(const Context& context, const QString& reason) {
    return {ignored(context.account, reason)};
}

// Of a message; never 0, which the server gives to what does not exist yet.
QString messageIdIn(const QJsonObject& object) {
    const QString id = numberText(object.value("message_id"_L1));
    return id == "0"_L1 || id.startsWith(u'-') ? QString() : id;
}

Address addressOf(const QJsonObject& message) {
    const QString chat = numberText(message.value("chat"_L1).toObject().value("id"_L1));
    return {message.value("business_connection_id"_L1).toString(),
            chat == "0"_L1 ? QString() : chat};
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
                  const Context& context) {
    if (!sender.isEmpty() && sender == context.account) {
        return true; // the bot itself
    }
    if (address.business.isEmpty()) {
        return false;
    }
    const auto known = context.known.constFind(address.business);
    return message.value("sender_business_bot"_L1).isObject()
           || (known != context.known.constEnd() && sender == known->userId)
           || (!sender.isEmpty() && sender != address.chat);
}

void addSender(const QJsonObject& message, const Address& address, const Context& context,
               Event& event) {
    QJsonObject sender = message.value("from"_L1).toObject();
    const QJsonObject group = message.value("sender_chat"_L1).toObject();
    if (!group.isEmpty()) {
        sender = group; // an anonymous admin
    }
    if (sender.isEmpty() && !address.chat.startsWith(u'-')) {
        sender = message.value("chat"_L1).toObject(); // private: the chat is the person
    }
    event.senderId = numberText(sender.value("id"_L1));
    event.senderName = personName(sender);
    if (fromBusiness(message, address, event.senderId, context)) {
        event.direction = Direction::Out;
        event.ids =
            idsOf(message.value("chat"_L1).toObject(), address); // the customer's, not the owner's
    } else {
        event.ids = idsOf(sender, address);
    }
}

// What the customer's message means for our answer: the window, and whether we have the right.
void addBusiness(const Address& address, const Context& context, Event& event) {
    if (address.business.isEmpty() || event.direction == Direction::Out) {
        return;
    }
    if (event.timestamp) {
        event.windowEnds = *event.timestamp + kBusinessWindow;
    }
    const auto known = context.known.constFind(address.business);
    if (known != context.known.constEnd()) {
        event.reachability = known->mayAnswer() ? Reachability::Reachable : Reachability::NoRight;
    }
}

void addEdit(const QJsonObject& message, const QString& whatWhere, bool written, Event& event) {
    const bool dated = !numberText(message.value("edit_date"_L1)).isEmpty();
    const QJsonValue at = message.value(dated ? "edit_date"_L1 : "date"_L1);
    event.eventKey = u"e:"_s + whatWhere + u':' + numberText(at);
    event.timestamp = timeFrom(at);
    event.targetId = event.externalId;
    if (written) {
        event.kind = EventKind::Edit;
        event.hasText = true;
    }
}

Events readMessage(const QJsonObject& message, bool edited, const Context& context) {
    const Address address = addressOf(message);
    const QString id = messageIdIn(message);
    if (id.isEmpty() || address.chat.isEmpty()) {
        return broken(context, u"a message without chat or message id"_s);
    }
    Event event;
    event.kind = EventKind::Message;
    event.account = context.account;
    event.externalId = id;
    event.conversationKey = conversationKey(address);
    event.timestamp = timeFrom(message.value("date"_L1));
    event.groupId = idText(message.value("media_group_id"_L1));
    addSender(message, address, context, event);
    event.replyTo = messageIdIn(message.value("reply_to_message"_L1).toObject());
    event.targetId = event.replyTo;
    event.eventKey = u"m:"_s + place(address, id);
    const bool written = readContent(message, event);
    if (edited) {
        addEdit(message, place(address, id), written, event);
    } else {
        addBusiness(address, context, event);
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
        return broken(context, u"a pressed button without id or sender"_s);
    }
    Event event;
    event.kind = EventKind::Postback;
    event.account = context.account;
    event.eventKey = u"c:"_s + id;
    event.externalId = id; // 64 bits: no message of a chat has such a number
    event.callbackId = id;
    event.conversationKey = conversationKey(address);
    event.ids = idsOf(sender, address);
    event.senderId = numberText(sender.value("id"_L1));
    event.senderName = personName(sender);
    event.payload = query.value("data"_L1).toString();
    event.text = titleOfButton(message, event.payload);
    event.targetId = messageIdIn(message);
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
    const QString target = messageIdIn(reaction);
    const QJsonObject sender = reaction.value("user"_L1).isObject()
                                   ? reaction.value("user"_L1).toObject()
                                   : reaction.value("actor_chat"_L1).toObject();
    if (target.isEmpty() || address.chat.isEmpty()) {
        return broken(context, u"a reaction without chat or message id"_s);
    }
    Event event;
    event.kind = EventKind::Reaction;
    event.account = context.account;
    event.conversationKey = conversationKey(address);
    event.ids = idsOf(sender, address);
    event.senderId = numberText(sender.value("id"_L1));
    event.senderName = personName(sender);
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
        if (id.isEmpty() || address.chat.isEmpty() || address.business.isEmpty()) {
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
        events.push_back(ignored(context.account, u"deletions without chat or message id"_s));
    }
    return events;
}

bool mayWrite(const QJsonObject& member) {
    const QString status = member.value("status"_L1).toString();
    const bool silenced = status == "restricted"_L1
                          && (!member.value("is_member"_L1).toBool(true)
                              || !member.value("can_send_messages"_L1).toBool(true));
    return status != "kicked"_L1 && status != "left"_L1 && !silenced;
}

Events readMembership(const QJsonObject& change, const Context& context) {
    const QJsonObject sender = change.value("from"_L1).toObject();
    const QJsonObject member = change.value("new_chat_member"_L1).toObject();
    const QString chatId = addressOf(change).chat;
    const QString status = member.value("status"_L1).toString();
    if (chatId.isEmpty() || status.isEmpty()) {
        return broken(context, u"a change of membership without chat or status"_s);
    }
    Event event = ignored(context.account, {});
    if (event.account.isEmpty()) { // the member is the bot
        event.account = numberText(member.value("user"_L1).toObject().value("id"_L1));
    }
    event.eventKey = u"k:"_s + chatId + u':' + numberText(change.value("date"_L1)) + u':' + status
                     + u':' + context.updateId;
    event.conversationKey = chatId;
    event.timestamp = timeFrom(change.value("date"_L1));
    event.senderId = numberText(sender.value("id"_L1));
    event.senderName = personName(sender);
    event.ids = idsOf(sender, {});
    const bool out = !mayWrite(member);
    event.reachability = out ? Reachability::Blocked : Reachability::Reachable;
    event.reason = out ? u"the bot was blocked or removed"_s : u"the bot may write again"_s;
    return {event};
}

Events readConnection(const QJsonObject& object, const Context& context) {
    const auto connection = businessConnectionFrom(object);
    if (!connection) {
        return broken(context, u"a business connection without id"_s);
    }
    return {businessEvent(*connection, context.account, notice(context, {}).eventKey)};
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

// Without its connection it would pass for a message of the bot's own chat with the same person,
// and numbers of messages that are alike would hide each other.
Events ofBusiness(const QJsonObject& message, bool edited, const Context& context) {
    return addressOf(message).business.isEmpty()
               ? broken(context, u"a business message without its connection"_s)
               : readMessage(message, edited, context);
}

Events newBusinessMessage(const QJsonObject& message, const Context& context) {
    return ofBusiness(message, false, context);
}

Events editedBusinessMessage(const QJsonObject& message, const Context& context) {
    return ofBusiness(message, true, context);
}

constexpr std::array kKinds{Kind{"message"_L1, newMessage},
                            Kind{"edited_message"_L1, editedMessage},
                            Kind{"guest_message"_L1, newMessage},
                            Kind{"business_message"_L1, newBusinessMessage},
                            Kind{"edited_business_message"_L1, editedBusinessMessage},
                            Kind{"callback_query"_L1, readCallback},
                            Kind{"message_reaction"_L1, readReaction},
                            Kind{"deleted_business_messages"_L1, readDeletions},
                            Kind{"my_chat_member"_L1, readMembership},
                            Kind{"business_connection"_L1, readConnection}};

// Known, and nobody wrote to us.
constexpr std::array kNotShown{"channel_post"_L1,
                               "edited_channel_post"_L1,
                               "inline_query"_L1,
                               "chosen_inline_result"_L1,
                               "shipping_query"_L1,
                               "pre_checkout_query"_L1,
                               "purchased_paid_media"_L1,
                               "message_reaction_count"_L1,
                               "poll"_L1,
                               "poll_answer"_L1,
                               "chat_member"_L1,
                               "chat_join_request"_L1,
                               "chat_boost"_L1,
                               "removed_chat_boost"_L1,
                               "managed_bot"_L1};

Events unshown(const QJsonObject& content, const Context& context) {
    for (const QLatin1StringView kind : kNotShown) {
        if (content.value(kind).isObject()) {
            return {notice(context, u"nothing for the inbox: "_s + kind)};
        }
    }
    QStringList keys = content.keys();
    keys.removeAll(u"update_id"_s);
    return broken(context, keys.isEmpty() ? u"an update that says nothing"_s
                                          : u"update of a kind that is not read: "_s
                                                + keys.mid(0, 5).join(u", "_s).left(200));
}

Events readUpdate(const Update& update, const QString& account,
                  const BusinessConnections& connections) {
    const Context context{account, connections,
                          update.id ? QString::number(*update.id) : QString()};
    if (!update.broken.isEmpty()) {
        return broken(context, update.broken);
    }
    for (const Kind& kind : kKinds) {
        const QJsonValue content = update.content.value(kind.key);
        if (content.isObject()) {
            return kind.read(content.toObject(), context);
        }
    }
    return unshown(update.content, context);
}

} // namespace

Events readUpdates(const Updates& updates, const QString& account,
                   const BusinessConnections& known) {
    Events events;
    for (const Update& update : updates.all) {
        for (Event& event : readUpdate(update, account, known)) {
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

} // namespace comanda::telegram
