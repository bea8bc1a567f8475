// One database connection, used by one thread: statements in, rows out, errors as values.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/store/store.h"

#include <QVariant>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace comanda::store {

// The whole difference between the engines. SQL texts are written once; where one needs a word
// that differs, it comes from here.
struct Dialect {
    StoreConfig::Engine engine = StoreConfig::Engine::Sqlite;

    [[nodiscard]] QString
    idColumn() const; // "id INTEGER PRIMARY KEY AUTOINCREMENT" | "id BIGSERIAL PRIMARY KEY"
    [[nodiscard]] QString bytesType() const; // "BLOB" | "BYTEA"
    // Milliseconds by the database server's clock (the machine's own on SQLite).
    [[nodiscard]] QString nowMillis() const;
};

class Row {
public:
    explicit Row(std::vector<QVariant> values) : values_(std::move(values)) {}
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] bool flag(int column) const { return integer(column) != 0; } // stored as 0/1
    [[nodiscard]] Time time(int column) const { return fromMillis(integer(column)); }
    [[nodiscard]] std::optional<Time> optionalTime(int column) const;
    template <typename AnyId>
    [[nodiscard]] AnyId id(int column) const {
        return AnyId(integer(column));
    }

private:
    std::vector<QVariant> values_;
};

class Connection {
public:
    // SQLite: `readOnly` opens the file read-only. Writing connections run WAL, synchronous=FULL,
    // foreign_keys=ON, trusted_schema=OFF; PostgreSQL synchronous_commit=on, a statement timeout,
    // TCP keep-alive. Fails with "store.cannot_open", and "store.disk_full" where no room is why.
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const StoreConfig& config,
                                                                  bool readOnly);
    ~Connection();

    [[nodiscard]] const Dialect& dialect() const;

    // Prepared once per text. Values: qint64, int, bool (as 0/1), QString, QByteArray, double,
    // Time (as milliseconds: use bind()), an invalid QVariant for NULL. Errors: those of
    // sql_error.h (detail: text and driver's words).
    [[nodiscard]] Result<int> execute(const QString& sql,
                                      const QVariantList& values = {}); // rows affected
    [[nodiscard]] Result<std::vector<Row>> select(const QString& sql,
                                                  const QVariantList& values = {});
    [[nodiscard]] Result<std::optional<Row>> selectOne(const QString& sql,
                                                       const QVariantList& values = {});
    // INSERT … RETURNING id (or any single integer).
    [[nodiscard]] Result<qint64> insert(const QString& sql, const QVariantList& values = {});

    [[nodiscard]] Result<> begin();
    [[nodiscard]] Result<> commit();
    void rollback();
    [[nodiscard]] Result<> savepoint(); // one at a time
    [[nodiscard]] Result<> releaseSavepoint();
    void rollbackToSavepoint();
    [[nodiscard]] bool isAlive() const; // false after the server went away
    // Fails with Storage "store.lost" once the files that this connection writes were removed or
    // replaced behind it: SQLite goes on writing, without an error, what nobody will find again.
    // commit() asks by itself.
    [[nodiscard]] Result<> inPlace() const;

    // PostgreSQL: calls `heard` with the payload of each notification on `channel`, in this
    // connection's thread, which runs an event loop, until `context` or the connection is gone.
    [[nodiscard]] Result<> listen(const QString& channel, QObject* context,
                                  std::function<void(QByteArray payload)> heard);

private:
    class Private;
    explicit Connection(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

[[nodiscard]] inline QVariant bind(Time time) {
    return QVariant::fromValue<qint64>(toMillis(time));
}
[[nodiscard]] inline QVariant bind(std::optional<Time> time) {
    return time ? bind(*time) : QVariant();
}
template <typename Tag>
[[nodiscard]] QVariant bind(Id<Tag> id) {
    return id.isValid() ? QVariant::fromValue<qint64>(id.value()) : QVariant();
}

} // namespace comanda::store
