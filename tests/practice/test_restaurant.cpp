// The restaurant as a whole: customers come by themselves, and each trouble does what it says.
#include "app/practice/restaurant.h"
#include "tests/practice/client.h"
#include "tests/practice/hook.h"
#include "tests/support/catch.h"

#include <QtEndian>

#include <algorithm>

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
    Access telegram = restaurant.platform(Platform::Telegram).access();
    Access meta = restaurant.platform(Platform::WhatsApp).access();
    Hook hook{meta.secrets[u"app_secret"_s].reveal(), meta.secrets[u"verify_token"_s].reveal()};
    Client client;

    Bench() {
        for (const Platform platform : kSimulated) {
            restaurant.setHook(platform, hook.url());
        }
    }
    [[nodiscard]] static QString base(const Access& access) {
        return access.channel.settings[u"api_base_url"_s].toString();
    }
    comanda::test::Answer telegramCall(const QString& method, const QJsonObject& body = {}) {
        const QUrl url(base(telegram) + u"/bot"_s
                       + QString::fromLatin1(telegram.secrets[u"token"_s].reveal()) + u'/'
                       + method);
        return Client::take(
            client.begin("POST", url, QJsonDocument(body).toJson(), "application/json", {}, 500));
    }
    comanda::test::Answer me(Platform platform = Platform::WhatsApp) {
        const Access access = restaurant.platform(platform).access();
        return Client::take(client.begin("GET", QUrl(base(access) + u"/v25.0/me"_s), {}, {},
                                         access.secrets[u"access_token"_s].reveal(), 500));
    }
    int updates() { return int(telegramCall(u"getUpdates"_s).json()[u"result"].toArray().size()); }
    // Do the posts so far say something of this object ("page"), under this member of an entry?
    [[nodiscard]] int posts(const QString& object, const QString& member) const {
        int count = 0;
        for (const SimRequest& post : hook.posts()) {
            const QJsonObject body = QJsonDocument::fromJson(post.body).object();
            count += body[u"object"].toString() == object
                             && body[u"entry"][0].toObject().contains(member)
                         ? 1
                         : 0;
        }
        return count;
    }
};

} // namespace

TEST_CASE("customers write on every platform by themselves, carts among it") {
    Bench bench;
    Customers& customers = bench.restaurant.customers();
    bench.restaurant.open();
    REQUIRE(waitUntil([&] {
        return customers.carts() >= 2
               && std::all_of(kSimulated.begin(), kSimulated.end(),
                              [&](Platform platform) { return customers.written(platform) > 0; });
    }));
    CHECK(customers.talking() <= CustomersOptions().conversationsMax);
    customers.setPaused(true);
    const int carts = customers.carts();
    customers.sendCartNow();
    CHECK(customers.carts() == carts + 1);
    // Signal's wait for somebody who listens.
    CHECK_FALSE(bench.restaurant.platform(Platform::Telegram).isDrained());
    CHECK_FALSE(bench.restaurant.platform(Platform::Signal).isDrained());
    for (const Platform pushed :
         {Platform::WhatsApp, Platform::Messenger, Platform::Instagram, Platform::Facebook}) {
        REQUIRE(waitUntil([&] { return bench.restaurant.platform(pushed).isDrained(); }));
    }
    int ordered = 0;
    for (const QJsonObject& message : bench.hook.items(u"messages"_s)) {
        ordered += message[u"type"].toString() == u"order" ? 1 : 0;
    }
    CHECK(ordered > 0);
    CHECK(bench.posts(u"page"_s, u"messaging"_s) > 0);
    CHECK(bench.posts(u"page"_s, u"changes"_s) > 0);
    CHECK(bench.posts(u"instagram"_s, u"messaging"_s) > 0);
}

TEST_CASE("on Instagram somebody answers a story of ours and takes something back") {
    Bench bench;
    bench.restaurant.open();
    const auto said = [&](const QByteArray& word) {
        const auto posts = bench.hook.posts();
        return std::any_of(posts.begin(), posts.end(), [&](const SimRequest& post) {
            return post.body.contains("\"instagram\"") && post.body.contains(word);
        });
    };
    REQUIRE(waitUntil([&] { return said("\"story\""); }));
    REQUIRE(waitUntil([&] { return said("\"is_deleted\":true"); }));
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
                                     Trouble::Garbage, Trouble::Silence, Trouble::RevokedToken);
    CAPTURE(int(trouble));
    Bench bench;
    // The post that the page begins with.
    REQUIRE(waitUntil([&] { return bench.hook.count() == 1; }));
    const bool answers = trouble == Trouble::Silence;
    const Person ana{u"Ana"_s, {}, Tongue::Spanish, {}, false};
    SimPlatform& telegram = bench.restaurant.platform(Platform::Telegram);
    const QString user = telegram.addCustomer(ana);
    int posts = 1;
    for (const Platform pushed :
         {Platform::WhatsApp, Platform::Messenger, Platform::Instagram, Platform::Facebook}) {
        CAPTURE(int(pushed));
        SimPlatform& ill = bench.restaurant.platform(pushed);
        const QString shopper = ill.addCustomer(ana);
        bench.restaurant.setTrouble(pushed, trouble);
        telegram.writeText(user, u"hola"_s);
        ill.writeText(shopper, u"hola"_s);
        CHECK(bench.updates() > 0);
        CHECK((bench.me(pushed).status == 200 && bench.me(pushed).json().isEmpty() == false)
              == answers);
        if (trouble != Trouble::RevokedToken) {
            CHECK(bench.hook.count() == posts);
        }
        bench.restaurant.setTrouble(pushed, Trouble::Healthy);
        ++posts;
        REQUIRE(waitUntil([&] { return bench.hook.count() == posts; }));
        CHECK(bench.me(pushed).status == 200);
    }
    bench.restaurant.setTrouble(Platform::Telegram, trouble);
    CHECK(bench.restaurant.trouble(Platform::Telegram) == trouble);
    CHECK((bench.telegramCall(u"getMe"_s).status == 200) == answers);
    CHECK(bench.updates() == 0);
    CHECK(bench.me().status == 200);
    bench.restaurant.setTrouble(Platform::Telegram, Trouble::Healthy);
    CHECK(bench.updates() > 0);
}

TEST_CASE("a late flood comes at once and passes, on every platform") {
    Bench bench;
    for (const Platform platform : kSimulated) {
        bench.restaurant.setTrouble(platform, Trouble::LateFlood);
        CHECK(bench.restaurant.trouble(platform) == Trouble::Healthy);
    }
    CHECK_FALSE(bench.restaurant.platform(Platform::Telegram).isDrained());
    CHECK_FALSE(bench.restaurant.platform(Platform::Signal).isDrained());
    REQUIRE(waitUntil([&] { return bench.hook.items(u"messages"_s).size() == 60; }));
    REQUIRE(waitUntil([&] { return bench.posts(u"page"_s, u"changes"_s) == 61; })); // and the post
    CHECK(bench.posts(u"page"_s, u"messaging"_s) == 1);
    CHECK(bench.posts(u"instagram"_s, u"messaging"_s) == 1);
}

TEST_CASE("an outage of Meta takes four platforms at once, and they come back together") {
    Bench bench;
    bench.restaurant.setOutageOfMeta(true);
    CHECK(bench.restaurant.isOutageOfMeta());
    for (const Platform platform : kSimulated) {
        const bool metas = familyOf(platform) == OwnerFamily::Meta;
        CHECK(bench.restaurant.trouble(platform) == (metas ? Trouble::Refuse : Trouble::Healthy));
    }
    CHECK(bench.me(Platform::Instagram).status == 0);
    CHECK(bench.telegramCall(u"getMe"_s).status == 200);
    bench.restaurant.setTrouble(Platform::WhatsApp, Trouble::Healthy);
    CHECK_FALSE(bench.restaurant.isOutageOfMeta());
    bench.restaurant.setOutageOfMeta(false);
    CHECK(bench.me(Platform::Instagram).status == 200);
    CHECK(bench.restaurant.trouble(Platform::Facebook) == Trouble::Healthy);
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
