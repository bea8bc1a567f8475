// What every thread of the hub may ask at once: the channels as they are configured, the shop, and
// the fence under which we act.
#pragma once

#include "core/domain/channel.h"
#include "core/domain/event.h"
#include "core/domain/shop.h"

#include <atomic>
#include <memory>
#include <optional>
#include <shared_mutex>
#include <vector>

namespace comanda::hub {

// Safe to use from any thread.
class Roster {
public:
    void setShop(const Shop& shop);
    [[nodiscard]] std::shared_ptr<const Shop> shop() const;

    void setChannels(std::vector<ChannelConfig> channels);
    void setChannel(const ChannelConfig& channel); // adds or replaces
    void removeChannel(ChannelId channel);
    void learnAccount(ChannelId channel, const QString& account);
    [[nodiscard]] std::vector<ChannelConfig> channels() const;
    [[nodiscard]] std::optional<ChannelConfig> channel(ChannelId id) const;
    [[nodiscard]] std::vector<ChannelConfig> onRoute(const QString& route) const;
    // Whose event it is that came in through `through`: that channel's itself, another one's of its
    // platform or of the event's, or nobody's.
    [[nodiscard]] std::optional<ChannelId> ownerOf(const Event& event, ChannelId through) const;

    void setFence(qint64 fence) { fence_ = fence; } // 0: not the holder
    [[nodiscard]] qint64 fence() const { return fence_; }

private:
    mutable std::shared_mutex mutex_;
    std::shared_ptr<const Shop> shop_ = std::make_shared<const Shop>();
    std::vector<ChannelConfig> channels_;
    std::atomic<qint64> fence_{0};
};

// The random part of a pushed channel's address; empty: it has none.
[[nodiscard]] QString routeOf(const ChannelConfig& channel);

} // namespace comanda::hub
