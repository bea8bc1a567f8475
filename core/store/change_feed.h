// Tells the seats of one PostgreSQL store of each other's commits: NOTIFY inside the writing
// transaction, LISTEN on a connection of its own. Ids travel, never rows.
#pragma once

#include "core/base/clock.h"
#include "core/store/connection.h"
#include "core/store/store.h"

#include <QObject>
#include <QTimer>

namespace comanda::store {

constexpr qsizetype kNotifyBytesMax = 7900; // the server refuses 8,000 and more

// Payload of a notification: {"from": seat, "c": [conversation ids], "o": [order ids],
// "channels"|"outbox"|"work"|"all": true}, what is empty or false left out. Too long: {"from",
// "all"}.
[[nodiscard]] QByteArray encodeChanges(const QString& seat, const ChangeSet& changes);

struct HeardChanges {
    QString seat; // empty if the payload is not ours: then everything may have changed
    ChangeSet changes;
};
[[nodiscard]] HeardChanges decodeChanges(const QByteArray& payload);

// Inside the writing transaction; the server delivers it at COMMIT.
[[nodiscard]] Result<> announce(Connection& connection, const QString& seat,
                                const ChangeSet& changes);

// Lives on a thread with an event loop. Its connection never opens a transaction: an open one
// would hold back the server's queue for every seat.
class ChangeFeed final : public QObject {
    Q_OBJECT
public:
    // What `seat` itself announced is not told again.
    ChangeFeed(StoreConfig config, QString seat);
    ~ChangeFeed() override;

    void start(); // on the object's own thread; connects now and again after each loss
    void stop();  // on the object's own thread

Q_SIGNALS:
    // After each (re)connection with `all`: what happened in between is not told.
    void changed(const comanda::store::ChangeSet& changes);

private:
    void connectNow();
    void check();
    void heard(const QByteArray& payload);

    StoreConfig config_;
    QString seat_;
    std::unique_ptr<Connection> connection_;
    QTimer* timer_ = nullptr;
    Millis retryAfter_;
    int quietChecks_ = 0;
};

} // namespace comanda::store
