#include "core/mailbox/meta_calls.h"

#include "core/base/json.h"
#include "core/security/signature.h"

#include <QJsonDocument>
#include <QUrlQuery>

namespace comanda::mailbox {

using namespace Qt::StringLiterals;
using net::ServerResponse;

namespace {

constexpr Millis kGraphDeadline{15'000}; // well inside the server's own deadline for an answer

QByteArray formPair(const QByteArray& name, const QByteArray& value) {
    return name + '=' + value.toPercentEncoding();
}

QUrl graphUrl(const MailboxConfig& config, const QString& edge) {
    QUrl url = config.graphBaseUrl;
    QString base = url.path();
    if (base.endsWith(u'/')) {
        base.chop(1);
    }
    url.setPath(base + u'/' + config.graphVersion + u'/' + edge);
    return url;
}

// What Graph said, or that it could not be asked. A 401 of Graph must not look like one of ours.
ServerResponse answerFrom(const net::HttpResult& result, const Secret& secret) {
    if (!result) {
        const bool late = result.error().failure == FailureClass::Timeout;
        return errorAnswer(late ? 504 : 502, u"mailbox.graph_unreachable"_s,
                           toWord(result.error().failure));
    }
    // Graph never repeats a secret; if it ever did, it would end here.
    QByteArray body = result->body;
    body.replace(secret.reveal(), "<secret>");
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject()) {
        return errorAnswer(502, u"mailbox.graph_unreadable"_s, QString::number(result->status));
    }
    if (result->status == 200) {
        return jsonAnswer(200, document.object());
    }
    return jsonAnswer(502, {{u"error"_s, QJsonObject{{u"id"_s, u"mailbox.graph_refused"_s},
                                                     {u"status"_s, result->status},
                                                     {u"graph"_s, document.object()}}}});
}

} // namespace

MetaCalls::MetaCalls(const MailboxConfig& config, QObject* parent)
    : QObject(parent), config_(config), client_(this) {}

Result<Secret> MetaCalls::secretFor(const QString& route) const {
    std::optional<Secret> found;
    for (const Route& one : config_.routes) {
        if (one.appSecrets.empty() || (!route.isEmpty() && one.path != route)) {
            continue;
        }
        if (found && !(*found == one.appSecrets.front())) {
            return fail(ErrorKind::Invalid, u"mailbox.which_route"_s);
        }
        found = one.appSecrets.front();
    }
    if (!found) {
        return fail(ErrorKind::NotFound, u"mailbox.no_secret"_s);
    }
    return *found;
}

void MetaCalls::proof(const QString& route, const PostProof& call, const Answer& answer) {
    const Result<Secret> secret = secretFor(route);
    if (!secret) {
        answer(errorAnswer(secret.error()));
        return;
    }
    answer(jsonAnswer(
        200, {{u"proof"_s, QString::fromLatin1(security::appSecretProof(*secret, call.token))}}));
}

void MetaCalls::debugToken(const QString& route, const PostDebugToken& call, const Answer& answer) {
    const Result<Secret> secret = secretFor(route);
    if (!secret || config_.appId.isEmpty()) {
        answer(secret ? errorAnswer(400, u"mailbox.no_app_id"_s) : errorAnswer(secret.error()));
        return;
    }
    net::HttpRequest request;
    request.url = graphUrl(config_, u"debug_token"_s);
    request.url.setQuery(QString::fromLatin1(formPair("input_token", call.token.reveal())),
                         QUrl::StrictMode);
    request.headers.emplace_back("Authorization",
                                 "Bearer " + config_.appId.toUtf8() + '|' + secret->reveal());
    send(request, *secret, answer);
}

void MetaCalls::exchange(const QString& route, const PostExchange& call, const Answer& answer) {
    const Result<Secret> secret = secretFor(route);
    if (!secret || config_.appId.isEmpty()) {
        answer(secret ? errorAnswer(400, u"mailbox.no_app_id"_s) : errorAnswer(secret.error()));
        return;
    }
    QByteArrayList form{formPair("client_id", config_.appId.toUtf8()),
                        formPair("client_secret", secret->reveal())};
    if (call.code.isEmpty()) {
        form << "grant_type=fb_exchange_token"
             << formPair("fb_exchange_token", call.token.reveal());
    } else {
        form << formPair("code", call.code.reveal());
    }
    if (!call.redirectUri.isEmpty()) {
        form << formPair("redirect_uri", call.redirectUri.toUtf8());
    }
    net::HttpRequest request;
    request.method = "POST"; // a form keeps the secret out of every URL
    request.url = graphUrl(config_, u"oauth/access_token"_s);
    request.headers.emplace_back("Content-Type", "application/x-www-form-urlencoded");
    request.body = form.join('&');
    send(request, *secret, answer);
}

void MetaCalls::send(const net::HttpRequest& request, const Secret& secret, const Answer& answer) {
    net::HttpRequest limited = request;
    limited.deadline = kGraphDeadline;
    limited.maxBody = kApiBodyMax;
    client_.send(limited, this, [secret, answer](const net::HttpResult& result) {
        answer(answerFrom(result, secret));
    });
}

} // namespace comanda::mailbox
