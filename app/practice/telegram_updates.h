// The queue behind getUpdates: ids, confirmation by offset, penalties, expiry. Pure but for its
// random numbers; time is given.
#pragma once

#include "core/base/clock.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QSet>
#include <QStringList>

#include <chrono>
#include <deque>
#include <optional>
#include <vector>

namespace comanda::practice {

class UpdateQueue {
public:
    struct Ask {
        std::optional<qint64> offset;
        qint64 limit = 100;
        qint64 timeout = 0; // seconds
        std::optional<QJsonArray> allowed;
    };
    struct Terms { // how the ask takes effect
        int limit = 100;
        int timeout = 0; // seconds
    };

    UpdateQueue(QRandomGenerator& random, std::chrono::milliseconds second);

    // `kind`: the key of `body` beside update_id. `message`: id of a customer's message, 0: none.
    // False: the poller did not subscribe to this kind.
    bool push(const QString& kind, QJsonObject body, Time date, qint64 message);
    // Confirms what lies below the offset, at once, and applies the penalties.
    Terms arrive(const Ask& ask, Time now, Monotonic at);
    // What a poll gets; stays in the queue until an offset confirms it.
    [[nodiscard]] QByteArray answer(int limit, Time now);

    void expire(Time now);
    void reseed(bool lower);
    void setDuplicating(bool on) { duplicating_ = on; }
    void setReordering(bool on) { reordering_ = on; }
    void clear() { pending_.clear(); }

    [[nodiscard]] bool isEmpty() const { return pending_.empty(); }
    [[nodiscard]] int size() const { return int(pending_.size()); }
    [[nodiscard]] const std::vector<qint64>& confirmed() const { return confirmed_; }
    [[nodiscard]] bool isConfirmed(qint64 message) const { return confirmedSet_.contains(message); }
    [[nodiscard]] const QJsonArray& allowed() const { return allowed_; }

private:
    struct Pending {
        qint64 id = 0;
        Time dies;
        qint64 message = 0;
        QByteArray json;
    };

    void confirmBelow(qint64 offset);
    void confirmFront();
    void setAllowed(const QJsonArray& kinds);
    [[nodiscard]] bool isWanted(const QString& kind) const;

    QRandomGenerator& random_;
    std::chrono::milliseconds second_;
    std::deque<Pending> pending_;
    qint64 nextId_;
    QJsonArray allowed_; // empty: the default
    qint64 lastOffset_ = 0;
    std::optional<Monotonic> lastAsk_;
    std::vector<qint64> confirmed_;
    QSet<qint64> confirmedSet_;
    QByteArray lastConfirmed_;
    bool duplicating_ = false;
    bool reordering_ = false;
};

} // namespace comanda::practice
