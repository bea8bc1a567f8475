#include "core/net/http_client.h"
#include "tests/net/scripted_server.h"
#include "tests/support/catch.h"
#include "tests/support/wait.h"

#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QTemporaryDir>
#include <QTimer>

using namespace comanda;
using namespace comanda::net;
using namespace Qt::StringLiterals;
using comanda::test::httpAnswer;
using comanda::test::ScriptedRequest;
using comanda::test::ScriptedServer;
using comanda::test::waitUntil;

namespace {

struct Caller {
    HttpClient client;
    QObject receiver;

    HttpResult call(const HttpRequest& request) {
        std::optional<HttpResult> got;
        int calls = 0;
        client.send(request, &receiver, [&](HttpResult result) {
            got = std::move(result);
            ++calls;
        });
        REQUIRE_FALSE(got); // never from within send()
        REQUIRE(waitUntil([&] { return got.has_value(); }));
        QCoreApplication::processEvents();
        CHECK(calls == 1);
        return *got;
    }
};

HttpRequest get(const QUrl& url, Millis deadline = Millis(20'000)) {
    HttpRequest request;
    request.url = url;
    request.deadline = deadline;
    return request;
}

HttpRequest post(const QUrl& url, const QByteArray& body, Millis deadline = Millis(20'000)) {
    HttpRequest request = get(url, deadline);
    request.method = "POST";
    request.body = body;
    request.headers = {{"Content-Type", "application/json"}};
    return request;
}

void hang(const ScriptedRequest&, QTcpSocket&) {}

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

TEST_CASE("An answer of any status is a value") {
    const int status = GENERATE(200, 201, 204, 301, 302, 303, 400, 401, 403, 404, 409, 410, 418,
                                429, 500, 502, 503, 599);
    const QByteArray body = status == 204 ? "" : "{\"ok\":false}";
    ScriptedServer server([&](const ScriptedRequest&, QTcpSocket& socket) {
        socket.write(httpAnswer(status, "application/json", body,
                                "Retry-After: 7\r\nWWW-Authenticate: Basic realm=\"x\"\r\n"
                                "Location: /elsewhere\r\n"));
    });
    Caller caller;
    const HttpRequest request =
        GENERATE_COPY(true, false) ? get(server.url()) : post(server.url(), "{}");
    const HttpResult result = caller.call(request);
    CAPTURE(status, request.method, result ? QString() : result.error().detail);
    REQUIRE(result);
    CHECK(result->status == status);
    CHECK(result->body == body);
    CHECK(result->header("retry-after") == "7");
    CHECK(server.requests.size() == 1);
}

TEST_CASE("A request goes out as it was given and says who we are") {
    ScriptedServer server([](const ScriptedRequest&, QTcpSocket& socket) {
        socket.write(httpAnswer(200, "text/plain", "x"));
    });
    Caller caller;
    const QByteArray method = GENERATE(as<QByteArray>{}, "POST", "PUT", "DELETE", "PATCH");
    const QByteArray body = GENERATE(as<QByteArray>{}, "", "{\"a\":1}");
    HttpRequest request = post(server.url(u"/a?b=c%20d"_s), body);
    request.method = method;
    REQUIRE(caller.call(request));
    REQUIRE(server.requests.size() == 1);
    const ScriptedRequest& seen = server.requests.front();
    CHECK(seen.method == method);
    CHECK(seen.target == "/a?b=c%20d");
    CHECK(seen.body == body);
    CHECK(seen.headers.value("content-type") == "application/json");
    CHECK(seen.headers.value("content-length") == QByteArray::number(body.size()));
    CHECK(seen.headers.value("user-agent").startsWith("Comanda/"));
    CHECK(seen.headers.value("accept-encoding") == "identity");
    CHECK_FALSE(seen.headers.contains("cookie"));
}

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
    CHECK(server.requests.size() == 2);
    CHECK(server.connections == 1);
}

TEST_CASE("Too much is cut off while it comes") {
    const QByteArray lots(300'000, 'x');
    const bool chunked = GENERATE(false, true);
    const bool toFile = GENERATE(false, true);
    ScriptedServer server([&](const ScriptedRequest&, QTcpSocket& socket) {
        if (!chunked) {
            socket.write(httpAnswer(200, "text/plain", lots));
            return;
        }
        socket.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        auto* timer = new QTimer(&socket); // endless
        QObject::connect(timer, &QTimer::timeout, &socket,
                         [&socket] { socket.write("1000\r\n" + QByteArray(4096, 'y') + "\r\n"); });
        timer->start(0);
    });
    const QTemporaryDir folder;
    Caller caller;
    HttpRequest request = get(server.url());
    request.maxBody = 100'000;
    if (toFile) {
        request.saveTo = folder.filePath(u"part"_s);
    }
    const HttpResult result = caller.call(request);
    REQUIRE_FALSE(result);
    CHECK(result.error().tooLarge);
    CHECK(result.error().failure == FailureClass::Protocol);
    CHECK(QDir(folder.path()).isEmpty(QDir::Files));
}

TEST_CASE("A file is written as it comes, and only when it is the file") {
    const QByteArray content = QByteArray(700'000, 'a') + "end";
    int status = 200;
    ScriptedServer server([&](const ScriptedRequest&, QTcpSocket& socket) {
        socket.write(httpAnswer(status, "image/jpeg", status == 200 ? content : "gone"));
    });
    const QTemporaryDir folder;
    Caller caller;
    HttpRequest request = get(server.url());
    request.saveTo = folder.filePath(u"photo"_s);
    SECTION("200") {
        const HttpResult result = caller.call(request);
        REQUIRE(result);
        CHECK(result->body.isEmpty());
        QFile file(request.saveTo);
        REQUIRE(file.open(QIODevice::ReadOnly));
        CHECK(file.readAll() == content);
    }
    SECTION("404") {
        status = 404;
        const HttpResult result = caller.call(request);
        REQUIRE(result);
        CHECK(result->status == 404);
        CHECK(result->body == "gone");
        CHECK_FALSE(QFile::exists(request.saveTo));
    }
    SECTION("a file that is there is not overwritten") {
        QFile file(request.saveTo);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("mine");
        file.close();
        CHECK_FALSE(caller.call(request));
        REQUIRE(file.open(QIODevice::ReadOnly));
        CHECK(file.readAll() == "mine");
    }
}

TEST_CASE("An answer cut short leaves no file") {
    ScriptedServer server([](const ScriptedRequest&, QTcpSocket& socket) {
        socket.write(httpAnswer(200, "image/jpeg", QByteArray(50'000, 'a')).chopped(10));
        socket.disconnectFromHost();
    });
    const QTemporaryDir folder;
    Caller caller;
    HttpRequest request = get(server.url());
    request.saveTo = folder.filePath(u"photo"_s);
    CHECK_FALSE(caller.call(request));
    CHECK_FALSE(QFile::exists(request.saveTo));
}

TEST_CASE("Redirects are followed only where the caller says so") {
    ScriptedServer elsewhere([](const ScriptedRequest&, QTcpSocket& socket) {
        socket.write(httpAnswer(200, "text/plain", "elsewhere"));
    });
    const int status = GENERATE(301, 302, 303, 307, 308);
    QByteArray target = "/next";
    ScriptedServer server([&](const ScriptedRequest& request, QTcpSocket& socket) {
        socket.write(request.target == "/next"
                         ? httpAnswer(200, "text/plain", "here")
                         : httpAnswer(status, "text/plain", "", "Location: " + target + "\r\n"));
    });
    Caller caller;
    const bool bodyLost = status < 307;
    HttpRequest request = bodyLost ? post(server.url(), "{}") : get(server.url());
    request.headers.emplace_back("Authorization", "Bearer topsecret");

    SECTION("nobody asked for them") {
        const HttpResult result = caller.call(request);
        REQUIRE(result);
        CHECK(result->status == status);
        CHECK(server.requests.size() == 1);
    }
    SECTION("same host") {
        request.mayRedirect = [](const QUrl&) { return true; };
        const HttpResult result = caller.call(request);
        REQUIRE(result);
        CHECK(result->body == "here");
        REQUIRE(server.requests.size() == 2);
        CHECK(server.requests[1].method == "GET");
        CHECK(server.requests[1].body.isEmpty());
        CHECK_FALSE(server.requests[1].headers.contains("content-type"));
        CHECK(server.requests[1].headers.value("authorization") == "Bearer topsecret");
    }
    SECTION("another host does not get the token") {
        target = elsewhere.url(u"/x"_s).toEncoded();
        QList<QUrl> asked;
        request.mayRedirect = [&](const QUrl& url) {
            asked << url;
            return true;
        };
        REQUIRE(caller.call(request));
        CHECK(asked == QList<QUrl>{elsewhere.url(u"/x"_s)});
        REQUIRE(elsewhere.requests.size() == 1);
        CHECK_FALSE(elsewhere.received.contains("topsecret"));
    }
    SECTION("refused by the caller") {
        target = elsewhere.url().toEncoded();
        request.mayRedirect = [](const QUrl&) { return false; };
        const HttpResult result = caller.call(request);
        REQUIRE(result);
        CHECK(result->status == status);
        CHECK(elsewhere.connections == 0);
    }
    SECTION("that want a body again") {
        request = post(server.url(), "{}");
        request.mayRedirect = [](const QUrl&) { return true; };
        const HttpResult result = caller.call(request);
        CHECK(result.has_value() == bodyLost);
        CHECK(server.requests.size() == (bodyLost ? 2 : 1));
    }
    SECTION("to a file") {
        target = "file:///etc/passwd";
        request.mayRedirect = [](const QUrl&) { return true; };
        CHECK_FALSE(caller.call(request));
    }
    SECTION("for ever") {
        target = "/again";
        request.mayRedirect = [](const QUrl&) { return true; };
        const HttpResult result = caller.call(request);
        REQUIRE(result);
        CHECK(result->status == status);
        CHECK(server.requests.size() == 6);
    }
}

TEST_CASE("A URL out of a payload reaches public addresses only") {
    ScriptedServer server([](const ScriptedRequest&, QTcpSocket& socket) {
        socket.write(httpAnswer(200, "text/plain", "internal"));
    });
    Caller caller;
    for (const QString& host :
         {u"127.0.0.1"_s, u"localhost"_s, u"[::1]"_s, u"[::ffff:127.0.0.1]"_s}) {
        HttpRequest request = get(QUrl(u"http://%1:%2/"_s.arg(host).arg(server.port())));
        request.publicAddressesOnly = true;
        const HttpResult result = caller.call(request);
        REQUIRE_FALSE(result);
        CHECK_FALSE(result.error().mayHaveArrived);
    }
    CHECK(server.connections == 0);
}

TEST_CASE("A form is multipart with fields and files") {
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"f"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    const QByteArray content = QByteArray(200'000, 'z') + QByteArray("\r\n--x\0", 6);
    file.write(content);
    file.close();
    ScriptedServer server([](const ScriptedRequest&, QTcpSocket& socket) {
        socket.write(httpAnswer(200, "text/plain", "x"));
    });
    Caller caller;
    HttpRequest request = post(server.url(), {});
    request.headers.clear();
    request.form = {{"chat_id", {}, {}, "5", {}},
                    {"photo", "a\"b\r\n.jpg", "image/jpeg", {}, file.fileName()}};
    REQUIRE(caller.call(request));
    REQUIRE(server.requests.size() == 1);
    const ScriptedRequest& seen = server.requests.front();
    const QByteArray type = seen.headers.value("content-type");
    REQUIRE(type.startsWith("multipart/form-data; boundary="));
    const QByteArray boundary = "--" + type.mid(type.indexOf('=') + 1);
    CHECK(seen.body
          == boundary + "\r\nContent-Disposition: form-data; name=\"chat_id\"\r\n\r\n5\r\n"
                 + boundary
                 + "\r\nContent-Disposition: form-data; name=\"photo\"; "
                   "filename=\"a%22b%0D%0A.jpg\"\r\n"
                   "Content-Type: image/jpeg\r\n\r\n"
                 + content + "\r\n" + boundary + "--\r\n");

    request.form[1].filePath = folder.filePath(u"missing"_s);
    const HttpResult missing = caller.call(request);
    REQUIRE_FALSE(missing);
    CHECK_FALSE(missing.error().mayHaveArrived);
    CHECK(server.requests.size() == 1);
}

TEST_CASE("A call that nobody waits for any more is silent") {
    ScriptedServer server(hang);
    int calls = 0;
    const auto count = [&](const HttpResult&) { ++calls; };
    const auto arrived = [&](size_t n) {
        return waitUntil([&] { return server.requests.size() >= n; });
    };
    SECTION("cancelled") {
        Caller caller;
        const quint64 handle =
            caller.client.send(get(server.url(), Millis(300)), &caller.receiver, count);
        REQUIRE(arrived(1));
        caller.client.cancel(handle);
        caller.client.cancel(handle); // twice does no harm
        CHECK_FALSE(caller.call(get(server.url(), Millis(400))));
    }
    SECTION("the receiver is gone") {
        Caller caller;
        auto receiver = std::make_unique<QObject>();
        caller.client.send(get(server.url(), Millis(300)), receiver.get(), count);
        REQUIRE(arrived(1));
        receiver.reset();
        CHECK_FALSE(caller.call(get(server.url(), Millis(400))));
    }
    SECTION("the client is gone") {
        QObject receiver;
        {
            HttpClient client;
            client.send(post(server.url(), "{}"), &receiver, count);
            REQUIRE(arrived(1));
        }
        QCoreApplication::processEvents();
    }
    SECTION("the client goes in its own answer") {
        server.setHandler([](const ScriptedRequest&, QTcpSocket& socket) {
            socket.write(httpAnswer(200, "text/plain", "x"));
        });
        QObject receiver;
        auto client = std::make_unique<HttpClient>();
        bool answered = false;
        client->send(get(server.url()), &receiver, [&](const HttpResult&) {
            client.reset();
            answered = true;
        });
        CHECK(waitUntil([&] { return answered; }));
    }
    CHECK(calls == 0);
}

TEST_CASE("Addresses that a payload must not reach") {
    const auto isPublic = [](const char* text) {
        return isPublicAddress(QHostAddress(QString::fromLatin1(text)));
    };
    for (const char* address : {"0.0.0.0",
                                "10.1.2.3",
                                "100.64.0.1",
                                "100.127.255.255",
                                "127.0.0.1",
                                "127.255.0.1",
                                "169.254.169.254",
                                "172.16.0.1",
                                "172.31.255.255",
                                "192.0.0.8",
                                "192.0.2.1",
                                "192.168.1.1",
                                "198.18.0.1",
                                "198.19.255.255",
                                "198.51.100.7",
                                "203.0.113.9",
                                "224.0.0.1",
                                "255.255.255.255",
                                "::",
                                "::1",
                                "::ffff:10.0.0.1",
                                "fe80::1",
                                "fc00::1",
                                "fd12::1",
                                "fec0::1",
                                "ff02::1",
                                "2001:db8::1",
                                "2001::1",
                                "3fff::1",
                                "2002:7f00:1::",
                                "2002:c0a8:101::",
                                "64:ff9b::a00:1",
                                "100::1",
                                "::127.0.0.1"}) {
        CAPTURE(address);
        CHECK_FALSE(isPublic(address));
    }
    for (const char* address :
         {"1.1.1.1", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1",
          "149.154.167.220", "172.15.0.1", "172.32.0.1", "192.167.0.1", "198.17.0.1", "198.20.0.1",
          "223.255.255.255", "2a00:1450::1", "2606:4700::1111", "::ffff:1.1.1.1",
          "64:ff9b::101:101", "2002:101:101::"}) {
        CAPTURE(address);
        CHECK(isPublic(address));
    }
    CHECK_FALSE(isPublicAddress(QHostAddress()));
}

TEST_CASE("No secret survives redaction") {
    for (
        const QString& text :
        {u"Error transferring https://api.telegram.org/bot7123456789:AAE-topsecret_x/getMe - server replied"_s,
         u"https://api.telegram.org/file/bot7123456789:AAE-topsecret/photos/1.jpg"_s,
         u"http://x/BOT1%3Atopsecret/getMe"_s,
         u"https://g/v1/me?access_token=topsecret&fields=id"_s,
         u"https://g/v1/me?fields=id&appsecret_proof=topsecret#x"_s, u"https://u:topsecret@host/"_s,
         u"https://topsecret@host/"_s, u"Authorization: Bearer topsecret"_s,
         u"hub.verify_token? ?hub.verify_token=topsecret"_s, u"?client_secret=topsecret"_s}) {
        CAPTURE(text);
        CHECK_FALSE(redactUrl(text).contains(u"topsecret"_s));
        CHECK(redactUrl(text).contains(u"<secret>"_s));
    }
    CHECK(redactUrl(u"https://api.telegram.org/robot/x?fields=id"_s)
          == u"https://api.telegram.org/robot/x?fields=id"_s);
}
