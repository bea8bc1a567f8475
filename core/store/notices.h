// What the customer is told of their order: put into the outbox when the state is reached, taken
// out again while it has not left.
#pragma once

#include "core/domain/shop.h"
#include "core/store/tools.h"

namespace comanda::store {

constexpr Millis kNoticeExpires{30 * 60 * 1000}; // later a person decides

// After `event` made `order` what it is now.
[[nodiscard]] Result<> tellCustomer(const Tools& tools, const Order& order, const OrderEvent& event,
                                    const Shop& shop);

} // namespace comanda::store
