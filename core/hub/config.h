// comanda-config/1: settings for comanda-server and for scripted set-up of comanda. A secret is
// never a value but {"file": PATH}, {"env": NAME} or {"keychain": NAME}; unknown keys are refused.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/domain/channel.h"
#include "core/domain/shop.h"
#include "core/mailbox/mailbox.h"
#include "core/security/keychain.h"
#include "core/store/store.h"

#include <functional>

namespace comanda::hub {

struct SecretRef {
    enum class From { File, Env, Keychain } from = From::File;
    QString name; // path, variable or entry

    bool operator==(const SecretRef&) const = default;
};

struct ChannelSetup {
    ChannelConfig channel;
    QMap<QString, SecretRef> secrets; // by SetupField key
};

// How this hub reaches webhooks: its own receiver, a remote mailbox, or neither.
struct MailboxLink {
    QUrl url; // of a remote mailbox; empty: none
    SecretRef token;
    std::optional<SecretRef> privateKey; // nullopt: the one that the store keeps
};
struct OwnReceiver {
    QString address = QStringLiteral("127.0.0.1");
    quint16 port = 0;
    std::optional<net::ServerTls> tls;
    QString publicUrl; // what the platform is told
};

struct Config {
    std::optional<store::StoreConfig> store;
    std::optional<QJsonObject> shop; // as Shop::fromJson reads it: laid over what is stored
    std::vector<ChannelSetup> channels;
    std::optional<MailboxLink> mailboxLink;
    std::optional<OwnReceiver> receiver;
    std::optional<mailbox::MailboxConfig> mailbox; // of `comanda-server mailbox`
};

// The words of a keychain entry.
using AskKeychain = std::function<Result<Secret>(const QString& name)>;

// Fails with "config.unreadable", "config.unknown_key" (param "key"), "config.secret_as_value",
// "config.bad_value"; a missing secret source with "config.no_secret". What the store and the
// mailbox need is looked up at once: that may block, for as long as a keychain asks its user.
[[nodiscard]] Result<Config> readConfig(const QString& path);
[[nodiscard]] Result<Config>
parseConfig(const QByteArray& json,
            const AskKeychain& askKeychain = &security::readKeychainWordsNow);
// Fails with "config.no_secret", or with what the keychain said.
[[nodiscard]] Result<Secret> resolve(const SecretRef& reference, const AskKeychain& askKeychain);

} // namespace comanda::hub
