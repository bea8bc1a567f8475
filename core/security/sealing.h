// Authenticated encryption: rows under the shop's data key, and bodies to a hub's public key.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QByteArray>

namespace comanda::security {

constexpr int kKeyBytes = 32;

[[nodiscard]] QByteArray randomBytes(int count);      // CSPRNG; aborts the program if there is none
[[nodiscard]] QByteArray randomToken(int bytes = 16); // URL-safe base64 without padding

// AES-256-GCM, 96-bit random nonce: version ‖ nonce ‖ ciphertext ‖ tag. `aad` ties the value to
// its place ("secret|<name>|1"). open fails with "security.wrong_key_or_changed".
[[nodiscard]] QByteArray seal(const Secret& key, QByteArrayView plain, QByteArrayView aad);
[[nodiscard]] Result<QByteArray> open(const Secret& key, QByteArrayView sealed, QByteArrayView aad);

// X25519: what a mailbox seals, only the hub can read.
struct KeyPair {
    QByteArray publicKey; // 32 raw bytes
    Secret privateKey;    // 32 raw bytes
};
[[nodiscard]] KeyPair newKeyPair();
[[nodiscard]] Result<QByteArray> publicKeyOf(const Secret& privateKey);
// version ‖ ephemeral public key ‖ AES-256-GCM(body), key by HKDF-SHA256(shared secret, both public
// keys), AAD = delivery id. Fails with "security.bad_public_key".
[[nodiscard]] Result<QByteArray> sealTo(QByteArrayView publicKey, QByteArrayView body,
                                        QByteArrayView aad);
[[nodiscard]] Result<QByteArray> openWith(const KeyPair& keys, QByteArrayView sealed,
                                          QByteArrayView aad);

} // namespace comanda::security
