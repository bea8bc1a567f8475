// What people do with orders.
#include "core/store/identities.h"
#include "core/store/notices.h"
#include "core/store/order_rows.h"
#include "core/store/traits.h"
#include "core/store/try.h"
#include "core/store/writer.h"

namespace comanda::store {

using namespace Qt::StringLiterals;

namespace {

Result<Order> named(Connection& db, Order order) {
    std::vector<Order> one{std::move(order)};
    COMANDA_TRY(fillNames(db, one));
    return std::move(one.front());
}

// Of the conversation that the order is for; a counter order has none.
Result<Birth> birthOf(Connection& db, const Writer::NewOrder& order, Time now) {
    Birth birth;
    birth.platform = order.platform;
    birth.currency = order.currency;
    birth.createdAt = now;
    birth.sources = order.sources;
    if (!order.conversation.isValid()) {
        return birth;
    }
    COMANDA_LET(conversation, remaining(db, order.conversation));
    COMANDA_LET(row,
                db.selectOne(u"SELECT channel, platform, customer FROM conversation WHERE id = ?"_s,
                             {bind(conversation)}));
    if (!row) {
        return fail(ErrorKind::NotFound, u"store.no_conversation"_s);
    }
    birth.conversation = conversation;
    birth.channel = row->id<ChannelId>(0);
    birth.platform = platformFrom(row->text(1)).value_or(order.platform);
    COMANDA_LET(speaker, speakerBehind(db, conversation, order.sources));
    birth.customer = speaker.isValid() ? speaker : row->id<CustomerId>(2);
    return birth;
}

} // namespace

Result<Order> Writer::createOrder(const NewOrder& order, const Actor& who, const Shop& shop) {
    if (order.lines.empty() && !order.asDraft) {
        return fail(ErrorKind::Invalid, u"order.empty"_s);
    }
    const Tools tools{connection_, clock_, changes_};
    const Time now = clock_.now();
    COMANDA_LET(birth, birthOf(connection_, order, now));
    if (birth.currency.code.isEmpty()) {
        birth.currency = shop.currency;
    }
    const OrderEvent created{OrderEventId(), who, now,
                             order_event::Created{order.lines, order.details, order.asDraft},
                             std::nullopt};
    COMANDA_LET(made, beginOrder(tools, birth, created, shop.businessDay(now)));
    if (made.conversation.isValid()) {
        noteChange(changes_, made.conversation);
    }
    COMANDA_TRY(leaveDetails(tools, made.customer, made.details));
    return named(connection_, std::move(made));
}

Result<Order> Writer::changeOrder(OrderId id, int version, const OrderCommand& command,
                                  const Actor& who, const Shop& shop) {
    const Tools tools{connection_, clock_, changes_};
    COMANDA_LET(order, storedOrder(connection_, id));
    if (order.version != version) {
        return fail(ErrorKind::Conflict, u"order.changed_meanwhile"_s);
    }
    COMANDA_LET(history, eventsOf(connection_, id));
    COMANDA_LET(event, plan(order, history, command, who, clock_.now(), shop.oneManMode));
    COMANDA_LET(next, appendEvent(tools, order, event));
    COMANDA_TRY(tellCustomer(tools, next, event, shop));
    if (next.details != order.details) {
        COMANDA_TRY(leaveDetails(tools, next.customer, next.details));
    }
    COMANDA_LET(now, storedOrder(connection_, id)); // with what the notice's removal changed
    return named(connection_, std::move(now));
}

} // namespace comanda::store
