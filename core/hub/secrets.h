// The shop's secrets: sealed rows in the store under one data key that this machine can unwrap.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/domain/channel.h"
#include "core/security/sealing.h"
#include "core/store/store.h"

#include <QObject>

#include <functional>

namespace comanda::hub {

enum class KeyPlace { Keychain, Passphrase, KeyFile };

// Lives in one thread; the values are read once, kept in memory, and answered at once.
class Secrets final : public QObject {
    Q_OBJECT
public:
    Secrets(store::Store& store, const QString& machineDir, QObject* parent = nullptr);

    // Unwraps the data key and reads every sealed row. Order: key file if there is one, keychain,
    // then "secrets.passphrase_needed". On a store without a key: makes one at `place` and answers
    // with the recovery code (shown once, kept wrapped in the store).
    struct Opened {
        KeyPlace place = KeyPlace::Keychain;
        std::optional<Secret> newRecoveryCode;
    };
    void open(std::function<void(Result<Opened>)> done);
    void create(KeyPlace place, const Secret& passphrase, std::function<void(Result<Opened>)> done);
    void openWithPassphrase(const Secret& passphrase, std::function<void(Result<Opened>)> done);
    // And wraps it for this machine again.
    void openWithRecoveryCode(const Secret& code, std::function<void(Result<Opened>)> done);

    [[nodiscard]] bool isOpen() const;
    // Empty if there is none.
    [[nodiscard]] Secret value(const QString& name) const;
    [[nodiscard]] bool has(const QString& name) const;
    void put(const QString& name, const Secret& value, std::function<void(Result<>)> done);
    // "channel.<id>.<field>"
    [[nodiscard]] static QString channelName(ChannelId channel, const QString& field);
    [[nodiscard]] static QString mailboxKeyName();   // private key of this hub
    [[nodiscard]] static QString mailboxTokenName(); // bearer token for a remote mailbox

Q_SIGNALS:
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace comanda::hub
