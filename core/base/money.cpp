#include "core/base/money.h"

#include "core/base/currencies.h"

#include <algorithm>

namespace comanda {
namespace {

using namespace Qt::StringLiterals;

QLatin1StringView codeOf(const KnownCurrency& currency) {
    return {currency.code.data(), static_cast<qsizetype>(currency.code.size())};
}

const KnownCurrency* known(QStringView code) {
    static_assert(std::is_sorted(
        kCurrencies.begin(), kCurrencies.end(),
        [](const KnownCurrency& a, const KnownCurrency& b) { return a.code < b.code; }));
    const auto* const found = std::lower_bound(
        kCurrencies.begin(), kCurrencies.end(), code,
        [](const KnownCurrency& one, QStringView wanted) { return codeOf(one) < wanted; });
    return found != kCurrencies.end() && codeOf(*found) == code ? found : nullptr;
}

QString signOf(const Currency& currency) {
    const KnownCurrency* entry = known(currency.code);
    return entry == nullptr || entry->symbol.empty()
               ? currency.code
               : QString::fromUtf8(entry->symbol.data(),
                                   static_cast<qsizetype>(entry->symbol.size()));
}

// A sign of letters may end in a point, or not: "S/. 12" and "S/ 12" are the same, "$.50" is a
// half.
QString withoutSign(QString typed, QString sign) {
    if (sign.endsWith(u'.')) {
        sign.chop(1);
    }
    if (!sign.isEmpty() && sign.back().category() != QChar::Symbol_Currency) {
        typed.remove(sign + u'.', Qt::CaseInsensitive);
    }
    return typed.remove(sign, Qt::CaseInsensitive);
}

auto notANumber(QStringView text) {
    return fail(ErrorKind::Malformed, u"money.not_a_number"_s, text.left(40).toString());
}

std::int64_t powerOfTen(int exponent) {
    std::int64_t power = 1;
    for (int i = 0; i < exponent; ++i) {
        power *= 10;
    }
    return power;
}

// Without the sign; the least amount has no positive twin in 64 signed bits.
std::uint64_t magnitude(std::int64_t minor) {
    const auto bits = static_cast<std::uint64_t>(minor);
    return minor < 0 ? 0 - bits : bits;
}

bool appendDigit(std::int64_t& value, int digit) {
    std::int64_t tens = 0;
    return !__builtin_mul_overflow(value, std::int64_t{10}, &tens)
           && !__builtin_add_overflow(tens, std::int64_t{digit}, &value);
}

struct Digits {
    QStringView whole;
    QStringView fraction;
};

bool areDigits(QStringView text) {
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

// nullopt: not an unsigned decimal number.
std::optional<Digits> digitsOf(QStringView text) {
    const qsizetype point = text.indexOf(u'.');
    const Digits digits =
        point < 0 ? Digits{text, {}} : Digits{text.first(point), text.sliced(point + 1)};
    const bool some = !digits.whole.isEmpty() || !digits.fraction.isEmpty();
    return some && areDigits(digits.whole) && areDigits(digits.fraction) ? std::optional(digits)
                                                                         : std::nullopt;
}

// Rounded half up; nullopt: more than 64 bits hold.
std::optional<std::int64_t> minorUnits(const Digits& digits, int exponent) {
    std::int64_t minor = 0;
    const qsizetype whole = digits.whole.size();
    for (qsizetype i = 0; i < whole + exponent; ++i) {
        const QStringView part = i < whole ? digits.whole : digits.fraction;
        const qsizetype at = i < whole ? i : i - whole;
        if (!appendDigit(minor, at < part.size() ? part[at].unicode() - u'0' : 0)) {
            return std::nullopt;
        }
    }
    const bool up = digits.fraction.size() > exponent && digits.fraction[exponent] >= u'5';
    if (up && __builtin_add_overflow(minor, std::int64_t{1}, &minor)) {
        return std::nullopt;
    }
    return minor;
}

} // namespace

Result<Currency> Currency::of(QStringView code) {
    const QString upper = code.trimmed().toString().toUpper();
    if (const KnownCurrency* currency = known(upper)) {
        return Currency{upper, currency->exponent};
    }
    return fail(ErrorKind::Invalid, u"money.unknown_currency"_s, {}, {{u"code"_s, upper}});
}

Result<Money> Money::fromDecimal(QStringView text, const Currency& currency) {
    QStringView rest = text.trimmed();
    const bool negative = rest.startsWith(u'-');
    if (negative || rest.startsWith(u'+')) {
        rest = rest.mid(1);
    }
    const auto digits = digitsOf(rest);
    if (!digits) {
        return notANumber(text);
    }
    const auto minor = minorUnits(*digits, currency.exponent);
    if (!minor) {
        return fail(ErrorKind::Invalid, u"money.overflow"_s);
    }
    return Money{negative ? -*minor : *minor, currency};
}

Result<Money> Money::fromTyped(QStringView text, const Currency& currency, const QLocale& locale) {
    QString amount = withoutSign(text.toString(), signOf(currency));
    amount.remove(currency.code, Qt::CaseInsensitive);
    QString digits;
    for (const QChar c : amount) {
        if ((c >= u'0' && c <= u'9') || c == u'.' || c == u',' || c == u'-') {
            digits += c;
        } else if (!c.isSpace() && c.category() != QChar::Symbol_Currency) {
            return notANumber(text); // "8k" is not eight
        }
    }
    const QChar point = locale.decimalPoint().isEmpty() ? u'.' : locale.decimalPoint().at(0);
    const QChar group = point == u',' ? u'.' : u',';
    // "12.50" typed where the point groups thousands still means twelve and a half: a group has
    // exactly three digits.
    const qsizetype lastGroup = digits.lastIndexOf(group);
    const bool groupIsPoint = lastGroup >= 0 && !digits.contains(point) && digits.count(group) == 1
                              && digits.size() - lastGroup - 1 != 3;
    if (groupIsPoint) {
        digits[lastGroup] = u'.';
    } else {
        digits.remove(group);
        digits.replace(point, u'.');
    }
    return fromDecimal(digits, currency);
}

QString Money::toDecimal() const {
    const std::uint64_t whole = magnitude(minor);
    const auto unit = static_cast<std::uint64_t>(powerOfTen(currency.exponent));
    QString text = QString::number(whole / unit);
    if (currency.exponent > 0) {
        text += u'.' + QString::number(whole % unit).rightJustified(currency.exponent, u'0');
    }
    return minor < 0 ? u'-' + text : text;
}

QString Money::toDisplay(const QLocale& locale, int decimals) const {
    const int shown = decimals < 0 ? currency.exponent : std::min(decimals, currency.exponent);
    const auto dropped = static_cast<std::uint64_t>(powerOfTen(currency.exponent - shown));
    const auto unit = static_cast<std::uint64_t>(powerOfTen(shown));
    const std::uint64_t whole = magnitude(minor);
    const bool up = dropped > 1 && whole % dropped >= dropped / 2;
    const std::uint64_t scaled = whole / dropped + (up ? 1 : 0);
    QString text = locale.toString(static_cast<qulonglong>(scaled / unit));
    if (shown > 0) {
        text += locale.decimalPoint() + QString::number(scaled % unit).rightJustified(shown, u'0');
    }
    const QString symbol = signOf(currency);
    const QString sign = minor < 0 ? u"\u2212"_s : QString();
    return symbol.isEmpty() ? sign + text : sign + symbol + QChar(0x202F) + text;
}

Result<Money> Money::plus(const Money& other) const {
    if (currency != other.currency) {
        return fail(ErrorKind::Invalid, u"money.mixed_currencies"_s);
    }
    std::int64_t sum = 0;
    if (__builtin_add_overflow(minor, other.minor, &sum)) {
        return fail(ErrorKind::Invalid, u"money.overflow"_s);
    }
    return Money{sum, currency};
}

Result<Money> Money::times(std::int64_t factor) const {
    std::int64_t product = 0;
    if (__builtin_mul_overflow(minor, factor, &product)) {
        return fail(ErrorKind::Invalid, u"money.overflow"_s);
    }
    return Money{product, currency};
}

} // namespace comanda
