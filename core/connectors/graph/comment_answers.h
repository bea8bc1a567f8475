// What an answer to a call about comments means, where it differs from one about messages. Pure.
#pragma once

#include "core/connect/connector.h"
#include "core/connectors/graph/comment_call.h"
#include "core/net/http_client.h"

namespace comanda::graph {

// As readSendAnswer(), but an object that does not exist is a comment that is gone, not an account;
// and a private answer may be made again only if the platform says that it was throttled, or if no
// byte of it left: everything else that is not clear is Unsure.
[[nodiscard]] SendOutcome readCommentAnswer(const CommentCall& call, const net::HttpResult& result,
                                            Time now);

// What health learns from it; nothing from a call that was never made.
[[nodiscard]] std::optional<connect::Observation> observeComment(const net::HttpResult& result);

} // namespace comanda::graph
