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

std::optional<ChannelConfig> Roster::byRoute(const QString& route) const {
    const std::shared_lock lock(mutex_);
    const auto found = std::find_if(channels_.begin(), channels_.end(), [&](const auto& one) {
        return !route.isEmpty() && routeOf(one) == route;
    });
    return found == channels_.end() ? std::nullopt : std::optional(*found);
}

std::optional<ChannelId> Roster::ownerOf(const QString& account, ChannelId through) const {
    const std::shared_lock lock(mutex_);
    const auto own = std::find_if(channels_.begin(), channels_.end(),
                                  [&](const auto& one) { return one.id == through; });
    if (own == channels_.end() || account.isEmpty() || claims(*own, account)) {
        return through;
    }
    for (const ChannelConfig& other : channels_) {
        if (other.platform == own->platform && claims(other, account)) {
            return other.id;
        }
    }
    // A channel that does not know its own name yet takes what comes.
    return own->account.isEmpty() ? std::optional(through) : std::nullopt;
}

} // namespace comanda::hub
