#include "core/connectors/telegram/telegram.h"

#include "core/base/json.h"

#include <QJsonArray>
#include <QPointer>

#include <algorithm>

namespace comanda::telegram {
namespace {

using namespace Qt::StringLiterals;

constexpr Millis kAccountDeadline{12'000};
constexpr Millis kCourtesyDeadline{5'000};

ApiCall bare(const QString& method) {
    ApiCall call;
    call.method = method;
    return call;
}

CallLimits accountLimits() {
    CallLimits limits;
    limits.deadline = kAccountDeadline;
    return limits;
}

AccountCheck accountFrom(const QJsonObject& me) {
    AccountCheck account;
    account.account = idText(me.value("id"_L1));
    account.name = me.value("first_name"_L1).toString();
    account.facts = {{u"name"_s, account.name},
                     {u"link_name"_s, me.value("username"_L1).toString()},
                     {u"business_possible"_s, me.value("can_connect_to_business"_L1).toBool()}};
    return account;
}

QJsonObject factsOf(const BusinessConnection& connection) {
    return {{u"id"_s, connection.id},
            {u"user"_s, connection.userId},
            {u"name"_s, connection.userName},
            {u"enabled"_s, connection.enabled},
            {u"can_reply"_s, connection.canReply},
            {u"can_delete"_s, connection.canDelete}};
}

// The chat will refuse whatever we send until its person does something.
bool shutsTheChat(const QString& why) {
    return why == "telegram.blocked"_L1 || why == "telegram.deactivated"_L1
           || why == "telegram.not_in_group"_L1;
}

} // namespace

TelegramConnector::TelegramConnector(const ChannelConfig& config, connect::Host host,
                                     const Timing& timing)
    : config_(config),
      host_(std::move(host)),
      timing_(timing),
      account_(this),
      rights_(host_, account_, this),
      poller_(host_, rights_, timing, this),
      sender_(host_, this),
      files_(host_, this),
      signInAgain_(this) {
    signInAgain_.setSingleShot(true);
    connect(&signInAgain_, &QTimer::timeout, this, &TelegramConnector::signIn);
    connect(&poller_, &Poller::received, this, &TelegramConnector::answerCallbacks);
    connect(&poller_, &Poller::tokenRefused, this,
            [this] { signInAgain_.start(timing_.signInAgain); });
    connect(&rights_, &BusinessRights::changed, this, &TelegramConnector::learnFacts);
    connect(&sender_, &Sender::moved, this, &TelegramConnector::tellMoved);
    connect(&poller_, &Poller::advanced, this, [this](const QString& cursor) { cursor_ = cursor; });
    connect(&sender_, &Sender::idle, this, [this] {
        if (stopping_) {
            finishStop();
        }
    });
}

Access TelegramConnector::access() const {
    return accessFrom(config_.settings, host_.secret(u"token"_s));
}

void TelegramConnector::start(const std::optional<QString>& cursor) {
    running_ = true;
    cursor_ = cursor;
    signIn();
}

void TelegramConnector::signIn() {
    if (!running_) {
        return;
    }
    const Access now = access();
    sender_.setAccess(now);
    if (!now.isUsable()) {
        host_.report({connect::CallKind::Account, FailureClass::Auth, u"telegram.bad_token"_s, {}});
        signInAgain_.start(timing_.signInAgain);
        return;
    }
    callApi(account_, now, bare(u"getMe"_s), accountLimits(), this,
            [this](const ApiAnswer& answer) {
                if (!running_) {
                    return;
                }
                if (answer.ok()) {
                    signedIn(answer);
                } else {
                    signInFailed(answer);
                }
            });
}

void TelegramConnector::signedIn(const ApiAnswer& answer) {
    failures_ = 0;
    const AccountCheck account = accountFrom(answer.result.toObject());
    host_.report({connect::CallKind::Account, std::nullopt, {}, {}});
    facts_ = account.facts;
    learnFacts();
    const Access now = access();
    poller_.start(now, cursor_);
    rights_.askAll(now);
}

// All of them each time: what is not told again is forgotten.
void TelegramConnector::learnFacts() {
    QJsonArray connections;
    for (const BusinessConnection& connection : rights_.known()) {
        connections.append(factsOf(connection));
    }
    QJsonObject facts = facts_;
    if (!connections.isEmpty()) {
        facts.insert(u"business"_s, connections);
    }
    host_.learnAccount(access().botId(), facts);
}

void TelegramConnector::signInFailed(const ApiAnswer& answer) {
    ++failures_;
    const QString id = answer.badToken()    ? u"telegram.bad_token"_s
                       : answer.code == 421 ? u"telegram.wrong_server"_s
                                            : QString();
    host_.report({connect::CallKind::Account, answer.failure, id, answer.description});
    const int doublings = std::clamp(failures_ - 1, 0, 16);
    const Millis backoff =
        std::min(timing_.backoffMax, timing_.backoffFirst * (std::int64_t{1} << doublings));
    const Millis wait = answer.retryAfter.value_or(backoff);
    signInAgain_.start(id.isEmpty() ? wait : timing_.signInAgain);
}

void TelegramConnector::stop() {
    if (stopping_) {
        return;
    }
    running_ = false;
    stopping_ = true;
    signInAgain_.stop();
    poller_.stop();
    rights_.stop();
    files_.stop();
    while (!checks_.empty()) {
        auto node = checks_.extract(checks_.begin());
        node.mapped()(fail(ErrorKind::Cancelled, u"channel.stopped"_s));
    }
    if (sender_.isIdle()) {
        QMetaObject::invokeMethod(this, &TelegramConnector::finishStop, Qt::QueuedConnection);
    } else {
        QTimer::singleShot(timing_.stopGrace, this, &TelegramConnector::finishStop);
    }
}

void TelegramConnector::finishStop() {
    if (!stopping_) {
        return;
    }
    stopping_ = false;
    sender_.stop();
    Q_EMIT stopped();
}

void TelegramConnector::send(const OutgoingMessage& message,
                             std::function<void(SendOutcome)> done) {
    if (const auto refusal = rights_.refusal(message)) {
        done(*refusal);
        return;
    }
    sender_.setAccess(access());
    sender_.send(message, [this, message, done = std::move(done)](const SendOutcome& outcome) {
        learnFrom(message, outcome);
        done(outcome);
    });
}

// What the refusal of one message says of all the next.
void TelegramConnector::learnFrom(const OutgoingMessage& message, const SendOutcome& outcome) {
    const auto* refused = std::get_if<outcome::Rejected>(&outcome);
    if (refused == nullptr || !running_) {
        return;
    }
    const std::optional<Address> address = addressFrom(message.conversationKey);
    if (refused->why == "telegram.business_not_connected"_L1 && address) {
        rights_.ask(access(), address->business);
    } else if (shutsTheChat(refused->why)) {
        Event event = ignored(access().botId(), u"a message was refused: "_s + refused->why);
        event.conversationKey = message.conversationKey;
        event.reachability = Reachability::Blocked;
        tell(event);
    }
}

// The update that tells it may be a day away, or have been missed.
void TelegramConnector::tellMoved(const QString& from, const QString& to) {
    Event event = ignored(access().botId(), u"the group has another address now"_s);
    event.conversationKey = to;
    event.formerIds = {{u"telegram"_s, from}};
    event.ids = {{u"telegram"_s, to}};
    tell(event);
}

void TelegramConnector::tell(const Event& event) {
    if (!running_) {
        return;
    }
    const Time now = host_.clock->now();
    Event told = event;
    told.timestamp = now;
    told.eventKey = u"a:"_s + told.conversationKey + u':' + QString::number(toMillis(now));
    const QJsonObject body{{u"learnt"_s, toJson(told, Platform::Telegram)}};
    host_.intake(Delivery{toCompactJson(body), u"send"_s, now}, {told}, std::nullopt,
                 [](const Result<>&) {});
}

void TelegramConnector::fetch(const Attachment& attachment, const QString& path, qint64 maxBytes,
                              std::function<void(Result<connect::FetchedMedia>)> done) {
    files_.fetch(access(), attachment, path, maxBytes, std::move(done));
}

void TelegramConnector::check(std::function<void(Result<AccountCheck>)> done) {
    const Access now = access();
    if (!now.isUsable()) {
        done(fail(ErrorKind::Auth, u"telegram.bad_token"_s));
        return;
    }
    const quint64 id = ++lastCheck_;
    checks_.emplace(id, std::move(done));
    auto finish = [this, id](const Result<AccountCheck>& result) {
        auto node = checks_.extract(id);
        if (!node.empty()) { // else stop() has answered
            node.mapped()(result);
        }
    };
    callApi(account_, now, bare(u"getMe"_s), accountLimits(), this,
            [this, finish](const ApiAnswer& answer) {
                if (!answer.ok()) {
                    finish(fail(errorOf(answer)));
                    return;
                }
                checkWebhook(accountFrom(answer.result.toObject()), finish);
            });
}

void TelegramConnector::checkWebhook(const AccountCheck& account,
                                     std::function<void(Result<AccountCheck>)> done) {
    callApi(account_, access(), bare(u"getWebhookInfo"_s), accountLimits(), this,
            [account, done = std::move(done)](const ApiAnswer& answer) {
                AccountCheck checked = account;
                if (!answer.result.toObject().value("url"_L1).toString().isEmpty()) {
                    checked.warnings << u"telegram.webhook_set"_s;
                }
                done(checked); // an answer we did not get takes nothing from getMe's
            });
}

// Within seconds, or the customer's button keeps turning. That it was stored is all we say.
void TelegramConnector::answerCallbacks(const Events& events) {
    for (const Event& event : events) {
        if (!event.callbackId.isEmpty()) {
            ApiCall call = bare(u"answerCallbackQuery"_s);
            call.parameters = {{u"callback_query_id"_s, event.callbackId}};
            sender_.tell(call, kCourtesyDeadline);
        }
    }
}

void TelegramConnector::markRead(const QString& conversationKey, const QString& externalId) {
    const std::optional<Address> address = addressFrom(conversationKey);
    if (!address || address->business.isEmpty() || externalId.toLongLong() <= 0
        || !rights_.mayMarkRead(address->business)) {
        return; // a bot's own chats have no read marks
    }
    ApiCall call = bare(u"readBusinessMessage"_s);
    call.parameters = {{u"business_connection_id"_s, address->business},
                       {u"chat_id"_s, address->chat.toLongLong()},
                       {u"message_id"_s, externalId.toLongLong()}};
    sender_.tell(call, kCourtesyDeadline);
}

void TelegramConnector::typing(const QString& conversationKey) {
    const std::optional<Address> address = addressFrom(conversationKey);
    if (!address) {
        return;
    }
    ApiCall call = bare(u"sendChatAction"_s);
    call.parameters = {{u"chat_id"_s, address->chat.toLongLong()}, {u"action"_s, u"typing"_s}};
    if (!address->business.isEmpty()) {
        call.parameters.insert(u"business_connection_id"_s, address->business);
    }
    sender_.tell(call, kCourtesyDeadline);
}

} // namespace comanda::telegram
