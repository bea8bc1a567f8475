// What somebody says: a message, a pressed button, a cart, or that they came by a link.
#pragma once

#include "core/connectors/messaging/item.h"

namespace comanda::messaging {

// Each takes the member of the item that has its name.
[[nodiscard]] Events readMessage(const QJsonObject& message, const Item& item);
[[nodiscard]] Events readPostback(const QJsonObject& postback, const Item& item);
[[nodiscard]] Events readOrder(const QJsonObject& order, const Item& item);
[[nodiscard]] Events readReferral(const QJsonObject& referral, const Item& item);

} // namespace comanda::messaging
