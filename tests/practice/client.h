// A plain HTTP client for the tests, so that the simulators are judged by an independent stack.
#pragma once

#include "tests/support/wait.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <memory>

namespace comanda::test {

struct Answer {
    int status = 0; // 0: none came
    QByteArray body;
    QByteArray retryAfter;
    QNetworkReply::NetworkError error = QNetworkReply::NoError;

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
};

class Client {
public:
    // Not waited for: take() it later.
    std::shared_ptr<QNetworkReply> begin(const QByteArray& method, const QUrl& url,
                                         const QByteArray& body = {},
                                         const QByteArray& type = "application/json",
                                         const QByteArray& bearer = {}, int timeout = 0) {
        QNetworkRequest request(url);
        request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
        if (!body.isEmpty()) {
            request.setRawHeader("Content-Type", type);
        }
        if (!bearer.isEmpty()) {
            request.setRawHeader("Authorization", "Bearer " + bearer);
        }
        request.setTransferTimeout(timeout);
        return {network_.sendCustomRequest(request, method, body),
                [](QNetworkReply* reply) { reply->deleteLater(); }};
    }
    static Answer take(const std::shared_ptr<QNetworkReply>& reply) {
        const bool ended = waitUntil([&] { return reply->isFinished(); });
        Answer answer;
        if (ended) {
            answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
            answer.body = reply->isOpen() ? reply->readAll() : QByteArray();
            answer.retryAfter = reply->rawHeader("Retry-After");
            answer.error = reply->error();
        }
        return answer;
    }
    Answer post(const QUrl& url, const QJsonObject& body, const QByteArray& bearer = {}) {
        return take(begin("POST", url, QJsonDocument(body).toJson(QJsonDocument::Compact),
                          "application/json", bearer));
    }
    Answer get(const QUrl& url, const QByteArray& bearer = {}) {
        return take(begin("GET", url, {}, {}, bearer));
    }

private:
    QNetworkAccessManager network_;
};

} // namespace comanda::test
