#include "core/store/sql_error.h"

#include <QStringList>

namespace comanda::store {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kSaidMax = 300;

const QString kRefused = u"store.refused"_s;

struct Meaning {
    ErrorKind kind = ErrorKind::Storage;
    QString id = u"store.statement"_s;
};

Meaning ofSqlite(const QString& code) {
    constexpr int kBusy = 5;
    constexpr int kLocked = 6;
    constexpr int kCorrupt = 11;
    constexpr int kFull = 13;
    constexpr int kTooBig = 18;
    constexpr int kConstraint = 19;
    constexpr int kMismatch = 20;
    constexpr int kNotADatabase = 26;
    switch (code.toInt() & 0xff) { // the low byte of an extended result code is the primary one
    case kBusy:
    case kLocked:
        return {ErrorKind::Busy, u"store.busy"_s};
    case kFull:
        return {ErrorKind::Storage, u"store.disk_full"_s};
    case kTooBig:
    case kConstraint:
    case kMismatch:
        return {ErrorKind::Invalid, kRefused};
    case kCorrupt:
    case kNotADatabase:
        return {ErrorKind::Storage, u"store.corrupt"_s};
    default:
        return {};
    }
}

Meaning ofPostgres(const QString& state, bool alive) {
    // https://www.postgresql.org/docs/current/errcodes-appendix.html
    const bool shutDown = state == "57P01"_L1 || state == "57P02"_L1 || state == "57P03"_L1;
    if (!alive || shutDown || state.startsWith("08"_L1)) {
        return {ErrorKind::Network, u"store.connection_lost"_s};
    }
    if (state == "40001"_L1 || state == "40P01"_L1 || state == "55P03"_L1) {
        return {ErrorKind::Busy, u"store.busy"_s};
    }
    if (state == "53100"_L1) {
        return {ErrorKind::Storage, u"store.disk_full"_s};
    }
    if (state == "XX001"_L1 || state == "XX002"_L1) {
        return {ErrorKind::Storage, u"store.corrupt"_s};
    }
    // Data, constraints, and what is too long for an index. Everything else may be over later.
    if (state.startsWith("22"_L1) || state.startsWith("23"_L1) || state == "54000"_L1) {
        return {ErrorKind::Invalid, kRefused};
    }
    return {};
}

} // namespace

Error sqlError(StoreConfig::Engine engine, const QSqlError& error, const QString& sql, bool alive) {
    const QString code = error.nativeErrorCode();
    const Meaning meaning =
        engine == StoreConfig::Engine::Sqlite ? ofSqlite(code) : ofPostgres(code, alive);
    // Only the first line: the server repeats values (customers' words) in those that follow.
    const QString said = error.databaseText().section(u'\n', 0, 0).left(kSaidMax);
    Error result;
    result.kind = meaning.kind;
    result.id = meaning.id;
    result.detail = QStringList{code, said, sql.simplified().left(kSaidMax)}.join(u" | "_s);
    return result;
}

} // namespace comanda::store
