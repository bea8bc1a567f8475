// Brings a store to the newest schema: numbered steps, forward only, each in a transaction.
#pragma once

#include "core/base/clock.h"
#include "core/store/connection.h"
#include "core/store/schema.h"

namespace comanda::store {

struct Migrated {
    int from = 0; // 0: it was empty
    int to = 0;
    QString backup; // the copy of an older SQLite file; empty if none was needed
};

// 0 for an empty store.
[[nodiscard]] Result<int> schemaOf(Connection& connection);

// Checks without changing anything, for those who only read. Fails with "store.newer_schema"
// (params "found", "known") or "store.older_schema".
[[nodiscard]] Result<> requireSchema(Connection& connection, int known);

// `connection` writes and is in no transaction. An older SQLite file is copied first, into the
// folder "backups" of `config.dataDir` (of the file, if that is empty). Several PostgreSQL seats
// may call this at once. Fails with "store.newer_schema", "store.migration_failed" (params
// "number") or "store.corrupt"; then the store is as it was after the last step that worked.
[[nodiscard]] Result<Migrated> migrate(Connection& connection, const StoreConfig& config,
                                       const Clock& clock, const std::vector<Migration>& steps);

} // namespace comanda::store
