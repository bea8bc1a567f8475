#include "core/connectors/messaging/channel.h"

#include "core/base/json.h"
#include "core/connectors/graph/answers.h"
#include "core/connectors/messaging/account.h"

#include <algorithm>

namespace comanda::messaging {
namespace {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

constexpr Millis kLookEvery = 60s;
constexpr Millis kLookAgain = 5s; // after a failure, doubling up to kLookEvery
constexpr Millis kAbsent = 5min;  // without a look: asleep, or without a network
constexpr int kDoublingsMax = 4;
constexpr int kLooksPerAccount = 60;
constexpr int kLooksPerSubscription = 10;

QString messageId(const QJsonObject& answer) {
    return idText(answer.value(u"message_id"_s));
}

// A reaction gets no id of its own.
QString personId(const QJsonObject& answer) {
    return idText(answer.value(u"recipient_id"_s));
}

graph::Sender::Ways waysOf(const Line& line, graph::IdIn sentId) {
    const Manner& manner = *line.manner;
    return {
        line.sends + u"/messages"_s,
        line.sends + u"/message_attachments"_s,
        [&manner](const graph::SendFile& file) { return uploadForm(manner, file); },
        u"attachment_id"_s,
        [&manner](const OutgoingMessage& message, const std::optional<graph::UploadedFile>& file) {
            return write(manner, message, file);
        },
        sentId};
}

} // namespace

Channel::Channel(Line line, const graph::Endpoint& endpoint, const connect::Host& host)
    : line_(std::move(line)),
      host_(host),
      caller_(endpoint, u"access_token"_s, host_, this),
      sender_(caller_, waysOf(line_, messageId), host_, this),
      reactions_(caller_, waysOf(line_, personId), host_, this),
      media_(caller_, {{}, false}, host_, this),
      backfill_(caller_, {line_.sends + u"/conversations"_s, line_.conversations, line_.account},
                host_, this),
      token_(caller_, endpoint, u"access_token"_s, line_.tokenRenews, host_, this),
      nextLook_(this) {
    nextLook_.setSingleShot(true);
    QObject::connect(&nextLook_, &QTimer::timeout, this, &Channel::look);
}

void Channel::start(const std::optional<QString>& cursor) {
    backfill_.resume(cursor);
    look();
}

void Channel::stop() {
    stopped_ = true;
    nextLook_.stop();
    backfill_.stop();
    caller_.stop();
    token_.stop();
    nextLook_.stop(); // an ended look has planned the next one
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT stopped(); }, Qt::QueuedConnection);
}

void Channel::deliver(const Delivery& delivery, connect::Stored stored) {
    if (stopped_) {
        stored(fail(ErrorKind::Cancelled, u"channel.stopped"_s));
        return;
    }
    Events events = host_.read(delivery.body, line_.account);
    host_.report({connect::CallKind::Receive, std::nullopt, {}, {}});
    const std::optional<QString> cursor = backfill_.cursorAfter(events);
    host_.intake(delivery, std::move(events), cursor, std::move(stored));
}

void Channel::send(const OutgoingMessage& message, std::function<void(SendOutcome)> done) {
    (message.reactionTo.isEmpty() ? sender_ : reactions_).send(message, std::move(done));
}

void Channel::fetch(const Attachment& attachment, const QString& path, qint64 maxBytes,
                    std::function<void(Result<connect::FetchedMedia>)> done) {
    if (attachment.url.isEmpty()) {
        done(fail(ErrorKind::NotFound, u"media.gone"_s));
        return;
    }
    Attachment byAddress = attachment;
    byAddress.id.clear(); // names a sticker or a post, not a file
    media_.fetch(byAddress, path, maxBytes, std::move(done));
}

void Channel::check(Checked done) {
    caller_.get(line_.account, {{u"fields"_s, accountFields()}},
                [this, done = std::move(done)](const net::HttpResult& result) {
                    const auto node = graph::readAnswer(result, host_.clock->now());
                    if (!node) {
                        done(fail(node.error()));
                        return;
                    }
                    checkSubscription(readAccount(*node, line_.account), done);
                });
}

void Channel::checkSubscription(AccountCheck found, const Checked& done) {
    caller_.get(line_.subscribes, {}, [this, done, found](const net::HttpResult& apps) mutable {
        const auto answer = graph::readAnswer(apps, host_.clock->now());
        if (!answer) {
            found.warnings.append(u"meta.subscription_unknown"_s);
        } else if (readSubscription(*answer, line_.wantedFields) == Subscription::None) {
            found.warnings.append(u"meta.not_subscribed"_s);
        }
        token_.ask([this, done, found]() mutable {
            if (const QString warning = token_.warning(); !warning.isEmpty()) {
                found.warnings.append(warning);
            }
            if (const auto ends = token_.ends()) {
                found.facts.insert(u"token_ends"_s, toIsoUtc(*ends));
            }
            done(found);
        });
    });
}

void Channel::markRead(const QString& conversationKey, const QString& externalId) {
    Q_UNUSED(externalId) // the whole conversation is
    act(conversationKey, u"mark_seen"_s);
}

void Channel::typing(const QString& conversationKey) {
    act(conversationKey, u"typing_on"_s);
}

void Channel::act(const QString& conversationKey, const QString& action) {
    if (!conversationKey.isEmpty() && !caller_.shouldSlowDown()) {
        caller_.post(line_.sends + u"/messages"_s, writeAction(conversationKey, action),
                     [](const net::HttpResult&) {});
    }
}

void Channel::look() {
    if (caller_.shouldSlowDown()) {
        nextLook_.start(kLookEvery);
        return;
    }
    const bool whole = looks_ % kLooksPerAccount == 0;
    caller_.get(line_.account, {{u"fields"_s, whole ? accountFields() : u"id"_s}},
                [this](const net::HttpResult& result) { looked(result); });
}

void Channel::looked(const net::HttpResult& result) {
    if (stopped_) {
        return;
    }
    if (const auto seen = graph::observe(connect::CallKind::Account, result)) {
        host_.report(*seen);
    }
    const Time now = host_.clock->now();
    const auto node = graph::readAnswer(result, now);
    if (!node) {
        backfill_.missing(); // what was sent meanwhile may not come again
        const int doublings = std::min(failedLooks_++, kDoublingsMax);
        nextLook_.start(std::min(kLookEvery, kLookAgain * (1 << doublings)));
        return;
    }
    failedLooks_ = 0;
    if (lastLook_ && now - *lastLook_ > kAbsent) {
        backfill_.missing();
    }
    lastLook_ = now;
    if (looks_ % kLooksPerAccount == 0) {
        facts_ = readAccount(*node, line_.account).facts;
        token_.look([this] { learn(); });
    }
    if (looks_ % kLooksPerSubscription == 0) {
        lookAtSubscription();
    } else {
        backfill_.run();
    }
    ++looks_;
    nextLook_.start(kLookEvery);
}

void Channel::learn() {
    if (stopped_) {
        return;
    }
    if (const auto ends = token_.ends()) {
        facts_.insert(u"token_ends"_s, toIsoUtc(*ends));
    }
    if (const QString warning = token_.warning(); !warning.isEmpty()) {
        host_.report({connect::CallKind::Account, std::nullopt, warning, {}});
    }
    if (host_.learnAccount) {
        host_.learnAccount(line_.account, facts_);
    }
}

// The one fault that everything else shows as green: the app is no longer subscribed, as the
// platform does after an hour in which nobody took its webhooks, so nothing arrives while every
// call works.
void Channel::lookAtSubscription() {
    caller_.get(line_.subscribes, {}, [this](const net::HttpResult& result) {
        const auto answer = graph::readAnswer(result, host_.clock->now());
        if (stopped_) {
            return;
        }
        if (!answer) { // no evidence either way
            backfill_.run();
            return;
        }
        switch (readSubscription(*answer, line_.wantedFields)) {
        case Subscription::None:
            subscribe(true);
            break;
        case Subscription::Partial:
            subscribe(false);
            break;
        case Subscription::Whole:
            reportSubscription(true);
            backfill_.run();
            break;
        }
    });
}

void Channel::subscribe(bool nothingArrives) {
    caller_.post(line_.subscribes, {{u"subscribed_fields"_s, line_.wantedFields}},
                 [this, nothingArrives](const net::HttpResult& result) {
                     const auto answer = graph::readAnswer(result, host_.clock->now());
                     if (stopped_) {
                         return;
                     }
                     if (nothingArrives) {
                         backfill_.missing();
                     }
                     reportSubscription(answer.has_value() || !nothingArrives);
                     backfill_.run();
                 });
}

void Channel::reportSubscription(bool subscribed) {
    connect::Observation seen;
    seen.call = connect::CallKind::Receive;
    if (!subscribed) {
        seen.failure = FailureClass::Silent;
        seen.id = u"meta.not_subscribed"_s;
    }
    host_.report(seen);
}

} // namespace comanda::messaging
