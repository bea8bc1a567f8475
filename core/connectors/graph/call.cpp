#include "core/connectors/graph/call.h"

#include "core/base/json.h"

#include <QUrlQuery>

namespace comanda::graph {
namespace {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

constexpr Millis kUploadDeadline = 110s; // 16 MB over a slow line

net::HttpRequest start(const QByteArray& method, const Endpoint& endpoint, const QString& path,
                       const Query& query, const Secret& token, const QByteArray& proof) {
    net::HttpRequest request;
    request.method = method;
    request.url = endpoint.base;
    QString before = endpoint.base.path();
    while (before.endsWith(u'/')) {
        before.chop(1);
    }
    if (!endpoint.version.isEmpty()) {
        before += u'/' + endpoint.version;
    }
    request.url.setPath(before + u'/' + path);
    QUrlQuery items;
    for (const auto& [name, value] : query) {
        items.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value, ",")));
    }
    if (!proof.isEmpty()) {
        items.addQueryItem(u"appsecret_proof"_s, QString::fromLatin1(proof));
    }
    if (!items.isEmpty()) {
        request.url.setQuery(items);
    }
    request.headers.emplace_back("Authorization", "Bearer " + token.reveal());
    request.headers.emplace_back("Accept", "application/json");
    return request;
}

} // namespace

net::HttpRequest get(const Endpoint& endpoint, const QString& path, const Query& query,
                     const Secret& token, const QByteArray& proof) {
    return start("GET", endpoint, path, query, token, proof);
}

net::HttpRequest post(const Endpoint& endpoint, const QString& path, const QJsonObject& body,
                      const Secret& token, const QByteArray& proof) {
    net::HttpRequest request = start("POST", endpoint, path, {}, token, proof);
    request.headers.emplace_back("Content-Type", "application/json");
    request.body = toCompactJson(body);
    return request;
}

net::HttpRequest remove(const Endpoint& endpoint, const QString& path, const Secret& token,
                        const QByteArray& proof) {
    return start("DELETE", endpoint, path, {}, token, proof);
}

net::HttpRequest upload(const Endpoint& endpoint, const QString& path,
                        std::vector<net::FormPart> form, const Secret& token,
                        const QByteArray& proof) {
    net::HttpRequest request = start("POST", endpoint, path, {}, token, proof);
    request.form = std::move(form);
    request.deadline = kUploadDeadline;
    return request;
}

} // namespace comanda::graph
