#include "core/store/connection.h"

#include "core/store/postgres_url.h"
#include "core/store/sql_error.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>

#include <unordered_map>

namespace comanda::store {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t kStatementsMax = 400; // prepared at one time on one connection
constexpr int kSqliteBusyMs = 5000;
constexpr int kPostgresStatementMs = 30'000;
constexpr int kPostgresReadMs = 120'000; // exports read for long

// Values as both drivers take them: no bool (PostgreSQL would see a BOOLEAN), no null string
// (the drivers would make it NULL), no U+0000 (PostgreSQL has no such text).
QVariant bindable(const QVariant& value) {
    switch (value.typeId()) {
    case QMetaType::Bool:
        return QVariant::fromValue<qint64>(value.toBool() ? 1 : 0);
    case QMetaType::QString: {
        const QString* text = static_cast<const QString*>(value.constData());
        if (text->isNull()) {
            return QVariant(u""_s);
        }
        if (text->contains(QChar(0))) {
            return QVariant(QString(*text).replace(QChar(0), QChar(QChar::ReplacementCharacter)));
        }
        return value;
    }
    case QMetaType::QByteArray:
        return static_cast<const QByteArray*>(value.constData())->isNull()
                   ? QVariant(QByteArray(""))
                   : value;
    default:
        return value;
    }
}

bool startsWithWord(QStringView sql, QLatin1StringView word) {
    return sql.startsWith(word, Qt::CaseInsensitive);
}

// Only these can be prepared on PostgreSQL, and only these come again on SQLite.
bool isPreparable(QStringView sql) {
    const QStringView text = sql.trimmed();
    return startsWithWord(text, "SELECT"_L1) || startsWithWord(text, "INSERT"_L1)
           || startsWithWord(text, "UPDATE"_L1) || startsWithWord(text, "DELETE"_L1)
           || startsWithWord(text, "WITH"_L1);
}

struct StringHash {
    size_t operator()(const QString& text) const { return qHash(text); }
};

struct Statement {
    explicit Statement(const QSqlDatabase& database) : query(database) {}
    QSqlQuery query;
    int columns = -1; // of its answer; asked for once, since the driver builds it anew each time
};

} // namespace

bool Row::isNull(int column) const {
    return values_.at(static_cast<size_t>(column)).isNull();
}
qint64 Row::integer(int column) const {
    return values_.at(static_cast<size_t>(column)).toLongLong();
}
QString Row::text(int column) const {
    return values_.at(static_cast<size_t>(column)).toString();
}
QByteArray Row::bytes(int column) const {
    return values_.at(static_cast<size_t>(column)).toByteArray();
}

std::optional<Time> Row::optionalTime(int column) const {
    return isNull(column) ? std::nullopt : std::optional<Time>(time(column));
}

class Connection::Private {
public:
    Private(StoreConfig::Engine engine, bool readOnly) : readOnly_(readOnly) {
        dialect_.engine = engine;
    }
    ~Private() {
        statements_.clear(); // before the connection that they belong to
        unprepared_.reset();
        database_.close();
        database_ = QSqlDatabase();
        QSqlDatabase::removeDatabase(name_);
    }
    Private(const Private&) = delete;
    Private& operator=(const Private&) = delete;

    Result<> openSqlite(const StoreConfig& config);
    Result<> openPostgres(const StoreConfig& config);
    Result<> run(const QString& sql); // without values, not prepared
    Result<Statement*> ran(const QString& sql, const QVariantList& values);
    Result<> control(const QString& sql); // transaction words

    [[nodiscard]] bool isPostgres() const {
        return dialect_.engine == StoreConfig::Engine::Postgres;
    }
    [[nodiscard]] Error error(const QSqlQuery& query, const QString& sql) const {
        return sqlError(dialect_.engine, query.lastError(), sql, database_.isOpen());
    }

    Dialect dialect_;
    bool readOnly_ = false;
    // The engine ended the transaction by itself (disk full, I/O error): nothing more may run in
    // it, since a SAVEPOINT would silently begin, and its RELEASE commit, another one.
    bool broken_ = false;
    // Must differ among all connections of the process, in whatever thread they live.
    QString name_ = u"comanda-%1"_s.arg(reinterpret_cast<quintptr>(this), 0, 16);
    QSqlDatabase database_;
    std::unordered_map<QString, Statement, StringHash> statements_;
    std::optional<Statement> unprepared_;

private:
    Result<Statement*> prepared(const QString& sql);
    Result<> cannotOpen() const;
    Result<> all(const QStringList& statements);
};

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
    return all({u"PRAGMA synchronous=FULL"_s, u"PRAGMA foreign_keys=ON"_s,
                u"PRAGMA trusted_schema=OFF"_s, u"PRAGMA cache_size=-16000"_s,
                u"PRAGMA wal_autocheckpoint=4000"_s, u"PRAGMA journal_size_limit=67108864"_s});
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

Result<> Connection::Private::run(const QString& sql) {
    QSqlQuery query(database_);
    if (!query.exec(sql)) {
        return fail(error(query, sql));
    }
    return Done{};
}

Result<Statement*> Connection::Private::prepared(const QString& sql) {
    if (const auto known = statements_.find(sql); known != statements_.end()) {
        return &known->second;
    }
    if (statements_.size() >= kStatementsMax) {
        statements_.clear(); // texts made at run time must not pile up
    }
    Statement statement(database_);
    statement.query.setForwardOnly(!isPostgres()); // on PostgreSQL it would fetch row by row
    if (!statement.query.prepare(sql)) {
        return fail(error(statement.query, sql));
    }
    return &statements_.emplace(sql, std::move(statement)).first->second;
}

Result<Statement*> Connection::Private::ran(const QString& sql, const QVariantList& values) {
    if (values.isEmpty() && !isPreparable(sql)) {
        unprepared_.emplace(database_);
        unprepared_->query.setForwardOnly(!isPostgres());
        if (!unprepared_->query.exec(sql)) {
            return fail(error(unprepared_->query, sql));
        }
        return &*unprepared_;
    }
    auto statement = prepared(sql);
    if (!statement) {
        return statement;
    }
    QSqlQuery& query = (*statement)->query;
    for (int at = 0; at < values.size(); ++at) {
        query.bindValue(at, bindable(values.at(at)));
    }
    if (!query.exec()) {
        const Error failed = error(query, sql);
        query.finish();
        return fail(failed);
    }
    return statement;
}

Result<> Connection::Private::control(const QString& sql) {
    if (isPostgres()) {
        return run(sql);
    }
    auto statement = prepared(sql);
    if (!statement) {
        return fail(statement.error());
    }
    QSqlQuery& query = (*statement)->query;
    if (!query.exec()) {
        const Error failed = error(query, sql);
        query.finish();
        return fail(failed);
    }
    query.finish();
    return Done{};
}

Connection::Connection(std::unique_ptr<Private> d) : d(std::move(d)) {}
Connection::~Connection() = default;

Result<std::unique_ptr<Connection>> Connection::open(const StoreConfig& config, bool readOnly) {
    auto d = std::make_unique<Private>(config.engine, readOnly);
    const Result<> opened = config.engine == StoreConfig::Engine::Sqlite ? d->openSqlite(config)
                                                                         : d->openPostgres(config);
    if (!opened) {
        Error error = opened.error();
        if (error.id == "store.statement"_L1 || error.id == "store.connection_lost"_L1) {
            error.id = u"store.cannot_open"_s;
        }
        return fail(std::move(error));
    }
    return std::unique_ptr<Connection>(new Connection(std::move(d)));
}

const Dialect& Connection::dialect() const {
    return d->dialect_;
}

Result<int> Connection::execute(const QString& sql, const QVariantList& values) {
    auto statement = d->ran(sql, values);
    if (!statement) {
        return fail(statement.error());
    }
    const int affected = (*statement)->query.numRowsAffected();
    (*statement)->query.finish();
    return affected;
}

Result<std::vector<Row>> Connection::select(const QString& sql, const QVariantList& values) {
    auto statement = d->ran(sql, values);
    if (!statement) {
        return fail(statement.error());
    }
    QSqlQuery& rows = (*statement)->query;
    int& columns = (*statement)->columns;
    if (columns < 0) {
        columns = rows.record().count();
    }
    std::vector<Row> result;
    while (rows.next()) {
        std::vector<QVariant> row;
        row.reserve(static_cast<size_t>(columns));
        for (int column = 0; column < columns; ++column) {
            row.push_back(rows.value(column));
        }
        result.emplace_back(std::move(row));
    }
    const bool failed = rows.lastError().isValid(); // SQLite can fail between two rows
    const Error error = failed ? d->error(rows, sql) : Error();
    rows.finish();
    if (failed) {
        return fail(error);
    }
    return result;
}

Result<std::optional<Row>> Connection::selectOne(const QString& sql, const QVariantList& values) {
    auto rows = select(sql, values);
    if (!rows) {
        return fail(rows.error());
    }
    return rows->empty() ? std::nullopt : std::optional<Row>(std::move(rows->front()));
}

Result<qint64> Connection::insert(const QString& sql, const QVariantList& values) {
    auto row = selectOne(sql, values);
    if (!row) {
        return fail(row.error());
    }
    if (!*row) {
        return fail(ErrorKind::Storage, u"store.statement"_s,
                    u"no row returned | "_s + sql.simplified());
    }
    return (*row)->integer(0);
}

Result<> Connection::begin() {
    d->broken_ = false;
    if (d->isPostgres()) {
        // A reader sees one snapshot; a writer wants the newest row version before it changes it.
        return d->control(d->readOnly_ ? u"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"_s
                                       : u"BEGIN"_s);
    }
    return d->control(d->readOnly_ ? u"BEGIN"_s : u"BEGIN IMMEDIATE"_s);
}

Result<> Connection::commit() {
    if (d->broken_) {
        return fail(ErrorKind::Storage, u"store.commit_failed"_s,
                    u"the transaction was ended by the engine"_s);
    }
    return d->control(u"COMMIT"_s);
}

void Connection::rollback() {
    d->broken_ = false;
    // Fails where the engine has already rolled back, or the server is gone: then nothing is left
    // to undo.
    static_cast<void>(d->control(u"ROLLBACK"_s));
}

Result<> Connection::savepoint() {
    if (d->broken_) {
        return fail(ErrorKind::Storage, u"store.commit_failed"_s,
                    u"the transaction was ended by the engine"_s);
    }
    return d->control(u"SAVEPOINT job"_s);
}

Result<> Connection::releaseSavepoint() {
    return d->control(u"RELEASE SAVEPOINT job"_s);
}

void Connection::rollbackToSavepoint() {
    if (!d->control(u"ROLLBACK TO SAVEPOINT job"_s) || !releaseSavepoint()) {
        d->broken_ = true;
    }
}

bool Connection::isAlive() const {
    return d->database_.isOpen();
}

Result<> Connection::listen(const QString& channel, QObject* context,
                            std::function<void(QByteArray payload)> heard) {
    QSqlDriver* driver = d->database_.driver();
    QObject::connect(driver, &QSqlDriver::notification, context,
                     [channel, heard = std::move(heard)](const QString& name,
                                                         QSqlDriver::NotificationSource,
                                                         const QVariant& payload) {
                         if (name == channel) {
                             heard(payload.toString().toUtf8());
                         }
                     });
    if (!driver->subscribeToNotification(channel)) {
        return fail(
            sqlError(d->dialect_.engine, driver->lastError(), u"LISTEN "_s + channel, isAlive()));
    }
    return Done{};
}

} // namespace comanda::store
