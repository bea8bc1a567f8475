// What may tell who a customer is, beside the addresses of their chats: numbers and addresses left
// with orders, contact cards that they sent, their name under public comments.
#pragma once

#include "core/domain/people.h"
#include "core/store/identities.h"

namespace comanda::store {

[[nodiscard]] Result<> leaveDetails(const Tools& tools, CustomerId customer,
                                    const OrderDetails& details);
[[nodiscard]] Result<> leaveAddress(const Tools& tools, CustomerId customer, const QString& was,
                                    const QString& now);
[[nodiscard]] Result<> leaveContacts(const Tools& tools, ConversationId conversation,
                                     const std::vector<Attachment>& attachments);
// Who comments is a customer of their own: the conversation is everybody's.
[[nodiscard]] Result<> noteSpeaker(const Tools& tools, ChannelId channel,
                                   ConversationId conversation, const Event& event, Time when);
// Whose words under a post became an order; invalid: nobody's in particular, or it is no post.
[[nodiscard]] Result<CustomerId> speakerBehind(Connection& db, ConversationId conversation,
                                               const std::vector<MessageId>& sources);

[[nodiscard]] Result<std::vector<Identity>> identitiesOf(Connection& db,
                                                         const std::vector<CustomerId>& person);
// Of a person with these identities.
[[nodiscard]] Result<Traits> traitsOf(Connection& db, const std::vector<CustomerId>& person,
                                      const std::vector<Identity>& identities);
// Customers that have something of `traits`, found by indexes; not yet whether it means anything.
[[nodiscard]] Result<std::vector<CustomerId>> candidatesFor(Connection& db, const Traits& traits);

} // namespace comanda::store
