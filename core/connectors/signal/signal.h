// Signal's connector: a daemon that the owner has, and what goes through it.
//
// Between the daemon's acknowledgement to Signal and our COMMIT a message is nowhere else: where
// this program dies in that moment it is lost. A daemon that receives "on-connection" keeps that
// gap small, one that receives "on-start" loses also what comes while we are not connected; which
// it does cannot be asked.
#pragma once

#include "core/connect/connector.h"
#include "core/connectors/signal/daemon.h"
#include "core/connectors/signal/doubts.h"
#include "core/connectors/signal/files.h"
#include "core/connectors/signal/inflow.h"
#include "core/connectors/signal/introduction.h"
#include "core/connectors/signal/sender.h"

#include <QTimer>

namespace comanda::signal {

class SignalConnector final : public connect::Connector {
    Q_OBJECT
public:
    SignalConnector(const ChannelConfig& config, connect::Host host, const Timing& timing = {});

    void start(const std::optional<QString>& cursor) override;
    void stop() override;
    void send(const OutgoingMessage& message, std::function<void(SendOutcome)> done) override;
    void fetch(const Attachment& attachment, const QString& path, qint64 maxBytes,
               std::function<void(Result<connect::FetchedMedia>)> done) override;
    void check(std::function<void(Result<AccountCheck>)> done) override;
    void markRead(const QString& conversationKey, const QString& externalId) override;
    void typing(const QString& conversationKey) override;

private:
    using Introduced = std::function<void(const Introduction&)>;

    void ask(Daemon& daemon, Introduced introduced);
    void probe();
    void introduced(const Introduction& introduction);
    void closed(FailureClass failure, const QString& id, const QString& detail);
    void told(const QByteArray& line);
    void answeredLate(const QString& call, const QByteArray& line, const Answer& answer);
    void checkAside();
    void endChecks(const Result<AccountCheck>& result);
    void finishStop();

    ChannelConfig config_;
    connect::Host host_;
    Timing timing_;
    Place place_;
    Doubts doubts_;
    Daemon daemon_;
    Inflow inflow_;
    Sender sender_;
    Files files_;
    QTimer nextProbe_;
    std::unique_ptr<Daemon> aside_; // of a check while the channel does not run
    std::vector<std::function<void(Result<AccountCheck>)>> checks_; // under way
    QString learned_; // the version that the host was last told
    bool running_ = false;
    bool stopping_ = false;
};

} // namespace comanda::signal
