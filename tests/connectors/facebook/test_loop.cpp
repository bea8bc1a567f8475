// The loop of a page: looks, subscription, the poll and the token's life, against the simulator.
#include "core/connectors/facebook/account.h"
#include "core/connectors/messaging/account.h"
#include "tests/connectors/facebook/shop.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace comanda;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using connect::CallKind;
using test::PageShop;
using test::waitUntil;

namespace {

const QStringList kAll = QString::fromUtf16(messaging::kPageFields).split(u',');

QString millisText(Time time) {
    return QString::number(toMillis(time));
}

int polls(const PageShop& shop) {
    return shop.sim.calls("GET", u"feed"_s);
}

} // namespace

TEST_CASE("a start learns the page, and a check says that all is well") {
    PageShop shop;
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
}

TEST_CASE("a check says what is wrong") {
    PageShop shop;
    shop.sim.subscribe({u"messages"_s});
    auto check = shop.channel.check();
    REQUIRE(check.has_value());
    CHECK(check->warnings == QStringList{u"facebook.not_subscribed"_s});
    practice::FaultPlan plan;
    plan.fault = practice::Fault::ServerError;
    plan.onlyPath = "/feed";
    shop.sim.server().setFault(plan);
    check = shop.channel.check();
    REQUIRE(check.has_value());
    CHECK(check->warnings == QStringList{u"facebook.not_subscribed"_s, u"facebook.cannot_read"_s});
    shop.sim.revokeToken();
    check = shop.channel.check();
    REQUIRE_FALSE(check.has_value());
    CHECK(check.error().kind == ErrorKind::Auth);
    CHECK_FALSE(check.error().detail.contains(QString::fromLatin1(shop.channel.token)));
}

TEST_CASE("a key that ends soon is warned of") {
    auto options = PageShop::options();
    options.tokenLives = 30h;
    PageShop shop(options);
    const auto check = shop.channel.check();
    REQUIRE(check.has_value());
    CHECK(check->warnings == QStringList{u"meta.key_ends_2"_s});
}

TEST_CASE("a subscription that was lost is made again, with all that the page's channels need") {
    PageShop shop;
    shop.sim.subscribe({});
    shop.channel.connector->start(std::nullopt);
    CHECK(waitUntil([&] { return shop.sim.subscribedFields() == kAll; }));
    CHECK(waitUntil([&] { return shop.channel.reported(CallKind::Receive, std::nullopt); }));
    CHECK_FALSE(shop.channel.reported(CallKind::Receive, FailureClass::Silent));
}

TEST_CASE("what others subscribed to is kept when the comments are added") {
    PageShop shop;
    shop.sim.subscribe({u"messages"_s, u"standby"_s});
    shop.channel.connector->start(std::nullopt);
    CHECK(waitUntil([&] {
        return shop.sim.subscribedFields()
               == QStringList{u"messages"_s, u"standby"_s, u"feed"_s, u"mention"_s};
    }));
}

TEST_CASE("a key that is only for comments subscribes to these") {
    PageShop shop;
    shop.sim.subscribe({});
    shop.sim.refuseFields({u"messages"_s});
    shop.channel.connector->start(std::nullopt);
    CHECK(waitUntil([&] {
        return shop.sim.subscribedFields() == QStringList{u"feed"_s, u"mention"_s};
    }));
}

TEST_CASE("a subscription that cannot be made again is reported") {
    PageShop shop;
    shop.sim.subscribe({});
    shop.sim.refuseFields({u"feed"_s});
    shop.channel.connector->start(std::nullopt);
    CHECK(waitUntil([&] {
        return shop.channel.reported(CallKind::Receive, FailureClass::Silent,
                                     u"facebook.not_subscribed"_s);
    }));
}

TEST_CASE("comments that no webhook brought are fetched, under the keys that it would have used") {
    PageShop shop;
    shop.goSilent();
    const QString id = shop.sim.comment(shop.ana, shop.post, u"2 lasañas"_s);
    const QString answer = shop.sim.answer(shop.ana, id, u"sin queso"_s);
    const QString photo = shop.sim.sendPhoto(shop.ana, shop.post, u"https://cdn.example/c.jpg"_s);
    const QString ours = shop.sim.commentOnPhone(shop.post, u"anotado"_s);
    const QString visit = shop.sim.visit(shop.ana, u"¿hacen eventos?"_s);
    shop.channel.connector->start(std::nullopt);
    for (const QString& key : {id, answer, photo, ours, visit}) {
        CAPTURE(key);
        REQUIRE(shop.awaitComment(key) != nullptr);
    }
    CHECK(shop.channel.count(u"backfill"_s) == 1);
    auto polled = shop.channel.events;
    std::erase_if(polled, [](const Event& event) { return event.kind != EventKind::Comment; });
    shop.channel.events.clear();
    shop.sim.setSilent(false);
    for (const Event& event : polled) { // the webhook says the same
        CAPTURE(event.eventKey);
        const Event* again = shop.channel.awaitKey(event.eventKey);
        REQUIRE(again != nullptr);
        CHECK(again->text == event.text);
        CHECK(again->conversationKey == event.conversationKey);
        CHECK(again->replyTo == event.replyTo);
        CHECK(again->direction == event.direction);
        CHECK(again->ids == event.ids);
        CHECK(again->attachments == event.attachments);
        REQUIRE(again->timestamp.has_value());
        REQUIRE(event.timestamp.has_value());
        CHECK(toMillis(*again->timestamp) / 1000 == toMillis(*event.timestamp) / 1000);
    }
}

TEST_CASE("a poll brings nothing that has been seen, and makes nothing of what has vanished") {
    PageShop shop;
    const QString id = shop.sim.comment(shop.ana, shop.post, u"hola"_s);
    REQUIRE(shop.awaitComment(id) != nullptr);
    shop.channel.connector->start(std::nullopt);
    REQUIRE(waitUntil([&] { return polls(shop) == 1; }));
    shop.sim.setSilent(true);
    shop.sim.remove(id);
    const QString next = shop.sim.comment(shop.ana, shop.post, u"una lasaña"_s);
    shop.channel.connector->start(std::nullopt);
    REQUIRE(shop.awaitComment(next) != nullptr);
    CHECK(shop.channel.count(u"backfill"_s) == 1);
    CHECK(std::none_of(shop.channel.events.begin(), shop.channel.events.end(),
                       [](const Event& event) { return event.kind == EventKind::Delete; }));
}

TEST_CASE("what could not be stored is asked for again") {
    PageShop shop;
    shop.goSilent();
    const QString id = shop.sim.comment(shop.ana, shop.post, u"hola"_s);
    shop.channel.storing = fail(ErrorKind::Storage, u"store.busy"_s);
    shop.channel.connector->start(std::nullopt);
    REQUIRE(waitUntil([&] { return shop.channel.count(u"backfill"_s) == 1; }));
    shop.channel.storing = Done{};
    shop.channel.connector->start(std::nullopt);
    CHECK(waitUntil([&] { return shop.channel.count(u"backfill"_s) == 2; }));
}

TEST_CASE("a poll reads every comment of many, and only posts of the last two days") {
    PageShop shop;
    shop.goSilent();
    const QString old = shop.sim.publish(u"la semana pasada"_s, shop.clock.now() - 72h);
    const QString late = shop.sim.comment(shop.ana, old, u"¿todavía hay?"_s);
    QStringList ids;
    for (int i = 0; i < 180; ++i) { // more than its post's page and one more have room for
        ids.append(shop.sim.comment(shop.ana, shop.post, u"pedido %1"_s.arg(i),
                                    shop.clock.now() - std::chrono::seconds(200 - i)));
    }
    for (int i = 0; i < 30; ++i) { // more posts than one page has room for
        const QString post =
            shop.sim.publish(u"plato %1"_s.arg(i), shop.clock.now() - std::chrono::minutes(i));
        ids.append(shop.sim.comment(shop.ana, post, u"quiero"_s));
    }
    shop.channel.connector->start(std::nullopt);
    for (const QString& id : ids) {
        CAPTURE(id);
        REQUIRE(shop.awaitComment(id) != nullptr);
    }
    CHECK(std::none_of(shop.channel.events.begin(), shop.channel.events.end(),
                       [&](const Event& event) { return event.externalId == late; }));
}

TEST_CASE("after an absence older posts are asked for too") {
    PageShop shop;
    shop.goSilent();
    const QString post = shop.sim.publish(u"hace tres días"_s, shop.clock.now() - 72h);
    const QString id = shop.sim.comment(shop.ana, post, u"¿todavía hay?"_s);
    shop.channel.connector->start(millisText(shop.clock.now() - 72h));
    CHECK(shop.awaitComment(id) != nullptr);
}

TEST_CASE("the cursor says up to when all was seen") {
    PageShop shop;
    const Time began = shop.clock.now();
    shop.channel.connector->start(std::nullopt);
    REQUIRE(waitUntil([&] { return polls(shop) == 1; }));
    const QString id = shop.sim.comment(shop.ana, shop.post, u"hola"_s);
    REQUIRE(waitUntil([&] {
        if (!shop.channel.cursor) { // the round's answer may still be on its way
            shop.channel.deliver(R"({"object":"page","entry":[]})");
        }
        return shop.channel.cursor.has_value();
    }));
    CHECK(shop.channel.cursor->toLongLong() >= toMillis(began));
    CHECK(shop.channel.cursor->toLongLong() <= toMillis(shop.clock.now()));
    CHECK(shop.awaitComment(id) != nullptr);
}

TEST_CASE("a quota that is nearly used up stops what can wait") {
    PageShop shop;
    shop.sim.setUsage(85);
    shop.channel.connector->start(std::nullopt);
    REQUIRE(waitUntil([&] { return !shop.channel.reports.empty(); }));
    REQUIRE(waitUntil([&] { return shop.sim.calls("GET", u"subscribed_apps"_s) == 1; }));
    CHECK(polls(shop) == 0);
    const QString id = shop.sim.comment(shop.ana, shop.post, u"hola"_s);
    CHECK(std::holds_alternative<outcome::Accepted>(
        shop.channel.send(shop.say(u"¡Hola!"_s, id)))); // an answer cannot wait
}

TEST_CASE("a stopped channel takes nothing and ends what is under way") {
    PageShop shop;
    practice::FaultPlan plan;
    plan.fault = practice::Fault::HangAfter;
    shop.sim.server().setFault(plan);
    std::optional<SendOutcome> outcome;
    bool stopped = false;
    QObject::connect(shop.channel.connector.get(), &connect::Connector::stopped,
                     shop.channel.connector.get(), [&] { stopped = true; });
    const QString id = shop.sim.comment(shop.ana, shop.post, u"hola"_s);
    shop.channel.connector->send(shop.tell(u"buenas"_s, id),
                                 [&](const SendOutcome& came) { outcome = came; });
    REQUIRE(waitUntil([&] { return shop.sim.server().requests("messages") == 1; }));
    shop.channel.connector->stop();
    REQUIRE(waitUntil([&] { return stopped && outcome.has_value(); }));
    CHECK(std::holds_alternative<outcome::Unsure>(*outcome));
    std::optional<Result<>> stored;
    shop.channel.connector->deliver({}, [&](const Result<>& came) { stored = came; });
    REQUIRE(stored.has_value());
    CHECK_FALSE(stored->has_value());
}

TEST_CASE("what a page is subscribed to is read as it is told") {
    const auto read = [](const QByteArray& body) {
        return facebook::readSubscription(QJsonDocument::fromJson(body).object());
    };
    using facebook::Subscription;
    CHECK(read(R"({"data":[]})")
          == Subscription{false, QString::fromUtf16(messaging::kPageFields)});
    CHECK(read(R"({"data":[{"id":"9"}]})") == Subscription{true, {}});
    CHECK(read(R"({"data":[{"subscribed_fields":["feed","mention"]}]})") == Subscription{true, {}});
    CHECK(read(R"({"data":[{"subscribed_fields":["feed"]}]})")
          == Subscription{true, u"feed,mention"_s});
    CHECK(read(R"({"data":[{"subscribed_fields":["messages"]}]})")
          == Subscription{false, u"messages,feed,mention"_s});
}
