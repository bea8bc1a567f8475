// Writes what people or a settings file decide about channels: the row first, then its secrets.
#pragma once

#include "core/hub/config.h"
#include "core/hub/remote_mailbox.h"
#include "core/hub/secrets.h"
#include "core/store/store.h"

#include <QObject>

namespace comanda::hub {

class Setup final : public QObject {
    Q_OBJECT
public:
    Setup(store::Store& store, Secrets& secrets, RemoteMailbox& mailbox, QObject* parent = nullptr);

    // All answer once, later, in this thread.
    // `known`: the channels that are there, for what a form does not show (the route). Answers
    // with the channel as it is saved.
    void saveChannel(ChannelConfig channel, const std::vector<ChannelConfig>& known,
                     const QMap<QString, Secret>& secrets,
                     std::function<void(Result<ChannelConfig>)> done);
    void removeChannel(ChannelId channel, std::function<void(Result<>)> done);
    void saveShop(const Shop& shop, std::function<void(Result<>)> done);
    // A settings file, as often as the program starts: what it names is updated.
    void apply(const Config& config, const Shop& shop, const std::vector<ChannelConfig>& known,
               std::function<void(Result<>)> done);

private:
    void resolveSecret(const SecretRef& reference, std::function<void(Result<Secret>)> done);
    void resolveAll(const QMap<QString, SecretRef>& references,
                    std::function<void(Result<QMap<QString, Secret>>)> done);
    void applyChannel(const ChannelSetup& setup, const std::vector<ChannelConfig>& known,
                      std::function<void(Result<>)> done);
    void applyLink(const MailboxLink& link, std::function<void(Result<>)> done);

    store::Store& store_;
    Secrets& secrets_;
    RemoteMailbox& mailbox_;
};

// Gives each channel of a settings file the id of the one that it means, if that is there: the
// same platform and account, else the same identifying settings, else the only one left. Pure.
[[nodiscard]] std::vector<ChannelSetup> matched(std::vector<ChannelSetup> setups,
                                                const std::vector<ChannelConfig>& known);

} // namespace comanda::hub
