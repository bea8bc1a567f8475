// Where calls may lead: redirects, addresses out of payloads, secrets in addresses.
#include "tests/net/http_caller.h"

using namespace comanda;
using namespace comanda::net;
using namespace Qt::StringLiterals;
using comanda::test::Caller;
using comanda::test::get;
using comanda::test::httpAnswer;
using comanda::test::post;
using comanda::test::ScriptedRequest;
using comanda::test::ScriptedServer;

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
