#include "core/hub/return_watch.h"

namespace comanda::hub {

using connect::CallKind;

bool ReturnWatch::isBack(ChannelId channel, const connect::Observation& seen, Monotonic now) {
    Seen& known = channels_[channel];
    bool& failing = known.failing.at(static_cast<std::size_t>(seen.call));
    if (seen.failure) {
        // A throttle is an answer, and says itself how long to wait.
        failing = failing || *seen.failure != FailureClass::Throttled;
        return false;
    }
    if (seen.call == CallKind::Media) {
        failing = false;
        return false;
    }
    const bool itself = std::exchange(failing, false);
    const bool sending = known.failing.at(static_cast<std::size_t>(CallKind::Send));
    const bool patient = !known.lastTried || now - *known.lastTried >= kOneDirectionPause;
    if (!itself && !(sending && patient)) {
        return false;
    }
    known.lastTried = now;
    return true;
}

} // namespace comanda::hub
