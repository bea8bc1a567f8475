// The conversation's row: what the list shows is kept in it, so that no list reads messages.
#pragma once

#include "core/domain/message.h"
#include "core/store/identities.h"

namespace comanda::store {

struct Newcomer { // a message that was just written
    MessageId id;
    Direction direction = Direction::In;
    QString author, preview;
    MessageState state = MessageState::Received;
    Time sortAt;
    bool unread = false;
    std::optional<Time> customerAt; // opens the reply window; nullopt: it does not
    std::optional<Time> windowEnds;
};

[[nodiscard]] Result<> showNewcomer(const Tools& tools, ConversationId conversation,
                                    const Newcomer& message);
// The name by which the customer is known, if the event that said so is not older than what we
// have.
[[nodiscard]] Result<> learnName(const Tools& tools, const Place& place, const QString& name,
                                 Time when);
[[nodiscard]] Result<> setReachability(const Tools& tools, ConversationId conversation,
                                       Reachability reachability, Time when);
// Of every conversation of the channel whose address begins with `prefix`.
[[nodiscard]] Result<> setReachabilityOfAll(const Tools& tools, ChannelId channel,
                                            const QString& prefix, Reachability reachability,
                                            Time when);
// How the customer came by last; empty says nothing.
[[nodiscard]] Result<> learnOrigin(const Tools& tools, ConversationId conversation,
                                   const QString& origin);
// Both are one person: everything of the younger becomes the older's.
[[nodiscard]] Result<> mergeConversations(const Tools& tools, ConversationId older,
                                          ConversationId younger);

// Written anew from what they count or repeat.
[[nodiscard]] Result<> refreshLast(const Tools& tools, ConversationId conversation);
[[nodiscard]] Result<> refreshWaiting(const Tools& tools, ConversationId conversation);
[[nodiscard]] Result<> refreshOpenOrders(const Tools& tools, ConversationId conversation);

} // namespace comanda::store
