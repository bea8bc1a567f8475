// The mailbox's own append-only journal: sealed deliveries that wait for their hub. A small SQLite
// file with the store's durability (WAL, FULL, one writer, group commit).
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace comanda::store {

struct JournalItem {
    qint64 id = 0; // also the cursor; grows
    Time receivedAt;
    QString route;
    QByteArray headers; // JSON object
    QByteArray sealed;
};

struct RouteFigures {
    QString route;
    std::optional<Time> lastPost, lastHandshake;
};

struct JournalFigures {
    qint64 waiting = 0, bytes = 0; // not acknowledged
    qint64 last = 0;               // the newest id that was ever given
    std::optional<Time> oldest;
    QString trouble; // why nothing can be appended just now; empty: it can
    std::vector<RouteFigures> routes;
};

class Journal {
public:
    // `quota`: bytes of items that are kept at most. Acknowledged ones make room, the oldest first,
    // there and on a full disk; those that nobody has collected never do. Fails with
    // "store.locked", "store.cannot_open", "store.newer_schema", "store.migration_failed",
    // "store.corrupt".
    [[nodiscard]] static Result<std::unique_ptr<Journal>> open(const QString& path, qint64 quota,
                                                               const Clock& clock);
    ~Journal();

    // Any thread; `seal` is called with the id that the item will have (it is the AAD of the
    // sealing). `done` is called on the journal's thread after COMMIT. Fails with "mailbox.full"
    // at the quota, "mailbox.cannot_seal", "store.commit_failed".
    void append(const QString& route, const QByteArray& headers,
                std::function<Result<QByteArray>(qint64 id)> seal,
                std::function<void(Result<qint64>)> done);

    // Any thread but the journal's own (its callbacks), blocking, short.
    // At least one item if there is any, acknowledged ones too: a hub that went back in time reads
    // them again. A cursor that no item ever had fails with Invalid "mailbox.bad_cursor".
    [[nodiscard]] Result<std::vector<JournalItem>> after(qint64 cursor, int limit, qint64 maxBytes);
    [[nodiscard]] Result<> acknowledge(qint64 through); // fails like after(); never goes back
    [[nodiscard]] Result<> noteHandshake(const QString& route);
    // Removes items acknowledged before that time, a few hundred at once: call it until it answers
    // 0. Also keeps some of the disk back, to be let go of when it is full.
    [[nodiscard]] Result<int> prune(Time acknowledgedBefore);
    // After an append that failed it tries whether one would work again.
    [[nodiscard]] Result<JournalFigures> figures();
    [[nodiscard]] Result<std::optional<QString>> hub(); // the one hub that may collect
    [[nodiscard]] Result<> setHub(const QString& hubId);
    // Random, made with the file: a cursor is worth something only for the journal it came from.
    // Not while renewIdentity() runs in another thread.
    [[nodiscard]] const QString& identity() const;
    // For a file that is older than what a hub has seen of it: cursors from before are void.
    [[nodiscard]] Result<> renewIdentity();

    // Called on the journal's thread after each commit that added items: wakes long polls. Must be
    // quick and not call the journal. Once this returns, an earlier callback runs no more.
    void onAppended(std::function<void()> callback);

private:
    class Private;
    explicit Journal(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace comanda::store
