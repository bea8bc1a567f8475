// The Graph side of the simulated WhatsApp: tokens, sends with limits and statuses, media,
// catalogue.
#include "app/practice/menu.h"
#include "app/practice/whatsapp_simulator.h"
#include "tests/practice/client.h"
#include "tests/practice/hook.h"
#include "tests/support/catch.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace comanda;
using namespace comanda::practice;
using comanda::test::Answer;
using comanda::test::Client;
using comanda::test::Hook;
using comanda::test::waitUntil;

namespace {

WhatsAppOptions quick(const Clock& clock) {
    WhatsAppOptions options;
    options.clock = &clock;
    options.second = std::chrono::milliseconds(20);
    options.hooks.firstRetry = std::chrono::milliseconds(5);
    options.seed = 11;
    options.accessToken = "EAAGsimtoken";
    options.appSecret = "sim_app_secret";
    for (int i = 0; i < 30; ++i) {
        options.products.push_back(
            {u"SKU-%1"_s.arg(i), u"Plato %1"_s.arg(i), u"18000"_s, u"COP"_s});
    }
    return options;
}

struct Bench {
    ManualClock clock{fromMillis(1'760'000'000'000)};
    WhatsAppSimulator sim{quick(clock)};
    Hook hook{sim.options().appSecret, sim.options().verifyToken};
    Client client;
    QString ana;

    Bench() {
        WhatsAppCustomer customer;
        customer.waId = u"15557770001"_s;
        customer.bsuid = u"CO.77"_s;
        customer.name = u"Ana"_s;
        ana = sim.addCustomer(customer);
        sim.setHook(hook.url());
        sim.writeText(ana, u"hola"_s); // opens the window
    }
    QUrl url(const QString& path) const {
        return QUrl(sim.baseUrl().toString() + u"/v25.0/"_s + path);
    }
    Answer post(const QString& path, const QJsonObject& body) {
        return client.post(url(path), body, sim.options().accessToken);
    }
    Answer get(const QString& path) { return client.get(url(path), sim.options().accessToken); }
    Answer send(QJsonObject body) {
        body.insert(u"messaging_product"_s, u"whatsapp"_s);
        return post(u"106000000000001/messages"_s, body);
    }
    QJsonObject text(const QString& words) const {
        return {
            {u"to"_s, ana}, {u"type"_s, u"text"_s}, {u"text"_s, QJsonObject{{u"body"_s, words}}}};
    }
    std::vector<QJsonObject> statuses() const { return hook.items(u"statuses"_s); }
    bool sawStatus(const QString& word) const {
        const auto all = statuses();
        return std::any_of(all.begin(), all.end(), [&](const QJsonObject& status) {
            return status[u"status"].toString() == word;
        });
    }
};

int codeOf(const Answer& answer) {
    return answer.json()[u"error"][u"code"].toInt();
}

} // namespace

TEST_CASE("tokens and proofs") {
    Bench bench;
    CHECK(codeOf(bench.client.get(bench.url(u"me"_s))) == 190);
    CHECK(codeOf(bench.client.get(bench.url(u"me"_s), "EAAGother")) == 190);
    CHECK(bench.get(u"me?fields=id"_s).status == 200);
    bench.sim.setProofDemanded(true);
    CHECK(codeOf(bench.get(u"me"_s)) == 100);
    CHECK(codeOf(bench.get(u"me?appsecret_proof=00"_s)) == 100);
    const QString proof = u"483b081c83bb78a3552ea97905936aea7e17a3ea9125845233c82ef0bd85b234"_s;
    CHECK(bench.get(u"me?appsecret_proof="_s + proof).status == 200);
    bench.sim.setProofDemanded(false);
    bench.sim.revokeToken();
    const Answer revoked = bench.send(bench.text(u"hola"_s));
    CHECK(codeOf(revoked) == 190);
    CHECK(revoked.json()[u"error"][u"error_subcode"].toInt() == 460);
    bench.sim.writeText(bench.ana, u"sigo aquí"_s); // webhooks go on
    CHECK(waitUntil([&] { return bench.hook.items(u"messages"_s).size() == 2; }));
    bench.sim.restoreToken();
    CHECK(bench.send(bench.text(u"hola"_s)).status == 200);
}

TEST_CASE("a send is accepted, reaches the customer once and is followed by its statuses") {
    Bench bench;
    QJsonObject body = bench.text(u"Su pedido está en camino"_s);
    body.insert(u"biz_opaque_callback_data"_s, u"local-1"_s);
    const Answer answer = bench.send(body);
    REQUIRE(answer.status == 200);
    const QString wamid = answer.json()[u"messages"][0][u"id"].toString();
    CHECK(answer.json()[u"contacts"][0][u"wa_id"].toString() == bench.ana);
    CHECK(bench.sim.timesReceived(u"Su pedido está en camino"_s) == 1);
    REQUIRE(waitUntil([&] { return bench.sawStatus(u"read"_s); }));
    for (const QJsonObject& status : bench.statuses()) {
        CHECK(status[u"id"].toString() == wamid);
        CHECK(status[u"biz_opaque_callback_data"].toString() == u"local-1");
        CHECK(status[u"recipient_id"].toString() == bench.ana);
    }
    CHECK(bench.statuses().size() == 3);
    const std::vector<Received> inbox = bench.sim.inbox(bench.ana);
    REQUIRE(inbox.size() == 1);
    CHECK(inbox[0].reference == u"local-1");
}

TEST_CASE("a customer without a number is written to by BSUID") {
    Bench bench;
    QJsonObject body = bench.text(u"hola"_s);
    body.remove(u"to");
    body.insert(u"recipient"_s, u"CO.77"_s);
    const Answer answer = bench.send(body);
    CHECK(answer.json()[u"contacts"][0][u"user_id"].toString() == u"CO.77");
    REQUIRE(waitUntil([&] { return bench.sawStatus(u"delivered"_s); }));
    CHECK_FALSE(bench.statuses().front().contains(u"recipient_id"));
    CHECK(bench.statuses().front()[u"recipient_user_id"].toString() == u"CO.77");
}

TEST_CASE("contents over the limits are refused") {
    Bench bench;
    const auto interactive = [](const QJsonArray& buttons) {
        return QJsonObject{
            {u"to"_s, u"15557770001"_s},
            {u"type"_s, u"interactive"_s},
            {u"interactive"_s, QJsonObject{{u"type"_s, u"button"_s},
                                           {u"body"_s, QJsonObject{{u"text"_s, u"¿Bien?"_s}}},
                                           {u"action"_s, QJsonObject{{u"buttons"_s, buttons}}}}}};
    };
    const auto button = [](const QString& id, const QString& title) {
        return QJsonObject{{u"type"_s, u"reply"_s},
                           {u"reply"_s, QJsonObject{{u"id"_s, id}, {u"title"_s, title}}}};
    };
    CHECK(bench.send(bench.text(u"🍕"_s.repeated(4096))).status == 200);
    CHECK(codeOf(bench.send(bench.text(QString(4097, u'x')))) == 100);
    CHECK(codeOf(bench.send(bench.text({}))) == 131008);
    QJsonObject unknown{{u"to"_s, bench.ana}, {u"type"_s, u"poll"_s}, {u"poll"_s, QJsonObject{}}};
    CHECK(codeOf(bench.send(unknown)) == 131051);
    CHECK(codeOf(bench.send({{u"type"_s, u"text"_s}})) == 131008);
    QJsonObject self = bench.text(u"hola"_s);
    self.insert(u"to"_s, u"+1 555-000-1111"_s);
    CHECK(codeOf(bench.send(self)) == 131021);
    CHECK(bench.send(interactive({button(u"a"_s, u"Sí"_s), button(u"b"_s, u"No"_s)})).status
          == 200);
    CHECK(codeOf(bench.send(interactive({button(u"a"_s, u"Sí"_s), button(u"a"_s, u"No"_s)})))
          == 131009);
    CHECK(codeOf(bench.send(interactive({button(u"a"_s, QString(21, u'x'))}))) == 131009);
    QJsonArray four;
    for (const QString& id : {u"a"_s, u"b"_s, u"c"_s, u"d"_s}) {
        four.append(button(id, id));
    }
    CHECK(codeOf(bench.send(interactive(four))) == 131009);
    const QJsonObject gone{{u"to"_s, bench.ana},
                           {u"type"_s, u"image"_s},
                           {u"image"_s, QJsonObject{{u"id"_s, u"1"_s}}}};
    CHECK(codeOf(bench.send(gone)) == 131009);
}

TEST_CASE("a closed window is told at once or as a failed status, as chosen") {
    Bench bench;
    bench.sim.closeWindow(bench.ana);
    CHECK(codeOf(bench.send(bench.text(u"tarde"_s))) == 131047);
    bench.sim.setWindowAsStatus(true);
    CHECK(bench.send(bench.text(u"tarde"_s)).status == 200);
    REQUIRE(waitUntil([&] { return bench.sawStatus(u"failed"_s); }));
    CHECK(bench.statuses().back()[u"errors"][0][u"code"].toInt() == 131047);
    CHECK(bench.sim.inbox(bench.ana).empty());
    bench.sim.writeText(bench.ana, u"ya volví"_s);
    CHECK(bench.send(bench.text(u"a tiempo"_s)).status == 200);
    CHECK(bench.sim.timesReceived(u"a tiempo"_s) == 1);
    bench.clock.advance(std::chrono::hours(24));
    bench.sim.setWindowAsStatus(false);
    CHECK(codeOf(bench.send(bench.text(u"otra vez tarde"_s))) == 131047);
}

TEST_CASE("who cannot be reached shows as a failed status") {
    Bench bench;
    QJsonObject stranger = bench.text(u"hola"_s);
    stranger.insert(u"to"_s, u"15550009999"_s);
    CHECK(bench.send(stranger).status == 200);
    REQUIRE(waitUntil([&] { return bench.sawStatus(u"failed"_s); }));
    CHECK(bench.statuses().front()[u"errors"][0][u"code"].toInt() == 131026);
    bench.sim.failNext(131016);
    CHECK(codeOf(bench.send(bench.text(u"hola"_s))) == 131016);
    CHECK(bench.send(bench.text(u"hola"_s)).status == 200);
}

TEST_CASE("one customer gets 45 messages at a burst, one number 80 a second") {
    Bench bench;
    int taken = 0;
    Answer last;
    for (int i = 0; i < 46; ++i) {
        last = bench.send(bench.text(QString::number(i)));
        taken += last.status == 200 ? 1 : 0;
    }
    CHECK(taken == 45);
    CHECK(codeOf(last) == 131056);
    bench.clock.advance(std::chrono::milliseconds(6 * 20)); // six seconds of the simulator
    CHECK(bench.send(bench.text(u"más"_s)).status == 200);
    CHECK(codeOf(bench.send(bench.text(u"más"_s))) == 131056);
    taken = 0;
    for (int i = 0; i < 81; ++i) {
        QJsonObject other = bench.text(u"x"_s);
        other.insert(u"to"_s, QString::number(15'556'000'000 + i));
        last = bench.send(other);
        taken += last.status == 200 ? 1 : 0;
    }
    CHECK(taken == 79); // one went to Ana in the same second
    CHECK(codeOf(last) == 130429);
    CHECK(last.status == 429);
}

TEST_CASE("media come in two steps and the link dies") {
    Bench bench;
    const QByteArray picture = practicePicture(3);
    bench.sim.sendImage(bench.ana, {picture, u"image/png"_s, {}, {}});
    REQUIRE(waitUntil([&] { return bench.hook.items(u"messages"_s).size() == 2; }));
    const QJsonValue image = bench.hook.items(u"messages"_s).back()[u"image"];
    const QByteArray digest = QCryptographicHash::hash(picture, QCryptographicHash::Sha256);
    CHECK(QByteArray::fromBase64(image[u"sha256"].toString().toLatin1()) == digest);
    const QJsonObject node = bench.get(image[u"id"].toString()).json();
    CHECK(node[u"sha256"].toString().toLatin1() == digest.toHex());
    CHECK(node[u"file_size"].toInteger() == picture.size());
    const QUrl link(node[u"url"].toString());
    CHECK(bench.client.get(link).status == 401);
    CHECK(bench.client.get(link, bench.sim.options().accessToken).body == picture);
    bench.clock.advance(std::chrono::minutes(6));
    CHECK(bench.client.get(link, bench.sim.options().accessToken).status == 404);
    const QUrl again(bench.get(image[u"id"].toString()).json()[u"url"].toString());
    CHECK(bench.client.get(again, bench.sim.options().accessToken).body == picture);
    bench.clock.advance(std::chrono::hours(24 * 8));
    const Answer late = bench.get(image[u"id"].toString());
    CHECK(codeOf(late) == 100);
    CHECK(late.json()[u"error"][u"error_subcode"].toInt() == 33);
}

TEST_CASE("an upload can be sent by its id") {
    Bench bench;
    const QByteArray picture = practicePicture(4);
    const QByteArray body =
        "--b\r\nContent-Disposition: form-data; name=\"messaging_product\"\r\n\r\nwhatsapp"
        "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"m.png\"\r\n"
        "Content-Type: image/png\r\n\r\n"
        + picture + "\r\n--b--\r\n";
    const Answer upload = Client::take(
        bench.client.begin("POST", bench.url(u"106000000000001/media"_s), body,
                           "multipart/form-data; boundary=b", bench.sim.options().accessToken));
    const QString id = upload.json()[u"id"].toString();
    REQUIRE_FALSE(id.isEmpty());
    const QJsonObject image{{u"id"_s, id}, {u"caption"_s, u"Menú"_s}};
    CHECK(bench.send({{u"to"_s, bench.ana}, {u"type"_s, u"image"_s}, {u"image"_s, image}}).status
          == 200);
    REQUIRE(bench.sim.inbox(bench.ana).size() == 1);
    CHECK(bench.sim.inbox(bench.ana)[0].file == picture);
}

TEST_CASE("facts of the number, the account and the catalogue can be read") {
    Bench bench;
    const QJsonObject number =
        bench.get(u"106000000000001?fields=verified_name,health_status"_s).json();
    CHECK(number[u"health_status"][u"can_send_message"].toString() == u"AVAILABLE");
    CHECK_FALSE(number.contains(u"quality_rating"));
    CHECK(bench.get(u"102000000000001/subscribed_apps"_s)
              .json()[u"data"][0][u"whatsapp_business_api_data"][u"id"]
              .toString()
          == u"900000000000001");
    QJsonObject page = bench.get(u"194000000000001/products?fields=retailer_id,name"_s).json();
    QStringList names;
    while (true) {
        for (const QJsonValue& product : page[u"data"].toArray()) {
            names += product[u"name"].toString();
        }
        const QString next = page[u"paging"][u"next"].toString();
        if (next.isEmpty()) {
            break;
        }
        page = bench.client.get(QUrl(next), bench.sim.options().accessToken).json();
    }
    CHECK(names.size() == 30);
    CHECK(bench.get(u"454545"_s).json()[u"error"][u"error_subcode"].toInt() == 33);
    const QJsonObject read{{u"status"_s, u"read"_s},
                           {u"message_id"_s, bench.hook.items(u"messages"_s).front()[u"id"]}};
    CHECK(bench.send(read).json()[u"success"].toBool());
    CHECK(bench.sim.reads() == 1);
}
