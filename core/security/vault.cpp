#include "core/security/vault.h"

#include "core/security/openssl_handles.h"
#include "core/security/sealing.h"

#include <QFile>
#include <QFileInfo>

#include <openssl/core_names.h>
#include <openssl/params.h>
#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace comanda::security {
namespace {

using namespace Qt::StringLiterals;

constexpr auto kAad = "comanda-data-key/1";
constexpr std::uint64_t kScryptMemoryMax = std::uint64_t{1}
                                           << 30; // a hostile file may not ask for more

QByteArray base64(const QJsonObject& json, QStringView key) {
    return QByteArray::fromBase64(json.value(key).toString().toLatin1());
}

QString text(const QByteArray& raw) {
    return QString::fromLatin1(raw.toBase64());
}

// OpenSSL refuses N >= 2^15 unless it is told how much memory it may take.
Result<Secret> scrypt(const Secret& passphrase, QByteArray salt, ScryptCost cost) {
    const std::uint64_t memory = std::uint64_t{128} * cost.n * cost.r;
    if (cost.n < 2 || cost.r == 0 || cost.p == 0 || memory > kScryptMemoryMax || cost.p > 16) {
        return fail(ErrorKind::Malformed, u"vault.unreadable"_s);
    }
    QByteArray password = passphrase.reveal();
    std::uint64_t limit = memory + std::uint64_t{64} * 1024 * 1024;
    const Kdf kdf(EVP_KDF_fetch(nullptr, "SCRYPT", nullptr));
    const KdfContext context(EVP_KDF_CTX_new(kdf.get()));
    const OSSL_PARAM params[] = {
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_PASSWORD, password.data(),
                                          static_cast<std::size_t>(password.size())),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SALT, salt.data(),
                                          static_cast<std::size_t>(salt.size())),
        OSSL_PARAM_construct_uint64(OSSL_KDF_PARAM_SCRYPT_N, &cost.n),
        OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_SCRYPT_R, &cost.r),
        OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_SCRYPT_P, &cost.p),
        OSSL_PARAM_construct_uint64(OSSL_KDF_PARAM_SCRYPT_MAXMEM, &limit),
        OSSL_PARAM_construct_end()};
    QByteArray key(kKeyBytes, Qt::Uninitialized);
    if (EVP_KDF_derive(context.get(), bytes(key.data()), kKeyBytes, params) != 1) {
        return fail(ErrorKind::Invalid, u"vault.scrypt_failed"_s);
    }
    return Secret(key);
}

bool othersCanRead(const QString& path) {
    const auto open = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther
                      | QFileDevice::WriteOther;
    return (QFileInfo(path).permissions() & open).toInt() != 0;
}

// Before anything is wrapped by it: a key that a power cut takes away opens nothing any more.
bool onDisk(QFile& file) {
    if (!file.flush()) {
        return false;
    }
#ifdef Q_OS_UNIX
    return ::fsync(file.handle()) == 0;
#else
    return true;
#endif
}

// Crockford's alphabet: no I, L, O, U.
constexpr auto kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

} // namespace

Result<QJsonObject> wrapWithPassphrase(const Secret& dataKey, const Secret& passphrase,
                                       const ScryptCost& cost) {
    const QByteArray salt = randomBytes(16);
    const auto key = scrypt(passphrase, salt, cost);
    if (!key) {
        return fail(key.error());
    }
    return QJsonObject{{u"kind"_s, u"scrypt"_s},
                       {u"n"_s, static_cast<qint64>(cost.n)},
                       {u"r"_s, static_cast<qint64>(cost.r)},
                       {u"p"_s, static_cast<qint64>(cost.p)},
                       {u"salt"_s, text(salt)},
                       {u"sealed"_s, text(seal(*key, dataKey.reveal(), kAad))}};
}

Result<Secret> unwrapWithPassphrase(const QJsonObject& wrapped, const Secret& passphrase) {
    if (wrapped.value(u"kind"_s).toString() != "scrypt"_L1) {
        return fail(ErrorKind::Malformed, u"vault.unreadable"_s);
    }
    const ScryptCost cost{static_cast<std::uint64_t>(wrapped.value(u"n"_s).toInteger()),
                          static_cast<std::uint32_t>(wrapped.value(u"r"_s).toInteger()),
                          static_cast<std::uint32_t>(wrapped.value(u"p"_s).toInteger())};
    const auto key = scrypt(passphrase, base64(wrapped, u"salt"), cost);
    if (!key) {
        return fail(key.error());
    }
    const auto plain = open(*key, base64(wrapped, u"sealed"), kAad);
    if (!plain) {
        return fail(ErrorKind::Auth, u"vault.wrong_passphrase"_s);
    }
    return Secret(*plain);
}

QJsonObject wrapWithKey(const Secret& dataKey, const Secret& key) {
    return {{u"kind"_s, u"key"_s}, {u"sealed"_s, text(seal(key, dataKey.reveal(), kAad))}};
}

Result<Secret> unwrapWithKey(const QJsonObject& wrapped, const Secret& key) {
    if (wrapped.value(u"kind"_s).toString() != "key"_L1) {
        return fail(ErrorKind::Malformed, u"vault.unreadable"_s);
    }
    const auto plain = open(key, base64(wrapped, u"sealed"), kAad);
    if (!plain) {
        return fail(ErrorKind::Auth, u"vault.wrong_passphrase"_s);
    }
    return Secret(*plain);
}

Secret newRecoveryCode() {
    const QByteArray random = randomBytes(32);
    QByteArray code;
    for (int i = 0; i < 32; ++i) {
        if (i > 0 && i % 4 == 0) {
            code += '-';
        }
        code += kAlphabet[static_cast<unsigned char>(random[i]) % 32];
    }
    return Secret(code);
}

Secret normalRecoveryCode(const QString& typed) {
    QByteArray code;
    for (QChar c : typed.toUpper()) {
        switch (c.unicode()) {
        case u'O':
            c = u'0';
            break;
        case u'I':
        case u'L':
            c = u'1';
            break;
        default:
            break;
        }
        if (QByteArrayView(kAlphabet).contains(c.toLatin1()) && c.toLatin1() != 0) {
            if (code.size() % 5 == 4) {
                code += '-';
            }
            code += c.toLatin1();
        }
    }
    return Secret(code);
}

Result<Secret> readKeyFile(const QString& path) {
    QFile file(path);
    if (!file.exists()) {
        return fail(ErrorKind::NotFound, u"vault.no_key_file"_s, path);
    }
    if (othersCanRead(path)) {
        return fail(ErrorKind::Auth, u"vault.file_open"_s, path, {{u"file"_s, path}});
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorKind::Storage, u"vault.unreadable"_s, file.errorString());
    }
    const QByteArray key = QByteArray::fromBase64(file.read(256).trimmed());
    if (key.size() != kKeyBytes) {
        return fail(ErrorKind::Malformed, u"vault.unreadable"_s, path);
    }
    return Secret(key);
}

Result<Secret> createKeyFile(const QString& path) {
    if (QFile::exists(path)) {
        return fail(ErrorKind::Conflict, u"vault.file_exists"_s, path);
    }
    const QByteArray key = randomBytes(kKeyBytes);
    QFile file(path);
    // NewOnly with permissions: never readable by others, not even for a moment.
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                   QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        || file.write(key.toBase64() + '\n') < 0 || !onDisk(file)) {
        const QString why = file.errorString();
        if (file.isOpen()) { // ours, and half a key would be taken for the key
            file.remove();
        }
        return fail(ErrorKind::Storage, u"vault.cannot_write"_s, why, {{u"file"_s, path}});
    }
    return Secret(key);
}

} // namespace comanda::security
