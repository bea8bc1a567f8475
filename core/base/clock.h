// Time as the program sees it. Whoever needs "now" is given a Clock, so that tests own it.
#pragma once

#include <QString>

#include <atomic>
#include <chrono>
#include <optional>

namespace comanda {

using Millis = std::chrono::milliseconds;
using Time = std::chrono::sys_time<Millis>; // UTC
using Monotonic = std::chrono::steady_clock::time_point;

class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Time now() const = 0;            // wall clock; may jump
    [[nodiscard]] virtual Monotonic monotonic() const = 0; // for durations; never goes back
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] Time now() const override;
    [[nodiscard]] Monotonic monotonic() const override;
};

// Moves only when told to. Safe to read from several threads.
class ManualClock final : public Clock {
public:
    explicit ManualClock(Time start) : millis_(start.time_since_epoch().count()) {}
    [[nodiscard]] Time now() const override { return Time(Millis(millis_.load())); }
    [[nodiscard]] Monotonic monotonic() const override { return Monotonic(Millis(millis_.load())); }
    void advance(Millis by) { millis_ += by.count(); }
    void set(Time to) { millis_ = to.time_since_epoch().count(); }

private:
    std::atomic<std::int64_t> millis_;
};

[[nodiscard]] constexpr std::int64_t toMillis(Time time) {
    return time.time_since_epoch().count();
}
[[nodiscard]] constexpr Time fromMillis(std::int64_t millis) {
    return Time(Millis(millis));
}

// ISO 8601 with Z and whole seconds ("2026-03-14T19:00:00Z").
[[nodiscard]] QString toIsoUtc(Time time);
// Accepts an offset with or without a colon; nullopt if it is not a date and time with a zone.
[[nodiscard]] std::optional<Time> fromIso(QStringView text);

} // namespace comanda
