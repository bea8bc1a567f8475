#include "core/hub/routes.h"

#include "core/connectors/registry.h"

#include <algorithm>
#include <map>

namespace comanda::hub {
namespace {

using namespace Qt::StringLiterals;

bool concerns(const ChannelConfig& channel, const QByteArray& body, bool account) {
    const connect::PlatformModule* module = connectors::find(channel.platform);
    return module != nullptr && module->concerns != nullptr
           && (!account || !channel.account.isEmpty())
           && module->concerns(body, account ? channel.account : QString());
}

// How well it fits; the first of the best reads it. One that is switched off has no connector: the
// platform would be refused what others on the address may be waiting for.
int fitOf(const ChannelConfig& channel, const QByteArray& body) {
    if (concerns(channel, body, true)) {
        return channel.enabled ? 4 : 1;
    }
    if (!channel.enabled) {
        return 0;
    }
    return concerns(channel, body, false) ? 3 : 2;
}

QMap<QString, Secret> ownSecrets(const ChannelConfig& channel, const Secrets& secrets) {
    QMap<QString, Secret> values;
    if (const connect::PlatformModule* module = connectors::find(channel.platform)) {
        for (const SetupField& field : module->descriptor.setup) {
            if (field.kind == FieldKind::Secret) {
                values.insert(field.key,
                              secrets.value(Secrets::channelName(channel.id, field.key)));
            }
        }
    }
    return values;
}

// One that is being set up has no address yet and will get its family's.
bool shareAddress(const ChannelConfig& channel, const ChannelConfig& other) {
    return familyOf(channel.platform) == familyOf(other.platform) && !routeOf(other).isEmpty()
           && (routeOf(channel).isEmpty() || routeOf(channel) == routeOf(other));
}

void addNew(std::vector<Secret>& to, const Secret& secret) {
    if (!secret.isEmpty() && std::find(to.begin(), to.end(), secret) == to.end()) {
        to.push_back(secret);
    }
}

} // namespace

std::optional<ChannelConfig> readerOf(const Roster& roster, const QString& route,
                                      const QByteArray& body) {
    std::vector<ChannelConfig> channels = roster.onRoute(route);
    if (channels.size() < 2) {
        return channels.empty() ? std::nullopt : std::optional(channels.front());
    }
    std::vector<int> fits;
    fits.reserve(channels.size());
    for (const ChannelConfig& channel : channels) {
        fits.push_back(fitOf(channel, body));
    }
    return channels[static_cast<std::size_t>(
        std::distance(fits.begin(), std::max_element(fits.begin(), fits.end())))];
}

QString familyRoute(const ChannelConfig& channel, const std::vector<ChannelConfig>& known) {
    const auto found = std::find_if(known.begin(), known.end(), [&](const ChannelConfig& one) {
        return familyOf(one.platform) == familyOf(channel.platform) && !routeOf(one).isEmpty();
    });
    return found == known.end() ? QString() : routeOf(*found);
}

ChannelConfig withShared(ChannelConfig channel, const std::vector<ChannelConfig>& channels) {
    const connect::PlatformModule* module = connectors::find(channel.platform);
    for (const ChannelConfig& other : channels) {
        if (module == nullptr || other.id == channel.id || !shareAddress(channel, other)) {
            continue;
        }
        for (const SetupField& field : module->descriptor.setup) {
            const QJsonValue theirs = other.settings.value(field.key);
            if (field.shared && field.kind != FieldKind::Secret && !theirs.isUndefined()
                && !channel.settings.contains(field.key)) {
                channel.settings.insert(field.key, theirs);
            }
        }
    }
    return channel;
}

QMap<QString, ChannelId> secretOwners(const ChannelConfig& channel,
                                      const std::vector<ChannelConfig>& channels,
                                      const Secrets& secrets) {
    QMap<QString, ChannelId> owners;
    const connect::PlatformModule* module = connectors::find(channel.platform);
    if (module == nullptr) {
        return owners;
    }
    for (const SetupField& field : module->descriptor.setup) {
        const auto has = [&](const ChannelConfig& one) {
            return secrets.has(Secrets::channelName(one.id, field.key));
        };
        if (field.kind != FieldKind::Secret) {
            continue;
        }
        if (channel.id.isValid() && has(channel)) {
            owners.insert(field.key, channel.id);
            continue;
        }
        for (const ChannelConfig& other : channels) {
            if (field.shared && other.id != channel.id && shareAddress(channel, other) && has(other)
                && !owners.contains(field.key)) {
                owners.insert(field.key, other.id);
            }
        }
    }
    return owners;
}

QMap<QString, Secret> secretsOf(const ChannelConfig& channel,
                                const std::vector<ChannelConfig>& channels,
                                const Secrets& secrets) {
    QMap<QString, Secret> values = ownSecrets(channel, secrets);
    const connect::PlatformModule* module = connectors::find(channel.platform);
    for (const ChannelConfig& other : channels) {
        if (module == nullptr || other.id == channel.id || !shareAddress(channel, other)) {
            continue;
        }
        const QMap<QString, Secret> theirs = ownSecrets(other, secrets);
        for (const SetupField& field : module->descriptor.setup) {
            if (field.shared && values.value(field.key).isEmpty()) {
                values.insert(field.key, theirs.value(field.key));
            }
        }
    }
    return values;
}

std::vector<mailbox::Route> receiverRoutes(const std::vector<ChannelConfig>& channels,
                                           const Secrets& secrets) {
    std::map<QString, mailbox::Route> routes;
    for (const ChannelConfig& channel : channels) {
        const QString path = routeOf(channel);
        if (!channel.enabled || path.isEmpty()) {
            continue;
        }
        const QMap<QString, Secret> own = ownSecrets(channel, secrets);
        mailbox::Route& route = routes[path];
        if (route.path.isEmpty()) {
            route.path = path;
            route.platform = toWord(channel.platform);
            route.account = channel.account;
        }
        addNew(route.verifyTokens, own.value(u"verify_token"_s));
        addNew(route.appSecrets, own.value(u"app_secret"_s));
    }
    std::vector<mailbox::Route> all;
    all.reserve(routes.size());
    for (auto& [path, route] : routes) {
        all.push_back(std::move(route));
    }
    return all;
}

} // namespace comanda::hub
