#include "core/connectors/messaging/backfill.h"

#include "core/base/json.h"
#include "core/connectors/graph/answers.h"
#include "core/connectors/messaging/history.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace comanda::messaging {
namespace {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

constexpr Millis kPace = 500ms; // the platform allows two calls a second
constexpr Millis kOverlap = 10min;
constexpr Millis kAtFirst = 24h; // how far back, where no message was ever seen
// What we said comes back as an echo with our reference, by which an unsure send is known; read
// here before, it would take the echo's place without one.
constexpr Millis kEchoesTake = 10min;
constexpr int kPageSize = 25;
constexpr int kPagesMax = 40;

// Only of the newest 20 messages of a conversation anything is told.
QString fields() {
    return u"id,updated_time,participants,messages.limit(20){id,created_time,from,to,message,"
           "attachments,sticker,reply_to}"_s;
}

// Newest first: whether everything behind this page is older.
bool reaches(const QJsonObject& answer, Time from) {
    const QJsonArray data = answer.value(u"data"_s).toArray();
    return std::any_of(data.begin(), data.end(), [&](const QJsonValue& conversation) {
        const auto updated = timeFrom(conversation[u"updated_time"]);
        return updated && *updated < from;
    });
}

// The address in "next" has the token in it and is not used.
QString nextPage(const QJsonObject& answer) {
    const QJsonObject paging = answer.value(u"paging"_s).toObject();
    return paging.contains(u"next"_s) ? idText(paging.value(u"cursors"_s)[u"after"]) : QString();
}

} // namespace

Backfill::Backfill(graph::Caller& caller, Place place, const connect::Host& host, QObject* parent)
    : QObject(parent), caller_(caller), place_(std::move(place)), host_(host), pause_(this) {
    pause_.setSingleShot(true);
    connect(&pause_, &QTimer::timeout, this, &Backfill::next);
}

void Backfill::resume(const std::optional<QString>& cursor) {
    complete_ = cursor ? timeFrom(*cursor) : std::nullopt;
    newest_ = complete_;
    missing();
}

void Backfill::note(const Events& events) {
    const Time now = host_.clock->now();
    for (const Event& event : events) {
        const bool said = event.kind == EventKind::Message || event.kind == EventKind::Order
                          || event.kind == EventKind::Postback;
        if (said && event.timestamp && event.account == place_.account) {
            newest_ = std::max(newest_.value_or(Time{}), std::min(*event.timestamp, now));
        }
    }
}

std::optional<QString> Backfill::cursorAfter(const Events& events) {
    note(events);
    if (missing_ || !newest_) {
        return std::nullopt;
    }
    complete_ = newest_;
    return QString::number(toMillis(*newest_));
}

void Backfill::missing() {
    missingAgain_ = running_;
    missing_ = true;
}

void Backfill::run() {
    if (!missing_ || running_ || stopped_ || caller_.shouldSlowDown()) {
        return;
    }
    running_ = true;
    missingAgain_ = false;
    began_ = host_.clock->now();
    from_ = complete_.value_or(began_ - kAtFirst) - kOverlap;
    after_.clear();
    pages_ = 0;
    next();
}

void Backfill::stop() {
    stopped_ = true;
    pause_.stop();
}

void Backfill::next() {
    graph::Query query{{u"platform"_s, place_.platform},
                       {u"fields"_s, fields()},
                       {u"limit"_s, QString::number(kPageSize)}};
    if (!after_.isEmpty()) {
        query.emplace_back(u"after"_s, after_);
    }
    ++pages_;
    caller_.get(place_.path, query, [this](const net::HttpResult& result) { taken(result); });
}

void Backfill::taken(const net::HttpResult& result) {
    const Result<QJsonObject> answer = graph::readAnswer(result, host_.clock->now());
    if (stopped_ || !answer) {
        running_ = false; // the next look tries again
        return;
    }
    after_ = nextPage(*answer);
    const bool last = after_.isEmpty() || reaches(*answer, from_) || pages_ >= kPagesMax;
    bringIn(messagesBetween(*answer, place_.account, from_, host_.clock->now() - kEchoesTake),
            last);
}

void Backfill::bringIn(const QJsonArray& conversations, bool last) {
    if (conversations.isEmpty()) {
        brought(last);
        return;
    }
    Delivery delivery;
    delivery.body = toCompactJson({{u"data"_s, conversations}});
    delivery.source = u"backfill"_s;
    delivery.receivedAt = host_.clock->now();
    Events events = host_.read(delivery.body, place_.account);
    const QPointer<Backfill> self(this);
    host_.intake(delivery, events, std::nullopt, [self, events, last](const Result<>& stored) {
        if (self.isNull()) {
            return;
        }
        if (!stored) {
            self->running_ = false;
            return;
        }
        self->note(events);
        self->brought(last);
    });
}

void Backfill::brought(bool last) {
    if (last) {
        finish();
    } else if (!stopped_) {
        pause_.start(kPace);
    }
}

void Backfill::finish() {
    running_ = false;
    complete_ = missingAgain_ ? std::optional(began_) : newest_;
    missing_ = std::exchange(missingAgain_, false);
}

} // namespace comanda::messaging
