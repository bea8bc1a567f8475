// The connector against the simulated Bot API, which was written from the documentation alone.
#include "tests/connectors/telegram/shop.h"

#include <QFile>

using namespace comanda;
using namespace Qt::StringLiterals;
using practice::Fault;
using practice::FaultPlan;
using practice::TelegramSimulator;
using test::TelegramHarness;
using test::waitUntil;
using Shop = test::TelegramShop;

TEST_CASE("A customer writes and gets an answer") {
    Shop shop;
    shop.harness.connector->start(std::nullopt);
    shop.platform.start(shop.ana, u"mesa_7"_s);
    const qint64 order = shop.platform.writeText(shop.ana, u"dos al pastor 🌮"_s);
    REQUIRE(shop.hears(u"dos al pastor 🌮"_s));
    CHECK(shop.harness.events.front().payload == u"mesa_7"_s);
    CHECK(waitUntil([&] { return shop.platform.isConfirmed(order); }));

    OutgoingMessage answer;
    answer.conversationKey = QString::number(shop.ana);
    answer.text = u"¿Confirma?"_s;
    answer.replyTo = QString::number(order);
    answer.buttons = {{u"o:1:ok"_s, u"Sí"_s}};
    const SendOutcome outcome = shop.harness.send(answer);
    REQUIRE(std::holds_alternative<outcome::Accepted>(outcome));
    const qint64 sent = std::get<outcome::Accepted>(outcome).externalId.toLongLong();
    const auto inbox = shop.platform.inbox(shop.ana);
    REQUIRE(inbox.size() == 1);
    CHECK(inbox[0].text == u"¿Confirma?"_s);
    CHECK(inbox[0].replyTo == QString::number(order));
    CHECK(inbox[0].buttons == QStringList{u"o:1:ok"_s});

    const QString press = shop.platform.press(shop.ana, sent, u"o:1:ok"_s);
    REQUIRE(waitUntil([&] { return shop.platform.answeredCallbacks().contains(press); }));
    CHECK(shop.harness.events.back().kind == EventKind::Postback);

    OutgoingMessage edit = answer;
    edit.editOf = QString::number(sent);
    edit.text = u"Confirmado"_s;
    CHECK(std::holds_alternative<outcome::Accepted>(shop.harness.send(edit)));
    CHECK(std::holds_alternative<outcome::Accepted>(shop.harness.send(edit))); // not modified
    CHECK(shop.platform.inbox(shop.ana)[0].text == u"Confirmado"_s);
}

TEST_CASE("Files come in and go out") {
    Shop shop;
    shop.harness.connector->start(std::nullopt);
    shop.platform.start(shop.ana);
    const QByteArray picture = "\xff\xd8\xff" + QByteArray(300'000, 'p');
    shop.platform.sendPhoto(shop.ana, {picture, u"foto.jpg"_s, u"image/jpeg"_s, u"así"_s, {}});
    REQUIRE(shop.hears(u"así"_s));
    const Event& event = shop.harness.events.back();
    REQUIRE(event.attachments.size() == 1);
    Attachment attachment = event.attachments.front();
    const auto fetched = shop.harness.fetch(attachment);
    REQUIRE(fetched);
    CHECK(fetched->size == picture.size());
    QFile file(fetched->path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll() == picture);
    const auto again = shop.harness.fetch(attachment); // over what an earlier try left
    CHECK(again.has_value());

    attachment.size.reset();
    const auto tooLarge = shop.harness.fetch(attachment, 1000);
    REQUIRE_FALSE(tooLarge);
    CHECK(tooLarge.error().id == u"media.too_large"_s);
    attachment.id = u"nobody-knows-this"_s;
    const auto gone = shop.harness.fetch(attachment);
    REQUIRE_FALSE(gone);
    CHECK(gone.error().kind == ErrorKind::NotFound);

    OutgoingMessage menu;
    menu.conversationKey = QString::number(shop.ana);
    menu.text = u"el menú"_s;
    menu.media = Attachment{AttachmentType::File};
    menu.media->mime = u"application/pdf"_s;
    menu.media->name = u"menú de hoy.pdf"_s;
    menu.mediaPath = shop.harness.folder.filePath(u"menu.pdf"_s);
    QFile pdf(menu.mediaPath);
    REQUIRE(pdf.open(QIODevice::WriteOnly));
    pdf.write("%PDF-1.4 " + QByteArray(100'000, 'm'));
    pdf.close();
    CHECK(std::holds_alternative<outcome::Accepted>(shop.harness.send(menu)));
    const auto inbox = shop.platform.inbox(shop.ana);
    REQUIRE(inbox.size() == 1);
    CHECK(inbox[0].file.size() == 100'009);
    CHECK(inbox[0].text == u"el menú"_s);
}

TEST_CASE("Nothing is lost or doubled through the platform's troubles") {
    Shop shop;
    shop.harness.connector->start(std::nullopt);
    shop.platform.start(shop.ana);
    const Fault fault = GENERATE(Fault::Refuse, Fault::ServerError, Fault::Garbage,
                                 Fault::GarbageBody, Fault::ResetAfter);
    shop.platform.writeText(shop.ana, u"antes"_s);
    REQUIRE(shop.hears(u"antes"_s));
    const auto seen = shop.harness.observations.size();
    shop.platform.server().setFault({fault});
    for (int i = 0; i < 20; ++i) {
        shop.platform.writeText(shop.ana, u"durante %1"_s.arg(i));
    }
    REQUIRE(waitUntil([&] {
        return std::any_of(shop.harness.observations.begin() + static_cast<std::ptrdiff_t>(seen),
                           shop.harness.observations.end(),
                           [](const connect::Observation& o) { return o.failure.has_value(); });
    }));
    shop.platform.server().setFault({Fault::Healthy});
    for (int i = 0; i < 20; ++i) {
        REQUIRE(shop.hears(u"durante %1"_s.arg(i)));
    }
    CHECK_FALSE(shop.harness.saw(u"telegram.bad_token"_s));
}

TEST_CASE("Duplicates and disorder change nothing") {
    Shop shop;
    shop.platform.setDuplicating(true);
    shop.platform.setReordering(true);
    shop.harness.connector->start(std::nullopt);
    shop.platform.start(shop.ana);
    for (int i = 0; i < 50; ++i) {
        shop.platform.writeText(shop.ana, u"n%1"_s.arg(i));
    }
    for (int i = 0; i < 50; ++i) {
        REQUIRE(shop.hears(u"n%1"_s.arg(i)));
    }
    CHECK(waitUntil([&] { return shop.platform.pendingUpdates() == 0; }));
}

TEST_CASE("A send that was processed but not answered is unsure, and reached the customer once") {
    Shop shop;
    shop.platform.start(shop.ana);
    shop.platform.server().setFault({Fault::ResetAfter, 1, "sendMessage"});
    CHECK(std::holds_alternative<outcome::Unsure>(shop.harness.say(shop.ana, u"va en camino"_s)));
    CHECK(shop.platform.timesReceived(u"va en camino"_s) == 1);
    CHECK(shop.platform.calls(u"sendMessage"_s) == 1);
    CHECK(std::holds_alternative<outcome::Accepted>(shop.harness.say(shop.ana, u"otra"_s)));
}

TEST_CASE("Sends end as the platform says") {
    Shop shop;
    const qint64 stranger = shop.platform.addCustomer({0, u"Luis"_s, {}, {}, u"es"_s});
    CHECK(std::get<outcome::WindowClosed>(shop.harness.say(stranger, u"x"_s)).rule
          == u"telegram.not_started"_s);
    shop.platform.start(shop.ana);
    shop.platform.throttle(shop.ana, 17);
    const auto later = std::get<outcome::RetryAfter>(shop.harness.say(shop.ana, u"x"_s));
    CHECK(later.wait == Millis(17'500));
    CHECK(std::holds_alternative<outcome::Accepted>(shop.harness.say(shop.ana, u"x"_s)));
    shop.platform.block(shop.ana);
    CHECK(std::get<outcome::Rejected>(shop.harness.say(shop.ana, u"x"_s)).why
          == u"telegram.blocked"_s);
    shop.platform.unblock(shop.ana);
    shop.platform.deactivate(shop.ana);
    CHECK(std::get<outcome::Rejected>(shop.harness.say(shop.ana, u"x"_s)).why
          == u"telegram.deactivated"_s);
    CHECK(std::get<outcome::Rejected>(shop.harness.say(123456, u"x"_s)).why
          == u"telegram.chat_not_found"_s);
}

TEST_CASE("A revoked token is named, and its return noticed") {
    Shop shop;
    shop.harness.connector->start(std::nullopt);
    shop.platform.start(shop.ana);
    shop.platform.writeText(shop.ana, u"antes"_s);
    REQUIRE(shop.hears(u"antes"_s));
    shop.platform.revokeToken();
    REQUIRE(waitUntil([&] { return shop.harness.saw(u"telegram.bad_token"_s); }));
    CHECK(std::holds_alternative<outcome::NeedsSignIn>(shop.harness.say(shop.ana, u"x"_s)));
    CHECK(shop.harness.check().error().kind == ErrorKind::Auth);
    shop.platform.restoreToken();
    shop.platform.writeText(shop.ana, u"después"_s);
    CHECK(shop.hears(u"después"_s));
}

TEST_CASE("Two programs with one bot: the older poll hears of it") {
    Shop shop;
    shop.harness.connector->start(std::nullopt);
    REQUIRE(waitUntil([&] { return shop.platform.isPolling(); }));
    TelegramHarness second(shop.platform.baseUrl(), shop.platform.token());
    second.connector->start(std::nullopt);
    CHECK(waitUntil([&] {
        return shop.harness.saw(u"telegram.other_program"_s)
               || second.saw(u"telegram.other_program"_s);
    }));
}

TEST_CASE("A webhook that somebody set is found by the check") {
    Shop shop;
    const auto healthy = shop.harness.check();
    REQUIRE(healthy);
    CHECK(healthy->account == QString::number(shop.platform.botId()));
    CHECK(healthy->warnings.isEmpty());
    shop.platform.setHook(u"https://example.org/hook"_s);
    const auto hooked = shop.harness.check();
    REQUIRE(hooked);
    CHECK(hooked->warnings == QStringList{u"telegram.webhook_set"_s});
}

TEST_CASE("A restart goes on where the store was") {
    Shop shop;
    shop.platform.start(shop.ana);
    shop.platform.writeText(shop.ana, u"uno"_s);
    shop.harness.connector->start(std::nullopt);
    REQUIRE(shop.hears(u"uno"_s));
    shop.harness.connector.reset(); // as killed
    shop.platform.writeText(shop.ana, u"dos"_s);
    shop.harness.build();
    shop.harness.connector->start(shop.harness.cursor);
    REQUIRE(shop.hears(u"dos"_s));
    shop.platform.reseedIds(true); // after a quiet week the ids may be lower
    shop.platform.writeText(shop.ana, u"tres"_s);
    CHECK(shop.hears(u"tres"_s));
}

TEST_CASE("Many answers to one chat wait for their turn instead of being refused") {
    practice::TelegramOptions options = test::quickTelegram();
    options.burst = 3;
    options.second = std::chrono::milliseconds(500);
    TelegramSimulator platform(options);
    const qint64 ana = platform.addCustomer({0, u"Ana"_s, u"P"_s, u"anap"_s, u"es"_s});
    platform.start(ana);
    TelegramHarness harness(platform.baseUrl(), platform.token());
    for (int i = 0; i < 4; ++i) {
        CHECK(std::holds_alternative<outcome::Accepted>(harness.say(ana, QString::number(i))));
    }
    CHECK(platform.sends() == 4);
    CHECK(platform.calls(u"sendmessage"_s) == 4);

    // One that still waits when the channel stops has not left.
    OutgoingMessage waiting;
    waiting.conversationKey = QString::number(ana);
    waiting.text = u"late"_s;
    std::optional<SendOutcome> outcome;
    harness.connector->send(waiting, [&](const SendOutcome& got) { outcome = got; });
    harness.connector->stop();
    REQUIRE(waitUntil([&] { return outcome.has_value(); }));
    CHECK(std::holds_alternative<outcome::RetryAfter>(*outcome));
    CHECK(platform.sends() == 4);
}

TEST_CASE("Who blocked us while nobody told is marked by the first refusal") {
    Shop shop;
    shop.harness.connector->start(std::nullopt);
    shop.platform.start(shop.ana);
    REQUIRE(shop.hears(u"/start"_s));
    shop.platform.setSilent(true);
    shop.platform.block(shop.ana);
    CHECK(std::holds_alternative<outcome::Rejected>(shop.harness.say(shop.ana, u"x"_s)));
    const Event& told = shop.harness.events.back();
    CHECK(told.conversationKey == QString::number(shop.ana));
    CHECK(told.reachability == Reachability::Blocked);
    CHECK_FALSE(told.eventKey.isEmpty());
}

TEST_CASE("A customer gives the number and the place that were asked for") {
    Shop shop;
    shop.harness.connector->start(std::nullopt);
    shop.platform.start(shop.ana);
    OutgoingMessage asking;
    asking.conversationKey = QString::number(shop.ana);
    asking.text = u"¿A dónde?"_s;
    asking.asksNumber = true;
    REQUIRE(std::holds_alternative<outcome::Accepted>(shop.harness.send(asking)));
    CHECK(shop.platform.inbox(shop.ana)[0].buttons.size() == 2);
    shop.platform.sendContact(shop.ana, u"+525512345678"_s, u"Ana"_s);
    shop.platform.sendLocation(shop.ana, 19.4, -99.1);
    REQUIRE(waitUntil([&] { return shop.harness.events.size() == 3; }));
    CHECK(shop.harness.events[1].ids.value(u"phone"_s) == u"+525512345678"_s);
    CHECK(shop.harness.events[2].attachments.at(0).type == AttachmentType::Location);
}

TEST_CASE("The parts of an album come as messages that belong together") {
    Shop shop;
    shop.platform.setReordering(true);
    shop.harness.connector->start(std::nullopt);
    shop.platform.start(shop.ana);
    for (int i = 0; i < 3; ++i) {
        shop.platform.sendPhoto(shop.ana, {QByteArray("\xff\xd8\xff", 3),
                                           {},
                                           u"image/jpeg"_s,
                                           i == 1 ? u"así las tres"_s : QString(),
                                           u"135"_s});
    }
    REQUIRE(waitUntil([&] { return shop.harness.events.size() == 4; }));
    const auto parts = std::count_if(shop.harness.events.begin(), shop.harness.events.end(),
                                     [](const Event& event) { return event.groupId == u"135"_s; });
    CHECK(parts == 3);
}
