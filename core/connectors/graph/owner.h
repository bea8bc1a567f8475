// One address may serve all of Meta's objects, and one body may hold parts of two platforms: whose
// is which.
#pragma once

#include "core/connectors/graph/envelope.h"
#include "core/domain/event.h"

namespace comanda::graph {

// By what is in the part; the word in "object" decides where that could be either's. nullopt:
// nobody knows, and whoever reads it says so.
[[nodiscard]] std::optional<Platform> ownerOf(const Part& part);

// What a reader makes of a part that is another platform's: Ignored without a key, with the
// platform set by which the hub finds who can read it.
[[nodiscard]] Event foreign(const QString& account, Platform owner);

// Is anything in the body this platform's, and, unless `account` is empty, of that account?
[[nodiscard]] bool concerns(const QByteArray& body, Platform platform, const QString& account);

} // namespace comanda::graph
