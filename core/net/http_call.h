// One call of HttpClient, from the request to its one end. Internal to core/net.
#pragma once

#include "core/net/http_client.h"
#include "core/net/upload.h"

#include <QFile>
#include <QHostAddress>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QPointer>
#include <QTimer>

#include <optional>

class QHostInfo;

namespace comanda::net {

class HttpCall final : public QObject {
public:
    using End = std::function<void(HttpResult)>;

    HttpCall(QNetworkAccessManager& manager, HttpRequest request, End end, QObject* parent);
    ~HttpCall() override; // aborts silently

    void start();

private:
    void begin(); // also for each redirect
    void resolve();
    void resolved(const QHostInfo& info);
    void connectToNext(); // of addresses_, or by name when there are none
    void issue(const std::optional<QHostAddress>& address);
    [[nodiscard]] bool makeUpload();
    [[nodiscard]] QNetworkRequest wireRequest(const std::optional<QHostAddress>& address) const;
    void readSome();
    [[nodiscard]] bool keep(const QByteArray& bytes);
    [[nodiscard]] bool openFile();
    void finished();
    [[nodiscard]] bool followRedirect(int status);
    void redirectTo(int status, const QUrl& target);
    void succeed(int status);
    void failNow(HttpFailure failure);
    void failBecause(QNetworkReply::NetworkError error);
    void dropReply();
    void end(HttpResult result);
    [[nodiscard]] bool mayHaveArrived(bool neverConnected) const;
    [[nodiscard]] int status() const; // 0: none yet
    [[nodiscard]] bool toFile() const;

    QNetworkAccessManager& manager_;
    HttpRequest request_;
    End end_;
    QTimer deadline_;
    QPointer<QNetworkReply> reply_;
    Upload* upload_ = nullptr; // lives as long as the reply; null for GET and HEAD
    QByteArray boundary_;
    QList<QHostAddress> addresses_;
    qsizetype nextAddress_ = 0;
    int lookup_ = -1;
    int redirects_ = 0;
    bool startedConnecting_ = false;
    bool requestSent_ = false;
    bool arrivedEarlier_ = false; // an answer (a redirect) came on an earlier leg
    QByteArray body_;
    qint64 received_ = 0;
    QFile file_;
    bool ended_ = false;
};

} // namespace comanda::net
