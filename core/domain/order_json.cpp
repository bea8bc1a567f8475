// An order event's change as the JSON payload that the store keeps:
//   created {lines, details, draft} · moved {from, to, skipped, reason, promised, back}
//   lines {lines} · details {details} · payment {state, method} · item {line, state}
//   notice {state} · flag {flag, on, text}
#include "core/base/json.h"
#include "core/base/overloaded.h"
#include "core/domain/order.h"

#include <QJsonArray>

namespace comanda {
namespace {

using namespace Qt::StringLiterals;
namespace ev = order_event;

void put(QJsonObject& json, const QString& key, const QString& value) {
    if (!value.isEmpty()) {
        json.insert(key, value);
    }
}

QJsonObject lineJson(const OrderLine& line) {
    QJsonObject json{{u"qty"_s, line.quantity}};
    put(json, u"sku"_s, line.sku);
    put(json, u"name"_s, line.name);
    put(json, u"size"_s, line.size);
    if (line.unitPrice) {
        json.insert(u"price"_s, line.unitPrice->toDecimal());
        json.insert(u"currency"_s, line.unitPrice->currency.code);
    }
    if (!line.modifiers.isEmpty()) {
        json.insert(u"modifiers"_s, QJsonArray::fromStringList(line.modifiers));
    }
    put(json, u"note"_s, line.note);
    if (line.state != ItemState::Todo) {
        json.insert(u"state"_s, toWord(line.state));
    }
    return json;
}

QJsonArray linesJson(const std::vector<OrderLine>& lines) {
    QJsonArray array;
    for (const OrderLine& line : lines) {
        array.append(lineJson(line));
    }
    return array;
}

QJsonObject detailsJson(const OrderDetails& details) {
    QJsonObject json;
    if (details.fulfilment != Fulfilment::Unknown) {
        json.insert(u"fulfilment"_s, toWord(details.fulfilment));
    }
    put(json, u"customer"_s, details.customerName);
    put(json, u"phone"_s, details.phone);
    put(json, u"address"_s, details.address);
    put(json, u"note"_s, details.note);
    put(json, u"payment_method"_s, details.paymentMethod);
    put(json, u"cash_for"_s, details.cashFor);
    if (details.wantedAt) {
        json.insert(u"wanted_at"_s, static_cast<qint64>(toMillis(*details.wantedAt)));
    }
    return json;
}

OrderLine lineFrom(const QJsonObject& json) {
    OrderLine line;
    line.sku = json.value(u"sku"_s).toString();
    line.name = json.value(u"name"_s).toString();
    line.size = json.value(u"size"_s).toString();
    line.quantity = json.value(u"qty"_s).toInt(1);
    const auto currency = Currency::of(json.value(u"currency"_s).toString());
    if (currency) {
        if (const auto price = Money::fromDecimal(json.value(u"price"_s).toString(), *currency)) {
            line.unitPrice = *price;
        }
    }
    for (const QJsonValue modifier : json.value(u"modifiers"_s).toArray()) {
        line.modifiers.append(modifier.toString());
    }
    line.note = json.value(u"note"_s).toString();
    line.state = itemStateFrom(json.value(u"state"_s).toString()).value_or(ItemState::Todo);
    return line;
}

std::vector<OrderLine> linesFrom(const QJsonObject& json) {
    std::vector<OrderLine> lines;
    for (const QJsonValue line : json.value(u"lines"_s).toArray()) {
        lines.push_back(lineFrom(line.toObject()));
    }
    return lines;
}

std::optional<Time> timeAt(const QJsonObject& json, QStringView key) {
    const auto millis = integerIn(json, key);
    return millis ? std::optional(fromMillis(*millis)) : std::nullopt;
}

OrderDetails detailsFrom(const QJsonObject& json) {
    OrderDetails details;
    details.fulfilment =
        fulfilmentFrom(json.value(u"fulfilment"_s).toString()).value_or(Fulfilment::Unknown);
    details.customerName = json.value(u"customer"_s).toString();
    details.phone = json.value(u"phone"_s).toString();
    details.address = json.value(u"address"_s).toString();
    details.note = json.value(u"note"_s).toString();
    details.paymentMethod = json.value(u"payment_method"_s).toString();
    details.cashFor = json.value(u"cash_for"_s).toString();
    details.wantedAt = timeAt(json, u"wanted_at");
    return details;
}

QJsonObject movedJson(const ev::Moved& moved) {
    QJsonObject json{{u"from"_s, toWord(moved.from)}, {u"to"_s, toWord(moved.to)}};
    if (!moved.skipped.empty()) {
        QJsonArray skipped;
        for (const OrderState state : moved.skipped) {
            skipped.append(toWord(state));
        }
        json.insert(u"skipped"_s, skipped);
    }
    put(json, u"reason"_s, moved.reason);
    if (moved.promisedAt) {
        json.insert(u"promised"_s, static_cast<qint64>(toMillis(*moved.promisedAt)));
    }
    if (moved.back) {
        json.insert(u"back"_s, true);
    }
    return json;
}

std::optional<OrderChange> movedFrom(const QJsonObject& json) {
    const auto from = orderStateFrom(json.value(u"from"_s).toString());
    const auto to = orderStateFrom(json.value(u"to"_s).toString());
    if (!from || !to) {
        return std::nullopt;
    }
    ev::Moved moved{*from,
                    *to,
                    {},
                    json.value(u"reason"_s).toString(),
                    timeAt(json, u"promised"),
                    json.value(u"back"_s).toBool()};
    for (const QJsonValue word : json.value(u"skipped"_s).toArray()) {
        if (const auto state = orderStateFrom(word.toString())) {
            moved.skipped.push_back(*state);
        }
    }
    return moved;
}

std::optional<OrderChange> changeFrom(QStringView kind, const QJsonObject& json) {
    if (kind == u"created") {
        return ev::Created{linesFrom(json), detailsFrom(json.value(u"details"_s).toObject()),
                           json.value(u"draft"_s).toBool()};
    }
    if (kind == u"moved") {
        return movedFrom(json);
    }
    if (kind == u"lines") {
        return ev::LinesChanged{linesFrom(json)};
    }
    if (kind == u"details") {
        return ev::DetailsChanged{detailsFrom(json.value(u"details"_s).toObject())};
    }
    const QString state = json.value(u"state"_s).toString();
    if (kind == u"payment") {
        const auto payment = paymentStateFrom(state);
        return payment ? std::optional<OrderChange>(
                   ev::PaymentChanged{*payment, json.value(u"method"_s).toString()})
                       : std::nullopt;
    }
    if (kind == u"item") {
        const auto item = itemStateFrom(state);
        return item ? std::optional<OrderChange>(
                   ev::ItemChanged{json.value(u"line"_s).toInt(), *item})
                    : std::nullopt;
    }
    if (kind == u"notice") {
        const auto notice = noticeStateFrom(state);
        return notice ? std::optional<OrderChange>(ev::NoticeChanged{*notice}) : std::nullopt;
    }
    const auto flag = orderFlagFrom(json.value(u"flag"_s).toString());
    if (kind == u"flag" && flag) {
        return ev::FlagChanged{*flag, json.value(u"on"_s).toBool(true),
                               json.value(u"text"_s).toString()};
    }
    return std::nullopt;
}

} // namespace

QString kindWord(const OrderChange& change) {
    return std::visit(Overloaded{[](const ev::Created&) { return u"created"_s; },
                                 [](const ev::Moved&) { return u"moved"_s; },
                                 [](const ev::LinesChanged&) { return u"lines"_s; },
                                 [](const ev::DetailsChanged&) { return u"details"_s; },
                                 [](const ev::PaymentChanged&) { return u"payment"_s; },
                                 [](const ev::ItemChanged&) { return u"item"_s; },
                                 [](const ev::NoticeChanged&) { return u"notice"_s; },
                                 [](const ev::FlagChanged&) { return u"flag"_s; }},
                      change);
}

QByteArray toJson(const OrderChange& change) {
    return toCompactJson(std::visit(
        Overloaded{[](const ev::Created& c) {
                       return QJsonObject{{u"lines"_s, linesJson(c.lines)},
                                          {u"details"_s, detailsJson(c.details)},
                                          {u"draft"_s, c.asDraft}};
                   },
                   [](const ev::Moved& c) { return movedJson(c); },
                   [](const ev::LinesChanged& c) {
                       return QJsonObject{{u"lines"_s, linesJson(c.lines)}};
                   },
                   [](const ev::DetailsChanged& c) {
                       return QJsonObject{{u"details"_s, detailsJson(c.details)}};
                   },
                   [](const ev::PaymentChanged& c) {
                       return QJsonObject{{u"state"_s, toWord(c.state)}, {u"method"_s, c.method}};
                   },
                   [](const ev::ItemChanged& c) {
                       return QJsonObject{{u"line"_s, c.line}, {u"state"_s, toWord(c.state)}};
                   },
                   [](const ev::NoticeChanged& c) {
                       return QJsonObject{{u"state"_s, toWord(c.state)}};
                   },
                   [](const ev::FlagChanged& c) {
                       return QJsonObject{
                           {u"flag"_s, toWord(c.flag)}, {u"on"_s, c.on}, {u"text"_s, c.text}};
                   }},
        change));
}

Result<OrderChange> orderChangeFrom(QStringView kind, const QByteArray& json) {
    const auto object = parseObject(json);
    if (!object) {
        return fail(object.error());
    }
    auto change = changeFrom(kind, *object);
    if (!change) {
        return fail(ErrorKind::Malformed, u"order.unreadable_event"_s, kind.toString());
    }
    return std::move(*change);
}

} // namespace comanda
