// What the shop decided about itself.
#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/domain/order.h"

#include <QDate>
#include <QJsonObject>
#include <QMap>
#include <QString>

#include <chrono>

namespace comanda {

struct Shop {
    QString name;
    QString phone; // that customers call, as it is printed; empty: none
    QString timezone = QStringLiteral("America/Bogota"); // IANA
    Currency currency;
    int shownDecimals = -1;               // < 0: the currency's own
    std::chrono::minutes dayEnds{4 * 60}; // after midnight: the business day goes on until then
    QString language = QStringLiteral("es");
    bool oneManMode = true;
    std::chrono::minutes promise{20};                 // offered on Accept
    std::chrono::minutes amberAfter{5}, redAfter{10}; // age of an accepted order without a promise
    QMap<OrderState, QString> notices; // texts to the customer; empty: this state is not told
                                       // {number} {name} {minutes} {shop} are filled in
    bool operator==(const Shop&) const = default;

    [[nodiscard]] QDate businessDay(Time at) const;
    [[nodiscard]] QJsonObject toJson() const;
    // What `json` does not name stays as `base` has it. Fails with "shop.bad_value" (parameter key)
    // for a value of another kind or out of range, with "shop.timezone" or a currency error.
    [[nodiscard]] static Result<Shop> fromJson(const QJsonObject& json, const Shop& base);
    [[nodiscard]] static Result<Shop> fromJson(const QJsonObject& json); // over the defaults
};

// The notice for a state with its holes filled; empty if this state is not told.
[[nodiscard]] QString noticeText(const Shop& shop, const Order& order, Time now);

} // namespace comanda
