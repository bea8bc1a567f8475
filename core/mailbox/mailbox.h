// The whole small public program: receives webhooks, keeps them sealed, lets one hub collect.
// Protocol comanda-mailbox/1.
#pragma once

#include "core/mailbox/receiver.h"

#include <QUrl>

namespace comanda::mailbox {

struct MailboxConfig {
    QString dataDir;
    QString address = QStringLiteral("127.0.0.1"); // without TLS only loopback is allowed
    quint16 port = 0;
    std::optional<net::ServerTls> tls;
    std::vector<Route> routes;
    std::vector<Secret> hubTokens; // bearer; two during a rotation
    QByteArray hubPublicKey;       // 32 raw bytes, out of the mailbox's own settings
    QString appId;                 // for debug_token and exchange
    QUrl graphBaseUrl{QStringLiteral("https://graph.facebook.com")};
    QString graphVersion = QStringLiteral("v25.0");
    qint64 quota = qint64{2} * 1024 * 1024 * 1024;
    std::chrono::hours keepAcknowledged{8 * 24};
};

class Mailbox {
public:
    // Fails with "mailbox.no_hub_key", "mailbox.no_token", or what listening or the journal said.
    [[nodiscard]] static Result<std::unique_ptr<Mailbox>> start(const MailboxConfig& config,
                                                                const Clock& clock);
    ~Mailbox();
    [[nodiscard]] quint16 port() const;

private:
    class Private;
    explicit Mailbox(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace comanda::mailbox
