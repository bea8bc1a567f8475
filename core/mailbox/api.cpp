#include "core/mailbox/api.h"

#include "core/base/json.h"
#include "core/security/signature.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace comanda::mailbox {

using namespace Qt::StringLiterals;
using net::ServerRequest;
using net::ServerResponse;

namespace {

constexpr qsizetype kHubIdMax = 128;

struct Endpoint {
    QByteArrayView path, method;
};
constexpr std::array kEndpoints{
    Endpoint{"/healthz", "GET"},
    Endpoint{"/v1/deliveries", "GET"},
    Endpoint{"/v1/ack", "POST"},
    Endpoint{"/v1/status", "GET"},
    Endpoint{"/v1/takeover", "POST"},
    Endpoint{"/v1/meta/proof", "POST"},
    Endpoint{"/v1/meta/debug_token", "POST"},
    Endpoint{"/v1/meta/exchange", "POST"},
};

using Reading = tl::expected<ApiCall, ServerResponse>;

tl::unexpected<ServerResponse> refusal(int status, const QString& id, const QString& detail = {}) {
    return tl::unexpected(errorAnswer(status, id, detail));
}

bool isAuthorised(const ServerRequest& request, const std::vector<Secret>& tokens) {
    constexpr QByteArrayView kBearer = "bearer ";
    const QByteArray header = request.header("authorization");
    if (header.first(std::min(header.size(), kBearer.size())).toLower() != kBearer) {
        return false;
    }
    const QByteArrayView given = QByteArrayView(header).sliced(kBearer.size()).trimmed();
    bool known = false;
    for (const Secret& token : tokens) { // all of them, so that the time tells nothing
        const bool equal = !token.isEmpty() && security::equalInConstantTime(given, token.reveal());
        known = known || equal;
    }
    return known;
}

QString hubIdOf(const ServerRequest& request, const QJsonObject& body) {
    QString named = textIn(body, u"hub_id").value_or(QString());
    if (!named.isEmpty()) {
        return named;
    }
    const QByteArray query = request.queryValue("hub_id");
    const QByteArray given = query.isEmpty() ? request.header("x-hub-id") : query;
    return given.isEmpty() ? u"default"_s : QString::fromUtf8(given);
}

std::optional<qint64> wholeNumber(const QByteArray& text) {
    bool ok = false;
    const qint64 value = text.toLongLong(&ok);
    return ok && value >= 0 ? std::optional(value) : std::nullopt;
}

Reading readDeliveries(const ServerRequest& request, ApiCall call) {
    const QByteArray after = request.queryValue("after"), wait = request.queryValue("wait");
    const auto cursor = after.isEmpty() ? std::optional<qint64>(0) : wholeNumber(after);
    const auto seconds = wait.isEmpty() ? std::optional<qint64>(0) : wholeNumber(wait);
    if (!cursor || !seconds) {
        return refusal(400, u"mailbox.bad_request"_s, u"after and wait are whole numbers"_s);
    }
    call.what = GetDeliveries{*cursor, int(std::min<qint64>(*seconds, kWaitMaxSeconds))};
    return call;
}

Reading readAck(const QJsonObject& body, ApiCall call) {
    const std::optional<qint64> through = integerIn(body, u"through");
    if (!through || *through < 0) {
        return refusal(400, u"mailbox.bad_request"_s, u"through is a cursor"_s);
    }
    call.what = PostAck{*through};
    return call;
}

Secret secretIn(const QJsonObject& body, QStringView key) {
    return Secret(textIn(body, key).value_or(QString()).toUtf8());
}

Reading readMeta(QByteArrayView path, const QJsonObject& body, ApiCall call) {
    call.route = textIn(body, u"route").value_or(QString());
    const Secret token = secretIn(body, u"token"), code = secretIn(body, u"code");
    if (path == "/v1/meta/exchange") {
        if (token.isEmpty() == code.isEmpty()) {
            return refusal(400, u"mailbox.bad_request"_s, u"either code or token"_s);
        }
        call.what = PostExchange{code, token, textIn(body, u"redirect_uri").value_or(QString())};
        return call;
    }
    if (token.isEmpty()) {
        return refusal(400, u"mailbox.bad_request"_s, u"token is missing"_s);
    }
    if (path == "/v1/meta/proof") {
        call.what = PostProof{token};
    } else {
        call.what = PostDebugToken{token};
    }
    return call;
}

QJsonValue isoOrNull(const std::optional<Time>& time) {
    return time ? QJsonValue(toIsoUtc(*time)) : QJsonValue(QJsonValue::Null);
}

QJsonValue textOrNull(const QString& text) {
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

} // namespace

bool isApi(QByteArrayView path) {
    return path.startsWith("/v1/") || path == "/healthz";
}

std::optional<ServerResponse> apiGate(const ServerRequest& request,
                                      const std::vector<Secret>& tokens) {
    const auto endpoint =
        std::find_if(kEndpoints.begin(), kEndpoints.end(),
                     [&](const Endpoint& one) { return request.path == one.path; });
    const bool isOpen = request.path == "/healthz";
    if (!isOpen && !isAuthorised(request, tokens)) {
        ServerResponse refused = errorAnswer(401, u"mailbox.unauthorised"_s);
        refused.headers.emplace_back("WWW-Authenticate", "Bearer");
        return refused;
    }
    if (endpoint == kEndpoints.end()) {
        return errorAnswer(404, u"mailbox.not_found"_s);
    }
    if (request.method != endpoint->method) {
        ServerResponse refused = errorAnswer(405, u"mailbox.wrong_method"_s);
        refused.headers.emplace_back("Allow", endpoint->method.toByteArray());
        return refused;
    }
    const auto length = wholeNumber(request.header("content-length"));
    if (length && *length > kApiBodyMax) {
        return errorAnswer(413, u"mailbox.too_long"_s);
    }
    return std::nullopt;
}

Reading readApiCall(const ServerRequest& request) {
    if (request.body.size() > kApiBodyMax) { // chunked: the gate could not know
        return refusal(413, u"mailbox.too_long"_s);
    }
    QJsonObject body;
    if (request.method == "POST") {
        const QJsonDocument document = QJsonDocument::fromJson(request.body);
        if (!document.isObject()) {
            return refusal(400, u"mailbox.bad_request"_s, u"the body is not a JSON object"_s);
        }
        body = document.object();
    }
    ApiCall call{hubIdOf(request, body), {}, GetHealth{}};
    if (call.hubId.size() > kHubIdMax) {
        return refusal(400, u"mailbox.bad_request"_s, u"hub_id is too long"_s);
    }
    if (request.path == "/v1/deliveries") {
        return readDeliveries(request, std::move(call));
    }
    if (request.path == "/v1/ack") {
        return readAck(body, std::move(call));
    }
    if (request.path.startsWith("/v1/meta/")) {
        return readMeta(request.path, body, std::move(call));
    }
    if (request.path == "/v1/status") {
        call.what = GetStatus{};
    } else if (request.path == "/v1/takeover") {
        if (!textIn(body, u"hub_id")) { // a person says who
            return refusal(400, u"mailbox.bad_request"_s, u"hub_id is missing"_s);
        }
        call.what = PostTakeover{};
    }
    return call;
}

ServerResponse jsonAnswer(int status, const QJsonObject& body) {
    return ServerResponse{
        status, toCompactJson(body), "application/json", {{"Cache-Control", "no-store"}}};
}

ServerResponse errorAnswer(int status, const QString& id, const QString& detail) {
    QJsonObject error{{u"id"_s, id}};
    if (!detail.isEmpty()) {
        error.insert(u"detail"_s, detail);
    }
    return jsonAnswer(status, {{u"error"_s, error}});
}

ServerResponse errorAnswer(const Error& error) {
    switch (error.kind) {
    case ErrorKind::Invalid:
    case ErrorKind::Malformed:
        return errorAnswer(400, error.id, error.detail);
    case ErrorKind::Conflict:
        return errorAnswer(409, error.id);
    case ErrorKind::NotFound:
        return errorAnswer(404, error.id);
    case ErrorKind::Network:
    case ErrorKind::Rejected:
    case ErrorKind::Auth:
        return errorAnswer(502, error.id, error.detail);
    case ErrorKind::Timeout:
        return errorAnswer(504, error.id, error.detail);
    case ErrorKind::RateLimited:
    case ErrorKind::Storage:
    case ErrorKind::Busy:
    case ErrorKind::Cancelled:
        break;
    }
    return errorAnswer(503, error.id);
}

ServerResponse deliveriesAnswer(const QString& journal, qint64 after,
                                const std::vector<store::JournalItem>& items,
                                const QString& trouble) {
    QJsonArray list;
    for (const store::JournalItem& item : items) {
        list.append(QJsonObject{
            {u"id"_s, item.id},
            {u"received_utc"_s, toIsoUtc(item.receivedAt)},
            {u"received_ms"_s, qint64{toMillis(item.receivedAt)}},
            {u"route"_s, item.route},
            {u"headers"_s, QJsonDocument::fromJson(item.headers).object()},
            {u"sealed"_s, QString::fromLatin1(item.sealed.toBase64())},
        });
    }
    const qint64 cursor = items.empty() ? after : items.back().id;
    return jsonAnswer(200, {{u"schema"_s, u"comanda-mailbox/1"_s},
                            {u"journal"_s, journal},
                            {u"cursor"_s, cursor},
                            {u"trouble"_s, textOrNull(trouble)},
                            {u"items"_s, list}});
}

ServerResponse statusAnswer(const MailboxConfig& config, const StatusFacts& facts) {
    QJsonArray routes;
    for (const Route& route : config.routes) {
        const auto known = std::find_if(facts.figures.routes.begin(), facts.figures.routes.end(),
                                        [&](const auto& one) { return one.route == route.path; });
        const bool seen = known != facts.figures.routes.end();
        routes.append(QJsonObject{
            {u"route"_s, route.path},
            {u"platform"_s, route.platform},
            {u"account"_s, route.account},
            {u"last_post_utc"_s, seen ? isoOrNull(known->lastPost) : QJsonValue::Null},
            {u"last_handshake_utc"_s, seen ? isoOrNull(known->lastHandshake) : QJsonValue::Null},
        });
    }
    const QJsonObject queue{{u"length"_s, facts.figures.waiting},
                            {u"bytes"_s, facts.figures.bytes},
                            {u"oldest_utc"_s, isoOrNull(facts.figures.oldest)},
                            {u"last"_s, facts.figures.last}};
    return jsonAnswer(200, {{u"schema"_s, u"comanda-mailbox/1"_s},
                            {u"journal"_s, facts.journal},
                            {u"hub_id"_s, facts.hub ? QJsonValue(*facts.hub) : QJsonValue::Null},
                            {u"routes"_s, routes},
                            {u"queue"_s, queue},
                            {u"trouble"_s, textOrNull(facts.figures.trouble)},
                            {u"quota_bytes"_s, config.quota},
                            {u"certificate_ends_utc"_s, isoOrNull(facts.certificateEnds)}});
}

} // namespace comanda::mailbox
