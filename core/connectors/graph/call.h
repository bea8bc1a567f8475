// A call of the Graph API, built without making it.
#pragma once

#include "core/base/secret.h"
#include "core/net/http_client.h"

#include <QJsonObject>
#include <QString>
#include <QUrl>

#include <utility>
#include <vector>

namespace comanda::graph {

struct Endpoint {
    QUrl base;       // "https://graph.facebook.com", or whatever stands in for it
    QString version; // "v25.0"; empty: the call has none
};

using Query = std::vector<std::pair<QString, QString>>;

// The token travels in the Authorization header, never in the URL. `proof` is the lower-case hex
// appsecret_proof of that token; empty: none is sent.
[[nodiscard]] net::HttpRequest get(const Endpoint& endpoint, const QString& path,
                                   const Query& query, const Secret& token,
                                   const QByteArray& proof);
[[nodiscard]] net::HttpRequest post(const Endpoint& endpoint, const QString& path,
                                    const QJsonObject& body, const Secret& token,
                                    const QByteArray& proof);
[[nodiscard]] net::HttpRequest remove(const Endpoint& endpoint, const QString& path,
                                      const Secret& token, const QByteArray& proof);
[[nodiscard]] net::HttpRequest upload(const Endpoint& endpoint, const QString& path,
                                      std::vector<net::FormPart> form, const Secret& token,
                                      const QByteArray& proof);

} // namespace comanda::graph
