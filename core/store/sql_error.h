// What a driver's error means to us.
#pragma once

#include "core/base/result.h"
#include "core/store/store.h"

#include <QSqlError>

namespace comanda::store {

// `alive`: whether the connection still stands. `sql` goes into the detail; bound values never do.
// Invalid "store.refused": the values are at fault, and would be again. All others are trouble of
// the store: "store.connection_lost", "store.busy", "store.disk_full", "store.corrupt",
// "store.statement" (anything else, like a statement that took too long).
[[nodiscard]] Error sqlError(StoreConfig::Engine engine, const QSqlError& error, const QString& sql,
                             bool alive);

} // namespace comanda::store
