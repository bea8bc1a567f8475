// The bot answers in the chats of the shop's own account, as far as it is allowed to.
#include "tests/connectors/telegram/shop.h"

#include <QJsonArray>

using namespace comanda;
using namespace Qt::StringLiterals;
using test::waitUntil;
using Shop = test::TelegramShop;

namespace {

// A customer of the shop's own account, whose chat the bot answers.
struct BusinessShop : Shop {
    BusinessShop() {
        harness.connector->start(std::nullopt);
        platform.writeBusiness(connection, ana, u"hola"_s);
        REQUIRE(hears(u"hola"_s));
    }

    OutgoingMessage answer(const QString& words) const {
        OutgoingMessage message;
        message.conversationKey = connection + u':' + QString::number(ana);
        message.text = words;
        return message;
    }
    QString refusal(const OutgoingMessage& message) {
        const SendOutcome outcome = harness.send(message);
        const auto* rejected = std::get_if<outcome::Rejected>(&outcome);
        return rejected ? rejected->why : QString();
    }
    // What the settings may show of the connection.
    QJsonObject told() const {
        return harness.facts.value("business"_L1).toArray().at(0).toObject();
    }
    // The last word about all chats of the connection.
    std::optional<Reachability> allowed() const {
        std::optional<Reachability> last;
        for (const Event& event : harness.events) {
            if (event.reachabilityOfAll == connection + u':') {
                last = event.reachability;
            }
        }
        return last;
    }

    QString connection = platform.connectBusiness(444000111);
};

} // namespace

TEST_CASE("The shop's own account in business chats") {
    Shop shop;
    shop.harness.connector->start(std::nullopt);
    const QString connection = shop.platform.connectBusiness(444000111);
    shop.platform.writeBusiness(connection, shop.ana, u"¿tienen servicio?"_s);
    REQUIRE(shop.hears(u"¿tienen servicio?"_s));
    const QJsonObject told = shop.harness.facts.value("business"_L1).toArray().at(0).toObject();
    CHECK(told.value("id"_L1).toString() == connection);
    CHECK(told.value("can_reply"_L1).toBool());
    CHECK(shop.harness.facts.contains("link_name"_L1)); // what was known before is told with it
    const QString key = connection + u':' + QString::number(shop.ana);
    CHECK(shop.harness.events.back().conversationKey == key);
    OutgoingMessage answer;
    answer.conversationKey = key;
    answer.text = u"Sí"_s;
    CHECK(std::holds_alternative<outcome::Accepted>(shop.harness.send(answer)));
    CHECK(shop.platform.timesReceived(u"Sí"_s) == 1);
}

TEST_CASE("Without the right to answer nothing is sent, and all its chats say so") {
    BusinessShop shop;
    CHECK(shop.allowed() == Reachability::Reachable);
    shop.platform.changeBusiness(shop.connection, true, false);
    REQUIRE(waitUntil([&] { return shop.allowed() == Reachability::NoRight; }));
    const int calls = shop.platform.calls(u"sendMessage"_s);
    CHECK(shop.refusal(shop.answer(u"Sí"_s)) == u"telegram.no_right_to_answer"_s);
    CHECK(shop.platform.calls(u"sendMessage"_s) == calls);
    CHECK(std::holds_alternative<outcome::WindowClosed>(
        shop.harness.say(shop.ana, u"x"_s))); // the bot's own chat: Telegram decides

    shop.platform.changeBusiness(shop.connection, false, true);
    REQUIRE(waitUntil([&] {
        return shop.refusal(shop.answer(u"Sí"_s)) == u"telegram.business_not_connected"_s;
    }));
    shop.platform.changeBusiness(shop.connection, true, true);
    REQUIRE(waitUntil([&] { return shop.allowed() == Reachability::Reachable; }));
    CHECK(shop.refusal(shop.answer(u"Sí"_s)).isEmpty());
}

TEST_CASE("A message of ours in a business chat is taken back only with the right to") {
    BusinessShop shop;
    const SendOutcome sent = shop.harness.send(shop.answer(u"a las nueve"_s));
    OutgoingMessage removal = shop.answer({});
    removal.deleteOf = std::get<outcome::Accepted>(sent).externalId;
    shop.platform.forbidDeleting(shop.connection);
    REQUIRE(waitUntil([&] { return !shop.told().value("can_delete"_L1).toBool(true); }));
    CHECK(shop.refusal(removal) == u"telegram.no_right_to_delete"_s);
    CHECK(shop.platform.calls(u"deleteBusinessMessages"_s) == 0);
}

TEST_CASE("Rights that changed while we were off are asked for at the start") {
    BusinessShop shop;
    REQUIRE(waitUntil([&] { return shop.harness.cursor->contains(shop.connection); }));
    shop.harness.connector.reset();
    shop.platform.changeBusiness(shop.connection, true, false, true);
    shop.harness.build();
    shop.harness.connector->start(shop.harness.cursor);
    REQUIRE(waitUntil([&] { return shop.allowed() == Reachability::NoRight; }));
    CHECK(shop.refusal(shop.answer(u"Sí"_s)) == u"telegram.no_right_to_answer"_s);
    CHECK(shop.platform.calls(u"sendMessage"_s) == 0);
}

TEST_CASE("A refusal for want of a connection is followed by a question what is left of it") {
    BusinessShop shop;
    shop.platform.changeBusiness(shop.connection, true, false, true);
    CHECK(shop.refusal(shop.answer(u"Sí"_s)) == u"telegram.business_not_connected"_s);
    REQUIRE(waitUntil([&] { return shop.allowed() == Reachability::NoRight; }));
    CHECK(shop.refusal(shop.answer(u"Sí"_s)) == u"telegram.no_right_to_answer"_s);
}
