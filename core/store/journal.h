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
    qint64 waiting = 0, bytes = 0;
    std::optional<Time> oldest;
    std::vector<RouteFigures> routes;
};

class Journal {
public:
    // `quota`: bytes of items not yet acknowledged that are kept at most.
    [[nodiscard]] static Result<std::unique_ptr<Journal>> open(const QString& path, qint64 quota,
                                                               const Clock& clock);
    ~Journal();

    // Any thread; `seal` is called with the id that the item will have (it is the AAD of the
    // sealing). `done` is called on the journal's thread after COMMIT. Fails with "mailbox.full"
    // at the quota, "mailbox.cannot_seal", "store.commit_failed".
    void append(const QString& route, const QByteArray& headers,
                std::function<Result<QByteArray>(qint64 id)> seal,
                std::function<void(Result<qint64>)> done);

    // Any thread, blocking, short.
    [[nodiscard]] Result<std::vector<JournalItem>> after(qint64 cursor, int limit, qint64 maxBytes);
    [[nodiscard]] Result<> acknowledge(qint64 through);
    [[nodiscard]] Result<> noteHandshake(const QString& route);
    [[nodiscard]] Result<int> prune(Time acknowledgedBefore); // acknowledged items only
    [[nodiscard]] Result<JournalFigures> figures();
    [[nodiscard]] Result<std::optional<QString>> hub();       // the one hub that may collect
    [[nodiscard]] Result<> setHub(const QString& hubId);

    // Called on the journal's thread after each commit that added items: wakes long polls.
    void onAppended(std::function<void()> callback);

private:
    class Private;
    explicit Journal(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace comanda::store
