// Message rows: written once, then only their state, text and marks change.
#pragma once

#include "core/domain/message.h"
#include "core/store/identities.h"

namespace comanda::store {

// A message of ours or the customer's as far as amendments and states need it.
struct MessageRow {
    MessageId id;
    ConversationId conversation;
    Direction direction = Direction::In;
    QString text;
    MessageState state = MessageState::Received;
    std::optional<Time> editedAt;
    std::optional<OrderId> order, reasonOrder; // made from it; told by it
    Time sortAt;
    bool ours = false; // left through our outbox
    QString externalId;
};

[[nodiscard]] Result<std::optional<MessageRow>> messageById(Connection& db, MessageId id);
[[nodiscard]] Result<std::optional<MessageRow>> messageByReference(Connection& db,
                                                                   const QString& clientReference);
// All with that external id on the channel: alone it is not unique.
[[nodiscard]] Result<std::vector<MessageRow>>
messagesByExternalId(Connection& db, ChannelId channel, const QString& externalId);

// How a message of ours is now, with everything that repeats it: the list and the order's notice.
[[nodiscard]] Result<> setState(const Tools& tools, const MessageRow& message, MessageState state,
                                const QString& why = {}, const QString& detail = {});
// The platform has it under this id: an echo that came first is the same message.
[[nodiscard]] Result<> becameSent(const Tools& tools, ChannelId channel, MessageId message,
                                  const QString& externalId);
// Takes the row away with all that hangs on it.
[[nodiscard]] Result<> removeMessage(const Tools& tools, const MessageRow& message);
// A person's reaction, the newest by its time; empty: taken back. `who` empty: us.
[[nodiscard]] Result<> putReaction(const Tools& tools, const MessageRow& message,
                                   const QString& who, const QString& emoji, Time when);
[[nodiscard]] Result<> queueForIndex(const Tools& tools, MessageId message);
// The order's notice axis, told by the newest message about it.
[[nodiscard]] Result<> refreshNotice(const Tools& tools, OrderId order);

} // namespace comanda::store
