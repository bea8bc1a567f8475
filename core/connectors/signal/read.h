// The reader of what a signal-cli daemon tells: bytes in, events out, nothing else.
//
//   body     = piece*, one a line; a piece may also be a frame of Server-Sent Events ("data:" …)
//   piece    = received | envelope | [ piece* ]                           the answer of `receive`
//            | { "method": "receive", "params": received | { "subscription", "result": received } }
//            | { "id", "result": [ received* ] }
//   received = { "account", "envelope", "exception" }
//   envelope = { "source", "sourceNumber", "sourceUuid", "sourceName", "timestamp", content }
//   content  = "dataMessage" | "editMessage" | "syncMessage" | "receiptMessage" | …
//
// Any field may be absent or null. All times are milliseconds.
// https://github.com/AsamK/signal-cli/blob/master/man/signal-cli-jsonrpc.5.adoc
//
// An id of a message is "<author>:<ms>", for Signal knows a message by who sent it when. The author
// is the account as the payload names it where we wrote it ourselves (a receipt says no more), else
// the uuid, else the number. It is externalId of a message, and targetId of whatever speaks of it.
#pragma once

#include "core/domain/event.h"

namespace comanda::signal {

// Every piece of a body, in its order. `account`: used where the payload does not say. What cannot
// be read becomes one Ignored event without a key (so that a later reader may still apply it); what
// is understood but shows nothing is Ignored with a key and its reason.
[[nodiscard]] Events read(const QByteArray& body, const QString& account);

} // namespace comanda::signal
