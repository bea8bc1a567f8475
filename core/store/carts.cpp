#include "core/store/carts.h"

#include "core/base/text.h"
#include "core/store/order_rows.h"
#include "core/store/try.h"

#include <QCryptographicHash>

#include <algorithm>

namespace comanda::store {

using namespace Qt::StringLiterals;

namespace {

constexpr Millis kDuplicateWithin{10 * 60 * 1000};
constexpr std::size_t kNamesMax = 100; // more than any list shows of one cart

// An order has one currency: that of its first item which says a known one.
Currency currencyOf(const std::vector<CartItem>& items, const Currency& fallback) {
    for (const CartItem& item : items) {
        if (const auto currency = Currency::of(item.currency)) {
            return *currency;
        }
    }
    return fallback;
}

std::vector<OrderLine> linesOf(const std::vector<CartItem>& items, const Currency& currency) {
    std::vector<OrderLine> lines;
    for (const CartItem& item : items) {
        OrderLine line;
        line.sku = item.sku;
        line.quantity = std::max(item.quantity, 1);
        if (!currency.code.isEmpty()
            && item.currency.compare(currency.code, Qt::CaseInsensitive) == 0) {
            if (const auto price = Money::fromDecimal(item.price, currency)) {
                line.unitPrice = *price;
            }
        }
        lines.push_back(line);
    }
    return lines;
}

QString digestOf(const Event& event) {
    QByteArray content = event.text.toUtf8() + '\n';
    for (const CartItem& item : event.orderItems) {
        content += (item.sku + u'\n' + QString::number(item.quantity) + u'\n' + item.price + u'\n'
                    + item.currency + u'\n')
                       .toUtf8();
    }
    return QString::fromLatin1(
        QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
}

Result<bool> isRepetition(Connection& db, ConversationId conversation, const QString& digest,
                          Time sent) {
    return db
        .selectOne(
            u"SELECT 1 FROM orders WHERE conversation = ? AND cart_digest = ? AND created_at BETWEEN ? AND ? LIMIT 1"_s,
            {bind(conversation), digest, bind(sent - kDuplicateWithin),
             bind(sent + kDuplicateWithin)})
        .map([](const std::optional<Row>& row) { return row.has_value(); });
}

} // namespace

Result<OrderId> orderFromCart(const Tools& tools, const Place& place, const Cart& cart,
                              const Event& event, const Shop& shop) {
    const Time now = tools.clock.now();
    const QString digest = digestOf(event);
    COMANDA_LET(repeated, isRepetition(tools.db, place.id, digest, cart.sent));
    COMANDA_LET(person, tools.db.selectOne(
                            u"SELECT customer, name, ids, address FROM conversation WHERE id = ?"_s,
                            {bind(place.id)}));
    Birth birth;
    birth.channel = cart.channel;
    birth.platform = platformFrom(place.platform).value_or(Platform::WhatsApp);
    birth.conversation = place.id;
    birth.customer = person ? person->id<CustomerId>(0) : CustomerId();
    birth.currency = currencyOf(event.orderItems, shop.currency);
    birth.createdAt = cart.sent;
    birth.cartDigest = digest;
    birth.sources = {cart.message};

    OrderDetails details;
    details.note = event.text;
    details.customerName = event.senderName;
    if (person) {
        details.customerName = shownName(firstShown({event.senderName, person->text(1)}),
                                         idsFrom(person->text(2)), person->text(3));
    }
    details.phone = event.ids.value(u"phone"_s, place.ids.value(u"phone"_s));
    const auto happened = [&](OrderChange change, const QString& who) {
        return OrderEvent{OrderEventId(), Actor{who, {}}, now, std::move(change), std::nullopt};
    };
    COMANDA_LET(order,
                beginOrder(tools, birth,
                           happened(order_event::Created{linesOf(event.orderItems, birth.currency),
                                                         details, false},
                                    u"customer"_s),
                           shop.businessDay(now)));
    if (cart.late) {
        COMANDA_LET(flagged,
                    appendEvent(tools, order,
                                happened(order_event::FlagChanged{OrderFlag::LateArrival, true, {}},
                                         kProgramActor)));
        order = flagged;
    }
    if (repeated) {
        COMANDA_TRY(
            appendEvent(tools, order,
                        happened(order_event::FlagChanged{OrderFlag::PossibleDuplicate, true, {}},
                                 kProgramActor)));
    }
    return order.id;
}

Result<QHash<QString, QString>> productNames(Connection& db, ChannelId channel,
                                             const std::vector<CartItem>& cart) {
    QHash<QString, QString> names;
    if (cart.empty()) {
        return names;
    }
    QVariantList values{bind(channel)};
    for (std::size_t i = 0; i < std::min(cart.size(), kNamesMax); ++i) {
        values << cart[i].sku;
    }
    COMANDA_LET(rows, db.select(u"SELECT sku, name FROM product WHERE channel = ? AND sku IN ("_s
                                    + placeholders(values.size() - 1) + u')',
                                values));
    for (const Row& row : rows) {
        names.insert(row.text(0), row.text(1));
    }
    return names;
}

} // namespace comanda::store
