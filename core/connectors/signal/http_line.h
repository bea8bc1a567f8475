// Calls as POST /api/v1/rpc, news as the event stream GET /api/v1/events.
#pragma once

#include "core/connectors/signal/frames.h"
#include "core/connectors/signal/line.h"
#include "core/net/http_client.h"

#include <QNetworkAccessManager>
#include <QPointer>
#include <QTimer>

class QNetworkReply;

namespace comanda::signal {

class HttpLine final : public Line {
    Q_OBJECT
public:
    HttpLine(const Place& place, const Timing& timing, QObject* parent = nullptr);
    ~HttpLine() override;

    void open() override;
    void close() override;
    void send(const QString& id, const QByteArray& request, Millis deadline) override;
    void hold(bool on) override;

private:
    void listen();
    void readSome();
    void streamEnded();
    void answered(const QString& id, const net::HttpResult& result);
    void fail(FailureClass failure, const QString& id, const QString& detail);
    [[nodiscard]] int status() const;

    Place place_;
    Timing timing_;
    net::HttpClient client_;
    QNetworkAccessManager manager_; // of the stream, which has no end that a deadline could know
    QPointer<QNetworkReply> stream_;
    EventStream events_;
    QTimer quiet_;
    bool opened_ = false;
    bool held_ = false;
    bool over_ = true;
};

} // namespace comanda::signal
