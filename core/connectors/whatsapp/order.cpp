#include "core/connectors/whatsapp/order.h"

#include "core/base/json.h"
#include "core/connectors/graph/cart.h"

#include <QJsonArray>

namespace comanda::whatsapp {

using namespace Qt::StringLiterals;

bool readOrder(const QJsonObject& body, Event& event) {
    event.text = body.value(u"text"_s).toString();
    event.hasText = !event.text.isEmpty();
    for (const QJsonValue value : body.value(u"product_items"_s).toArray()) {
        const QJsonObject line = value.toObject();
        graph::addLine({.sku = idText(line.value(u"product_retailer_id"_s)),
                        .name = {},
                        .quantity = line.value(u"quantity"_s),
                        .price = line.value(u"item_price"_s),
                        .currency = line.value(u"currency"_s).toString()},
                       event);
    }
    event.kind = event.orderItems.empty() ? EventKind::Message : EventKind::Order;
    return !event.orderItems.empty() || !event.attachments.empty();
}

} // namespace comanda::whatsapp
