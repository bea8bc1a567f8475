// A web server that does as it is told: for each request the test's function says what to answer.
// Runs in the test's own event loop, on loopback and a free port.
#pragma once

#include <QByteArray>
#include <QList>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <algorithm>
#include <functional>

namespace comanda::test {

struct ScriptedRequest {
    QByteArray method, target, body;
    QMap<QByteArray, QByteArray> headers; // names in lower case
};

struct ScriptedAnswer {
    enum class Way { Answer, Hang, Close } way = Way::Answer;
    int status = 200;
    QByteArray body = "{}";
    QByteArray headers; // whole lines with CRLF
};

class ScriptedServer final : public QObject {
public:
    using Script = std::function<ScriptedAnswer(const ScriptedRequest&)>;

    explicit ScriptedServer(Script script) : script_(std::move(script)) {
        connect(&server_, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket* socket = server_.nextPendingConnection()) {
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
                connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
                    buffers_.remove(socket);
                    socket->deleteLater();
                });
            }
        });
        server_.listen(QHostAddress::LocalHost);
    }

    [[nodiscard]] QUrl url() const {
        return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(server_.serverPort()));
    }
    [[nodiscard]] const QList<ScriptedRequest>& requests() const { return requests_; }
    [[nodiscard]] int count(const QByteArray& part) const {
        return static_cast<int>(
            std::count_if(requests_.begin(), requests_.end(), [&](const ScriptedRequest& request) {
                return request.target.contains(part);
            }));
    }
    void refuse() { server_.close(); }

private:
    void read(QTcpSocket* socket) {
        QByteArray& buffer = buffers_[socket];
        buffer += socket->readAll();
        const qsizetype end = buffer.indexOf("\r\n\r\n");
        if (end < 0) {
            return;
        }
        ScriptedRequest request;
        const QList<QByteArray> lines = buffer.first(end).split('\n');
        const QList<QByteArray> first = lines.front().trimmed().split(' ');
        request.method = first.value(0);
        request.target = first.value(1);
        for (const QByteArray& line : lines.mid(1)) {
            const qsizetype colon = line.indexOf(':');
            request.headers.insert(line.first(colon).toLower(), line.mid(colon + 1).trimmed());
        }
        const qsizetype length = request.headers.value("content-length").toLongLong();
        if (buffer.size() < end + 4 + length) {
            return;
        }
        request.body = buffer.mid(end + 4, length);
        buffer.remove(0, end + 4 + length);
        requests_.append(request);
        answer(socket, script_(request));
    }

    static void answer(QTcpSocket* socket, const ScriptedAnswer& answer) {
        if (answer.way == ScriptedAnswer::Way::Close) {
            socket->abort();
        } else if (answer.way == ScriptedAnswer::Way::Answer) {
            socket->write("HTTP/1.1 " + QByteArray::number(answer.status)
                          + " X\r\nContent-Length: " + QByteArray::number(answer.body.size())
                          + "\r\n" + answer.headers + "\r\n" + answer.body);
        }
    }

    Script script_;
    QHash<QTcpSocket*, QByteArray> buffers_;
    QList<ScriptedRequest> requests_;
    QTcpServer server_; // goes first: its connections still tell of their end
};

} // namespace comanda::test
