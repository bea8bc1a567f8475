#include "core/net/http_client.h"

#include "core/net/http_call.h"

#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QPointer>

namespace comanda::net {

QByteArray HttpReply::header(QByteArrayView lowerCaseName) const {
    for (const auto& [name, value] : headers) {
        if (name == lowerCaseName) {
            return value;
        }
    }
    return {};
}

HttpClient::HttpClient(QObject* parent)
    : QObject(parent), manager_(new QNetworkAccessManager(this)) {
    manager_->setProxy(QNetworkProxy::NoProxy);
    manager_->setAutoDeleteReplies(false);
}

HttpClient::~HttpClient() {
    for (const auto& [handle, call] : calls_) {
        delete call; // before the manager that their replies belong to
    }
}

quint64 HttpClient::send(const HttpRequest& request, QObject* receiver,
                         std::function<void(HttpResult)> done) {
    const quint64 handle = ++lastHandle_;
    const QPointer<QObject> target(receiver);
    auto end = [this, handle, target, done = std::move(done)](HttpResult result) {
        const auto found = calls_.find(handle);
        found->second->deleteLater();
        calls_.erase(found);
        if (target) {
            done(std::move(result)); // may delete this client
        }
    };
    auto* call = new HttpCall(*manager_, request, std::move(end), this);
    calls_.emplace(handle, call);
    connect(receiver, &QObject::destroyed, call, [this, handle] { cancel(handle); });
    QMetaObject::invokeMethod(
        call, [call] { call->start(); }, Qt::QueuedConnection);
    return handle;
}

void HttpClient::cancel(quint64 handle) {
    const auto found = calls_.find(handle);
    if (found == calls_.end()) {
        return;
    }
    HttpCall* call = found->second;
    calls_.erase(found);
    delete call;
}

void HttpClient::dropConnections() {
    manager_->clearConnectionCache();
}

} // namespace comanda::net
