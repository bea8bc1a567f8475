#include "core/connectors/messaging/watch.h"

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

} // namespace

Watch::Watch(graph::Caller& caller, const graph::TokenLife::Of& token, Of of, Missed missed,
             const connect::Host& host, QObject* parent)
    : QObject(parent),
      caller_(caller),
      of_(std::move(of)),
      missed_(std::move(missed)),
      host_(host),
      token_(caller, token, host, this),
      next_(this) {
    next_.setSingleShot(true);
    connect(&next_, &QTimer::timeout, this, &Watch::look);
}

void Watch::stop() {
    stopped_ = true;
    next_.stop();
    token_.stop();
}

void Watch::check(std::function<void(Result<AccountCheck>)> done) {
    caller_.get(of_.account, {{u"fields"_s, accountFields()}},
                [this, done = std::move(done)](const net::HttpResult& result) {
                    const auto node = graph::readAnswer(result, host_.clock->now());
                    if (!node) {
                        done(fail(node.error()));
                        return;
                    }
                    checkSubscription(readAccount(*node, of_.account), done);
                });
}

void Watch::checkSubscription(AccountCheck found,
                              const std::function<void(Result<AccountCheck>)>& done) {
    caller_.get(of_.subscribes, {}, [this, done, found](const net::HttpResult& apps) mutable {
        const auto answer = graph::readAnswer(apps, host_.clock->now());
        if (!answer) {
            found.warnings.append(of_.unknown);
        } else if (!of_.read(*answer).arrives) {
            found.warnings.append(of_.notSubscribed);
        }
        token_.ask([this, done, found]() mutable {
            if (const QString warning = token_.warning(); !warning.isEmpty()) {
                found.warnings.append(warning);
            }
            putKeyEnd(found.facts, token_.end());
            done(found);
        });
    });
}

void Watch::subscribe(std::function<void(Result<>)> done) {
    caller_.get(of_.subscribes, {}, [this, done = std::move(done)](const net::HttpResult& apps) {
        const auto answer = graph::readAnswer(apps, host_.clock->now());
        const QString wanted = answer ? of_.read(*answer).wanted : QString();
        if (!answer || wanted.isEmpty()) {
            done(answer ? Result<>(Done{}) : Result<>(fail(answer.error())));
            return;
        }
        caller_.post(of_.subscribes, {{u"subscribed_fields"_s, wanted}},
                     [this, done](const net::HttpResult& result) {
                         const auto made = graph::readAnswer(result, host_.clock->now());
                         done(made ? Result<>(Done{}) : Result<>(fail(made.error())));
                     });
    });
}

void Watch::look() {
    if (caller_.shouldSlowDown()) {
        next_.start(kLookEvery);
        return;
    }
    const bool whole = looks_ % kLooksPerAccount == 0;
    caller_.get(of_.account, {{u"fields"_s, whole ? accountFields() : u"id"_s}},
                [this](const net::HttpResult& result) { looked(result); });
}

void Watch::looked(const net::HttpResult& result) {
    if (stopped_) {
        return;
    }
    if (const auto seen = graph::observe(connect::CallKind::Account, result)) {
        host_.report(*seen);
    }
    const Time now = host_.clock->now();
    const auto node = graph::readAnswer(result, now);
    if (!node) {
        missed_.missing(); // what was sent meanwhile may not come again
        const int doublings = std::min(failedLooks_++, kDoublingsMax);
        next_.start(std::min(kLookEvery, kLookAgain * (1 << doublings)));
        return;
    }
    failedLooks_ = 0;
    if (lastLook_ && now - *lastLook_ > kAbsent) {
        missed_.missing();
    }
    lastLook_ = now;
    if (looks_ % kLooksPerAccount == 0) {
        facts_ = readAccount(*node, of_.account).facts;
        token_.look([this] { learn(); });
    }
    if (looks_ % kLooksPerSubscription == 0) {
        lookAtSubscription();
    } else {
        missed_.fetch();
    }
    ++looks_;
    next_.start(kLookEvery);
}

void Watch::learn() {
    if (stopped_) {
        return;
    }
    putKeyEnd(facts_, token_.end());
    token_.tell();
    if (host_.learnAccount) {
        host_.learnAccount(of_.account, facts_);
    }
}

void Watch::lookAtSubscription() {
    caller_.get(of_.subscribes, {}, [this](const net::HttpResult& result) {
        const auto answer = graph::readAnswer(result, host_.clock->now());
        if (stopped_) {
            return;
        }
        const Subscribed found = answer ? of_.read(*answer) : Subscribed{};
        if (!found.wanted.isEmpty()) {
            subscribeAgain(found);
            return;
        }
        if (answer) { // else there is no evidence either way
            report(true);
        }
        missed_.fetch();
    });
}

void Watch::subscribeAgain(const Subscribed& found) {
    caller_.post(of_.subscribes, {{u"subscribed_fields"_s, found.wanted}},
                 [this, found](const net::HttpResult& result) {
                     const bool done = graph::readAnswer(result, host_.clock->now()).has_value();
                     if (stopped_) {
                         return;
                     }
                     // The key may not be for all of it.
                     if (!done && !found.less.isEmpty()) {
                         subscribeAgain({found.arrives, found.less, {}});
                         return;
                     }
                     if (!found.arrives) {
                         missed_.missing();
                     }
                     report(done || found.arrives);
                     missed_.fetch();
                 });
}

void Watch::report(bool subscribed) {
    connect::Observation seen;
    seen.call = connect::CallKind::Receive;
    if (!subscribed) {
        seen.failure = FailureClass::Silent;
        seen.id = of_.notSubscribed;
    }
    host_.report(seen);
}

} // namespace comanda::messaging
