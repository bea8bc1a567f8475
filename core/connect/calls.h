// The calls that wait for a connector's answer. Whoever takes a call out of here answers it, so
// that each ends exactly once: by the connector, by its deadline, or because the connector is gone.
#pragma once

#include "core/base/clock.h"
#include "core/connect/connector.h"

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <vector>

namespace comanda::connect {

enum class CallEnd {
    NotBegun, // the connector never saw it
    Lost,     // the connector had it, and is gone
    Hung,     // the connector had it, and was left behind
    NoAnswer  // the connector is there and has not answered in time
};

// Safe to use from any thread.
class Calls {
public:
    using GiveUp = std::function<void(CallEnd)>;

    // nullopt: as many calls of this kind wait as may. `giveUp` is called at most once, outside
    // the lock, on the thread that ends the call.
    [[nodiscard]] std::optional<quint64> add(CallKind kind, Monotonic deadline, GiveUp giveUp);
    // The connector is about to see it. False: the call has ended meanwhile, leave it.
    [[nodiscard]] bool begin(quint64 id);
    // True for the one caller that must answer now.
    [[nodiscard]] bool take(quint64 id);
    // The connector is gone: ends all, those it had begun as `begun`.
    void endAll(CallEnd begun);
    // Ends what is past its deadline; the kinds of the calls that the connector had begun.
    [[nodiscard]] std::vector<CallKind> expire(Monotonic now);
    [[nodiscard]] int waiting(CallKind kind) const;

private:
    struct Call {
        CallKind kind;
        Monotonic deadline;
        GiveUp giveUp;
        bool begun = false;
    };

    mutable std::mutex mutex_;
    std::map<quint64, Call> calls_;
    quint64 last_ = 0;
};

// How many calls of a kind may wait at once: a slow connector must not eat the memory.
[[nodiscard]] int mostWaiting(CallKind kind);

} // namespace comanda::connect
