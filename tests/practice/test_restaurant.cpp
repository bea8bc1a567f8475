// The restaurant as a whole: customers come by themselves, and each trouble does what it says.
#include "app/practice/restaurant.h"
#include "tests/practice/client.h"
#include "tests/practice/hook.h"
#include "tests/support/catch.h"

#include <QtEndian>

using namespace Qt::StringLiterals;
using namespace comanda;
using namespace comanda::practice;
using comanda::test::Client;
using comanda::test::Hook;
using comanda::test::waitUntil;

namespace {

RestaurantOptions brisk() {
    RestaurantOptions options;
    options.second = std::chrono::milliseconds(20);
    options.customers.speed = 20;
    return options;
}

struct Bench {
    PracticeRestaurant restaurant{brisk()};
    PracticeRestaurant::TelegramAccess telegram = restaurant.telegramAccess();
    PracticeRestaurant::WhatsAppAccess whatsapp = restaurant.whatsappAccess();
    Hook hook{whatsapp.appSecret, whatsapp.verifyToken};
    Client client;

    Bench() { restaurant.setHook(hook.url()); }
    comanda::test::Answer telegramCall(const QString& method, const QJsonObject& body = {}) {
        const QUrl url(telegram.apiBaseUrl.toString() + u"/bot"_s
                       + QString::fromLatin1(telegram.token) + u'/' + method);
        return Client::take(
            client.begin("POST", url, QJsonDocument(body).toJson(), "application/json", {}, 500));
    }
    comanda::test::Answer me() {
        const QUrl url(whatsapp.apiBaseUrl.toString() + u"/v25.0/me"_s);
        return Client::take(client.begin("GET", url, {}, {}, whatsapp.accessToken, 500));
    }
    int updates() { return int(telegramCall(u"getUpdates"_s).json()[u"result"].toArray().size()); }
};

} // namespace

TEST_CASE("customers write on both platforms by themselves, a cart among it") {
    Bench bench;
    bench.restaurant.open();
    REQUIRE(waitUntil([&] {
        return bench.restaurant.telegram().pendingUpdates() > 0
               && bench.restaurant.customers().carts() > 0 && bench.hook.count() > 0;
    }));
    CHECK(bench.restaurant.customers().talking() <= 8);
    bench.restaurant.customers().setPaused(true);
    const int carts = bench.restaurant.customers().carts();
    bench.restaurant.customers().sendCartNow();
    CHECK(bench.restaurant.customers().carts() == carts + 1);
    REQUIRE(waitUntil([&] { return bench.restaurant.whatsapp().unacknowledged() == 0; }));
    int ordered = 0;
    for (const QJsonObject& message : bench.hook.items(u"messages"_s)) {
        ordered += message[u"type"].toString() == u"order" ? 1 : 0;
    }
    CHECK(ordered == carts + 1);
}

TEST_CASE("customers react to what staff say") {
    Bench bench;
    bench.restaurant.open();
    Customers& customers = bench.restaurant.customers();
    QJsonArray got;
    REQUIRE(waitUntil([&] {
        got = bench.telegramCall(u"getUpdates"_s).json()[u"result"].toArray();
        return !got.isEmpty();
    }));
    const qint64 chat = got[0][u"message"][u"chat"][u"id"].toInteger();
    qint64 next = got[got.size() - 1][u"update_id"].toInteger() + 1;
    const QJsonObject ready{{u"chat_id"_s, chat}, {u"text"_s, u"Listo / ready / pronto"_s}};
    CHECK(bench.telegramCall(u"sendMessage"_s, ready).status == 200);
    REQUIRE(waitUntil([&] { return customers.answered() == 1; }));
    bool wrote = false;
    REQUIRE(waitUntil([&] {
        const QJsonObject ask{{u"offset"_s, next}}; // who does not advance gets one at a time
        const QJsonArray more =
            bench.telegramCall(u"getUpdates"_s, ask).json()[u"result"].toArray();
        for (const QJsonValue& update : more) {
            next = update[u"update_id"].toInteger() + 1;
            wrote = wrote || update[u"message"][u"chat"][u"id"].toInteger() == chat;
        }
        return wrote;
    }));
}

TEST_CASE("the same seed brings the same customers") {
    const auto firstWords = [] {
        Bench bench;
        bench.restaurant.open();
        QJsonArray got;
        const bool came = waitUntil([&] {
            got = bench.telegramCall(u"getUpdates"_s).json()[u"result"].toArray();
            return !got.isEmpty();
        });
        return came ? got[0][u"message"][u"text"].toString() : QString();
    };
    const QString words = firstWords();
    CHECK_FALSE(words.isEmpty());
    CHECK(words == firstWords());
}

TEST_CASE("troubles strike one platform alone and heal") {
    const Trouble trouble = GENERATE(Trouble::Refuse, Trouble::TimeOut, Trouble::ServerError,
                                     Trouble::Silence, Trouble::RevokedToken);
    CAPTURE(int(trouble));
    Bench bench;
    const bool answers = trouble == Trouble::Silence;
    TelegramCustomer ana;
    ana.firstName = u"Ana"_s;
    WhatsAppCustomer luis;
    luis.waId = u"573001"_s;
    const qint64 user = bench.restaurant.telegram().addCustomer(ana);
    const QString shopper = bench.restaurant.whatsapp().addCustomer(luis);

    bench.restaurant.setTrouble(Platform::WhatsApp, trouble);
    bench.restaurant.telegram().writeText(user, u"hola"_s);
    bench.restaurant.whatsapp().writeText(shopper, u"hola"_s);
    CHECK(bench.updates() == 1);
    CHECK((bench.me().status == 200) == answers);
    if (trouble != Trouble::RevokedToken) {
        CHECK(bench.hook.count() == 0);
    }
    bench.restaurant.setTrouble(Platform::WhatsApp, Trouble::Healthy);
    REQUIRE(waitUntil([&] { return bench.hook.count() == 1; }));
    CHECK(bench.me().status == 200);

    bench.restaurant.setTrouble(Platform::Telegram, trouble);
    CHECK(bench.restaurant.trouble(Platform::Telegram) == trouble);
    CHECK((bench.telegramCall(u"getMe"_s).status == 200) == answers);
    CHECK(bench.updates() == 0);
    CHECK(bench.me().status == 200);
    bench.restaurant.setTrouble(Platform::Telegram, Trouble::Healthy);
    CHECK(bench.updates() == 1);
}

TEST_CASE("a late flood comes at once and passes") {
    Bench bench;
    bench.restaurant.setTrouble(Platform::Telegram, Trouble::LateFlood);
    bench.restaurant.setTrouble(Platform::WhatsApp, Trouble::LateFlood);
    CHECK(bench.restaurant.trouble(Platform::WhatsApp) == Trouble::Healthy);
    CHECK(bench.restaurant.telegram().pendingUpdates() == 60);
    REQUIRE(waitUntil([&] { return bench.hook.items(u"messages"_s).size() == 60; }));
}

TEST_CASE("practice pictures are whole PNGs") {
    const QByteArray picture = practicePicture(5);
    CHECK(picture.startsWith("\x89PNG\r\n\x1a\n"));
    CHECK(picture.endsWith(QByteArray("\0\0\0\0IEND\xae\x42\x60\x82", 12))); // the known checksum
    CHECK(picture != practicePicture(6));
    const qsizetype data = picture.indexOf("IDAT") + 4;
    const quint32 length = qFromBigEndian<quint32>(picture.constData() + data - 8);
    QByteArray counted(4, '\0');
    qToBigEndian<quint32>(120 * (160 * 3 + 1), counted.data());
    CHECK(qUncompress(counted + picture.mid(data, length)).size() == 120 * (160 * 3 + 1));
}
