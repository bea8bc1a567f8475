// Where the one 32-byte data key of a shop is kept on this machine: wrapped by the keychain, by a
// passphrase (scrypt), or in an owner-only key file; and always also by a recovery code.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QJsonObject>
#include <QString>

#include <cstdint>

namespace comanda::security {

struct ScryptCost {
    std::uint64_t n = 1 << 17; // 128 MiB with r = 8
    std::uint32_t r = 8, p = 1;
};

// A wrapped data key as JSON (algorithm and parameters beside the salt). Fails with
// "vault.scrypt_failed" where the memory for it is not to be had: nothing may be kept then.
[[nodiscard]] Result<QJsonObject>
wrapWithPassphrase(const Secret& dataKey, const Secret& passphrase, const ScryptCost& cost = {});
// Fails with "vault.wrong_passphrase" or "vault.unreadable".
[[nodiscard]] Result<Secret> unwrapWithPassphrase(const QJsonObject& wrapped,
                                                  const Secret& passphrase);
[[nodiscard]] QJsonObject wrapWithKey(const Secret& dataKey, const Secret& key);
[[nodiscard]] Result<Secret> unwrapWithKey(const QJsonObject& wrapped, const Secret& key);

// Eight groups of four letters and digits without look-alikes (160 bits), to print and keep.
[[nodiscard]] Secret newRecoveryCode();
// Case, spaces, dashes and look-alikes forgiven.
[[nodiscard]] Secret normalRecoveryCode(const QString& typed);

// A 32-byte key in a file that only its owner may read; refused when others can
// ("vault.file_open").
[[nodiscard]] Result<Secret> readKeyFile(const QString& path);
[[nodiscard]] Result<Secret> createKeyFile(const QString& path); // must not exist

} // namespace comanda::security
