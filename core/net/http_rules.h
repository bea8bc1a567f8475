// What Qt's network errors mean, and small rules of HTTP. Internal to core/net.
#pragma once

#include "core/base/failure.h"

#include <QByteArray>
#include <QNetworkReply>
#include <QUrl>

namespace comanda::net {

struct Meaning {
    FailureClass failure;
    bool neverConnected; // comes before a byte of the request can leave
};

[[nodiscard]] Meaning meaningOf(QNetworkReply::NetworkError error);
// Errors that Qt derives from an HTTP status: the answer itself is complete.
[[nodiscard]] bool saysOnlyStatus(QNetworkReply::NetworkError error, int status);
[[nodiscard]] bool isSafe(const QByteArray& method); // changes nothing on the other side
[[nodiscard]] bool sameOrigin(const QUrl& a, const QUrl& b);
[[nodiscard]] QByteArray hostHeader(const QUrl& url);

} // namespace comanda::net
