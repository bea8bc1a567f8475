#include "core/connectors/whatsapp/order.h"

#include "core/base/json.h"

#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <limits>

namespace comanda::whatsapp {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype kAmountDigitsMax = 30;

// Digits, and after them perhaps one point and more digits.
bool isAmount(const QString& text) {
    const QStringList parts = text.split(u'.');
    const auto isDigits = [](const QString& part) {
        return !part.isEmpty() && std::all_of(part.begin(), part.end(), [](QChar c) {
            return c >= u'0' && c <= u'9';
        });
    };
    return text.size() <= kAmountDigitsMax && parts.size() <= 2
           && std::all_of(parts.begin(), parts.end(), isDigits);
}

void addLine(const QJsonValue& value, Event& event) {
    const QJsonObject line = value.toObject();
    const qint64 quantity = integerIn(line, u"quantity").value_or(0);
    CartItem item;
    item.sku = idText(line.value(u"product_retailer_id"_s));
    item.price = decimalText(line.value(u"item_price"_s));
    item.currency = line.value(u"currency"_s).toString();
    if (!item.sku.isEmpty() && quantity > 0 && quantity <= std::numeric_limits<int>::max()) {
        item.quantity = static_cast<int>(quantity);
        event.orderItems.push_back(std::move(item));
        return;
    }
    Attachment unread;
    unread.type = AttachmentType::Unsupported;
    unread.what = u"order line"_s;
    unread.title = item.sku;
    event.attachments.push_back(std::move(unread));
}

} // namespace

bool readOrder(const QJsonObject& body, Event& event) {
    event.text = body.value(u"text"_s).toString();
    event.hasText = !event.text.isEmpty();
    for (const QJsonValue line : body.value(u"product_items"_s).toArray()) {
        addLine(line, event);
    }
    event.kind = event.orderItems.empty() ? EventKind::Message : EventKind::Order;
    return !event.orderItems.empty() || !event.attachments.empty();
}

QString decimalText(const QJsonValue& value) {
    QString text = value.toString().trimmed();
    if (value.isDouble()) {
        const QString whole = idText(value); // integers keep all their digits
        text = whole.isEmpty()
                   ? QString::number(value.toDouble(), 'f', QLocale::FloatingPointShortest)
                   : whole;
    }
    return isAmount(text) ? text : QString();
}

} // namespace comanda::whatsapp
