// The file under a Journal: its tables and what they say. Used by the journal's thread alone.
#pragma once

#include "core/store/connection.h"
#include "core/store/journal.h"

namespace comanda::store {

class JournalFile {
public:
    [[nodiscard]] static Result<std::unique_ptr<JournalFile>> open(const StoreConfig& config,
                                                                   const Clock& clock);

    [[nodiscard]] const QString& identity() const { return identity_; }
    [[nodiscard]] qint64 lastId() const { return lastId_; }
    [[nodiscard]] qint64 waitingBytes() const { return waitingBytes_ + addedBytes_; }
    [[nodiscard]] qint64 keptBytes() const { return keptBytes_ + addedBytes_ - removedBytes_; }

    [[nodiscard]] Result<> begin();
    [[nodiscard]] qint64 nextId() { return ++lastId_; } // a gap does no harm
    [[nodiscard]] Result<qint64> add(const QString& route, const QByteArray& headers,
                                     const QByteArray& sealed, qint64 id);
    // Of what was acknowledged, the oldest: how many items are gone. Alone, or between begin() and
    // commit().
    [[nodiscard]] Result<int> giveUp();
    [[nodiscard]] Result<> notePost(const QString& route);
    [[nodiscard]] Result<> commit();
    void rollback();
    // Whether so much can be written now; leaves nothing behind.
    [[nodiscard]] Result<> tryWriting(qint64 bytes);
    [[nodiscard]] Result<> inPlace() const { return connection_->inPlace(); }
    // Brings the log home: its room is used again.
    [[nodiscard]] Result<> checkpoint();

    [[nodiscard]] Result<> noteHandshake(const QString& route);
    [[nodiscard]] Result<std::vector<JournalItem>> after(qint64 cursor, int limit,
                                                         qint64 maxBytes) const;
    [[nodiscard]] Result<> acknowledge(qint64 through);
    [[nodiscard]] Result<int> prune(Time before);
    [[nodiscard]] Result<JournalFigures> figures() const;
    [[nodiscard]] Result<std::optional<QString>> hub();
    [[nodiscard]] Result<> setHub(const QString& hubId);
    [[nodiscard]] Result<QString> renewIdentity();

private:
    JournalFile(std::unique_ptr<Connection> connection, const Clock& clock)
        : connection_(std::move(connection)), clock_(clock) {}
    [[nodiscard]] Result<> readState();
    [[nodiscard]] Result<int> removeThrough(qint64 id); // the oldest few hundred
    void settle(); // what was added and removed since begin() is there

    std::unique_ptr<Connection> connection_; // an open transaction ends with it, undone
    const Clock& clock_;
    QString identity_;
    qint64 lastId_ = 0, acknowledged_ = 0;
    qint64 waiting_ = 0, waitingBytes_ = 0;                // committed and not acknowledged
    qint64 keptBytes_ = 0;                                 // committed, acknowledged ones too
    qint64 added_ = 0, addedBytes_ = 0, removedBytes_ = 0; // since begin()
    bool inTransaction_ = false;
};

} // namespace comanda::store
