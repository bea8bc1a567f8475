// What we say under the account's pictures and films, as calls of the Graph API. Pure.
//
//   a public answer   POST /{comment}/replies      {"message"}       (to the picture: /comments)
//   a private one     POST /{account}/messages     {"recipient": {"comment_id"}, "message"}
//   taking it back    DELETE /{comment}
//
// https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-comment
#pragma once

#include "core/base/result.h"
#include "core/connectors/graph/comment_call.h"
#include "core/domain/outgoing.h"

#include <vector>

namespace comanda::instagram {

constexpr int kCommentMax = 300; // code points

// `sends`: whose edge takes private answers. In the order in which they have to be accepted: a text
// that is too long for one comment becomes several. Fails with ErrorKind::Invalid and
// "meta.cannot_edit", "meta.cannot_react", "facebook.no_files", "facebook.no_comment",
// "instagram.private_too_long", "meta.no_recipient" or "send.empty".
[[nodiscard]] Result<std::vector<graph::CommentCall>> writeComment(const QString& sends,
                                                                   const OutgoingMessage& message);

} // namespace comanda::instagram
