// How long the access token lives, and keeping it alive: a page's or a system user's token is only
// looked at, an Instagram login's is exchanged for a new one before its sixty days are over.
// https://developers.facebook.com/docs/graph-api/reference/debug_token
// https://developers.facebook.com/docs/instagram-platform/reference/refresh_access_token
#pragma once

#include "core/connect/connector.h"
#include "core/connectors/graph/caller.h"
#include "core/domain/key_end.h"

#include <QObject>

namespace comanda::graph {

class TokenLife final : public QObject {
    Q_OBJECT
public:
    struct Of {
        Endpoint endpoint;
        QString appId; // with the app secret that the host may have: who may ask about it
        bool renews = false;
        KeyEnd known = {}; // of the key as it was, until something better is heard
    };
    // `caller` makes the account's calls, with the token `access_token`.
    TokenLife(Caller& caller, Of of, const connect::Host& host, QObject* parent = nullptr);

    // Asks, or renews, if it is time. `done` is called once, with or without news.
    void look(std::function<void()> done);
    // Asks only.
    void ask(std::function<void()> done);
    void stop();

    [[nodiscard]] const KeyEnd& end() const { return end_; }
    // See keyWarning().
    [[nodiscard]] QString warning() const;
    // To the channel's light, which forgets the one before.
    void tell() const;

private:
    using Told = std::function<void(const Result<QJsonObject>&)>;

    void askAsApp(const QByteArray& appToken, const Told& told);
    void askOfItself(const Told& told);
    void told(const Result<QJsonObject>& answer);
    void renew(const std::function<void()>& done);
    void renewed(const net::HttpResult& result);

    Caller& caller_;
    Caller asApp_;    // by the app's own token
    Caller renewing_; // that call has no version in its path
    Of of_;
    connect::Host host_;
    KeyEnd end_;
    bool looked_ = false;
    std::optional<Time> notBefore_; // asks or renews again
};

} // namespace comanda::graph
