// Customers as rows. A person may have several: who was met later is joined to who was met earlier
// by a pointer, so that taking apart is clearing it and nothing was moved.
#pragma once

#include "core/domain/people.h"
#include "core/store/tools.h"

namespace comanda::store {

// Every customer of the person, the one that the others were joined to first. NotFound
// "customer.unknown".
[[nodiscard]] Result<std::vector<CustomerId>> personOf(Connection& db, CustomerId customer);
[[nodiscard]] Result<CustomerCard> cardOf(Connection& db, const std::vector<CustomerId>& person);
[[nodiscard]] QVariantList bindAll(const std::vector<CustomerId>& person);

// An order just begun says what its customer must not eat.
[[nodiscard]] Result<Order> withAllergies(const Tools& tools, const Order& order);
// The platform itself says that both are one: the younger's row goes, with all that it held.
[[nodiscard]] Result<> becomeOneCustomer(const Tools& tools, ConversationId older,
                                         ConversationId younger);

} // namespace comanda::store
