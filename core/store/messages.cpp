#include "core/store/messages.h"

#include "core/store/amendments.h"
#include "core/store/conversations.h"
#include "core/store/search_index.h"
#include "core/store/try.h"

namespace comanda::store {

using namespace Qt::StringLiterals;

namespace {

const QString kRow =
    u"SELECT m.id, m.conversation, m.direction, m.text, m.state, m.edited_at, m.order_id,"
    " m.reason_order, m.sort_at, m.client_reference, m.external_id FROM message m WHERE "_s;

template <typename AnyId>
std::optional<AnyId> optionalId(const Row& row, int column) {
    return row.isNull(column) ? std::nullopt : std::optional(row.id<AnyId>(column));
}

MessageRow messageFrom(const Row& row) {
    MessageRow message;
    message.id = row.id<MessageId>(0);
    message.conversation = row.id<ConversationId>(1);
    message.direction = row.text(2) == "out"_L1 ? Direction::Out : Direction::In;
    message.text = row.text(3);
    message.state = messageStateFrom(row.text(4)).value_or(MessageState::Received);
    message.editedAt = row.optionalTime(5);
    message.order = optionalId<OrderId>(row, 6);
    message.reasonOrder = optionalId<OrderId>(row, 7);
    message.sortAt = row.time(8);
    message.ours = !row.isNull(9);
    message.externalId = row.text(10);
    return message;
}

Result<std::optional<MessageRow>> one(Connection& db, const QString& condition,
                                      const QVariant& value) {
    COMANDA_LET(row, db.selectOne(kRow + condition, {value}));
    return row ? std::optional(messageFrom(*row)) : std::nullopt;
}

NoticeState noticeOf(MessageState state) {
    switch (state) {
    case MessageState::Received:
    case MessageState::Waiting:
    case MessageState::Sending:
    case MessageState::Unsure:
        return NoticeState::NotTold;
    case MessageState::Sent:
        return NoticeState::Sent;
    case MessageState::Delivered:
    case MessageState::Read:
        return NoticeState::Delivered;
    case MessageState::Failed:
        return NoticeState::Failed;
    }
    Q_UNREACHABLE();
}

// What the platform said of the echo holds for our message, whose row stays.
Result<> absorbEcho(const Tools& tools, const MessageRow& ours, const MessageRow& echo) {
    COMANDA_TRY(tools.db.execute(u"UPDATE reaction SET message = ? WHERE message = ?"_s,
                                 {bind(ours.id), bind(echo.id)}));
    COMANDA_TRY(tools.db.execute(
        u"UPDATE message SET reacted = (SELECT e.reacted FROM message e WHERE e.id = ?),"
        " deleted = (SELECT e.deleted FROM message e WHERE e.id = ?),"
        " edited = (SELECT e.edited FROM message e WHERE e.id = ?),"
        " edited_at = (SELECT e.edited_at FROM message e WHERE e.id = ?),"
        " text = CASE WHEN (SELECT e.edited FROM message e WHERE e.id = ?) = 1"
        " THEN (SELECT e.text FROM message e WHERE e.id = ?) ELSE text END WHERE id = ?"_s,
        {bind(echo.id), bind(echo.id), bind(echo.id), bind(echo.id), bind(echo.id), bind(echo.id),
         bind(ours.id)}));
    return removeMessage(tools, echo);
}

} // namespace

Result<std::optional<MessageRow>> messageById(Connection& db, MessageId id) {
    return one(db, u"m.id = ?"_s, bind(id));
}

Result<std::optional<MessageRow>> messageByReference(Connection& db,
                                                     const QString& clientReference) {
    return one(db, u"m.client_reference = ?"_s, clientReference);
}

Result<std::vector<MessageRow>> messagesByExternalId(Connection& db, ChannelId channel,
                                                     const QString& externalId) {
    COMANDA_LET(rows, db.select(kRow + u"m.channel = ? AND m.external_id = ? ORDER BY m.id"_s,
                                {bind(channel), externalId}));
    std::vector<MessageRow> messages;
    messages.reserve(rows.size());
    for (const Row& row : rows) {
        messages.push_back(messageFrom(row));
    }
    return messages;
}

Result<> setState(const Tools& tools, const MessageRow& message, MessageState state,
                  const QString& why, const QString& detail) {
    COMANDA_TRY(tools.db.execute(
        u"UPDATE message SET state = ?, state_why = ?, state_detail = ? WHERE id = ?"_s,
        {toWord(state), orNull(why), orNull(detail), bind(message.id)}));
    COMANDA_TRY(tools.db.execute(
        u"UPDATE conversation SET last_state = ? WHERE id = ? AND last_message = ?"_s,
        {toWord(state), bind(message.conversation), bind(message.id)}));
    noteChange(tools.changes, message.conversation);
    return message.reasonOrder ? refreshNotice(tools, *message.reasonOrder) : Result<>(Done{});
}

Result<> becameSent(const Tools& tools, ChannelId channel, MessageId message,
                    const QString& externalId) {
    COMANDA_LET(ours, messageById(tools.db, message));
    if (!ours) {
        return Done{};
    }
    MessageState state = ours->state;
    if (!externalId.isEmpty()) {
        COMANDA_TRY(tools.db.execute(u"UPDATE message SET external_id = ? WHERE id = ?"_s,
                                     {externalId, bind(message)}));
        COMANDA_LET(same, messagesByExternalId(tools.db, channel, externalId));
        for (const MessageRow& echo : same) {
            if (echo.id != message && echo.direction == Direction::Out && !echo.ours
                && echo.conversation == ours->conversation) {
                state = echo.state == MessageState::Sent ? state : echo.state;
                COMANDA_TRY(absorbEcho(tools, *ours, echo));
            }
        }
    }
    const MessageState now = advance(state, DeliveryStatus::Sent);
    if (now != ours->state) { // else it keeps why it failed: that was told before this answer came
        COMANDA_TRY(setState(tools, *ours, now));
    }
    COMANDA_TRY(refreshWaiting(tools, ours->conversation));
    return externalId.isEmpty() ? Result<>(Done{}) : joinParked(tools, channel, externalId);
}

Result<> removeMessage(const Tools& tools, const MessageRow& message) {
    COMANDA_TRY(removeWords(tools.db, message.id));
    COMANDA_TRY(tools.db.execute(u"DELETE FROM message WHERE id = ?"_s, {bind(message.id)}));
    COMANDA_TRY(refreshLast(tools, message.conversation));
    COMANDA_TRY(refreshWaiting(tools, message.conversation));
    return message.reasonOrder ? refreshNotice(tools, *message.reasonOrder) : Result<>(Done{});
}

Result<> putReaction(const Tools& tools, const MessageRow& message, const QString& who,
                     const QString& emoji, Time when) {
    COMANDA_TRY(tools.db.execute(
        u"INSERT INTO reaction (message, who, emoji, at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (message, who) DO UPDATE SET emoji = excluded.emoji, at = excluded.at"
        " WHERE reaction.at <= excluded.at"_s,
        {bind(message.id), who, emoji, bind(when)}));
    COMANDA_TRY(
        tools.db.execute(u"UPDATE message SET reacted = 1 WHERE id = ?"_s, {bind(message.id)}));
    noteChange(tools.changes, message.conversation);
    return Done{};
}

Result<> queueForIndex(const Tools& tools, MessageId message) {
    tools.changes.words = true;
    return tools.db
        .execute(u"INSERT INTO index_queue (message) VALUES (?) ON CONFLICT (message) DO NOTHING"_s,
                 {bind(message)})
        .map([](int) { return Done{}; });
}

Result<> refreshNotice(const Tools& tools, OrderId order) {
    COMANDA_LET(newest, tools.db.selectOne(
                            u"SELECT state FROM message WHERE reason_order = ? AND state NOT IN"
                            " ('waiting', 'sending') ORDER BY id DESC LIMIT 1"_s,
                            {bind(order)}));
    const auto state = newest ? messageStateFrom(newest->text(0)) : std::nullopt;
    const NoticeState notice = state ? noticeOf(*state) : NoticeState::NotTold;
    COMANDA_LET(changed,
                tools.db.execute(u"UPDATE orders SET notice = ? WHERE id = ? AND notice <> ?"_s,
                                 {toWord(notice), bind(order), toWord(notice)}));
    if (changed > 0) {
        noteChange(tools.changes, order);
    }
    return Done{};
}

} // namespace comanda::store
