// The calls to Meta's Graph API that need the app secret, made here so that it never leaves.
#pragma once

#include "core/mailbox/api.h"
#include "core/net/http_client.h"

#include <QObject>

namespace comanda::mailbox {

class MetaCalls final : public QObject {
    Q_OBJECT
public:
    explicit MetaCalls(const MailboxConfig& config, QObject* parent = nullptr);

    using Answer = std::function<void(net::ServerResponse)>; // once

    // `route`: whose secret; empty is enough when all routes share one.
    void proof(const QString& route, const PostProof& call, const Answer& answer);
    void debugToken(const QString& route, const PostDebugToken& call, const Answer& answer);
    void exchange(const QString& route, const PostExchange& call, const Answer& answer);

private:
    // Fails with "mailbox.no_secret" or "mailbox.which_route".
    [[nodiscard]] Result<Secret> secretFor(const QString& route) const;
    void send(const net::HttpRequest& request, const Secret& secret, const Answer& answer);

    MailboxConfig config_;
    net::HttpClient client_;
};

} // namespace comanda::mailbox
