#include "core/store/notices.h"

#include "core/store/messages.h"
#include "core/store/outbox_rows.h"
#include "core/store/try.h"

namespace comanda::store {

using namespace Qt::StringLiterals;

namespace {

// Notices that have not left, about a state that the order is not in any more.
Result<> takeBack(const Tools& tools, const Order& order) {
    COMANDA_LET(rows, tools.db.select(
                          u"SELECT message FROM outbox WHERE reason_order = ? AND state = 'waiting'"
                          " AND reason_state <> ?"_s,
                          {bind(order.id), toWord(order.state)}));
    for (const Row& row : rows) {
        COMANDA_LET(message, messageById(tools.db, row.id<MessageId>(0)));
        if (message) {
            COMANDA_TRY(removeMessage(tools, *message));
        }
    }
    return Done{};
}

Result<bool> mayBeTold(Connection& db, const Order& order) {
    if (!order.conversation.isValid() || order.platform == Platform::Facebook) { // never in public
        return false;
    }
    COMANDA_LET(
        row,
        db.selectOne(
            u"SELECT c.blocked, h.removed FROM conversation c JOIN channel h ON h.id = c.channel"
            " WHERE c.id = ?"_s,
            {bind(order.conversation)}));
    return row && !row->flag(0) && !row->flag(1);
}

} // namespace

Result<> tellCustomer(const Tools& tools, const Order& order, const OrderEvent& event,
                      const Shop& shop) {
    const auto* moved = std::get_if<order_event::Moved>(&event.change);
    if (!moved) {
        return Done{};
    }
    COMANDA_TRY(takeBack(tools, order));
    const Time now = event.at;
    const QString text = noticeText(shop, order, now).trimmed();
    if (moved->back || text.isEmpty()) {
        return Done{};
    }
    COMANDA_LET(allowed, mayBeTold(tools.db, order));
    if (!allowed) {
        return Done{};
    }
    Outgoing notice;
    notice.conversation = order.conversation;
    notice.author = kProgramActor;
    notice.text = text;
    notice.notBefore = now + kUndoFor;
    notice.expires = now + kNoticeExpires;
    notice.reasonOrder = order.id;
    notice.reasonState = order.state;
    return putIntoOutbox(tools, notice).map([](MessageId) { return Done{}; });
}

} // namespace comanda::store
