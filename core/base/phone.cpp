#include "core/base/phone.h"

#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <phonenumbers/phonenumberutil.h>
#include <utility>
#include <vector>

namespace comanda {
namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

using Reading = std::pair<int, std::string>; // country's code, number in the country

// One form of what comes in two. A landline of Brazil has eight digits and never begins with 6
// to 9.
std::string inOneForm(int country, std::string national) {
    const bool long11 = national.size() == 11;
    const bool mexico = country == 52 && long11 && national.front() == '1';
    const bool argentina = country == 54 && long11 && national.front() == '9';
    if (mexico || argentina) {
        return national.substr(1);
    }
    if (country == 55 && long11 && national[2] == '9' && national[3] >= '6') {
        return national.erase(2, 1);
    }
    return national;
}

void addReading(std::vector<Reading>& readings, const std::string& text,
                const std::string& region) {
    const PhoneNumberUtil* util = PhoneNumberUtil::GetInstance();
    PhoneNumber number;
    if (util->Parse(text, region, &number) != PhoneNumberUtil::NO_PARSING_ERROR
        || !util->IsPossibleNumber(number)) {
        return;
    }
    std::string national;
    util->GetNationalSignificantNumber(number, &national);
    readings.emplace_back(number.country_code(), inOneForm(number.country_code(), national));
}

std::string digitsOf(QStringView number) {
    std::string digits;
    for (const QChar c : number) {
        if (c.isDigit()) {
            digits += static_cast<char>('0' + c.digitValue());
        }
    }
    return digits;
}

// Everything that the number can mean here: as it is written, and with the plus it may lack.
std::vector<Reading> readingsOf(const QString& number, const QString& region) {
    std::vector<Reading> readings;
    const std::string here = region.isEmpty() ? "ZZ" : region.toStdString();
    addReading(readings, number.toStdString(), here);
    addReading(readings, '+' + digitsOf(number), "ZZ");
    return readings;
}

} // namespace

QString numberTail(QStringView number) {
    const std::string digits = digitsOf(number);
    return digits.size() < kNumberTail - 1
               ? QString()
               : QString::fromStdString(digits.size() <= kNumberTail
                                            ? digits
                                            : digits.substr(digits.size() - kNumberTail));
}

bool isSameNumber(const QString& one, const QString& other, const QString& region) {
    if (numberTail(one).isEmpty() || numberTail(other).isEmpty()) {
        return false;
    }
    const std::vector<Reading> readings = readingsOf(one, region);
    const std::vector<Reading> others = readingsOf(other, region);
    return std::any_of(readings.begin(), readings.end(), [&](const Reading& reading) {
        return std::find(others.begin(), others.end(), reading) != others.end();
    });
}

QString regionOf(const QString& timezone) {
    const QTimeZone zone(timezone.toUtf8());
    return zone.isValid() ? QLocale::territoryToCode(zone.territory()) : QString();
}

} // namespace comanda
