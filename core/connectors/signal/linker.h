// Becomes a device linked to the owner's phone: asks the daemon for a code, waits until the phone
// has scanned it, and understands what comes between.
// https://github.com/AsamK/signal-cli/blob/master/man/signal-cli-jsonrpc.5.adoc
#pragma once

#include "core/connect/linking.h"
#include "core/connectors/signal/daemon.h"

#include <memory>

namespace comanda::signal {

class Linker final : public connect::Linking {
    Q_OBJECT
public:
    // `lasts`: for how long the phone is waited for; Signal itself gives up a little earlier.
    explicit Linker(Place place, const Timing& timing = {}, Millis lasts = Millis(120'000),
                    QObject* parent = nullptr);

    void start() override;
    void answerRiddle(const QString& solution) override;

private:
    void ask();
    void offer(const Answer& answer);
    void finished(const Answer& answer);
    void trouble(const Answer& answer);
    void end(); // nothing comes from the daemon any more

    Place place_;
    Timing timing_;
    Millis lasts_;
    std::unique_ptr<Daemon> daemon_; // while it is under way
    QString challenge_;              // of the riddle that was asked
};

// What a daemon's refusal to link means. Pure.
[[nodiscard]] Error linkError(const Answer& answer);
// The name of the riddle that it wants solved; empty: none.
[[nodiscard]] QString riddleIn(const Answer& answer);

} // namespace comanda::signal
