// The steps of ServerConnection. Included by http_server.cpp alone.
#pragma once

#include "core/net/server_connection.h"

#include <boost/beast/http/status.hpp>

namespace comanda::net {

inline QByteArray reasonOf(int status) {
    const beast::string_view reason = http::obsolete_reason(http::int_to_status(unsigned(status)));
    return bytesOf(reason);
}

inline QByteArray oneLine(QByteArray value) {
    return value.replace('\r', ' ').replace('\n', ' ');
}

inline QByteArray headOf(const ServerResponse& response, bool keepAlive) {
    QByteArray head = "HTTP/1.1 " + QByteArray::number(response.status) + ' '
                      + reasonOf(response.status)
                      + "\r\nContent-Length: " + QByteArray::number(response.body.size()) + "\r\n";
    if (!response.body.isEmpty()) {
        head += "Content-Type: " + oneLine(response.contentType) + "\r\n";
    }
    for (const auto& [name, value] : response.headers) {
        head += oneLine(name) + ": " + oneLine(value) + "\r\n";
    }
    head += "X-Content-Type-Options: nosniff\r\nConnection: ";
    head += keepAlive ? "keep-alive\r\n\r\n" : "close\r\n\r\n";
    return head;
}

inline ServerConnection::ServerConnection(std::shared_ptr<ServerCore> core, quint64 id,
                                          tcp::socket socket)
    : owner_(core),
      core_(*core),
      id_(id),
      socket_(std::move(socket)),
      timer_(core->io),
      reader_(core->limits) {
    ErrorCode ignored; // a peer that is already gone shows on the first read
    socket_.set_option(tcp::no_delay(true), ignored);
    const tcp::endpoint peer = socket_.remote_endpoint(ignored);
    remote_ = QString::fromStdString(peer.address().to_string());
}

inline void ServerConnection::start() {
    if (!core_.tls) {
        setPhase(Phase::Headers, core_.limits.headerDeadline);
        readMore();
        return;
    }
    context_ = core_.tls->current();
    tls_.emplace(socket_, *context_);
    setPhase(Phase::Handshake, core_.limits.handshakeDeadline);
    tls_->async_handshake(ssl::stream_base::server,
                          [self = shared_from_this()](const ErrorCode& error) {
                              if (error || self->phase_ != Phase::Handshake) {
                                  self->close();
                                  return;
                              }
                              self->setPhase(Phase::Headers, self->core_.limits.headerDeadline);
                              self->readMore();
                          });
}

inline void ServerConnection::turnAway() {
    if (core_.tls) {
        close(); // a handshake is exactly the work we have no room for
        return;
    }
    refuse(ServerResponse{503, {}, {}, {}});
}

inline bool ServerConnection::isExpendable() const {
    return rank() > 0;
}

inline bool ServerConnection::isRatherGivenUpThan(const ServerConnection& other) const {
    return rank() != other.rank() ? rank() > other.rank() : since_ < other.since_;
}

inline int ServerConnection::rank() const {
    switch (phase_) {
    case Phase::Lingering:
        return 3;
    case Phase::Idle:
        return 2;
    case Phase::Handshake:
    case Phase::Headers:
    case Phase::Body:
        return 1;
    case Phase::Answering:
    case Phase::Writing:
    case Phase::Closed:
        break;
    }
    return 0;
}

inline void ServerConnection::setPhase(Phase phase, Millis deadline) {
    phase_ = phase;
    deadline_ = std::chrono::steady_clock::now() + deadline;
    if (!timing_ || deadline_ < armedFor_) {
        armTimer(); // else the timer finds the later deadline when it fires: cheaper per request
    }
}

inline void ServerConnection::armTimer() {
    timing_ = true;
    armedFor_ = deadline_;
    timer_.expires_at(deadline_);
    timer_.async_wait([self = shared_from_this()](const ErrorCode& error) {
        if (error || self->phase_ == Phase::Closed) {
            return; // armed again or closed
        }
        self->timing_ = false;
        if (std::chrono::steady_clock::now() < self->deadline_) {
            self->armTimer();
        } else {
            self->onDeadline();
        }
    });
}

inline void ServerConnection::onDeadline() {
    if (continuing_) {
        close(); // it does not even take "100 Continue", and two writes at once would mix
        return;
    }
    switch (phase_) {
    case Phase::Headers:
    case Phase::Body:
        refuse(ServerResponse{408, {}, {}, {}});
        break;
    case Phase::Answering:
        mayHaveMore_ = true;
        ++sequence_; // the handler's answer is too late now
        write(ServerResponse{503, {}, {}, {}}, false);
        break;
    case Phase::Idle:
        linger();
        break;
    case Phase::Handshake:
    case Phase::Writing:
    case Phase::Lingering:
        close();
        break;
    case Phase::Closed:
        break;
    }
}

inline void ServerConnection::readMore() {
    reading_ = true;
    auto handler = [self = shared_from_this()](const ErrorCode& error, std::size_t count) {
        self->reading_ = false;
        self->onRead(error, count);
    };
    if (tls_) {
        tls_->async_read_some(asio::buffer(input_), std::move(handler));
    } else {
        socket_.async_read_some(asio::buffer(input_), std::move(handler));
    }
}

inline void ServerConnection::onRead(const ErrorCode& error, std::size_t count) {
    if (error) {
        onEnd(error);
        return;
    }
    switch (phase_) {
    case Phase::Idle:
        since_ = std::chrono::steady_clock::now();
        setPhase(Phase::Headers, core_.limits.headerDeadline);
        [[fallthrough]];
    case Phase::Headers:
    case Phase::Body:
        advance(reader_.feed(QByteArrayView(input_.data(), static_cast<qsizetype>(count))));
        break;
    case Phase::Lingering:
        lingered_ += static_cast<qint64>(count);
        if (lingered_ > kLingerBytes) {
            close();
        } else {
            readMore();
        }
        break;
    case Phase::Writing: // refused while this read was under way: linger() reads on
    case Phase::Handshake:
    case Phase::Answering:
    case Phase::Closed:
        break;
    }
}

inline void ServerConnection::onEnd(const ErrorCode& error) {
    const bool midRequest =
        phase_ == Phase::Body || (phase_ == Phase::Headers && reader_.hasBegun());
    if (midRequest && error == asio::error::eof) {
        refuse(ServerResponse{400, {}, {}, {}}); // it ended before its announced length
    } else if (phase_ != Phase::Writing) {
        close();
    }
}

inline void ServerConnection::advance(RequestReader::Stage stage) {
    if (!accountBody()) {
        refuse(ServerResponse{503, {}, {}, {}});
        return;
    }
    switch (stage) {
    case RequestReader::Stage::Headers:
    case RequestReader::Stage::Body:
        readMore();
        break;
    case RequestReader::Stage::HeadersDone:
        onHeaders();
        break;
    case RequestReader::Stage::Complete:
        onComplete();
        break;
    case RequestReader::Stage::Refused:
        refuse(ServerResponse{reader_.refusal(), {}, {}, {}});
        break;
    }
}

inline void ServerConnection::onHeaders() {
    headOnly_ = reader_.request().method == "HEAD";
    if (core_.gate) {
        if (std::optional<ServerResponse> refusal = core_.gate(reader_.request())) {
            refuse(std::move(*refusal));
            return;
        }
    }
    setPhase(Phase::Body, core_.limits.bodyDeadline);
    if (reader_.wantsContinue()) {
        sendContinue();
    } else {
        advance(reader_.readBody());
    }
}

inline void ServerConnection::sendContinue() {
    static constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
    continuing_ = true;
    asyncWrite(asio::buffer(kContinue.data(), kContinue.size()),
               [self = shared_from_this()](const ErrorCode& error, std::size_t) {
                   self->continuing_ = false;
                   if (error) {
                       self->close();
                   } else if (self->phase_ == Phase::Body) {
                       self->advance(self->reader_.readBody());
                   }
               });
}

inline bool ServerConnection::accountBody() {
    const qint64 more = reader_.bodyBytes() - accounted_;
    if (more > 0 && core_.bodies + more > core_.limits.allBodies) {
        return false;
    }
    core_.bodies += more;
    accounted_ += more;
    return true;
}

inline void ServerConnection::releaseBody() {
    core_.bodies -= accounted_;
    accounted_ = 0;
}

inline void ServerConnection::onComplete() {
    const std::shared_ptr<ServerCore> core = owner_.lock();
    if (!core || core->closing) {
        close();
        return;
    }
    setPhase(Phase::Answering, core_.limits.answerDeadline);
    auto pending = std::make_shared<PendingAnswer>(core, weak_from_this(), ++sequence_,
                                                   std::exchange(accounted_, 0));
    ServerRequest request = reader_.takeRequest();
    request.remote = remote_;
    core_.handler(std::move(request),
                  [pending](ServerResponse response) { pending->give(std::move(response)); });
}

inline void ServerConnection::answer(quint64 sequence, ServerResponse response) {
    if (phase_ != Phase::Answering || sequence != sequence_) {
        return;
    }
    write(std::move(response), reader_.keepAlive() && !core_.closing);
}

inline void ServerConnection::refuse(ServerResponse response) {
    mayHaveMore_ = true;
    releaseBody();
    write(std::move(response), false);
}

template <typename Buffers, typename Done>
void ServerConnection::asyncWrite(const Buffers& buffers, Done done) {
    if (tls_) {
        asio::async_write(*tls_, buffers, std::move(done));
    } else {
        asio::async_write(socket_, buffers, std::move(done));
    }
}

inline void ServerConnection::write(ServerResponse response, bool keepAlive) {
    setPhase(Phase::Writing, core_.limits.answerDeadline);
    keepOpen_ = keepAlive;
    head_ = headOf(response, keepAlive);
    body_ = headOnly_ ? QByteArray() : std::move(response.body);
    const std::array<asio::const_buffer, 2> buffers{
        asio::const_buffer(head_.constData(), static_cast<std::size_t>(head_.size())),
        asio::const_buffer(body_.constData(), static_cast<std::size_t>(body_.size()))};
    asyncWrite(buffers, [self = shared_from_this()](const ErrorCode& error, std::size_t) {
        self->onWritten(error);
    });
}

inline void ServerConnection::onWritten(const ErrorCode& error) {
    if (phase_ != Phase::Writing) {
        return;
    }
    body_.clear();
    if (error) {
        close();
        return;
    }
    if (!keepOpen_) {
        linger();
        return;
    }
    since_ = std::chrono::steady_clock::now();
    setPhase(Phase::Idle, core_.limits.idleDeadline);
    const RequestReader::Stage stage = reader_.nextRequest();
    if (reader_.hasBegun()) {
        setPhase(Phase::Headers, core_.limits.headerDeadline);
    }
    advance(stage);
}

// A close with unread input turns into a reset that can overtake the answer: so the input is read
// for a moment, up to a bound, and thrown away.
inline void ServerConnection::linger() {
    if (!mayHaveMore_) {
        finish();
        return;
    }
    setPhase(Phase::Lingering, kLingerDeadline);
    if (!tls_) {
        ErrorCode ignored; // the peer may be gone already
        socket_.shutdown(tcp::socket::shutdown_send, ignored);
    }
    if (!reading_) {
        readMore();
    }
}

inline void ServerConnection::finish() {
    if (!tls_) {
        close();
        return;
    }
    setPhase(Phase::Lingering, kLingerDeadline);
    tls_->async_shutdown([self = shared_from_this()](const ErrorCode&) { self->close(); });
}

inline void ServerConnection::close() {
    if (phase_ == Phase::Closed) {
        return;
    }
    phase_ = Phase::Closed;
    ++sequence_;
    releaseBody();
    timer_.cancel();
    ErrorCode ignored; // closing cannot be helped further
    socket_.close(ignored);
    core_.connections.erase(id_);
}

} // namespace comanda::net
