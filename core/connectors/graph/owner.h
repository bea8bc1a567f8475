// One address may serve all of Meta's objects, and one body may hold parts of two platforms: whose
// is which.
#pragma once

#include "core/connectors/graph/envelope.h"
#include "core/domain/event.h"

namespace comanda::graph {

// What stands in "messaging", also where it is shown as the value of a change: it names a sender or
// a recipient (what Meta says about a page alone has no sender).
[[nodiscard]] bool isMessagingItem(const QJsonObject& value);

// By what is in the part; the word in "object" decides where that could be either's. nullopt:
// nobody knows, and whoever reads it says so.
[[nodiscard]] std::optional<Platform> ownerOf(const Part& part);

// What a reader makes of a part that is another platform's: Ignored without a key, with the
// platform set by which the hub finds who can read it.
[[nodiscard]] Event foreign(const QString& account, Platform owner);

// Is anything in the body this platform's, and, unless `account` is empty, of that account?
[[nodiscard]] bool concerns(const QByteArray& body, Platform platform, const QString& account);

} // namespace comanda::graph
