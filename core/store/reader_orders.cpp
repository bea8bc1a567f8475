// The board and the history of orders.
#include "core/store/order_rows.h"
#include "core/store/reader.h"
#include "core/store/try.h"

namespace comanda::store {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kClosedShownMs = 10LL * 60 * 1000;

}

Result<std::vector<Order>> Reader::openOrders() {
    COMANDA_LET(open, ordersWhere(connection_, u"o.is_open = 1 ORDER BY o.created_at, o.id"_s, {}));
    COMANDA_LET(closed, ordersWhere(connection_,
                                    u"o.closed_at > "_s + connection_.dialect().nowMillis()
                                        + u" - ? ORDER BY o.closed_at, o.id"_s,
                                    {kClosedShownMs}));
    open.insert(open.end(), std::make_move_iterator(closed.begin()),
                std::make_move_iterator(closed.end()));
    return std::move(open);
}

Result<std::optional<Order>> Reader::order(OrderId id) {
    COMANDA_LET(orders, ordersWhere(connection_, u"o.id = ?"_s, {bind(id)}));
    return orders.empty() ? std::nullopt : std::optional(std::move(orders.front()));
}

Result<std::vector<OrderEvent>> Reader::orderEvents(OrderId id) {
    return eventsOf(connection_, id);
}

Result<std::vector<Order>> Reader::ordersOf(ConversationId conversation, int limit) {
    return ordersWhere(connection_,
                       u"o.conversation = (SELECT COALESCE(k.merged_into, k.id) FROM conversation "
                       u"k WHERE k.id = ?)"
                       " ORDER BY o.id DESC LIMIT ?"_s,
                       {bind(conversation), limit});
}

Result<std::vector<Order>> Reader::ordersBetween(QDate from, QDate to) {
    return ordersWhere(connection_,
                       u"o.business_day BETWEEN ? AND ? ORDER BY o.business_day, o.number"_s,
                       {from.toString(Qt::ISODate), to.toString(Qt::ISODate)});
}

Result<std::vector<Order>> Reader::recentlyClosed(int limit) {
    return ordersWhere(connection_,
                       u"o.closed_at IS NOT NULL ORDER BY o.closed_at DESC, o.id DESC LIMIT ?"_s,
                       {limit});
}

} // namespace comanda::store
