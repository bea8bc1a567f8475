#include "core/store/journal_file.h"

#include "core/store/migrate.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace comanda::store {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPruneMax = 500; // items removed in one transaction

// An acknowledgement is a row of its own: items are written once and never rewritten.
QStringList journalTables(const Dialect& dialect) {
    return {
        u"CREATE TABLE item (%1, received_at INTEGER NOT NULL, route TEXT NOT NULL,"
        " bytes INTEGER NOT NULL, headers BLOB NOT NULL, sealed BLOB NOT NULL)"_s.arg(
            dialect.idColumn()),
        u"CREATE TABLE acknowledgement (through INTEGER PRIMARY KEY, at INTEGER NOT NULL)"_s,
        u"CREATE TABLE route (route TEXT PRIMARY KEY, last_post INTEGER, last_handshake INTEGER)"_s,
        u"CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL)"_s,
    };
}

const std::vector<Migration>& journalMigrations() {
    static const std::vector<Migration> steps{{1, journalTables}};
    return steps;
}

QString randomIdentity() {
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char*>(words.data()), sizeof words).toHex());
}

tl::unexpected<Error> badCursor(qint64 cursor, qint64 last) {
    return fail(ErrorKind::Invalid, u"mailbox.bad_cursor"_s, u"%1 of %2"_s.arg(cursor).arg(last));
}

} // namespace

Result<std::unique_ptr<JournalFile>> JournalFile::open(const StoreConfig& config,
                                                       const Clock& clock) {
    auto opened = Connection::open(config, false);
    if (!opened) {
        return fail(std::move(opened).error());
    }
    // What is removed was sealed: overwriting it would only take the room that a full disk lacks.
    if (const auto set = (*opened)->select(u"PRAGMA secure_delete=OFF"_s); !set) {
        return fail(set.error());
    }
    const auto migrated = migrate(**opened, config, clock, journalMigrations());
    if (!migrated) {
        return fail(migrated.error());
    }
    std::unique_ptr<JournalFile> file(new JournalFile(std::move(*opened), clock));
    const Result<> read = file->readState();
    if (!read) {
        return fail(read.error());
    }
    return file;
}

Result<> JournalFile::readState() {
    const auto identity =
        connection_->insert(u"INSERT INTO state (name, value) VALUES ('identity', ?)"
                            " ON CONFLICT (name) DO UPDATE SET value = value RETURNING 1"_s,
                            {randomIdentity()});
    if (!identity) {
        return fail(identity.error());
    }
    const auto named = connection_->selectOne(u"SELECT value FROM state WHERE name = 'identity'"_s);
    const auto figures = connection_->selectOne(
        u"SELECT (SELECT COALESCE(MAX(seq), 0) FROM sqlite_sequence WHERE name = 'item'),"
        " (SELECT COALESCE(MAX(through), 0) FROM acknowledgement)"_s);
    if (!named || !figures) {
        return fail(!named ? named.error() : figures.error());
    }
    identity_ = (*named)->text(0);
    lastId_ = (*figures)->integer(0);
    acknowledged_ = (*figures)->integer(1);
    const auto waiting = connection_->selectOne(
        u"SELECT COUNT(*), COALESCE(SUM(bytes), 0) FROM item WHERE id > ?"_s, {acknowledged_});
    if (!waiting) {
        return fail(waiting.error());
    }
    waiting_ = (*waiting)->integer(0);
    waitingBytes_ = (*waiting)->integer(1);
    const auto kept = connection_->selectOne(u"SELECT COALESCE(SUM(bytes), 0) FROM item"_s);
    if (!kept) {
        return fail(kept.error());
    }
    keptBytes_ = (*kept)->integer(0);
    return Done{};
}

Result<> JournalFile::begin() {
    added_ = addedBytes_ = removedBytes_ = 0;
    Result<> begun = connection_->begin();
    inTransaction_ = begun.has_value();
    return begun;
}

Result<qint64> JournalFile::add(const QString& route, const QByteArray& headers,
                                const QByteArray& sealed, qint64 id) {
    const qint64 size = sealed.size() + headers.size();
    const auto inserted = connection_->execute(
        u"INSERT INTO item (id, received_at, route, bytes, headers, sealed) VALUES (?, ?, ?, ?, ?, ?)"_s,
        {id, bind(clock_.now()), route, size, headers, sealed});
    if (!inserted) {
        return fail(inserted.error());
    }
    ++added_;
    addedBytes_ += size;
    return id;
}

Result<> JournalFile::commit() {
    Result<> committed = connection_->commit();
    if (committed) {
        settle();
    }
    return committed;
}

void JournalFile::settle() {
    inTransaction_ = false;
    keptBytes_ += addedBytes_ - std::exchange(removedBytes_, 0);
    waiting_ += std::exchange(added_, 0);
    waitingBytes_ += std::exchange(addedBytes_, 0);
}

void JournalFile::rollback() {
    connection_->rollback();
    added_ = addedBytes_ = removedBytes_ = 0;
    inTransaction_ = false;
}

Result<> JournalFile::tryWriting(qint64 bytes) {
    Result<> done = begin();
    if (done) {
        done = connection_
                   ->execute(u"INSERT INTO state (name, value) VALUES ('trial', zeroblob(?))"
                             " ON CONFLICT (name) DO UPDATE SET value = excluded.value"_s,
                             {bytes})
                   .map([](int) { return Done{}; });
    }
    if (done) {
        done = commit();
    }
    if (!done) {
        rollback();
        return done;
    }
    return connection_->execute(u"DELETE FROM state WHERE name = 'trial'"_s).map([](int) {
        return Done{};
    });
}

Result<> JournalFile::checkpoint() {
    return connection_->select(u"PRAGMA wal_checkpoint(PASSIVE)"_s).map([](const auto&) {
        return Done{};
    });
}

Result<> JournalFile::notePost(const QString& route) {
    const auto noted =
        connection_->execute(u"INSERT INTO route (route, last_post) VALUES (?, ?)"
                             " ON CONFLICT (route) DO UPDATE SET last_post = excluded.last_post"_s,
                             {route, bind(clock_.now())});
    return noted ? Result<>(Done{}) : Result<>(fail(noted.error()));
}

Result<> JournalFile::noteHandshake(const QString& route) {
    const auto noted = connection_->execute(
        u"INSERT INTO route (route, last_handshake) VALUES (?, ?)"
        " ON CONFLICT (route) DO UPDATE SET last_handshake = excluded.last_handshake"_s,
        {route, bind(clock_.now())});
    return noted ? Result<>(Done{}) : Result<>(fail(noted.error()));
}

Result<std::vector<JournalItem>> JournalFile::after(qint64 cursor, int limit,
                                                    qint64 maxBytes) const {
    if (cursor < 0 || cursor > lastId_) {
        return badCursor(cursor, lastId_);
    }
    const auto sizes = connection_->select(
        u"SELECT id, bytes FROM item WHERE id > ? ORDER BY id LIMIT ?"_s, {cursor, limit});
    if (!sizes) {
        return fail(sizes.error());
    }
    qint64 through = cursor, bytes = 0;
    for (const Row& row : *sizes) {
        bytes += row.integer(1);
        if (bytes > maxBytes && through != cursor) {
            break;
        }
        through = row.integer(0);
    }
    const auto rows = connection_->select(
        u"SELECT id, received_at, route, headers, sealed FROM item WHERE id > ? AND id <= ? ORDER BY id"_s,
        {cursor, through});
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<JournalItem> items;
    items.reserve(rows->size());
    for (const Row& row : *rows) {
        items.push_back({row.integer(0), row.time(1), row.text(2), row.bytes(3), row.bytes(4)});
    }
    return items;
}

Result<> JournalFile::acknowledge(qint64 through) {
    if (through < 0 || through > lastId_) {
        return badCursor(through, lastId_);
    }
    if (through <= acknowledged_) {
        return Done{};
    }
    const auto done = connection_->selectOne(
        u"SELECT COUNT(*), COALESCE(SUM(bytes), 0) FROM item WHERE id > ? AND id <= ?"_s,
        {acknowledged_, through});
    if (!done) {
        return fail(done.error());
    }
    const auto noted =
        connection_->execute(u"INSERT INTO acknowledgement (through, at) VALUES (?, ?)"_s,
                             {through, bind(clock_.now())});
    if (!noted) {
        return fail(noted.error());
    }
    acknowledged_ = through;
    waiting_ -= (*done)->integer(0);
    waitingBytes_ -= (*done)->integer(1);
    return Done{};
}

Result<int> JournalFile::removeThrough(qint64 id) {
    const auto removed = connection_->select(
        u"DELETE FROM item WHERE id IN (SELECT id FROM item WHERE id <= ? ORDER BY id LIMIT ?)"
        " RETURNING bytes"_s,
        {id, kPruneMax});
    if (!removed) {
        return fail(removed.error());
    }
    for (const Row& row : *removed) {
        removedBytes_ += row.integer(0);
    }
    if (!inTransaction_) {
        settle();
    }
    return static_cast<int>(removed->size());
}

Result<int> JournalFile::giveUp() {
    return removeThrough(acknowledged_);
}

Result<int> JournalFile::prune(Time before) {
    const auto old = connection_->selectOne(
        u"SELECT COALESCE(MAX(through), 0) FROM acknowledgement WHERE at < ?"_s, {bind(before)});
    if (!old) {
        return fail(old.error());
    }
    const qint64 through = (*old)->integer(0);
    auto removed = removeThrough(through);
    if (!removed) {
        return removed;
    }
    // The newest row stays: it says how far the hub is.
    const auto forgotten =
        connection_->execute(u"DELETE FROM acknowledgement WHERE through < ?"_s, {through});
    return forgotten ? removed : forgotten;
}

Result<JournalFigures> JournalFile::figures() const {
    const auto oldest = connection_->selectOne(
        u"SELECT received_at FROM item WHERE id > ? ORDER BY id LIMIT 1"_s, {acknowledged_});
    const auto routes =
        connection_->select(u"SELECT route, last_post, last_handshake FROM route ORDER BY route"_s);
    if (!oldest || !routes) {
        return fail(!oldest ? oldest.error() : routes.error());
    }
    JournalFigures figures{waiting_, waitingBytes_, lastId_, std::nullopt, {}, {}};
    if (*oldest) {
        figures.oldest = (*oldest)->time(0);
    }
    for (const Row& row : *routes) {
        figures.routes.push_back({row.text(0), row.optionalTime(1), row.optionalTime(2)});
    }
    return figures;
}

Result<QString> JournalFile::renewIdentity() {
    const QString identity = randomIdentity();
    const auto set =
        connection_->execute(u"UPDATE state SET value = ? WHERE name = 'identity'"_s, {identity});
    if (!set) {
        return fail(set.error());
    }
    identity_ = identity;
    return identity;
}

Result<std::optional<QString>> JournalFile::hub() {
    const auto row = connection_->selectOne(u"SELECT value FROM state WHERE name = 'hub'"_s);
    if (!row) {
        return fail(row.error());
    }
    return *row ? std::optional((*row)->text(0)) : std::nullopt;
}

Result<> JournalFile::setHub(const QString& hubId) {
    const auto set =
        connection_->execute(u"INSERT INTO state (name, value) VALUES ('hub', ?)"
                             " ON CONFLICT (name) DO UPDATE SET value = excluded.value"_s,
                             {hubId});
    return set ? Result<>(Done{}) : Result<>(fail(set.error()));
}

} // namespace comanda::store
