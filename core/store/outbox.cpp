// What people do with messages on their way out.
#include "core/store/conversations.h"
#include "core/store/messages.h"
#include "core/store/outbox_rows.h"
#include "core/store/try.h"
#include "core/store/writer.h"

namespace comanda::store {

using namespace Qt::StringLiterals;

namespace {

struct OutboxState {
    OutboxId id;
    QString state;
    ChannelId channel;
};

Result<std::optional<OutboxState>> outboxOf(Connection& db, MessageId message) {
    COMANDA_LET(
        row, db.selectOne(
                 u"SELECT id, state, channel FROM outbox WHERE message = ? AND kind = 'message'"_s,
                 {bind(message)}));
    return row ? std::optional(
               OutboxState{row->id<OutboxId>(0), row->text(1), row->id<ChannelId>(2)})
               : std::nullopt;
}

struct Chosen {
    MessageRow message;
    OutboxId outbox;
    ChannelId channel;
};

// The message with its outbox row, if that is in one of `states`; else why not.
Result<Chosen> choose(Connection& db, MessageId id, const QStringList& states) {
    COMANDA_LET(message, messageById(db, id));
    COMANDA_LET(outbox, outboxOf(db, id));
    if (!message || !outbox) {
        return fail(ErrorKind::NotFound, u"store.no_message"_s);
    }
    if (!states.contains(outbox->state)) {
        return fail(ErrorKind::Conflict, u"outbox.state_changed"_s, {},
                    {{u"state"_s, outbox->state}});
    }
    return Chosen{*message, outbox->id, outbox->channel};
}

} // namespace

Result<MessageId> Writer::enqueue(const Outgoing& outgoing) {
    return putIntoOutbox({connection_, clock_, changes_}, outgoing);
}

Result<> Writer::resend(MessageId message) {
    const Tools tools{connection_, clock_, changes_};
    COMANDA_LET(chosen, choose(connection_, message, {u"unsure"_s, u"failed"_s}));
    const QString reference = newClientReference();
    // A person decided anew: neither the old deadline nor the old reason binds this try.
    COMANDA_TRY(connection_.execute(
        u"UPDATE outbox SET state = 'waiting', client_reference = ?, attempt = 0,"
        " next_try = 0, ordered = 0, not_before = 0, held = 0, fence = NULL, expires = NULL,"
        " reason_order = NULL, reason_state = NULL WHERE id = ?"_s,
        {reference, bind(chosen.outbox)}));
    COMANDA_TRY(connection_.execute(
        u"UPDATE message SET client_reference = ?, external_id = NULL WHERE id = ?"_s,
        {reference, bind(message)}));
    COMANDA_TRY(setState(tools, chosen.message, MessageState::Waiting));
    COMANDA_TRY(failIfRemoved(tools, chosen.channel));
    return refreshWaiting(tools, chosen.message.conversation);
}

Result<> Writer::confirmArrived(MessageId message) {
    const Tools tools{connection_, clock_, changes_};
    COMANDA_LET(chosen, choose(connection_, message, {u"unsure"_s}));
    COMANDA_TRY(connection_.execute(u"UPDATE outbox SET state = 'sent' WHERE id = ?"_s,
                                    {bind(chosen.outbox)}));
    COMANDA_TRY(setState(tools, chosen.message, MessageState::Sent));
    return refreshWaiting(tools, chosen.message.conversation);
}

Result<> Writer::cancelWaiting(MessageId message) {
    const Tools tools{connection_, clock_, changes_};
    COMANDA_LET(chosen, choose(connection_, message, {u"waiting"_s}));
    return removeMessage(tools, chosen.message);
}

Result<int> Writer::wakeOutbox(ChannelId channel) {
    // Farther away than a platform may ask: written when this machine's clock was wrong.
    const Time farthest = clock_.now() + kRetryAfterMax;
    COMANDA_TRY(
        connection_.execute(u"UPDATE channel SET send_from = 0 WHERE id = ? AND send_from > ?"_s,
                            {bind(channel), bind(farthest)}));
    COMANDA_LET(woken, connection_.execute(
                           u"UPDATE outbox SET held = 0, next_try ="
                           " CASE WHEN ordered = 1 AND next_try <= ? THEN next_try ELSE 0 END"
                           " WHERE channel = ? AND state = 'waiting' AND (held = 1"
                           " OR (next_try > 0 AND (ordered = 0 OR next_try > ?)))"_s,
                           {bind(farthest), bind(channel), bind(farthest)}));
    changes_.outbox = changes_.outbox || woken > 0;
    return woken;
}

} // namespace comanda::store
