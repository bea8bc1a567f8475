#include "core/domain/shop.h"

#include <QDateTime>
#include <QJsonObject>
#include <QTimeZone>

namespace comanda {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongestMinutes = 7 * 24 * 60;

// Reads fields over what is there; remembers the first one that is not of its kind.
class Fields {
public:
    explicit Fields(const QJsonObject& json) : json_(json) {}

    [[nodiscard]] const QString& bad() const { return bad_; }

    void text(const QString& key, QString& into) {
        if (const auto value = present(key, QJsonValue::String)) {
            into = value->toString();
        }
    }
    void flag(const QString& key, bool& into) {
        if (const auto value = present(key, QJsonValue::Bool)) {
            into = value->toBool();
        }
    }
    void number(const QString& key, int least, int most, int& into) {
        const auto value = present(key, QJsonValue::Double);
        if (!value) {
            return;
        }
        const int number = value->toInt(least - 1); // a fraction is no number of these
        if (number < least || number > most) {
            wrong(key);
            return;
        }
        into = number;
    }
    void minutes(const QString& key, int most, std::chrono::minutes& into) {
        int count = static_cast<int>(into.count());
        number(key, 0, most, count);
        into = std::chrono::minutes(count);
    }
    // The texts that are named replace those that are there; an empty one takes its text away.
    void notices(const QString& key, QMap<OrderState, QString>& into) {
        const auto value = present(key, QJsonValue::Object);
        const QJsonObject texts = value ? value->toObject() : QJsonObject();
        for (auto it = texts.begin(); it != texts.end(); ++it) {
            const auto state = orderStateFrom(it.key());
            if (!state) {
                continue; // of a newer version
            }
            if (!it->isString()) {
                wrong(key + u'.' + it.key());
            } else if (it->toString().isEmpty()) {
                into.remove(*state);
            } else {
                into.insert(*state, it->toString());
            }
        }
    }

private:
    std::optional<QJsonValue> present(const QString& key, QJsonValue::Type type) {
        const QJsonValue value = json_.value(key);
        if (value.isUndefined()) {
            return std::nullopt;
        }
        if (value.type() != type) {
            wrong(key);
            return std::nullopt;
        }
        return value;
    }
    void wrong(const QString& key) {
        if (bad_.isEmpty()) {
            bad_ = key;
        }
    }

    QJsonObject json_;
    QString bad_;
};

} // namespace

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
            {u"phone"_s, phone},
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

Result<Shop> Shop::fromJson(const QJsonObject& json, const Shop& base) {
    Shop shop = base;
    Fields fields(json);
    fields.text(u"name"_s, shop.name);
    fields.text(u"phone"_s, shop.phone);
    fields.text(u"timezone"_s, shop.timezone);
    QString currency = shop.currency.code;
    fields.text(u"currency"_s, currency);
    fields.number(u"shown_decimals"_s, -1, 4, shop.shownDecimals);
    fields.minutes(u"day_ends"_s, 24 * 60 - 1, shop.dayEnds);
    fields.text(u"language"_s, shop.language);
    fields.flag(u"one_man_mode"_s, shop.oneManMode);
    fields.minutes(u"promise_minutes"_s, kLongestMinutes, shop.promise);
    fields.minutes(u"amber_after_minutes"_s, kLongestMinutes, shop.amberAfter);
    fields.minutes(u"red_after_minutes"_s, kLongestMinutes, shop.redAfter);
    fields.notices(u"notices"_s, shop.notices);
    if (!fields.bad().isEmpty()) {
        return fail(ErrorKind::Invalid, u"shop.bad_value"_s, fields.bad(),
                    {{u"key"_s, fields.bad()}});
    }
    if (!QTimeZone(shop.timezone.toLatin1()).isValid()) {
        return fail(ErrorKind::Invalid, u"shop.timezone"_s, shop.timezone);
    }
    if (currency.isEmpty()) { // nobody has decided it yet
        shop.currency = {};
        return shop;
    }
    const auto known = Currency::of(currency);
    if (!known) {
        return fail(known.error());
    }
    shop.currency = *known;
    return shop;
}

Result<Shop> Shop::fromJson(const QJsonObject& json) {
    return fromJson(json, Shop());
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
