// An invented evening in an invented restaurant, for looking at.
#pragma once

#include "core/domain/channel.h"
#include "core/domain/message.h"
#include "core/domain/order.h"
#include "core/domain/shop.h"

#include <QPixmap>
#include <QWidget>

namespace comanda::test {

[[nodiscard]] Time evening(); // 2026-03-13 19:42 in Bogotá
[[nodiscard]] Shop sampleShop();
[[nodiscard]] std::vector<Order> sampleOrders(Time now); // eleven, in all states
[[nodiscard]] Order manyTimes(const Order& order, int nth);
[[nodiscard]] std::vector<ChannelLight> sampleLights(bool outage, Time now);

// Keeps a picture of the widget beside the test's results when COMANDA_PICTURES names a folder.
void keepPicture(QWidget& widget, const QString& name);

} // namespace comanda::test
