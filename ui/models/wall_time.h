// Times and amounts as the shop reads them: its zone, its currency, the window's language.
#pragma once

#include "core/base/clock.h"
#include "core/domain/order.h"
#include "core/domain/shop.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>
#include <QTimeZone>

namespace comanda::ui {

class WallTime {
    Q_DECLARE_TR_FUNCTIONS(comanda::ui::WallTime)
public:
    explicit WallTime(const Shop& shop);

    [[nodiscard]] QString clock(Time at) const; // "20:00"
    [[nodiscard]] QDate date(Time at) const;
    [[nodiscard]] QString day(Time at, Time now) const; // "Today", "Yesterday", "Thursday 12 March"
    [[nodiscard]] QString brief(Time at, Time now) const; // a list's time: clock, or the day
    [[nodiscard]] QString money(const Money& amount) const;
    [[nodiscard]] QString total(const Order& order) const; // "—" when a price is missing
    [[nodiscard]] const QLocale& locale() const { return locale_; }

private:
    QTimeZone zone_;
    QLocale locale_;
    int decimals_;
};

enum class AgeLevel { Fresh, Calm, Due, Late };

// How urgent an order is: the chip's words and how far the age bar is filled.
struct OrderAge {
    AgeLevel level = AgeLevel::Calm;
    QString words;
    double share = 0; // of the promised time, or of the time to accept; 0 to 1

    bool operator==(const OrderAge&) const = default;
};

inline constexpr Millis kAcceptAmber{60'000}, kAcceptRed{90'000};

[[nodiscard]] OrderAge orderAge(const Order& order, const Shop& shop, Time now);

} // namespace comanda::ui
