// Orders as rows: the appended events, and beside them the sum that the board reads.
#pragma once

#include "core/domain/shop.h"
#include "core/store/tools.h"

namespace comanda::store {

// Condition and order of the rows, e.g. "o.id = ?". Names of catalogue lines are filled in.
[[nodiscard]] Result<std::vector<Order>> ordersWhere(Connection& db, const QString& condition,
                                                     const QVariantList& values);
// As its events say, without names from the catalogue. NotFound "store.no_order".
[[nodiscard]] Result<Order> storedOrder(Connection& db, OrderId id);
[[nodiscard]] Result<std::vector<OrderEvent>> eventsOf(Connection& db, OrderId id);

struct Birth { // what never changes
    ChannelId channel;
    Platform platform = Platform::Counter;
    ConversationId conversation;
    CustomerId customer;
    Currency currency;
    Time createdAt;
    QString cartDigest; // empty: not from a structured cart
    std::vector<MessageId> sources;
};
// The row, its number for the business day of `now`, and its first event.
[[nodiscard]] Result<Order> beginOrder(const Tools& tools, const Birth& birth,
                                       const OrderEvent& created, QDate businessDay);
// One more event; Conflict "order.changed_meanwhile" if `order` is not the present one.
[[nodiscard]] Result<Order> appendEvent(const Tools& tools, const Order& order,
                                        const OrderEvent& event);
// The customer changed or took back the message behind an order that is still open.
[[nodiscard]] Result<> flagByCustomer(const Tools& tools, OrderId order, OrderFlag flag,
                                      const QString& words);
// Names of the catalogue where a line has only its sku.
[[nodiscard]] Result<> fillNames(Connection& db, std::vector<Order>& orders);

} // namespace comanda::store
