// A client that sends exactly the bytes it is told to.
#pragma once

#include "tests/support/wait.h"

#include <QHostAddress>
#include <QSslConfiguration>
#include <QSslSocket>

namespace comanda::test {

class RawClient {
public:
    explicit RawClient(quint16 port, bool tls = false) {
        if (tls) {
            QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
            configuration.setPeerVerifyMode(QSslSocket::VerifyNone); // made in the test
            socket_.setSslConfiguration(configuration);
            socket_.connectToHostEncrypted(QStringLiteral("127.0.0.1"), port);
        } else {
            socket_.connectToHost(QHostAddress::LocalHost, port);
        }
    }

    [[nodiscard]] bool isConnected() {
        return waitUntil([this] { return socket_.state() == QAbstractSocket::ConnectedState; });
    }
    void send(const QByteArray& bytes) {
        // A server that is full answers and closes before it was asked anything.
        REQUIRE(waitUntil(
            [this] { return socket_.state() == QAbstractSocket::ConnectedState || isOver(); }));
        if (!isOver()) {
            socket_.write(bytes);
            socket_.flush();
        }
    }
    void endSending() { socket_.disconnectFromHost(); }

    // The next whole answer, or what there was until the close.
    QByteArray answer() {
        const bool ended = waitUntil([this] {
            received_ += socket_.readAll();
            return wholeAnswer() > 0 || isOver();
        });
        REQUIRE(ended);
        const qsizetype length = wholeAnswer() > 0 ? wholeAnswer() : received_.size();
        const QByteArray first = received_.first(length);
        received_.remove(0, length);
        return first;
    }
    int status() { return statusOf(answer()); }
    [[nodiscard]] bool isClosedByServer() {
        return waitUntil([this] {
            received_ += socket_.readAll();
            return isOver();
        });
    }
    QSslSocket& socket() { return socket_; }

    [[nodiscard]] static int statusOf(const QByteArray& answer) {
        return answer.startsWith("HTTP/1.1 ") ? answer.sliced(9, 3).toInt() : 0;
    }
    [[nodiscard]] static QByteArray bodyOf(const QByteArray& answer) {
        const qsizetype end = answer.indexOf("\r\n\r\n");
        return end < 0 ? QByteArray() : answer.sliced(end + 4);
    }

private:
    [[nodiscard]] bool isOver() const {
        return socket_.state() == QAbstractSocket::UnconnectedState;
    }
    [[nodiscard]] qsizetype wholeAnswer() const {
        const qsizetype end = received_.indexOf("\r\n\r\n");
        if (end < 0) {
            return 0;
        }
        if (received_.startsWith("HTTP/1.1 100")) {
            return end + 4;
        }
        const qsizetype at = received_.indexOf("Content-Length: ");
        const qsizetype lineEnd = received_.indexOf("\r\n", at);
        const qsizetype total = end + 4 + received_.mid(at + 16, lineEnd - at - 16).toLongLong();
        return received_.size() >= total ? total : 0;
    }

    QSslSocket socket_;
    QByteArray received_;
};

} // namespace comanda::test
