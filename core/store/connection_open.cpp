// Opening and closing a connection: how each engine is set up so that a commit is durable.
#include "core/store/connection_private.h"
#include "core/store/postgres_url.h"

#include <QFileInfo>
#include <QSqlError>

namespace comanda::store {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSqliteBusyMs = 5000;
constexpr int kPostgresStatementMs = 30'000;
constexpr int kPostgresReadMs = 120'000; // exports read for long

} // namespace

Connection::Private::~Private() {
    statements_.clear(); // before the connection that they belong to
    unprepared_.reset();
    database_.close();
    database_ = QSqlDatabase();
    QSqlDatabase::removeDatabase(name_);
}

Result<> Connection::Private::cannotOpen() const {
    const QSqlError error = database_.lastError();
    return fail(isPostgres() ? ErrorKind::Network : ErrorKind::Storage, u"store.cannot_open"_s,
                error.driverText() + u' ' + error.databaseText().trimmed());
}

Result<> Connection::Private::all(const QStringList& statements) {
    for (const QString& sql : statements) {
        if (auto done = run(sql); !done) {
            return done;
        }
    }
    return Done{};
}

Result<> Connection::Private::openSqlite(const StoreConfig& config) {
    database_ = QSqlDatabase::addDatabase(u"QSQLITE"_s, name_);
    database_.setDatabaseName(config.path);
    const QString busy = u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(kSqliteBusyMs);
    database_.setConnectOptions(readOnly_ ? busy + u";QSQLITE_OPEN_READONLY"_s : busy);
    if (!database_.open()) {
        return cannotOpen();
    }
    if (readOnly_) {
        return all({u"PRAGMA query_only=ON"_s, u"PRAGMA trusted_schema=OFF"_s,
                    u"PRAGMA wal_autocheckpoint=0"_s, u"PRAGMA cache_size=-8000"_s});
    }
    // Asked for and verified: some file systems refuse WAL without an error.
    QSqlQuery mode(database_);
    if (!mode.exec(u"PRAGMA journal_mode=WAL"_s)) {
        return fail(error(mode, u"PRAGMA journal_mode=WAL"_s));
    }
    if (!mode.next() || mode.value(0).toString() != "wal"_L1) {
        return fail(ErrorKind::Storage, u"store.cannot_open"_s,
                    u"the file system does not support WAL"_s);
    }
    mode.finish();
    watch(config.path);
    return all({u"PRAGMA synchronous=FULL"_s, u"PRAGMA foreign_keys=ON"_s,
                u"PRAGMA trusted_schema=OFF"_s, u"PRAGMA cache_size=-16000"_s,
                u"PRAGMA wal_autocheckpoint=4000"_s, u"PRAGMA journal_size_limit=67108864"_s});
}

void Connection::Private::watch(const QString& path) {
    const QFileInfo info(path);
    file_ = {info.absoluteFilePath(), FileIdentity::of(path)};
    log_ = {info.canonicalFilePath() + u"-wal"_s, std::nullopt}; // SQLite follows links, too
}

// The log is there for certain only once a transaction has begun.
void Connection::Private::watchLog() {
    if (file_.opened && !log_.opened) {
        log_.opened = FileIdentity::of(log_.path);
    }
}

Result<> Connection::inPlace() const {
    for (const auto* watched : {&d->file_, &d->log_}) {
        if (!watched->isInPlace()) {
            return fail(ErrorKind::Storage, u"store.lost"_s, watched->path,
                        {{u"file"_s, d->file_.path}});
        }
    }
    return Done{};
}

Result<> Connection::Private::openPostgres(const StoreConfig& config) {
    auto address = parsePostgresUrl(config.url);
    if (!address) {
        return fail(address.error());
    }
    database_ = QSqlDatabase::addDatabase(u"QPSQL"_s, name_);
    database_.setDatabaseName(address->database);
    database_.setUserName(address->user);
    database_.setPassword(QString::fromUtf8(address->password.reveal()));
    database_.setConnectOptions(connectOptions(*address));
    const bool opened = database_.open();
    database_.setPassword({});
    if (!opened) {
        return cannotOpen();
    }
    QStringList settings{
        u"SET synchronous_commit=on"_s, u"SET client_min_messages=warning"_s,
        u"SET idle_in_transaction_session_timeout=60000"_s,
        u"SET statement_timeout=%1"_s.arg(readOnly_ ? kPostgresReadMs : kPostgresStatementMs)};
    if (readOnly_) {
        settings.append(u"SET default_transaction_read_only=on"_s);
    }
    return all(settings);
}

} // namespace comanda::store
