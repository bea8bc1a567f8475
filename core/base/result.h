// Errors are values: what failed, in a kind to branch on and an id that app/text words for people.
#pragma once

#include <QMap>
#include <QString>

#include <chrono>
#include <optional>
#include <tl/expected.hpp>

namespace comanda {

enum class ErrorKind {
    Network,     // dns, refused, tls: nothing reached the other side
    Timeout,     // no answer in time; what was asked may have happened
    Auth,        // the platform wants a new sign-in
    RateLimited, // asked too often; retryAfter says how long to wait
    Rejected,    // the other side understood and refused
    Malformed,   // what we were given cannot be read
    Storage,     // the store could not read or write
    Busy,        // somebody else holds it
    NotFound,
    Conflict, // it changed since it was read
    Invalid,  // the request itself makes no sense
    Cancelled
};

struct Error {
    ErrorKind kind = ErrorKind::Invalid;
    QString id;                    // e.g. "store.locked"; worded in app/text
    QMap<QString, QString> params; // named values for the wording; never a secret
    QString detail;                // technical, for the log and the installer; never a secret
    std::optional<std::chrono::milliseconds> retryAfter;

    bool operator==(const Error&) const = default;
};

// Stands for "nothing to return": tl::expected<void> cannot be compared.
struct Done {
    bool operator==(const Done&) const = default;
};

template <typename T = Done>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorKind kind, QString id, QString detail = {},
                                                QMap<QString, QString> params = {}) {
    return tl::unexpected<Error>(
        Error{kind, std::move(id), std::move(params), std::move(detail), std::nullopt});
}

[[nodiscard]] inline tl::unexpected<Error> fail(Error error) {
    return tl::unexpected<Error>(std::move(error));
}

} // namespace comanda
