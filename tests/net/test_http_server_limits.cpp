// The server over real sockets: what it survives.
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

TEST_CASE("An endless chunked body ends at the same limit as an announced one") {
    EchoServer server(shortLimits());
    RawClient client(server.port());
    QByteArray chunks = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    for (int i = 0; i < 200; ++i) {
        chunks += "64\r\n" + QByteArray(100, 'x') + "\r\n";
    }
    client.send(chunks);
    CHECK(client.status() == 413);
    CHECK(server.handled() == 0);
}

TEST_CASE("A body that ends before its announced length is refused") {
    EchoServer server;
    RawClient client(server.port());
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc");
    client.endSending();
    CHECK(client.isClosedByServer());
    RawClient other(server.port()); // the server is well
    other.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
    CHECK(other.status() == 200);
    CHECK(server.handled() == 1);
}

TEST_CASE("Deadlines are absolute: bytes that drip do not move them") {
    EchoServer server(shortLimits());
    SECTION("in the header") {
        RawClient client(server.port());
        const QByteArray request = "GET / HTTP/1.1\r\nX: " + QByteArray(800, 'a');
        qsizetype sent = 0;
        const bool closed = waitUntil([&] {
            if (sent < request.size()
                && client.socket().state() == QAbstractSocket::ConnectedState) {
                client.socket().write(request.sliced(sent++, 1));
            }
            return client.socket().state() == QAbstractSocket::UnconnectedState && sent > 0;
        });
        CHECK(closed);
        CHECK(client.status() == 408);
    }
    SECTION("in the body") {
        RawClient client(server.port());
        client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9000\r\n\r\n");
        int sent = 0;
        const bool closed = waitUntil([&] {
            if (client.socket().state() == QAbstractSocket::ConnectedState && sent < 8000) {
                client.socket().write("x");
                ++sent;
            }
            return client.socket().state() == QAbstractSocket::UnconnectedState;
        });
        CHECK(closed);
        CHECK(client.status() == 408);
    }
    SECTION("of the handler") {
        RawClient client(server.port());
        client.send("GET /hold HTTP/1.1\r\nHost: h\r\n\r\n");
        CHECK(client.status() == 503);
        server.letGo(); // too late, and harmless
        CHECK(client.isClosedByServer());
    }
    SECTION("between two requests") {
        RawClient client(server.port());
        client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        CHECK(client.status() == 200);
        CHECK(client.isClosedByServer());
    }
    CHECK(server.handled() <= 1);
}

TEST_CASE("A handler that forgets its answer is answered for") {
    EchoServer server;
    RawClient client(server.port());
    client.send("GET /hold HTTP/1.1\r\nHost: h\r\n\r\n");
    REQUIRE(waitUntil([&] { return server.holding() == 1; }));
    server.forget();
    CHECK(client.status() == 503);
}

TEST_CASE("An answer is taken once, from any thread") {
    EchoServer server;
    RawClient client(server.port());
    client.send("GET /hold HTTP/1.1\r\nHost: h\r\n\r\n");
    REQUIRE(waitUntil([&] { return server.holding() == 1; }));
    std::thread([&] { server.letGo(); }).join();
    CHECK(RawClient::bodyOf(client.answer()) == "held");
    client.send("GET /next HTTP/1.1\r\nHost: h\r\n\r\n");
    CHECK(RawClient::bodyOf(client.answer()) == "GET /next?   0");
}

TEST_CASE("All bodies together have a limit, which answers give back") {
    ServerLimits limits;
    limits.allBodies = 1000;
    EchoServer server(limits);
    const QByteArray held =
        "POST /hold HTTP/1.1\r\nHost: h\r\nContent-Length: 800\r\n\r\n" + QByteArray(800, 'x');
    RawClient first(server.port());
    first.send(held);
    REQUIRE(waitUntil([&] { return server.holding() == 1; }));
    RawClient second(server.port());
    second.send(held);
    CHECK(second.status() == 503);
    server.letGo();
    CHECK(first.status() == 200);
    RawClient third(server.port());
    third.send(held);
    REQUIRE(waitUntil([&] { return server.holding() == 1; }));
    server.letGo();
    CHECK(third.status() == 200);
}

TEST_CASE("A body counts as long as its handler has it, whatever its client was told") {
    ServerLimits limits = shortLimits();
    limits.allBodies = 1000;
    EchoServer server(limits);
    const auto post = [](const QByteArray& path) {
        return "POST " + path + " HTTP/1.1\r\nHost: h\r\nContent-Length: 800\r\n\r\n"
               + QByteArray(800, 'x');
    };
    RawClient first(server.port());
    first.send(post("/hold"));
    CHECK(first.status() == 503); // the handler takes too long, and goes on
    REQUIRE(first.isClosedByServer());
    RawClient second(server.port());
    second.send(post("/"));
    CHECK(second.status() == 503);
    CHECK(server.handled() == 1);
    server.letGo();
    RawClient third(server.port());
    third.send(post("/"));
    CHECK(third.status() == 200);
}

TEST_CASE("The number of connections is bounded") {
    ServerLimits limits;
    limits.connections = 4;
    EchoServer server(limits);
    std::vector<std::unique_ptr<RawClient>> clients;
    SECTION("those that are being worked on are kept, a newcomer gets 503") {
        for (int i = 0; i < 4; ++i) {
            clients.push_back(std::make_unique<RawClient>(server.port()));
            clients.back()->send("GET /hold HTTP/1.1\r\nHost: h\r\n\r\n");
        }
        REQUIRE(waitUntil([&] { return server.holding() == 4; }));
        RawClient fifth(server.port());
        fifth.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        CHECK(fifth.status() == 503);
        server.letGo();
        for (const auto& client : clients) {
            CHECK(client->status() == 200);
        }
    }
    SECTION("slow ones give way: honest requests are served during a flood of them") {
        for (int i = 0; i < 40; ++i) {
            clients.push_back(std::make_unique<RawClient>(server.port()));
            clients.back()->send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\nx");
            RawClient honest(server.port());
            honest.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
            CHECK(honest.status() == 200);
        }
        CHECK(server.handled() == 40);
        CHECK(clients.front()->isClosedByServer());
    }
}

TEST_CASE("A large upload that is refused still learns why") {
    EchoServer server;
    RawClient client(server.port());
    client.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 52428800\r\n\r\n");
    client.send(QByteArray(2 * 1024 * 1024, 'x'));
    CHECK(client.status() == 413);
    CHECK(server.handled() == 0);
}

TEST_CASE("A server ends with requests under way") {
    auto server = std::make_unique<EchoServer>();
    RawClient working(server->port()), slow(server->port()), idle(server->port());
    working.send("GET /hold HTTP/1.1\r\nHost: h\r\n\r\n");
    slow.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\nx");
    REQUIRE(idle.isConnected());
    REQUIRE(waitUntil([&] { return server->holding() == 1; }));
    server.reset();
    CHECK(working.isClosedByServer());
    CHECK(slow.isClosedByServer());
    CHECK(idle.isClosedByServer());
}
