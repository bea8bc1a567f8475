// Keeps an eye on a page or account: is it alive, is the app still subscribed to it, how long does
// its key live.
//
// It looks every minute, sooner while nothing answers. That the app is no longer subscribed is the
// one fault that everything else shows as green: the platform ends it after an hour in which nobody
// took its webhooks, and then nothing arrives while every call works. It is made again.
#pragma once

#include "core/connect/connector.h"
#include "core/connectors/graph/caller.h"
#include "core/connectors/graph/token.h"

#include <QObject>
#include <QTimer>

namespace comanda::messaging {

class Watch final : public QObject {
    Q_OBJECT
public:
    struct Subscribed {
        bool arrives = true; // what the channel is for
        QString wanted;      // fields to subscribe to; empty: none is missing
        QString less;        // tried where all of that is refused; empty: nothing
    };
    struct Of {
        QString account;    // the node that is looked at, and of the events
        QString subscribes; // the path of subscribed_apps
        std::function<Subscribed(const QJsonObject& answer)> read; // of GET …/subscribed_apps
        QString notSubscribed, unknown;                            // ids, worded in app/text
    };
    // What may not have arrived: from now on, and when to fetch it.
    struct Missed {
        std::function<void()> missing, fetch;
    };

    Watch(graph::Caller& caller, const graph::TokenLife::Of& token, Of of, Missed missed,
          const connect::Host& host, QObject* parent = nullptr);

    void start() { look(); }
    void stop();
    void check(std::function<void(Result<AccountCheck>)> done);
    // Asks, and subscribes if it must.
    void subscribe(std::function<void(Result<>)> done);

private:
    void look();
    void looked(const net::HttpResult& result);
    void learn();
    void lookAtSubscription();
    void subscribeAgain(const Subscribed& found);
    void report(bool subscribed);
    void checkSubscription(AccountCheck found,
                           const std::function<void(Result<AccountCheck>)>& done);

    graph::Caller& caller_;
    const Of of_;
    const Missed missed_;
    connect::Host host_;
    graph::TokenLife token_;
    QTimer next_;
    QJsonObject facts_;
    std::optional<Time> lastLook_; // that succeeded
    int failedLooks_ = 0;
    int looks_ = 0; // that succeeded
    bool stopped_ = false;
};

} // namespace comanda::messaging
