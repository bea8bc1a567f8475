// The reader of Messenger's webhooks (what customers write to the page): bytes in, events out.
//
//   body = { "object": "page", "entry": [ { "id": page, "messaging" | "standby": [ item* ] } ] }
//
// An item is described in core/connectors/messaging/read.h. Only Messenger has carts ("order") and
// "delivery"; its "read" names a time, before which everything was read. What is said on the
// page's posts ("changes") is read by another platform's reader.
// https://developers.facebook.com/docs/messenger-platform/reference/webhook-events
#pragma once

#include "core/domain/event.h"

namespace comanda::messenger {

// Every item of a body, in its order. `account`: used where the payload does not say.
[[nodiscard]] Events read(const QByteArray& body, const QString& account);

} // namespace comanda::messenger
