// Messages leave one at a time per conversation, under the lease; how each ended is written here.
#include "core/base/overloaded.h"
#include "core/store/attachments.h"
#include "core/store/conversations.h"
#include "core/store/manner.h"
#include "core/store/messages.h"
#include "core/store/outbox_rows.h"
#include "core/store/try.h"
#include "core/store/writer.h"

namespace comanda::store {

using namespace Qt::StringLiterals;

namespace {

// Columns of a row that is about to leave, with what decides whether it still may.
const QString kClaimed =
    u"SELECT o.id, o.message, o.conversation, o.channel, o.kind, o.text, o.buttons, "
    u"o.client_reference,"
    " o.attempt, o.expires, o.reason_order, o.reason_state, m.text, m.external_id, m.quoted, "
    "m.attachments,"
    " c.address, c.ids, c.last_customer_at, c.window_ends, c.blocked,"
    " (SELECT r.state FROM orders r WHERE r.id = o.reason_order), m.private, m.manner,"
    " CASE WHEN m.private = 1 THEN (SELECT MIN(q.sent_at) FROM message q"
    " WHERE q.channel = m.channel AND q.external_id = m.quoted) END"
    " FROM outbox o JOIN message m ON m.id = o.message JOIN conversation c ON c.id = o.conversation"
    " WHERE o.id = ?"_s;

void fillKind(OutgoingMessage& out, const Row& row) {
    const QString kind = row.text(4);
    const QString externalId = row.text(13);
    if (kind == "reaction"_L1) {
        out.reactionTo = externalId;
        out.reaction = row.text(5);
    } else if (kind == "edit"_L1) {
        out.editOf = externalId;
        out.text = row.text(5);
    } else if (kind == "delete"_L1) {
        out.deleteOf = externalId;
    } else {
        out.text = row.text(12);
        out.replyTo = row.text(14);
        out.buttons = buttonsFrom(row.text(6));
        out.privately = row.flag(22);
        const Manner manner = mannerFrom(row.text(23));
        out.templated = manner.templated;
        out.asksNumber = manner.asksNumber;
    }
}

Result<Claimed> claimedFrom(Connection& db, const Row& row) {
    Claimed claimed;
    claimed.outbox = row.id<OutboxId>(0);
    claimed.message = row.id<MessageId>(1);
    claimed.conversation = row.id<ConversationId>(2);
    claimed.channel = row.id<ChannelId>(3);
    claimed.attempt = static_cast<int>(row.integer(8));
    claimed.expires = row.optionalTime(9);
    if (!row.isNull(10)) {
        claimed.reasonOrder = row.id<OrderId>(10);
        claimed.reasonState = orderStateFrom(row.text(11));
        claimed.reasonHolds = row.text(11) == row.text(21);
    }
    claimed.lastCustomerAt = row.optionalTime(18);
    claimed.windowEnds = row.optionalTime(19);
    claimed.blocked = row.integer(20) == static_cast<qint64>(Reachability::Blocked);
    claimed.noRight = row.integer(20) == static_cast<qint64>(Reachability::NoRight);
    claimed.quotedAt = row.optionalTime(24);
    claimed.out.id = claimed.outbox;
    claimed.out.conversationKey = row.text(16);
    claimed.out.ids = idsFrom(row.text(17));
    claimed.out.clientReference = row.text(7);
    fillKind(claimed.out, row);
    if (row.text(4) == "message"_L1 && row.flag(15)) {
        COMANDA_LET(media, attachmentsOf(db, claimed.message));
        if (!media.empty()) {
            claimed.out.media = media.front().attachment;
            claimed.out.media->sha256 = media.front().sha256; // where the media store has it
        }
    }
    return claimed;
}

struct Leaving { // the outbox row that an answer is for
    OutboxId id;
    MessageId message;
    ChannelId channel;
    ConversationId conversation;
    QString kind, state, text;
    qint64 fence = 0;
};

Result<std::optional<Leaving>> leavingRow(Connection& db, OutboxId id) {
    COMANDA_LET(
        row, db.selectOne(
                 u"SELECT id, message, channel, conversation, kind, state, text, fence FROM outbox"
                 " WHERE id = ?"_s,
                 {bind(id)}));
    if (!row) {
        return std::nullopt;
    }
    return Leaving{row->id<OutboxId>(0),  row->id<MessageId>(1),
                   row->id<ChannelId>(2), row->id<ConversationId>(3),
                   row->text(4),          row->text(5),
                   row->text(6),          row->integer(7)};
}

Result<> setOutbox(Connection& db, OutboxId id, const QString& state) {
    return db.execute(u"UPDATE outbox SET state = ? WHERE id = ?"_s, {state, bind(id)})
        .map([](int) { return Done{}; });
}

// What a reaction, an edit or a deletion of ours did, once the platform has it.
Result<> carryOut(const Tools& tools, const Leaving& row) {
    COMANDA_LET(message, messageById(tools.db, row.message));
    if (!message) {
        return Done{};
    }
    noteChange(tools.changes, message->conversation);
    if (row.kind == "reaction"_L1) {
        return putReaction(tools, *message, QString(), row.text, tools.clock.now());
    }
    if (row.kind == "delete"_L1) {
        return tools.db
            .execute(u"UPDATE message SET deleted = 1 WHERE id = ?"_s, {bind(row.message)})
            .map([](int) { return Done{}; });
    }
    COMANDA_TRY(
        tools.db.execute(u"UPDATE message SET text = ?, edited = 1, edited_at = ? WHERE id = ?"_s,
                         {row.text, bind(tools.clock.now()), bind(row.message)}));
    COMANDA_TRY(queueForIndex(tools, row.message));
    return refreshLast(tools, message->conversation);
}

// The message's own state and the list follow what became of its row.
Result<> showState(const Tools& tools, const Leaving& row, MessageState state, const QString& why,
                   const QString& detail = {}) {
    if (row.kind == "message"_L1) {
        COMANDA_LET(message, messageById(tools.db, row.message));
        if (message) {
            COMANDA_TRY(setState(tools, *message, state, why, detail));
        }
    } else if (state != MessageState::Waiting) { // the message concerned is as it was; only say why
        COMANDA_TRY(
            tools.db.execute(u"UPDATE message SET state_why = ?, state_detail = ? WHERE id = ?"_s,
                             {orNull(why), orNull(detail), bind(row.message)}));
    }
    return refreshWaiting(tools, row.conversation);
}

Result<> settleSent(const Tools& tools, const Leaving& row, const next::Sent& step) {
    if (row.state != "failed"_L1) { // the platform took it, and has said since that it failed
        COMANDA_TRY(setOutbox(tools.db, row.id, u"sent"_s));
    }
    if (row.kind == "message"_L1) {
        return becameSent(tools, row.channel, row.message, step.externalId);
    }
    COMANDA_TRY(carryOut(tools, row));
    return refreshWaiting(tools, row.conversation);
}

Result<> settleTryAgain(const Tools& tools, const Leaving& row, const next::TryAgain& step) {
    // From now on it is a head like any other: what follows waits for it.
    COMANDA_TRY(tools.db.execute(
        u"UPDATE outbox SET state = 'waiting', not_before = 0, next_try = ?, ordered = ?"
        " WHERE id = ?"_s,
        {bind(step.at), step.ordered, bind(row.id)}));
    if (step.holdChannel) {
        COMANDA_TRY(
            tools.db.execute(u"UPDATE channel SET send_from = ? WHERE id = ? AND send_from < ?"_s,
                             {bind(step.at), bind(row.channel), bind(step.at)}));
    }
    return showState(tools, row, MessageState::Waiting, step.why);
}

Result<> settleSignIn(const Tools& tools, const Leaving& row, const next::WaitForSignIn& step) {
    COMANDA_TRY(tools.db.execute(
        u"UPDATE outbox SET state = 'waiting', held = 1, not_before = 0 WHERE id = ?"_s,
        {bind(row.id)}));
    return showState(tools, row, MessageState::Waiting, step.why);
}

Result<> write(const Tools& tools, const Leaving& row, const NextStep& step) {
    return std::visit(
        Overloaded{[&](const next::Sent& s) { return settleSent(tools, row, s); },
                   [&](const next::TryAgain& s) { return settleTryAgain(tools, row, s); },
                   [&](const next::AskStaff& s) -> Result<> {
                       COMANDA_TRY(setOutbox(tools.db, row.id, u"unsure"_s));
                       return showState(tools, row, MessageState::Unsure, s.why);
                   },
                   [&](const next::GiveUp& s) -> Result<> {
                       COMANDA_TRY(setOutbox(tools.db, row.id, u"failed"_s));
                       return showState(tools, row, MessageState::Failed, s.why, s.detail);
                   },
                   [&](const next::WaitForSignIn& s) { return settleSignIn(tools, row, s); }},
        step);
}

} // namespace

Result<> failIfRemoved(const Tools& tools, ChannelId channel) {
    COMANDA_LET(asked,
                tools.db.selectOne(u"SELECT removed FROM channel WHERE id = ?"_s, {bind(channel)}));
    if (!asked || !asked->flag(0)) {
        return Done{};
    }
    COMANDA_LET(rows, tools.db.select(u"SELECT id FROM outbox WHERE channel = ?"
                                      " AND state = 'waiting' ORDER BY id"_s,
                                      {bind(channel)}));
    for (const Row& waiting : rows) {
        COMANDA_LET(row, leavingRow(tools.db, waiting.id<OutboxId>(0)));
        if (row) {
            COMANDA_TRY(write(tools, *row, next::GiveUp{u"outbox.channel_removed"_s, {}}));
        }
    }
    return Done{};
}

Result<std::vector<Claimed>> Writer::claim(qint64 fence, const std::vector<ChannelId>& channels,
                                           Time now, int limit) {
    COMANDA_TRY(requireFence(fence));
    if (channels.empty() || limit <= 0) {
        return std::vector<Claimed>();
    }
    QVariantList values;
    for (const ChannelId channel : channels) {
        values << bind(channel);
    }
    values << bind(now) << bind(now) << bind(now) << bind(now) << bind(now) << limit;
    // One that is not due yet by its own wish holds nothing back; one that failed to leave does,
    // also one that waits for a sign-in, until it has expired.
    COMANDA_LET(
        heads,
        connection_.select(
            u"SELECT o.id FROM outbox o JOIN channel h ON h.id = o.channel"
            " WHERE o.state = 'waiting' AND o.channel IN ("_s
                + placeholders(static_cast<qsizetype>(channels.size()))
                + u") AND h.send_from <= ? AND (o.held = 0 OR o.expires <= ?)"
                  " AND o.next_try <= ? AND o.not_before <= ?"
                  " AND NOT EXISTS (SELECT 1 FROM outbox p WHERE p.conversation = o.conversation"
                  " AND p.state IN ('waiting', 'sending') AND (p.state = 'sending'"
                  " OR (p.id < o.id AND p.not_before <= ?))) ORDER BY o.id LIMIT ?"_s,
            values));
    const Tools tools{connection_, clock_, changes_};
    std::vector<Claimed> claimed;
    for (const Row& head : heads) {
        COMANDA_LET(taken,
                    connection_.execute(
                        u"UPDATE outbox SET state = 'sending', fence = ?, attempt = attempt + 1"
                        " WHERE id = ? AND state = 'waiting'"_s,
                        {fence, head.integer(0)}));
        COMANDA_LET(row, connection_.selectOne(kClaimed, {head.integer(0)}));
        if (taken == 0 || !row) {
            continue;
        }
        COMANDA_LET(one, claimedFrom(connection_, *row));
        one.fence = fence;
        COMANDA_LET(message, messageById(connection_, one.message));
        if (message && row->text(4) == "message"_L1) {
            COMANDA_TRY(setState(tools, *message, MessageState::Sending));
        }
        claimed.push_back(std::move(one));
    }
    return claimed;
}

Result<> Writer::settle(OutboxId outbox, qint64 fence, const NextStep& step) {
    COMANDA_LET(row, leavingRow(connection_, outbox));
    if (!row) {
        return Done{}; // cancelled with its conversation
    }
    const bool arrived = std::holds_alternative<next::Sent>(step);
    if (arrived && row->state == "sent"_L1 && row->kind != "message"_L1) {
        return Done{};
    }
    // That it arrived is true whoever holds the lease now; everything else is for the holder.
    if (!arrived && row->fence != fence) {
        return fail(ErrorKind::Conflict, u"lease.lost"_s);
    }
    if (!arrived && row->state != "sending"_L1) {
        return Done{}; // the platform spoke of it meanwhile, and knows better
    }
    const Tools tools{connection_, clock_, changes_};
    COMANDA_TRY(write(tools, *row, step));
    return failIfRemoved(tools, row->channel); // it was removed while this one was on its way
}

// For a new holder before its first claim, and after a crash: nothing of its own is on the way
// then, so whatever is marked as leaving may or may not have left.
Result<int> Writer::unsureLeftovers(qint64 fence) {
    COMANDA_TRY(requireFence(fence));
    const Tools tools{connection_, clock_, changes_};
    COMANDA_LET(rows, connection_.select(u"SELECT id FROM outbox WHERE state = 'sending'"_s));
    for (const Row& left : rows) {
        COMANDA_LET(row, leavingRow(connection_, left.id<OutboxId>(0)));
        if (row) {
            COMANDA_TRY(write(tools, *row, next::AskStaff{u"outbox.interrupted"_s}));
        }
    }
    return static_cast<int>(rows.size());
}

} // namespace comanda::store
