// A server on loopback that does to a client whatever a test says, byte by byte.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>
#include <vector>

namespace comanda::test {

struct ScriptedRequest {
    QByteArray method, target;
    QHash<QByteArray, QByteArray> headers; // names in lower case
    QByteArray body;
};

[[nodiscard]] inline QByteArray httpAnswer(int status, const QByteArray& type,
                                           const QByteArray& body,
                                           const QByteArray& moreHeaders = {}) {
    return "HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Type: " + type
           + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + moreHeaders
           + "\r\n" + body;
}

class ScriptedServer {
public:
    using Handler = std::function<void(const ScriptedRequest&, QTcpSocket&)>;

    explicit ScriptedServer(Handler handler) : handler_(std::move(handler)) {
        server_.listen(QHostAddress::LocalHost);
        QObject::connect(&server_, &QTcpServer::newConnection, &server_, [this] { accept(); });
    }

    [[nodiscard]] quint16 port() const { return server_.serverPort(); }
    [[nodiscard]] QUrl url(const QString& path = QStringLiteral("/")) const {
        return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(port()).arg(path));
    }
    void setHandler(Handler handler) { handler_ = std::move(handler); }
    void close() { server_.close(); }

    int connections = 0;
    QByteArray received;                   // every byte of every connection
    std::vector<ScriptedRequest> requests; // the complete ones

private:
    void accept() {
        while (QTcpSocket* socket = server_.nextPendingConnection()) {
            ++connections;
            QObject::connect(socket, &QTcpSocket::readyRead, &server_,
                             [this, socket] { read(*socket); });
            QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    }

    void read(QTcpSocket& socket) {
        const QByteArray bytes = socket.readAll();
        received += bytes;
        QByteArray& buffer = buffers_[&socket];
        buffer += bytes;
        while (takeRequest(buffer, socket)) {
        }
    }

    bool takeRequest(QByteArray& buffer, QTcpSocket& socket) {
        const qsizetype end = buffer.indexOf("\r\n\r\n");
        if (end < 0) {
            return false;
        }
        ScriptedRequest request;
        const QList<QByteArray> lines = buffer.left(end).split('\n');
        const QList<QByteArray> words = lines.first().trimmed().split(' ');
        request.method = words.value(0);
        request.target = words.value(1);
        for (qsizetype i = 1; i < lines.size(); ++i) {
            const qsizetype colon = lines[i].indexOf(':');
            request.headers.insert(lines[i].left(colon).toLower(),
                                   lines[i].mid(colon + 1).trimmed());
        }
        const qsizetype length = request.headers.value("content-length").toLongLong();
        if (buffer.size() < end + 4 + length) {
            return false;
        }
        request.body = buffer.mid(end + 4, length);
        buffer.remove(0, end + 4 + length);
        requests.push_back(request);
        handler_(request, socket);
        return true;
    }

    QTcpServer server_;
    Handler handler_;
    QHash<QTcpSocket*, QByteArray> buffers_;
};

// Closes with RST: the other side sees "connection reset", as after a crash.
inline void resetConnection(QTcpSocket& socket) {
    socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    socket.abort();
}

} // namespace comanda::test
