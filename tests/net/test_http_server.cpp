// The server over real sockets: what it lets through and what it refuses.
#include "tests/net/echo_server.h"
// The helper below uses REQUIRE.
#include "tests/net/raw_client.h"

#include <thread>

using namespace comanda;
using namespace comanda::net;
using comanda::test::EchoServer;
using comanda::test::RawClient;
using comanda::test::shortLimits;
using comanda::test::waitUntil;

namespace {

const QByteArray kHost = "Host: a\r\n";

} // namespace

TEST_CASE("A request reaches the handler as it was sent") {
    EchoServer server;
    RawClient client(server.port());
    client.send(
        "POST /a%20b?x=1&y=2 HTTP/1.1\r\nHost: h\r\nX-A:  v \r\nContent-Length: 3\r\n\r\nabc");
    const QByteArray answer = client.answer();
    CHECK(RawClient::statusOf(answer) == 200);
    CHECK(RawClient::bodyOf(answer) == "POST /a%20b?x=1&y=2 v abc 3");
}

TEST_CASE("Several requests use one connection, sent one by one or all at once") {
    EchoServer server;
    RawClient client(server.port());
    client.send("GET /1 HTTP/1.1\r\nHost: h\r\n\r\n");
    CHECK(RawClient::bodyOf(client.answer()) == "GET /1?   0");
    client.send("GET /2 HTTP/1.1\r\nHost: h\r\n\r\nPOST /3 HTTP/1.1\r\nHost: h\r\nContent-Length: "
                "2\r\n\r\nokGET /4 HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
    CHECK(RawClient::bodyOf(client.answer()) == "GET /2?   0");
    CHECK(RawClient::bodyOf(client.answer()) == "POST /3?  ok 2");
    CHECK(RawClient::bodyOf(client.answer()) == "GET /4?   0");
    CHECK(client.isClosedByServer());
}

TEST_CASE("A chunked body arrives whole, its trailers do not count as headers") {
    EchoServer server;
    RawClient client(server.port());
    client.send("POST /c HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
    client.send("2\r\nde\r\n0\r\nX-A: late\r\n\r\n");
    CHECK(RawClient::bodyOf(client.answer()) == "POST /c?  abcde 5");
}

TEST_CASE("A client that waits for 100 Continue gets it, and not before a refusal") {
    EchoServer server;
    RawClient client(server.port());
    client.send("POST /e HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    CHECK(client.status() == 100);
    client.send("hi");
    CHECK(RawClient::bodyOf(client.answer()) == "POST /e?  hi 2");
    RawClient refused(server.port());
    refused.send(
        "POST /refused HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    CHECK(refused.status() == 404);
}

TEST_CASE("HEAD has no body in its answer") {
    EchoServer server;
    RawClient client(server.port());
    client.send("HEAD /h HTTP/1.0\r\n\r\n");
    REQUIRE(client.isClosedByServer());
    const QByteArray answer = client.answer();
    CHECK(RawClient::statusOf(answer) == 200);
    CHECK(RawClient::bodyOf(answer).isEmpty());
}

TEST_CASE("What two parties could read differently is refused and the connection closed") {
    struct Row {
        const char* name;
        QByteArray request;
        int status;
    };
    const std::vector<Row> rows{
        {"length and coding",
         "POST / HTTP/1.1\r\n" + kHost
             + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
         400},
        {"coding and length",
         "POST / HTTP/1.1\r\n" + kHost
             + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
         400},
        {"two lengths",
         "POST / HTTP/1.1\r\n" + kHost + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcde",
         400},
        {"twice the same length",
         "POST / HTTP/1.1\r\n" + kHost + "Content-Length: 5\r\nContent-Length: 5\r\n\r\nabcde",
         400},
        {"a list of lengths", "POST / HTTP/1.1\r\n" + kHost + "Content-Length: 5, 5\r\n\r\nabcde",
         400},
        {"negative length", "POST / HTTP/1.1\r\n" + kHost + "Content-Length: -1\r\n\r\n", 400},
        {"signed length", "POST / HTTP/1.1\r\n" + kHost + "Content-Length: +5\r\n\r\nabcde", 400},
        {"hexadecimal length", "POST / HTTP/1.1\r\n" + kHost + "Content-Length: 0x5\r\n\r\nabcde",
         400},
        {"overflowing length",
         "POST / HTTP/1.1\r\n" + kHost + "Content-Length: 99999999999999999999\r\n\r\n", 400},
        {"no number", "POST / HTTP/1.1\r\n" + kHost + "Content-Length: \r\n\r\n", 400},
        {"two codings",
         "POST / HTTP/1.1\r\n" + kHost + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 400},
        {"coding twice",
         "POST / HTTP/1.1\r\n" + kHost
             + "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n",
         400},
        {"disguised coding",
         "POST / HTTP/1.1\r\n" + kHost + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", 400},
        {"coding in HTTP/1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
         400},
        {"line feeds alone", "POST / HTTP/1.1\nHost: a\nContent-Length: 5\n\nabcde", 400},
        {"one line feed alone", "POST / HTTP/1.1\r\nHost: a\nX: y\r\n\r\n", 400},
        {"carriage return alone", "POST / HTTP/1.1\r\nHost: a\rX: y\r\n\r\n", 400},
        {"NUL", QByteArray("POST / HTTP/1.1\r\nHost: a\0b\r\n\r\n", 30), 400},
        {"folded line", "POST / HTTP/1.1\r\n" + kHost + "X: a\r\n Content-Length: 5\r\n\r\n", 400},
        {"space before the colon",
         "POST / HTTP/1.1\r\n" + kHost + "Content-Length : 5\r\n\r\nabcde", 400},
        {"two hosts", "POST / HTTP/1.1\r\n" + kHost + "Host: b\r\n\r\n", 400},
        {"absolute target", "GET http://h/ HTTP/1.1\r\n" + kHost + "\r\n", 400},
        {"other version", "GET / HTTP/3.7\r\n" + kHost + "\r\n", 400},
        {"no HTTP at all", QByteArray("\x16\x03\x01\x02\x00\x01\x00\r\n\r\n", 11), 400},
        {"bad chunk size",
         "POST / HTTP/1.1\r\n" + kHost + "Transfer-Encoding: chunked\r\n\r\nzz\r\n", 400},
        {"chunk extension",
         "POST / HTTP/1.1\r\n" + kHost
             + "Transfer-Encoding: chunked\r\n\r\n2;x=\"\r\nab\r\n0\r\n\r\n",
         400},
        {"chunk longer than said",
         "POST / HTTP/1.1\r\n" + kHost + "Transfer-Encoding: chunked\r\n\r\n2\r\nabcd\r\n0\r\n\r\n",
         400},
        {"endless header", "GET / HTTP/1.1\r\n" + kHost + "X: " + QByteArray(2000, 'a'), 431},
        {"long header", "GET / HTTP/1.1\r\n" + kHost + "X: " + QByteArray(2000, 'a') + "\r\n\r\n",
         431},
        {"announced too long", "POST / HTTP/1.1\r\n" + kHost + "Content-Length: 10001\r\n\r\n",
         413},
        {"chunk too long",
         "POST / HTTP/1.1\r\n" + kHost + "Transfer-Encoding: chunked\r\n\r\n2712\r\n", 413},
        {"endless chunk line",
         "POST / HTTP/1.1\r\n" + kHost + "Transfer-Encoding: chunked\r\n\r\n1;"
             + QByteArray(3000, 'e'),
         400},
        {"gate", "POST /refused HTTP/1.1\r\n" + kHost + "Content-Length: 9999\r\n\r\n", 404},
    };
    EchoServer server(shortLimits());
    for (const Row& row : rows) {
        INFO(row.name);
        RawClient client(server.port());
        client.send(row.request);
        const QByteArray answer = client.answer();
        CHECK(RawClient::statusOf(answer) == row.status);
        CHECK(answer.contains("Connection: close"));
        CHECK(client.isClosedByServer());
    }
    CHECK(server.handled() == 0);
}

TEST_CASE("An address that cannot be listened on is an error with its reason") {
    EchoServer taken;
    HttpServer::Options options;
    options.port = taken.port();
    const auto handler = [](const ServerRequest&, const HttpServer::Respond&) {};
    const auto again = HttpServer::listen(options, nullptr, handler);
    REQUIRE_FALSE(again);
    CHECK(again.error().id == QStringLiteral("net.cannot_listen"));
    CHECK(again.error().params.value(QStringLiteral("port")) == QString::number(taken.port()));
    options.address = QStringLiteral("nonsense");
    REQUIRE_FALSE(HttpServer::listen(options, nullptr, handler));
    for (const char* open : {"0.0.0.0", "::"}) { // orders and signatures in the clear
        options.address = QString::fromLatin1(open);
        const auto bare = HttpServer::listen(options, nullptr, handler);
        REQUIRE_FALSE(bare);
        CHECK(bare.error().id == QStringLiteral("net.public_without_tls"));
    }
}

TEST_CASE("Query values are decoded, the first of a name counts") {
    ServerRequest request;
    request.query = "hub.mode=subscribe&hub%2Echallenge=1%202+3&empty=&flag&hub.mode=other&x=a=b";
    CHECK(request.queryValue("hub.mode") == "subscribe");
    CHECK(request.queryValue("hub.challenge") == "1 2 3");
    CHECK(request.queryValue("empty").isEmpty());
    CHECK(request.queryValue("flag").isEmpty());
    CHECK(request.queryValue("x") == "a=b");
    CHECK(request.queryValue("absent").isEmpty());
}
