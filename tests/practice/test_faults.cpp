// How the test server falls ill and recovers.
#include "app/practice/sim_server.h"
#include "tests/practice/client.h"
#include "tests/support/catch.h"

#include <QTcpSocket>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace comanda::practice;
using comanda::test::Answer;
using comanda::test::Client;
using comanda::test::waitUntil;

namespace {

struct Shop {
    std::atomic<int> processed{0};
    SimServer server{[this](const SimRequest& request, const Respond& respond) {
        ++processed;
        SimResponse response;
        response.body =
            request.method + ' ' + request.path + '?' + request.query + ' ' + request.body;
        respond(response);
    }};
    Client client;

    QUrl at(const QString& path) const { return QUrl(server.url().toString() + path); }
    Answer ask(int timeout = 0) {
        return Client::take(client.begin("POST", at(u"/a"_s), "hi", "text/plain", {}, timeout));
    }
};

} // namespace

TEST_CASE("a healthy server serves one request after the other") {
    Shop shop;
    REQUIRE(shop.server.isListening());
    CHECK(shop.ask().body == "POST /a? hi");
    CHECK(shop.client.get(shop.at(u"/b?x=1"_s)).body == "GET /b?x=1 ");
    CHECK(shop.server.requests() == 2);
    CHECK(shop.server.requests("/b") == 1);
}

TEST_CASE("pipelined and chunked requests are understood") {
    Shop shop;
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, shop.server.port());
    REQUIRE(socket.waitForConnected(5000));
    socket.write("POST /one HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: "
                 "chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"
                 "GET /two HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    QByteArray all;
    REQUIRE(waitUntil([&] {
        all += socket.readAll();
        return socket.state() == QAbstractSocket::UnconnectedState;
    }));
    CHECK(all.contains("POST /one? abcde"));
    CHECK(all.contains("GET /two? "));
    CHECK(all.indexOf("/one") < all.indexOf("/two"));
}

TEST_CASE("each fault shows itself as it should and heals") {
    struct Row {
        Fault fault;
        int status;
        bool processed;
    };
    const Row row = GENERATE(Row{Fault::Refuse, 0, false}, Row{Fault::HangAfterAccept, 0, false},
                             Row{Fault::TimeOut, 0, false}, Row{Fault::HangAfter, 0, true},
                             Row{Fault::ServerError, 502, false}, Row{Fault::Garbage, 0, false},
                             Row{Fault::GarbageBody, 200, false}, Row{Fault::Slow, 200, true},
                             Row{Fault::Drip, 200, true});
    CAPTURE(int(row.fault));
    Shop shop;
    FaultPlan plan;
    plan.fault = row.fault;
    plan.pace = std::chrono::milliseconds(1);
    shop.server.setFault(plan);
    const bool hangs = row.fault == Fault::HangAfterAccept || row.fault == Fault::TimeOut
                       || row.fault == Fault::HangAfter;
    const Answer ill = shop.ask(hangs ? 300 : 0);
    CHECK(ill.status == row.status);
    CHECK((shop.processed > 0) == row.processed);
    CHECK(ill.body.contains("POST /a") == (row.status == 200 && row.processed));
    CHECK((ill.error == QNetworkReply::ConnectionRefusedError) == (row.fault == Fault::Refuse));
    const int before = shop.processed;
    shop.server.setFault({});
    CHECK(shop.ask().body == "POST /a? hi");
    CHECK(shop.processed == before + 1);
}

TEST_CASE("what was processed may be lost on the way back") {
    Shop shop;
    FaultPlan plan;
    plan.fault = Fault::ResetAfter;
    plan.times = 1;
    plan.onlyPath = "/send";
    shop.server.setFault(plan);
    CHECK(shop.ask().status == 200); // another path
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, shop.server.port());
    REQUIRE(socket.waitForConnected(5000));
    socket.write("GET /send HTTP/1.1\r\nHost: x\r\n\r\n");
    REQUIRE(waitUntil([&] { return socket.state() == QAbstractSocket::UnconnectedState; }));
    CHECK(socket.readAll().isEmpty());
    CHECK(shop.processed == 2);
    CHECK(shop.server.fault() == Fault::Healthy); // it struck once
}

TEST_CASE("a refusing server keeps its port and cuts who was connected") {
    Shop shop;
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, shop.server.port());
    REQUIRE(socket.waitForConnected(5000));
    FaultPlan plan;
    plan.fault = Fault::Refuse;
    REQUIRE(waitUntil([&] { return shop.server.connections() == 1; }));
    shop.server.setFault(plan);
    CHECK(waitUntil([&] { return socket.state() == QAbstractSocket::UnconnectedState; }));
    CHECK_FALSE(shop.server.isListening());
    const quint16 port = shop.server.port();
    shop.server.setFault({});
    CHECK(waitUntil([&] { return shop.server.isListening(); }));
    CHECK(shop.server.port() == port);
    CHECK(shop.ask().status == 200);
}
