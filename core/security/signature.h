// Signatures over raw bytes, compared in constant time.
#pragma once

#include "core/base/secret.h"

#include <QByteArray>

#include <vector>

namespace comanda::security {

[[nodiscard]] QByteArray hmacSha256(const Secret& key, QByteArrayView message); // 32 bytes
[[nodiscard]] QByteArray sha256(QByteArrayView message);                        // 32 bytes
[[nodiscard]] bool equalInConstantTime(QByteArrayView a, QByteArrayView b);

// X-Hub-Signature-256 ("sha256=<64 hex>") over the raw body, against each candidate secret; the
// index of the one that matches, -1 if none. No secret and no header both mean -1.
[[nodiscard]] int matchHubSignature(QByteArrayView header, QByteArrayView body,
                                    const std::vector<Secret>& candidates);
// Lower-case hex HMAC-SHA256 of the token, keyed by the app secret.
[[nodiscard]] QByteArray appSecretProof(const Secret& appSecret, const Secret& token);

} // namespace comanda::security
