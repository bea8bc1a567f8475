#include "core/mailbox/receiver.h"

#include "core/base/json.h"
#include "core/base/log.h"
#include "core/security/signature.h"

#include <QJsonObject>

#include <mutex>

namespace comanda::mailbox {

using namespace Qt::StringLiterals;
using net::ServerRequest;
using net::ServerResponse;

namespace {

constexpr QByteArrayView kHooks = "/hooks/";
constexpr QByteArrayView kSignature = "x-hub-signature-256";

ServerResponse bare(int status) {
    return ServerResponse{status, {}, {}, {}};
}

ServerResponse wrongMethod() {
    return ServerResponse{405, {}, {}, {{"Allow", "GET, POST"}}};
}

// Some stacks rewrite the dot.
QByteArray hubValue(const ServerRequest& request, const QByteArray& name) {
    const QByteArray value = request.queryValue("hub." + name);
    return value.isEmpty() ? request.queryValue("hub_" + name) : value;
}

// Looks at every token, so that the time tells nothing.
bool isOneOf(const QByteArray& given, const std::vector<Secret>& tokens) {
    bool found = false;
    for (const Secret& token : tokens) {
        const bool equal = !token.isEmpty() && security::equalInConstantTime(given, token.reveal());
        found = found || equal;
    }
    return found;
}

QByteArray headersWorthKeeping(const ServerRequest& request) {
    QJsonObject kept;
    for (const QByteArrayView name :
         {QByteArrayView("content-type"), QByteArrayView("content-encoding"),
          QByteArrayView("user-agent"), kSignature}) {
        const QByteArray value = request.header(name);
        if (!value.isEmpty()) {
            kept.insert(QString::fromLatin1(name), QString::fromLatin1(value));
        }
    }
    return toCompactJson(kept);
}

int statusOf(const Error& error) {
    return error.kind == ErrorKind::RateLimited ? 429 : 503;
}

} // namespace

Receiver::Receiver(const Clock& clock, Sink sink, Handshook handshook)
    : clock_(clock), sink_(std::move(sink)), handshook_(std::move(handshook)) {}

void Receiver::setRoutes(std::vector<Route> routes) {
    const std::unique_lock lock(mutex_);
    routes_ = std::move(routes);
}

bool Receiver::isHook(QByteArrayView path) {
    return path.startsWith(kHooks);
}

std::optional<Route> Receiver::routeFor(QByteArrayView path) const {
    if (!isHook(path)) {
        return std::nullopt;
    }
    const QByteArrayView name = path.sliced(kHooks.size());
    const std::shared_lock lock(mutex_);
    std::optional<Route> found;
    for (const Route& route : routes_) {
        if (!route.path.isEmpty() && security::equalInConstantTime(name, route.path.toUtf8())) {
            found = route;
        }
    }
    return found;
}

std::optional<ServerResponse> Receiver::gate(const ServerRequest& request) const {
    const std::optional<Route> route = routeFor(request.path);
    if (!route) {
        return bare(404);
    }
    if (request.method == "GET") {
        return std::nullopt;
    }
    if (request.method != "POST") {
        return wrongMethod();
    }
    if (route->appSecrets.empty() || request.header(kSignature).isEmpty()) {
        reportRefused(*route); // nothing in the body could change it
        return bare(401);
    }
    return std::nullopt;
}

void Receiver::handle(ServerRequest request, net::HttpServer::Respond respond) const {
    const std::optional<Route> route = routeFor(request.path);
    if (!route) {
        respond(bare(404));
    } else if (request.method == "GET") {
        respond(handshake(*route, request));
    } else if (request.method == "POST") {
        post(*route, std::move(request), std::move(respond));
    } else {
        respond(wrongMethod());
    }
}

ServerResponse Receiver::handshake(const Route& route, const ServerRequest& request) const {
    const QByteArray challenge = hubValue(request, "challenge");
    const bool known = isOneOf(hubValue(request, "verify_token"), route.verifyTokens);
    if (hubValue(request, "mode") != "subscribe" || !known || challenge.isEmpty()) {
        reportRefused(route);
        return bare(403);
    }
    if (handshook_) {
        handshook_(route.path);
    }
    return ServerResponse{200, challenge, "text/plain", {}};
}

void Receiver::post(const Route& route, ServerRequest request,
                    net::HttpServer::Respond respond) const {
    // Over the bytes as they came, before anybody reads them.
    if (security::matchHubSignature(request.header(kSignature), request.body, route.appSecrets)
        < 0) {
        reportRefused(route);
        respond(bare(401));
        return;
    }
    QByteArray headers = headersWorthKeeping(request);
    sink_(Posted{route.path, std::move(request.body), std::move(headers), clock_.now()},
          [respond = std::move(respond)](const Result<>& stored) {
              respond(bare(stored ? 200 : statusOf(stored.error())));
          });
}

// A wrong secret would fill the log, and an attacker could: one line a minute says how many.
void Receiver::reportRefused(const Route& route) const {
    const std::scoped_lock lock(refusedMutex_);
    ++refused_;
    const Monotonic now = clock_.monotonic();
    if (refusedReported_ && now - *refusedReported_ < std::chrono::minutes(1)) {
        return;
    }
    refusedReported_ = now;
    qCWarning(lcMailbox).noquote()
        << "refused" << std::exchange(refused_, 0)
        << "requests whose signature or token is missing or wrong, the last for" << route.platform
        << route.account;
}

} // namespace comanda::mailbox
