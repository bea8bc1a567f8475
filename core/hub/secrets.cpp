#include "core/hub/secrets.h"

#include "core/base/log.h"
#include "core/hub/key_keeper.h"
#include "core/hub/secret_rows.h"
#include "core/security/vault.h"
#include "core/store/writer.h"

#include <map>

namespace comanda::hub {
namespace {

using namespace Qt::StringLiterals;

// Ties a value to its name, so that rows cannot be swapped.
QByteArray aadOf(const QString& name) {
    return "secret|" + name.toUtf8() + "|1";
}

Secret wordsOf(const Secret& recoveryCode) {
    return security::normalRecoveryCode(QString::fromUtf8(recoveryCode.reveal()));
}

struct NewCode {
    Secret code;
    QJsonObject wrapped; // the data key, by it
};

} // namespace

class Secrets::Private {
public:
    using DoneOpen = std::function<void(Result<Opened>)>;

    Private(Secrets& owner, store::Store& store, const QString& machineDir)
        : q(owner), store(store), keeper(machineDir) {}

    // The rows of this machine, or the reason why not to `done`.
    void load(const DoneOpen& done, std::function<void(const QString& machine, SecretRows)> then) {
        const auto machine = keeper.machine();
        if (!machine) {
            QMetaObject::invokeMethod(
                &q, [done, error = machine.error()] { done(fail(error)); }, Qt::QueuedConnection);
            return;
        }
        store.read<SecretRows>(
            &q, [name = *machine](store::Reader& reader) { return readSecretRows(reader, name); },
            [done, name = *machine, then = std::move(then)](Result<SecretRows> rows) {
                if (rows) {
                    then(name, std::move(*rows));
                } else {
                    done(fail(rows.error()));
                }
            });
    }

    template <typename T>
    void refuse(const std::function<void(Result<T>)>& done) {
        QMetaObject::invokeMethod(
            &q, [done] { done(fail(ErrorKind::Auth, u"secrets.passphrase_needed"_s)); },
            Qt::QueuedConnection);
    }

    // Every row; one that does not open is named in the log and left out.
    static std::map<QString, Secret> opened(const Secret& key, const SealedSecrets& sealed) {
        std::map<QString, Secret> found;
        for (const auto& [name, bytes] : sealed) {
            const auto value = security::open(key, bytes, aadOf(name));
            if (value) {
                found.emplace(name, Secret(*value));
            } else {
                qCWarning(lcHub) << "a secret cannot be opened:" << name;
            }
        }
        return found;
    }

    Result<Opened> unlock(const Secret& key, const SecretRows& rows, Opened opened) {
        std::map<QString, Secret> found = Private::opened(key, rows.sealed);
        if (found.empty() && !rows.sealed.empty()) {
            return fail(ErrorKind::Auth, u"security.wrong_key_or_changed"_s);
        }
        dataKey = key;
        values = std::move(found);
        sealed = rows.sealed;
        isOpen = true;
        place = opened.place;
        Q_EMIT q.changed();
        return opened;
    }

    void keep(const QString& machine, const KeptKey& kept,
              const std::optional<QJsonObject>& recovery, std::function<void(Result<>)> done) {
        store.write<Done>(
            &q,
            [machine, kept, recovery](store::Writer& writer) -> Result<> {
                if (recovery) {
                    if (auto set = writer.setSetting(recoveryRow(), *recovery); !set) {
                        return set;
                    }
                }
                return writer.setSetting(machineKeyRow(machine), kept.toJson());
            },
            std::move(done));
    }

    // `then` only for whoever may change what opens the keys.
    template <typename T>
    void prove(const Secret& before, const std::function<void(Result<T>)>& done,
               std::function<void(const QString& machine)> then) {
        if (!isOpen) {
            refuse(done);
            return;
        }
        load([done](const Result<Opened>& rows) { done(fail(rows.error())); },
             [this, before, done, then = std::move(then)](const QString& machine,
                                                          const SecretRows& rows) {
                 if (!rows.machine || rows.machine->place != KeyPlace::Passphrase) {
                     then(machine);
                     return;
                 }
                 keeper.unwrapWithWords(rows.machine->wrapped, before,
                                        [done, then, machine](const Result<Secret>& key) {
                                            if (key) {
                                                then(machine);
                                            } else {
                                                done(fail(key.error()));
                                            }
                                        });
             });
    }

    void newCode(const Secret& key, const std::function<void(Result<NewCode>)>& done) {
        const Secret code = security::newRecoveryCode();
        keeper.wrapWithWords(key, wordsOf(code), [code, done](Result<QJsonObject> wrapped) {
            done(wrapped ? Result<NewCode>({code, std::move(*wrapped)})
                         : Result<NewCode>(fail(wrapped.error())));
        });
    }

    // The first key of a shop: nothing is written before its recovery code is kept.
    void begin(const QString& machine, const Secret& key, const KeptKey& kept,
               const KeepCode& keepCode, const DoneOpen& done) {
        newCode(key, [=, this](const Result<NewCode>& made) {
            const Result<> safe = !made      ? Result<>(fail(made.error()))
                                  : keepCode ? keepCode(made->code)
                                             : Result<>(Done{});
            if (!safe) {
                done(fail(safe.error()));
                return;
            }
            keep(machine, kept, made->wrapped, [=, this, code = made->code](Result<> written) {
                done(written ? unlock(key, {}, {kept.place, code})
                             : Result<Opened>(fail(written.error())));
            });
        });
    }

    void enrol(const QString& machine, const Secret& key, KeyPlace place,
               std::function<void(Result<KeyPlace>)> done) {
        keeper.wrap(key, place, {}, [=, this](Result<KeptKey> kept) {
            if (!kept && place == KeyPlace::Keychain) {
                enrol(machine, key, KeyPlace::KeyFile, done);
                return;
            }
            if (!kept) {
                done(fail(kept.error()));
                return;
            }
            keep(machine, *kept, std::nullopt, [done, place](Result<> written) {
                done(written ? Result<KeyPlace>(place) : Result<KeyPlace>(fail(written.error())));
            });
        });
    }

    Secrets& q;
    store::Store& store;
    KeyKeeper keeper;
    Secret dataKey;
    std::map<QString, Secret> values;
    SealedSecrets sealed; // as the store has them
    bool isOpen = false;
    KeyPlace place = KeyPlace::Keychain;
    int puts = 0; // begun and ended: whoever read in between may not have seen them
};

Secrets::Secrets(store::Store& store, const QString& machineDir, QObject* parent)
    : QObject(parent), d(std::make_unique<Private>(*this, store, machineDir)) {}

Secrets::~Secrets() = default;

void Secrets::open(std::function<void(Result<Opened>)> done) {
    d->load(done, [this, done](const QString&, SecretRows rows) {
        if (!rows.recovery) {
            done(fail(ErrorKind::NotFound, u"secrets.no_key"_s));
            return;
        }
        if (!rows.machine) {
            done(fail(ErrorKind::Auth, u"secrets.not_enrolled"_s));
            return;
        }
        const KeptKey kept = *rows.machine;
        d->keeper.unwrap(kept, [this, done, kept, rows = std::move(rows)](Result<Secret> key) {
            done(key ? d->unlock(*key, rows, {kept.place, std::nullopt})
                     : Result<Opened>(fail(key.error())));
        });
    });
}

void Secrets::create(KeyPlace place, const Secret& passphrase,
                     std::function<void(Result<Opened>)> done, const KeepCode& keepCode) {
    d->load(done, [=, this](const QString& machine, const SecretRows& rows) {
        if (rows.recovery) {
            done(fail(ErrorKind::Conflict, u"secrets.key_exists"_s));
            return;
        }
        const Secret key(security::randomBytes(security::kKeyBytes));
        d->keeper.wrap(key, place, passphrase, [=, this](Result<KeptKey> kept) {
            if (!kept) {
                done(fail(kept.error()));
                return;
            }
            d->begin(machine, key, *kept, keepCode, done);
        });
    });
}

void Secrets::openWithPassphrase(const Secret& passphrase,
                                 std::function<void(Result<Opened>)> done) {
    d->load(done, [this, passphrase, done](const QString&, SecretRows rows) {
        if (!rows.machine || rows.machine->place != KeyPlace::Passphrase) {
            done(fail(ErrorKind::NotFound, u"secrets.not_enrolled"_s));
            return;
        }
        const QJsonObject wrapped = rows.machine->wrapped;
        d->keeper.unwrapWithWords(
            wrapped, passphrase, [this, done, rows = std::move(rows)](Result<Secret> key) {
                done(key ? d->unlock(*key, rows, {KeyPlace::Passphrase, std::nullopt})
                         : Result<Opened>(fail(key.error())));
            });
    });
}

void Secrets::openWithRecoveryCode(const Secret& code, std::function<void(Result<Opened>)> done) {
    d->load(done, [this, code, done](const QString& machine, SecretRows rows) {
        if (!rows.recovery) {
            done(fail(ErrorKind::NotFound, u"secrets.no_key"_s));
            return;
        }
        const QJsonObject wrapped = *rows.recovery;
        d->keeper.unwrapWithWords(wrapped, wordsOf(code), [=, this](Result<Secret> key) {
            if (!key) {
                done(fail(key.error()));
                return;
            }
            d->enrol(machine, *key, KeyPlace::Keychain,
                     [this, done, rows, key = *key](Result<KeyPlace> place) {
                         done(place ? d->unlock(key, rows, {*place, std::nullopt})
                                    : Result<Opened>(fail(place.error())));
                     });
        });
    });
}

void Secrets::moveKey(KeyPlace place, const Secret& passphrase, const Secret& before,
                      std::function<void(Result<>)> done) {
    d->prove<Done>(before, done, [=, this](const QString& machine) {
        d->keeper.wrap(d->dataKey, place, passphrase, [=, this](const Result<KeptKey>& kept) {
            if (!kept) {
                done(fail(kept.error()));
                return;
            }
            d->keep(machine, *kept, std::nullopt, [this, place, done](Result<> written) {
                d->place = written ? place : d->place;
                done(std::move(written));
            });
        });
    });
}

void Secrets::renewRecoveryCode(const Secret& before, std::function<void(Result<Secret>)> done) {
    d->prove<Secret>(before, done, [=, this](const QString&) {
        d->newCode(d->dataKey, [=, this](const Result<NewCode>& made) {
            if (!made) {
                done(fail(made.error()));
                return;
            }
            d->store.write<Done>(
                this,
                [recovery = made->wrapped](store::Writer& writer) {
                    return writer.setSetting(recoveryRow(), recovery);
                },
                [code = made->code, done](const Result<>& written) {
                    done(written ? Result<Secret>(code) : Result<Secret>(fail(written.error())));
                });
        });
    });
}

KeyPlace Secrets::place() const {
    return d->place;
}

bool Secrets::isOpen() const {
    return d->isOpen;
}

Secret Secrets::value(const QString& name) const {
    const auto found = d->values.find(name);
    return found == d->values.end() ? Secret() : found->second;
}

bool Secrets::has(const QString& name) const {
    return d->values.contains(name);
}

void Secrets::put(const QString& name, const Secret& value, std::function<void(Result<>)> done) {
    if (!d->isOpen) {
        d->refuse(done);
        return;
    }
    const QByteArray sealed =
        value.isEmpty() ? QByteArray() : security::seal(d->dataKey, value.reveal(), aadOf(name));
    ++d->puts;
    d->store.write<Done>(
        this, [name, sealed](store::Writer& writer) { return writer.putSealed(name, sealed); },
        [this, name, value, sealed, done](Result<> written) {
            ++d->puts;
            if (written) {
                if (value.isEmpty()) {
                    d->values.erase(name);
                    d->sealed.erase(name);
                } else {
                    d->values.insert_or_assign(name, value);
                    d->sealed.insert_or_assign(name, sealed);
                }
                Q_EMIT changed();
            }
            done(std::move(written));
        });
}

void Secrets::valueOr(const QString& name, const Secret& value,
                      std::function<void(Result<Secret>)> done) {
    if (!d->isOpen) {
        d->refuse(done);
        return;
    }
    ++d->puts;
    d->store.write<QByteArray>(
        this,
        [name, sealed = security::seal(d->dataKey, value.reveal(), aadOf(name))](
            store::Writer& writer) { return writer.sealedOr(name, sealed); },
        [this, name, done](const Result<QByteArray>& kept) {
            ++d->puts;
            const auto opened =
                kept ? security::open(d->dataKey, *kept, aadOf(name)) : fail(kept.error());
            if (!opened) {
                done(fail(opened.error()));
                return;
            }
            d->values.insert_or_assign(name, Secret(*opened));
            d->sealed.insert_or_assign(name, *kept);
            Q_EMIT changed();
            done(Secret(*opened));
        });
}

void Secrets::reread(std::function<void(const QStringList& names)> renewed) {
    if (!d->isOpen) {
        return;
    }
    d->store.read<SealedSecrets>(
        this, &readSealedSecrets,
        [this, puts = d->puts, renewed = std::move(renewed)](Result<SealedSecrets> rows) {
            if (!rows) {
                qCWarning(lcHub) << "the secrets cannot be read again:" << rows.error().id;
            } else if (puts == d->puts && *rows != d->sealed) { // own changes are known already
                const QStringList names = differing(d->sealed, *rows);
                d->values = Private::opened(d->dataKey, *rows);
                d->sealed = std::move(*rows);
                Q_EMIT changed();
                renewed(names);
            }
        });
}

QString Secrets::channelName(ChannelId channel, const QString& field) {
    return u"channel.%1.%2"_s.arg(channel.value()).arg(field);
}

QString Secrets::mailboxKeyName() {
    return u"mailbox.private_key"_s;
}

QString Secrets::mailboxTokenName() {
    return u"mailbox.token"_s;
}

} // namespace comanda::hub
