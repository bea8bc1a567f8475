#include "ui/sound/alarm.h"

namespace comanda::ui {

constexpr int kLook = 500; // ms between two looks at the clock

Alarm::Alarm(Sounds& sounds, const Clock& clock, QObject* parent)
    : QObject(parent), sounds_(sounds), clock_(clock) {
    timer_.setInterval(kLook);
    connect(&timer_, &QTimer::timeout, this, &Alarm::check);
    timer_.start();
}

void Alarm::setWaiting(int orders) {
    const bool more = orders > waiting_;
    waiting_ = orders;
    if (more) {
        ring();
    }
}

void Alarm::ring() {
    lastRing_ = clock_.monotonic();
    once(Alert::NewOrder);
}

void Alarm::once(Alert alert) {
    if (!muted_) {
        sounds_.play(alert);
    }
    Q_EMIT rang(!muted_ && sounds_.canPlay());
}

void Alarm::mute() {
    muteEnds_ = clock_.monotonic() + kMuteFor;
    if (!std::exchange(muted_, true)) {
        Q_EMIT muteChanged(true);
    }
}

void Alarm::unmute() {
    if (std::exchange(muted_, false)) {
        Q_EMIT muteChanged(false);
    }
}

Millis Alarm::muteLeft() const {
    return muted_ ? std::chrono::duration_cast<Millis>(muteEnds_ - clock_.monotonic()) : Millis(0);
}

void Alarm::check() {
    if (muted_ && clock_.monotonic() >= muteEnds_) {
        unmute();
    }
    if (waiting_ > 0 && clock_.monotonic() - lastRing_ >= kRingEvery) {
        ring();
    }
}

} // namespace comanda::ui
