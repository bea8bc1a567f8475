#include "core/net/http_rules.h"

namespace comanda::net {

using namespace Qt::StringLiterals;

Meaning meaningOf(QNetworkReply::NetworkError error) {
    switch (static_cast<int>(error)) { // an int: Qt adds enumerators
    case QNetworkReply::HostNotFoundError:
        return {FailureClass::Dns, true};
    case QNetworkReply::ConnectionRefusedError:
        return {FailureClass::Refused, true};
    case QNetworkReply::SslHandshakeFailedError:
        return {FailureClass::Tls, true};
    case QNetworkReply::TimeoutError:
        return {FailureClass::Timeout, false};
    // Closed or reset; ContentReSendError when our upload refused Qt's own second try. Also the
    // answer to what is no HTTP.
    default:
        return {FailureClass::Protocol, false};
    }
}

bool saysOnlyStatus(QNetworkReply::NetworkError error, int status) {
    return error == QNetworkReply::NoError
           || (error >= QNetworkReply::ContentAccessDenied
               && error <= QNetworkReply::UnknownContentError
               && error != QNetworkReply::ContentReSendError)
           || (error == QNetworkReply::ProtocolInvalidOperationError && status >= 400)
           || (error >= QNetworkReply::InternalServerError
               && error <= QNetworkReply::UnknownServerError);
}

bool isSafe(const QByteArray& method) {
    return method == "GET" || method == "HEAD";
}

bool sameOrigin(const QUrl& a, const QUrl& b) {
    const auto port = [](const QUrl& url) {
        return url.port(url.scheme() == "https"_L1 ? 443 : 80);
    };
    return a.host() == b.host() && a.scheme() == b.scheme() && port(a) == port(b);
}

QByteArray hostHeader(const QUrl& url) {
    QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':')) {
        host = '[' + host + ']';
    }
    return url.port() < 0 ? host : host + ':' + QByteArray::number(url.port());
}

} // namespace comanda::net
