#include "core/base/json.h"
#include "tests/support/catch.h"

using namespace comanda;
using namespace Qt::StringLiterals;

TEST_CASE("Ids keep all their 64 bits", "[base][json]") {
    const auto object = parseObject(R"({"a":9007199254740993,"b":"9007199254740993","c":1.5,
        "d":-1001987654321,"e":9223372036854775807,"f":null,"g":true})");
    REQUIRE(object);
    CHECK(idText(object->value(u"a")) == u"9007199254740993"_s);
    CHECK(idText(object->value(u"b")) == u"9007199254740993"_s);
    CHECK(idText(object->value(u"c")).isEmpty());
    CHECK(idText(object->value(u"d")) == u"-1001987654321"_s);
    CHECK(idText(object->value(u"f")).isEmpty());
    CHECK(idText(object->value(u"g")).isEmpty());
    CHECK(integerIn(*object, u"a") == 9007199254740993);
}

TEST_CASE("Hostile JSON is refused, not suffered", "[base][json]") {
    CHECK(parseJson(QByteArray(100'000, '[')).error().id == u"json.too_deep"_s);
    CHECK(parseJson(QByteArray(64, '[') + QByteArray(64, ']')));
    CHECK_FALSE(parseJson(QByteArray(65, '[') + QByteArray(65, ']')));
    CHECK(parseJson(
        R"(["[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\"[["])"));
    CHECK(parseJson("").error().id == u"json.not_json"_s);
    CHECK(parseJson("<html>").error().id == u"json.not_json"_s);
    CHECK(parseObject("[]").error().id == u"json.not_an_object"_s);
    CHECK_FALSE(parseJson(QByteArray("\0\0\0", 3)));
}

TEST_CASE("The end of a value is found in text that is broken elsewhere", "[base][json]") {
    const auto piece = [](const QByteArray& text) {
        const auto end = endOfValue(text, 0);
        return end ? text.first(*end) : QByteArray("cut");
    };
    CHECK(piece(R"({"a":[1,"}]\\\"",{}]} , x)") == R"({"a":[1,"}]\\\"",{}]})");
    CHECK(piece(R"("a\"}b",)") == R"("a\"}b")");
    CHECK(piece("[x y]]") == "[x y]");
    CHECK(piece("-1.5e3,2") == "-1.5e3");
    CHECK(piece("nul]") == "nul");
    CHECK(piece(",").isEmpty());
    for (const char* cut : {"{", "[[]", "\"a", "\"a\\", "12", "{\"a}"}) {
        CHECK(piece(cut) == "cut");
    }
}

TEST_CASE("Times come in seconds, milliseconds and words", "[base][json]") {
    const std::vector<std::pair<QJsonValue, std::optional<qint64>>> cases{
        {QJsonValue(u"1760000001"_s), 1760000001000},
        {QJsonValue(1760000001), 1760000001000},
        {QJsonValue(1760000001500.0), 1760000001500},
        {QJsonValue(u"2026-07-12T19:11:07+0000"_s), 1783883467000},
        {QJsonValue(0), std::nullopt},
        {QJsonValue(-5), std::nullopt},
        {QJsonValue(9.3e17), std::nullopt},
        {QJsonValue(u"soon"_s), std::nullopt},
        {QJsonValue(), std::nullopt},
    };
    for (const auto& [value, millis] : cases) {
        const auto time = timeFrom(value);
        REQUIRE(time.has_value() == millis.has_value());
        if (time) {
            CHECK(toMillis(*time) == *millis);
        }
    }
}
