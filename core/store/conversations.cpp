#include "core/store/conversations.h"

#include "core/store/attachments.h"
#include "core/store/customers.h"
#include "core/store/try.h"
#include "core/store/writer.h"

namespace comanda::store {

using namespace Qt::StringLiterals;

namespace {

Result<> done(const Result<int>& affected) {
    return affected ? Result<>(Done{}) : fail(affected.error());
}

// The younger's counters and windows join the older's; the one heard from last gives name and
// reachability.
Result<> joinRows(const Tools& tools, ConversationId older, ConversationId younger) {
    COMANDA_LET(row, tools.db.selectOne(
                         u"SELECT unread, last_customer_at, window_ends, name, blocked, blocked_at,"
                         " origin FROM conversation WHERE id = ?"_s,
                         {bind(younger)}));
    if (!row) {
        return Done{};
    }
    const QVariant customerAt = bind(Time(Millis(row->isNull(1) ? -1 : row->integer(1))));
    const QVariant ends = bind(Time(Millis(row->isNull(2) ? -1 : row->integer(2))));
    const QVariant blockedAt = bind(Time(Millis(row->isNull(5) ? -1 : row->integer(5))));
    COMANDA_TRY(tools.db.execute(
        u"UPDATE conversation SET unread = unread + ?,"
        " name = CASE WHEN ? <> '' AND (name = '' OR COALESCE(last_customer_at, 0) < ?) THEN ? "
        "ELSE name END,"
        " last_customer_at = CASE WHEN COALESCE(last_customer_at, -1) < ? THEN ? ELSE "
        "last_customer_at END,"
        " window_ends = CASE WHEN COALESCE(window_ends, -1) < ? THEN ? ELSE window_ends END,"
        " blocked = CASE WHEN COALESCE(blocked_at, -1) < ? THEN ? ELSE blocked END,"
        " blocked_at = CASE WHEN COALESCE(blocked_at, -1) < ? THEN ? ELSE blocked_at END,"
        " origin = COALESCE(origin, ?) WHERE id = ?"_s,
        {row->integer(0), row->text(3), customerAt, row->text(3), customerAt, customerAt, ends,
         ends, blockedAt, row->integer(4), blockedAt, blockedAt, orNull(row->text(6)),
         bind(older)}));
    return done(tools.db.execute(
        u"UPDATE conversation SET last_at = NULL, last_message = NULL, unread = 0, waiting = 0,"
        " open_orders = 0, merged_into = ? WHERE id = ?"_s,
        {bind(older), bind(younger)}));
}

} // namespace

Result<> showNewcomer(const Tools& tools, ConversationId conversation, const Newcomer& message) {
    const QVariant customerAt = bind(message.customerAt.value_or(Time(Millis(-1))));
    const QVariant ends = bind(message.windowEnds.value_or(Time(Millis(-1))));
    const QVariantList counters{
        message.unread ? 1 : 0, customerAt, customerAt, ends, ends, customerAt};
    static const QString kCounters =
        u"unread = unread + ?,"
        " last_customer_at = CASE WHEN COALESCE(last_customer_at, -1) < ? THEN ? ELSE "
        "last_customer_at END,"
        " window_ends = CASE WHEN COALESCE(window_ends, -1) < ? THEN ? ELSE window_ends END,"
        // Who writes again has not blocked us, whether or not the platform said so.
        " blocked = CASE WHEN blocked = 1 AND COALESCE(blocked_at, -1) < ? THEN 0 ELSE blocked END"_s;
    static const QString kNewest =
        u"UPDATE conversation SET "_s + kCounters
        + u", last_at = ?, last_message = ?, last_text = ?, last_direction = ?,"
          " last_author = ?, last_state = ? WHERE id = ? AND COALESCE(last_at, -1) <= ?"_s;
    static const QString kOlder = u"UPDATE conversation SET "_s + kCounters + u" WHERE id = ?"_s;

    QVariantList values = counters;
    values << bind(message.sortAt) << bind(message.id) << message.preview
           << toWord(message.direction) << message.author << toWord(message.state)
           << bind(conversation) << bind(message.sortAt);
    COMANDA_LET(shown, tools.db.execute(kNewest, values));
    if (shown == 0) {
        COMANDA_TRY(tools.db.execute(kOlder, counters + QVariantList{bind(conversation)}));
    }
    noteChange(tools.changes, conversation);
    return Done{};
}

Result<> learnName(const Tools& tools, const Place& place, const QString& name, Time when) {
    if (name.isEmpty() || name == place.name
        || (!place.name.isEmpty() && place.lastCustomerAt > when)) {
        return Done{};
    }
    noteChange(tools.changes, place.id);
    COMANDA_TRY(tools.db.execute(u"UPDATE customer SET name = ? WHERE id ="
                                 " (SELECT customer FROM conversation WHERE id = ?)"_s,
                                 {name, bind(place.id)}));
    return done(
        tools.db.execute(u"UPDATE conversation SET name = ?, search_text = ? WHERE id = ?"_s,
                         {name, nameWords(name, place.ids, place.address), bind(place.id)}));
}

Result<> setReachability(const Tools& tools, ConversationId conversation, Reachability reachability,
                         Time when) {
    noteChange(tools.changes, conversation);
    return done(tools.db.execute(
        u"UPDATE conversation SET blocked = ?, blocked_at = ? WHERE id = ?"
        " AND COALESCE(blocked_at, -1) <= ?"_s,
        {static_cast<qint64>(reachability), bind(when), bind(conversation), bind(when)}));
}

Result<> setReachabilityOfAll(const Tools& tools, ChannelId channel, const QString& prefix,
                              Reachability reachability, Time when) {
    COMANDA_LET(
        rows,
        tools.db.select(u"SELECT id FROM conversation WHERE channel = ? AND blocked <> ?"
                        " AND substr(address, 1, ?) = ?"_s,
                        {bind(channel), static_cast<qint64>(reachability), prefix.size(), prefix}));
    for (const Row& row : rows) {
        COMANDA_TRY(setReachability(tools, row.id<ConversationId>(0), reachability, when));
    }
    return Done{};
}

Result<> learnOrigin(const Tools& tools, ConversationId conversation, const QString& origin) {
    if (origin.isEmpty()) {
        return Done{};
    }
    noteChange(tools.changes, conversation);
    return done(tools.db.execute(u"UPDATE conversation SET origin = ? WHERE id = ?"_s,
                                 {origin, bind(conversation)}));
}

Result<> mergeConversations(const Tools& tools, ConversationId older, ConversationId younger) {
    for (const QString& table : {u"message"_s, u"outbox"_s, u"identity"_s}) {
        COMANDA_TRY(
            tools.db.execute(u"UPDATE %1 SET conversation = ? WHERE conversation = ?"_s.arg(table),
                             {bind(older), bind(younger)}));
    }
    COMANDA_TRY(tools.db.execute(
        u"UPDATE orders SET conversation = ?, customer ="
        " (SELECT customer FROM conversation WHERE id = ?) WHERE conversation = ?"_s,
        {bind(older), bind(older), bind(younger)}));
    COMANDA_TRY(tools.db.execute(u"UPDATE conversation SET merged_into = ? WHERE merged_into = ?"_s,
                                 {bind(older), bind(younger)}));
    COMANDA_TRY(becomeOneCustomer(tools, older, younger));
    COMANDA_TRY(joinRows(tools, older, younger));
    COMANDA_TRY(refreshLast(tools, older));
    COMANDA_TRY(refreshWaiting(tools, older));
    COMANDA_TRY(refreshOpenOrders(tools, older));
    COMANDA_LET(orders,
                tools.db.select(u"SELECT id FROM orders WHERE conversation = ? AND is_open = 1"_s,
                                {bind(older)}));
    for (const Row& order : orders) {
        noteChange(tools.changes, order.id<OrderId>(0));
    }
    noteChange(tools.changes, younger);
    noteChange(tools.changes, older);
    return Done{};
}

Result<> refreshLast(const Tools& tools, ConversationId conversation) {
    COMANDA_LET(last,
                tools.db.selectOne(
                    u"SELECT id, sort_at, text, cart, attachments, direction, author, state"
                    " FROM message WHERE conversation = ? ORDER BY sort_at DESC, id DESC LIMIT 1"_s,
                    {bind(conversation)}));
    noteChange(tools.changes, conversation);
    if (!last) {
        return done(tools.db.execute(
            u"UPDATE conversation SET last_at = NULL, last_message = NULL, last_text = ''"
            " WHERE id = ?"_s,
            {bind(conversation)}));
    }
    std::vector<Attachment> attachments;
    if (last->flag(4)) {
        COMANDA_LET(kept, attachmentsOf(tools.db, last->id<MessageId>(0)));
        for (const KeptAttachment& one : kept) {
            attachments.push_back(one.attachment);
        }
    }
    return done(
        tools.db.execute(u"UPDATE conversation SET last_at = ?, last_message = ?, last_text = ?,"
                         " last_direction = ?, last_author = ?, last_state = ? WHERE id = ?"_s,
                         {last->integer(1), last->integer(0),
                          preview(last->text(2), attachments, cartFrom(last->text(3))),
                          last->text(5), last->text(6), last->text(7), bind(conversation)}));
}

Result<> refreshWaiting(const Tools& tools, ConversationId conversation) {
    noteChange(tools.changes, conversation);
    tools.changes.outbox = true;
    return done(tools.db.execute(
        u"UPDATE conversation SET waiting = (SELECT count(*) FROM outbox o"
        " WHERE o.conversation = ? AND o.state IN ('waiting', 'sending')) WHERE id = ?"_s,
        {bind(conversation), bind(conversation)}));
}

Result<> refreshOpenOrders(const Tools& tools, ConversationId conversation) {
    noteChange(tools.changes, conversation);
    return done(
        tools.db.execute(u"UPDATE conversation SET open_orders = (SELECT count(*) FROM orders o"
                         " WHERE o.conversation = ? AND o.is_open = 1) WHERE id = ?"_s,
                         {bind(conversation), bind(conversation)}));
}

Result<> Writer::markRead(ConversationId conversation) {
    COMANDA_LET(id, remaining(connection_, conversation));
    COMANDA_LET(changed, connection_.execute(
                             u"UPDATE conversation SET unread = 0 WHERE id = ? AND unread > 0"_s,
                             {bind(id)}));
    if (changed > 0) {
        noteChange(changes_, id);
    }
    return Done{};
}

} // namespace comanda::store
