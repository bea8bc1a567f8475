#include "ui/models/wall_time.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace comanda::ui {

WallTime::WallTime(const Shop& shop)
    : zone_(shop.timezone.toUtf8()), decimals_(shop.shownDecimals) {
    if (!zone_.isValid()) {
        zone_ = QTimeZone::systemTimeZone();
    }
}

static QDateTime local(Time at, const QTimeZone& zone) {
    return QDateTime::fromMSecsSinceEpoch(toMillis(at), zone);
}

QString WallTime::clock(Time at) const {
    return local(at, zone_).toString(u"HH:mm"_s);
}

QDate WallTime::date(Time at) const {
    return local(at, zone_).date();
}

QString WallTime::day(Time at, Time now) const {
    const QDate then = date(at);
    const qint64 ago = then.daysTo(date(now));
    if (ago == 0) {
        return tr("Today");
    }
    if (ago == 1) {
        return tr("Yesterday");
    }
    const bool thisYear = then.year() == date(now).year();
    QString words = locale_.toString(then, thisYear ? u"dddd d MMMM"_s : u"d MMMM yyyy"_s);
    if (!words.isEmpty()) {
        words[0] = words.at(0).toUpper();
    }
    return words;
}

QString WallTime::brief(Time at, Time now) const {
    const qint64 ago = date(at).daysTo(date(now));
    if (ago <= 0) {
        return clock(at);
    }
    return ago == 1 ? tr("Yesterday") : locale_.toString(date(at), u"d MMM"_s);
}

QString WallTime::money(const Money& amount) const {
    return amount.toDisplay(locale_, decimals_);
}

QString WallTime::total(const Order& order) const {
    const auto sum = order.total();
    return sum ? money(*sum) : u"—"_s;
}

namespace {

qint64 minutesUp(Millis span) {
    return (span.count() + 59'999) / 60'000;
}

QString elapsed(Millis span) {
    const qint64 seconds = std::max<qint64>(span.count(), 0) / 1000;
    if (seconds >= 3600) {
        return WallTime::tr("%1 h %2")
            .arg(seconds / 3600)
            .arg(seconds / 60 % 60, 2, 10, QChar(u'0'));
    }
    return u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'));
}

QString ago(Millis span) {
    const qint64 minutes = std::max<qint64>(span.count(), 0) / 60'000;
    if (minutes < 1) {
        return WallTime::tr("just now");
    }
    return minutes < 60 ? WallTime::tr("%1 min ago").arg(minutes)
                        : WallTime::tr("%1 h %2 ago")
                              .arg(minutes / 60)
                              .arg(minutes % 60, 2, 10, QChar(u'0'));
}

double shareOf(Millis part, Millis whole) {
    if (whole.count() <= 0) {
        return 1.0;
    }
    return std::clamp(static_cast<double>(part.count()) / static_cast<double>(whole.count()), 0.0,
                      1.0);
}

OrderAge beforeAcceptance(const Order& order, Time now) {
    const Millis age = now - std::max(order.createdAt, order.stateSince);
    const AgeLevel level = age >= kAcceptRed     ? AgeLevel::Late
                           : age >= kAcceptAmber ? AgeLevel::Due
                                                 : AgeLevel::Fresh;
    const QString words =
        level == AgeLevel::Fresh ? elapsed(age) : WallTime::tr("%1 not accepted").arg(elapsed(age));
    return {level, words, shareOf(age, kAcceptRed)};
}

OrderAge promised(const Order& order, Time promise, Time now) {
    const Time from = order.acceptedAt.value_or(order.createdAt);
    const double share = shareOf(now - from, promise - from);
    if (now >= promise) {
        return {AgeLevel::Late,
                WallTime::tr("LATE %1 min").arg(std::max<qint64>(minutesUp(now - promise), 1)),
                1.0};
    }
    const qint64 left = minutesUp(promise - now);
    if (share >= 0.8) {
        return {AgeLevel::Due, WallTime::tr("%1 MIN LEFT").arg(left), share};
    }
    return {AgeLevel::Calm,
            left < 100
                ? WallTime::tr("%1 min left").arg(left)
                : WallTime::tr("%1 h %2 left").arg(left / 60).arg(left % 60, 2, 10, QChar(u'0')),
            share};
}

OrderAge unpromised(const Order& order, const Shop& shop, Time now) {
    const Millis age = now - order.acceptedAt.value_or(order.createdAt);
    const double share = shareOf(age, shop.redAfter);
    const qint64 minutes = age.count() / 60'000;
    if (age >= shop.redAfter) {
        return {AgeLevel::Late, WallTime::tr("LATE %1 min").arg(minutes), 1.0};
    }
    if (age >= shop.amberAfter) {
        return {AgeLevel::Due, WallTime::tr("WAITS %1 MIN").arg(minutes), share};
    }
    return {AgeLevel::Calm, ago(age), share};
}

} // namespace

OrderAge orderAge(const Order& order, const Shop& shop, Time now) {
    switch (order.state) {
    case OrderState::Draft:
    case OrderState::New:
        return beforeAcceptance(order, now);
    case OrderState::Accepted:
    case OrderState::Preparing:
        return order.promisedAt ? promised(order, *order.promisedAt, now)
                                : unpromised(order, shop, now);
    case OrderState::Ready:
    case OrderState::OutForDelivery:
    case OrderState::Completed:
    case OrderState::Rejected:
    case OrderState::Cancelled:
    case OrderState::Failed:
    case OrderState::Discarded:
        return {AgeLevel::Calm, ago(now - order.stateSince),
                shareOf(now - order.stateSince, std::chrono::minutes(15))};
    }
    Q_UNREACHABLE();
}

} // namespace comanda::ui
