#include "core/connectors/telegram/poller.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QPointer>
#include <QRandomGenerator>

#include <algorithm>

namespace comanda::telegram {
namespace {

using namespace Qt::StringLiterals;

constexpr int kBatch = 100;
constexpr qint64 kAnswerMax = 32LL * 1024 * 1024; // Telegram cuts at about 4 MB

// Explicit, because an omitted list leaves an older one in force, also another program's.
QJsonArray allowedUpdates() {
    return {u"message"_s,
            u"edited_message"_s,
            u"callback_query"_s,
            u"my_chat_member"_s,
            u"business_connection"_s,
            u"business_message"_s,
            u"edited_business_message"_s,
            u"deleted_business_messages"_s,
            u"pre_checkout_query"_s,
            u"message_reaction"_s};
}

// "<bot id>:<next offset>[ <business connection>,…]": an offset of another bot would silently throw
// updates away.
struct Cursor {
    std::optional<qint64> offset;
    QStringList connections;
};

Cursor cursorFrom(const std::optional<QString>& text, const QString& bot) {
    if (!text || !text->startsWith(bot + u':')) {
        return {};
    }
    const QStringList parts = text->mid(bot.size() + 1).split(u' ');
    bool ok = false;
    const qint64 offset = parts.front().toLongLong(&ok);
    return {ok && offset > 0 ? std::optional(offset) : std::nullopt,
            parts.size() > 1 ? parts[1].split(u',', Qt::SkipEmptyParts) : QStringList()};
}

} // namespace

Poller::Poller(const connect::Host& host, BusinessRights& rights, const Timing& timing,
               QObject* parent)
    : QObject(parent), host_(host), rights_(rights), timing_(timing), client_(this), again_(this) {
    again_.setSingleShot(true);
    connect(&again_, &QTimer::timeout, this, &Poller::poll);
}

void Poller::start(const Access& access, const std::optional<QString>& cursor) {
    access_ = access;
    const Cursor from = cursorFrom(cursor, access.botId());
    offset_ = from.offset;
    for (const QString& id : from.connections) {
        rights_.remember(id);
    }
    running_ = true;
    poll();
}

void Poller::stop() {
    running_ = false;
    again_.stop();
    client_.cancel(handle_);
}

void Poller::pollIn(Millis wait) {
    if (running_) {
        again_.start(wait);
    }
}

void Poller::poll() {
    if (!running_) {
        return;
    }
    ApiCall call;
    call.method = u"getUpdates"_s;
    call.parameters = {{u"timeout"_s, timing_.pollSeconds},
                       {u"limit"_s, kBatch},
                       {u"allowed_updates"_s, allowedUpdates()}};
    if (offset_) {
        call.parameters.insert(u"offset"_s, *offset_);
    }
    CallLimits limits;
    limits.deadline = timing_.pollDeadline;
    limits.maxBody = kAnswerMax;
    sincePoll_.start();
    handle_ = callApiRaw(
        client_, access_, call, limits, this,
        [this](const ApiAnswer& answer, const QByteArray& body) { answered(answer, body); });
}

void Poller::answered(const ApiAnswer& answer, const QByteArray& body) {
    if (!running_) {
        return; // not confirmed: Telegram keeps them for the next start
    }
    if (answer.stale && !retriedStale_) {
        retriedStale_ = true;
        poll();
        return;
    }
    retriedStale_ = false;
    if (!answer.ok()) {
        failed(answer);
        return;
    }
    conflicts_ = 0;
    if (answer.result.isArray() && answer.result.toArray().isEmpty()) {
        worked();
        pollIn(std::max(Millis(0), timing_.emptyPollFloor - Millis(sincePoll_.elapsed())));
        return;
    }
    take(body);
}

void Poller::take(const QByteArray& body) {
    const Updates updates = splitUpdates(body);
    const std::optional<qint64> next = nextOffset(updates);
    const QByteArray digest =
        next ? QByteArray() : QCryptographicHash::hash(body, QCryptographicHash::Sha256);
    if (next) {
        worked();
    } else if (digest == unreadable_) { // it comes for ever, and is in the journal
        unconfirmable();
        return;
    }
    for (const QString& id : connectionIds(updates)) {
        rights_.remember(id);
    }
    for (const BusinessConnection& connection : businessConnections(updates)) {
        rights_.learn(connection);
    }
    Events events = readUpdates(updates, access_.botId(), rights_.known());
    const std::optional<QString> cursor = next ? std::optional(cursorFor(*next)) : std::nullopt;
    const QPointer<Poller> self(this);
    auto stored = [self, next, digest, events](const Result<>& result) {
        if (self) {
            if (result && !next) {
                self->unreadable_ = digest;
            }
            self->stored(result, next.value_or(0), events);
        }
    };
    host_.intake(Delivery{body, u"poll"_s, host_.clock->now()}, std::move(events), cursor,
                 std::move(stored));
}

void Poller::stored(const Result<>& result, qint64 next, const Events& events) {
    if (!result) {
        pollIn(timing_.storeAgain); // the same offset: they come again
        return;
    }
    Q_EMIT received(events);
    if (next == 0) { // journaled, but nothing in it can be confirmed
        unconfirmable();
        return;
    }
    offset_ = next;
    Q_EMIT advanced(cursorFor(next));
    pollIn(Millis(0));
}

void Poller::worked() {
    failures_ = 0;
    report(std::nullopt);
}

void Poller::unconfirmable() {
    report(FailureClass::Protocol, u"telegram.unreadable"_s);
    pollIn(backoff(timing_.backoffFirst, ++failures_));
}

QString Poller::cursorFor(qint64 offset) const {
    const QString cursor = access_.botId() + u':' + QString::number(offset);
    const QString connections = rights_.ids().join(u',');
    return connections.isEmpty() ? cursor : cursor + u' ' + connections;
}

void Poller::failed(const ApiAnswer& answer) {
    if (answer.badToken()) {
        stop();
        report(FailureClass::Auth, u"telegram.bad_token"_s, answer.description);
        Q_EMIT tokenRefused();
        return;
    }
    if (answer.shape == ApiAnswer::Shape::Refused && answer.code == 409) {
        conflict(answer);
        return;
    }
    conflicts_ = 0;
    ++failures_;
    const QString id = answer.code == 421 ? u"telegram.wrong_server"_s : QString();
    report(answer.failure, id, answer.description);
    pollIn(answer.retryAfter.value_or(backoff(timing_.backoffFirst, failures_)));
}

void Poller::conflict(const ApiAnswer& answer) {
    ++conflicts_;
    // "terminated by setWebhook" and "while webhook is active"; only a person may remove it.
    if (answer.says("webhook"_L1)) {
        report(FailureClass::Protocol, u"telegram.webhook_set"_s, answer.description);
        pollIn(timing_.backoffMax);
        return;
    }
    if (conflicts_ >= timing_.conflictsToReport) {
        report(FailureClass::Protocol, u"telegram.other_program"_s, answer.description);
    }
    pollIn(backoff(timing_.conflictFirst, conflicts_));
}

void Poller::report(const std::optional<FailureClass>& failure, const QString& id,
                    const QString& detail) {
    host_.report({connect::CallKind::Receive, failure, id, detail});
}

// Between three quarters of and the whole doubled time, so that two programs fall out of step.
Millis Poller::backoff(Millis first, int failures) const {
    const int doublings = std::clamp(failures - 1, 0, 16);
    const Millis longest = std::min(timing_.backoffMax, first * (std::int64_t{1} << doublings));
    const double share = 0.75 + QRandomGenerator::global()->generateDouble() / 4;
    return Millis(static_cast<std::int64_t>(static_cast<double>(longest.count()) * share));
}

} // namespace comanda::telegram
