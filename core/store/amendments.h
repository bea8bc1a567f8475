// What is said of a message afterwards: statuses, reads, edits, deletions, reactions. What comes
// before its message is parked and joined when that arrives.
#pragma once

#include "core/store/identities.h"

namespace comanda::store {

[[nodiscard]] Result<> amend(const Tools& tools, ChannelId channel, const Event& event,
                             Time received);
// Applies what waits for a message with this reference.
[[nodiscard]] Result<> joinParked(const Tools& tools, ChannelId channel, const QString& reference);

} // namespace comanda::store
