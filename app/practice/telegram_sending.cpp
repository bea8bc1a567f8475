#include "app/practice/telegram_sending.h"

#include "app/practice/telegram_checks.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace comanda::practice {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::hours kDeletable{48};
constexpr std::chrono::seconds kQueryAnswerable{150};

bool isWrittenTo(const Chat& chat, qint64 message) {
    return chat.own.count(message) > 0
           || std::any_of(chat.inbox.begin(), chat.inbox.end(), [message](const Received& sent) {
                  return sent.id == QString::number(message) && !sent.deleted;
              });
}

} // namespace

TelegramSending::TelegramSending(const TelegramOptions& options, const Clock& clock,
                                 TelegramChats& chats, QRandomGenerator& random,
                                 const QJsonObject& me, Announce announce)
    : options_(options),
      clock_(clock),
      chats_(chats),
      random_(random),
      me_(me),
      announce_(std::move(announce)) {}

std::optional<BotReply> TelegramSending::handle(const QString& method,
                                                const Parameters& parameters) {
    static const QHash<QString, Method> kMethods{
        {u"sendmessage"_s, &TelegramSending::sendMessage},
        {u"sendphoto"_s, &TelegramSending::sendPhoto},
        {u"senddocument"_s, &TelegramSending::sendDocument},
        {u"sendvoice"_s, &TelegramSending::sendVoice},
        {u"sendaudio"_s, &TelegramSending::sendAudio},
        {u"sendvideo"_s, &TelegramSending::sendVideo},
        {u"sendsticker"_s, &TelegramSending::sendSticker},
        {u"sendlocation"_s, &TelegramSending::sendLocation},
        {u"sendvenue"_s, &TelegramSending::sendVenue},
        {u"sendcontact"_s, &TelegramSending::sendContact},
        {u"sendmediagroup"_s, &TelegramSending::sendMediaGroup},
        {u"sendchataction"_s, &TelegramSending::sendChatAction},
        {u"editmessagetext"_s, &TelegramSending::editMessageText},
        {u"deletemessage"_s, &TelegramSending::deleteMessage},
        {u"setmessagereaction"_s, &TelegramSending::setMessageReaction},
        {u"answercallbackquery"_s, &TelegramSending::answerCallbackQuery},
        {u"readbusinessmessage"_s, &TelegramSending::readBusinessMessage},
        {u"deletebusinessmessages"_s, &TelegramSending::deleteBusinessMessages},
    };
    const Method found = kMethods.value(method, nullptr);
    return found == nullptr ? std::nullopt : std::optional((this->*found)(parameters));
}

std::optional<BotReply> TelegramSending::refuseChat(const Parameters& parameters, Chat*& chat) {
    if (parameters.text(u"chat_id").isEmpty()) {
        return badRequest(u"chat_id is empty"_s);
    }
    const auto id = parameters.integer(u"chat_id");
    chat = id ? chats_.find(*id) : nullptr;
    if (chat == nullptr) {
        return badRequest(u"chat not found"_s);
    }
    if (parameters.values.contains(u"business_connection_id")) {
        return refuseBusiness(parameters, *id);
    }
    if (chat->deactivated) {
        return refused(403, u"Forbidden: user is deactivated"_s);
    }
    if (chat->blocked) {
        return refused(403, u"Forbidden: bot was blocked by the user"_s);
    }
    if (!chat->started) {
        return refused(403, u"Forbidden: bot can't initiate conversation with a user"_s);
    }
    return std::nullopt;
}

std::optional<BotReply> TelegramSending::refuseBusiness(const Parameters& parameters,
                                                        qint64 chat) const {
    const auto found = chats_.connections.find(parameters.text(u"business_connection_id"));
    if (found == chats_.connections.end() || !found->second.enabled) {
        return badRequest(u"business connection not found"_s);
    }
    const BusinessConnection& connection = found->second;
    if (!connection.canReply || !connection.lastIncoming.contains(chat)) {
        return badRequest(u"BUSINESS_PEER_INVALID"_s);
    }
    if (clock_.now() - connection.lastIncoming.value(chat) > std::chrono::hours(24)) {
        return badRequest(u"BUSINESS_PEER_USAGE_MISSING"_s);
    }
    return std::nullopt;
}

std::optional<BotReply> TelegramSending::refuseReply(const Parameters& parameters,
                                                     const Chat& chat) const {
    const QJsonObject reply = parameters.nested(u"reply_parameters").toObject();
    const bool lenient = reply.value(u"allow_sending_without_reply").toBool()
                         || parameters.values.contains(u"business_connection_id");
    if (reply.isEmpty() || lenient || isWrittenTo(chat, reply.value(u"message_id").toInteger())) {
        return std::nullopt;
    }
    return badRequest(u"message to be replied not found"_s);
}

std::optional<BotReply> TelegramSending::throttle(Chat& chat) {
    int wait = 0;
    if (chat.throttleTimes > 0) {
        --chat.throttleTimes;
        wait = chat.throttleSeconds;
    } else {
        const Monotonic now = clock_.monotonic();
        const double passed = chat.filled ? std::chrono::duration<double>(now - *chat.filled)
                                                / std::chrono::duration<double>(options_.second)
                                          : double(options_.burst);
        chat.tokens = std::min(double(options_.burst), chat.tokens + passed);
        chat.filled = now;
        if (chat.tokens >= 1) {
            chat.tokens -= 1;
            return std::nullopt;
        }
        wait = std::max(1, int(std::ceil(1 - chat.tokens)));
    }
    BotReply reply = refused(429, u"Too Many Requests: retry after %1"_s.arg(wait));
    reply.retryAfter = wait;
    return reply;
}

BotReply TelegramSending::send(const Parameters& parameters, Draft draft) {
    Chat* chat = nullptr;
    if (auto refusal = refuseChat(parameters, chat)) {
        return *refusal;
    }
    if (const auto problem = markupProblem(parameters)) {
        return badRequest(*problem);
    }
    if (auto refusal = refuseReply(parameters, *chat)) {
        return *refusal;
    }
    if (auto refusal = throttle(*chat)) {
        return *refusal;
    }
    return done(commit(*chat, parameters, std::move(draft)));
}

QJsonObject TelegramSending::commit(Chat& chat, const Parameters& parameters, Draft draft) {
    const qint64 id = chats_.nextMessage++;
    QJsonObject message = draft.content;
    message.insert(u"message_id"_s, id);
    message.insert(u"from"_s, me_);
    message.insert(u"chat"_s, chatJson(chat.customer));
    message.insert(u"date"_s, unixSeconds(clock_.now()));
    const QJsonObject reply = parameters.nested(u"reply_parameters").toObject();
    const qint64 quoted = reply.value(u"message_id").toInteger();
    if (quoted != 0 && isWrittenTo(chat, quoted)) {
        const auto own = chat.own.find(quoted);
        message.insert(u"reply_to_message"_s, own == chat.own.end()
                                                  ? QJsonObject{{u"message_id"_s, quoted}}
                                                  : own->second);
        draft.entry.replyTo = QString::number(quoted);
    }
    const QString connection = parameters.text(u"business_connection_id");
    if (!connection.isEmpty()) {
        message.insert(u"business_connection_id"_s, connection);
    }
    draft.entry.id = QString::number(id);
    draft.entry.at = clock_.now();
    draft.entry.raw = parameters.values;
    draft.entry.buttons = buttonsIn(parameters);
    chat.inbox.push_back(draft.entry);
    ++chats_.sends;
    announce_(chat.customer.id, draft.entry);
    return message;
}

Received* TelegramSending::findSent(Chat& chat, qint64 message) const {
    const auto found =
        std::find_if(chat.inbox.begin(), chat.inbox.end(), [&](const Received& sent) {
            return sent.id == QString::number(message) && !sent.deleted;
        });
    return found == chat.inbox.end() ? nullptr : &*found;
}

BotReply TelegramSending::sendMessage(const Parameters& parameters) {
    const QString text = parameters.text(u"text");
    if (const auto problem = textProblem(text, u"message is too long"_s)) {
        return badRequest(*problem);
    }
    if (const auto problem = entityProblem(text, parameters.text(u"parse_mode"))) {
        return badRequest(*problem);
    }
    Draft draft;
    draft.entry.kind = u"text"_s;
    draft.entry.text = text.trimmed();
    draft.content = {{u"text"_s, draft.entry.text}};
    return send(parameters, std::move(draft));
}

BotReply TelegramSending::sendChatAction(const Parameters& parameters) {
    Chat* chat = nullptr;
    if (auto refusal = refuseChat(parameters, chat)) {
        return *refusal;
    }
    return parameters.text(u"action").isEmpty() ? badRequest(u"wrong parameter action in request"_s)
                                                : done(true);
}

BotReply TelegramSending::editMessageText(const Parameters& parameters) {
    Chat* chat = nullptr;
    if (auto refusal = refuseChat(parameters, chat)) {
        return *refusal;
    }
    const QString text = parameters.text(u"text");
    if (const auto problem = textProblem(text, u"MESSAGE_TOO_LONG"_s)) {
        return badRequest(*problem);
    }
    const qint64 id = parameters.integer(u"message_id").value_or(0);
    if (chat->own.count(id) > 0) {
        return badRequest(u"message can't be edited"_s);
    }
    Received* sent = findSent(*chat, id);
    if (sent == nullptr) {
        return badRequest(u"message to edit not found"_s);
    }
    const QStringList buttons = buttonsIn(parameters);
    if (sent->text == text.trimmed() && sent->buttons == buttons) {
        return badRequest(
            u"message is not modified: specified new message content and reply markup "
            "are exactly the same as a current content and reply markup of the message"_s);
    }
    sent->text = text.trimmed();
    sent->buttons = buttons;
    sent->edited = true;
    announce_(chat->customer.id, *sent);
    return done(QJsonObject{{u"message_id"_s, id},
                            {u"from"_s, me_},
                            {u"chat"_s, chatJson(chat->customer)},
                            {u"date"_s, unixSeconds(sent->at)},
                            {u"edit_date"_s, unixSeconds(clock_.now())},
                            {u"text"_s, sent->text}});
}

BotReply TelegramSending::deleteMessage(const Parameters& parameters) {
    Chat* chat = nullptr;
    if (auto refusal = refuseChat(parameters, chat)) {
        return *refusal;
    }
    const qint64 id = parameters.integer(u"message_id").value_or(0);
    if (chat->own.erase(id) > 0) {
        return done(true);
    }
    Received* sent = findSent(*chat, id);
    if (sent == nullptr) {
        return badRequest(u"message to delete not found"_s);
    }
    if (clock_.now() - sent->at > kDeletable) {
        return badRequest(u"message can't be deleted for everyone"_s);
    }
    sent->deleted = true;
    return done(true);
}

BotReply TelegramSending::setMessageReaction(const Parameters& parameters) {
    Chat* chat = nullptr;
    if (auto refusal = refuseChat(parameters, chat)) {
        return *refusal;
    }
    const QJsonArray reactions = parameters.nested(u"reaction").toArray();
    if (reactions.size() > 1) {
        return badRequest(u"REACTIONS_TOO_MANY"_s);
    }
    if (!isWrittenTo(*chat, parameters.integer(u"message_id").value_or(0))) {
        return badRequest(u"message to react not found"_s);
    }
    Received entry;
    entry.id = parameters.text(u"message_id");
    entry.kind = u"reaction"_s;
    entry.text = reactions.isEmpty() ? QString() : reactions[0][u"emoji"].toString();
    entry.at = clock_.now();
    entry.raw = parameters.values;
    chat->inbox.push_back(entry);
    announce_(chat->customer.id, entry);
    return done(true);
}

BotReply TelegramSending::answerCallbackQuery(const Parameters& parameters) {
    const QString id = parameters.text(u"callback_query_id");
    const auto open = queries_.constFind(id);
    if (open == queries_.constEnd() || clock_.now() - *open > kQueryAnswerable) {
        return badRequest(
            u"query is too old and response timeout expired or query ID is invalid"_s);
    }
    answered_.append(id);
    return done(true);
}

BotReply TelegramSending::readBusinessMessage(const Parameters& parameters) {
    Chat* chat = nullptr;
    if (auto refusal = refuseChat(parameters, chat)) {
        return *refusal;
    }
    return isWrittenTo(*chat, parameters.integer(u"message_id").value_or(0))
               ? done(true)
               : badRequest(u"MESSAGE_ID_INVALID"_s);
}

BotReply TelegramSending::deleteBusinessMessages(const Parameters& parameters) {
    const auto found = chats_.connections.find(parameters.text(u"business_connection_id"));
    if (found == chats_.connections.end() || !found->second.enabled) {
        return badRequest(u"business connection not found"_s);
    }
    if (!found->second.canDelete) {
        return badRequest(u"not enough rights to delete the message"_s);
    }
    for (const QJsonValue id : parameters.nested(u"message_ids").toArray()) {
        for (auto& [customer, chat] : chats_.chats) {
            if (Received* sent = findSent(chat, id.toInteger())) {
                sent->deleted = true;
            }
        }
    }
    return done(true);
}

} // namespace comanda::practice
