#include "core/store/order_rows.h"

#include "core/store/conversations.h"
#include "core/store/customers.h"
#include "core/store/try.h"

#include <map>

namespace comanda::store {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kSourcesAtOnce = 50;

// Lines and details are kept in the form of a Created event.
QString presentJson(const Order& order) {
    return QString::fromUtf8(
        toJson(OrderChange(order_event::Created{order.lines, order.details, false})));
}

QString flagWords(const std::set<OrderFlag>& flags) {
    QStringList words;
    for (const OrderFlag flag : flags) {
        words.append(toWord(flag));
    }
    return words.join(u',');
}

std::set<OrderFlag> flagsFrom(const QString& words) {
    std::set<OrderFlag> flags;
    for (const QString& word : words.split(u',', Qt::SkipEmptyParts)) {
        if (const auto flag = orderFlagFrom(word)) {
            flags.insert(*flag);
        }
    }
    return flags;
}

const QString kColumns =
    u"o.id, o.version, o.number, o.business_day, o.channel, o.platform, o.conversation,"
    " o.customer, o.state, o.present, o.payment, o.notice, o.flags, o.allergy, o.currency,"
    " o.created_at, o.state_since, o.accepted_at, o.promised_at, o.closed_at, o.reason"_s;

Result<Order> orderFrom(const Row& row) {
    Order order;
    order.id = row.id<OrderId>(0);
    order.version = static_cast<int>(row.integer(1));
    order.number = static_cast<int>(row.integer(2));
    order.businessDay = QDate::fromString(row.text(3), Qt::ISODate);
    order.channel = row.id<ChannelId>(4);
    order.platform = platformFrom(row.text(5)).value_or(Platform::Counter);
    order.conversation = row.id<ConversationId>(6);
    order.customer = row.id<CustomerId>(7);
    order.state = orderStateFrom(row.text(8)).value_or(OrderState::New);
    COMANDA_LET(present, orderChangeFrom(u"created", row.text(9).toUtf8()));
    if (auto* created = std::get_if<order_event::Created>(&present)) {
        order.lines = std::move(created->lines);
        order.details = std::move(created->details);
    }
    order.payment = paymentStateFrom(row.text(10)).value_or(PaymentState::Unpaid);
    order.notice = noticeStateFrom(row.text(11)).value_or(NoticeState::NotTold);
    order.flags = flagsFrom(row.text(12));
    order.allergy = row.text(13);
    order.currency = Currency::of(row.text(14)).value_or(Currency{});
    order.createdAt = row.time(15);
    order.stateSince = row.time(16);
    order.acceptedAt = row.optionalTime(17);
    order.promisedAt = row.optionalTime(18);
    order.closedAt = row.optionalTime(19);
    order.reason = row.text(20);
    return order;
}

// Many at once, since an export has thousands; by id and not by range, since an order that nobody
// closed years ago stands on today's board.
Result<> addSources(Connection& db, std::vector<Order>& orders) {
    static const QString sql = u"SELECT order_id, message FROM order_source WHERE order_id IN ("_s
                               + placeholders(kSourcesAtOnce) + u") ORDER BY order_id, message"_s;
    std::map<OrderId, Order*> byId;
    for (Order& order : orders) {
        byId.emplace(order.id, &order);
    }
    for (auto it = byId.begin(); it != byId.end();) {
        QVariantList ids;
        for (; it != byId.end() && ids.size() < kSourcesAtOnce; ++it) {
            ids.append(bind(it->first));
        }
        while (ids.size() < kSourcesAtOnce) { // one text for any number
            ids.append(ids.last());
        }
        COMANDA_LET(rows, db.select(sql, ids));
        for (const Row& row : rows) {
            byId.at(row.id<OrderId>(0))->sources.push_back(row.id<MessageId>(1));
        }
    }
    return Done{};
}

Result<std::vector<Order>> rowsWhere(Connection& db, const QString& condition,
                                     const QVariantList& values) {
    COMANDA_LET(
        rows, db.select(u"SELECT "_s + kColumns + u" FROM orders o WHERE "_s + condition, values));
    std::vector<Order> orders;
    orders.reserve(rows.size());
    for (const Row& row : rows) {
        COMANDA_LET(order, orderFrom(row));
        orders.push_back(std::move(order));
    }
    COMANDA_TRY(addSources(db, orders));
    return orders;
}

Result<QString> productName(Connection& db, ChannelId channel, const QString& sku) {
    COMANDA_LET(row, db.selectOne(u"SELECT name FROM product WHERE channel = ? AND sku = ?"_s,
                                  {bind(channel), sku}));
    return row ? row->text(0) : QString();
}

Result<> insertEvent(Connection& db, const Order& order, const OrderEvent& event) {
    return db
        .execute(
            u"INSERT INTO order_event (order_id, version, who, seat, at, kind, payload, undo_of)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
            {bind(order.id), order.version, event.who.name, event.who.seat, bind(event.at),
             kindWord(event.change), QString::fromUtf8(toJson(event.change)),
             event.undoOf ? QVariant(*event.undoOf) : QVariant()})
        .map([](int) { return Done{}; });
}

QVariantList changingValues(const Order& order) {
    return {order.version,          toWord(order.state),    order.isOpen(),
            presentJson(order),     toWord(order.payment),  flagWords(order.flags),
            order.allergy,          bind(order.stateSince), bind(order.acceptedAt),
            bind(order.promisedAt), bind(order.closedAt),   order.reason};
}

Result<qint64> nextNumber(Connection& db, QDate day) {
    return db.insert(
        u"INSERT INTO order_number (business_day, last) VALUES (?, 1) ON CONFLICT (business_day)"
        " DO UPDATE SET last = order_number.last + 1 RETURNING last"_s,
        {day.toString(Qt::ISODate)});
}

Result<> linkSources(const Tools& tools, const Order& order) {
    for (const MessageId source : order.sources) {
        COMANDA_TRY(tools.db.execute(u"INSERT INTO order_source (order_id, message) VALUES (?, ?)"
                                     " ON CONFLICT (order_id, message) DO NOTHING"_s,
                                     {bind(order.id), bind(source)}));
        COMANDA_TRY(tools.db.execute(u"UPDATE message SET order_id = ? WHERE id = ?"_s,
                                     {bind(order.id), bind(source)}));
    }
    return Done{};
}

} // namespace

Result<> fillNames(Connection& db, std::vector<Order>& orders) {
    std::map<std::pair<ChannelId, QString>, QString> names; // each is asked for once
    for (Order& order : orders) {
        for (OrderLine& line : order.lines) {
            if (!line.name.isEmpty() || line.sku.isEmpty() || !order.channel.isValid()) {
                continue;
            }
            const auto [name, unknown] = names.try_emplace({order.channel, line.sku});
            if (unknown) {
                COMANDA_LET(found, productName(db, order.channel, line.sku));
                name->second = found;
            }
            line.name = name->second;
        }
    }
    return Done{};
}

Result<std::vector<Order>> ordersWhere(Connection& db, const QString& condition,
                                       const QVariantList& values) {
    COMANDA_LET(orders, rowsWhere(db, condition, values));
    COMANDA_TRY(fillNames(db, orders));
    return std::move(orders);
}

Result<Order> storedOrder(Connection& db, OrderId id) {
    COMANDA_LET(orders, rowsWhere(db, u"o.id = ?"_s, {bind(id)}));
    if (orders.empty()) {
        return fail(ErrorKind::NotFound, u"store.no_order"_s);
    }
    return std::move(orders.front());
}

Result<std::vector<OrderEvent>> eventsOf(Connection& db, OrderId id) {
    COMANDA_LET(rows, db.select(u"SELECT id, who, seat, at, kind, payload, undo_of FROM order_event"
                                " WHERE order_id = ? ORDER BY version"_s,
                                {bind(id)}));
    std::vector<OrderEvent> events;
    for (const Row& row : rows) {
        COMANDA_LET(change, orderChangeFrom(row.text(4), row.text(5).toUtf8()));
        events.push_back(
            {row.id<OrderEventId>(0), Actor{row.text(1), row.text(2)}, row.time(3),
             std::move(change),
             row.isNull(6) ? std::nullopt : std::optional(static_cast<int>(row.integer(6)))});
    }
    return events;
}

Result<Order> beginOrder(const Tools& tools, const Birth& birth, const OrderEvent& created,
                         QDate businessDay) {
    Order order;
    order.businessDay = businessDay;
    order.channel = birth.channel;
    order.platform = birth.platform;
    order.conversation = birth.conversation;
    order.customer = birth.customer;
    order.currency = birth.currency;
    order.createdAt = birth.createdAt;
    order.sources = birth.sources;
    order = apply(std::move(order), created);
    COMANDA_LET(number, nextNumber(tools.db, businessDay));
    order.number = static_cast<int>(number);
    const QVariantList values = changingValues(order)
                                + QVariantList{order.number,
                                               businessDay.toString(Qt::ISODate),
                                               bind(order.channel),
                                               toWord(order.platform),
                                               bind(order.conversation),
                                               bind(order.customer),
                                               order.currency.code,
                                               bind(order.createdAt),
                                               toWord(order.notice),
                                               orNull(birth.cartDigest)};
    COMANDA_LET(
        id,
        tools.db.insert(
            u"INSERT INTO orders (version, state, is_open, present, payment, flags, allergy,"
            " state_since, accepted_at, promised_at, closed_at, reason, number, business_day,"
            " channel, platform, conversation, customer, currency, created_at, notice, cart_digest)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id"_s,
            values));
    order.id = OrderId(id);
    COMANDA_TRY(insertEvent(tools.db, order, created));
    COMANDA_TRY(linkSources(tools, order));
    noteChange(tools.changes, order.id);
    if (order.conversation.isValid()) {
        COMANDA_TRY(refreshOpenOrders(tools, order.conversation));
    }
    return withAllergies(tools, order);
}

Result<Order> appendEvent(const Tools& tools, const Order& order, const OrderEvent& event) {
    Order next = apply(order, event);
    COMANDA_LET(
        written,
        tools.db.execute(
            u"UPDATE orders SET version = ?, state = ?, is_open = ?, present = ?, payment = ?,"
            " flags = ?, allergy = ?, state_since = ?, accepted_at = ?, promised_at = ?,"
            " closed_at = ?, reason = ? WHERE id = ? AND version = ?"_s,
            changingValues(next) + QVariantList{bind(order.id), order.version}));
    if (written == 0) {
        return fail(ErrorKind::Conflict, u"order.changed_meanwhile"_s);
    }
    COMANDA_TRY(insertEvent(tools.db, next, event));
    noteChange(tools.changes, order.id);
    if (order.conversation.isValid() && order.isOpen() != next.isOpen()) {
        COMANDA_TRY(refreshOpenOrders(tools, order.conversation));
    }
    return next;
}

Result<> flagByCustomer(const Tools& tools, OrderId id, OrderFlag flag, const QString& words) {
    COMANDA_LET(order, storedOrder(tools.db, id));
    if (!order.isOpen()) {
        return Done{};
    }
    const OrderEvent event{OrderEventId(), Actor{u"customer"_s, {}}, tools.clock.now(),
                           order_event::FlagChanged{flag, true, words}, std::nullopt};
    return appendEvent(tools, order, event).map([](const Order&) { return Done{}; });
}

} // namespace comanda::store
