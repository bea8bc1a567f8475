// A structured cart becomes an order by itself, in the transaction that stores its message.
#pragma once

#include "core/domain/shop.h"
#include "core/store/identities.h"

namespace comanda::store {

struct Cart {
    MessageId message;
    ChannelId channel;
    Time sent;
    bool late = false;
};
[[nodiscard]] Result<OrderId> orderFromCart(const Tools& tools, const Place& place,
                                            const Cart& cart, const Event& event, const Shop& shop);

} // namespace comanda::store
