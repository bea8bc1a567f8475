// What the platforms were told we have on one side, the hub's store on the other.
#pragma once

#include "core/base/result.h"

#include <QSet>
#include <QString>

#include <vector>

namespace comanda::test {

struct Acknowledged {
    std::vector<QString> messages; // external ids that a platform was told we have
    QSet<QString> carts;           // those that carried one, acknowledged or not
};

struct KillAccount {
    int acknowledged = 0;
    int lost = 0;          // of those, not in the store
    int doubled = 0;       // in the store more than once, or more orders than carts
    int ordersAsked = 0;   // carts that were acknowledged
    int ordersMissing = 0; // of those, without an order
    int halfOrders = 0;    // orders without lines, events, source or number
    int unread = 0;        // deliveries that were stored and not understood
};

// Reads the store of a hub that does not run.
[[nodiscard]] Result<KillAccount> drawUp(const QString& folder, const Acknowledged& acknowledged);

} // namespace comanda::test
