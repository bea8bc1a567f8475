// A receiver of webhooks that does as the test says.
#pragma once

#include "app/practice/sim_server.h"
#include "app/practice/webhook_sender.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

#include <atomic>
#include <mutex>
#include <vector>

namespace comanda::test {

class Hook {
public:
    Hook(QByteArray secret, QByteArray verifyToken)
        : secret_(std::move(secret)), verifyToken_(std::move(verifyToken)) {}

    std::atomic<int> status{200};

    [[nodiscard]] QUrl url() const {
        return QUrl(server.url().toString() + QStringLiteral("/hooks/abc"));
    }
    [[nodiscard]] int count() const {
        const std::lock_guard lock(mutex_);
        return int(posts_.size());
    }
    [[nodiscard]] std::vector<practice::SimRequest> posts() const {
        const std::lock_guard lock(mutex_);
        return posts_;
    }
    [[nodiscard]] bool isSigned(const practice::SimRequest& post) const {
        return post.header("x-hub-signature-256") == practice::signatureOf(post.body, secret_);
    }
    // Every value of every change of every entry of the posts so far.
    [[nodiscard]] std::vector<QJsonObject> values() const {
        std::vector<QJsonObject> all;
        for (const practice::SimRequest& post : posts()) {
            const QJsonObject body = QJsonDocument::fromJson(post.body).object();
            for (const QJsonValue& entry : body[QStringLiteral("entry")].toArray()) {
                for (const QJsonValue& change : entry[QStringLiteral("changes")].toArray()) {
                    all.push_back(change[QStringLiteral("value")].toObject());
                }
            }
        }
        return all;
    }
    [[nodiscard]] std::vector<QJsonObject> items(const QString& array) const {
        std::vector<QJsonObject> all;
        for (const QJsonObject& value : values()) {
            for (const QJsonValue& item : value.value(array).toArray()) {
                all.push_back(item.toObject());
            }
        }
        return all;
    }

private:
    QByteArray secret_, verifyToken_;
    mutable std::mutex mutex_;
    std::vector<practice::SimRequest> posts_;

public:
    // The last member: it stops before what its handler uses goes.
    practice::SimServer server{[this](const practice::SimRequest& request,
                                      const practice::Respond& respond) {
        practice::SimResponse response;
        response.contentType = "text/plain";
        if (request.method == "GET") {
            const QUrlQuery query(QString::fromLatin1(request.query));
            const bool right =
                query.queryItemValue(QStringLiteral("hub.verify_token")).toLatin1() == verifyToken_;
            response.status = right ? 200 : 403;
            response.body = right ? query.queryItemValue(QStringLiteral("hub.challenge")).toLatin1()
                                  : QByteArray();
        } else {
            const std::lock_guard lock(mutex_);
            posts_.push_back(request);
            response.status = status;
        }
        respond(response);
    }};
};

} // namespace comanda::test
