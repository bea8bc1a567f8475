// The conversation list and its rows.
#include "core/base/text.h"
#include "core/store/carts.h"
#include "core/store/reader.h"
#include "core/store/tools.h"
#include "core/store/try.h"

namespace comanda::store {

using namespace Qt::StringLiterals;

namespace {

const QString kColumns =
    u"SELECT c.id, c.channel, c.platform, c.address, c.customer, c.name, "
    u"c.ids, c.last_text, c.last_direction,"
    " c.last_author, c.last_state, c.last_at, c.unread, c.waiting, "
    "c.open_orders, c.blocked, c.last_customer_at,"
    " c.window_ends, m.text, m.cart, m.attachments, c.origin FROM conversation c"
    " LEFT JOIN message m ON m.id = c.last_message WHERE "_s;

Conversation conversationFrom(const Row& row) {
    Conversation conversation;
    conversation.id = row.id<ConversationId>(0);
    conversation.channel = row.id<ChannelId>(1);
    conversation.platform = platformFrom(row.text(2)).value_or(Platform::Telegram);
    conversation.key = row.text(3);
    conversation.customer = row.id<CustomerId>(4);
    conversation.ids = idsFrom(row.text(6));
    const QString handle = handleOf(conversation.ids);
    conversation.name = shownName(row.text(5), conversation.ids, conversation.key);
    conversation.handle = conversation.name == handle ? QString() : handle;
    conversation.lastText = row.text(7);
    conversation.lastDirection = row.text(8) == "out"_L1 ? Direction::Out : Direction::In;
    conversation.lastAuthor = row.text(9);
    conversation.lastState = messageStateFrom(row.text(10)).value_or(MessageState::Received);
    conversation.lastAt = row.time(11);
    conversation.unread = static_cast<int>(row.integer(12));
    conversation.waiting = static_cast<int>(row.integer(13));
    conversation.openOrders = static_cast<int>(row.integer(14));
    conversation.blocked = row.integer(15) == static_cast<qint64>(Reachability::Blocked);
    conversation.noRight = row.integer(15) == static_cast<qint64>(Reachability::NoRight);
    conversation.lastCustomerAt = row.optionalTime(16);
    conversation.windowEnds = row.optionalTime(17);
    conversation.origin = row.text(21);
    return conversation;
}

// A cart is called what the catalogue calls it now, as its order is: names may come after it.
Result<Conversation> namedConversationFrom(Connection& db, const Row& row) {
    Conversation conversation = conversationFrom(row);
    if (!row.isNull(19) && row.integer(20) == 0) {
        const std::vector<CartItem> cart = cartFrom(row.text(19));
        COMANDA_LET(names, productNames(db, conversation.channel, cart));
        conversation.lastText = preview(row.text(18), {}, cart, names);
    }
    return conversation;
}

} // namespace

Result<std::vector<Conversation>> Reader::conversations(const ConversationFilter& filter) {
    QString condition = u"c.last_at IS NOT NULL"_s;
    QVariantList values;
    if (filter.before) {
        condition += " AND c.last_at < ?"_L1;
        values << bind(*filter.before);
    }
    if (filter.unreadOnly) {
        condition += " AND c.unread > 0"_L1;
    }
    if (filter.withOpenOrder) {
        condition += " AND c.open_orders > 0"_L1;
    }
    for (const QString& word : foldedWords(filter.search, 8)) {
        condition += " AND c.search_text LIKE ?"_L1; // letters and digits only: nothing to escape
        values << QVariant(u"% "_s + word + u'%');
    }
    values << filter.limit;
    COMANDA_LET(rows, connection_.select(kColumns + condition
                                             + u" ORDER BY c.last_at DESC, c.id DESC LIMIT ?"_s,
                                         values));
    std::vector<Conversation> conversations;
    conversations.reserve(rows.size());
    for (const Row& row : rows) {
        COMANDA_LET(conversation, namedConversationFrom(connection_, row));
        conversations.push_back(std::move(conversation));
    }
    return conversations;
}

Result<std::optional<Conversation>> Reader::conversation(ConversationId id) {
    COMANDA_LET(row, connection_.selectOne(
                         kColumns
                             + u"c.id = (SELECT COALESCE(k.merged_into, k.id) FROM conversation k"
                               " WHERE k.id = ?)"_s,
                         {bind(id)}));
    if (!row) {
        return std::nullopt;
    }
    COMANDA_LET(conversation, namedConversationFrom(connection_, *row));
    return std::optional(std::move(conversation));
}

Result<int> Reader::unreadConversations() {
    COMANDA_LET(
        row, connection_.selectOne(
                 u"SELECT count(*) FROM conversation WHERE unread > 0 AND last_at IS NOT NULL"_s));
    return row ? static_cast<int>(row->integer(0)) : 0;
}

} // namespace comanda::store
