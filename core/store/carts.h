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

// What the catalogue calls a cart's products, by sku; what it does not know is left out.
[[nodiscard]] Result<QHash<QString, QString>> productNames(Connection& db, ChannelId channel,
                                                           const std::vector<CartItem>& cart);

} // namespace comanda::store
