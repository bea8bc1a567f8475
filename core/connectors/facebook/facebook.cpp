#include "core/connectors/facebook/facebook.h"

#include "core/connectors/graph/answers.h"
#include "core/connectors/graph/setup.h"
#include "core/connectors/messaging/account.h"

#include <QPointer>

#include <algorithm>

namespace comanda::facebook {
namespace {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

constexpr Millis kLookEvery = 60s;
constexpr Millis kLookAgain = 5s; // after a failure, doubling up to kLookEvery
constexpr Millis kAbsent = 5min;  // without a look: asleep, or without a network
constexpr int kDoublingsMax = 4;
constexpr int kLooksPerAccount = 60;
constexpr int kLooksPerSubscription = 10;

} // namespace

Facebook::Facebook(const ChannelConfig& config, connect::Host host)
    : host_(std::move(host)),
      page_(graph::settingOf(config, u"page_id"_s, config.account)),
      caller_(graph::endpointOf(config, QString::fromUtf16(graph::kGraphHost)), u"access_token"_s,
              host_, this),
      sender_(caller_, page_, host_, this),
      media_(caller_, {{}, false}, host_, this),
      poll_(caller_, page_, host_, this),
      token_(caller_, graph::endpointOf(config, QString::fromUtf16(graph::kGraphHost)),
             u"access_token"_s, false, host_, this),
      nextLook_(this) {
    nextLook_.setSingleShot(true);
    QObject::connect(&nextLook_, &QTimer::timeout, this, &Facebook::look);
}

void Facebook::start(const std::optional<QString>& cursor) {
    poll_.resume(cursor);
    look();
}

void Facebook::stop() {
    stopped_ = true;
    nextLook_.stop();
    poll_.stop();
    caller_.stop();
    token_.stop();
    nextLook_.stop(); // an ended look has planned the next one
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT stopped(); }, Qt::QueuedConnection);
}

void Facebook::deliver(const Delivery& delivery, connect::Stored stored) {
    if (stopped_) {
        stored(fail(ErrorKind::Cancelled, u"channel.stopped"_s));
        return;
    }
    const Events events = host_.read(delivery.body, page_);
    host_.report({connect::CallKind::Receive, std::nullopt, {}, {}});
    const QPointer<Facebook> self(this);
    host_.intake(delivery, events, poll_.cursor(),
                 [self, events, stored = std::move(stored)](const Result<>& result) {
                     if (result && !self.isNull()) {
                         self->poll_.arrived(events);
                     }
                     stored(result);
                 });
}

void Facebook::send(const OutgoingMessage& message, std::function<void(SendOutcome)> done) {
    sender_.send(message, std::move(done));
}

void Facebook::fetch(const Attachment& attachment, const QString& path, qint64 maxBytes,
                     std::function<void(Result<connect::FetchedMedia>)> done) {
    if (attachment.url.isEmpty()) {
        done(fail(ErrorKind::NotFound, u"media.gone"_s));
        return;
    }
    Attachment byAddress = attachment;
    byAddress.id.clear(); // names a photo or a post, not a file
    media_.fetch(byAddress, path, maxBytes, std::move(done));
}

void Facebook::check(Checked done) {
    caller_.get(page_, {{u"fields"_s, messaging::accountFields()}},
                [this, done = std::move(done)](const net::HttpResult& result) {
                    const auto node = graph::readAnswer(result, host_.clock->now());
                    if (!node) {
                        done(fail(node.error()));
                        return;
                    }
                    checkSubscription(messaging::readAccount(*node, page_), done);
                });
}

void Facebook::checkSubscription(AccountCheck found, const Checked& done) {
    caller_.get(page_ + u"/subscribed_apps"_s, {},
                [this, done, found](const net::HttpResult& apps) mutable {
                    const auto answer = graph::readAnswer(apps, host_.clock->now());
                    if (!answer) {
                        found.warnings.append(u"facebook.subscription_unknown"_s);
                    } else if (!readSubscription(*answer).comments) {
                        found.warnings.append(u"facebook.not_subscribed"_s);
                    }
                    checkReading(found, done);
                });
}

void Facebook::checkReading(AccountCheck found, const Checked& done) {
    caller_.get(page_ + u"/feed"_s,
                {{u"fields"_s, u"id,comments.limit(1){id,from}"_s}, {u"limit"_s, u"1"_s}},
                [this, done, found](const net::HttpResult& feed) mutable {
                    if (!graph::readAnswer(feed, host_.clock->now())) {
                        found.warnings.append(u"facebook.cannot_read"_s);
                    }
                    checkToken(found, done);
                });
}

void Facebook::checkToken(AccountCheck found, const Checked& done) {
    token_.ask([this, done, found]() mutable {
        if (const QString warning = token_.warning(); !warning.isEmpty()) {
            found.warnings.append(warning);
        }
        if (const auto ends = token_.ends()) {
            found.facts.insert(u"token_ends"_s, toIsoUtc(*ends));
        }
        done(found);
    });
}

void Facebook::look() {
    if (caller_.shouldSlowDown()) {
        nextLook_.start(kLookEvery);
        return;
    }
    const bool whole = looks_ % kLooksPerAccount == 0;
    caller_.get(page_, {{u"fields"_s, whole ? messaging::accountFields() : u"id"_s}},
                [this](const net::HttpResult& result) { looked(result); });
}

void Facebook::looked(const net::HttpResult& result) {
    if (stopped_) {
        return;
    }
    if (const auto seen = graph::observe(connect::CallKind::Account, result)) {
        host_.report(*seen);
    }
    const Time now = host_.clock->now();
    const auto node = graph::readAnswer(result, now);
    if (!node) {
        poll_.missing(); // once it answers again, at once
        const int doublings = std::min(failedLooks_++, kDoublingsMax);
        nextLook_.start(std::min(kLookEvery, kLookAgain * (1 << doublings)));
        return;
    }
    failedLooks_ = 0;
    if (lastLook_ && now - *lastLook_ > kAbsent) {
        poll_.missing();
    }
    lastLook_ = now;
    if (looks_ % kLooksPerAccount == 0) {
        facts_ = messaging::readAccount(*node, page_).facts;
        token_.look([this] { learn(); });
    }
    if (looks_ % kLooksPerSubscription == 0) {
        lookAtSubscription();
    }
    poll_.run();
    ++looks_;
    nextLook_.start(kLookEvery);
}

void Facebook::learn() {
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
        host_.learnAccount(page_, facts_);
    }
}

// The one fault that everything else shows as green: the app is no longer subscribed, so nothing
// arrives while every call works.
void Facebook::lookAtSubscription() {
    caller_.get(page_ + u"/subscribed_apps"_s, {}, [this](const net::HttpResult& result) {
        const auto answer = graph::readAnswer(result, host_.clock->now());
        if (stopped_ || !answer) {
            return; // no evidence either way
        }
        const Subscription found = readSubscription(*answer);
        if (found.wanted.isEmpty()) {
            reportSubscription(true);
        } else {
            subscribe(found);
        }
    });
}

void Facebook::subscribe(const Subscription& found) {
    caller_.post(page_ + u"/subscribed_apps"_s, {{u"subscribed_fields"_s, found.wanted}},
                 [this, found](const net::HttpResult& result) {
                     const bool done = graph::readAnswer(result, host_.clock->now()).has_value();
                     const QString less = QString::fromUtf16(kCommentsOnly);
                     if (stopped_) {
                         return;
                     }
                     const bool all = found.wanted == QString::fromUtf16(messaging::kPageFields);
                     if (!done && all) { // the key may not be for messages
                         subscribe({found.comments, less});
                         return;
                     }
                     reportSubscription(done || found.comments);
                 });
}

void Facebook::reportSubscription(bool subscribed) {
    connect::Observation seen;
    seen.call = connect::CallKind::Receive;
    if (!subscribed) {
        seen.failure = FailureClass::Silent;
        seen.id = u"facebook.not_subscribed"_s;
    }
    host_.report(seen);
}

} // namespace comanda::facebook
