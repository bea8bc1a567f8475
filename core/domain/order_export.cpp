#include "core/domain/order_export.h"

#include <QJsonArray>

namespace comanda {
namespace {

using namespace Qt::StringLiterals;

QString timeText(const std::optional<Time>& time) {
    return time ? toIsoUtc(*time) : QString();
}

QString moneyText(const std::optional<Money>& money) {
    return money ? money->toDecimal() : QString();
}

std::optional<Money> lineTotal(const OrderLine& line) {
    if (!line.unitPrice) {
        return std::nullopt;
    }
    const auto total = line.unitPrice->times(line.quantity);
    return total ? std::optional(*total) : std::nullopt;
}

QString nameOf(const OrderLine& line) {
    return line.name.isEmpty() ? line.sku : line.name;
}

// The order's own columns, in the contract's order, without items.
std::vector<std::pair<QString, QString>> columns(const ExportedOrder& exported) {
    const Order& order = exported.order;
    const QString total = moneyText(order.total());
    return {{u"id"_s, QString::number(order.id.value())},
            {u"number"_s, QString::number(order.number)},
            {u"business_day"_s, order.businessDay.toString(Qt::ISODate)},
            {u"created_utc"_s, toIsoUtc(order.createdAt)},
            {u"promised_utc"_s, timeText(order.promisedAt)},
            {u"closed_utc"_s, timeText(order.closedAt)},
            {u"channel"_s, toWord(order.platform)},
            {u"account"_s, exported.account},
            {u"family"_s, toWord(familyOf(order.platform))},
            {u"fulfilment"_s, order.details.fulfilment == Fulfilment::Unknown
                                  ? QString()
                                  : toWord(order.details.fulfilment)},
            {u"state"_s, toWord(order.state)},
            {u"payment_state"_s, toWord(order.payment)},
            {u"payment_method"_s, order.details.paymentMethod},
            {u"customer"_s, order.details.customerName},
            {u"phone"_s, order.details.phone},
            {u"address"_s, order.details.address},
            {u"subtotal"_s, total},
            {u"delivery_fee"_s, {}},
            {u"discount"_s, {}},
            {u"tip"_s, {}},
            {u"tax"_s, {}},
            {u"total"_s, total},
            {u"currency"_s, order.currency.code},
            {u"late"_s, order.flags.contains(OrderFlag::LateArrival) ? u"true"_s : u"false"_s},
            {u"cancel_reason"_s, order.reason}};
}

QByteArray cell(QString text) {
    static constexpr QStringView formula = u"=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";
    if (!text.isEmpty() && (formula.contains(text.front()) || text.front().isNull())) {
        text.prepend(u'\'');
    }
    if (text.contains(u'"') || text.contains(u',') || text.contains(u'\n')
        || text.contains(u'\r')) {
        text.replace(u'"', u"\"\""_s);
        text = u'"' + text + u'"';
    }
    return text.toUtf8();
}

void appendRow(QByteArray& csv, const QStringList& cells) {
    for (qsizetype i = 0; i < cells.size(); ++i) {
        csv += (i > 0 ? "," : "") + cell(cells[i]);
    }
    csv += "\r\n";
}

QStringList itemCells(const OrderLine& line) {
    return {nameOf(line),
            line.size,
            QString::number(line.quantity),
            moneyText(line.unitPrice),
            line.modifiers.join(u"; "_s),
            line.note,
            moneyText(lineTotal(line))};
}

} // namespace

QJsonObject exportJson(const ExportedOrder& exported) {
    QJsonObject json;
    for (const auto& [key, value] : columns(exported)) {
        if (key == "late"_L1) {
            json.insert(key, value == "true"_L1);
        } else if (key == "id"_L1 || key == "number"_L1) {
            json.insert(key, value.toLongLong());
        } else if (!value.isEmpty()) {
            json.insert(key, value);
        }
    }
    QJsonArray items;
    for (const OrderLine& line : exported.order.lines) {
        QJsonObject item{{u"item"_s, line.sku.isEmpty() ? line.name : line.sku},
                         {u"name"_s, nameOf(line)},
                         {u"qty"_s, line.quantity}};
        const auto put = [&](const QString& key, const QString& value) {
            if (!value.isEmpty()) {
                item.insert(key, value);
            }
        };
        put(u"size"_s, line.size);
        put(u"unit_price"_s, moneyText(line.unitPrice));
        put(u"note"_s, line.note);
        put(u"total"_s, moneyText(lineTotal(line)));
        item.insert(u"modifiers"_s, QJsonArray::fromStringList(line.modifiers));
        items.append(item);
    }
    json.insert(u"items"_s, items);
    return json;
}

QByteArray exportCsv(const std::vector<ExportedOrder>& orders) {
    QStringList head;
    for (const auto& [key, value] : columns(ExportedOrder{})) {
        head.append(key);
    }
    head << u"item"_s << u"item_name"_s << u"size"_s << u"qty"_s << u"unit_price"_s
         << u"modifiers"_s << u"note"_s << u"item_total"_s;
    QByteArray csv;
    appendRow(csv, head);
    for (const ExportedOrder& exported : orders) {
        QStringList own;
        for (const auto& [key, value] : columns(exported)) {
            own.append(value);
        }
        if (exported.order.lines.empty()) {
            appendRow(csv, own + QStringList(8));
        }
        for (const OrderLine& line : exported.order.lines) {
            appendRow(csv, own + QStringList{line.sku} + itemCells(line));
        }
    }
    return csv;
}

} // namespace comanda
