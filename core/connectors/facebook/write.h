// What we say under a page's posts, as calls of the Graph API. Pure.
//
//   a public answer   POST /{comment or post}/comments     {"message"}
//   a private one     POST /{page}/messages                {"recipient": {"comment_id"}, "message"}
//   an edit           POST /{comment}                      {"message"}
//   taking it back    DELETE /{comment}
//   a like            POST /{comment or post}/likes        the only reaction that a page has here
//
// https://developers.facebook.com/docs/graph-api/reference/comment
// https://developers.facebook.com/docs/messenger-platform/discovery/private-replies
#pragma once

#include "core/base/result.h"
#include "core/connectors/graph/comment_call.h"
#include "core/domain/outgoing.h"

#include <vector>

namespace comanda::facebook {

constexpr int kTextMax = 8000;        // code points of a comment
constexpr int kPrivateTextMax = 1999; // UTF-16 units, as in Messenger, where it arrives

// The calls in the order in which they have to be accepted: a text that is too long for one
// comment becomes several. A private answer is one message or none. Fails with ErrorKind::Invalid
// and "send.empty", "meta.no_recipient" or "facebook.no_files", "facebook.no_comment",
// "facebook.only_like", "facebook.private_too_long", "facebook.too_long".
[[nodiscard]] Result<std::vector<graph::CommentCall>> write(const QString& page,
                                                            const OutgoingMessage& message);

} // namespace comanda::facebook
