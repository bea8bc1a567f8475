// What the doctor should say about the database engine itself.
#pragma once

#include "core/store/connection.h"

namespace comanda::store {

struct EngineFacts {
    QString name;         // "SQLite" | "PostgreSQL"
    QString version;      // as the engine says it
    QStringList warnings; // "store.sqlite_wal_reset" | "store.postgres_too_old" |
                          // "store.commit_not_durable"
};

[[nodiscard]] Result<EngineFacts> engineFacts(Connection& connection);

// SQLite 3.7.0 to 3.51.2 can damage the log when two connections write or checkpoint at once. We
// never let two, but another program that opens the file might. https://sqlite.org/wal.html
[[nodiscard]] bool hasWalResetDefect(const QString& sqliteVersion);

} // namespace comanda::store
