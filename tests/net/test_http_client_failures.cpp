// What fails, how it is called, and whether the request may have arrived.
#include "tests/net/http_caller.h"

#include <QTimer>

using namespace comanda;
using namespace comanda::net;
using namespace Qt::StringLiterals;
using comanda::test::Caller;
using comanda::test::get;
using comanda::test::hang;
using comanda::test::httpAnswer;
using comanda::test::post;
using comanda::test::ScriptedRequest;
using comanda::test::ScriptedServer;

namespace {

quint16 closedPort() {
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort(); // closed again on return
}

QUrl local(quint16 port, const QString& scheme = u"http"_s) {
    return QUrl(
        u"%1://127.0.0.1:%2/bot1:topsecret/x?access_token=topsecret"_s.arg(scheme).arg(port));
}

} // namespace

TEST_CASE("Failures have their class, and say whether the request may have arrived") {
    struct Row {
        const char* name;
        ScriptedServer::Handler handler;
        FailureClass failure;
        bool mayHaveArrived;
        Millis deadline{20'000};
    };
    const QByteArray half = httpAnswer(200, "text/plain", "0123456789").chopped(5);
    const Row row = GENERATE_COPY(values<Row>(
        {{"hangs", hang, FailureClass::Timeout, true, Millis(150)},
         {"drips for ever",
          [](const ScriptedRequest&, QTcpSocket& socket) {
              socket.write("HTTP/1.1 200 OK\r\n\r\n");
              auto* timer = new QTimer(&socket);
              QObject::connect(timer, &QTimer::timeout, &socket,
                               [&socket] { socket.isOpen() ? socket.write("x") : 0; });
              timer->start(5);
          },
          FailureClass::Timeout, true, Millis(200)},
         {"closes without an answer",
          [](const ScriptedRequest&, QTcpSocket& socket) { socket.disconnectFromHost(); },
          FailureClass::Protocol, true},
         {"resets without an answer",
          [](const ScriptedRequest&, QTcpSocket& socket) { test::resetConnection(socket); },
          FailureClass::Protocol, true},
         {"closes in mid-answer",
          [half](const ScriptedRequest&, QTcpSocket& socket) {
              socket.write(half);
              socket.disconnectFromHost();
          },
          FailureClass::Protocol, true},
         {"answers garbage",
          [](const ScriptedRequest&, QTcpSocket& socket) {
              socket.write(
                  "\x01\x02\x03 nothing like HTTP at all, and long enough to be sure\r\n\r\n");
              socket.disconnectFromHost();
          },
          FailureClass::Protocol, true}}));
    CAPTURE(row.name);
    ScriptedServer server(row.handler);
    Caller caller;
    const HttpResult result = caller.call(post(server.url(), "{}", row.deadline));
    REQUIRE_FALSE(result);
    CHECK(toWord(result.error().failure) == toWord(row.failure));
    CHECK(result.error().mayHaveArrived == row.mayHaveArrived);
    CHECK(server.requests.size() == 1); // never sent twice
}

TEST_CASE("What never reached the other side is known not to have") {
    Caller caller;
    const bool withBody = GENERATE(true, false);
    const auto request = [&](const QUrl& url) { return withBody ? post(url, "{}") : get(url); };
    SECTION("refused") {
        const HttpResult result = caller.call(request(local(closedPort())));
        REQUIRE_FALSE(result);
        CHECK(result.error().failure == FailureClass::Refused);
        CHECK_FALSE(result.error().mayHaveArrived);
        CHECK_FALSE(result.error().detail.contains(u"topsecret"_s));
    }
    SECTION("no such name") {
        const HttpResult result = caller.call(request(QUrl(u"http://no-such-host.invalid/"_s)));
        REQUIRE_FALSE(result);
        CHECK(result.error().failure == FailureClass::Dns);
        CHECK_FALSE(result.error().mayHaveArrived);
    }
    SECTION("no TLS on the other side") {
        QTcpServer plain;
        plain.listen(QHostAddress::LocalHost);
        QObject::connect(&plain, &QTcpServer::newConnection, &plain, [&plain] {
            QTcpSocket* socket = plain.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket,
                             [socket] { socket->write("HTTP/1.1 400 Bad Request\r\n\r\n"); });
        });
        const HttpResult result = caller.call(request(local(plain.serverPort(), u"https"_s)));
        REQUIRE_FALSE(result);
        CHECK(result.error().failure == FailureClass::Tls);
        CHECK_FALSE(result.error().mayHaveArrived);
    }
    SECTION("TLS that hangs") {
        ScriptedServer silent(hang);
        HttpRequest slow = post(local(silent.port(), u"https"_s), "{}", Millis(150));
        const HttpResult result = caller.call(slow);
        REQUIRE_FALSE(result);
        CHECK(result.error().failure == FailureClass::Timeout);
        CHECK_FALSE(result.error().mayHaveArrived); // connected, but no byte of the request left
        CHECK_FALSE(result.error().detail.contains(u"topsecret"_s));
    }
    SECTION("not a web address") {
        const HttpResult result = caller.call(request(QUrl(u"file:///etc/passwd"_s)));
        REQUIRE_FALSE(result);
        CHECK_FALSE(result.error().mayHaveArrived);
    }
}

TEST_CASE("A connection that went stale does not repeat a call by itself") {
    int served = 0;
    ScriptedServer server([&](const ScriptedRequest&, QTcpSocket& socket) {
        if (++served == 1) {
            socket.write(httpAnswer(200, "text/plain", "first"));
        } else {
            test::resetConnection(socket); // processed, but the answer never comes
        }
    });
    Caller caller;
    REQUIRE(caller.call(post(server.url(), "{\"n\":1}")));
    const HttpResult second = caller.call(post(server.url(), "{\"n\":2}"));
    REQUIRE_FALSE(second);
    CHECK(second.error().mayHaveArrived);
    CHECK(second.error().connectionReused);
    CHECK(server.requests.size() == 2); // later Qt connects anew before it finds the body gone
}
