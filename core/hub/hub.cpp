#include "core/hub/hub.h"

#include "core/base/log.h"
#include "core/connectors/registry.h"
#include "core/hub/channel_works.h"
#include "core/hub/config.h"
#include "core/hub/desk.h"
#include "core/hub/light_keeper.h"
#include "core/hub/routes.h"
#include "core/hub/secrets.h"
#include "core/hub/setup.h"
#include "core/store/reader.h"

#include <QSysInfo>

namespace comanda::hub {
namespace {

using namespace Qt::StringLiterals;

struct Decided {
    Shop shop;
    std::vector<ChannelConfig> channels;
};

Result<Decided> readDecided(store::Reader& reader) {
    auto shop = reader.shop();
    auto channels = reader.channels();
    if (!shop || !channels) {
        return fail(!shop ? shop.error() : channels.error());
    }
    return Decided{std::move(*shop), std::move(*channels)};
}

// Another seat changed what the connector is made of; facts and names are not.
bool needsRestart(const ChannelConfig& was, const ChannelConfig& is) {
    const auto own = [](QJsonObject settings) {
        settings.remove(u"facts"_s);
        return settings;
    };
    return was.enabled != is.enabled || own(was.settings) != own(is.settings);
}

} // namespace

class Hub::Private : public QObject {
public:
    Private(Hub& owner, store::Store& store, Secrets& secrets, const Clock& clock,
            const Config& config, HubOptions options)
        : q(owner),
          store(store),
          secrets(secrets),
          clock(clock),
          config(config),
          options(std::move(options)),
          desk(store, clock),
          lease(store, clock, this->options.seat + u'@' + QSysInfo::machineHostName()),
          works({store, secrets, roster, lease, clock, config.receiver}),
          setup(store, secrets, works.mailbox()),
          lights(store, works.supervisor(), clock) {
        connectLease();
        connectSigns();
    }

    void connectLease() {
        connect(&lease, &LeaseKeeper::held, this, [this](qint64 fence) {
            roster.setFence(fence);
            works.start(fence);
            Q_EMIT q.leaseChanged(true, options.seat);
            sayStarted();
        });
        connect(&lease, &LeaseKeeper::lost, this, [this] {
            roster.setFence(0);
            works.stop();
            Q_EMIT q.leaseChanged(false, {});
        });
        connect(&lease, &LeaseKeeper::refused, this, [this](const QString& holder) {
            Q_EMIT q.leaseChanged(false, holder);
            sayStarted();
        });
        connect(&lease, &LeaseKeeper::unreachable, this, [](const Error& error) {
            qCWarning(lcHub) << "the lease cannot be renewed:" << error.id;
        });
        connect(&works.intake(), &Intake::leaseLost, &lease, &LeaseKeeper::doubt);
        connect(&works, &ChannelWorks::stopped, this, [this] {
            if (stopping) {
                lease.release([this] { Q_EMIT q.stopped(); });
            }
        });
    }

    void connectSigns() {
        connect(&works.intake(), &Intake::messageRang, this,
                [this](ConversationId conversation) { Q_EMIT q.messageArrived(conversation); });
        connect(&works.intake(), &Intake::orderCame, this, &Private::ringFor);
        connect(&desk, &Desk::conversationRead, &works, &ChannelWorks::markRead);
        connect(&desk, &Desk::answerBegun, &works, &ChannelWorks::typing);
        connect(&lights, &LightKeeper::changed, this, [this] { Q_EMIT q.lightsChanged(); });
        connect(&works.mailbox(), &RemoteMailbox::worked, this,
                [this] { lights.mailboxSeen(std::nullopt); });
        connect(
            &works.mailbox(), &RemoteMailbox::failed, this,
            [this](FailureClass failure, const QString& id) { lights.mailboxSeen(failure, id); });
        connect(&works, &ChannelWorks::listening, this,
                [this] { lights.mailboxSeen(std::nullopt); });
        connect(&works, &ChannelWorks::cannotListen, this, [this](const Error& error) {
            lights.mailboxSeen(FailureClass::Refused, error.id);
        });
        connect(&secrets, &Secrets::changed, this, [this] { works.refreshRoutes(); });
        connect(&store, &store::Store::changed, this, [this](const store::ChangeSet& changes) {
            if (ready && (changes.channels || changes.all)) {
                reload({});
                secrets.reread([this](const QStringList& names) { followSecrets(names); });
            }
        });
    }

    // An order that is late has its place in the queue, and does not ring.
    void ringFor(OrderId id) {
        store.read<std::optional<Order>>(
            this, [id](store::Reader& reader) { return reader.order(id); },
            [this, id](const Result<std::optional<Order>>& order) {
                const bool late =
                    order && *order && (*order)->flags.contains(OrderFlag::LateArrival);
                if (!late) {
                    Q_EMIT q.orderArrived(id);
                }
            });
    }

    // Reads shop and channels again; `then` once, with what went wrong if something did.
    void reload(std::function<void(Result<>)> then) {
        store.read<Decided>(this, &readDecided, [this, then](const Result<Decided>& decided) {
            if (decided) {
                take(*decided);
            } else {
                qCWarning(lcHub) << "the configuration cannot be read:" << decided.error().id;
            }
            if (then) {
                then(decided ? Result<>(Done{}) : Result<>(fail(decided.error())));
            }
        });
    }

    void take(const Decided& decided) {
        const std::vector<ChannelConfig> before = roster.channels();
        roster.setShop(decided.shop);
        desk.setShop(decided.shop);
        roster.setChannels(decided.channels);
        lights.setChannels(decided.channels);
        if (ready && saving == 0 && lease.isHeld()) {
            followChanges(before, decided.channels);
        }
        works.accountsChanged();
    }

    void followChanges(const std::vector<ChannelConfig>& before,
                       const std::vector<ChannelConfig>& now) {
        for (const ChannelConfig& channel : now) {
            const auto was = std::find_if(before.begin(), before.end(),
                                          [&](const auto& one) { return one.id == channel.id; });
            if (was == before.end() || needsRestart(*was, channel)) {
                works.restart(channel);
            }
        }
        for (const ChannelConfig& channel : before) {
            const bool gone = std::none_of(now.begin(), now.end(),
                                           [&](const auto& one) { return one.id == channel.id; });
            if (gone) {
                works.remove(channel.id);
            }
        }
    }

    // Another seat's new token must reach what runs here.
    void followSecrets(const QStringList& names) {
        if (saving > 0 || !lease.isHeld()) {
            return;
        }
        for (const ChannelConfig& channel : roster.channels()) {
            const QString prefix = Secrets::channelName(channel.id, {});
            if (std::any_of(names.begin(), names.end(),
                            [&](const QString& name) { return name.startsWith(prefix); })) {
                works.restart(channel);
            }
        }
        if (names.contains(Secrets::mailboxTokenName())
            || names.contains(Secrets::mailboxKeyName())) {
            works.mailbox().stop();
            works.mailbox().start();
        }
    }

    void begin() {
        reload([this](const Result<>& read) {
            if (!read) {
                Q_EMIT q.failed(read.error());
                return;
            }
            setup.apply(config, *roster.shop(), roster.channels(), [this](const Result<>& applied) {
                if (!applied) {
                    Q_EMIT q.failed(applied.error());
                    return;
                }
                reload([this](const Result<>& again) { goOn(again); });
            });
        });
    }

    void goOn(const Result<>& read) {
        if (!read) {
            Q_EMIT q.failed(read.error());
            return;
        }
        ready = true;
        if (options.runChannels) {
            lease.start();
        } else {
            sayStarted();
        }
    }

    void sayStarted() {
        if (!startedSaid) {
            startedSaid = true;
            Q_EMIT q.started();
        }
    }

    Hub& q;
    store::Store& store;
    Secrets& secrets;
    const Clock& clock;
    const Config config;
    const HubOptions options;
    Roster roster;
    Desk desk;
    LeaseKeeper lease;
    ChannelWorks works;
    Setup setup;
    LightKeeper lights;
    int saving = 0; // what we change ourselves is restarted when all of it is written
    bool ready = false, startedSaid = false, stopping = false;
};

Hub::Hub(store::Store& store, Secrets& secrets, const Clock& clock, const Config& config,
         HubOptions options, QObject* parent)
    : QObject(parent),
      d(std::make_unique<Private>(*this, store, secrets, clock, config, std::move(options))) {}

Hub::~Hub() = default;

void Hub::start() {
    if (!d->secrets.isOpen()) {
        QMetaObject::invokeMethod(
            this,
            [this] {
                Q_EMIT failed({ErrorKind::Auth, u"secrets.passphrase_needed"_s, {}, {}, {}});
            },
            Qt::QueuedConnection);
        return;
    }
    d->begin();
}

void Hub::stop() {
    d->stopping = true;
    d->works.stop();
}

Desk& Hub::desk() {
    return d->desk;
}

const Clock& Hub::clock() const {
    return d->clock;
}

const std::vector<ChannelLight>& Hub::lights() const {
    return d->lights.lights();
}

std::vector<ChannelDescriptor> Hub::descriptors() {
    std::vector<ChannelDescriptor> all;
    for (const connect::PlatformModule& module : connectors::all()) {
        all.push_back(module.descriptor);
    }
    return all;
}

const ChannelDescriptor* Hub::descriptor(Platform platform) {
    const connect::PlatformModule* module = connectors::find(platform);
    return module == nullptr ? nullptr : &module->descriptor;
}

void Hub::saveChannel(const ChannelConfig& channel, const QMap<QString, Secret>& secrets,
                      QObject* receiver, std::function<void(Result<ChannelId>)> done) {
    auto answer = replyTo<Result<ChannelId>>(receiver, std::move(done));
    ++d->saving;
    d->setup.saveChannel(
        channel, d->roster.channels(), secrets, [this, answer](const Result<ChannelConfig>& saved) {
            --d->saving;
            if (!saved) {
                answer(fail(saved.error()));
                return;
            }
            d->roster.setChannel(*saved); // so that reading it again restarts nothing
            d->lights.setChannels(d->roster.channels());
            d->lights.forget(saved->id);
            if (d->lease.isHeld()) {
                d->works.restart(*saved);
            }
            answer(saved->id);
        });
}

void Hub::removeChannel(ChannelId channel, QObject* receiver, std::function<void(Result<>)> done) {
    auto answer = replyTo<Result<>>(receiver, std::move(done));
    d->setup.removeChannel(channel, [this, channel, answer](Result<> removed) {
        if (removed) {
            d->roster.removeChannel(channel);
            d->lights.setChannels(d->roster.channels());
            d->works.remove(channel);
        }
        answer(std::move(removed));
    });
}

void Hub::testChannel(const ChannelConfig& channel, const QMap<QString, Secret>& secrets,
                      QObject* receiver, std::function<void(Result<AccountCheck>)> done) {
    d->works.tryOut(channel, secrets, receiver, std::move(done));
}

void Hub::saveShop(const Shop& shop, QObject* receiver, std::function<void(Result<>)> done) {
    auto answer = replyTo<Result<>>(receiver, std::move(done));
    d->setup.saveShop(shop, [this, shop, answer](Result<> saved) {
        if (saved) {
            d->roster.setShop(shop);
            d->desk.setShop(shop);
        }
        answer(std::move(saved));
    });
}

void Hub::readMailbox(QObject* receiver, std::function<void(Result<MailboxSettings>)> done) {
    d->works.mailbox().read(receiver, std::move(done));
}

void Hub::saveMailbox(const QUrl& url, const Secret& token, QObject* receiver,
                      std::function<void(Result<>)> done) {
    d->works.mailbox().save(url, token, replyTo<Result<>>(receiver, std::move(done)));
}

void Hub::testWay(ChannelId channel, QObject* receiver, std::function<void(WayReport)> done) {
    d->works.testWay(channel, receiver, std::move(done));
}

void Hub::subscribeChannel(ChannelId channel, QObject* receiver,
                           std::function<void(Result<>)> done) {
    d->works.subscribe(channel, receiver, std::move(done));
}

QMap<QString, QString> Hub::secretOwners(const ChannelConfig& channel) const {
    QMap<QString, QString> names;
    const auto owners = hub::secretOwners(channel, d->roster.channels(), d->secrets);
    for (auto it = owners.begin(); it != owners.end(); ++it) {
        const auto owner = d->roster.channel(it.value());
        names.insert(it.key(), owner ? owner->name : QString());
    }
    return names;
}

ChannelConfig Hub::withShared(const ChannelConfig& channel) const {
    return hub::withShared(channel, d->roster.channels());
}

std::unique_ptr<connect::Linking> Hub::linking(const ChannelConfig& channel) {
    const connect::PlatformModule* module = connectors::find(channel.platform);
    return module != nullptr && module->link != nullptr ? module->link(channel) : nullptr;
}

KeyPlace Hub::keyPlace() const {
    return d->secrets.place();
}

void Hub::moveKey(KeyPlace place, const Secret& passphrase, const Secret& before, QObject* receiver,
                  std::function<void(Result<>)> done) {
    d->secrets.moveKey(place, passphrase, before, replyTo<Result<>>(receiver, std::move(done)));
}

void Hub::renewRecoveryCode(const Secret& before, QObject* receiver,
                            std::function<void(Result<Secret>)> done) {
    d->secrets.renewRecoveryCode(before, replyTo<Result<Secret>>(receiver, std::move(done)));
}

QString Hub::hookUrl(ChannelId channel) const {
    const auto config = d->roster.channel(channel);
    return config ? d->works.hookUrl(routeOf(*config)) : QString();
}

} // namespace comanda::hub
