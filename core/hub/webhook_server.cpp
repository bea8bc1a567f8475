#include "core/hub/webhook_server.h"

#include "core/hub/routes.h"

namespace comanda::hub {

using namespace Qt::StringLiterals;

WebhookServer::WebhookServer(const OwnReceiver& options, connect::Supervisor& supervisor,
                             const Roster& roster, const Clock& clock)
    : options_(options),
      supervisor_(supervisor),
      roster_(roster),
      desk_(new QObject),
      receiver_(
          clock,
          [this](mailbox::Posted posted, std::function<void(Result<>)> answer) {
              take(std::move(posted), std::move(answer));
          },
          [](const QString&) {}) {
    answering_.setObjectName(u"webhooks"_s);
    desk_->moveToThread(&answering_);
    answering_.start();
}

WebhookServer::~WebhookServer() {
    server_.reset();
    answering_.quit();
    answering_.wait();
}

Result<std::unique_ptr<WebhookServer>> WebhookServer::listen(const OwnReceiver& options,
                                                             connect::Supervisor& supervisor,
                                                             const Roster& roster,
                                                             const Clock& clock) {
    std::unique_ptr<WebhookServer> made(new WebhookServer(options, supervisor, roster, clock));
    net::HttpServer::Options listening;
    listening.address = options.address;
    listening.port = options.port;
    listening.tls = options.tls;
    const mailbox::Receiver& receiver = made->receiver_;
    auto server = net::HttpServer::listen(
        listening,
        [&receiver](const net::ServerRequest& request) { return receiver.gate(request); },
        [&receiver](net::ServerRequest request, net::HttpServer::Respond respond) {
            receiver.handle(std::move(request), std::move(respond));
        });
    if (!server) {
        return fail(server.error());
    }
    made->server_ = std::move(*server);
    return made;
}

void WebhookServer::setRoutes(std::vector<mailbox::Route> routes) {
    receiver_.setRoutes(std::move(routes));
}

QString WebhookServer::hookUrl(const QString& route) const {
    QString base = options_.publicUrl;
    if (base.isEmpty()) {
        const QString scheme = options_.tls ? u"https"_s : u"http"_s;
        base = u"%1://%2:%3"_s.arg(scheme, options_.address).arg(server_->port());
    }
    while (base.endsWith(u'/')) {
        base.chop(1);
    }
    return base + u"/hooks/"_s + route;
}

// On the server's thread.
void WebhookServer::take(mailbox::Posted posted, std::function<void(Result<>)> answer) {
    const auto channel = readerOf(roster_, posted.route, posted.body);
    if (!channel) { // removed a moment ago: the platform keeps it and comes again
        answer(fail(ErrorKind::NotFound, u"channel.not_running"_s));
        return;
    }
    supervisor_.deliver(channel->id, {std::move(posted.body), u"webhook"_s, posted.receivedAt},
                        desk_.get(), std::move(answer));
}

} // namespace comanda::hub
