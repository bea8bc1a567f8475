// What the simulated WhatsApp sends: signatures, repeats, and the shapes of its payloads.
#include "app/practice/menu.h"
#include "app/practice/whatsapp_simulator.h"
#include "tests/practice/hook.h"
#include "tests/support/catch.h"
#include "tests/support/wait.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace comanda;
using namespace comanda::practice;
using comanda::test::Hook;
using comanda::test::waitUntil;

namespace {

WhatsAppOptions quick(const Clock& clock) {
    WhatsAppOptions options;
    options.clock = &clock;
    options.second = std::chrono::milliseconds(20);
    options.hooks.firstRetry = std::chrono::milliseconds(5);
    options.hooks.longestRetry = std::chrono::milliseconds(40);
    options.seed = 11;
    options.products = {{u"TACO"_s, u"Taco al pastor"_s, u"7.99"_s, u"USD"_s}};
    return options;
}

struct Bench {
    ManualClock clock{fromMillis(1'760'000'000'000)};
    WhatsAppSimulator sim{quick(clock)};
    Hook hook{sim.options().appSecret, sim.options().verifyToken};
    QString ana;

    Bench() {
        WhatsAppCustomer customer;
        customer.waId = u"15557770001"_s;
        customer.name = u"Ana Díaz"_s;
        ana = sim.addCustomer(customer);
        sim.setHook(hook.url());
    }
    [[nodiscard]] bool settled() {
        return waitUntil([this] { return sim.unacknowledged() == 0; });
    }
};

} // namespace

TEST_CASE("the handshake needs the right token, and may be repeated") {
    Bench bench;
    CHECK(bench.sim.handshake(bench.sim.options().verifyToken, std::chrono::seconds(10)));
    CHECK_FALSE(bench.sim.handshake("wrong", std::chrono::seconds(10)));
    CHECK(bench.sim.handshake(bench.sim.options().verifyToken, std::chrono::seconds(10)));
}

TEST_CASE("a text arrives signed, escaped, and is acknowledged by 200") {
    Bench bench;
    const QString id = bench.sim.writeText(bench.ana, u"2 piñas 🍕 a/b me@x.io"_s);
    REQUIRE(bench.settled());
    REQUIRE(bench.hook.count() == 1);
    const SimRequest post = bench.hook.posts().front();
    CHECK(bench.hook.isSigned(post));
    CHECK(post.body.contains("2 pi\\u00f1as \\ud83c\\udf55 a\\/b me\\u0040x.io"));
    CHECK(std::all_of(post.body.begin(), post.body.end(), [](char byte) { return byte > 0; }));
    CHECK(bench.sim.isAcknowledged(id));
    const QJsonObject message = bench.hook.items(u"messages"_s).front();
    CHECK(message[u"from"].toString() == bench.ana);
    CHECK(message[u"id"].toString() == id);
    CHECK(message[u"timestamp"].toString() == u"1760000000");
    CHECK(id.startsWith(u"wamid.HBgLMTU1NTc3NzAwMDEVAgASGB"));
}

TEST_CASE("it comes again until exactly 200 is said") {
    const int refusal = GENERATE(500, 503, 204, 302, 401);
    Bench bench;
    bench.hook.status = refusal;
    const QString id = bench.sim.writeText(bench.ana, u"hola"_s);
    REQUIRE(waitUntil([&] { return bench.hook.count() >= 3; }));
    CHECK_FALSE(bench.sim.isAcknowledged(id));
    bench.hook.status = 200;
    REQUIRE(bench.settled());
    CHECK(bench.sim.isAcknowledged(id));
    const std::vector<SimRequest> posts = bench.hook.posts();
    CHECK(std::all_of(posts.begin(), posts.end(), [&](const SimRequest& post) {
        return post.body == posts.front().body; // the same bytes each time
    }));
}

TEST_CASE("an answer that gets lost or comes late is no acknowledgement") {
    Bench bench;
    FaultPlan lost;
    lost.fault = Fault::ResetAfter;
    lost.times = 1;
    bench.hook.server.setFault(lost);
    const QString id = bench.sim.writeText(bench.ana, u"hola"_s);
    REQUIRE(bench.settled());
    CHECK(bench.hook.count() == 2);
    CHECK(bench.sim.isAcknowledged(id));
}

TEST_CASE("signatures can be spoilt") {
    const Signature wrong = GENERATE(Signature::WrongSecret, Signature::Missing,
                                     Signature::Sha1Only, Signature::BodyAltered);
    CAPTURE(int(wrong));
    Bench bench;
    bench.sim.setSignature(wrong);
    bench.sim.writeText(bench.ana, u"hola"_s);
    REQUIRE(bench.settled());
    const SimRequest post = bench.hook.posts().front();
    CHECK_FALSE(bench.hook.isSigned(post));
    CHECK(post.header("x-hub-signature-256").isEmpty()
          == (wrong == Signature::Missing || wrong == Signature::Sha1Only));
}

TEST_CASE("silence holds webhooks back; they come when it ends") {
    Bench bench;
    bench.sim.setSilent(true);
    for (int i = 0; i < 5; ++i) {
        bench.sim.writeText(bench.ana, QString::number(i));
    }
    CHECK(bench.sim.unacknowledged() == 5);
    CHECK(bench.hook.count() == 0);
    bench.sim.setSilent(false);
    REQUIRE(bench.settled());
    CHECK(bench.hook.count() == 5);
}

TEST_CASE("duplicates, disorder and batches carry the same messages") {
    Bench bench;
    bench.sim.setDuplicating(true);
    bench.sim.writeText(bench.ana, u"doble"_s);
    REQUIRE(bench.settled());
    CHECK(bench.hook.count() == 2);
    bench.sim.setDuplicating(false);

    bench.sim.beginBatch();
    for (int i = 0; i < 7; ++i) {
        bench.sim.writeText(bench.ana, QString::number(i));
    }
    bench.sim.endBatch();
    REQUIRE(bench.settled());
    CHECK(bench.hook.count() == 3);
    CHECK(bench.hook.items(u"messages"_s).size() == 9);

    bench.sim.flood(bench.ana, 120, std::chrono::hours(5));
    REQUIRE(bench.settled());
    const std::vector<QJsonObject> all = bench.hook.items(u"messages"_s);
    REQUIRE(all.size() == 129);
    const auto stamp = [](const QJsonObject& message) { return message[u"timestamp"].toString(); };
    CHECK_FALSE(std::is_sorted(all.begin() + 9, all.end(),
                               [&](const auto& a, const auto& b) { return stamp(a) < stamp(b); }));
}

TEST_CASE("customers without a number are known by their BSUID alone") {
    const auto number = GENERATE(WhatsAppCustomer::Number::Absent, WhatsAppCustomer::Number::Empty);
    Bench bench;
    WhatsAppCustomer customer;
    customer.bsuid = u"CO.1349"_s;
    customer.name = u"Zoe"_s;
    customer.userName = u"zoe"_s;
    customer.number = number;
    const QString zoe = bench.sim.addCustomer(customer);
    bench.sim.writeText(zoe, u"hola"_s);
    REQUIRE(bench.settled());
    const QJsonObject value = bench.hook.values().front();
    const QJsonObject message = value[u"messages"][0].toObject();
    const bool absent = number == WhatsAppCustomer::Number::Absent;
    CHECK(message.contains(u"from") != absent);
    CHECK(message[u"from"].toString().isEmpty());
    CHECK(value[u"contacts"][0].toObject().contains(u"wa_id") != absent);
    CHECK(message[u"from_user_id"].toString() == u"CO.1349");
    CHECK(value[u"contacts"][0][u"user_id"].toString() == u"CO.1349");
}

TEST_CASE("every kind of message has its shape") {
    Bench bench;
    const QString text = bench.sim.writeText(bench.ana, u"hola"_s);
    bench.sim.sendCart(bench.ana, {{u"TACO"_s, 2, {}, {}}, {u"COLA"_s, 1, u"25"_s, u"USD"_s}},
                       u"sin cebolla"_s);
    bench.sim.sendLocation(bench.ana, 4.6, -74.1, u"Casa"_s);
    bench.sim.sendContact(bench.ana, u"Bo"_s, u"+1 555 777 0002"_s);
    bench.sim.press(bench.ana, u"wamid.OUT"_s, u"confirm:41"_s, u"Sí"_s);
    bench.sim.react(bench.ana, text, u"👍"_s);
    bench.sim.react(bench.ana, text, {});
    bench.sim.edit(bench.ana, text, u"hola!"_s);
    bench.sim.revoke(bench.ana, text);
    bench.sim.sendUnsupported(bench.ana, u"order"_s);
    bench.sim.askAbout(bench.ana, u"¿es picante?"_s, u"TACO"_s);
    bench.sim.sendImage(bench.ana, {practicePicture(1), u"image/png"_s, {}, u"como esta"_s});
    bench.sim.sendVoice(bench.ana, {"OggS", u"audio/ogg; codecs=opus"_s, {}, {}});
    REQUIRE(bench.settled());
    const std::vector<QJsonObject> all = bench.hook.items(u"messages"_s);
    const auto of = [&all](const QString& type, const QString& key) {
        const auto found = std::find_if(all.begin(), all.end(), [&](const QJsonObject& message) {
            return message[u"type"].toString() == type && message.contains(key);
        });
        return found == all.end() ? QJsonObject() : *found;
    };
    CHECK(all.size() == 13);
    const QJsonValue order = of(u"order"_s, u"order"_s)[u"order"];
    CHECK(order[u"product_items"][0][u"item_price"].toDouble() == Approx(7.99));
    CHECK(order[u"product_items"][1][u"item_price"].toDouble() == Approx(25));
    CHECK(order[u"text"].toString() == u"sin cebolla");
    CHECK(of(u"interactive"_s, u"context"_s)[u"interactive"][u"button_reply"][u"id"].toString()
          == u"confirm:41");
    CHECK(of(u"edit"_s, u"edit"_s)[u"edit"][u"original_message_id"].toString() == text);
    CHECK(of(u"revoke"_s, u"revoke"_s)[u"revoke"][u"original_message_id"].toString() == text);
    CHECK(of(u"unsupported"_s, u"errors"_s)[u"errors"][0][u"code"].toInt() == 131051);
    CHECK(of(u"text"_s, u"context"_s)[u"context"][u"referred_product"][u"product_retailer_id"]
              .toString()
          == u"TACO");
    CHECK(of(u"audio"_s, u"audio"_s)[u"audio"][u"voice"].toBool());
    CHECK(std::count_if(all.begin(), all.end(),
                        [](const QJsonObject& message) {
                            return message[u"reaction"].toObject().contains(u"emoji");
                        })
          == 1);
}
