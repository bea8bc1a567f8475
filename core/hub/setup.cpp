#include "core/hub/setup.h"

#include "core/connectors/registry.h"
#include "core/hub/roster.h"
#include "core/hub/routes.h"
#include "core/hub/steps.h"
#include "core/security/keychain.h"
#include "core/store/writer.h"

#include <algorithm>
#include <set>

namespace comanda::hub {
namespace {

using namespace Qt::StringLiterals;

// Addresses and versions may change; an id in the settings says which account it is.
bool sameIdentity(const ChannelConfig& a, const ChannelConfig& b) {
    const QString key = u"phone_number_id"_s;
    const QString id = a.settings.value(key).toString();
    return !id.isEmpty() && id == b.settings.value(key).toString();
}

bool isFree(const ChannelConfig& known, const ChannelConfig& wanted,
            const std::set<ChannelId>& taken) {
    return known.platform == wanted.platform && !taken.contains(known.id);
}

const ChannelConfig* findFor(const ChannelConfig& wanted, const std::vector<ChannelConfig>& known,
                             const std::set<ChannelId>& taken) {
    using Same = bool (*)(const ChannelConfig&, const ChannelConfig&);
    constexpr std::array<Same, 3> kWays{
        [](const ChannelConfig& a, const ChannelConfig& b) {
            return !a.account.isEmpty() && a.account == b.account;
        },
        &sameIdentity,
        [](const ChannelConfig& a, const ChannelConfig& b) {
            const QString key = u"phone_number_id"_s;
            const bool named = !a.account.isEmpty() && !b.account.isEmpty();
            return !named && a.settings.value(key).toString().isEmpty()
                   && (a.name.isEmpty() || a.name == b.name);
        },
    };
    for (const Same same : kWays) {
        for (const ChannelConfig& one : known) {
            if (isFree(one, wanted, taken) && same(wanted, one)) {
                return &one;
            }
        }
    }
    return nullptr;
}

// What a form or a file does not mention is kept; a pushed channel gets its family's address, the
// first one an address that nobody can guess.
void completeSettings(ChannelConfig& channel, const std::vector<ChannelConfig>& known) {
    const connect::PlatformModule* module = connectors::find(channel.platform);
    const bool pushed = module != nullptr && module->descriptor.pushed;
    if (!pushed || !routeOf(channel).isEmpty()) {
        return;
    }
    const auto before = std::find_if(known.begin(), known.end(),
                                     [&](const auto& one) { return one.id == channel.id; });
    const QString route = before == known.end() ? familyRoute(channel, known) : routeOf(*before);
    channel.settings.insert(u"route"_s,
                            route.isEmpty() ? QString::fromLatin1(security::randomToken()) : route);
}

// By it a channel that was removed is known again.
QString accountIn(const ChannelConfig& channel, const QMap<QString, Secret>& secrets) {
    const connect::PlatformModule* module = connectors::find(channel.platform);
    return module && module->accountIn ? module->accountIn(channel, secrets) : QString();
}

} // namespace

std::vector<ChannelSetup> matched(std::vector<ChannelSetup> setups,
                                  const std::vector<ChannelConfig>& known) {
    std::set<ChannelId> taken;
    for (ChannelSetup& setup : setups) {
        const ChannelConfig* found = findFor(setup.channel, known, taken);
        if (found == nullptr) {
            continue;
        }
        taken.insert(found->id);
        setup.channel.id = found->id;
        if (setup.channel.account.isEmpty()) {
            setup.channel.account = found->account;
        }
    }
    return setups;
}

Setup::Setup(store::Store& store, Secrets& secrets, RemoteMailbox& mailbox, QObject* parent)
    : QObject(parent), store_(store), secrets_(secrets), mailbox_(mailbox) {}

void Setup::saveChannel(ChannelConfig channel, const std::vector<ChannelConfig>& known,
                        const QMap<QString, Secret>& secrets,
                        std::function<void(Result<ChannelConfig>)> done) {
    completeSettings(channel, known);
    if (!channel.id.isValid() && channel.account.isEmpty()) {
        channel.account = accountIn(channel, secrets);
    }
    store_.write<ChannelId>(
        this, [channel](store::Writer& writer) { return writer.saveChannel(channel); },
        [this, channel, secrets, done = std::move(done)](const Result<ChannelId>& id) mutable {
            if (!id) {
                done(fail(id.error()));
                return;
            }
            channel.id = *id;
            std::vector<Step> steps;
            for (auto it = secrets.begin(); it != secrets.end(); ++it) {
                if (!it.value().isEmpty()) {
                    steps.push_back([this, name = Secrets::channelName(*id, it.key()),
                                     value = it.value()](std::function<void(Result<>)> next) {
                        secrets_.put(name, value, std::move(next));
                    });
                }
            }
            runSteps(std::move(steps), [channel, done](const Result<>& kept) {
                done(kept ? Result<ChannelConfig>(channel)
                          : Result<ChannelConfig>(fail(kept.error())));
            });
        });
}

void Setup::removeChannel(ChannelId channel, std::function<void(Result<>)> done) {
    store_.write<Done>(
        this, [channel](store::Writer& writer) { return writer.removeChannel(channel); },
        [this, channel, done = std::move(done)](const Result<>& removed) {
            std::vector<Step> steps;
            const QString prefix = Secrets::channelName(channel, {});
            for (const connect::PlatformModule& module : connectors::all()) {
                for (const SetupField& field : module.descriptor.setup) {
                    if (removed && secrets_.has(prefix + field.key)) {
                        steps.push_back(
                            [this, name = prefix + field.key](std::function<void(Result<>)> next) {
                                secrets_.put(name, Secret(), std::move(next));
                            });
                    }
                }
            }
            runSteps(std::move(steps), [removed, done](const Result<>& forgotten) {
                done(removed ? forgotten : removed);
            });
        });
}

void Setup::saveShop(const Shop& shop, std::function<void(Result<>)> done) {
    store_.write<Done>(
        this, [shop](store::Writer& writer) { return writer.saveShop(shop); }, std::move(done));
}

void Setup::resolveSecret(const SecretRef& reference, std::function<void(Result<Secret>)> done) {
    if (reference.from == SecretRef::From::Keychain) { // the window is there: nothing may block it
        security::readKeychainWords(reference.name, this, std::move(done));
    } else {
        done(resolve(reference, &security::readKeychainWordsNow));
    }
}

void Setup::resolveAll(const QMap<QString, SecretRef>& references,
                       std::function<void(Result<QMap<QString, Secret>>)> done) {
    auto values = std::make_shared<QMap<QString, Secret>>();
    std::vector<Step> steps;
    for (auto it = references.begin(); it != references.end(); ++it) {
        steps.push_back([this, values, key = it.key(),
                         reference = it.value()](std::function<void(Result<>)> next) {
            resolveSecret(reference, [values, key, next](const Result<Secret>& value) {
                if (value) {
                    values->insert(key, *value);
                    next(Done{});
                } else {
                    next(fail(value.error()));
                }
            });
        });
    }
    runSteps(std::move(steps), [values, done = std::move(done)](const Result<>& all) {
        done(all ? Result<QMap<QString, Secret>>(*values)
                 : Result<QMap<QString, Secret>>(fail(all.error())));
    });
}

void Setup::applyChannel(const ChannelSetup& setup, const std::vector<ChannelConfig>& known,
                         std::function<void(Result<>)> done) {
    resolveAll(setup.secrets, [=, this](const Result<QMap<QString, Secret>>& secrets) {
        if (!secrets) {
            done(fail(secrets.error()));
            return;
        }
        saveChannel(setup.channel, known, *secrets, [done](const Result<ChannelConfig>& saved) {
            done(saved ? Result<>(Done{}) : Result<>(fail(saved.error())));
        });
    });
}

void Setup::applyLink(const MailboxLink& link, std::function<void(Result<>)> done) {
    QMap<QString, SecretRef> references{{u"token"_s, link.token}};
    if (link.privateKey) {
        references.insert(u"key"_s, *link.privateKey);
    }
    resolveAll(references, [=, this](const Result<QMap<QString, Secret>>& secrets) {
        if (!secrets) {
            done(fail(secrets.error()));
            return;
        }
        const auto save = [=, this, token = secrets->value(u"token"_s)](const Result<>& kept) {
            if (kept) {
                mailbox_.save(link.url, token, done);
            } else {
                done(kept);
            }
        };
        const Secret key = secrets->value(u"key"_s);
        if (key.isEmpty()) {
            save(Done{});
            return;
        }
        // A file holds it as base64 text, as the public half stands in the mailbox's settings.
        const QByteArray raw = key.reveal().size() == security::kKeyBytes
                                   ? key.reveal()
                                   : QByteArray::fromBase64(key.reveal());
        if (raw.size() != security::kKeyBytes) {
            done(fail(ErrorKind::Invalid, u"config.bad_value"_s, {},
                      {{u"key"_s, u"mailbox_link.private_key"_s}}));
            return;
        }
        secrets_.put(Secrets::mailboxKeyName(), Secret(raw), save);
    });
}

void Setup::apply(const Config& config, const Shop& shop, const std::vector<ChannelConfig>& known,
                  std::function<void(Result<>)> done) {
    std::vector<Step> steps;
    if (config.shop) {
        steps.push_back(
            [this, laid = Shop::fromJson(*config.shop, shop)](std::function<void(Result<>)> next) {
                if (laid) {
                    saveShop(*laid, std::move(next));
                } else {
                    next(fail(laid.error()));
                }
            });
    }
    for (const ChannelSetup& setup : matched(config.channels, known)) {
        steps.push_back([this, setup, known](std::function<void(Result<>)> next) {
            applyChannel(setup, known, std::move(next));
        });
    }
    if (config.mailboxLink) {
        steps.push_back([this, link = *config.mailboxLink](std::function<void(Result<>)> next) {
            applyLink(link, std::move(next));
        });
    }
    runSteps(std::move(steps), std::move(done));
}

} // namespace comanda::hub
