// The hub lease: one row, by the server's clock. Its fence grows with every change of hands, and
// whoever comes with an old one changes nothing.
#include "core/store/connection.h"
#include "core/store/try.h"
#include "core/store/writer.h"

namespace comanda::store {

using namespace Qt::StringLiterals;

Result<Lease> Writer::takeLease(const QString& holder, Millis lasts, qint64 held) {
    const QString now = connection_.dialect().nowMillis();
    const QString sql = u"UPDATE lease SET fence = CASE WHEN fence = ? AND holder = ? THEN fence "
                        u"ELSE fence + 1 END,"
                        " holder = ?, expires = %1 + ? WHERE id = 1 AND ((fence = ? AND holder = ?)"
                        " OR holder = '' OR expires <= %1) RETURNING fence, expires"_s.arg(now);
    COMANDA_LET(row,
                connection_.selectOne(
                    sql, {held, holder, holder, static_cast<qint64>(lasts.count()), held, holder}));
    if (row) {
        return Lease{holder, row->integer(0), row->time(1)};
    }
    COMANDA_LET(other, connection_.selectOne(u"SELECT holder FROM lease WHERE id = 1"_s));
    return fail(ErrorKind::Busy, u"lease.held"_s, {},
                {{u"holder"_s, other ? other->text(0) : QString()}});
}

Result<> Writer::releaseLease(qint64 fence) {
    return connection_
        .execute(u"UPDATE lease SET holder = '', expires = 0 WHERE id = 1 AND fence = ?"_s, {fence})
        .map([](int) { return Done{}; });
}

Result<> Writer::requireFence(qint64 fence) {
    // On PostgreSQL the row stays locked against a take-over until this transaction is over.
    static const QString plain = u"SELECT fence FROM lease WHERE id = 1 AND holder <> ''"_s;
    static const QString locking = plain + u" FOR SHARE"_s;
    const bool postgres = connection_.dialect().engine == StoreConfig::Engine::Postgres;
    COMANDA_LET(row, connection_.selectOne(postgres ? locking : plain));
    if (!row || row->integer(0) != fence) {
        return fail(ErrorKind::Conflict, u"lease.lost"_s);
    }
    return Done{};
}

} // namespace comanda::store
