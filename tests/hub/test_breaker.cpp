#include "core/connect/breaker.h"
#include "tests/support/catch.h"

using namespace comanda;
using namespace comanda::connect;

namespace {

const Monotonic kStart{Millis(1'000'000)};

Breaker failed(Breaker breaker, int times, Monotonic now, double jitter = 1.0) {
    for (int i = 0; i < times; ++i) {
        breaker = afterFailure(breaker, BreakerRule{}, now, jitter);
    }
    return breaker;
}

} // namespace

TEST_CASE("A breaker opens after three failures in a row, not before") {
    CHECK(mayCall(failed({}, 2, kStart), kStart));
    CHECK_FALSE(mayCall(failed({}, 3, kStart), kStart));
    const Breaker between = afterSuccess(failed({}, 2, kStart));
    CHECK(mayCall(failed(between, 2, kStart), kStart));
}

TEST_CASE("Each probe that fails doubles the wait, up to the longest") {
    Breaker breaker = failed({}, 3, kStart);
    Monotonic now = kStart;
    for (const int seconds : {5, 10, 20, 40, 60, 60}) {
        INFO(seconds);
        REQUIRE(breaker.openUntil);
        CHECK(*breaker.openUntil - now == std::chrono::seconds(seconds));
        now = *breaker.openUntil;
        CHECK(mayCall(breaker, now));
        breaker = failed(breaker, 1, now);
    }
}

TEST_CASE("Calls that were under way when it opened do not lengthen the wait") {
    const Breaker open = failed({}, 3, kStart);
    const Breaker after = failed(open, 5, kStart + Millis(100));
    CHECK(after.openUntil == open.openUntil);
    CHECK(after.openings == 1);
}

TEST_CASE("The jitter falls anywhere between nothing and the whole wait") {
    CHECK(*failed({}, 3, kStart, 0.0).openUntil == kStart);
    CHECK(*failed({}, 3, kStart, 0.5).openUntil == kStart + Millis(2'500));
}

TEST_CASE("One success closes it for good") {
    CHECK(afterSuccess(failed({}, 9, kStart)) == Breaker{});
}
