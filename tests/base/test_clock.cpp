#include "core/base/clock.h"
#include "tests/support/catch.h"

using namespace comanda;

TEST_CASE("ISO times keep their zone", "[base][clock]") {
    struct Case {
        const char* text;
        std::optional<std::int64_t> millis;
    };
    const std::vector<Case> cases{
        {"2026-03-14T19:00:00Z", 1773514800000},
        {"2026-07-12T19:11:07+0000", 1783883467000},
        {"2026-07-12T14:11:07-05:00", 1783883467000},
        {"2026-07-12T19:11:07", std::nullopt}, // says no zone
        {"yesterday", std::nullopt},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        const auto time = fromIso(QString::fromLatin1(c.text));
        REQUIRE(time.has_value() == c.millis.has_value());
        if (time) {
            CHECK(toMillis(*time) == *c.millis);
        }
    }
    CHECK(toIsoUtc(fromMillis(1773514800123)) == QStringLiteral("2026-03-14T19:00:00Z"));
}
