// Amounts of money: integer minor units of one ISO 4217 currency. Never a floating point number.
#pragma once

#include "core/base/result.h"

#include <QLocale>
#include <QString>

#include <cstdint>

namespace comanda {

struct Currency {
    QString code;     // ISO 4217, upper case ("COP"); empty: unknown
    int exponent = 2; // decimal digits of the minor unit (JPY 0, KWD 3)

    bool operator==(const Currency&) const = default;

    // One of currencies.h, with its exponent; fails with "money.unknown_currency".
    [[nodiscard]] static Result<Currency> of(QStringView code);
};

struct Money {
    std::int64_t minor = 0;
    Currency currency;

    bool operator==(const Money&) const = default;

    // "7.99", "-12", "0.5": digits, one point, in major units. More decimals than the currency has
    // are rounded half away from zero. Fails with "money.not_a_number" or "money.overflow".
    [[nodiscard]] static Result<Money> fromDecimal(QStringView text, const Currency& currency);
    // What a person types: "18.000", "$ 1.234,50", "12,5 USD"; separators as `locale` has them.
    // Fails as fromDecimal() does.
    [[nodiscard]] static Result<Money> fromTyped(QStringView text, const Currency& currency,
                                                 const QLocale& locale);

    [[nodiscard]] QString toDecimal() const; // "18000.00": for files and contracts
    // For the screen, with a narrow no-break space after the sign ("$ 41.000"). `decimals` < 0: the
    // currency's own.
    [[nodiscard]] QString toDisplay(const QLocale& locale, int decimals = -1) const;

    // Fail with "money.overflow" or "money.mixed_currencies".
    [[nodiscard]] Result<Money> plus(const Money& other) const;
    [[nodiscard]] Result<Money> times(std::int64_t factor) const;
};

} // namespace comanda
