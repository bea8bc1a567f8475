// Runs the channels while we hold the lease: starts and stops their connectors, and everything
// that feeds on them.
#pragma once

#include "core/connect/supervisor.h"
#include "core/hub/channel_host.h"
#include "core/hub/intake.h"
#include "core/hub/lease_keeper.h"
#include "core/hub/media_fetcher.h"
#include "core/hub/outbox_runner.h"
#include "core/hub/remote_mailbox.h"
#include "core/hub/rereader.h"
#include "core/hub/roster.h"
#include "core/hub/upkeep.h"
#include "core/hub/webhook_server.h"

#include <QObject>

namespace comanda::hub {

class ChannelWorks final : public QObject {
    Q_OBJECT
public:
    struct Parts {
        store::Store& store;
        Secrets& secrets;
        Roster& roster;
        const LeaseKeeper& lease;
        const Clock& clock;
        std::optional<OwnReceiver> receiver; // listens while we hold the lease
    };

    explicit ChannelWorks(const Parts& parts, QObject* parent = nullptr);
    ~ChannelWorks() override;

    void start(qint64 fence); // as holder of the lease
    void stop();              // stopped() follows within three seconds
    // The channel's settings or secrets are others now.
    void restart(const ChannelConfig& channel);
    void remove(ChannelId channel);
    void refreshRoutes();
    void accountsChanged(); // the shop has other channels, or knows them better
    void tryOut(const ChannelConfig& channel, const QMap<QString, Secret>& secrets,
                QObject* receiver, std::function<void(Result<AccountCheck>)> done);
    // Makes sure that the platform pushes what is for this channel.
    void subscribe(ChannelId channel, QObject* receiver, std::function<void(Result<>)> done);
    // From the public address to the store; see WayTest.
    void testWay(ChannelId channel, QObject* receiver, std::function<void(WayReport)> done);
    // Somebody read the conversation here: its customer may be told.
    void markRead(ConversationId conversation);
    // Somebody writes an answer here: the customer may see it.
    void typing(ConversationId conversation);
    [[nodiscard]] QString hookUrl(const QString& route) const;

    [[nodiscard]] connect::Supervisor& supervisor() { return supervisor_; }
    [[nodiscard]] Intake& intake() { return intake_; }
    [[nodiscard]] RemoteMailbox& mailbox() { return mailbox_; }

Q_SIGNALS:
    void stopped();
    void listening();
    void cannotListen(const comanda::Error& error);

private:
    void begin();
    void run(const ChannelConfig& channel);
    void listen();
    void sayWhenStopped();
    [[nodiscard]] HostParts hostParts();
    [[nodiscard]] connect::Supervisor::MakeHost trialHosts(QMap<QString, Secret> secrets);

    const Parts parts_;
    Intake intake_;
    RemoteMailbox mailbox_;          // connectors ask it for proofs: it outlives them
    connect::Supervisor supervisor_; // outlives what sends and fetches through it
    OutboxRunner outbox_;
    MediaFetcher media_;
    Upkeep upkeep_;
    Rereader rereader_;
    std::unique_ptr<WebhookServer> webhooks_;
    QTimer stopTimer_;
    qint64 fence_ = 0;
    bool active_ = false, stopping_ = false, channelsStopped_ = true, mailboxAway_ = false;
};

} // namespace comanda::hub
