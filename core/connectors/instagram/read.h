// The reader of Instagram's webhooks: bytes in, events out.
//
//   body  = { "object": "instagram", "entry": [ entry* ] }
//   entry = { "id": account, "messaging" | "standby": [ item* ] }
//         | { "id": account, "changes": [ {"field", "value"}* ] }
//         | { "id": account, "field", "value" }
//
// An item is described in core/connectors/messaging/read.h; here "read" names the last message that
// was read, and there are no deliveries. A change is a comment, or an item (the dashboard's
// "Test"). https://developers.facebook.com/docs/instagram-platform/webhooks
#pragma once

#include "core/domain/event.h"

namespace comanda::instagram {

// Every item of a body, in its order. `account`: used where the payload does not say.
[[nodiscard]] Events read(const QByteArray& body, const QString& account);

} // namespace comanda::instagram
