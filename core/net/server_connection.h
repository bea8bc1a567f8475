// One connection of the server: reads a request, asks the gate, hands it to the handler, writes
// the answer, and again. Each phase has one absolute deadline. Included by http_server.cpp alone.
#pragma once

#include "core/net/beast_reader.h"
#include "core/net/request_reader.h"
#include "core/net/server_tls.h"

#include <array>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <map>

namespace comanda::net {

using asio::ip::tcp;
using ErrorCode = boost::system::error_code;

class ServerConnection;

// What the connections share. Used on the server's thread, except post() of `io`.
struct ServerCore {
    asio::io_context io{1};
    ServerLimits limits;
    HttpServer::Gate gate;
    HttpServer::Handler handler;
    std::unique_ptr<TlsFiles> tls;
    qint64 bodies =
        0; // bytes of all requests, until their handlers have answered or forgotten them
    quint64 lastId = 0;
    std::map<quint64, std::shared_ptr<ServerConnection>> connections; // the oldest first
    bool closing = false;
};

inline constexpr Millis kLingerDeadline{1'000};
inline constexpr qint64 kLingerBytes = 4 * 1024 * 1024;

class ServerConnection : public std::enable_shared_from_this<ServerConnection> {
public:
    ServerConnection(std::shared_ptr<ServerCore> core, quint64 id, tcp::socket socket);

    void start();
    void turnAway(); // answers 503 to whatever comes: there are too many connections
    void answer(quint64 sequence, ServerResponse response); // late or second answers are ignored
    void close();                                           // at once

    // When there are too many: not while its request is being worked on; else first those that are
    // done anyway, then those whose request takes longest.
    [[nodiscard]] bool isExpendable() const;
    [[nodiscard]] bool isRatherGivenUpThan(const ServerConnection& other) const;

private:
    enum class Phase { Handshake, Idle, Headers, Body, Answering, Writing, Lingering, Closed };

    [[nodiscard]] int rank() const;
    void setPhase(Phase phase, Millis deadline);
    void armTimer();
    void onDeadline();
    void readMore();
    void onRead(const ErrorCode& error, std::size_t count);
    void onEnd(const ErrorCode& error);
    void advance(RequestReader::Stage stage);
    void onHeaders();
    void sendContinue();
    void enterBody();
    [[nodiscard]] bool accountBody();
    void releaseBody();
    void onComplete();
    void refuse(ServerResponse response);
    void write(ServerResponse response, bool keepAlive);
    void onWritten(const ErrorCode& error);
    void linger();
    void finish();
    template <typename Buffers, typename Done>
    void asyncWrite(const Buffers& buffers, Done done);

    std::weak_ptr<ServerCore> owner_; // the core owns the connections, not they it
    ServerCore& core_;
    quint64 id_;
    std::shared_ptr<ssl::context> context_; // outlives the stream
    tcp::socket socket_;
    std::optional<ssl::stream<tcp::socket&>> tls_;
    asio::steady_timer timer_;
    std::chrono::steady_clock::time_point deadline_, armedFor_;
    std::chrono::steady_clock::time_point since_ = std::chrono::steady_clock::now(); // this request
    RequestReader reader_;
    std::array<char, 16 * 1024> input_{};
    QByteArray head_, body_; // of the answer that is being written
    QString remote_;
    quint64 sequence_ = 0;
    qint64 accounted_ = 0, lingered_ = 0;
    Phase phase_ = Phase::Handshake;
    bool reading_ = false, keepOpen_ = false, headOnly_ = false, mayHaveMore_ = false,
         timing_ = false;
    bool continuing_ = false;
};

// One request's way back. Gone without an answer means 503, so that nobody waits for nothing. Its
// body counts until then: a client that was told 503 or went away does not take it from a handler.
class PendingAnswer {
public:
    PendingAnswer(std::shared_ptr<ServerCore> core, std::weak_ptr<ServerConnection> connection,
                  quint64 sequence, qint64 bodyBytes)
        : core_(std::move(core)),
          connection_(std::move(connection)),
          sequence_(sequence),
          bodyBytes_(bodyBytes) {}
    PendingAnswer(const PendingAnswer&) = delete;
    PendingAnswer& operator=(const PendingAnswer&) = delete;
    ~PendingAnswer() { give(ServerResponse{503, {}, {}, {}}); }

    void give(ServerResponse response) {
        if (given_.exchange(true)) {
            return;
        }
        // No share of the core: what its own queue holds must not keep it alive.
        asio::post(core_->io, [core = core_.get(), connection = connection_, sequence = sequence_,
                               bytes = bodyBytes_, response = std::move(response)]() mutable {
            core->bodies -= bytes;
            if (const auto alive = connection.lock()) {
                alive->answer(sequence, std::move(response));
            }
        });
    }

private:
    std::shared_ptr<ServerCore> core_;
    std::weak_ptr<ServerConnection> connection_;
    quint64 sequence_;
    qint64 bodyBytes_;
    std::atomic<bool> given_ = false;
};

} // namespace comanda::net
