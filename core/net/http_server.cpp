// The server's thread: listens, keeps the number of connections bounded, shuts down. The only
// file that compiles Boost.Beast and Boost.Asio.
#include "core/net/http_server.h"

#include "core/base/log.h"
#include "core/net/server_connection_steps.h"

#include <boost/asio/executor_work_guard.hpp>
#include <thread>

namespace comanda::net {

namespace {

constexpr Millis kAcceptPause{100};     // after an error such as too many open files
constexpr std::size_t kTurnedAway = 32; // connections above the limit that still get a 503

} // namespace

class HttpServer::Private {
public:
    explicit Private(std::shared_ptr<ServerCore> core)
        : core_(std::move(core)),
          work_(asio::make_work_guard(core_->io)),
          acceptor_(core_->io),
          pause_(core_->io) {}
    ~Private();

    [[nodiscard]] Result<> bind(const QString& address, quint16 port);
    void run();
    [[nodiscard]] quint16 port() const { return port_; }
    [[nodiscard]] std::optional<Time> certificateEnds() const {
        return core_->tls ? std::optional(core_->tls->ends()) : std::nullopt;
    }

private:
    void accept();
    void onAccepted(const ErrorCode& error, tcp::socket socket);
    void admit(tcp::socket socket);
    [[nodiscard]] bool makeRoom();
    void shutDown();

    std::shared_ptr<ServerCore> core_;
    asio::executor_work_guard<asio::io_context::executor_type> work_;
    tcp::acceptor acceptor_;
    asio::steady_timer pause_;
    quint16 port_ = 0;
    std::thread thread_;
};

HttpServer::Private::~Private() {
    if (!thread_.joinable()) {
        return;
    }
    asio::post(core_->io, [this] { shutDown(); });
    work_.reset();
    thread_.join();        // run() ends when every connection has let go
    core_->gate = nullptr; // answers that come later may keep the core alive, but not these
    core_->handler = nullptr;
}

Result<> HttpServer::Private::bind(const QString& address, quint16 port) {
    const auto refused = [&](const ErrorCode& error) {
        return fail(ErrorKind::Network, QStringLiteral("net.cannot_listen"),
                    QString::fromStdString(error.message()),
                    {{QStringLiteral("address"), address},
                     {QStringLiteral("port"), QString::number(port)}});
    };
    ErrorCode error;
    const asio::ip::address host = asio::ip::make_address(address.toStdString(), error);
    if (error) {
        return refused(error);
    }
    if (!host.is_loopback() && !core_->tls) {
        return fail(ErrorKind::Invalid, QStringLiteral("net.public_without_tls"), address,
                    {{QStringLiteral("address"), address}});
    }
    const tcp::endpoint endpoint(host, port);
    acceptor_.open(endpoint.protocol(), error);
    if (!error) {
        acceptor_.set_option(tcp::acceptor::reuse_address(true), error);
    }
    if (!error) {
        acceptor_.bind(endpoint, error);
    }
    if (!error) {
        acceptor_.listen(tcp::acceptor::max_listen_connections, error);
    }
    if (error) {
        return refused(error);
    }
    port_ = acceptor_.local_endpoint(error).port();
    return Done{};
}

void HttpServer::Private::run() {
    accept();
    thread_ = std::thread([core = core_] { core->io.run(); });
}

void HttpServer::Private::accept() {
    acceptor_.async_accept([this](const ErrorCode& error, tcp::socket socket) {
        onAccepted(error, std::move(socket));
    });
}

void HttpServer::Private::onAccepted(const ErrorCode& error, tcp::socket socket) {
    if (core_->closing) {
        return;
    }
    if (!error) {
        admit(std::move(socket));
        accept();
        return;
    }
    qCWarning(lcNet) << "cannot accept a connection:" << error.message().c_str();
    pause_.expires_after(kAcceptPause);
    pause_.async_wait([this](const ErrorCode& cancelled) {
        if (!cancelled && !core_->closing) {
            accept();
        }
    });
}

void HttpServer::Private::admit(tcp::socket socket) {
    const bool hasRoom = makeRoom();
    const std::size_t limit = static_cast<std::size_t>(core_->limits.connections);
    if (!hasRoom && core_->connections.size() >= limit + kTurnedAway) {
        return; // the socket closes itself
    }
    const quint64 id = ++core_->lastId;
    const auto connection = std::make_shared<ServerConnection>(core_, id, std::move(socket));
    core_->connections.emplace(id, connection);
    if (hasRoom) {
        connection->start();
    } else {
        connection->turnAway();
    }
}

// A flood of slow connections must not shut out the honest ones, which are done in milliseconds:
// when it is full, the one that has been at it longest goes.
bool HttpServer::Private::makeRoom() {
    auto& connections = core_->connections;
    if (connections.size() < static_cast<std::size_t>(core_->limits.connections)) {
        return true;
    }
    const auto worst =
        std::min_element(connections.begin(), connections.end(), [](const auto& a, const auto& b) {
            return a.second->isRatherGivenUpThan(*b.second);
        });
    if (worst == connections.end() || !worst->second->isExpendable()) {
        return false;
    }
    const std::shared_ptr<ServerConnection> connection = worst->second; // close() erases it
    connection->close();
    return true;
}

void HttpServer::Private::shutDown() {
    core_->closing = true;
    ErrorCode ignored; // it is going away
    acceptor_.close(ignored);
    pause_.cancel();
    while (!core_->connections.empty()) {
        const std::shared_ptr<ServerConnection> connection = core_->connections.begin()->second;
        connection->close();
    }
}

Result<std::unique_ptr<HttpServer>> HttpServer::listen(const Options& options, Gate gate,
                                                       Handler handler) {
    auto core = std::make_shared<ServerCore>();
    core->limits = options.limits;
    core->gate = std::move(gate);
    core->handler = std::move(handler);
    if (options.tls) {
        auto tls = TlsFiles::load(*options.tls);
        if (!tls) {
            return fail(std::move(tls).error());
        }
        core->tls = std::move(*tls);
    }
    auto d = std::make_unique<Private>(std::move(core));
    Result<> bound = d->bind(options.address, options.port);
    if (!bound) {
        return fail(std::move(bound).error());
    }
    d->run();
    return std::unique_ptr<HttpServer>(new HttpServer(std::move(d)));
}

HttpServer::HttpServer(std::unique_ptr<Private> priv) : d(std::move(priv)) {}
HttpServer::~HttpServer() = default;

quint16 HttpServer::port() const {
    return d->port();
}

std::optional<Time> HttpServer::certificateEnds() const {
    return d->certificateEnds();
}

} // namespace comanda::net
