// How a customer finds the shop: one address for each channel, for the door, the bag and the
// profile. Pure.
#pragma once

#include "core/domain/channel.h"
#include "core/domain/shop.h"

#include <functional>

namespace comanda {

struct WayIn {
    Platform platform = Platform::Phone;
    QString name; // what staff call the channel; empty: the shop's own telephone
    QString url;  // as it is printed and put into a QR code

    bool operator==(const WayIn&) const = default;
};

using DescriptorOf = std::function<const ChannelDescriptor*(Platform)>;

// Empty while the platform has not told the account's public name, or knows no such address.
[[nodiscard]] QString linkOf(const ChannelConfig& channel, const ChannelDescriptor& descriptor);

// Of every channel that is switched on and has one, in their order, and of the shop's telephone.
[[nodiscard]] std::vector<WayIn> waysIn(const Shop& shop,
                                        const std::vector<ChannelConfig>& channels,
                                        const DescriptorOf& descriptorOf);

} // namespace comanda
