// Rings for what nobody has taken yet: at once, then every ten seconds until it is taken. Muting
// ends by itself after fifteen minutes, so that nobody misses an evening.
#pragma once

#include "core/base/clock.h"
#include "ui/sound/sounds.h"

#include <QTimer>

namespace comanda::ui {

inline constexpr Millis kRingEvery{10'000};
inline constexpr Millis kMuteFor{15 * 60 * 1000};

class Alarm final : public QObject {
    Q_OBJECT
public:
    Alarm(Sounds& sounds, const Clock& clock, QObject* parent = nullptr);

    void setWaiting(int orders); // not accepted yet; a rise rings at once
    void once(Alert alert);
    void mute();
    void unmute();
    [[nodiscard]] bool isMuted() const { return muted_; }
    [[nodiscard]] Millis muteLeft() const; // 0: not muted
    void check();                          // what the timer does: ring again, end the mute

Q_SIGNALS:
    void rang(bool heard); // heard false: muted or no sound; the window flashes
    void muteChanged(bool muted);

private:
    void ring();

    Sounds& sounds_;
    const Clock& clock_;
    QTimer timer_;
    int waiting_ = 0;
    bool muted_ = false;
    Monotonic lastRing_{}, muteEnds_{};
};

} // namespace comanda::ui
