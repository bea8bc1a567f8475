#include "core/store/migrate.h"

#include "core/base/log.h"
#include "core/store/files.h"

#include <QDateTime>
#include <QFile>

namespace comanda::store {

using namespace Qt::StringLiterals;

namespace {

// Any number will do; all seats must use the same.
constexpr qint64 kMigrationLock = 0x636f6d616e6461; // "comanda"

bool isSqlite(const Connection& connection) {
    return connection.dialect().engine == StoreConfig::Engine::Sqlite;
}

Error migrationFailed(int number, const Error& cause) {
    if (cause.id == "store.corrupt"_L1 || cause.id == "store.newer_schema"_L1) {
        return cause;
    }
    Error error = cause;
    error.detail = cause.id + u": "_s + cause.detail;
    error.id = u"store.migration_failed"_s;
    error.params.insert(u"number"_s, QString::number(number));
    return error;
}

tl::unexpected<Error> newer(int found, int known) {
    return fail(ErrorKind::Conflict, u"store.newer_schema"_s, {},
                {{u"found"_s, QString::number(found)}, {u"known"_s, QString::number(known)}});
}

Result<> copyChecks(const StoreConfig& config, const QString& copy) {
    StoreConfig of = config;
    of.path = copy;
    auto opened = Connection::open(of, true);
    if (!opened) {
        return fail(opened.error());
    }
    auto answer = (*opened)->selectOne(u"PRAGMA quick_check(1)"_s);
    if (!answer) {
        return fail(answer.error());
    }
    if (!*answer || (*answer)->text(0) != "ok"_L1) {
        return fail(ErrorKind::Storage, u"store.corrupt"_s, u"the copy does not pass its check"_s);
    }
    return Done{};
}

// VACUUM INTO is the one way to copy a live file whole; a plain copy would miss the log.
Result<QString> backUp(Connection& connection, const StoreConfig& config, const Clock& clock,
                       int from) {
    const QString base = config.dataDir.isEmpty() ? folderOf(config.path) : config.dataDir;
    const QString folder = base + u"/backups"_s;
    const QString stamp = QDateTime::fromMSecsSinceEpoch(toMillis(clock.now()), Qt::UTC)
                              .toString(u"yyyyMMdd-HHmmss"_s);
    const QString copy = folder + u"/schema-%1-%2.sqlite"_s.arg(QString::number(from), stamp);
    if (!makeOwnerFolder(folder)) {
        return fail(ErrorKind::Storage, u"store.migration_failed"_s, u"cannot make "_s + folder);
    }
    if (QFile::exists(copy) && !QFile::remove(copy)) { // left by an attempt in the same second
        return fail(ErrorKind::Storage, u"store.migration_failed"_s, u"cannot replace "_s + copy);
    }
    if (!makeOwnerFile(copy)) { // SQLite accepts an empty file, and it is owner-only from the start
        return fail(ErrorKind::Storage, u"store.migration_failed"_s, u"cannot make "_s + copy);
    }
    QString literal = copy;
    literal.replace(u'\'', "''"_L1);
    if (auto done = connection.execute(u"VACUUM INTO '"_s + literal + u'\''); !done) {
        return fail(done.error());
    }
    QFile file(copy);
    if (!file.open(QIODevice::ReadWrite) || !syncFile(file) || !syncFolder(folder)) {
        return fail(ErrorKind::Storage, u"store.migration_failed"_s, u"cannot keep "_s + copy);
    }
    file.close();
    if (auto good = copyChecks(config, copy); !good) {
        return fail(good.error());
    }
    return copy;
}

Result<> runStatements(Connection& connection, const Migration& step, const Clock& clock) {
    for (const QString& sql : step.statements(connection.dialect())) {
        if (auto done = connection.execute(sql); !done) {
            return fail(done.error());
        }
    }
    auto noted =
        connection.execute(u"INSERT INTO schema_version (number, applied_at) VALUES (?, ?)"_s,
                           {step.number, bind(clock.now())});
    return noted ? Result<>(Done{}) : fail(noted.error());
}

Result<> inTransaction(Connection& connection, const std::function<Result<>()>& work) {
    if (auto begun = connection.begin(); !begun) {
        return begun;
    }
    Result<> done = work();
    if (done) {
        done = connection.commit();
    }
    if (!done) {
        connection.rollback();
    }
    return done;
}

// PostgreSQL: only one seat migrates at a time, and its long statements are not cut off. Both end
// with the transaction.
Result<> holdMigrations(Connection& connection) {
    if (isSqlite(connection)) {
        return Done{};
    }
    if (auto set = connection.execute(u"SET LOCAL statement_timeout = 0"_s); !set) {
        return fail(set.error());
    }
    auto held = connection.select(u"SELECT pg_advisory_xact_lock(?)"_s,
                                  {QVariant::fromValue<qint64>(kMigrationLock)});
    return held ? Result<>(Done{}) : fail(held.error());
}

Result<> applyStep(Connection& connection, const Migration& step, const Clock& clock) {
    return inTransaction(connection, [&]() -> Result<> {
        if (auto held = holdMigrations(connection); !held) {
            return held;
        }
        auto present = schemaOf(connection); // another seat may have come first
        if (!present) {
            return fail(present.error());
        }
        return *present >= step.number ? Result<>(Done{}) : runStatements(connection, step, clock);
    });
}

Result<> makeVersionTable(Connection& connection) {
    return inTransaction(connection, [&]() -> Result<> {
        if (auto held = holdMigrations(connection); !held) {
            return held;
        }
        auto made = connection.execute(u"CREATE TABLE IF NOT EXISTS schema_version ("
                                       "number INTEGER PRIMARY KEY, applied_at BIGINT NOT NULL)"_s);
        return made ? Result<>(Done{}) : fail(made.error());
    });
}

Result<bool> hasVersionTable(Connection& connection) {
    const QString sql =
        isSqlite(connection)
            ? u"SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = 'schema_version'"_s
            : u"SELECT COUNT(*) FROM pg_catalog.pg_class WHERE oid = to_regclass('schema_version')"_s;
    auto row = connection.selectOne(sql);
    if (!row) {
        return fail(row.error());
    }
    return *row && (*row)->integer(0) > 0;
}

} // namespace

Result<int> schemaOf(Connection& connection) {
    auto known = hasVersionTable(connection);
    if (!known) {
        return fail(known.error());
    }
    if (!*known) {
        return 0;
    }
    auto row = connection.selectOne(u"SELECT COALESCE(MAX(number), 0) FROM schema_version"_s);
    if (!row) {
        return fail(row.error());
    }
    return *row ? static_cast<int>((*row)->integer(0)) : 0;
}

Result<> requireSchema(Connection& connection, int known) {
    auto found = schemaOf(connection);
    if (!found) {
        return fail(found.error());
    }
    if (*found > known) {
        return newer(*found, known);
    }
    if (*found < known) {
        return fail(ErrorKind::Conflict, u"store.older_schema"_s, {},
                    {{u"found"_s, QString::number(*found)}, {u"known"_s, QString::number(known)}});
    }
    return Done{};
}

Result<Migrated> migrate(Connection& connection, const StoreConfig& config, const Clock& clock,
                         const std::vector<Migration>& steps) {
    const int known = steps.empty() ? 0 : steps.back().number;
    auto found = schemaOf(connection);
    if (!found) {
        return fail(migrationFailed(0, found.error()));
    }
    if (*found > known) {
        return newer(*found, known);
    }
    Migrated migrated{*found, known, {}};
    if (*found == known) {
        return migrated;
    }
    if (*found > 0 && isSqlite(connection)) {
        auto copy = backUp(connection, config, clock, *found);
        if (!copy) {
            return fail(migrationFailed(*found + 1, copy.error()));
        }
        migrated.backup = *copy;
    }
    if (auto made = makeVersionTable(connection); !made) {
        return fail(migrationFailed(*found + 1, made.error()));
    }
    for (const Migration& step : steps) {
        if (step.number <= *found) {
            continue;
        }
        if (auto done = applyStep(connection, step, clock); !done) {
            return fail(migrationFailed(step.number, done.error()));
        }
        qCInfo(lcStore) << "schema brought to" << step.number;
    }
    return migrated;
}

} // namespace comanda::store
