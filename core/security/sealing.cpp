// Formats, both with version byte 1:
//   row:  01 ‖ nonce(12) ‖ ciphertext ‖ tag(16)                     AES-256-GCM
//   body: 01 ‖ ephemeral public key(32) ‖ ciphertext ‖ tag(16)      X25519, HKDF-SHA256,
//   AES-256-GCM
// The body's key is used once, so its nonce is all zero.
#include "core/security/sealing.h"

#include "core/security/openssl_handles.h"

#include <openssl/core_names.h>
#include <openssl/params.h>
#include <openssl/rand.h>

namespace comanda::security {
namespace {

using namespace Qt::StringLiterals;

constexpr char kVersion = 1;
constexpr int kNonceBytes = 12;
constexpr int kTagBytes = 16;

void require(int result, const char* what) {
    if (result != 1) {
        qFatal("OpenSSL failed: %s", what); // out of memory or a broken library: nothing to save
    }
}

QByteArray encrypt(const QByteArray& key, QByteArrayView nonce, QByteArrayView plain,
                   QByteArrayView aad) {
    const CipherContext context(EVP_CIPHER_CTX_new());
    require(EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, bytes(key.constData()),
                               bytes(nonce.data())),
            "encrypt init");
    int length = 0;
    if (!aad.isEmpty()) {
        require(EVP_EncryptUpdate(context.get(), nullptr, &length, bytes(aad.data()),
                                  static_cast<int>(aad.size())),
                "encrypt aad");
    }
    QByteArray out(plain.size() + kTagBytes, Qt::Uninitialized);
    if (!plain.isEmpty()) {
        require(EVP_EncryptUpdate(context.get(), bytes(out.data()), &length, bytes(plain.data()),
                                  static_cast<int>(plain.size())),
                "encrypt");
    }
    require(EVP_EncryptFinal_ex(context.get(), bytes(out.data()) + plain.size(), &length),
            "encrypt final");
    require(EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, kTagBytes,
                                out.data() + plain.size()),
            "tag");
    return out;
}

std::optional<QByteArray> decrypt(const QByteArray& key, QByteArrayView nonce,
                                  QByteArrayView sealed, QByteArrayView aad) {
    if (sealed.size() < kTagBytes) {
        return std::nullopt;
    }
    const CipherContext context(EVP_CIPHER_CTX_new());
    require(EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, bytes(key.constData()),
                               bytes(nonce.data())),
            "decrypt init");
    int length = 0;
    if (!aad.isEmpty()) {
        require(EVP_DecryptUpdate(context.get(), nullptr, &length, bytes(aad.data()),
                                  static_cast<int>(aad.size())),
                "decrypt aad");
    }
    const qsizetype size = sealed.size() - kTagBytes;
    QByteArray out(size, Qt::Uninitialized);
    if (size > 0) {
        require(EVP_DecryptUpdate(context.get(), bytes(out.data()), &length, bytes(sealed.data()),
                                  static_cast<int>(size)),
                "decrypt");
    }
    QByteArray tag = sealed.last(kTagBytes).toByteArray();
    require(EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, kTagBytes, tag.data()),
            "set tag");
    QByteArray rest(kTagBytes, Qt::Uninitialized);
    if (EVP_DecryptFinal_ex(context.get(), bytes(rest.data()), &length) != 1) {
        return std::nullopt;
    }
    return out;
}

tl::unexpected<Error> changed() {
    return fail(ErrorKind::Auth, u"security.wrong_key_or_changed"_s);
}

QByteArray rawPublicKey(const Key& key) {
    QByteArray raw(kKeyBytes, Qt::Uninitialized);
    std::size_t length = kKeyBytes;
    require(EVP_PKEY_get_raw_public_key(key.get(), bytes(raw.data()), &length), "public key");
    return raw;
}

QByteArray rawPrivateKey(const Key& key) {
    QByteArray raw(kKeyBytes, Qt::Uninitialized);
    std::size_t length = kKeyBytes;
    require(EVP_PKEY_get_raw_private_key(key.get(), bytes(raw.data()), &length), "private key");
    return raw;
}

Key privateKeyFrom(const QByteArray& raw) {
    return raw.size() == kKeyBytes ? Key(EVP_PKEY_new_raw_private_key(
               EVP_PKEY_X25519, nullptr, bytes(raw.constData()), kKeyBytes))
                                   : Key();
}

// nullopt for a public key of low order, which would give a predictable secret.
std::optional<QByteArray> sharedSecret(const Key& own, QByteArrayView peerRaw) {
    if (peerRaw.size() != kKeyBytes) {
        return std::nullopt;
    }
    const Key peer(
        EVP_PKEY_new_raw_public_key(EVP_PKEY_X25519, nullptr, bytes(peerRaw.data()), kKeyBytes));
    const KeyContext context(EVP_PKEY_CTX_new(own.get(), nullptr));
    if (!peer || !context || EVP_PKEY_derive_init(context.get()) != 1
        || EVP_PKEY_derive_set_peer(context.get(), peer.get()) != 1) {
        return std::nullopt;
    }
    QByteArray secret(kKeyBytes, Qt::Uninitialized);
    std::size_t length = kKeyBytes;
    if (EVP_PKEY_derive(context.get(), bytes(secret.data()), &length) != 1 || length != kKeyBytes) {
        return std::nullopt;
    }
    return secret;
}

QByteArray hkdf(QByteArray secret, QByteArray info) {
    const Kdf kdf(EVP_KDF_fetch(nullptr, "HKDF", nullptr));
    const KdfContext context(EVP_KDF_CTX_new(kdf.get()));
    char digest[] = "SHA256";
    const OSSL_PARAM params[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest, 0),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_KEY, secret.data(),
                                          static_cast<std::size_t>(secret.size())),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_INFO, info.data(),
                                          static_cast<std::size_t>(info.size())),
        OSSL_PARAM_construct_end()};
    QByteArray key(kKeyBytes, Qt::Uninitialized);
    require(EVP_KDF_derive(context.get(), bytes(key.data()), kKeyBytes, params), "hkdf");
    return key;
}

QByteArray bodyKey(const QByteArray& secret, QByteArrayView ephemeral, QByteArrayView recipient) {
    return hkdf(secret, QByteArray("comanda-mailbox/1") + ephemeral.toByteArray()
                            + recipient.toByteArray());
}

const QByteArray& zeroNonce() {
    static const QByteArray nonce(kNonceBytes, '\0');
    return nonce;
}

} // namespace

QByteArray randomBytes(int count) {
    QByteArray out(count, Qt::Uninitialized);
    require(RAND_bytes(bytes(out.data()), count), "random bytes");
    return out;
}

QByteArray randomToken(int count) {
    return randomBytes(count).toBase64(QByteArray::Base64UrlEncoding
                                       | QByteArray::OmitTrailingEquals);
}

QByteArray seal(const Secret& key, QByteArrayView plain, QByteArrayView aad) {
    Q_ASSERT(key.reveal().size() == kKeyBytes);
    const QByteArray nonce = randomBytes(kNonceBytes);
    return QByteArray(1, kVersion) + nonce + encrypt(key.reveal(), nonce, plain, aad);
}

Result<QByteArray> open(const Secret& key, QByteArrayView sealed, QByteArrayView aad) {
    if (key.reveal().size() != kKeyBytes || sealed.size() < 1 + kNonceBytes + kTagBytes
        || sealed[0] != kVersion) {
        return changed();
    }
    auto plain =
        decrypt(key.reveal(), sealed.sliced(1, kNonceBytes), sealed.sliced(1 + kNonceBytes), aad);
    if (!plain) {
        return changed();
    }
    return std::move(*plain);
}

KeyPair newKeyPair() {
    const KeyContext context(EVP_PKEY_CTX_new_id(EVP_PKEY_X25519, nullptr));
    require(EVP_PKEY_keygen_init(context.get()), "key pair");
    EVP_PKEY* made = nullptr;
    require(EVP_PKEY_keygen(context.get(), &made), "key pair");
    const Key key(made);
    return {rawPublicKey(key), Secret(rawPrivateKey(key))};
}

Result<QByteArray> publicKeyOf(const Secret& privateKey) {
    const Key key = privateKeyFrom(privateKey.reveal());
    if (!key) {
        return fail(ErrorKind::Invalid, u"security.bad_private_key"_s);
    }
    return rawPublicKey(key);
}

Result<QByteArray> sealTo(QByteArrayView publicKey, QByteArrayView body, QByteArrayView aad) {
    const KeyPair ephemeral = newKeyPair();
    const Key own = privateKeyFrom(ephemeral.privateKey.reveal());
    const auto secret = sharedSecret(own, publicKey);
    if (!secret) {
        return fail(ErrorKind::Invalid, u"security.bad_public_key"_s);
    }
    const QByteArray key = bodyKey(*secret, ephemeral.publicKey, publicKey);
    return QByteArray(1, kVersion) + ephemeral.publicKey + encrypt(key, zeroNonce(), body, aad);
}

Result<QByteArray> openWith(const KeyPair& keys, QByteArrayView sealed, QByteArrayView aad) {
    const Key own = privateKeyFrom(keys.privateKey.reveal());
    if (!own || sealed.size() < 1 + kKeyBytes + kTagBytes || sealed[0] != kVersion) {
        return changed();
    }
    const QByteArrayView ephemeral = sealed.sliced(1, kKeyBytes);
    const auto secret = sharedSecret(own, ephemeral);
    if (!secret) {
        return changed();
    }
    auto plain = decrypt(bodyKey(*secret, ephemeral, keys.publicKey), zeroNonce(),
                         sealed.sliced(1 + kKeyBytes), aad);
    if (!plain) {
        return changed();
    }
    return std::move(*plain);
}

} // namespace comanda::security
