// What is said below the account's pictures and films.
//
//   value = { "id" | "comment_id", "parent_id", "text", "from": {"id", "username"},
//             "media": {"id", "media_product_type"} }
//   Older versions and the dashboard's "Test" leave out author, picture or both.
//
// https://developers.facebook.com/docs/instagram-platform/webhooks/examples
#pragma once

#include "core/connectors/graph/envelope.h"
#include "core/domain/event.h"

namespace comanda::instagram {

// Of a change that is no item of a conversation.
[[nodiscard]] Events readChange(const graph::Part& part, const QString& account);

} // namespace comanda::instagram
