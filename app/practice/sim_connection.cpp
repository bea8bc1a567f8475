#include "app/practice/sim_worker.h"

#include <memory>

namespace comanda::practice {

SimConnection::SimConnection(QTcpSocket* socket, SimWorker& worker)
    : socket_(socket), worker_(worker) {
    socket_->setParent(this);
    socket_->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    pace_.setSingleShot(true);
    connect(socket_, &QTcpSocket::readyRead, this, &SimConnection::read);
    connect(socket_, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    connect(&pace_, &QTimer::timeout, this, &SimConnection::drip);
    wake();
}

void SimConnection::reset() {
    socket_->abort();
    deleteLater();
}

void SimConnection::wake() {
    if (worker_.plan().fault == Fault::HangAfterAccept) {
        hangs_ = true;
        return;
    }
    if (socket_->bytesAvailable() > 0) {
        read();
    }
}

void SimConnection::read() {
    if (worker_.plan().fault == Fault::HangAfterAccept) {
        hangs_ = true; // the bytes stay in the socket
        return;
    }
    parse(socket_->readAll());
}

void SimConnection::parse(const QByteArray& bytes) {
    if (busy_) {
        parser_.keep(bytes);
        return;
    }
    switch (parser_.feed(bytes)) {
    case RequestParser::State::NeedMore:
        if (parser_.takeExpectation()) {
            socket_->write("HTTP/1.1 100 Continue\r\n\r\n");
        }
        return;
    case RequestParser::State::Broken:
        keepAlive_ = false;
        finish(serialize(htmlError(400), false));
        return;
    case RequestParser::State::Complete:
        busy_ = true;
        serve(parser_.take());
        return;
    }
}

void SimConnection::serve(const SimRequest& request) {
    keepAlive_ = request.header("connection").toLower() != "close";
    const Fault fault = worker_.strike(request.path);
    switch (fault) {
    case Fault::Healthy:
    case Fault::Refuse:
    case Fault::HangAfterAccept:
    case Fault::HangAfter:
    case Fault::ResetAfter:
    case Fault::Slow:
    case Fault::Drip:
        process(request, fault);
        return;
    case Fault::TimeOut:
        hangs_ = true;
        return;
    case Fault::ServerError:
        finish(serialize(htmlError(502), keepAlive_));
        return;
    case Fault::Garbage:
        keepAlive_ = false;
        finish(QByteArray("\x00\xff\x13SSH-2.0-not a web server\r\n\r\n\x80\x81", 31));
        return;
    case Fault::GarbageBody: {
        SimResponse page;
        page.contentType = "text/html";
        page.body = "<html><body>Please sign in to use this network</body></html>";
        finish(serialize(page, keepAlive_));
        return;
    }
    }
}

void SimConnection::process(const SimRequest& request, Fault fault) {
    const QPointer<SimConnection> self(this);
    auto answered = std::make_shared<bool>(false);
    worker_.handle(request, [self, answered, fault](const SimResponse& response) {
        if (!std::exchange(*answered, true) && self) {
            self->answer(response, fault);
        }
    });
}

void SimConnection::answer(const SimResponse& response, Fault fault) {
    const QByteArray bytes = serialize(response, keepAlive_);
    if (fault == Fault::HangAfter) {
        hangs_ = true;
    } else if (fault == Fault::ResetAfter) {
        reset();
    } else if (fault == Fault::Slow) {
        QTimer::singleShot(worker_.plan().pace, this, [this, bytes] { finish(bytes); });
    } else if (fault == Fault::Drip) {
        dripping_ = bytes;
        pace_.setInterval(worker_.plan().pace);
        drip();
    } else {
        finish(bytes);
    }
}

void SimConnection::drip() {
    socket_->write(dripping_.left(1));
    dripping_.remove(0, 1);
    if (dripping_.isEmpty()) {
        done();
    } else {
        pace_.start();
    }
}

void SimConnection::finish(const QByteArray& bytes) {
    socket_->write(bytes);
    done();
}

void SimConnection::done() {
    if (!keepAlive_) {
        socket_->disconnectFromHost();
        return;
    }
    busy_ = false;
    // A pipelined request may be waiting whole; not from inside this call, which may be a
    // handler's.
    QMetaObject::invokeMethod(
        this, [this] { parse({}); }, Qt::QueuedConnection);
}

} // namespace comanda::practice
