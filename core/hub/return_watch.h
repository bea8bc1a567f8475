// Notices that a platform is back: what waits because of it need not sit out its back-off. Pure but
// for the memory of what was seen.
#pragma once

#include "core/base/clock.h"
#include "core/connect/connector.h"

#include <array>
#include <map>

namespace comanda::hub {

class ReturnWatch {
public:
    // True when what waits on the channel should be tried now.
    [[nodiscard]] bool isBack(ChannelId channel, const connect::Observation& seen, Monotonic now);

private:
    struct Seen {
        std::array<bool, 4> failing{}; // by CallKind
        std::optional<Monotonic> lastTried;
    };
    std::map<ChannelId, Seen> channels_;
};

// Sending may fail while all else works: then each sign of life is worth one try, not a storm.
constexpr Millis kOneDirectionPause{30'000};

} // namespace comanda::hub
