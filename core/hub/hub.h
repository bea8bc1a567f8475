// Wires store, secrets, channels, outbox, lease, mailbox and later work together and keeps them
// alive. It only arranges: each part is a class of its own in this folder.
#pragma once

#include "core/base/clock.h"
#include "core/domain/channel.h"
#include "core/store/store.h"

#include <QObject>
#include <QUrl>

namespace comanda::connect {
class Linking;
}

namespace comanda::hub {

class Desk;
class Secrets;
enum class KeyPlace;
struct Config;

struct MailboxSettings {
    QUrl url; // empty: none
    bool hasToken = false;
    QByteArray publicKey; // of this shop: what the mailbox seals to

    bool operator==(const MailboxSettings&) const = default;
};

// Where a pushed message passes on its way to us, in order.
enum class Station { Address, Signing, Reaching, Accepting, Keeping, Collecting, Reading };

struct WayReport {
    std::optional<Station> stopped; // nullopt: it went the whole way
    Error why;
    bool mailbox = false; // the way leads through one

    bool operator==(const WayReport&) const = default;
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
    [[nodiscard]] const Clock& clock() const;
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
    // Where a channel's webhooks are received, by our own receiver or the mailbox; empty: nowhere.
    [[nodiscard]] QString hookUrl(ChannelId channel) const;
    // Sends a signed body of our own to that address, and waits until it is stored here.
    void testWay(ChannelId channel, QObject* receiver, std::function<void(WayReport)> done);
    // Makes sure that the platform pushes what is for this channel.
    void subscribeChannel(ChannelId channel, QObject* receiver, std::function<void(Result<>)> done);
    // The name of the channel whose secret is used for each SetupField of this one that has any.
    [[nodiscard]] QMap<QString, QString> secretOwners(const ChannelConfig& channel) const;
    // With the values of the channels of the same app for what is empty here.
    [[nodiscard]] ChannelConfig withShared(const ChannelConfig& channel) const;
    // For a platform that is joined by the owner's phone; null: it is not.
    [[nodiscard]] static std::unique_ptr<connect::Linking> linking(const ChannelConfig& channel);
    // What opens the shop's keys on this machine; see Secrets.
    [[nodiscard]] KeyPlace keyPlace() const;
    void moveKey(KeyPlace place, const Secret& passphrase, const Secret& before, QObject* receiver,
                 std::function<void(Result<>)> done);
    void renewRecoveryCode(const Secret& before, QObject* receiver,
                           std::function<void(Result<Secret>)> done);

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
