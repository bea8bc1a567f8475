// How long the access token lives, and keeping it alive: a page's token is only looked at, an
// Instagram login's is exchanged for a new one before its sixty days are over.
// https://developers.facebook.com/docs/instagram-platform/reference/refresh_access_token
#pragma once

#include "core/connect/connector.h"
#include "core/connectors/graph/caller.h"

#include <QObject>

namespace comanda::messaging {

class TokenLife final : public QObject {
    Q_OBJECT
public:
    // `caller` makes the account's calls; `renews`: the token is exchanged at `endpoint`.
    TokenLife(graph::Caller& caller, graph::Endpoint endpoint, QString tokenKey, bool renews,
              const connect::Host& host, QObject* parent = nullptr);

    // Asks, or renews, if it is time. `done` is called once, with or without news.
    void look(std::function<void()> done);
    // Asks only.
    void ask(std::function<void()> done);
    void stop();

    [[nodiscard]] std::optional<Time> ends() const { return ends_; }
    // "meta.key_ends_14", "meta.key_ends_7" or "meta.key_ends_2", the days that are left at most;
    // empty: it lives longer, or nobody knows.
    [[nodiscard]] QString warning() const;

private:
    void renew(const std::function<void()>& done);
    void renewed(const net::HttpResult& result);

    graph::Caller& caller_;
    graph::Caller renewing_; // that call has no version in its path
    QString tokenKey_;
    bool renews_;
    connect::Host host_;
    std::optional<Time> ends_;
    std::optional<Time> notBefore_; // asks or renews again
};

} // namespace comanda::messaging
