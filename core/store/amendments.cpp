#include "core/store/amendments.h"

#include "core/store/attachments.h"
#include "core/store/conversations.h"
#include "core/store/messages.h"
#include "core/store/order_rows.h"
#include "core/store/parked_event.h"
#include "core/store/try.h"

namespace comanda::store {

using namespace Qt::StringLiterals;

namespace {

// Whether the message that the event speaks of is known; if not, the event waits for it.
using Joined = Result<bool>;

QString referenceOf(const Event& event) {
    const bool ofOurs = event.kind == EventKind::Status || event.kind == EventKind::Read;
    const QString& first = ofOurs ? event.externalId : event.targetId;
    const QString& second = ofOurs ? event.targetId : event.externalId;
    return first.isEmpty() ? second : first;
}

// External ids repeat among chats on some platforms: the conversation decides, where it is known.
Result<std::optional<MessageRow>> targetOf(const Tools& tools, ChannelId channel,
                                           const Event& event, Time when) {
    const QString reference = referenceOf(event);
    if (reference.isEmpty()) {
        return std::nullopt;
    }
    COMANDA_LET(candidates, messagesByExternalId(tools.db, channel, reference));
    if (candidates.empty()) {
        return std::nullopt;
    }
    COMANDA_LET(place, findPlace(tools, channel, event, when));
    for (const MessageRow& candidate : candidates) {
        if (place && candidate.conversation == *place) {
            return candidate;
        }
    }
    // A status names a message of ours by an id that only this account gives.
    const bool idDecides = event.kind == EventKind::Status || event.conversationKey.isEmpty();
    return idDecides && candidates.size() == 1 ? std::optional(candidates.front()) : std::nullopt;
}

// The platform speaks of it, so it left: whatever the outbox thought.
Result<> leaveOutbox(const Tools& tools, ChannelId channel, const MessageRow& message,
                     const Event& event, DeliveryStatus status) {
    if (status == DeliveryStatus::Failed) { // also what it had taken: a person may send it again
        COMANDA_TRY(tools.db.execute(u"UPDATE outbox SET state = 'failed' WHERE message = ?"
                                     " AND kind = 'message' AND state <> 'failed'"_s,
                                     {bind(message.id)}));
        return refreshWaiting(tools, message.conversation);
    }
    COMANDA_LET(open, tools.db.execute(u"UPDATE outbox SET state = 'sent' WHERE message = ?"
                                       " AND kind = 'message'"
                                       " AND state IN ('waiting', 'sending', 'unsure')"_s,
                                       {bind(message.id)}));
    if (open == 0) {
        return Done{};
    }
    return becameSent(tools, channel, message.id,
                      message.externalId.isEmpty() ? event.externalId : message.externalId);
}

Result<> report(const Tools& tools, ChannelId channel, const MessageRow& message,
                const Event& event, DeliveryStatus status) {
    if (message.ours) {
        COMANDA_TRY(leaveOutbox(tools, channel, message, event, status));
    }
    COMANDA_LET(now, messageById(tools.db, message.id));
    if (!now || now->direction != Direction::Out) {
        return Done{};
    }
    const MessageState state = advance(now->state, status);
    if (state == now->state) {
        return Done{};
    }
    if (state != MessageState::Failed) {
        return setState(tools, *now, state);
    }
    const QString why = event.errorWhy.isEmpty() ? u"outbox.refused_later"_s : event.errorWhy;
    const QString detail = (event.errorCode + u' ' + event.errorDetail).trimmed();
    return setState(tools, *now, state, why, detail);
}

// A watermark: everything that we wrote until then has come so far.
Result<> cameUpTo(const Tools& tools, ConversationId conversation, Time until,
                  DeliveryStatus status) {
    COMANDA_LET(rows,
                tools.db.select(u"SELECT id FROM message WHERE conversation = ? AND sort_at <= ?"
                                " AND direction = 'out' AND state IN ('sent', 'delivered')"_s,
                                {bind(conversation), bind(until)}));
    for (const Row& row : rows) {
        COMANDA_LET(message, messageById(tools.db, row.id<MessageId>(0)));
        if (!message) {
            continue;
        }
        const MessageState state = advance(message->state, status);
        if (state != message->state) {
            COMANDA_TRY(setState(tools, *message, state));
        }
    }
    return Done{};
}

Joined applyWatermark(const Tools& tools, ChannelId channel, const Event& event, Time when,
                      DeliveryStatus status) {
    COMANDA_LET(place, findPlace(tools, channel, event, when));
    if (place) {
        COMANDA_TRY(cameUpTo(tools, *place, when, status));
    }
    return true;
}

Joined applyStatus(const Tools& tools, ChannelId channel, const Event& event, Time when) {
    const DeliveryStatus status = event.status.value_or(DeliveryStatus::Sent);
    if (referenceOf(event).isEmpty() && event.clientReference.isEmpty()) {
        return applyWatermark(tools, channel, event, when, status);
    }
    std::optional<MessageRow> message;
    if (!event.clientReference.isEmpty()) {
        COMANDA_LET(ours, messageByReference(tools.db, event.clientReference));
        message = ours;
    }
    if (!message) {
        COMANDA_LET(target, targetOf(tools, channel, event, when));
        message = target;
    }
    if (!message) {
        return false;
    }
    COMANDA_TRY(report(tools, channel, *message, event, status));
    COMANDA_TRY(attachIds(tools, channel, message->conversation, event, when));
    return true;
}

Joined applyRead(const Tools& tools, ChannelId channel, const Event& event, Time when) {
    if (referenceOf(event).isEmpty()) {
        return applyWatermark(tools, channel, event, when, DeliveryStatus::Read);
    }
    COMANDA_LET(message, targetOf(tools, channel, event, when));
    if (!message) {
        return false;
    }
    COMANDA_TRY(report(tools, channel, *message, event, DeliveryStatus::Read));
    COMANDA_TRY(cameUpTo(tools, message->conversation, message->sortAt, DeliveryStatus::Read));
    return true;
}

Result<> writeEdit(const Tools& tools, ChannelId channel, const MessageRow& message,
                   const Event& event) {
    const bool textChanged = (event.hasText || !event.text.isEmpty()) && event.text != message.text;
    if (!event.attachments.empty()) {
        COMANDA_TRY(replaceAttachments(tools, channel, message.id, event.attachments));
        noteChange(tools.changes, message.conversation);
    }
    if (!textChanged) {
        return Done{};
    }
    COMANDA_TRY(tools.db.execute(u"UPDATE message SET text = ?, edited = 1 WHERE id = ?"_s,
                                 {event.text, bind(message.id)}));
    COMANDA_TRY(queueForIndex(tools, message.id));
    if (message.order && message.direction == Direction::In) {
        COMANDA_TRY(flagByCustomer(tools, *message.order, OrderFlag::ChangeAsked, event.text));
    }
    return refreshLast(tools, message.conversation);
}

Joined applyEdit(const Tools& tools, ChannelId channel, const Event& event, Time when) {
    COMANDA_LET(message, targetOf(tools, channel, event, when));
    if (!message) {
        return false;
    }
    if (message->editedAt > when) { // an older wording, late: it only proves that there was an edit
        if (event.text != message->text) {
            COMANDA_TRY(tools.db.execute(u"UPDATE message SET edited = 1 WHERE id = ?"_s,
                                         {bind(message->id)}));
        }
        return true;
    }
    COMANDA_TRY(tools.db.execute(u"UPDATE message SET edited_at = ? WHERE id = ?"_s,
                                 {bind(when), bind(message->id)}));
    COMANDA_TRY(writeEdit(tools, channel, *message, event));
    return true;
}

Joined applyDelete(const Tools& tools, ChannelId channel, const Event& event, Time when) {
    COMANDA_LET(message, targetOf(tools, channel, event, when));
    if (!message) {
        return false;
    }
    COMANDA_TRY(
        tools.db.execute(u"UPDATE message SET deleted = 1 WHERE id = ?"_s, {bind(message->id)}));
    if (message->order && message->direction == Direction::In) {
        COMANDA_TRY(flagByCustomer(tools, *message->order, OrderFlag::CancelAsked, message->text));
    }
    noteChange(tools.changes, message->conversation);
    return true;
}

Joined applyReaction(const Tools& tools, ChannelId channel, const Event& event, Time when) {
    COMANDA_LET(message, targetOf(tools, channel, event, when));
    if (!message) {
        return false;
    }
    const QString person = event.senderId.isEmpty() ? event.conversationKey : event.senderId;
    COMANDA_TRY(putReaction(tools, *message, event.direction == Direction::Out ? QString() : person,
                            event.text, when));
    return true;
}

Joined join(const Tools& tools, ChannelId channel, const Event& event, Time when) {
    switch (event.kind) {
    case EventKind::Status:
        return applyStatus(tools, channel, event, when);
    case EventKind::Read:
        return applyRead(tools, channel, event, when);
    case EventKind::Edit:
        return applyEdit(tools, channel, event, when);
    case EventKind::Delete:
        return applyDelete(tools, channel, event, when);
    case EventKind::Reaction:
        return applyReaction(tools, channel, event, when);
    case EventKind::Message:
    case EventKind::Order:
    case EventKind::Postback:
    case EventKind::Comment:
    case EventKind::Ignored:
        return true;
    }
    Q_UNREACHABLE();
}

} // namespace

Result<> amend(const Tools& tools, ChannelId channel, const Event& event, Time received) {
    const Time when = senderTime(event, received);
    COMANDA_LET(joined, join(tools, channel, event, when));
    if (joined) {
        return Done{};
    }
    const QString reference = referenceOf(event);
    return tools.db
        .execute(u"INSERT INTO parked (channel, reference, event, at) VALUES (?, ?, ?, ?)"_s,
                 {bind(channel), reference.isEmpty() ? event.clientReference : reference,
                  parkedJson(event), bind(when)})
        .map([](int) { return Done{}; });
}

Result<> joinParked(const Tools& tools, ChannelId channel, const QString& reference) {
    COMANDA_LET(
        rows,
        tools.db.select(
            u"SELECT id, event, at FROM parked WHERE channel = ? AND reference = ? ORDER BY id"_s,
            {bind(channel), reference}));
    for (const Row& row : rows) {
        // Gone first: what it leads to may ask for this reference again.
        COMANDA_LET(taken,
                    tools.db.execute(u"DELETE FROM parked WHERE id = ?"_s, {row.integer(0)}));
        if (taken == 0) {
            continue;
        }
        COMANDA_LET(joined, join(tools, channel, eventFromParked(row.text(1)), row.time(2)));
        if (!joined) {
            COMANDA_TRY(tools.db.execute(
                u"INSERT INTO parked (channel, reference, event, at) VALUES (?, ?, ?, ?)"_s,
                {bind(channel), reference, row.text(1), row.integer(2)}));
        }
    }
    return Done{};
}

} // namespace comanda::store
