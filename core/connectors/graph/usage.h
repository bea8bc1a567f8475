// How much of the hourly quota is used, from the headers that some answers carry; and for how long
// a server asks us to stay away. Headers may be missing on any answer.
// https://developers.facebook.com/docs/graph-api/overview/rate-limiting
#pragma once

#include "core/base/clock.h"
#include "core/net/http_client.h"

#include <optional>

namespace comanda::graph {

constexpr double kSlowDownPercent = 80;

struct Usage {
    double percent = 0; // the highest of all that are given
    Millis regain{0};   // until calls work again; 0: not said

    bool operator==(const Usage&) const = default;
};

// Of X-App-Usage and X-Business-Use-Case-Usage; nullopt: neither is there or readable.
[[nodiscard]] std::optional<Usage> usageIn(const net::HttpReply& reply);

// Retry-After in seconds or as an HTTP date, kept between 0 and kRetryAfterMax.
[[nodiscard]] std::optional<Millis> retryAfterIn(const net::HttpReply& reply, Time now);

// The longest of what the answer asks for and `least`, kept within kRetryAfterMax.
[[nodiscard]] Millis waitAsked(const net::HttpReply& reply, Time now, Millis least);

} // namespace comanda::graph
