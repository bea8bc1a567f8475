// Asks channels who they are at their platforms, with the keys of this machine and beside a running
// program.
#pragma once

#include "app/ctl/shop_keys.h"
#include "core/domain/channel.h"

#include <vector>

namespace comanda::ctl {

struct CheckedChannel {
    ChannelConfig channel;
    Result<AccountCheck> answer;
};

// All at once, in the order given; runs the program's event loop until every one has answered or
// was given up.
[[nodiscard]] std::vector<CheckedChannel> checkChannels(const std::vector<ChannelConfig>& channels,
                                                        const hub::Secrets& secrets,
                                                        const QUrl& mailbox);

} // namespace comanda::ctl
