// The loop of a page: looks, subscription, backfill and the token's life, against the simulator.
#include "core/connectors/messenger/module.h"
#include "tests/connectors/messaging/shop.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace comanda;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using connect::CallKind;
using practice::MessagingKind;
using test::ScriptedAnswer;
using test::ScriptedRequest;
using test::waitUntil;

namespace {

struct Shop : test::MessagingShop {
    explicit Shop(const practice::MessagingOptions& options =
                      MessagingShop::options(MessagingKind::Messenger))
        : MessagingShop(messenger::module(), options) {}
};

ScriptedAnswer answer(int status, const QByteArray& body) {
    ScriptedAnswer made;
    made.status = status;
    made.body = body;
    return made;
}

QString millisText(Time time) {
    return QString::number(toMillis(time));
}

} // namespace

TEST_CASE("a start learns the page, and a check says that all is well") {
    Shop shop;
    shop.channel.connector->start(std::nullopt);
    REQUIRE(waitUntil([&] { return shop.channel.facts.contains(u"token_ends"_s); }));
    CHECK(shop.channel.accountSeen == shop.sim.options().page);
    CHECK(shop.channel.facts.value(u"name"_s).toString() == shop.sim.options().name);
    CHECK(shop.channel.facts.value(u"link_name"_s).toString() == shop.sim.options().userName);
    CHECK(waitUntil([&] { return shop.channel.reported(CallKind::Receive, std::nullopt); }));
    const auto check = shop.channel.check();
    REQUIRE(check.has_value());
    CHECK(check->account == shop.sim.options().page);
    CHECK(check->warnings.isEmpty());
    CHECK(check->facts.contains(u"token_ends"_s));
}

TEST_CASE("a key that ends soon is warned of, once a threshold is reached") {
    struct Row {
        std::chrono::hours lives;
        QString warning;
    };
    for (const Row& row : {Row{15 * 24h, {}}, Row{13 * 24h, u"meta.key_ends_14"_s},
                           Row{6 * 24h, u"meta.key_ends_7"_s}, Row{30h, u"meta.key_ends_2"_s}}) {
        auto options = test::MessagingShop::options(MessagingKind::Messenger);
        options.tokenLives = row.lives;
        Shop shop(options);
        const auto check = shop.channel.check();
        REQUIRE(check.has_value());
        CHECK(check->warnings
              == (row.warning.isEmpty() ? QStringList() : QStringList{row.warning}));
        shop.channel.connector->start(std::nullopt);
        REQUIRE(waitUntil([&] { return shop.channel.facts.contains(u"token_ends"_s); }));
        CHECK(shop.channel.reported(CallKind::Account, std::nullopt, row.warning));
    }
}

TEST_CASE("what webhooks did not bring is fetched at a start, and comes once under one key") {
    Shop shop;
    shop.sim.setSilent(true);
    const QString old = shop.sim.writeAt(shop.customer, u"anteayer"_s, shop.clock.now() - 48h);
    const QString missed = shop.sim.writeAt(shop.customer, u"2 arepas"_s, shop.clock.now() - 5min);
    shop.channel.connector->start(millisText(shop.clock.now() - 1h));
    const Event* event = shop.awaitMessage(missed);
    REQUIRE(event != nullptr);
    CHECK(event->text == u"2 arepas"_s);
    CHECK(event->senderName == u"Ana"_s);
    CHECK(shop.channel.count(u"backfill"_s) == 1);
    for (const Delivery& delivery : shop.channel.deliveries) {
        CHECK_FALSE(delivery.body.contains(shop.sim.options().accessToken));
        CHECK_FALSE(delivery.body.contains(old.toUtf8()));
    }
    CHECK_FALSE(shop.channel.cursor.has_value());
    const std::size_t before = shop.channel.events.size();
    shop.sim.setSilent(false);
    REQUIRE(waitUntil([&] { return shop.channel.events.size() >= before + 2; }));
    CHECK(std::count_if(shop.channel.events.begin(), shop.channel.events.end(),
                        [&](const Event& one) { return one.eventKey == u"m:"_s + missed; })
          == 2); // which the store applies once
    CHECK(waitUntil([&] { return shop.channel.cursor.has_value(); }));
    CHECK(shop.channel.cursor->toLongLong() >= toMillis(*event->timestamp));
}

TEST_CASE("a lost subscription is made again, and what was missed meanwhile is fetched") {
    auto options = test::MessagingShop::options(MessagingKind::Messenger);
    options.hooks.keepFor = 60ms;
    Shop shop(options);
    shop.hookAnswers = 500;
    const QString lost = shop.sim.writeText(shop.customer, u"¿están?"_s);
    REQUIRE(waitUntil([&] { return !shop.sim.isSubscribed(); })); // nobody took it in time
    shop.hookAnswers = 200;
    const auto check = shop.channel.check();
    REQUIRE(check.has_value());
    CHECK(check->warnings == QStringList{u"meta.not_subscribed"_s});
    const QString unseen = shop.sim.writeText(shop.customer, u"¿hola?"_s);
    shop.channel.connector->start(millisText(shop.clock.now() - 1min));
    REQUIRE(waitUntil([&] { return shop.sim.isSubscribed(); }));
    CHECK(shop.sim.subscribedFields().contains(u"message_echoes"_s));
    CHECK(shop.awaitMessage(lost) != nullptr);
    CHECK(shop.awaitMessage(unseen) != nullptr);
    CHECK(shop.awaitMessage(shop.sim.writeText(shop.customer, u"por fin"_s)) != nullptr);
    CHECK_FALSE(shop.channel.reported(CallKind::Receive, FailureClass::Silent));
}

TEST_CASE("many conversations come page by page, of each at most the newest twenty messages") {
    Shop shop;
    shop.sim.setSilent(true);
    const Time begun = shop.clock.now() - 30min;
    QStringList ids;
    for (int i = 0; i < 30; ++i) {
        practice::MessagingCustomer guest;
        guest.name = u"Guest %1"_s.arg(i);
        ids.append(shop.sim.writeAt(shop.sim.addCustomer(guest), u"hola"_s, begun + i * 1s));
    }
    QStringList many;
    for (int i = 0; i < 25; ++i) {
        many.append(shop.sim.writeAt(shop.customer, QString::number(i), begun + i * 1min));
    }
    shop.channel.connector->start(millisText(begun));
    REQUIRE(waitUntil([&] { return shop.channel.count(u"backfill"_s) == 2; }));
    const auto came = [&](const QString& id) {
        return std::any_of(shop.channel.events.begin(), shop.channel.events.end(),
                           [&](const Event& event) { return event.eventKey == u"m:"_s + id; });
    };
    CHECK(std::all_of(ids.begin(), ids.end(), came));
    CHECK(std::count_if(many.begin(), many.end(), came) == 20);
}

TEST_CASE("a backfill that could not be kept does not move the cursor, and no page is skipped") {
    Shop shop;
    shop.sim.setSilent(true);
    (void)shop.sim.writeText(shop.customer, u"2 arepas"_s);
    shop.channel.storing = fail(ErrorKind::Storage, u"store.disk_full"_s);
    shop.channel.connector->start(std::nullopt);
    REQUIRE(waitUntil([&] { return shop.channel.count(u"backfill"_s) == 1; }));
    shop.channel.storing = Done{};
    shop.channel.deliver(R"({"object":"page","entry":[{"id":"200000000000001","messaging":[)"
                         R"({"sender":{"id":"7"},"recipient":{"id":"200000000000001"},)"
                         R"("timestamp":1773500001000,"message":{"mid":"m_Z","text":"x"}}]}]})");
    CHECK_FALSE(shop.channel.cursor.has_value());
}

TEST_CASE("a subscription that cannot be made again is told") {
    test::ScriptedServer server([](const ScriptedRequest& request) {
        if (request.target.contains("subscribed_apps")) {
            return request.method == "POST"
                       ? answer(400, R"({"error":{"code":200,"message":"no"}})")
                       : answer(200, R"({"data":[]})");
        }
        return answer(200, R"({"id":"200000000000001","name":"Fonda"})");
    });
    SystemClock clock;
    test::MessagingChannel channel(
        messenger::module(),
        {{u"page_id"_s, u"200000000000001"_s}, {u"api_base_url"_s, server.url().toString()}},
        "EAAGsimtoken", clock);
    channel.connector->start(std::nullopt);
    CHECK(waitUntil([&] {
        return channel.reported(CallKind::Receive, FailureClass::Silent, u"meta.not_subscribed"_s);
    }));
    bool stopped = false;
    QObject::connect(channel.connector.get(), &connect::Connector::stopped, channel.connector.get(),
                     [&] { stopped = true; });
    channel.connector->stop();
    CHECK(waitUntil([&] { return stopped; }));
}

TEST_CASE("a token that does not work is told, while webhooks go on") {
    Shop shop;
    shop.sim.revokeToken(463);
    const auto check = shop.channel.check();
    REQUIRE_FALSE(check.has_value());
    CHECK(check.error().kind == ErrorKind::Auth);
    CHECK_FALSE(check.error().detail.contains(QString::fromLatin1(shop.sim.options().accessToken)));
    shop.channel.connector->start(std::nullopt);
    CHECK(waitUntil([&] { return shop.channel.reported(CallKind::Account, FailureClass::Auth); }));
    CHECK(shop.awaitMessage(shop.sim.writeText(shop.customer, u"hola"_s)) != nullptr);
}

TEST_CASE("a full quota lets courtesies wait") {
    Shop shop;
    REQUIRE(shop.awaitMessage(shop.sim.writeText(shop.customer, u"hola"_s)) != nullptr);
    shop.sim.setUsage(95);
    (void)test::idOf(shop.channel.send(shop.answer(u"va"_s, u"ref-1"_s)));
    shop.channel.connector->typing(shop.customer);
    (void)test::idOf(shop.channel.send(shop.answer(u"ya"_s, u"ref-2"_s)));
    CHECK(shop.sim.actions(u"typing_on"_s) == 0);
}
