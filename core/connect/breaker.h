// A circuit breaker as a value: consecutive failures, because a restaurant sees a call a minute,
// not a hundred.
#pragma once

#include "core/base/clock.h"

#include <optional>

namespace comanda::connect {

struct BreakerRule {
    int failuresToOpen = 3;
    Millis firstOpen{5'000};
    Millis longestOpen{60'000};
};

struct Breaker {
    int failures = 0; // consecutive
    int openings = 0; // consecutive
    std::optional<Monotonic> openUntil;

    bool operator==(const Breaker&) const = default;
};

// `jitter` in [0, 1).
[[nodiscard]] Breaker afterFailure(Breaker breaker, const BreakerRule& rule, Monotonic now,
                                   double jitter);
[[nodiscard]] Breaker afterSuccess(Breaker breaker);
// Closed, or open and due for one probe.
[[nodiscard]] bool mayCall(const Breaker& breaker, Monotonic now);

} // namespace comanda::connect
