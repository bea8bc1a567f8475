#include "core/connectors/whatsapp/whatsapp.h"

#include "core/base/json.h"
#include "core/connectors/graph/answers.h"
#include "core/connectors/graph/setup.h"
#include "core/connectors/whatsapp/account.h"
#include "core/connectors/whatsapp/module.h"
#include "core/connectors/whatsapp/standing.h"
#include "core/connectors/whatsapp/write.h"

#include <QJsonArray>

#include <algorithm>

namespace comanda::whatsapp {
namespace {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

constexpr Millis kLookEvery = 60s;
constexpr Millis kLookAgain = 5s; // after a failure, doubling up to kLookEvery
constexpr int kDoublingsMax = 4;
constexpr int kLooksPerAccount = 60;      // the number's facts are asked for once an hour
constexpr int kLooksPerSubscription = 10; // whether anything can arrive, every ten minutes
constexpr int kConversationsKept = 2000;
const QString kStanding = u"account"_s; // what the light's notice is about

QJsonObject factsOf(const ChannelConfig& config) {
    return config.settings.value(u"facts"_s).toObject();
}

QString sentId(const QJsonObject& answer) {
    return idText(answer.value(u"messages"_s).toArray().first().toObject().value(u"id"_s));
}

graph::Sender::Ways waysOf(const QString& phoneNumberId) {
    return {phoneNumberId + u"/messages"_s,
            phoneNumberId + u"/media"_s,
            uploadForm,
            u"id"_s,
            write,
            sentId};
}

} // namespace

WhatsApp::WhatsApp(const ChannelConfig& config, connect::Host host)
    : host_(std::move(host)),
      phoneNumberId_(graph::settingOf(config, u"phone_number_id"_s, config.account)),
      businessAccountId_(graph::settingOf(config, u"waba_id"_s)),
      caller_(graph::endpointOf(config, module().descriptor.defaultApiBaseUrl), u"access_token"_s,
              host_, this),
      sender_(caller_, waysOf(phoneNumberId_), host_, this),
      media_(caller_, {{{u"phone_number_id"_s, phoneNumberId_}}, true}, host_, this),
      catalogue_(caller_, graph::settingOf(config, u"catalog_id"_s), host_, this),
      templates_(caller_, businessAccountId_, host_, this),
      history_(caller_, phoneNumberId_, factsOf(config).value(u"history"_s).toString(), host_,
               this),
      token_(caller_, graph::tokenOf(config, module().descriptor.defaultApiBaseUrl), host_, this),
      nextLook_(this),
      facts_(factsOf(config)),
      connected_(!facts_.value(u"disconnected"_s).toBool()),
      lastMessage_(kConversationsKept) {
    nextLook_.setSingleShot(true);
    QObject::connect(&history_, &HistorySync::changed, this, &WhatsApp::keepFacts);
    QObject::connect(&nextLook_, &QTimer::timeout, this, &WhatsApp::look);
}

void WhatsApp::start(const std::optional<QString>& cursor) {
    Q_UNUSED(cursor) // the platform pushes; there is nothing to go on from
    look();
    catalogue_.start();
    templates_.start();
}

void WhatsApp::stop() {
    stopped_ = true;
    nextLook_.stop();
    catalogue_.stop();
    templates_.stop();
    history_.stop();
    caller_.stop();
    token_.stop();
    nextLook_.stop(); // an ended look has planned the next one
    catalogue_.stop();
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT stopped(); }, Qt::QueuedConnection);
}

void WhatsApp::deliver(const Delivery& delivery, connect::Stored stored) {
    if (stopped_) {
        stored(fail(ErrorKind::Cancelled, u"channel.stopped"_s));
        return;
    }
    Events events = host_.read(delivery.body, phoneNumberId_);
    noteLastMessages(events);
    if (std::any_of(events.begin(), events.end(), [](const Event& event) {
            return event.kind == EventKind::Ignored || event.history;
        })) {
        hearNews(delivery.body);
    }
    host_.report({connect::CallKind::Receive, std::nullopt, {}, {}});
    host_.intake(delivery, std::move(events), std::nullopt, std::move(stored));
}

void WhatsApp::send(const OutgoingMessage& message, std::function<void(SendOutcome)> done) {
    sender_.send(message, std::move(done));
}

void WhatsApp::fetch(const Attachment& attachment, const QString& path, qint64 maxBytes,
                     std::function<void(Result<connect::FetchedMedia>)> done) {
    media_.fetch(attachment, path, maxBytes, std::move(done));
}

void WhatsApp::check(Checked done) {
    caller_.get(phoneNumberId_, {{u"fields"_s, accountFields()}},
                [this, done = std::move(done)](const net::HttpResult& result) {
                    const auto node = graph::readAnswer(result, host_.clock->now());
                    if (!node) {
                        done(fail(node.error()));
                    } else if (businessAccountId_.isEmpty()) {
                        AccountCheck found = readAccount(*node, phoneNumberId_);
                        found.warnings.append(u"whatsapp.no_account_id"_s);
                        checkToken(found, done);
                    } else {
                        checkSubscription(readAccount(*node, phoneNumberId_), done);
                    }
                });
}

void WhatsApp::checkSubscription(AccountCheck found, const Checked& done) {
    caller_.get(businessAccountId_ + u"/subscribed_apps"_s, {},
                [this, done, found](const net::HttpResult& apps) mutable {
                    const auto answer = graph::readAnswer(apps, host_.clock->now());
                    if (!answer) {
                        found.warnings.append(u"whatsapp.subscription_unknown"_s);
                    } else if (!isSubscribed(*answer)) {
                        found.warnings.append(u"whatsapp.not_subscribed"_s);
                    }
                    checkToken(found, done);
                });
}

void WhatsApp::checkToken(AccountCheck found, const Checked& done) {
    token_.ask([this, done, found]() mutable {
        if (const QString warning = token_.warning(); !warning.isEmpty()) {
            found.warnings.append(warning);
        }
        putKeyEnd(found.facts, token_.end());
        done(found);
    });
}

// An account has no list of fields: what arrives is chosen once for the app.
void WhatsApp::subscribe(std::function<void(Result<>)> done) {
    if (businessAccountId_.isEmpty()) {
        done(fail(ErrorKind::Invalid, u"whatsapp.no_account_id"_s));
        return;
    }
    caller_.post(businessAccountId_ + u"/subscribed_apps"_s, {},
                 [this, done = std::move(done)](const net::HttpResult& result) {
                     const auto answer = graph::readAnswer(result, host_.clock->now());
                     done(answer ? Result<>(Done{}) : Result<>(fail(answer.error())));
                 });
}

void WhatsApp::markRead(const QString& conversationKey, const QString& externalId) {
    Q_UNUSED(conversationKey)
    if (!externalId.isEmpty() && !caller_.shouldSlowDown()) {
        caller_.post(phoneNumberId_ + u"/messages"_s, writeRead(externalId),
                     [](const net::HttpResult&) {});
    }
}

void WhatsApp::typing(const QString& conversationKey) {
    const QString* last = lastMessage_.object(conversationKey);
    if (last != nullptr && !caller_.shouldSlowDown()) {
        caller_.post(phoneNumberId_ + u"/messages"_s, writeTyping(*last),
                     [](const net::HttpResult&) {});
    }
}

void WhatsApp::look() {
    if (caller_.shouldSlowDown()) {
        nextLook_.start(kLookEvery);
        return;
    }
    const bool whole = looks_ % kLooksPerAccount == 0;
    caller_.get(phoneNumberId_, {{u"fields"_s, whole ? accountFields() : u"id"_s}},
                [this](const net::HttpResult& result) { looked(result); });
}

void WhatsApp::looked(const net::HttpResult& result) {
    if (stopped_) {
        return;
    }
    auto seen = graph::observe(connect::CallKind::Account, result);
    if (seen && !seen->failure && !connected_) { // it answers, and has let go of us all the same
        seen->failure = FailureClass::Auth;
        seen->id = u"whatsapp.disconnected"_s;
    }
    if (seen) {
        host_.report(*seen);
    }
    const auto node = graph::readAnswer(result, host_.clock->now());
    if (!node) {
        const int doublings = std::min(failedLooks_++, kDoublingsMax);
        nextLook_.start(std::min(kLookEvery, kLookAgain * (1 << doublings)));
        return;
    }
    failedLooks_ = 0;
    if (looks_ % kLooksPerAccount == 0) {
        const AccountCheck account = readAccount(*node, phoneNumberId_);
        facts_ = account.facts;
        seen_ = standingOf(account);
        tellStanding();
        if (node->value(u"is_on_biz_app"_s).toBool()) {
            history_.askOnce();
        }
        token_.look([this] { learn(); });
    }
    if (looks_ % kLooksPerSubscription == 0 && !businessAccountId_.isEmpty()) {
        lookAtSubscription();
    }
    ++looks_;
    nextLook_.start(kLookEvery);
}

void WhatsApp::learn() {
    if (stopped_) {
        return;
    }
    putKeyEnd(facts_, token_.end());
    token_.tell();
    keepFacts();
}

void WhatsApp::keepFacts() {
    if (!history_.state().isEmpty()) {
        facts_.insert(u"history"_s, history_.state());
    }
    if (connected_) {
        facts_.remove(u"disconnected"_s);
    } else {
        facts_.insert(u"disconnected"_s, true);
    }
    if (host_.learnAccount) {
        host_.learnAccount(phoneNumberId_, facts_);
    }
}

void WhatsApp::hearNews(const QByteArray& body) {
    const News news =
        newsIn(body, businessAccountId_, facts_.value(u"link_name"_s).toString(), phoneNumberId_);
    if (news.templates) {
        templates_.changed();
    }
    if (news.history) {
        history_.heard(*news.history);
    }
    if (news.note) {
        told_ = *news.note;
        tellStanding();
    }
    const bool connected = news.connected.value_or(connected_);
    if (std::exchange(connected_, connected) != connected) {
        keepFacts();
        look();
    }
}

// Beside how its calls go: what will need a person soon. What was told stands for more than what
// a look sees.
void WhatsApp::tellStanding() {
    host_.report(
        {connect::CallKind::Account, std::nullopt, told_.isEmpty() ? seen_ : told_, {}, kStanding});
}

// The one fault that everything else shows as green: the app is no longer subscribed, so nothing
// arrives while every call works.
void WhatsApp::lookAtSubscription() {
    caller_.get(businessAccountId_ + u"/subscribed_apps"_s, {},
                [this](const net::HttpResult& result) {
                    const auto answer = graph::readAnswer(result, host_.clock->now());
                    if (stopped_ || !answer) {
                        return; // no evidence either way
                    }
                    connect::Observation seen;
                    seen.call = connect::CallKind::Receive;
                    if (!isSubscribed(*answer)) {
                        seen.failure = FailureClass::Silent;
                        seen.id = u"whatsapp.not_subscribed"_s;
                    }
                    host_.report(seen);
                });
}

void WhatsApp::noteLastMessages(const Events& events) {
    for (const Event& event : events) {
        const bool written = event.kind == EventKind::Message || event.kind == EventKind::Order
                             || event.kind == EventKind::Postback;
        if (written && event.direction == Direction::In && !event.history
            && event.account == phoneNumberId_) {
            lastMessage_.insert(event.conversationKey, new QString(event.externalId));
            if (!std::exchange(connected_, true)) { // it has us again
                keepFacts();
            }
        }
    }
}

} // namespace comanda::whatsapp
