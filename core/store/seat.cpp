#include "core/store/seat.h"

#include "core/store/try.h"

namespace comanda::store {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMarksKeptMs = 30LL * 24 * 60 * 60 * 1000;

Result<> done(const Result<int>& affected) {
    return affected ? Result<>(Done{}) : fail(affected.error());
}

// Waits for the row of a transaction that is still open, and then reads what it left: a plain
// SELECT would answer at once, and too early.
Result<qint64> waitForMark(Connection& connection, const QString& seat) {
    COMANDA_TRY(connection.execute(u"SET LOCAL lock_timeout = 2000"_s));
    return connection.insert(
        u"INSERT INTO group_mark (seat, last, at) VALUES (?, 0, %1)"
        " ON CONFLICT (seat) DO UPDATE SET at = excluded.at RETURNING last"_s.arg(
            connection.dialect().nowMillis()),
        {seat});
}

} // namespace

Result<> enter(Connection& connection) {
    switch (connection.dialect().engine) {
    case StoreConfig::Engine::Sqlite:
        return done(connection.execute(
            u"UPDATE lease SET holder = '', expires = 0 WHERE id = 1 AND holder <> ''"_s));
    case StoreConfig::Engine::Postgres:
        return done(connection.execute(
            u"DELETE FROM group_mark WHERE at < %1 - ?"_s.arg(connection.dialect().nowMillis()),
            {kMarksKeptMs}));
    }
    Q_UNREACHABLE();
}

Result<> markGroup(Connection& connection, const QString& seat, qint64 number) {
    return done(connection.execute(u"INSERT INTO group_mark (seat, last, at) VALUES (?, ?, %1)"
                                   " ON CONFLICT (seat) DO UPDATE SET last = excluded.last,"
                                   " at = excluded.at"_s.arg(connection.dialect().nowMillis()),
                                   {seat, number}));
}

Result<qint64> lastGroup(Connection& connection, const QString& seat) {
    COMANDA_TRY(connection.begin());
    Result<qint64> last = waitForMark(connection, seat);
    connection.rollback();
    return last;
}

} // namespace comanda::store
