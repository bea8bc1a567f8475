// One asynchronous step after another, up to the first that fails.
#pragma once

#include "core/base/result.h"

#include <functional>
#include <memory>
#include <vector>

namespace comanda::hub {

// Each calls its argument once, later.
using Step = std::function<void(std::function<void(Result<>)>)>;

inline void runSteps(std::vector<Step> steps, std::function<void(Result<>)> done) {
    if (steps.empty()) {
        done(Done{});
        return;
    }
    auto first = std::move(steps.front());
    steps.erase(steps.begin());
    first([steps = std::move(steps), done = std::move(done)](Result<> result) mutable {
        if (result) {
            runSteps(std::move(steps), std::move(done));
        } else {
            done(std::move(result));
        }
    });
}

} // namespace comanda::hub
