// Wires store, secrets, channels, outbox, lease, mailbox and later work together and keeps them
// alive. It only arranges: each part is a class of its own in this folder.
#pragma once

#include "core/base/clock.h"
#include "core/domain/channel.h"
#include "core/store/store.h"

#include <QObject>
#include <QUrl>

namespace comanda::hub {

class Desk;
class Secrets;
struct Config;

struct MailboxSettings {
    QUrl url; // empty: none
    bool hasToken = false;
    QByteArray publicKey; // of this shop: what the mailbox seals to

    bool operator==(const MailboxSettings&) const = default;
};

struct HubOptions {
    QString seat;            // name of this machine, shown as holder of the lease
    bool runChannels = true; // false: a seat that only shows
};

class Hub final : public QObject {
    Q_OBJECT
public:
    // `config`: scripted set-up, applied to the store before the channels start.
    Hub(store::Store& store, Secrets& secrets, const Clock& clock, const Config& config,
        HubOptions options, QObject* parent = nullptr);
    ~Hub() override;

    // Asynchronous; started() or failed() follows. Secrets must be open.
    void start();
    void stop(); // asynchronous; stopped() follows within three seconds

    [[nodiscard]] Desk& desk();
    [[nodiscard]] const std::vector<ChannelLight>& lights() const;
    [[nodiscard]] static std::vector<ChannelDescriptor> descriptors(); // of every platform built in
    [[nodiscard]] static const ChannelDescriptor* descriptor(Platform platform);

    // Set-up. `secrets` by SetupField key; an empty one keeps what is there. The channel is
    // restarted with the new values.
    void saveChannel(const ChannelConfig& channel, const QMap<QString, Secret>& secrets,
                     QObject* receiver, std::function<void(Result<ChannelId>)> done);
    void removeChannel(ChannelId channel, QObject* receiver, std::function<void(Result<>)> done);
    // Tries the values without saving them.
    void testChannel(const ChannelConfig& channel, const QMap<QString, Secret>& secrets,
                     QObject* receiver, std::function<void(Result<AccountCheck>)> done);
    void saveShop(const Shop& shop, QObject* receiver, std::function<void(Result<>)> done);
    // The remote mailbox that pushed messages come from. Saving restarts the collecting; an empty
    // url ends it, an empty token keeps the one that is there. A key pair is made when there is
    // none.
    void readMailbox(QObject* receiver, std::function<void(Result<MailboxSettings>)> done);
    void saveMailbox(const QUrl& url, const Secret& token, QObject* receiver,
                     std::function<void(Result<>)> done);
    // Where our own receiver listens for a channel's webhooks; empty while it is off.
    [[nodiscard]] QString hookUrl(ChannelId channel) const;

Q_SIGNALS:
    void started();
    void failed(const comanda::Error& error);
    void stopped();
    void lightsChanged();
    // Something new that nobody has seen: rings. Late and imported messages never do.
    void messageArrived(comanda::ConversationId conversation);
    void orderArrived(comanda::OrderId order);
    void leaseChanged(bool held, const QString& holder);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace comanda::hub
