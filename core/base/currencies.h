// The currencies of ISO 4217 with the decimal digits of their minor units.
#pragma once

#include <array>
#include <string_view>

namespace comanda {

struct KnownCurrency {
    std::string_view code;
    int exponent;
    std::string_view symbol; // where one stands before the amount at home; else the code does
};

// List one of 2026, in the order of the codes, without those that have no minor unit (metals,
// baskets, codes for tests). ANG and BGN left it in 2025 and 2026, and catalogues may still name
// them.
inline constexpr std::array kCurrencies{
    KnownCurrency{"AED", 2, ""},    KnownCurrency{"AFN", 2, ""},    KnownCurrency{"ALL", 2, ""},
    KnownCurrency{"AMD", 2, ""},    KnownCurrency{"ANG", 2, ""},    KnownCurrency{"AOA", 2, ""},
    KnownCurrency{"ARS", 2, "$"},   KnownCurrency{"AUD", 2, "$"},   KnownCurrency{"AWG", 2, ""},
    KnownCurrency{"AZN", 2, ""},    KnownCurrency{"BAM", 2, ""},    KnownCurrency{"BBD", 2, "$"},
    KnownCurrency{"BDT", 2, ""},    KnownCurrency{"BGN", 2, ""},    KnownCurrency{"BHD", 3, ""},
    KnownCurrency{"BIF", 0, ""},    KnownCurrency{"BMD", 2, "$"},   KnownCurrency{"BND", 2, ""},
    KnownCurrency{"BOB", 2, "Bs"},  KnownCurrency{"BOV", 2, ""},    KnownCurrency{"BRL", 2, "R$"},
    KnownCurrency{"BSD", 2, "$"},   KnownCurrency{"BTN", 2, ""},    KnownCurrency{"BWP", 2, ""},
    KnownCurrency{"BYN", 2, ""},    KnownCurrency{"BZD", 2, "$"},   KnownCurrency{"CAD", 2, "$"},
    KnownCurrency{"CDF", 2, ""},    KnownCurrency{"CHE", 2, ""},    KnownCurrency{"CHF", 2, ""},
    KnownCurrency{"CHW", 2, ""},    KnownCurrency{"CLF", 4, ""},    KnownCurrency{"CLP", 0, "$"},
    KnownCurrency{"CNY", 2, "¥"},   KnownCurrency{"COP", 2, "$"},   KnownCurrency{"COU", 2, ""},
    KnownCurrency{"CRC", 2, "₡"},   KnownCurrency{"CUP", 2, "$"},   KnownCurrency{"CVE", 2, ""},
    KnownCurrency{"CZK", 2, ""},    KnownCurrency{"DJF", 0, ""},    KnownCurrency{"DKK", 2, ""},
    KnownCurrency{"DOP", 2, "RD$"}, KnownCurrency{"DZD", 2, ""},    KnownCurrency{"EGP", 2, ""},
    KnownCurrency{"ERN", 2, ""},    KnownCurrency{"ETB", 2, ""},    KnownCurrency{"EUR", 2, "€"},
    KnownCurrency{"FJD", 2, "$"},   KnownCurrency{"FKP", 2, ""},    KnownCurrency{"GBP", 2, "£"},
    KnownCurrency{"GEL", 2, ""},    KnownCurrency{"GHS", 2, "GH₵"}, KnownCurrency{"GIP", 2, ""},
    KnownCurrency{"GMD", 2, ""},    KnownCurrency{"GNF", 0, ""},    KnownCurrency{"GTQ", 2, "Q"},
    KnownCurrency{"GYD", 2, "$"},   KnownCurrency{"HKD", 2, "$"},   KnownCurrency{"HNL", 2, "L"},
    KnownCurrency{"HTG", 2, "G"},   KnownCurrency{"HUF", 2, ""},    KnownCurrency{"IDR", 2, "Rp"},
    KnownCurrency{"ILS", 2, "₪"},   KnownCurrency{"INR", 2, "₹"},   KnownCurrency{"IQD", 3, ""},
    KnownCurrency{"IRR", 2, ""},    KnownCurrency{"ISK", 0, ""},    KnownCurrency{"JMD", 2, "$"},
    KnownCurrency{"JOD", 3, ""},    KnownCurrency{"JPY", 0, "¥"},   KnownCurrency{"KES", 2, "KSh"},
    KnownCurrency{"KGS", 2, ""},    KnownCurrency{"KHR", 2, ""},    KnownCurrency{"KMF", 0, ""},
    KnownCurrency{"KPW", 2, ""},    KnownCurrency{"KRW", 0, "₩"},   KnownCurrency{"KWD", 3, ""},
    KnownCurrency{"KYD", 2, "$"},   KnownCurrency{"KZT", 2, ""},    KnownCurrency{"LAK", 2, ""},
    KnownCurrency{"LBP", 2, ""},    KnownCurrency{"LKR", 2, ""},    KnownCurrency{"LRD", 2, ""},
    KnownCurrency{"LSL", 2, ""},    KnownCurrency{"LYD", 3, ""},    KnownCurrency{"MAD", 2, ""},
    KnownCurrency{"MDL", 2, ""},    KnownCurrency{"MGA", 2, ""},    KnownCurrency{"MKD", 2, ""},
    KnownCurrency{"MMK", 2, ""},    KnownCurrency{"MNT", 2, ""},    KnownCurrency{"MOP", 2, ""},
    KnownCurrency{"MRU", 2, ""},    KnownCurrency{"MUR", 2, ""},    KnownCurrency{"MVR", 2, ""},
    KnownCurrency{"MWK", 2, ""},    KnownCurrency{"MXN", 2, "$"},   KnownCurrency{"MXV", 2, ""},
    KnownCurrency{"MYR", 2, "RM"},  KnownCurrency{"MZN", 2, ""},    KnownCurrency{"NAD", 2, "$"},
    KnownCurrency{"NGN", 2, "₦"},   KnownCurrency{"NIO", 2, "C$"},  KnownCurrency{"NOK", 2, ""},
    KnownCurrency{"NPR", 2, ""},    KnownCurrency{"NZD", 2, "$"},   KnownCurrency{"OMR", 3, ""},
    KnownCurrency{"PAB", 2, "B/."}, KnownCurrency{"PEN", 2, "S/"},  KnownCurrency{"PGK", 2, ""},
    KnownCurrency{"PHP", 2, "₱"},   KnownCurrency{"PKR", 2, ""},    KnownCurrency{"PLN", 2, ""},
    KnownCurrency{"PYG", 0, "₲"},   KnownCurrency{"QAR", 2, ""},    KnownCurrency{"RON", 2, ""},
    KnownCurrency{"RSD", 2, ""},    KnownCurrency{"RUB", 2, ""},    KnownCurrency{"RWF", 0, ""},
    KnownCurrency{"SAR", 2, ""},    KnownCurrency{"SBD", 2, ""},    KnownCurrency{"SCR", 2, ""},
    KnownCurrency{"SDG", 2, ""},    KnownCurrency{"SEK", 2, ""},    KnownCurrency{"SGD", 2, "$"},
    KnownCurrency{"SHP", 2, ""},    KnownCurrency{"SLE", 2, ""},    KnownCurrency{"SOS", 2, ""},
    KnownCurrency{"SRD", 2, "$"},   KnownCurrency{"SSP", 2, ""},    KnownCurrency{"STN", 2, ""},
    KnownCurrency{"SVC", 2, ""},    KnownCurrency{"SYP", 2, ""},    KnownCurrency{"SZL", 2, ""},
    KnownCurrency{"THB", 2, "฿"},   KnownCurrency{"TJS", 2, ""},    KnownCurrency{"TMT", 2, ""},
    KnownCurrency{"TND", 3, ""},    KnownCurrency{"TOP", 2, ""},    KnownCurrency{"TRY", 2, "₺"},
    KnownCurrency{"TTD", 2, "$"},   KnownCurrency{"TWD", 2, "$"},   KnownCurrency{"TZS", 2, ""},
    KnownCurrency{"UAH", 2, ""},    KnownCurrency{"UGX", 0, ""},    KnownCurrency{"USD", 2, "$"},
    KnownCurrency{"USN", 2, ""},    KnownCurrency{"UYI", 0, ""},    KnownCurrency{"UYU", 2, "$"},
    KnownCurrency{"UYW", 4, ""},    KnownCurrency{"UZS", 2, ""},    KnownCurrency{"VED", 2, ""},
    KnownCurrency{"VES", 2, "Bs."}, KnownCurrency{"VND", 0, ""},    KnownCurrency{"VUV", 0, ""},
    KnownCurrency{"WST", 2, ""},    KnownCurrency{"XAF", 0, ""},    KnownCurrency{"XCD", 2, "$"},
    KnownCurrency{"XCG", 2, ""},    KnownCurrency{"XOF", 0, ""},    KnownCurrency{"XPF", 0, ""},
    KnownCurrency{"YER", 2, ""},    KnownCurrency{"ZAR", 2, "R"},   KnownCurrency{"ZMW", 2, ""},
    KnownCurrency{"ZWG", 2, ""},
};

} // namespace comanda
