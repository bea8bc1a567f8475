#include "core/connectors/signal/socket_line.h"

#include <QUrl>

namespace comanda::signal {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 kReadBuffer = 1024 * 1024; // the daemon waits when we do not read

FailureClass classOf(QAbstractSocket::SocketError error) {
    switch (error) {
    case QAbstractSocket::HostNotFoundError:
        return FailureClass::Dns;
    case QAbstractSocket::SocketTimeoutError:
        return FailureClass::Timeout;
    default:
        return FailureClass::Refused;
    }
}

} // namespace

StreamLine::StreamLine(QIODevice* device, QObject* parent) : Line(parent), device_(device) {}

void StreamLine::send(const QString&, const QByteArray& request, Millis) {
    device_->write(request + '\n');
}

void StreamLine::hold(bool on) {
    held_ = on;
    if (!on) {
        QMetaObject::invokeMethod(this, &StreamLine::readSome, Qt::QueuedConnection);
    }
}

void StreamLine::readSome() {
    while (!held_ && !over_ && device_->bytesAvailable() > 0) {
        for (const QByteArray& line : lines_.feed(device_->read(kReadBuffer))) {
            Q_EMIT received(line); // whoever holds now still gets what was read
        }
    }
}

void StreamLine::fail(FailureClass failure, const QString& id, const QString& detail) {
    if (over_) {
        return;
    }
    held_ = false;
    readSome(); // what it said last
    if (!std::exchange(over_, true)) {
        Q_EMIT closed(failure, id, detail);
    }
}

UnixLine::UnixLine(const QString& path, QObject* parent)
    : StreamLine(&socket_, parent), path_(path) {
    socket_.setReadBufferSize(kReadBuffer);
    connect(&socket_, &QLocalSocket::connected, this, &Line::opened);
    connect(&socket_, &QLocalSocket::readyRead, this, [this] { readSome(); });
    connect(&socket_, &QLocalSocket::disconnected, this, [this] {
        fail(FailureClass::Refused, u"signal.daemon_gone"_s, u"the daemon closed the socket"_s);
    });
    connect(&socket_, &QLocalSocket::errorOccurred, this,
            [this](QLocalSocket::LocalSocketError error) {
                fail(FailureClass::Refused,
                     error == QLocalSocket::SocketAccessError ? u"signal.no_access"_s
                                                              : u"signal.daemon_gone"_s,
                     socket_.errorString());
            });
}

UnixLine::~UnixLine() {
    end();
}

void UnixLine::open() {
    begin();
    socket_.connectToServer(path_);
}

void UnixLine::close() {
    end();
    socket_.abort();
}

TcpLine::TcpLine(const QString& address, QObject* parent)
    : StreamLine(&socket_, parent), address_(address) {
    socket_.setReadBufferSize(kReadBuffer);
    connect(&socket_, &QTcpSocket::connected, this, &Line::opened);
    connect(&socket_, &QTcpSocket::readyRead, this, [this] { readSome(); });
    connect(&socket_, &QTcpSocket::disconnected, this, [this] {
        fail(FailureClass::Refused, u"signal.daemon_gone"_s, u"the daemon closed the connection"_s);
    });
    connect(&socket_, &QTcpSocket::errorOccurred, this, [this](QAbstractSocket::SocketError error) {
        fail(classOf(error), u"signal.daemon_gone"_s, socket_.errorString());
    });
}

TcpLine::~TcpLine() {
    end();
}

void TcpLine::open() {
    begin();
    const QUrl url(u"tcp://"_s + address_);
    if (!url.isValid() || url.host().isEmpty()) {
        QMetaObject::invokeMethod(
            this, [this] { fail(FailureClass::Protocol, u"signal.bad_place"_s, address_); },
            Qt::QueuedConnection);
        return;
    }
    socket_.connectToHost(url.host(), static_cast<quint16>(url.port(7583)));
    socket_.setSocketOption(QAbstractSocket::LowDelayOption, 1);
}

void TcpLine::close() {
    end();
    socket_.abort();
}

} // namespace comanda::signal
