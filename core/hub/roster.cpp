#include "core/hub/roster.h"

#include <algorithm>
#include <mutex>

namespace comanda::hub {
namespace {

using namespace Qt::StringLiterals;

// A platform's id of our account may stand in the settings before the first contact confirms it.
bool claims(const ChannelConfig& channel, const QString& account) {
    if (!channel.account.isEmpty() && channel.account == account) {
        return true;
    }
    return std::any_of(channel.settings.begin(), channel.settings.end(),
                       [&](const QJsonValue& value) { return value.toString() == account; });
}

} // namespace

QString routeOf(const ChannelConfig& channel) {
    return channel.settings.value("route"_L1).toString();
}

void Roster::setShop(const Shop& shop) {
    const std::unique_lock lock(mutex_);
    shop_ = std::make_shared<const Shop>(shop);
}

std::shared_ptr<const Shop> Roster::shop() const {
    const std::shared_lock lock(mutex_);
    return shop_;
}

void Roster::setChannels(std::vector<ChannelConfig> channels) {
    const std::unique_lock lock(mutex_);
    channels_ = std::move(channels);
}

void Roster::setChannel(const ChannelConfig& channel) {
    const std::unique_lock lock(mutex_);
    const auto found = std::find_if(channels_.begin(), channels_.end(),
                                    [&](const auto& one) { return one.id == channel.id; });
    if (found == channels_.end()) {
        channels_.push_back(channel);
    } else {
        *found = channel;
    }
}

void Roster::removeChannel(ChannelId channel) {
    const std::unique_lock lock(mutex_);
    std::erase_if(channels_, [&](const auto& one) { return one.id == channel; });
}

void Roster::learnAccount(ChannelId channel, const QString& account) {
    const std::unique_lock lock(mutex_);
    for (ChannelConfig& one : channels_) {
        if (one.id == channel && !account.isEmpty()) {
            one.account = account;
        }
    }
}

std::vector<ChannelConfig> Roster::channels() const {
    const std::shared_lock lock(mutex_);
    return channels_;
}

std::optional<ChannelConfig> Roster::channel(ChannelId id) const {
    const std::shared_lock lock(mutex_);
    const auto found = std::find_if(channels_.begin(), channels_.end(),
                                    [&](const auto& one) { return one.id == id; });
    return found == channels_.end() ? std::nullopt : std::optional(*found);
}

std::vector<ChannelConfig> Roster::onRoute(const QString& route) const {
    std::vector<ChannelConfig> found;
    const std::shared_lock lock(mutex_);
    for (const ChannelConfig& one : channels_) {
        if (!route.isEmpty() && routeOf(one) == route) {
            found.push_back(one);
        }
    }
    return found;
}

std::optional<ChannelId> Roster::ownerOf(const Event& event, ChannelId through) const {
    const std::shared_lock lock(mutex_);
    const auto own = std::find_if(channels_.begin(), channels_.end(),
                                  [&](const auto& one) { return one.id == through; });
    if (own == channels_.end()) {
        return through;
    }
    const Platform platform = event.platform.value_or(own->platform);
    const bool ours = platform == own->platform;
    if (ours && (event.account.isEmpty() || claims(*own, event.account))) {
        return through;
    }
    const ChannelConfig* nameless = ours && own->account.isEmpty() ? &*own : nullptr;
    for (const ChannelConfig& other : channels_) {
        if (other.platform == platform && claims(other, event.account)) {
            return other.id;
        }
        if (other.platform == platform && !ours && other.account.isEmpty()) {
            nameless = &other;
        }
    }
    // A channel that does not know its own name yet takes what comes.
    return nameless != nullptr ? std::optional(nameless->id) : std::nullopt;
}

} // namespace comanda::hub
