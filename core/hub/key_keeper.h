// Where this machine keeps the key that opens the shop's data key: its keychain, an owner-only
// file, or nowhere (a person types the passphrase). The wrapped data key itself is a setting row of
// the store, one a machine, and one for the recovery code.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/hub/secrets.h"

#include <QJsonObject>
#include <QObject>
#include <QThreadPool>

#include <functional>

namespace comanda::hub {

// {"place": WORD, "wrapped": {…}}
struct KeptKey {
    KeyPlace place = KeyPlace::Keychain;
    QJsonObject wrapped;

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static std::optional<KeptKey> fromJson(const QJsonObject& json);
};

class KeyKeeper final : public QObject {
    Q_OBJECT
public:
    explicit KeyKeeper(const QString& machineDir, QObject* parent = nullptr);

    using GotKey = std::function<void(Result<Secret>)>;
    using Kept = std::function<void(Result<KeptKey>)>;

    // Each answers once, later, in this thread.
    void wrap(const Secret& dataKey, KeyPlace place, const Secret& passphrase, Kept done);
    void unwrap(const KeptKey& kept, GotKey done); // of a passphrase: "secrets.passphrase_needed"
    // With scrypt, off this thread: it takes a noticeable part of a second.
    void wrapWithWords(const Secret& dataKey, const Secret& words,
                       std::function<void(Result<QJsonObject>)> done);
    void unwrapWithWords(const QJsonObject& wrapped, const Secret& words, GotKey done);

    // The name of this machine's row; made at first use and kept in its folder.
    [[nodiscard]] Result<QString> machine() const;

private:
    void wrapInKeychain(const Secret& dataKey, Kept done);
    [[nodiscard]] Result<KeptKey> wrapInFile(const Secret& dataKey) const;
    [[nodiscard]] QString keyFile() const;
    void later(std::function<void()> what); // from the event loop

    const QString machineDir_;
    QThreadPool pool_;
};

} // namespace comanda::hub
