#include "core/connectors/graph/cart.h"

#include "core/base/json.h"

#include <QLocale>

#include <algorithm>
#include <limits>

namespace comanda::graph {
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

} // namespace

void addLine(const CartLine& line, Event& event) {
    const qint64 quantity = idText(line.quantity).toLongLong(); // 0: it does not say
    if (!line.sku.isEmpty() && quantity > 0 && quantity <= std::numeric_limits<int>::max()) {
        CartItem item;
        item.sku = line.sku;
        item.quantity = static_cast<int>(quantity);
        item.price = decimalText(line.price);
        item.currency = line.currency;
        event.orderItems.push_back(std::move(item));
        return;
    }
    Attachment unread;
    unread.type = AttachmentType::Unsupported;
    unread.what = u"order line"_s;
    unread.title = line.name.isEmpty() ? line.sku : line.name;
    event.attachments.push_back(std::move(unread));
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

} // namespace comanda::graph
