// Whose message is it? Addresses, the conversations they lead to, and what happens when two turn
// out to be one. Works inside the intake's transaction.
#pragma once

#include "core/domain/event.h"
#include "core/store/tools.h"

#include <QMap>

namespace comanda::store {

// What an intake needs to know of a conversation, as it was before the event.
struct Place {
    ConversationId id;
    QString platform; // its word
    QString address;
    QMap<QString, QString> ids;
    QString name;
    std::optional<Time> lastAt, lastCustomerAt, windowEnds;
    bool awaited = false; // something that speaks of the event's message came before it
};

// The sender's time of an event; a clock that runs ahead counts as ours.
[[nodiscard]] Time senderTime(const Event& event, Time received);

// The conversation of the event, after every id that it carries was attached: made if there is
// none, merged if the ids lead to several. `when`: senderTime().
[[nodiscard]] Result<Place> placeOf(const Tools& tools, ChannelId channel, const Event& event,
                                    Time when);
// Attaches the event's ids to a conversation that is known otherwise (a status of a message).
// Answers with the conversation that remains.
[[nodiscard]] Result<ConversationId> attachIds(const Tools& tools, ChannelId channel,
                                               ConversationId to, const Event& event, Time when);
// Without making or changing anything; nullopt if no id is known.
[[nodiscard]] Result<std::optional<ConversationId>> findPlace(const Tools& tools, ChannelId channel,
                                                              const Event& event, Time when);
// Where a conversation that may have been merged away is now; NotFound "store.no_conversation".
[[nodiscard]] Result<ConversationId> remaining(Connection& db, ConversationId conversation);

} // namespace comanda::store
