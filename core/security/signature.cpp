#include "core/security/signature.h"

#include "core/security/openssl_handles.h"

#include <openssl/crypto.h>
#include <openssl/hmac.h>
#include <openssl/sha.h>

namespace comanda::security {

QByteArray hmacSha256(const Secret& key, QByteArrayView message) {
    QByteArray digest(SHA256_DIGEST_LENGTH, Qt::Uninitialized);
    unsigned int length = 0;
    const QByteArray& raw = key.reveal();
    if (!HMAC(EVP_sha256(), raw.constData(), static_cast<int>(raw.size()), bytes(message.data()),
              static_cast<std::size_t>(message.size()), bytes(digest.data()), &length)) {
        qFatal("OpenSSL cannot compute HMAC-SHA256");
    }
    return digest;
}

QByteArray sha256(QByteArrayView message) {
    QByteArray digest(SHA256_DIGEST_LENGTH, Qt::Uninitialized);
    SHA256(bytes(message.data()), static_cast<std::size_t>(message.size()), bytes(digest.data()));
    return digest;
}

bool equalInConstantTime(QByteArrayView a, QByteArrayView b) {
    return a.size() == b.size()
           && CRYPTO_memcmp(a.data(), b.data(), static_cast<std::size_t>(a.size())) == 0;
}

int matchHubSignature(QByteArrayView header, QByteArrayView body,
                      const std::vector<Secret>& candidates) {
    constexpr QByteArrayView prefix("sha256=");
    constexpr qsizetype hexDigits = qsizetype{2} * SHA256_DIGEST_LENGTH;
    if (header.size() != prefix.size() + hexDigits || !header.startsWith(prefix)) {
        return -1;
    }
    const QByteArray claimed = header.sliced(prefix.size()).toByteArray();
    int match = -1;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (candidates[i].isEmpty()) {
            continue;
        }
        const QByteArray expected = hmacSha256(candidates[i], body).toHex();
        if (equalInConstantTime(claimed, expected) && match < 0) {
            match = static_cast<int>(i);
        }
    }
    return match;
}

QByteArray appSecretProof(const Secret& appSecret, const Secret& token) {
    return hmacSha256(appSecret, token.reveal()).toHex();
}

} // namespace comanda::security
