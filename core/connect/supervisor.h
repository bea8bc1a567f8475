// Keeps each channel's connector alive on a thread of its own: starts it, catches what it throws,
// restarts it with back-off, and leaves a hung one behind.
#pragma once

#include "core/connect/breaker.h"
#include "core/connect/connector.h"

#include <QObject>

namespace comanda::connect {

class Supervisor final : public QObject {
    Q_OBJECT
public:
    // `makeHost` is called once per start, in this thread; what the host's functions do is the
    // hub's business.
    using MakeHost = std::function<Host(const ChannelConfig&)>;
    Supervisor(const Clock& clock, MakeHost makeHost, QObject* parent = nullptr);
    ~Supervisor() override; // stops all, waits at most two seconds, abandons what hangs

    void add(const PlatformModule& module, const ChannelConfig& config,
             std::optional<QString> cursor);
    void remove(ChannelId channel);
    void stopAll(); // asynchronous; allStopped() follows

    // Called from this thread; answers come back in it, exactly once: a channel that is gone,
    // hung (15 s past its own deadline) or restarting answers for itself.
    void deliver(ChannelId channel, const Delivery& delivery, QObject* receiver, Stored stored);
    void send(ChannelId channel, const OutgoingMessage& message, QObject* receiver,
              std::function<void(SendOutcome)> done);
    void fetch(ChannelId channel, const Attachment& attachment, const QString& path,
               qint64 maxBytes, QObject* receiver, std::function<void(Result<FetchedMedia>)> done);
    void check(ChannelId channel, QObject* receiver,
               std::function<void(Result<AccountCheck>)> done);
    void markRead(ChannelId channel, const QString& conversationKey, const QString& externalId);

    // Whether a call of this kind may be made now (running, and its breaker not open).
    [[nodiscard]] bool ready(ChannelId channel, CallKind call) const;
    [[nodiscard]] std::vector<ChannelId> running() const;

Q_SIGNALS:
    void observed(comanda::ChannelId channel, const comanda::connect::Observation& observation);
    void readyChanged(comanda::ChannelId channel);
    void crashed(comanda::ChannelId channel, const QString& detail); // it threw; restart follows
    void allStopped();

private:
    class Channel;
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace comanda::connect

Q_DECLARE_METATYPE(comanda::connect::Observation)
