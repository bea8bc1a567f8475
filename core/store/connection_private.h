// What a connection keeps behind its face; for connection*.cpp alone.
#pragma once

#include "core/store/connection.h"
#include "core/store/files.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <unordered_map>

namespace comanda::store {

struct StringHash {
    size_t operator()(const QString& text) const { return qHash(text); }
};

struct Statement {
    explicit Statement(const QSqlDatabase& database) : query(database) {}
    QSqlQuery query;
    int columns = -1; // of its answer; asked for once, since the driver builds it anew each time
};

class Connection::Private {
public:
    Private(StoreConfig::Engine engine, bool readOnly) : readOnly_(readOnly) {
        dialect_.engine = engine;
    }
    ~Private();
    Private(const Private&) = delete;
    Private& operator=(const Private&) = delete;

    Result<> openSqlite(const StoreConfig& config);
    Result<> openPostgres(const StoreConfig& config);
    Result<> run(const QString& sql); // without values, not prepared
    void watch(const QString& path);  // of the open SQLite file
    void watchLog();
    Result<Statement*> ran(const QString& sql, const QVariantList& values);
    Result<> control(const QString& sql); // transaction words

    [[nodiscard]] bool isPostgres() const {
        return dialect_.engine == StoreConfig::Engine::Postgres;
    }
    [[nodiscard]] Error error(const QSqlQuery& query, const QString& sql);
    // Asked before each statement: the driver complains aloud about a connection that is gone.
    [[nodiscard]] Result<> alive();
    [[nodiscard]] Error ended() const;

    Dialect dialect_;
    bool readOnly_ = false;
    // The engine ended the transaction by itself (disk full, I/O error): nothing more may run in
    // it, since a SAVEPOINT would silently begin, and its RELEASE commit, another one.
    bool broken_ = false;
    struct Watched {
        QString path;
        std::optional<FileIdentity> opened; // nullopt: not known (yet)
        [[nodiscard]] bool isInPlace() const { return !opened || FileIdentity::of(path) == opened; }
    };
    Watched file_, log_;
    // The first thing in this transaction that was no fault of a statement: what the commit died
    // of.
    std::optional<Error> blow_;
    // Must differ among all connections of the process, in whatever thread they live.
    QString name_ = QStringLiteral("comanda-%1").arg(reinterpret_cast<quintptr>(this), 0, 16);
    QSqlDatabase database_;
    std::unordered_map<QString, Statement, StringHash> statements_;
    std::optional<Statement> unprepared_;

private:
    Result<Statement*> prepared(const QString& sql);
    Result<> cannotOpen() const;
    Result<> all(const QStringList& statements);
};

} // namespace comanda::store
