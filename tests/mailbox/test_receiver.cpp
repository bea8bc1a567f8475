// Handshake and signatures, without sockets.
#include "core/mailbox/receiver.h"
#include "core/security/signature.h"
#include "tests/support/catch.h"

using namespace comanda;
using namespace comanda::mailbox;
using namespace Qt::StringLiterals;

namespace {

const ManualClock kClock(fromMillis(1'760'000'000'000));
const QString kPath = u"Zm9vYmFyYmF6cXV4MTIz"_s;
const Secret kSecret("sim_app_secret");
// The bytes as they are on the wire: escaped ASCII.
const QByteArray kBody =
    R"({"object":"page","entry":[{"id":"1","time":1,"messaging":[{"message":{"text":"\u00e4\u00f6\u00e5 \ud83c\udf55 a\/b me\u0040x.io"}}]}]})";
const QByteArray kBinary("\xff\x00junk", 6);
const QByteArray kBodySignature =
    "sha256=06eb79ce25bfa2201aae7e88b5fecb44983cb475bb815f01f383c036c034141a";

Route route(std::vector<Secret> secrets = {kSecret}) {
    return {
        kPath, u"whatsapp"_s, u"1"_s, {Secret("verify-1"), Secret("verify-2")}, std::move(secrets)};
}

struct Bench {
    explicit Bench(Route only = route(), Result<> sinkSays = Done{})
        : receiver(
            kClock,
            [this, sinkSays](Posted posted, const std::function<void(Result<>)>& done) {
                kept.push_back(std::move(posted));
                done(sinkSays);
            },
            [this](const QString& name) { handshakes.push_back(name); }) {
        receiver.setRoutes({std::move(only)});
    }

    // As the server does: the gate before the body, then the handler.
    net::ServerResponse ask(net::ServerRequest request) {
        const QByteArray body = std::exchange(request.body, {});
        if (const auto refused = receiver.gate(request)) {
            return *refused;
        }
        request.body = body;
        std::optional<net::ServerResponse> answer;
        receiver.handle(std::move(request),
                        [&](net::ServerResponse response) { answer = response; });
        REQUIRE(answer);
        return *answer;
    }
    net::ServerResponse post(const QByteArray& body, const std::optional<QByteArray>& signature) {
        net::ServerRequest request{"POST", "/hooks/" + kPath.toUtf8(), {}, {}, body, {}};
        if (signature) {
            request.headers.emplace_back("x-hub-signature-256", *signature);
        }
        return ask(std::move(request));
    }
    net::ServerResponse get(const QByteArray& query) {
        return ask({"GET", "/hooks/" + kPath.toUtf8(), query, {}, {}, {}});
    }

    std::vector<Posted> kept;
    std::vector<QString> handshakes;
    Receiver receiver;
};

QByteArray signatureOf(const QByteArray& body, const Secret& secret) {
    return "sha256=" + security::hmacSha256(secret, body).toHex();
}

} // namespace

TEST_CASE("The handshake echoes the challenge to those who know the token") {
    struct Row {
        const char* query;
        int status;
        const char* body;
    };
    const std::vector<Row> rows{
        {"hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=verify-1", 200,
         "1158201444"},
        {"hub_mode=subscribe&hub_challenge=007&hub_verify_token=verify-2", 200, "007"},
        {"hub.verify_token=verify-1&hub.challenge=a%20b%3Cc&hub.mode=subscribe", 200, "a b<c"},
        {"hub.mode=subscribe&hub.challenge=1&hub.verify_token=verify-3", 403, ""},
        {"hub.mode=subscribe&hub.challenge=1&hub.verify_token=", 403, ""},
        {"hub.mode=subscribe&hub.challenge=1", 403, ""},
        {"hub.mode=unsubscribe&hub.challenge=1&hub.verify_token=verify-1", 403, ""},
        {"hub.mode=subscribe&hub.verify_token=verify-1", 403, ""},
        {"", 403, ""},
    };
    for (const Row& row : rows) {
        INFO(row.query);
        Bench bench;
        const net::ServerResponse answer = bench.get(row.query);
        CHECK(answer.status == row.status);
        CHECK(answer.body == row.body);
        CHECK(bench.handshakes.size() == (row.status == 200 ? 1U : 0U));
        if (row.status == 200) {
            CHECK(answer.contentType.startsWith("text/plain"));
        }
    }
}

TEST_CASE("A route without verify tokens shakes no hands") {
    Route silent = route();
    silent.verifyTokens = {Secret()};
    CHECK(Bench(silent).get("hub.mode=subscribe&hub.challenge=1&hub.verify_token=").status == 403);
    silent.verifyTokens.clear();
    CHECK(Bench(silent).get("hub.mode=subscribe&hub.challenge=1&hub.verify_token=").status == 403);
}

TEST_CASE("Only bodies whose raw bytes are signed reach the sink") {
    struct Row {
        const char* name;
        QByteArray body;
        std::optional<QByteArray> signature;
        int status;
    };
    const std::vector<Row> rows{
        {"escaped bytes", kBody, kBodySignature, 200},
        {"empty body", "",
         "sha256=f3e8a6d4006bad57e8fffead9eae63a0ec85617928720b400c38b5a90ae30c44", 200},
        {"not JSON but signed", kBinary, signatureOf(kBinary, kSecret), 200},
        {"of the re-serialised UTF-8", kBody,
         "sha256=dd85aaee93ef16481f98238393967efbec6b701a70e4eb0d1d21ed735307b248", 401},
        {"of the re-serialised ASCII", kBody,
         "sha256=9eee5460800662bd0c99a711d559330eafa238775a59753f52ff0dbcd9032435", 401},
        {"one byte changed", kBody + ' ', kBodySignature, 401},
        {"no header", kBody, std::nullopt, 401},
        {"empty header", kBody, "", 401},
        {"no prefix", kBody, kBodySignature.sliced(7), 401},
        {"too short", kBody, kBodySignature.chopped(1), 401},
        {"too long", kBody, kBodySignature + '0', 401},
        {"another key", kBody, signatureOf(kBody, Secret("sesame")), 401},
        {"empty key", kBody, signatureOf(kBody, Secret("")), 401},
    };
    for (const Row& row : rows) {
        INFO(row.name);
        Bench bench;
        const net::ServerResponse answer = bench.post(row.body, row.signature);
        CHECK(answer.status == row.status);
        CHECK(answer.body.isEmpty());
        REQUIRE(bench.kept.size() == (row.status == 200 ? 1U : 0U));
        if (row.status == 200) {
            CHECK(bench.kept[0].body == row.body);
            CHECK(bench.kept[0].route == kPath);
            CHECK(bench.kept[0].receivedAt == kClock.now());
            CHECK(bench.kept[0].headers.contains("x-hub-signature-256"));
        }
    }
}

TEST_CASE("Two secrets are valid during a rotation, none refuses everything") {
    const Secret fresh("the new one");
    Bench both(route({fresh, kSecret}));
    CHECK(both.post(kBody, kBodySignature).status == 200);
    CHECK(both.post(kBody, signatureOf(kBody, fresh)).status == 200);
    both.receiver.setRoutes({route({fresh})});
    CHECK(both.post(kBody, kBodySignature).status == 401);
    CHECK(Bench(route({})).post(kBody, kBodySignature).status == 401);
    CHECK(Bench(route({Secret()})).post(kBody, signatureOf(kBody, Secret(""))).status == 401);
    CHECK(both.kept.size() == 2);
}

TEST_CASE("Never 200 for what the sink could not keep") {
    const auto refusing = [](ErrorKind kind) { return Result<>(fail(kind, u"any"_s)); };
    CHECK(Bench(route(), refusing(ErrorKind::Storage)).post(kBody, kBodySignature).status == 503);
    CHECK(Bench(route(), refusing(ErrorKind::Invalid)).post(kBody, kBodySignature).status == 503);
    CHECK(Bench(route(), refusing(ErrorKind::RateLimited)).post(kBody, kBodySignature).status
          == 429);
}

TEST_CASE("Other paths and methods") {
    Bench bench;
    const QByteArray known = "/hooks/" + kPath.toUtf8();
    struct Row {
        QByteArray method, path;
        int status;
    };
    const std::vector<Row> rows{
        {"POST", "/hooks/other", 404},
        {"GET", "/hooks/", 404},
        {"GET", "/", 404},
        {"POST", known + "/more", 404},
        {"POST", known.chopped(1), 404},
        {"POST", "/HOOKS/" + kPath.toUtf8(), 404},
        {"PUT", known, 405},
        {"DELETE", known, 405},
        {"HEAD", known, 405},
        {"OPTIONS", known, 405},
    };
    for (const Row& row : rows) {
        INFO(row.method.toStdString() << ' ' << row.path.toStdString());
        CHECK(bench.ask({row.method, row.path, {}, {}, {}, {}}).status == row.status);
    }
    CHECK(bench.kept.empty());
}
