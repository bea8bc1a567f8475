// A small HTTP/1.1 server with limits, on its own thread (Boost.Beast). Used by the mailbox.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace comanda::net {

struct ServerRequest {
    QByteArray method, path; // path without query, percent-decoding left to the handler
    QByteArray query;        // without '?'
    std::vector<std::pair<QByteArray, QByteArray>> headers; // names in lower case
    QByteArray body;                                        // raw
    QString remote;                                         // address

    [[nodiscard]] QByteArray header(QByteArrayView lowerCaseName) const;
    [[nodiscard]] QByteArray queryValue(QByteArrayView name) const; // decoded; empty if absent
};

struct ServerResponse {
    int status = 200;
    QByteArray body;
    QByteArray contentType = "text/plain; charset=utf-8";
    std::vector<std::pair<QByteArray, QByteArray>> headers;
};

struct ServerLimits {
    Millis handshakeDeadline{5'000}; // of TLS
    qint64 headerBytes = 8 * 1024;
    Millis headerDeadline{5'000};
    qint64 bodyBytes = 4 * 1024 * 1024;  // chunked bodies too
    Millis bodyDeadline{10'000};         // after the headers
    qint64 allBodies = 64 * 1024 * 1024; // counted until the handler has let go of them
    int connections = 256;
    Millis answerDeadline{60'000}; // the handler's time; then 503
    Millis idleDeadline{75'000};   // keep-alive
};

struct ServerTls {
    QString certificatePath, keyPath; // PEM; reloaded when the files change
};

class HttpServer {
public:
    using Respond = std::function<void(ServerResponse)>;         // from any thread, once
    using Handler = std::function<void(ServerRequest, Respond)>; // on the server's thread: be quick
    // Asked when the headers are in, before the body is read: a response refuses it (its size or
    // path), nullopt lets it through.
    using Gate = std::function<std::optional<ServerResponse>(const ServerRequest&)>;

    struct Options {
        QString address = QStringLiteral("127.0.0.1");
        quint16 port = 0; // 0: any free one
        ServerLimits limits;
        std::optional<ServerTls> tls;
    };

    // Fails with "net.cannot_listen", "net.certificate_file", "net.certificate", and with
    // "net.public_without_tls" for an address that others can reach.
    [[nodiscard]] static Result<std::unique_ptr<HttpServer>> listen(const Options& options,
                                                                    Gate gate, Handler handler);
    ~HttpServer(); // closes every connection; no handler runs afterwards

    [[nodiscard]] quint16 port() const;
    [[nodiscard]] std::optional<Time> certificateEnds() const;

private:
    class Private;
    explicit HttpServer(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace comanda::net
