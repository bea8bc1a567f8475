// The channel and the simulated Messenger, each written from the fact sheet by itself, agree: both
// directions, and with the platform ill.
#include "core/connectors/messenger/module.h"
#include "tests/connectors/messaging/shop.h"

#include <QFile>
#include <QTemporaryDir>

using namespace comanda;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using practice::Fault;
using practice::MessagingKind;
using test::idOf;
using test::waitUntil;

namespace {

struct Shop : test::MessagingShop {
    explicit Shop(const practice::MessagingOptions& options =
                      MessagingShop::options(MessagingKind::Messenger))
        : MessagingShop(messenger::module(), options) {}
};

} // namespace

TEST_CASE("customers of the simulated Messenger are understood") {
    Shop shop;
    const QString first = shop.sim.writeText(shop.customer, u"2 arepas ¿sí? @ 10% <b>"_s);
    const Event* written = shop.awaitMessage(first);
    REQUIRE(written != nullptr);
    CHECK(written->text == u"2 arepas ¿sí? @ 10% <b>"_s);
    CHECK(written->conversationKey == shop.customer);
    CHECK(written->account == shop.sim.options().page);

    const Event* quick =
        shop.awaitMessage(shop.sim.answerQuickly(shop.customer, u"Sí"_s, u"YES"_s));
    REQUIRE(quick != nullptr);
    CHECK(quick->payload == u"YES"_s);
    const Event* pressed = shop.awaitMessage(shop.sim.press(shop.customer, u"Pedir"_s, u"ORDER"_s));
    REQUIRE(pressed != nullptr);
    CHECK(pressed->kind == EventKind::Postback);
    shop.sim.sendCart(shop.customer,
                      {QJsonObject{{u"retailer_id"_s, u"AREPA"_s},
                                   {u"unit_price"_s, 7.99},
                                   {u"currency"_s, u"USD"_s},
                                   {u"quantity"_s, 2}}},
                      u"sin sal"_s);
    const Event* cart =
        shop.channel.await([](const Event& event) { return event.kind == EventKind::Order; });
    REQUIRE(cart != nullptr);
    CHECK(cart->orderItems == std::vector<CartItem>{{u"AREPA"_s, 2, u"7.99"_s, u"USD"_s}});
    shop.sim.edit(shop.customer, first, u"3 arepas"_s);
    CHECK(shop.channel.awaitKey(u"e:"_s + first + u":1"_s) != nullptr);
    shop.sim.react(shop.customer, first, u"love"_s, u"\u2764\uFE0F"_s);
    CHECK(shop.channel.await([](const Event& event) { return event.kind == EventKind::Reaction; })
          != nullptr);
    shop.sim.unsend(shop.customer, first);
    CHECK(shop.channel.awaitKey(u"d:"_s + first) != nullptr);
    shop.sim.comeByLink(shop.customer, u"table7"_s);
    CHECK(shop.channel.await([](const Event& event) { return event.payload == u"table7"_s; })
          != nullptr);
    const Event* elsewhere = shop.awaitMessage(shop.sim.writeElsewhere(shop.customer, u"ya va"_s));
    REQUIRE(elsewhere != nullptr);
    CHECK(elsewhere->direction == Direction::Out);
    shop.sim.setStandby(true);
    CHECK(shop.awaitMessage(shop.sim.writeText(shop.customer, u"¿hola?"_s)) != nullptr);
}

TEST_CASE("answers reach Messenger's customer, and the echo brings our reference back") {
    Shop shop;
    REQUIRE(shop.awaitMessage(shop.sim.writeText(shop.customer, u"hola"_s)) != nullptr);
    const QString id = idOf(shop.channel.send(shop.answer(u"¿Qué desea?"_s, u"ref-1"_s)));
    const Event* echo = shop.awaitMessage(id);
    REQUIRE(echo != nullptr);
    CHECK(echo->clientReference == u"ref-1"_s);
    CHECK(shop.channel.awaitKey(u"s:"_s + id + u":delivered"_s) != nullptr);
    CHECK(shop.channel.await([](const Event& event) { return event.kind == EventKind::Read; })
          != nullptr);

    OutgoingMessage choice = shop.answer(u"¿Confirma?"_s, u"ref-2"_s);
    choice.buttons = {{u"yes"_s, u"Sí"_s}, {u"no"_s, u"No"_s}};
    choice.replyTo = id;
    (void)idOf(shop.channel.send(choice));
    const practice::Received asked = shop.sim.inbox(shop.customer).back();
    CHECK(asked.buttons == QStringList{u"yes"_s, u"no"_s});
    CHECK(asked.replyTo == id);

    const QString last =
        idOf(shop.channel.send(shop.answer(QString(1999, u'a') + u" fin"_s, u"ref-3"_s)));
    const Event* whole = shop.awaitMessage(last);
    REQUIRE(whole != nullptr);
    CHECK(whole->clientReference == u"ref-3"_s);
    CHECK(shop.channel.await([](const Event& event) { return event.partOf == u"ref-3"_s; })
          != nullptr);

    shop.channel.connector->typing(shop.customer);
    shop.channel.connector->markRead(shop.customer, id);
    CHECK(waitUntil([&] {
        return shop.sim.actions(u"typing_on"_s) == 1 && shop.sim.actions(u"mark_seen"_s) == 1;
    }));
}

TEST_CASE("files travel both ways through the simulated Messenger, without the token") {
    Shop shop;
    QTemporaryDir folder;
    const QByteArray bytes = "\xFF\xD8\xFF\xE0 not really a picture";
    const Event* image = shop.awaitMessage(
        shop.sim.sendFile(shop.customer, u"image"_s, {bytes, u"image/jpeg"_s, u"a.jpg"_s}));
    REQUIRE(image != nullptr);
    const auto fetched =
        shop.channel.fetch(image->attachments.front(), folder.filePath(u"image"_s));
    REQUIRE(fetched.has_value()); // the simulator gives nothing to whoever shows a token
    CHECK(fetched->size == bytes.size());
    Attachment dead = image->attachments.front();
    dead.url.replace(u"oh="_s, u"oh=0"_s);
    CHECK(shop.channel.fetch(dead, folder.filePath(u"dead"_s)).error().id == u"media.gone"_s);
    dead.url.clear();
    CHECK(shop.channel.fetch(dead, folder.filePath(u"dead"_s)).error().id == u"media.gone"_s);
    dead.url = u"https://evil.test/x"_s;
    CHECK(shop.channel.fetch(dead, folder.filePath(u"dead"_s)).error().id
          == u"media.host_refused"_s);

    OutgoingMessage back = shop.answer(u"igual a esta"_s, u"ref-3"_s);
    back.media = Attachment{};
    back.media->mime = u"image/jpeg"_s;
    back.media->name = u"foto.jpg"_s;
    back.mediaPath = fetched->path;
    (void)idOf(shop.channel.send(back));
    const auto inbox = shop.sim.inbox(shop.customer);
    REQUIRE(inbox.size() == 2);
    CHECK(inbox.front().file == bytes);
    CHECK(inbox.back().text == u"igual a esta"_s);
}

TEST_CASE("an ill Messenger gives the outcome that is true") {
    struct Row {
        Fault fault;
        bool unsure; // else it certainly did not happen
        bool happened;
    };
    int number = 0;
    for (const Row& row :
         {Row{Fault::Refuse, false, false}, Row{Fault::ResetAfter, true, true},
          Row{Fault::ServerError, true, false}, Row{Fault::GarbageBody, true, false}}) {
        CAPTURE(static_cast<int>(row.fault));
        Shop shop;
        REQUIRE(shop.awaitMessage(shop.sim.writeText(shop.customer, u"hola"_s)) != nullptr);
        practice::FaultPlan plan;
        plan.fault = row.fault;
        shop.sim.server().setFault(plan);
        const QString reference = u"ref-%1"_s.arg(++number);
        const SendOutcome outcome = shop.channel.send(shop.answer(u"listo"_s, reference));
        CHECK(std::holds_alternative<outcome::Unsure>(outcome) == row.unsure);
        CHECK(std::holds_alternative<outcome::RetryAfter>(outcome) == !row.unsure);
        plan.fault = Fault::Healthy;
        shop.sim.server().setFault(plan);
        if (row.happened) { // the echo brings our reference back: nobody has to ask
            CHECK(shop.channel.await([&](const Event& event) {
                return event.clientReference == reference;
            }) != nullptr);
        }
        CHECK(shop.sim.timesReceived(u"listo"_s) == (row.happened ? 1 : 0));
    }
}

TEST_CASE("the simulated Messenger's refusals become the right outcomes") {
    Shop shop;
    REQUIRE(shop.awaitMessage(shop.sim.writeText(shop.customer, u"hola"_s)) != nullptr);
    int number = 0;
    const auto after = [&](int code, int subcode) {
        shop.sim.failNext(code, subcode);
        return shop.channel.send(shop.answer(u"listo"_s, u"ref-%1"_s.arg(++number)));
    };
    CHECK(after(10, 2018278) == SendOutcome(outcome::WindowClosed{u"meta.24h"_s}));
    CHECK(std::holds_alternative<outcome::RetryAfter>(after(613, 0)));
    CHECK(std::holds_alternative<outcome::Accepted>(after(100, 2018300))); // taken over
    CHECK(std::holds_alternative<outcome::Unsure>(after(1, 1357046)));
    CHECK(std::holds_alternative<outcome::NeedsSignIn>(after(190, 460)));
    for (const auto& [code, subcode] :
         {std::pair(551, 1545041), {10, 2018108}, {100, 0}, {368, 0}}) {
        CAPTURE(code, subcode);
        CHECK(std::holds_alternative<outcome::Rejected>(after(code, subcode)));
    }
    OutgoingMessage stranger = shop.answer(u"hola"_s, u"ref-x"_s);
    stranger.conversationKey = u"7999"_s; // another page's customer
    const SendOutcome refused = shop.channel.send(stranger);
    REQUIRE(std::holds_alternative<outcome::Rejected>(refused));
    CHECK(std::get<outcome::Rejected>(refused).why == u"graph.no_such_person"_s);
    shop.sim.revokeToken();
    CHECK(std::holds_alternative<outcome::NeedsSignIn>(
        shop.channel.send(shop.answer(u"listo"_s, u"ref-token"_s))));
    CHECK(shop.channel.reported(connect::CallKind::Send, FailureClass::Auth));
    CHECK(shop.awaitMessage(shop.sim.writeText(shop.customer, u"¿y?"_s)) != nullptr); // still comes
}

TEST_CASE("after a day only a person may answer on Messenger, and after a week nobody") {
    Shop shop;
    REQUIRE(shop.awaitMessage(shop.sim.writeText(shop.customer, u"hola"_s)) != nullptr);
    shop.sim.setLastWord(shop.customer, 25h);
    OutgoingMessage late = shop.answer(u"tarde"_s, u"ref-late"_s);
    CHECK(std::holds_alternative<outcome::WindowClosed>(shop.channel.send(late)));
    late.humanAgent = true;
    (void)idOf(shop.channel.send(late));
    shop.sim.setLastWord(shop.customer, 7 * 24h);
    late.clientReference = u"ref-later"_s;
    CHECK(std::holds_alternative<outcome::WindowClosed>(shop.channel.send(late)));
}
