// The whole mailbox over real sockets: webhooks in, one hub out.
#include "core/mailbox/mailbox.h"
#include "core/security/sealing.h"
#include "core/security/signature.h"
#include "tests/net/echo_server.h"
// The helper below uses REQUIRE.
#include "tests/net/raw_client.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace comanda;
using namespace comanda::mailbox;
using namespace Qt::StringLiterals;
using comanda::test::RawClient;
using comanda::test::waitUntil;

namespace {

const Secret kAppSecret("sim_app_secret");
const QByteArray kHook = "/hooks/Zm9vYmFyYmF6cXV4MTIz";

struct Answer {
    int status = 0;
    QByteArray body;
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    [[nodiscard]] QString error() const { return json()[u"error"_s][u"id"_s].toString(); }
};

struct Bench {
    Bench() {
        config.dataDir = dir.path();
        config.routes = {
            {u"Zm9vYmFyYmF6cXV4MTIz"_s, u"whatsapp"_s, u"42"_s, {Secret("verify")}, {kAppSecret}}};
        config.hubTokens = {Secret("token-1"), Secret("token-2")};
        config.hubPublicKey = keys.publicKey;
        config.appId = u"77"_s;
    }
    void start() {
        auto started = Mailbox::start(config, clock);
        REQUIRE(started);
        mailbox = std::move(*started);
    }
    [[nodiscard]] static Answer read(RawClient& client) {
        const QByteArray answer = client.answer();
        return {RawClient::statusOf(answer), RawClient::bodyOf(answer)};
    }
    [[nodiscard]] Answer get(const QByteArray& target, const QByteArray& token = "token-1") const {
        RawClient client(mailbox->port());
        client.send("GET " + target + " HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer " + token
                    + "\r\n\r\n");
        return read(client);
    }
    [[nodiscard]] static QByteArray postBytes(const QByteArray& target, const QByteArray& body,
                                              const QByteArray& header) {
        return "POST " + target + " HTTP/1.1\r\nHost: h\r\n" + header
               + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }
    [[nodiscard]] Answer post(const QByteArray& target, const QByteArray& body,
                              const QByteArray& token = "token-1") const {
        RawClient client(mailbox->port());
        client.send(postBytes(target, body, "Authorization: Bearer " + token));
        return read(client);
    }
    [[nodiscard]] static QByteArray hookBytes(const QByteArray& body) {
        return postBytes(kHook, body,
                         "X-Hub-Signature-256: sha256="
                             + security::hmacSha256(kAppSecret, body).toHex());
    }
    [[nodiscard]] Answer hook(const QByteArray& body) const {
        RawClient client(mailbox->port());
        client.send(hookBytes(body));
        return read(client);
    }
    // Opened with the hub's private key, bound to its own id.
    [[nodiscard]] QByteArray opened(const QJsonValue& item) const {
        const auto plain = security::openWith(
            keys, QByteArray::fromBase64(item[u"sealed"_s].toString().toLatin1()),
            QByteArray::number(item[u"id"_s].toInteger()));
        return plain ? *plain : "cannot be opened";
    }

    QTemporaryDir dir;
    SystemClock clock;
    security::KeyPair keys = security::newKeyPair();
    MailboxConfig config;
    std::unique_ptr<Mailbox> mailbox;
};

} // namespace

TEST_CASE("A delivery goes from webhook to hub, sealed, and survives a restart") {
    Bench bench;
    bench.start();
    CHECK(bench.get(kHook + "?hub.mode=subscribe&hub.challenge=99&hub.verify_token=verify").body
          == "99");
    const Answer taken = bench.hook("{\"a\":1}");
    CHECK(taken.status == 200);
    CHECK(taken.body.isEmpty());
    bench.mailbox.reset();
    bench.start();

    const Answer page = bench.get("/v1/deliveries?after=0&wait=0&hub_id=h1");
    REQUIRE(page.status == 200);
    const QJsonArray items = page.json()[u"items"_s].toArray();
    REQUIRE(items.size() == 1);
    CHECK(bench.opened(items[0]) == "{\"a\":1}");
    CHECK(items[0][u"route"_s].toString() == u"Zm9vYmFyYmF6cXV4MTIz"_s);
    CHECK(items[0][u"headers"_s].isObject());
    CHECK(fromIso(items[0][u"received_utc"_s].toString()));
    CHECK_FALSE(page.body.contains("\\\"a\\\""));
    const qint64 cursor = page.json()[u"cursor"_s].toInteger();
    CHECK(cursor == items[0][u"id"_s].toInteger());

    CHECK(bench.post("/v1/ack?hub_id=h1", "{\"through\":" + QByteArray::number(cursor) + '}').status
          == 200);
    const QJsonObject status = bench.get("/v1/status").json();
    CHECK(status[u"queue"_s][u"length"_s].toInteger(-1) == 0);
    CHECK(status[u"hub_id"_s].toString() == u"h1"_s);
    CHECK(status[u"routes"_s][0][u"last_post_utc"_s].isString());
    CHECK(status[u"routes"_s][0][u"last_handshake_utc"_s].isString());
    CHECK(bench.get("/v1/deliveries?wait=0&hub_id=h1").json()[u"items"_s].toArray().size() == 1);
}

TEST_CASE("A hub that knows more than the journal holds is told to start over") {
    Bench bench;
    bench.start();
    REQUIRE(bench.hook("{}").status == 200);
    const QString name = bench.get("/v1/deliveries?hub_id=h1").json()[u"journal"_s].toString();
    CHECK_FALSE(name.isEmpty());
    const Answer ahead = bench.get("/v1/deliveries?after=1000&wait=25&hub_id=h1");
    CHECK(ahead.status == 200);
    CHECK(ahead.json()[u"cursor"_s].toInteger(-1) == 0);
    CHECK(ahead.json()[u"items"_s].toArray().isEmpty());
    const QString renewed = ahead.json()[u"journal"_s].toString();
    CHECK(renewed != name);
    bench.mailbox.reset();
    bench.start();
    const QJsonObject again = bench.get("/v1/deliveries?after=0&hub_id=h1").json();
    CHECK(again[u"journal"_s].toString() == renewed);
    CHECK(again[u"items"_s].toArray().size() == 1);
    CHECK(bench.post("/v1/ack?hub_id=h1", R"({"through":1000})").status == 400);
}

TEST_CASE("A waiting hub is woken by a delivery; a newer poll ends the older") {
    Bench bench;
    bench.start();
    RawClient first(bench.mailbox->port()), second(bench.mailbox->port());
    const QByteArray poll =
        "GET /v1/deliveries?after=0&wait=25 HTTP/1.1\r\nHost: h\r\nX-Hub-Id: h1\r\n"
        "Authorization: Bearer token-1\r\n\r\n";
    first.send(poll);
    second.send(poll);
    // Whichever came second waits; the other has an empty page.
    RawClient* waiting = nullptr;
    REQUIRE(waitUntil([&] {
        waiting = first.socket().bytesAvailable() > 0    ? &second
                  : second.socket().bytesAvailable() > 0 ? &first
                                                         : nullptr;
        return waiting != nullptr;
    }));
    CHECK(bench.hook("{}").status == 200);
    const Answer woken = Bench::read(*waiting);
    CHECK(woken.json()[u"items"_s].toArray().size() == 1);
    CHECK(Bench::read(waiting == &first ? second : first).json()[u"items"_s].toArray().isEmpty());
}

TEST_CASE("The same delivery ten times at once: all are answered, the hub sees them all") {
    Bench bench;
    bench.start();
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 10; ++i) {
        clients.push_back(std::make_unique<RawClient>(bench.mailbox->port()));
        clients.back()->send(Bench::hookBytes("{\"same\":true}"));
    }
    for (const auto& client : clients) {
        CHECK(client->status() == 200);
    }
    const Answer page = bench.get("/v1/deliveries?hub_id=h1");
    CHECK(page.json()[u"items"_s].toArray().size()
          == 10); // who reads knows doubles by their content
}

TEST_CASE("One hub collects until a person moves it") {
    Bench bench;
    bench.start();
    REQUIRE(bench.hook("{}").status == 200);
    CHECK(bench.get("/v1/deliveries?hub_id=h1").status == 200);
    const Answer second = bench.get("/v1/deliveries?hub_id=h2");
    CHECK(second.status == 409);
    CHECK(second.error() == u"mailbox.other_hub"_s);
    CHECK(bench.post("/v1/ack", R"({"through":1,"hub_id":"h2"})").status == 409);
    CHECK(bench.get("/v1/deliveries").status == 409); // without a name is a name too
    CHECK(bench.post("/v1/takeover", "{}").status == 400);
    CHECK(bench.post("/v1/takeover", R"({"hub_id":"h2"})").status == 200);
    CHECK(bench.get("/v1/deliveries?hub_id=h1").status == 409);
    CHECK(bench.get("/v1/deliveries?hub_id=h2").json()[u"items"_s].toArray().size() == 1);
    bench.mailbox.reset();
    bench.start();
    CHECK(bench.get("/v1/deliveries?hub_id=h1").status == 409);
}

TEST_CASE("The hub's side is closed to everybody else") {
    Bench bench;
    bench.start();
    for (const QByteArray path : {"/v1/deliveries", "/v1/status", "/v1/nothing"}) {
        for (const QByteArray token : {"", "token-", "token-11", "TOKEN-1", "token-3"}) {
            INFO(path.toStdString() << ' ' << token.toStdString());
            CHECK(bench.get(path, token).status == 401);
        }
    }
    CHECK(bench.get("/v1/status", "token-2").status == 200); // the second of a rotation
    CHECK(bench.get("/v1/nothing").status == 404);
    CHECK(bench.get("/v1/ack").status == 405);
    CHECK(bench.post("/v1/status", "{}").status == 405);
    CHECK(bench.get("/healthz", "").status == 200);
    CHECK(bench.get("/elsewhere").status == 404);
    for (const QByteArray body : {"", "[]", "{", "{}", R"({"through":-1})", R"({"through":"x"})"}) {
        INFO(body.toStdString());
        CHECK(bench.post("/v1/ack", body).status == 400);
    }
    CHECK(bench.get("/v1/deliveries?after=x").status == 400);
    CHECK(bench.post("/v1/ack", QByteArray(100'000, ' ')).status == 413);
}

TEST_CASE("At the quota webhooks get 503, and are taken again after an acknowledgement") {
    Bench bench;
    bench.config.quota = 2000;
    bench.start();
    const QByteArray body(1000, 'x');
    CHECK(bench.hook(body).status == 200);
    CHECK(bench.hook(body).status == 503);
    CHECK(bench.post("/v1/ack", "{\"through\":1}").status == 200);
    CHECK(bench.hook(body).status == 200);
}

TEST_CASE("A mailbox that could leak or lose does not start") {
    const auto refusal = [](const std::function<void(MailboxConfig&)>& spoil) {
        Bench bench;
        spoil(bench.config);
        const auto started = Mailbox::start(bench.config, bench.clock);
        REQUIRE_FALSE(started);
        return started.error().id;
    };
    CHECK(refusal([](MailboxConfig& c) { c.address = u"0.0.0.0"_s; })
          == u"net.public_without_tls"_s);
    CHECK(refusal([](MailboxConfig& c) { c.address = u"::"_s; }) == u"net.public_without_tls"_s);
    CHECK(refusal([](MailboxConfig& c) { c.hubPublicKey.clear(); }) == u"mailbox.no_hub_key"_s);
    CHECK(refusal([](MailboxConfig& c) { c.hubPublicKey.fill('\0'); }) == u"mailbox.no_hub_key"_s);
    CHECK(refusal([](MailboxConfig& c) { c.hubTokens.clear(); }) == u"mailbox.no_token"_s);
    CHECK(refusal([](MailboxConfig& c) { c.hubTokens = {Secret()}; }) == u"mailbox.no_token"_s);
    CHECK(refusal([](MailboxConfig& c) {
              c.tls = net::ServerTls{u"/none"_s, u"/none"_s};
          })
          == u"net.certificate_file"_s);
}

TEST_CASE("Calls that need the app secret are made here, the secret never leaves") {
    test::EchoServer notGraph; // answers, but not with JSON
    Bench bench;
    bench.config.graphBaseUrl = QUrl(u"http://127.0.0.1:%1"_s.arg(notGraph.port()));
    bench.start();
    const Answer proof = bench.post("/v1/meta/proof", R"({"token":"EAAGsimtoken"})");
    CHECK(proof.json()[u"proof"_s].toString()
          == u"483b081c83bb78a3552ea97905936aea7e17a3ea9125845233c82ef0bd85b234"_s);
    const Answer debug = bench.post("/v1/meta/debug_token", R"({"token":"t"})");
    CHECK(debug.status == 502);
    CHECK(debug.error() == u"mailbox.graph_unreadable"_s);
    const Answer exchange = bench.post("/v1/meta/exchange", R"({"token":"t"})");
    CHECK(exchange.status == 502);
    CHECK(notGraph.handled() == 2);
    for (const Answer& answer : {proof, debug, exchange}) {
        CHECK_FALSE(answer.body.contains(kAppSecret.reveal()));
    }
    CHECK(bench.post("/v1/meta/proof", R"({"token":"t","route":"other"})").status == 404);
    CHECK(bench.post("/v1/meta/exchange", R"({"token":"t","code":"c"})").status == 400);
    CHECK(bench.post("/v1/meta/proof", "{}").status == 400);
}

TEST_CASE("A mailbox that cannot keep anything says so to whoever asks") {
    Bench bench;
    bench.start();
    REQUIRE(bench.hook("{}").status == 200);
    CHECK(bench.get("/v1/status").json()[u"trouble"_s].isNull());
    CHECK(bench.get("/v1/deliveries?hub_id=h1").json()[u"trouble"_s].isNull());
    REQUIRE(QFile::remove(QDir(bench.config.dataDir).filePath(u"mailbox.sqlite"_s)));
    CHECK(bench.hook("{}").status == 503);
    CHECK(bench.get("/healthz", "").status == 503);
    CHECK(bench.get("/v1/status").json()[u"trouble"_s].toString() == u"store.lost"_s);
    const QJsonObject page = bench.get("/v1/deliveries?hub_id=h1").json();
    CHECK(page[u"trouble"_s].toString() == u"store.lost"_s);
    CHECK(page[u"items"_s].toArray().size() == 1);
}
