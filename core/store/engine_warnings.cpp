#include "core/store/engine_warnings.h"

#include <QVersionNumber>

namespace comanda::store {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPostgresOldest = 14'00'00; // as server_version_num counts

Result<QString> answer(Connection& connection, const QString& sql) {
    auto row = connection.selectOne(sql);
    if (!row) {
        return fail(row.error());
    }
    return *row ? (*row)->text(0) : QString();
}

Result<EngineFacts> sqliteFacts(Connection& connection) {
    auto version = answer(connection, u"SELECT sqlite_version()"_s);
    if (!version) {
        return fail(version.error());
    }
    EngineFacts facts{u"SQLite"_s, *version, {}};
    if (hasWalResetDefect(*version)) {
        facts.warnings.append(u"store.sqlite_wal_reset"_s);
    }
    return facts;
}

Result<EngineFacts> postgresFacts(Connection& connection) {
    auto row = connection.selectOne(
        u"SELECT current_setting('server_version'), current_setting('server_version_num'), "
        "current_setting('fsync'), current_setting('full_page_writes')"_s);
    if (!row) {
        return fail(row.error());
    }
    if (!*row) {
        return fail(ErrorKind::Storage, u"store.statement"_s,
                    u"the server does not say its version"_s);
    }
    EngineFacts facts{u"PostgreSQL"_s, (*row)->text(0), {}};
    if ((*row)->text(1).toInt() < kPostgresOldest) {
        facts.warnings.append(u"store.postgres_too_old"_s);
    }
    if ((*row)->text(2) != "on"_L1 || (*row)->text(3) != "on"_L1) {
        facts.warnings.append(u"store.commit_not_durable"_s);
    }
    return facts;
}

} // namespace

bool hasWalResetDefect(const QString& sqliteVersion) {
    const QVersionNumber version = QVersionNumber::fromString(sqliteVersion);
    return version >= QVersionNumber(3, 7, 0) && version < QVersionNumber(3, 51, 3);
}

Result<EngineFacts> engineFacts(Connection& connection) {
    switch (connection.dialect().engine) {
    case StoreConfig::Engine::Sqlite:
        return sqliteFacts(connection);
    case StoreConfig::Engine::Postgres:
        return postgresFacts(connection);
    }
    Q_UNREACHABLE();
}

} // namespace comanda::store
