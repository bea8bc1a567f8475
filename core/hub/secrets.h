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
    ~Secrets() override;

    // Unwraps the data key as this machine keeps it and reads every sealed row. Fails with NotFound
    // "secrets.no_key" (a new store: create() makes one), Auth "secrets.passphrase_needed", Auth
    // "secrets.not_enrolled" (this machine never had the key: the recovery code enrols it), or
    // what the keychain or the key file said; the recovery code helps then, too.
    struct Opened {
        KeyPlace place = KeyPlace::Keychain;
        std::optional<Secret> newRecoveryCode;
    };
    void open(std::function<void(Result<Opened>)> done);
    // Makes the key of a new store, kept at `place`, and answers with the recovery code (shown
    // once; the store keeps the data key wrapped by it). Fails with Conflict "secrets.key_exists",
    // or as `keepCode`: a program without a person keeps the code by it, before the keys are in the
    // store, so that no keys are there whose code nobody has.
    using KeepCode = std::function<Result<>(const Secret& code)>;
    void create(KeyPlace place, const Secret& passphrase, std::function<void(Result<Opened>)> done,
                const KeepCode& keepCode = {});
    void openWithPassphrase(const Secret& passphrase, std::function<void(Result<Opened>)> done);
    // And wraps it for this machine again: in its keychain, else in a key file.
    void openWithRecoveryCode(const Secret& code, std::function<void(Result<Opened>)> done);

    // Once open, and for whoever can prove it: `before` is the passphrase that opens them now,
    // where one does (else "vault.wrong_passphrase"), because a seat left alone is no proof. Keeps
    // this machine's key at another place, or under another passphrase.
    void moveKey(KeyPlace place, const Secret& passphrase, const Secret& before,
                 std::function<void(Result<>)> done);
    // Another code, shown once; the one before opens nothing any more.
    void renewRecoveryCode(const Secret& before, std::function<void(Result<Secret>)> done);
    [[nodiscard]] KeyPlace place() const; // of this machine's key, once open

    [[nodiscard]] bool isOpen() const;
    // Empty if there is none.
    [[nodiscard]] Secret value(const QString& name) const;
    [[nodiscard]] bool has(const QString& name) const;
    void put(const QString& name, const Secret& value, std::function<void(Result<>)> done);
    // What is there, else `value`, which is there from now on: of several seats that make a secret
    // at the same moment, all get the same.
    void valueOr(const QString& name, const Secret& value,
                 std::function<void(Result<Secret>)> done);
    // Another seat may have changed them: takes what the store has now. `renewed` gets the names
    // of those that are not as they were, if there are any.
    void reread(std::function<void(const QStringList& names)> renewed);
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
