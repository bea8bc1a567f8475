#include "core/store/connection.h"

#include "core/store/ballast.h"
#include "core/store/connection_private.h"
#include "core/store/sql_error.h"

#include <QSqlDriver>
#include <QSqlError>
#include <QSqlRecord>

namespace comanda::store {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t kStatementsMax = 400; // prepared at one time on one connection

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

Error Connection::Private::error(const QSqlQuery& query, const QString& sql) {
    Error error = sqlError(dialect_.engine, query.lastError(), sql, database_.isOpen());
    if (!blow_ && error.id != "store.statement"_L1 && error.id != "store.refused"_L1
        && error.id != "store.busy"_L1) {
        blow_ = error;
    }
    return error;
}

Result<> Connection::Private::alive() {
    if (database_.isOpen()) {
        return Done{};
    }
    return fail(ErrorKind::Network, u"store.connection_lost"_s, u"the connection is closed"_s);
}

Error Connection::Private::ended() const {
    return blow_.value_or(Error{ErrorKind::Storage,
                                u"store.statement"_s,
                                {},
                                u"the transaction was ended by the engine"_s,
                                std::nullopt});
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
    if (auto there = alive(); !there) {
        return fail(there.error());
    }
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
    if (auto there = alive(); !there) {
        return there;
    }
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
        if (config.engine == StoreConfig::Engine::Sqlite && hasNoRoom(folderOf(config.path))) {
            error.id = u"store.disk_full"_s; // the index of the log takes some, even to read
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
    d->blow_.reset();
    if (d->isPostgres()) {
        // A reader sees one snapshot; a writer wants the newest row version before it changes it.
        return d->control(d->readOnly_ ? u"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"_s
                                       : u"BEGIN"_s);
    }
    auto begun = d->control(d->readOnly_ ? u"BEGIN"_s : u"BEGIN IMMEDIATE"_s);
    if (begun) {
        d->watchLog();
    }
    return begun;
}

Result<> Connection::commit() {
    if (d->broken_) {
        return fail(d->ended());
    }
    if (auto here = inPlace(); !here) {
        return here;
    }
    auto committed = d->control(u"COMMIT"_s);
    return committed ? inPlace() : committed; // gone in the meantime: written, but to nowhere
}

void Connection::rollback() {
    d->broken_ = false;
    // Fails where the engine has already rolled back, or the server is gone: then nothing is left
    // to undo.
    static_cast<void>(d->control(u"ROLLBACK"_s));
}

Result<> Connection::savepoint() {
    if (d->broken_) {
        return fail(d->ended());
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

bool isDriverInstalled(StoreConfig::Engine engine) {
    return QSqlDatabase::isDriverAvailable(engine == StoreConfig::Engine::Sqlite ? u"QSQLITE"_s
                                                                                 : u"QPSQL"_s);
}

} // namespace comanda::store
