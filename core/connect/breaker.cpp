#include "core/connect/breaker.h"

#include <algorithm>
#include <cmath>

namespace comanda::connect {

Breaker afterFailure(Breaker breaker, const BreakerRule& rule, Monotonic now, double jitter) {
    const bool stragglersOnly = breaker.openUntil && now < *breaker.openUntil;
    ++breaker.failures;
    if (stragglersOnly || breaker.failures < rule.failuresToOpen) {
        return breaker; // calls that were under way when it opened say nothing new
    }
    const int doublings = std::min(breaker.openings, 20);
    const Millis longest =
        std::min(rule.longestOpen, rule.firstOpen * (std::int64_t{1} << doublings));
    const double share = std::clamp(jitter, 0.0, 1.0);
    breaker.openUntil = now + Millis(std::llround(static_cast<double>(longest.count()) * share));
    ++breaker.openings;
    return breaker;
}

Breaker afterSuccess(Breaker) {
    return {};
}

bool mayCall(const Breaker& breaker, Monotonic now) {
    return !breaker.openUntil || now >= *breaker.openUntil;
}

} // namespace comanda::connect
