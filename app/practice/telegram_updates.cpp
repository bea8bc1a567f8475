#include "app/practice/telegram_updates.h"

#include <QJsonDocument>

#include <algorithm>

namespace comanda::practice {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kFirstIdMin = 2'000'001;
constexpr qint64 kFirstIdMax = 1'000'000'000; // ids are int32
constexpr qint64 kFutureOffsetMax = 10;
constexpr int kTimeoutMax = 50;
constexpr int kLimitMax = 100;
constexpr qsizetype kAnswerMax = 4 * 1024 * 1024;
constexpr std::chrono::hours kKept{24}; // from the message's date
constexpr std::chrono::seconds kQueryKept{150};

const QStringList& optIn() {
    static const QStringList kinds{u"chat_member"_s, u"message_reaction"_s,
                                   u"message_reaction_count"_s};
    return kinds;
}

bool isKnown(const QString& kind) {
    static const QSet<QString> kinds{u"message"_s,
                                     u"edited_message"_s,
                                     u"channel_post"_s,
                                     u"edited_channel_post"_s,
                                     u"business_connection"_s,
                                     u"business_message"_s,
                                     u"edited_business_message"_s,
                                     u"deleted_business_messages"_s,
                                     u"guest_message"_s,
                                     u"message_reaction"_s,
                                     u"message_reaction_count"_s,
                                     u"inline_query"_s,
                                     u"chosen_inline_result"_s,
                                     u"callback_query"_s,
                                     u"shipping_query"_s,
                                     u"pre_checkout_query"_s,
                                     u"purchased_paid_media"_s,
                                     u"poll"_s,
                                     u"poll_answer"_s,
                                     u"my_chat_member"_s,
                                     u"chat_member"_s,
                                     u"chat_join_request"_s,
                                     u"chat_boost"_s,
                                     u"removed_chat_boost"_s,
                                     u"managed_bot"_s};
    return kinds.contains(kind);
}

bool isQuery(const QString& kind) {
    return kind == u"callback_query" || kind == u"shipping_query" || kind == u"pre_checkout_query";
}

} // namespace

UpdateQueue::UpdateQueue(QRandomGenerator& random, std::chrono::milliseconds second)
    : random_(random),
      second_(second),
      nextId_(random.bounded(int(kFirstIdMin), int(kFirstIdMax))) {}

bool UpdateQueue::push(const QString& kind, QJsonObject body, Time date, qint64 message) {
    if (!isWanted(kind)) {
        return false;
    }
    Pending pending;
    pending.id = nextId_++;
    pending.dies = date + (isQuery(kind) ? Millis(kQueryKept) : Millis(kKept));
    pending.message = message;
    body.insert(u"update_id"_s, pending.id);
    pending.json = QJsonDocument(body).toJson(QJsonDocument::Compact);
    pending_.push_back(std::move(pending));
    return true;
}

UpdateQueue::Terms UpdateQueue::arrive(const Ask& ask, Time now, Monotonic at) {
    if (ask.allowed) {
        setAllowed(*ask.allowed);
    }
    expire(now);
    const qint64 offset = ask.offset.value_or(0);
    if (offset < 0) {
        while (qint64(pending_.size()) > -offset) {
            pending_.pop_front(); // forgotten, not confirmed: nobody has seen it
        }
    } else if (offset > 0 && offset <= nextId_ + kFutureOffsetMax) {
        confirmBelow(offset);
    }
    Terms terms;
    terms.limit = ask.limit < 1 ? kLimitMax : int(std::min<qint64>(ask.limit, kLimitMax));
    terms.timeout = int(std::clamp<qint64>(ask.timeout, 0, kTimeoutMax));
    // A client that asks for the same again does not advance: slow it down.
    if (lastAsk_ && offset == lastOffset_) {
        const auto since = at - *lastAsk_;
        if (since < 3 * second_ && terms.timeout < 3) {
            terms.timeout = 3;
        }
        if (since < second_ / 2) {
            terms.limit = 1;
        }
    }
    lastOffset_ = offset;
    lastAsk_ = at;
    return terms;
}

QByteArray UpdateQueue::answer(int limit, Time now) {
    expire(now);
    QList<QByteArray> items;
    qsizetype size = 0;
    for (const Pending& pending : pending_) {
        if (items.size() >= limit || size + pending.json.size() > kAnswerMax) {
            break;
        }
        items.append(pending.json);
        size += pending.json.size() + 1;
    }
    if (duplicating_ && !items.isEmpty()) {
        items += items;
        if (!lastConfirmed_.isEmpty()) {
            items.prepend(lastConfirmed_);
        }
    }
    if (reordering_) {
        std::shuffle(items.begin(), items.end(), random_);
    }
    return R"({"ok":true,"result":[)" + items.join(',') + "]}";
}

void UpdateQueue::expire(Time now) {
    pending_.erase(std::remove_if(pending_.begin(), pending_.end(),
                                  [now](const Pending& pending) { return pending.dies <= now; }),
                   pending_.end());
}

void UpdateQueue::reseed(bool lower) {
    nextId_ = lower ? random_.bounded(1, int(kFirstIdMin)) // below every first id
                    : qint64(random_.bounded(int(kFirstIdMax), int(kFirstIdMax) + 1'000'000));
}

void UpdateQueue::confirmBelow(qint64 offset) {
    while (!pending_.empty() && pending_.front().id < offset) {
        confirmFront();
    }
}

void UpdateQueue::confirmFront() {
    const Pending& front = pending_.front();
    lastConfirmed_ = front.json;
    if (front.message != 0 && !confirmedSet_.contains(front.message)) {
        confirmed_.push_back(front.message);
        confirmedSet_.insert(front.message);
    }
    pending_.pop_front();
}

void UpdateQueue::setAllowed(const QJsonArray& kinds) {
    QJsonArray known;
    for (const QJsonValue kind : kinds) {
        if (isKnown(kind.toString())) {
            known.append(kind);
        }
    }
    allowed_ = known;
}

bool UpdateQueue::isWanted(const QString& kind) const {
    return allowed_.isEmpty() ? !optIn().contains(kind) : allowed_.contains(kind);
}

} // namespace comanda::practice
