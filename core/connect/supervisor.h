// Keeps each channel's connector alive on a thread of its own: starts it, catches what it throws,
// restarts it with back-off, and leaves a hung one behind.
#pragma once

#include "core/connect/breaker.h"
#include "core/connect/connector.h"

#include <QObject>

namespace comanda::connect {

struct SupervisorLimits {
    Millis look{250};           // how often it looks after the channels
    Millis hungAfter{15'000};   // without a sign of life from the event loop
    Millis stopWithin{2'000};   // of a cooperative stop
    Millis steadyAfter{60'000}; // a connector that ran so long starts again with a clean record
    // When a call without an answer is answered for the connector: its own deadline and 15 s.
    Millis deliver{30'000}, send{35'000}, sendFile{150'000}, fetch{165'000}, check{35'000};
    BreakerRule rule;
    std::function<double()> jitter; // in [0, 1); empty: random
};

class Supervisor final : public QObject {
    Q_OBJECT
public:
    // Called once per start of a connector, in this thread. `context` lives on the channel's
    // thread; answers of the host's functions must be delivered there. What the connector reports
    // comes as observed(), not through the host.
    using MakeHost = std::function<Host(const ChannelConfig&, QObject* context)>;
    Supervisor(const Clock& clock, MakeHost makeHost, QObject* parent = nullptr,
               SupervisorLimits limits = {});
    ~Supervisor() override; // stops all, waits at most two seconds, abandons what hangs

    // A channel that is there already is stopped first and started again with the new values.
    void add(const PlatformModule& module, const ChannelConfig& config,
             std::optional<QString> cursor);
    void remove(ChannelId channel);
    void stopAll(); // asynchronous; allStopped() follows

    // From any thread; answers come back in the receiver's, exactly once: a channel that is gone,
    // hung (15 s past its own deadline) or restarting answers for itself. A send that the connector
    // may have begun ends as Unsure, one that it never saw as RetryAfter.
    void deliver(ChannelId channel, const Delivery& delivery, QObject* receiver, Stored stored);
    void send(ChannelId channel, const OutgoingMessage& message, QObject* receiver,
              std::function<void(SendOutcome)> done);
    void fetch(ChannelId channel, const Attachment& attachment, const QString& path,
               qint64 maxBytes, QObject* receiver, std::function<void(Result<FetchedMedia>)> done);
    void check(ChannelId channel, QObject* receiver,
               std::function<void(Result<AccountCheck>)> done);
    // From this thread: asks with settings that are not saved, through a connector that is made
    // for the purpose and never started.
    void tryOut(const PlatformModule& module, const ChannelConfig& config, MakeHost makeHost,
                QObject* receiver, std::function<void(Result<AccountCheck>)> done);
    // In the same way: makes sure that the platform pushes what is for this account.
    void subscribe(const PlatformModule& module, const ChannelConfig& config, MakeHost makeHost,
                   QObject* receiver, std::function<void(Result<>)> done);
    void markRead(ChannelId channel, const QString& conversationKey, const QString& externalId);
    void typing(ChannelId channel, const QString& conversationKey);

    // From this thread. Whether a call of this kind may be made now (running, and its breaker not
    // open), and how many: one alone while a breaker waits for its probe.
    [[nodiscard]] bool ready(ChannelId channel, CallKind call) const;
    [[nodiscard]] int room(ChannelId channel, CallKind call) const;
    // The platform was seen alive in another way: an open breaker is due for its probe at once.
    void nudge(ChannelId channel, CallKind call);
    [[nodiscard]] std::vector<ChannelId> running() const;

Q_SIGNALS:
    void observed(comanda::ChannelId channel, const comanda::connect::Observation& observation);
    void readyChanged(comanda::ChannelId channel);
    void crashed(comanda::ChannelId channel,
                 const QString& detail); // threw or hung; restart follows
    void allStopped();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace comanda::connect
