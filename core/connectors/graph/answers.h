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

namespace comanda::graph {

// Where the answer to a send has the id of what was sent; empty: it has none.
using IdIn = QString (*)(const QJsonObject& answer);

// Of POST …/messages and the like. `refusals`: how many times in a row we were asked to leave this
// person alone until now; the wait is at least 4^refusals seconds.
//
// Accepted only with an id. A failure before any byte left may be repeated; after that only the
// platform's own code says that nothing happened. The one bare answer that is believed to mean "not
// done" is 503 with Retry-After (and 429): the server itself asks us to come again.
[[nodiscard]] SendOutcome readSendAnswer(const net::HttpResult& result, IdIn idIn, int refusals,
                                         Time now);

// Of a call that may be repeated at will (uploading, asking). Errors: Network, Timeout, RateLimited
// (with retryAfter), Auth, NotFound, Rejected, Malformed; Busy where it was never made.
[[nodiscard]] Result<QJsonObject> readAnswer(const net::HttpResult& result, Time now);

// An upload that failed, as the outcome of the send that needed it: nothing was sent yet.
[[nodiscard]] SendOutcome uploadFailed(const Error& error);

[[nodiscard]] bool throttlesPerson(const net::HttpResult& result);
[[nodiscard]] Millis personWait(int refusals);

// What health learns from an answer; nothing from a call that was never made.
[[nodiscard]] std::optional<connect::Observation> observe(connect::CallKind call,
                                                          const net::HttpResult& result);

} // namespace comanda::graph
