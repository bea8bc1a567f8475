#include "core/domain/shop.h"

#include <QDateTime>
#include <QJsonObject>
#include <QTimeZone>

namespace comanda {

using namespace Qt::StringLiterals;

QDate Shop::businessDay(Time at) const {
    const Time shifted = at - std::chrono::duration_cast<Millis>(dayEnds);
    const QTimeZone zone(timezone.toLatin1());
    return QDateTime::fromMSecsSinceEpoch(toMillis(shifted),
                                          zone.isValid() ? zone : QTimeZone::utc())
        .date();
}

QJsonObject Shop::toJson() const {
    QJsonObject texts;
    for (auto it = notices.begin(); it != notices.end(); ++it) {
        texts.insert(toWord(it.key()), it.value());
    }
    return {{u"name"_s, name},
            {u"timezone"_s, timezone},
            {u"currency"_s, currency.code},
            {u"shown_decimals"_s, shownDecimals},
            {u"day_ends"_s, static_cast<int>(dayEnds.count())},
            {u"language"_s, language},
            {u"one_man_mode"_s, oneManMode},
            {u"promise_minutes"_s, static_cast<int>(promise.count())},
            {u"amber_after_minutes"_s, static_cast<int>(amberAfter.count())},
            {u"red_after_minutes"_s, static_cast<int>(redAfter.count())},
            {u"notices"_s, texts}};
}

Result<Shop> Shop::fromJson(const QJsonObject& json) {
    Shop shop;
    const auto minutes = [&](QStringView key, std::chrono::minutes fallback) {
        return std::chrono::minutes(json.value(key).toInt(static_cast<int>(fallback.count())));
    };
    shop.name = json.value(u"name"_s).toString();
    shop.timezone = json.value(u"timezone"_s).toString(shop.timezone);
    if (!QTimeZone(shop.timezone.toLatin1()).isValid()) {
        return fail(ErrorKind::Invalid, u"shop.timezone"_s, shop.timezone);
    }
    if (json.contains(u"currency"_s)) {
        const auto currency = Currency::of(json.value(u"currency"_s).toString());
        if (!currency) {
            return fail(currency.error());
        }
        shop.currency = *currency;
    }
    shop.shownDecimals = json.value(u"shown_decimals"_s).toInt(-1);
    shop.dayEnds = minutes(u"day_ends", shop.dayEnds);
    if (shop.dayEnds.count() < 0 || shop.dayEnds >= std::chrono::hours(24)) {
        return fail(ErrorKind::Invalid, u"shop.day_ends"_s);
    }
    shop.language = json.value(u"language"_s).toString(shop.language);
    shop.oneManMode = json.value(u"one_man_mode"_s).toBool(shop.oneManMode);
    shop.promise = minutes(u"promise_minutes", shop.promise);
    shop.amberAfter = minutes(u"amber_after_minutes", shop.amberAfter);
    shop.redAfter = minutes(u"red_after_minutes", shop.redAfter);
    const QJsonObject texts = json.value(u"notices"_s).toObject();
    for (auto it = texts.begin(); it != texts.end(); ++it) {
        if (const auto state = orderStateFrom(it.key())) {
            shop.notices.insert(*state, it.value().toString());
        }
    }
    return shop;
}

QString noticeText(const Shop& shop, const Order& order, Time now) {
    QString text = shop.notices.value(order.state);
    qint64 minutes = 0;
    if (order.promisedAt && *order.promisedAt > now) {
        minutes = (*order.promisedAt - now + std::chrono::seconds(59)) / std::chrono::minutes(1);
    }
    text.replace("{number}"_L1, QString::number(order.number));
    text.replace("{name}"_L1, order.details.customerName);
    text.replace("{minutes}"_L1, QString::number(minutes));
    text.replace("{shop}"_L1, shop.name);
    return text;
}

} // namespace comanda
