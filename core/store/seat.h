// What a store knows of the program that writes into it: on PostgreSQL a row that says which of its
// groups was committed last, so that a commit whose answer was lost can be told from one that never
// took place.
#pragma once

#include "core/store/connection.h"

namespace comanda::store {

// Once, before the first job. SQLite: whoever held the hub lease is dead, since the file's lock is
// ours now. PostgreSQL: marks of programs that are long gone go.
[[nodiscard]] Result<> enter(Connection& connection);

// PostgreSQL, inside the transaction of group `number`, as its last but one word.
[[nodiscard]] Result<> markGroup(Connection& connection, const QString& seat, qint64 number);
// PostgreSQL: the last group of `seat` that was committed; 0: none. Fails with Busy "store.busy"
// while the server has not ended one yet.
[[nodiscard]] Result<qint64> lastGroup(Connection& connection, const QString& seat);

} // namespace comanda::store
