// Proves the way of a pushed message: posts a signed body of our own to the public address and
// waits until it is stored here. Says at which station it stopped.
#pragma once

#include "core/connect/connector.h"
#include "core/hub/hub.h"
#include "core/net/http_client.h"

#include <QObject>
#include <QTimer>

namespace comanda::hub {

class WayTest final : public QObject {
    Q_OBJECT
public:
    struct Way {
        QString url;           // empty: there is no public address
        QString route;         // of that address
        Secret appSecret;      // empty: whoever checks signatures is asked to sign
        bool mailbox = false;  // it comes through one
        Millis within{40'000}; // longer than a mailbox's poll that has just begun
    };
    // Signs what is given as a platform's webhook would be, hex; empty: nobody there has a secret.
    using Sign = std::function<void(const Secret& body, connect::Proved done)>;

    WayTest(Way way, Sign sign, QObject* parent = nullptr);

    // Once; `done` follows within a minute, or never if this is destroyed first.
    void run(std::function<void(const WayReport&)> done);
    void arrived(const QString& name); // a test is in the store
    // Why the mailbox gives us nothing at the moment; empty: it does.
    void setMailboxTrouble(const QString& id) { mailboxTrouble_ = id; }

private:
    void post(const QByteArray& signature);
    void posted(const net::HttpResult& result);
    void end(std::optional<Station> stopped, const QString& why = {}, const QString& detail = {});

    const Way way_;
    const Sign sign_;
    const QString name_;
    const QByteArray body_;
    std::function<void(const WayReport&)> done_; // empty: it is over
    net::HttpClient http_;
    QTimer limit_;
    QString mailboxTrouble_;
    bool taken_ = false;   // the public address said 200
    bool arrived_ = false; // may come first
};

} // namespace comanda::hub
