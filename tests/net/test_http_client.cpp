// Calls that go as they should, and calls that nobody waits for any more.
#include "tests/net/http_caller.h"

#include <QFile>
#include <QTemporaryDir>

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
using comanda::test::waitUntil;

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
