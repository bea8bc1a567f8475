// Takes webhooks: handshake, signature over the raw bytes, then into a sink; 200 only when the
// sink has it. Used inside the desktop program (sink: the store) and by the mailbox (its journal).
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/net/http_server.h"

#include <functional>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <vector>

namespace comanda::mailbox {

struct Route {
    QString path;                     // the 128-bit random part of /hooks/<path>
    QString platform;                 // word: "whatsapp", …
    QString account;                  // the platform's id, where it is known
    std::vector<Secret> verifyTokens; // two during a rotation
    std::vector<Secret> appSecrets;   // two during a rotation; none: everything is refused
};

struct Posted {
    QString route;
    QByteArray body;
    QByteArray headers; // JSON object: what is worth keeping
    Time receivedAt;
};

class Receiver {
public:
    // Any thread; the answer may come from any thread, once. An error becomes 503, and 429 for
    // kind RateLimited: the platform keeps the message and comes again.
    using Sink = std::function<void(Posted, std::function<void(Result<>)>)>;
    using Handshook = std::function<void(const QString& route)>;

    Receiver(const Clock& clock, Sink sink, Handshook handshook);

    void setRoutes(std::vector<Route> routes); // any thread, takes effect at once
    // For HttpServer: refuses unknown paths and too long bodies before they are read.
    [[nodiscard]] std::optional<net::ServerResponse> gate(const net::ServerRequest& request) const;
    void handle(net::ServerRequest request, net::HttpServer::Respond respond) const;
    [[nodiscard]] static bool isHook(QByteArrayView path);

private:
    [[nodiscard]] std::optional<Route> routeFor(QByteArrayView path) const;
    [[nodiscard]] net::ServerResponse handshake(const Route& route,
                                                const net::ServerRequest& request) const;
    void post(const Route& route, net::ServerRequest request,
              net::HttpServer::Respond respond) const;
    void reportRefused(const Route& route) const;

    const Clock& clock_;
    Sink sink_;
    Handshook handshook_;
    mutable std::shared_mutex mutex_;
    std::vector<Route> routes_;
    mutable std::mutex refusedMutex_; // guards what follows
    mutable qint64 refused_ = 0;      // since the last line in the log
    mutable std::optional<Monotonic> refusedReported_;
};

} // namespace comanda::mailbox
