// Putting something into the outbox: the message and its row in one transaction.
#pragma once

#include "core/store/rows.h"
#include "core/store/tools.h"

namespace comanda::store {

// Invalid "outbox.empty" (nothing to say), "outbox.no_target" (the message concerned cannot be
// named to the platform), NotFound "store.no_conversation", "store.no_message".
[[nodiscard]] Result<MessageId> putIntoOutbox(const Tools& tools, const Outgoing& outgoing);

// What waits on a channel that was removed has nobody to send it: it fails, and says why. Does
// nothing while the channel is there.
[[nodiscard]] Result<> failIfRemoved(const Tools& tools, ChannelId channel);

[[nodiscard]] QString buttonsJson(const std::vector<Button>& buttons);
[[nodiscard]] std::vector<Button> buttonsFrom(const QString& json);

} // namespace comanda::store
