#include "core/base/money.h"
#include "tests/support/catch.h"

#include <random>

using namespace comanda;
using namespace Qt::StringLiterals;

namespace {
Currency of(const char* code) {
    return Currency::of(QString::fromLatin1(code)).value();
}
} // namespace

TEST_CASE("Amounts are read from decimal text exactly", "[base][money]") {
    struct Case {
        const char* text;
        const char* currency;
        std::optional<std::int64_t> minor;
    };
    const std::vector<Case> cases{
        {"7.99", "USD", 799},
        {"25", "USD", 2500},
        {"0.1", "USD", 10},
        {".5", "USD", 50},
        {"5.", "USD", 500},
        {"-12.34", "USD", -1234},
        {"+3", "USD", 300},
        {"18000", "COP", 1'800'000},
        {"500", "CLP", 500},
        {"500.5", "CLP", 501}, // half away from zero
        {"-500.5", "CLP", -501},
        {"1.004", "USD", 100},
        {"1.005", "USD", 101},
        {"1.00499999999999999999", "USD", 100},
        {"1.2345", "KWD", 1235},
        {"92233720368547758.07", "USD", 9'223'372'036'854'775'807},
        {"92233720368547758.08", "USD", std::nullopt},
        {"99999999999999999999999999", "USD", std::nullopt},
        {"", "USD", std::nullopt},
        {".", "USD", std::nullopt},
        {"-", "USD", std::nullopt},
        {"1.2.3", "USD", std::nullopt},
        {"1e3", "USD", std::nullopt},
        {"12,50", "USD", std::nullopt},
        {"NaN", "USD", std::nullopt},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text, c.currency);
        const auto money = Money::fromDecimal(QLatin1StringView(c.text).toString(), of(c.currency));
        REQUIRE(money.has_value() == c.minor.has_value());
        if (money) {
            CHECK(money->minor == *c.minor);
        }
    }
}

TEST_CASE("Amounts are read as people type them", "[base][money]") {
    struct Case {
        const char* text;
        const char* currency;
        const char* locale;
        std::int64_t minor;
    };
    const std::vector<Case> cases{
        {"$ 18.000", "COP", "es_CO", 1'800'000},
        {"18000", "COP", "es_CO", 1'800'000},
        {"1.234,50", "COP", "es_CO", 123'450},
        {"12,5", "BRL", "pt_BR", 1'250},
        {"12.50", "BRL", "pt_BR", 1'250}, // a point where no group of three follows
        {"R$ 1.500", "BRL", "pt_BR", 150'000},
        {"1,234.50", "USD", "en_US", 123'450},
        {"$7.99", "USD", "en_US", 799},
        {"7.99 usd", "USD", "en_US", 799},
        {"$.50", "USD", "en_US", 50},
        {"S/. 12", "PEN", "es_PE", 1'200},
        {"S/ 12.50", "PEN", "es_PE", 1'250},
        {"Bs. 12", "BOB", "es_BO", 1'200},
        {"Bs 12", "VES", "es_VE", 1'200},
        {"bs.120", "BOB", "es_BO", 12'000},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text, c.locale);
        const auto money = Money::fromTyped(QString::fromLatin1(c.text), of(c.currency),
                                            QLocale(QLatin1StringView(c.locale)));
        REQUIRE(money);
        CHECK(money->minor == c.minor);
    }
    for (const char* typed : {"8k", "8 mil", "ocho", "", "7.99 usd o 8"}) {
        CAPTURE(typed);
        CHECK_FALSE(Money::fromTyped(QString::fromLatin1(typed), of("USD"), QLocale::c()));
    }
}

TEST_CASE("Amounts are shown as the locale writes them", "[base][money]") {
    const QLocale colombia(u"es_CO"_s);
    const QLocale brazil(u"pt_BR"_s);
    const QLocale states(u"en_US"_s);
    CHECK(Money{4'100'000, of("COP")}.toDisplay(colombia, 0) == u"$\u202F41.000"_s);
    CHECK(Money{4'100'050, of("COP")}.toDisplay(colombia, 0) == u"$\u202F41.001"_s);
    CHECK(Money{-4'100'050, of("COP")}.toDisplay(colombia, 0) == u"\u2212$\u202F41.001"_s);
    CHECK(Money{1'250, of("BRL")}.toDisplay(brazil) == u"R$\u202F12,50"_s);
    CHECK(Money{123'456'789, of("USD")}.toDisplay(states) == u"$\u202F1,234,567.89"_s);
    CHECK(Money{5, of("USD")}.toDisplay(states) == u"$\u202F0.05"_s);
    CHECK(Money{std::numeric_limits<std::int64_t>::min(), of("USD")}.toDisplay(states)
          == u"\u2212$\u202F92,233,720,368,547,758.08"_s);
}

TEST_CASE("Decimal text survives the way out and back", "[base][money]") {
    std::mt19937_64 random(20211004);
    for (const char* code : {"USD", "CLP", "KWD"}) {
        for (int i = 0; i < 2000; ++i) {
            const Money money{static_cast<std::int64_t>(random()) / 2, of(code)};
            CHECK(Money::fromDecimal(money.toDecimal(), money.currency).value() == money);
        }
    }
}

TEST_CASE("Every currency in use is known, with the decimals that it has", "[base][money]") {
    struct Case {
        const char* code;
        int exponent;
    };
    for (const Case& c :
         {Case{"AED", 2}, Case{"BHD", 3}, Case{"CLF", 4}, Case{"GNF", 0}, Case{"IQD", 3},
          Case{"ISK", 0}, Case{"JMD", 2}, Case{"JOD", 3}, Case{"LYD", 3}, Case{"NGN", 2},
          Case{"OMR", 3}, Case{"RWF", 0}, Case{"TND", 3}, Case{"TRY", 2}, Case{"UGX", 0},
          Case{"UYW", 4}, Case{"VND", 0}, Case{"XAF", 0}, Case{"XCG", 2}, Case{"XOF", 0},
          Case{"XPF", 0}, Case{"ZAR", 2}, Case{"ZMW", 2}, Case{"ZWG", 2}}) {
        CAPTURE(c.code);
        CHECK(of(c.code).exponent == c.exponent);
    }
    for (const char* none : {"XAU", "XDR", "XTS", "", "TR", "TRYY", "T Y"}) {
        CAPTURE(none);
        CHECK_FALSE(Currency::of(QString::fromLatin1(none)));
    }
}

TEST_CASE("A currency without a symbol is shown with its code", "[base][money]") {
    const QLocale poland(u"pl_PL"_s);
    CHECK(Money{1'250, of("PLN")}.toDisplay(poland) == u"PLN\u202F12,50"_s);
    CHECK(Money{1'250, of("KWD")}.toDisplay(QLocale(u"en_US"_s)) == u"KWD\u202F1.250"_s);
    CHECK(Money{1'250, of("TRY")}.toDisplay(QLocale(u"tr_TR"_s)) == u"₺\u202F12,50"_s);
    CHECK(Money{1'250, Currency{}}.toDisplay(poland) == u"12,50"_s);
}

TEST_CASE("Sums say when they overflow or mix currencies", "[base][money]") {
    const Money most{std::numeric_limits<std::int64_t>::max(), of("USD")};
    CHECK(most.plus({1, of("USD")}).error().id == u"money.overflow"_s);
    CHECK(most.times(2).error().id == u"money.overflow"_s);
    CHECK(most.plus({1, of("COP")}).error().id == u"money.mixed_currencies"_s);
    CHECK(Money{799, of("USD")}.times(3).value().minor == 2397);
    CHECK(Currency::of(u"XXQ").error().id == u"money.unknown_currency"_s);
    CHECK(Currency::of(u" cop ").value().code == u"COP"_s);
}
