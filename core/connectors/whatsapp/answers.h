// What an answer to one of our calls means. Pure.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/connect/connector.h"
#include "core/connectors/graph/errors.h"
#include "core/domain/outgoing.h"
#include "core/net/http_client.h"

#include <QJsonObject>

#include <optional>

namespace comanda::whatsapp {

// Of POST …/messages. `pairRefusals`: how many times in a row this person's pair limit (131056) has
// stopped us until now; the wait is 4^pairRefusals seconds.
//
// Accepted only with an id. A failure before any byte left may be repeated; after that only the
// platform's own code says that nothing happened. The one bare answer that is believed to mean "not
// done" is 503 with Retry-After (and 429): the server itself asks us to come again.
[[nodiscard]] SendOutcome readSendAnswer(const net::HttpResult& result, int pairRefusals, Time now);

// Of a call that may be repeated at will (uploading, asking). Errors: Network, Timeout, RateLimited
// (with retryAfter), Auth, NotFound, Rejected, Malformed; Busy where it was never made.
[[nodiscard]] Result<QJsonObject> readAnswer(const net::HttpResult& result, Time now);

// An upload that failed, as the outcome of the send that needed it: nothing was sent yet.
[[nodiscard]] SendOutcome uploadFailed(const Error& error);

[[nodiscard]] Millis pairWait(int pairRefusals);

// What health learns from an answer; nothing from a call that was never made.
[[nodiscard]] std::optional<connect::Observation> observe(connect::CallKind call,
                                                          const net::HttpResult& result);

} // namespace comanda::whatsapp
