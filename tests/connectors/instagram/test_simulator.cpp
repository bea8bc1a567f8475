// The channel and the simulated Instagram, each written from the fact sheet by itself, agree, in
// both kinds of login.
#include "core/connectors/instagram/module.h"
#include "tests/connectors/messaging/shop.h"

#include <QFile>
#include <QTemporaryDir>

using namespace comanda;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using practice::MessagingKind;
using test::idOf;
using test::waitUntil;

namespace {

struct Shop : test::MessagingShop {
    explicit Shop(MessagingKind kind) : Shop(MessagingShop::options(kind)) {}
    explicit Shop(const practice::MessagingOptions& options)
        : MessagingShop(instagram::module(), options) {}
};

constexpr std::array kBoth{MessagingKind::InstagramByPage, MessagingKind::InstagramByLogin};

} // namespace

TEST_CASE("customers of the simulated Instagram are understood and answered") {
    for (const MessagingKind kind : kBoth) {
        CAPTURE(static_cast<int>(kind));
        Shop shop(kind);
        const QString first = shop.sim.writeText(shop.customer, u"¿hay lasaña? \U0001F355"_s);
        const Event* written = shop.awaitMessage(first);
        REQUIRE(written != nullptr);
        CHECK(written->text == u"¿hay lasaña? \U0001F355"_s);
        CHECK(written->account == shop.sim.options().instagram);
        CHECK(written->ids.value(u"igsid"_s) == shop.customer);

        const QString id = idOf(shop.channel.send(shop.answer(u"¡Sí!"_s, u"ref-1"_s)));
        const Event* echo = shop.awaitMessage(id);
        REQUIRE(echo != nullptr);
        CHECK(echo->direction == Direction::Out);
        CHECK(echo->clientReference.isEmpty()); // Instagram brings none back
        CHECK(shop.channel.awaitKey(u"s:"_s + id + u":read"_s) != nullptr);

        OutgoingMessage reaction = shop.answer({}, u"ref-2"_s);
        reaction.reactionTo = first;
        reaction.reaction = u"\u2764\uFE0F"_s;
        CHECK(std::holds_alternative<outcome::Accepted>(shop.channel.send(reaction)));
        CHECK(shop.sim.inbox(shop.customer).back().text == u"love"_s);

        (void)idOf(shop.channel.send(shop.answer(u"ñ"_s.repeated(600), u"ref-3"_s)));
        CHECK(shop.sim.sends() == 3);
        shop.sim.unsend(shop.customer, first);
        CHECK(shop.channel.awaitKey(u"d:"_s + first) != nullptr);
        CHECK(shop.awaitMessage(shop.sim.writeElsewhere(shop.customer, u"ya va"_s)) != nullptr);
    }
}

TEST_CASE("a picture travels both ways through the simulated Instagram") {
    for (const MessagingKind kind : kBoth) {
        CAPTURE(static_cast<int>(kind));
        Shop shop(kind);
        QTemporaryDir folder;
        const QByteArray bytes = "\x89PNG not really";
        const Event* image = shop.awaitMessage(
            shop.sim.sendFile(shop.customer, u"image"_s, {bytes, u"image/png"_s, u"a.png"_s}));
        REQUIRE(image != nullptr);
        const auto fetched =
            shop.channel.fetch(image->attachments.front(), folder.filePath(u"image"_s));
        REQUIRE(fetched.has_value());
        OutgoingMessage back = shop.answer({}, u"ref-1"_s);
        back.media = Attachment{};
        back.media->mime = u"image/png"_s;
        back.mediaPath = fetched->path;
        (void)idOf(shop.channel.send(back));
        CHECK(shop.sim.inbox(shop.customer).back().file == bytes);
        back.media->mime = u"application/zip"_s;
        back.clientReference = u"ref-2"_s;
        CHECK(std::holds_alternative<outcome::Rejected>(shop.channel.send(back)));
    }
}

TEST_CASE("Instagram's window and its other refusals become the right outcomes") {
    Shop shop(MessagingKind::InstagramByLogin);
    REQUIRE(shop.awaitMessage(shop.sim.writeText(shop.customer, u"hola"_s)) != nullptr);
    shop.sim.setLastWord(shop.customer, 25h);
    OutgoingMessage late = shop.answer(u"tarde"_s, u"ref-1"_s);
    CHECK(std::holds_alternative<outcome::WindowClosed>(shop.channel.send(late)));
    late.humanAgent = true;
    (void)idOf(shop.channel.send(late));
    shop.sim.failNext(200, 2534041);
    late.clientReference = u"ref-2"_s;
    CHECK(shop.channel.send(late) == SendOutcome(outcome::NeedsSignIn{u"instagram.access_off"_s}));
    shop.sim.setStandby(true); // another app has the conversation, until we answer
    (void)idOf(shop.channel.send(late));
}

TEST_CASE("what Instagram's webhooks did not bring is fetched, and a subscription made again") {
    for (const MessagingKind kind : kBoth) {
        CAPTURE(static_cast<int>(kind));
        Shop shop(kind);
        shop.sim.unsubscribe();
        const QString missed = shop.sim.writeText(shop.customer, u"2 lasañas"_s);
        shop.channel.connector->start(std::nullopt);
        const Event* event = shop.awaitMessage(missed);
        REQUIRE(event != nullptr);
        CHECK(event->ids.value(u"username"_s) == u"ana.pizza"_s);
        CHECK(shop.channel.deliveries.back().source == u"backfill"_s);
        CHECK(shop.sim.isSubscribed());
        REQUIRE(waitUntil([&] { return !shop.channel.facts.isEmpty(); }));
        CHECK(shop.channel.facts.value(u"link_name"_s).toString() == shop.sim.options().userName);
    }
}

TEST_CASE("an Instagram login's key is renewed before its sixty days are over, and used at once") {
    ManualClock clock(fromMillis(1'790'000'000'000));
    auto options = test::MessagingShop::options(MessagingKind::InstagramByLogin);
    options.clock = &clock;
    Shop young(options);
    young.channel.connector->start(std::nullopt);
    REQUIRE(waitUntil([&] { return !young.channel.facts.isEmpty(); }));
    CHECK(young.channel.kept.isEmpty()); // not a day old: the platform says no
    CHECK_FALSE(young.channel.facts.contains(u"token_ends"_s));

    Shop shop(options);
    clock.advance(46 * 24h);
    shop.channel.connector->start(std::nullopt);
    REQUIRE(waitUntil([&] { return shop.channel.facts.contains(u"token_ends"_s); }));
    CHECK(shop.channel.keptKey == u"access_token"_s);
    CHECK(shop.channel.kept == shop.sim.newestToken());
    CHECK(shop.channel.facts.value(u"token_ends"_s).toString() == toIsoUtc(clock.now() + 60 * 24h));
    clock.advance(20 * 24h); // the old one is dead now
    (void)shop.sim.writeText(shop.customer, u"hola"_s);
    (void)idOf(shop.channel.send(shop.answer(u"buenas"_s, u"ref-1"_s)));
}

TEST_CASE("an Instagram key that has ended is told") {
    ManualClock clock(fromMillis(1'790'000'000'000));
    auto options = test::MessagingShop::options(MessagingKind::InstagramByLogin);
    options.clock = &clock;
    Shop shop(options);
    clock.advance(61 * 24h);
    const auto check = shop.channel.check();
    REQUIRE_FALSE(check.has_value());
    CHECK(check.error().kind == ErrorKind::Auth);
}
