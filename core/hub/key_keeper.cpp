#include "core/hub/key_keeper.h"

#include "core/base/reply.h"
#include "core/security/keychain.h"
#include "core/security/sealing.h"
#include "core/security/vault.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <array>

namespace comanda::hub {
namespace {

using namespace Qt::StringLiterals;

struct PlaceWord {
    KeyPlace place;
    QLatin1StringView word; // stored
};
constexpr std::array kPlaces{
    PlaceWord{KeyPlace::Keychain, "keychain"_L1},
    PlaceWord{KeyPlace::Passphrase, "passphrase"_L1},
    PlaceWord{KeyPlace::KeyFile, "key_file"_L1},
};

Error cannotWrite(const QString& path) {
    return {ErrorKind::Storage, u"vault.cannot_write"_s, {{u"file"_s, path}}, path, std::nullopt};
}

} // namespace

QJsonObject KeptKey::toJson() const {
    QString word;
    for (const PlaceWord& known : kPlaces) {
        if (known.place == place) {
            word = known.word;
        }
    }
    return {{u"place"_s, word}, {u"wrapped"_s, wrapped}};
}

std::optional<KeptKey> KeptKey::fromJson(const QJsonObject& json) {
    const QString word = json.value("place"_L1).toString();
    for (const PlaceWord& known : kPlaces) {
        if (known.word == word) {
            return KeptKey{known.place, json.value("wrapped"_L1).toObject()};
        }
    }
    return std::nullopt;
}

KeyKeeper::KeyKeeper(const QString& machineDir, QObject* parent)
    : QObject(parent), machineDir_(machineDir) {}

QString KeyKeeper::keyFile() const {
    return machineDir_ + u"/key"_s;
}

void KeyKeeper::later(std::function<void()> what) {
    QMetaObject::invokeMethod(this, std::move(what), Qt::QueuedConnection);
}

Result<QString> KeyKeeper::machine() const {
    const QString path = machineDir_ + u"/machine"_s;
    QFile file(path);
    if (file.open(QIODevice::ReadOnly)) {
        const QString name = QString::fromLatin1(file.read(256)).trimmed();
        if (!name.isEmpty()) {
            return name;
        }
    }
    if (!QDir().mkpath(machineDir_)) {
        return fail(cannotWrite(machineDir_));
    }
    const QByteArray name = security::randomToken();
    QSaveFile save(path);
    if (!save.open(QIODevice::WriteOnly) || save.write(name + '\n') < 0 || !save.commit()) {
        return fail(cannotWrite(path));
    }
    return QString::fromLatin1(name);
}

void KeyKeeper::wrap(const Secret& dataKey, KeyPlace place, const Secret& passphrase, Kept done) {
    switch (place) {
    case KeyPlace::Keychain:
        wrapInKeychain(dataKey, std::move(done));
        return;
    case KeyPlace::KeyFile:
        later([done = std::move(done), kept = wrapInFile(dataKey)] { done(kept); });
        return;
    case KeyPlace::Passphrase:
        wrapWithWords(dataKey, passphrase, [done = std::move(done)](Result<QJsonObject> wrapped) {
            done(std::move(wrapped).map([](QJsonObject words) {
                return KeptKey{KeyPlace::Passphrase, std::move(words)};
            }));
        });
        return;
    }
    Q_UNREACHABLE();
}

void KeyKeeper::wrapInKeychain(const Secret& dataKey, Kept done) {
    const auto name = machine();
    if (!name) {
        later([done = std::move(done), error = name.error()] { done(fail(error)); });
        return;
    }
    const Secret key(security::randomBytes(security::kKeyBytes));
    const KeptKey kept{KeyPlace::Keychain, security::wrapWithKey(dataKey, key)};
    security::writeKeychain(*name, key, this, [kept, done = std::move(done)](Result<> written) {
        done(written ? Result<KeptKey>(kept) : Result<KeptKey>(fail(written.error())));
    });
}

Result<KeptKey> KeyKeeper::wrapInFile(const Secret& dataKey) const {
    if (!QDir().mkpath(machineDir_)) {
        return fail(cannotWrite(machineDir_));
    }
    // A file that is there already wraps this shop's key as well as a new one would.
    const Result<Secret> key = QFile::exists(keyFile()) ? security::readKeyFile(keyFile())
                                                        : security::createKeyFile(keyFile());
    if (!key) {
        return fail(key.error());
    }
    return KeptKey{KeyPlace::KeyFile, security::wrapWithKey(dataKey, *key)};
}

void KeyKeeper::unwrap(const KeptKey& kept, GotKey done) {
    switch (kept.place) {
    case KeyPlace::KeyFile:
        later([done = std::move(done), wrapped = kept.wrapped, path = keyFile()] {
            const auto key = security::readKeyFile(path);
            done(key ? security::unwrapWithKey(wrapped, *key) : key);
        });
        return;
    case KeyPlace::Keychain: {
        const auto name = machine();
        if (!name) {
            later([done = std::move(done), error = name.error()] { done(fail(error)); });
            return;
        }
        security::readKeychain(
            *name, this, [wrapped = kept.wrapped, done = std::move(done)](Result<Secret> key) {
                done(key ? security::unwrapWithKey(wrapped, *key) : key);
            });
        return;
    }
    case KeyPlace::Passphrase:
        later([done = std::move(done)] {
            done(fail(ErrorKind::Auth, u"secrets.passphrase_needed"_s));
        });
        return;
    }
    Q_UNREACHABLE();
}

void KeyKeeper::wrapWithWords(const Secret& dataKey, const Secret& words,
                              std::function<void(Result<QJsonObject>)> done) {
    auto reply = replyTo<Result<QJsonObject>>(this, std::move(done));
    pool_.start([dataKey, words, reply] { reply(security::wrapWithPassphrase(dataKey, words)); });
}

void KeyKeeper::unwrapWithWords(const QJsonObject& wrapped, const Secret& words, GotKey done) {
    auto reply = replyTo<Result<Secret>>(this, std::move(done));
    pool_.start([wrapped, words, reply] { reply(security::unwrapWithPassphrase(wrapped, words)); });
}

} // namespace comanda::hub
