// A server that answers with what it saw, for the tests of HttpServer.
#pragma once

#include "core/net/http_server.h"
#include "tests/support/catch.h"

#include <atomic>
#include <mutex>

namespace comanda::test {

using namespace comanda::net;

// Answers with what it saw; keeps requests for "/hold" until they are let go.
class EchoServer {
public:
    explicit EchoServer(const ServerLimits& limits = {}, std::optional<ServerTls> tls = {}) {
        HttpServer::Options options;
        options.limits = limits;
        options.tls = std::move(tls);
        auto listening = HttpServer::listen(
            options, [](const ServerRequest& request) { return gate(request); },
            [this](const ServerRequest& request, HttpServer::Respond respond) {
                handle(request, std::move(respond));
            });
        REQUIRE(listening);
        server_ = std::move(*listening);
    }
    ~EchoServer() {
        server_.reset();
        letGo();
    }

    [[nodiscard]] quint16 port() const { return server_->port(); }
    [[nodiscard]] int handled() const { return handled_; }
    [[nodiscard]] HttpServer& server() { return *server_; }
    [[nodiscard]] qsizetype holding() {
        const std::scoped_lock lock(mutex_);
        return qsizetype(held_.size());
    }
    void letGo() {
        const std::scoped_lock lock(mutex_);
        for (const HttpServer::Respond& respond : held_) {
            respond(ServerResponse{200, "held", "text/plain", {}});
            respond(ServerResponse{500, "twice", "text/plain", {}}); // ignored
        }
        held_.clear();
    }
    void forget() {
        const std::scoped_lock lock(mutex_);
        held_.clear();
    }

private:
    static std::optional<ServerResponse> gate(const ServerRequest& request) {
        return request.path == "/refused" ? std::optional(ServerResponse{404, {}, {}, {}})
                                          : std::nullopt;
    }
    void handle(const ServerRequest& request, HttpServer::Respond respond) {
        ++handled_;
        if (request.path == "/hold") {
            const std::scoped_lock lock(mutex_);
            held_.push_back(std::move(respond));
            return;
        }
        respond(ServerResponse{200,
                               request.method + ' ' + request.path + '?' + request.query + ' '
                                   + request.header("x-a") + ' ' + request.body.left(64) + ' '
                                   + QByteArray::number(request.body.size()),
                               "text/plain",
                               {}});
    }

    std::atomic<int> handled_ = 0;
    std::mutex mutex_;
    std::vector<HttpServer::Respond> held_;
    std::unique_ptr<HttpServer> server_;
};

inline ServerLimits shortLimits() {
    ServerLimits limits;
    limits.headerBytes = 1024;
    limits.bodyBytes = 10'000;
    limits.headerDeadline = Millis(300);
    limits.bodyDeadline = Millis(300);
    limits.answerDeadline = Millis(300);
    limits.idleDeadline = Millis(300);
    return limits;
}

} // namespace comanda::test
