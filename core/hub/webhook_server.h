// Our own public address for webhooks: 200 goes out after the store's COMMIT, so there is no second
// journal. Between socket and store nothing waits for the screen.
#pragma once

#include "core/connect/supervisor.h"
#include "core/hub/config.h"
#include "core/hub/roster.h"
#include "core/mailbox/receiver.h"
#include "core/net/http_server.h"

#include <QObject>
#include <QThread>

namespace comanda::hub {

class WebhookServer final : public QObject {
    Q_OBJECT
public:
    // Fails with what listening says.
    [[nodiscard]] static Result<std::unique_ptr<WebhookServer>>
    listen(const OwnReceiver& options, connect::Supervisor& supervisor, const Roster& roster,
           const Clock& clock);
    ~WebhookServer() override;

    void setRoutes(std::vector<mailbox::Route> routes);
    // What the platform is told for a route.
    [[nodiscard]] QString hookUrl(const QString& route) const;

private:
    WebhookServer(const OwnReceiver& options, connect::Supervisor& supervisor, const Roster& roster,
                  const Clock& clock);
    void take(mailbox::Posted posted, std::function<void(Result<>)> answer);

    const OwnReceiver options_;
    connect::Supervisor& supervisor_;
    const Roster& roster_;
    QThread answering_;             // where the store's answers become responses
    std::unique_ptr<QObject> desk_; // lives there
    mailbox::Receiver receiver_;
    std::unique_ptr<net::HttpServer> server_; // goes first: its handlers use all of the above
};

} // namespace comanda::hub
