// The same telephone, however it is written.
#include "core/base/phone.h"
#include "tests/support/catch.h"

using namespace comanda;
using namespace Qt::StringLiterals;

namespace {

bool same(const QString& one, const QString& other, const QString& region = u"CO"_s) {
    return isSameNumber(one, other, region) && isSameNumber(other, one, region);
}

} // namespace

TEST_CASE("A number is the same with and without its country, plus and blanks", "[phone]") {
    CHECK(same(u"573001234567"_s, u"+57 300 123 4567"_s));
    CHECK(same(u"573001234567"_s, u"300 123-4567"_s));
    CHECK(same(u"+573001234567"_s, u"(300) 1234567"_s));
    CHECK(same(u"15557770001"_s, u"+1 555 777 0001"_s));
    CHECK(same(u"5511988887777"_s, u"+55 (11) 98888-7777"_s));
    CHECK_FALSE(same(u"573001234567"_s, u"573001234568"_s));
    CHECK_FALSE(same(u"573001234567"_s, u"+1 300 123 4567"_s));
    // Another country's shop reads the bare number as one of there.
    CHECK_FALSE(same(u"573001234567"_s, u"300 123 4567"_s, u"US"_s));
}

TEST_CASE("Numbers that a country writes in two ways are one, a landline is not", "[phone]") {
    CHECK(same(u"551188887777"_s, u"5511988887777"_s, u"BR"_s));
    CHECK_FALSE(same(u"551133337777"_s, u"5511933337777"_s, u"BR"_s));
    CHECK(same(u"5215512345678"_s, u"+52 55 1234 5678"_s, u"MX"_s));
    CHECK(same(u"5491123456789"_s, u"541123456789"_s, u"AR"_s));
}

TEST_CASE("What is no number is the same as nothing", "[phone]") {
    CHECK_FALSE(same({}, {}));
    CHECK_FALSE(same(u"hola"_s, u"hola"_s));
    CHECK_FALSE(same(u"123"_s, u"123"_s));
    CHECK_FALSE(same(u"\u0663\u0660\u0660"_s, u"300"_s));
    CHECK_FALSE(same(QString(5000, u'7'), QString(5000, u'7')));
}

TEST_CASE("The tail finds every form of a number", "[phone]") {
    CHECK(numberTail(u"+57 300 123 4567") == u"01234567"_s);
    CHECK(numberTail(u"573001234567") == numberTail(u"300-123-4567"));
    CHECK(numberTail(u"551188887777") == numberTail(u"5511988887777"));
    CHECK(numberTail(u"12345").isEmpty());
}

TEST_CASE("The shop's zone tells its country", "[phone]") {
    CHECK(regionOf(u"America/Bogota"_s) == u"CO"_s);
    CHECK(regionOf(u"America/Sao_Paulo"_s) == u"BR"_s);
    CHECK(regionOf(u"Nowhere/Land"_s).isEmpty());
}
