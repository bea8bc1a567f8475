// The reader of a Facebook page's comments: bytes in, events out, nothing else.
//
//   change  = { "field": "feed" | "mention", "value": item }     any other field shows nothing here
//   item    = { "item": word, "verb": word, author, "post_id", "comment_id", "parent_id",
//               "created_time", "edited_time", "message", what is attached }
//   author  = "from": {"id", "name"} | "sender_id", "sender_name"      before Graph 2.11; or none
//   account = entry.id, the page
//
// Of "item": comment, reaction, like, and the words for a post (post, status, photo, share, …).
// A body may also be an answer of the Graph API about posts and comments (see history.h).
// https://developers.facebook.com/docs/graph-api/webhooks/reference/page/#feed
#pragma once

#include "core/domain/event.h"

namespace comanda::facebook {

// Every entry and change of a body, in its order. `account`: used where the payload does not say.
// What cannot be read becomes one Ignored event without a key (so that a later reader may still
// apply it); what is understood but shows nothing is Ignored with a key and its reason.
[[nodiscard]] Events read(const QByteArray& body, const QString& account);

} // namespace comanda::facebook
