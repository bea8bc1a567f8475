#include "core/store/arrivals.h"

#include "core/store/amendments.h"
#include "core/store/attachments.h"
#include "core/store/carts.h"
#include "core/store/conversations.h"
#include "core/store/messages.h"
#include "core/store/traits.h"
#include "core/store/try.h"

#include <algorithm>

namespace comanda::store {

using namespace Qt::StringLiterals;

namespace {

bool isMessage(EventKind kind) {
    return kind == EventKind::Message || kind == EventKind::Order || kind == EventKind::Postback
           || kind == EventKind::Comment;
}

struct Times {
    Time sent, received, sort;
    bool late = false;
};

Times timesOf(const Tools& tools, const Arrival& arrival, const Event& event) {
    const Time now = tools.clock.now();
    Times times;
    times.received = toMillis(arrival.receivedAt) > 0 ? arrival.receivedAt : now;
    times.sent = event.timestamp.value_or(times.received);
    times.sort = sortTime(times.sent, times.received);
    // What waited in a mailbox while we were off reached us when we came back.
    times.late = !event.history && std::max(now, times.received) - times.sent > kLateAfter;
    return times;
}

Result<MessageId> insertMessage(const Tools& tools, const Arrival& arrival, const Place& place,
                                const Event& event, const Times& times) {
    static const QString sql =
        u"INSERT INTO message (channel, conversation, direction, kind, external_id, author, text, "
        u"payload, cart,"
        " attachments, sent_at, received_at, sort_at, state, quoted, late, album)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id"_s;
    const bool in = event.direction == Direction::In;
    const QString author = in ? event.senderName : QString();
    COMANDA_LET(id,
                tools.db.insert(
                    sql, {bind(arrival.channel), bind(place.id), toWord(event.direction),
                          toWord(event.kind), orNull(event.externalId), orNull(author), event.text,
                          orNull(event.payload), orNull(cartJson(event.orderItems)),
                          static_cast<qint64>(event.attachments.size()), bind(times.sent),
                          bind(times.received), bind(times.sort), in ? u"received"_s : u"sent"_s,
                          orNull(event.replyTo), times.late, orNull(event.groupId)}));
    const MessageId message(id);
    COMANDA_TRY(writeAttachments(tools, arrival.channel, message, event.attachments));
    if (!event.text.isEmpty()) {
        COMANDA_TRY(queueForIndex(tools, message));
    }
    return message;
}

Result<> showInList(const Tools& tools, const Place& place, const Event& event, const Times& times,
                    MessageId message) {
    const bool fresh = event.direction == Direction::In && !event.history;
    Newcomer newcomer;
    newcomer.id = message;
    newcomer.direction = event.direction;
    newcomer.author = event.direction == Direction::In ? event.senderName : QString();
    newcomer.preview = preview(event.text, event.attachments, event.orderItems);
    newcomer.state = event.direction == Direction::In ? MessageState::Received : MessageState::Sent;
    newcomer.sortAt = times.sort;
    newcomer.unread = fresh;
    if (fresh) {
        newcomer.customerAt = std::min(times.sent, times.received);
        newcomer.windowEnds = event.windowEnds;
    }
    return showNewcomer(tools, place.id, newcomer);
}

// A group is not named after whoever spoke in it.
bool namesConversation(const Event& event) {
    const bool person =
        event.senderId.isEmpty() || event.senderId == event.conversationKey || event.ids.isEmpty()
        || std::any_of(event.ids.begin(), event.ids.end(), [&](const QString& id) {
               return event.conversationKey == id || event.conversationKey.endsWith(u':' + id);
           });
    return event.direction == Direction::In && event.kind != EventKind::Comment && person;
}

// The business said it elsewhere, or we said it and the platform tells us so: then nothing is new.
// An echo proves that ours arrived, however unsure we were.
Result<bool> isEchoOfOurs(const Tools& tools, const Arrival& arrival, const Event& event,
                          Time when) {
    Event sent = event;
    sent.kind = EventKind::Status;
    sent.status = DeliveryStatus::Sent;
    if (!event.clientReference.isEmpty()) {
        COMANDA_LET(ours, messageByReference(tools.db, event.clientReference));
        if (ours) {
            COMANDA_TRY(amend(tools, arrival.channel, sent, when));
            return true;
        }
    }
    if (!event.partOf.isEmpty()) { // that it arrived says nothing of the whole message
        COMANDA_LET(ours, messageByReference(tools.db, event.partOf));
        if (ours) {
            return true;
        }
    }
    if (event.externalId.isEmpty()) {
        return false;
    }
    COMANDA_LET(place, findPlace(tools, arrival.channel, event, when));
    COMANDA_LET(same, messagesByExternalId(tools.db, arrival.channel, event.externalId));
    for (const MessageRow& message : same) {
        if (message.direction == Direction::Out && (!place || message.conversation == *place)) {
            COMANDA_TRY(amend(tools, arrival.channel, sent, when));
            return true;
        }
    }
    return false;
}

Result<> applyMessage(const Tools& tools, const Arrival& arrival, const Event& event,
                      Intake& intake) {
    const Times times = timesOf(tools, arrival, event);
    const Time when = senderTime(event, times.received);
    if (event.direction == Direction::Out) {
        COMANDA_LET(ours, isEchoOfOurs(tools, arrival, event, when));
        if (ours) {
            return Done{};
        }
    }
    COMANDA_LET(place, placeOf(tools, arrival.channel, event, when));
    COMANDA_LET(message, insertMessage(tools, arrival, place, event, times));
    COMANDA_TRY(showInList(tools, place, event, times, message));
    if (namesConversation(event)) {
        COMANDA_TRY(learnName(tools, place, event.senderName, when));
    }
    COMANDA_TRY(learnOrigin(tools, place.id, event.origin));
    COMANDA_TRY(noteSpeaker(tools, arrival.channel, place.id, event, when));
    if (event.direction == Direction::In) {
        COMANDA_TRY(leaveContacts(tools, place.id, event.attachments));
    }
    ++intake.newMessages;
    if (event.kind == EventKind::Order && event.direction == Direction::In && !event.history) {
        COMANDA_LET(order, orderFromCart(tools, place,
                                         {message, arrival.channel,
                                          std::min(times.sent, times.received), times.late},
                                         event, arrival.shop));
        intake.newOrders.push_back(order);
    }
    const bool rings = event.direction == Direction::In && !event.history && !times.late;
    if (rings && std::find(intake.rang.begin(), intake.rang.end(), place.id) == intake.rang.end()) {
        intake.rang.push_back(place.id);
    }
    return place.awaited ? joinParked(tools, arrival.channel, event.externalId) : Result<>(Done{});
}

// Who somebody is may be told by itself, in a profile that was asked for.
bool tellsName(const Event& event) {
    const bool says = !event.senderName.isEmpty() || event.ids.contains(u"username"_s);
    return says && !event.ids.isEmpty() && event.formerIds.isEmpty() && namesConversation(event);
}

Result<> applyName(const Tools& tools, const Arrival& arrival, const Event& event) {
    const Time when = senderTime(event, arrival.receivedAt);
    COMANDA_LET(known, findPlace(tools, arrival.channel, event, when));
    if (!known) {
        return Done{}; // a name alone makes no conversation
    }
    COMANDA_LET(place, placeOf(tools, arrival.channel, event, when));
    return learnName(tools, place, event.senderName, when);
}

// Blocked or unblocked, allowed to answer or not: true of the person, whatever kind told it.
Result<> applyReachability(const Tools& tools, const Arrival& arrival, const Event& event) {
    const Time when = senderTime(event, arrival.receivedAt);
    if (!event.reachabilityOfAll.isEmpty()) {
        return setReachabilityOfAll(tools, arrival.channel, event.reachabilityOfAll,
                                    *event.reachability, when);
    }
    COMANDA_LET(place, findPlace(tools, arrival.channel, event, when));
    return place ? setReachability(tools, *place, *event.reachability, when) : Done{};
}

} // namespace

Result<> checkEvent(const Event& event) {
    const auto malformed = [](QString id) { return fail(ErrorKind::Malformed, std::move(id)); };
    if (event.kind == EventKind::Ignored) {
        // Without a key it is the part of a delivery that could not be read at all.
        return event.eventKey.isEmpty() ? Result<>(malformed(u"intake.unreadable"_s))
                                        : Result<>(Done{});
    }
    if (event.eventKey.isEmpty()) {
        return malformed(u"intake.no_event_key"_s);
    }
    if (isMessage(event.kind)) {
        return event.conversationKey.isEmpty() ? Result<>(malformed(u"intake.no_conversation"_s))
                                               : Result<>(Done{});
    }
    if (event.kind == EventKind::Status && !event.status) {
        return malformed(u"intake.no_status"_s);
    }
    const bool watermark = (event.kind == EventKind::Read || event.kind == EventKind::Status)
                           && event.timestamp && !event.conversationKey.isEmpty();
    if (!watermark && event.targetId.isEmpty() && event.externalId.isEmpty()
        && event.clientReference.isEmpty()) {
        return malformed(u"intake.no_target"_s);
    }
    return Done{};
}

Result<> applyEvent(const Tools& tools, const Arrival& arrival, const Event& event,
                    Intake& intake) {
    if (!event.formerIds.isEmpty()) { // number or id changed, whatever kind told it
        COMANDA_TRY(placeOf(tools, arrival.channel, event, senderTime(event, arrival.receivedAt)));
    }
    if (isMessage(event.kind)) {
        COMANDA_TRY(applyMessage(tools, arrival, event, intake));
    } else if (event.kind != EventKind::Ignored) {
        COMANDA_TRY(amend(tools, arrival.channel, event, arrival.receivedAt));
    } else if (tellsName(event)) {
        COMANDA_TRY(applyName(tools, arrival, event));
    }
    return event.reachability ? applyReachability(tools, arrival, event) : Done{};
}

} // namespace comanda::store
