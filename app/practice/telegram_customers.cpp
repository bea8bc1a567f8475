// The half of TelegramBot that customers move.
#include "app/practice/telegram_bot.h"

#include <QJsonArray>

namespace comanda::practice {

using namespace Qt::StringLiterals;

namespace {

QJsonArray reactionJson(const QString& emoji) {
    return emoji.isEmpty() ? QJsonArray()
                           : QJsonArray{QJsonObject{{u"type"_s, u"emoji"_s}, {u"emoji"_s, emoji}}};
}

QJsonArray commandEntities(const QString& text) {
    if (!text.startsWith(u'/')) {
        return {};
    }
    const qsizetype space = text.indexOf(u' ');
    return {QJsonObject{{u"type"_s, u"bot_command"_s},
                        {u"offset"_s, 0},
                        {u"length"_s, space < 0 ? text.size() : space}}};
}

} // namespace

qint64 TelegramBot::addCustomer(TelegramCustomer customer) {
    if (customer.id == 0) {
        do {
            // Above 32 bits, below 52: clients must keep them all.
            customer.id = 5'000'000'000 + qint64(random_.bounded(4'000'000'000.0));
        } while (chats_.find(customer.id) != nullptr);
    }
    chats_.chats[customer.id].customer = customer;
    return customer.id;
}

qint64 TelegramBot::write(qint64 customer, QJsonObject content, std::optional<Time> date) {
    Chat* chat = chats_.find(customer);
    if (chat == nullptr || chat->deactivated) {
        return 0;
    }
    const qint64 id = chats_.nextMessage++;
    const Time when = date.value_or(clock_.now());
    const qint64 quoted = content.take(u"reply_to"_s).toInteger();
    if (quoted != 0) {
        content.insert(u"reply_to_message"_s, messageOf(*chat, quoted));
    }
    const QJsonArray entities = commandEntities(content.value(u"text").toString());
    if (!entities.isEmpty()) {
        content.insert(u"entities"_s, entities);
    }
    content.insert(u"message_id"_s, id);
    content.insert(u"from"_s, userJson(chat->customer));
    content.insert(u"chat"_s, chatJson(chat->customer));
    content.insert(u"date"_s, unixSeconds(when));
    chat->started = true;
    chat->blocked = false;
    chat->own[id] = content;
    push(u"message"_s, content, when, id);
    return id;
}

qint64 TelegramBot::writeFile(qint64 customer, const QString& kind, const TelegramFile& file) {
    const QString fileId = chats_.keep({file.bytes, {}, file.name, file.mime, {}}, random_);
    QJsonObject json = fileJson(fileId, chats_.files.value(fileId));
    QJsonObject content;
    if (kind == u"photo") {
        const PictureSize size = pictureSize(file.bytes);
        QJsonObject thumb = json; // sizes ascending: the last is the best
        thumb.insert(u"width"_s, size.width / 2);
        thumb.insert(u"height"_s, size.height / 2);
        json.insert(u"width"_s, size.width);
        json.insert(u"height"_s, size.height);
        content.insert(kind, QJsonArray{thumb, json});
    } else {
        json.insert(u"mime_type"_s, file.mime);
        if (!file.name.isEmpty()) {
            json.insert(u"file_name"_s, file.name);
        }
        if (kind == u"voice") {
            json.insert(u"duration"_s, 4);
        }
        content.insert(kind, json);
    }
    if (!file.caption.isEmpty()) {
        content.insert(u"caption"_s, file.caption);
    }
    if (!file.album.isEmpty()) {
        content.insert(u"media_group_id"_s, file.album);
    }
    return write(customer, content);
}

void TelegramBot::edit(qint64 customer, qint64 message, const QString& text) {
    Chat* chat = chats_.find(customer);
    if (chat == nullptr || chat->own.count(message) == 0) {
        return;
    }
    QJsonObject& own = chat->own[message];
    own.insert(own.contains(u"caption") ? u"caption"_s : u"text"_s, text);
    own.insert(u"edit_date"_s, unixSeconds(clock_.now()));
    push(u"edited_message"_s, own, clock_.now());
}

QString TelegramBot::press(qint64 customer, qint64 message, const QString& data) {
    Chat* chat = chats_.find(customer);
    if (chat == nullptr) {
        return {};
    }
    QString id = QString::number(random_.generate64() >> 1);
    sending_.openQuery(id);
    push(u"callback_query"_s,
         {{u"id"_s, id},
          {u"from"_s, userJson(chat->customer)},
          {u"message"_s, messageOf(*chat, message)},
          {u"chat_instance"_s, QString::number(random_.generate64() >> 1)},
          {u"data"_s, data}},
         clock_.now());
    return id;
}

void TelegramBot::react(qint64 customer, qint64 message, const QString& emoji) {
    Chat* chat = chats_.find(customer);
    if (chat == nullptr) {
        return;
    }
    const QString was = chat->reactions.value(message);
    chat->reactions.insert(message, emoji);
    push(u"message_reaction"_s,
         {{u"chat"_s, chatJson(chat->customer)},
          {u"message_id"_s, message},
          {u"user"_s, userJson(chat->customer)},
          {u"date"_s, unixSeconds(clock_.now())},
          {u"old_reaction"_s, reactionJson(was)},
          {u"new_reaction"_s, reactionJson(emoji)}},
         clock_.now());
}

void TelegramBot::setBlocked(qint64 customer, bool blocked) {
    Chat* chat = chats_.find(customer);
    if (chat == nullptr || chat->blocked == blocked) {
        return;
    }
    chat->blocked = blocked;
    push(u"my_chat_member"_s,
         {{u"chat"_s, chatJson(chat->customer)},
          {u"from"_s, userJson(chat->customer)},
          {u"date"_s, unixSeconds(clock_.now())},
          {u"old_chat_member"_s, memberJson(blocked ? u"member"_s : u"kicked"_s)},
          {u"new_chat_member"_s, memberJson(blocked ? u"kicked"_s : u"member"_s)}},
         clock_.now());
}

QJsonObject TelegramBot::messageOf(const Chat& chat, qint64 message) const {
    const auto own = chat.own.find(message);
    if (own != chat.own.end()) {
        QJsonObject quoted = own->second;
        quoted.remove(u"reply_to_message"); // one level only
        return quoted;
    }
    QJsonObject json{{u"message_id"_s, message}, {u"chat"_s, chatJson(chat.customer)}};
    for (const Received& sent : chat.inbox) {
        if (sent.id == QString::number(message) && sent.kind != u"reaction") {
            json.insert(u"from"_s, me_);
            json.insert(u"date"_s, unixSeconds(sent.at));
            json.insert(u"text"_s, sent.text);
            return json;
        }
    }
    json.insert(u"date"_s, 0); // inaccessible
    return json;
}

QString TelegramBot::connectBusiness(qint64 owner, bool canReply) {
    BusinessConnection connection;
    connection.id = randomText(random_, 22);
    connection.owner = owner;
    connection.canReply = canReply;
    chats_.connections[connection.id] = connection;
    announceBusiness(connection);
    return connection.id;
}

namespace {

QJsonObject connectionJson(const BusinessConnection& connection, Time now) {
    QJsonObject json{{u"id"_s, connection.id},
                     {u"user"_s, QJsonObject{{u"id"_s, connection.owner},
                                             {u"is_bot"_s, false},
                                             {u"first_name"_s, u"Fonda La Esquina"_s}}},
                     {u"user_chat_id"_s, connection.owner},
                     {u"date"_s, unixSeconds(now)},
                     {u"is_enabled"_s, connection.enabled},
                     {u"can_reply"_s, connection.canReply}};
    QJsonObject rights; // an absent right is a right one does not have
    const std::pair<QString, bool> all[]{{u"can_reply"_s, connection.canReply},
                                         {u"can_read_messages"_s, connection.canRead},
                                         {u"can_delete_sent_messages"_s, connection.canDelete}};
    for (const auto& [right, given] : all) {
        if (given) {
            rights.insert(right, true);
        }
    }
    if (!rights.isEmpty()) {
        json.insert(u"rights"_s, rights);
    }
    return json;
}

} // namespace

void TelegramBot::announceBusiness(const BusinessConnection& connection) {
    push(u"business_connection"_s, connectionJson(connection, clock_.now()), clock_.now());
}

BotReply TelegramBot::businessConnection(const Parameters& parameters) const {
    const auto found = chats_.connections.find(parameters.text(u"business_connection_id"));
    return found == chats_.connections.end() ? badRequest(u"business connection not found"_s)
                                             : done(connectionJson(found->second, clock_.now()));
}

qint64 TelegramBot::writeBusiness(const QString& connection, qint64 customer, const QString& text) {
    const auto found = chats_.connections.find(connection);
    Chat* chat = chats_.find(customer);
    if (found == chats_.connections.end() || chat == nullptr) {
        return 0;
    }
    found->second.lastIncoming.insert(customer, clock_.now());
    const qint64 id = chats_.nextMessage++;
    const QJsonObject message{
        {u"business_connection_id"_s, connection}, {u"message_id"_s, id},
        {u"from"_s, userJson(chat->customer)},     {u"chat"_s, chatJson(chat->customer)},
        {u"date"_s, unixSeconds(clock_.now())},    {u"text"_s, text}};
    chat->own[id] = message;
    push(u"business_message"_s, message, clock_.now(), id);
    return id;
}

void TelegramBot::deleteBusiness(const QString& connection, qint64 customer, qint64 message) {
    Chat* chat = chats_.find(customer);
    if (chat == nullptr) {
        return;
    }
    chat->own.erase(message);
    push(u"deleted_business_messages"_s,
         {{u"business_connection_id"_s, connection},
          {u"chat"_s, chatJson(chat->customer)},
          {u"message_ids"_s, QJsonArray{message}}},
         clock_.now());
}

} // namespace comanda::practice
