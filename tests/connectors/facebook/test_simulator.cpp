// The channel and the simulated page, each written from the fact sheet by itself, agree: both
// directions, and with the platform ill.
#include "tests/connectors/facebook/shop.h"

using namespace comanda;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using practice::Fault;
using test::PageShop;
using test::waitUntil;

namespace {

template <typename Outcome>
Outcome as(const SendOutcome& outcome) {
    const auto* found = std::get_if<Outcome>(&outcome);
    REQUIRE(found != nullptr);
    return *found;
}

void setFault(PageShop& shop, Fault fault) {
    practice::FaultPlan plan;
    plan.fault = fault;
    shop.sim.server().setFault(plan);
}

} // namespace

TEST_CASE("what people do under the simulated page's posts is understood") {
    PageShop shop;
    const QString id =
        shop.sim.comment(shop.ana, shop.post, u"2 margaritas a la Calle 5 / ñandú"_s);
    const Event* written = shop.awaitComment(id);
    REQUIRE(written != nullptr);
    CHECK(written->kind == EventKind::Comment);
    CHECK(written->direction == Direction::In);
    CHECK(written->text == u"2 margaritas a la Calle 5 / ñandú"_s);
    CHECK(written->conversationKey == shop.post);
    CHECK(written->senderName == u"Ana Díaz"_s);
    CHECK(written->ids.value(u"facebook"_s) == shop.ana);
    CHECK(written->replyTo.isEmpty());

    const QString answer = shop.sim.answer(shop.ana, id, u"y una limonada"_s);
    const Event* under = shop.awaitComment(answer);
    REQUIRE(under != nullptr);
    CHECK(under->replyTo == id);
    const Event* photo =
        shop.awaitComment(shop.sim.sendPhoto(shop.ana, shop.post, u"https://cdn.example/c.jpg"_s));
    REQUIRE(photo != nullptr);
    CHECK(photo->attachments.front().type == AttachmentType::Image);

    shop.sim.edit(id, u"3 margaritas"_s);
    const Event* edited = shop.channel.await(
        [&](const Event& event) { return event.kind == EventKind::Edit && event.targetId == id; });
    REQUIRE(edited != nullptr);
    CHECK(edited->text == u"3 margaritas"_s);
    shop.sim.react(shop.ana, id, u"love"_s);
    const Event* loved =
        shop.channel.await([](const Event& event) { return event.kind == EventKind::Reaction; });
    REQUIRE(loved != nullptr);
    CHECK(loved->targetId == id);
    shop.sim.hide(answer);
    shop.sim.remove(id);
    CHECK(shop.channel.awaitKey(u"d:"_s + id) != nullptr);
    const Event* visited = shop.awaitComment(shop.sim.visit(shop.ana, u"¿Hacen eventos?"_s));
    REQUIRE(visited != nullptr);
    CHECK(visited->kind == EventKind::Comment);
}

TEST_CASE("what the page itself comments elsewhere is an echo") {
    PageShop shop;
    const Event* echo = shop.awaitComment(shop.sim.commentOnPhone(shop.post, u"ya sale"_s));
    REQUIRE(echo != nullptr);
    CHECK(echo->direction == Direction::Out);
    CHECK(echo->ids.isEmpty());
}

TEST_CASE("public answers, edits, likes and removals reach the simulated page") {
    PageShop shop;
    const QString id = shop.sim.comment(shop.ana, shop.post, u"¿hay lasaña?"_s);
    const SendOutcome said = shop.channel.send(shop.say(u"¡Sí! ¿Cuántas?"_s, id));
    const QString ours = as<outcome::Accepted>(said).externalId;
    const Event* echo = shop.awaitComment(ours); // our own comment comes back as an event
    REQUIRE(echo != nullptr);
    CHECK(echo->direction == Direction::Out);
    CHECK(echo->replyTo == id);
    CHECK(as<outcome::Accepted>(shop.channel.send(shop.say(u"Hay lasaña hasta las 9"_s))).externalId
          != ours);

    OutgoingMessage edit = shop.say(u"¡Sí! ¿Una o dos?"_s);
    edit.editOf = ours;
    CHECK(as<outcome::Accepted>(shop.channel.send(edit)).externalId == ours);
    CHECK(shop.sim.timesSaid(u"¡Sí! ¿Una o dos?"_s) == 1);
    OutgoingMessage like = shop.say({});
    like.reactionTo = id;
    like.reaction = u"👍"_s;
    CHECK(as<outcome::Accepted>(shop.channel.send(like)).externalId == id);
    CHECK(shop.sim.comments().front().likes == 1);
    OutgoingMessage remove;
    remove.deleteOf = ours;
    CHECK(as<outcome::Accepted>(shop.channel.send(remove)).externalId == ours);
    CHECK(shop.sim.timesSaid(u"¡Sí! ¿Una o dos?"_s) == 0);
    CHECK(as<outcome::Rejected>(shop.channel.send(remove)).why == u"facebook.comment_gone"_s);
    CHECK(shop.channel.awaitKey(u"d:"_s + ours) != nullptr);
}

TEST_CASE("the same words twice under one comment are refused, with the reason") {
    PageShop shop;
    const QString id = shop.sim.comment(shop.ana, shop.post, u"¿abren hoy?"_s);
    (void)as<outcome::Accepted>(shop.channel.send(shop.say(u"Sí"_s, id)));
    CHECK(as<outcome::Rejected>(shop.channel.send(shop.say(u"Sí"_s, id))).why
          == u"facebook.said_already"_s);
}

TEST_CASE("a private answer arrives once, and only within seven days") {
    PageShop shop;
    const QString id = shop.sim.comment(shop.ana, shop.post, u"una lasaña"_s);
    const auto made = as<outcome::Accepted>(shop.channel.send(shop.tell(u"¿A qué hora?"_s, id)));
    CHECK(made.externalId.startsWith(u"m_"_s));
    CHECK_FALSE(made.personId.isEmpty());
    CHECK(made.personId != shop.ana); // nobody may take the one for the other
    REQUIRE(shop.sim.inbox(shop.ana).size() == 1);
    CHECK(shop.sim.inbox(shop.ana).front().text == u"¿A qué hora?"_s);
    CHECK(as<outcome::Rejected>(shop.channel.send(shop.tell(u"¿Hola?"_s, id))).why
          == u"facebook.answered_already"_s);
    CHECK(shop.sim.inbox(shop.ana).size() == 1);
    CHECK(shop.sim.timesSaid(u"¿A qué hora?"_s) == 0); // never in public

    const QString old =
        shop.sim.comment(shop.ana, shop.post, u"hace mucho"_s, shop.clock.now() - 8 * 24h);
    CHECK(as<outcome::WindowClosed>(shop.channel.send(shop.tell(u"tarde"_s, old))).rule
          == u"facebook.private_over"_s);
    const QString ours = shop.sim.commentOnPhone(shop.post, u"nuestro"_s);
    (void)as<outcome::Rejected>(shop.channel.send(shop.tell(u"a nosotros"_s, ours)));
    const QString gone = shop.sim.comment(shop.ana, shop.post, u"borrado"_s);
    shop.sim.remove(gone);
    CHECK(as<outcome::Rejected>(shop.channel.send(shop.tell(u"nada"_s, gone))).why
          == u"facebook.comment_gone"_s);
    const QString last = shop.sim.comment(shop.ana, shop.post, u"adiós"_s);
    shop.sim.block(shop.ana);
    CHECK(as<outcome::Rejected>(shop.channel.send(shop.tell(u"?"_s, last))).why
          == u"graph.person_unavailable"_s);
}

TEST_CASE("an ill page gives the outcome that is true, and a private answer is made at most once") {
    struct Row {
        Fault fault;
        bool unsure; // else it certainly did not happen
        int happened;
    };
    for (const Row& row : {Row{Fault::Refuse, false, 0}, Row{Fault::ResetAfter, true, 1},
                           Row{Fault::ServerError, true, 0}, Row{Fault::Garbage, true, 0},
                           Row{Fault::GarbageBody, true, 0}}) {
        for (const bool privately : {false, true}) {
            CAPTURE(static_cast<int>(row.fault), privately);
            PageShop shop;
            const QString id = shop.sim.comment(shop.ana, shop.post, u"una lasaña"_s);
            setFault(shop, row.fault);
            const SendOutcome outcome =
                shop.channel.send(privately ? shop.tell(u"listo"_s, id) : shop.say(u"listo"_s, id));
            CHECK(std::holds_alternative<outcome::Unsure>(outcome) == row.unsure);
            CHECK(std::holds_alternative<outcome::RetryAfter>(outcome) == !row.unsure);
            setFault(shop, Fault::Healthy);
            CHECK(
                (privately ? int(shop.sim.inbox(shop.ana).size()) : shop.sim.timesSaid(u"listo"_s))
                == row.happened);
        }
    }
}

TEST_CASE("a private answer whose answer was lost is found again by asking the comment") {
    PageShop shop;
    const QString id = shop.sim.comment(shop.ana, shop.post, u"una lasaña"_s);
    shop.sim.server().setFault({Fault::ResetAfter, 1, "/messages"});
    (void)as<outcome::Accepted>(shop.channel.send(shop.tell(u"¿a qué hora?"_s, id)));
    CHECK(shop.sim.inbox(shop.ana).size() == 1);
    const QString other = shop.sim.comment(shop.ana, shop.post, u"y un jugo"_s);
    shop.sim.server().setFault({Fault::ServerError, 1, "/messages"}); // nothing came of it
    (void)as<outcome::Unsure>(shop.channel.send(shop.tell(u"¿de qué?"_s, other)));
    CHECK(shop.sim.inbox(shop.ana).size() == 1);
}

TEST_CASE("many answers under a post leave no faster than a person would write") {
    PageShop shop;
    const QString id = shop.sim.comment(shop.ana, shop.post, u"¿hay?"_s);
    int said = 0;
    std::optional<outcome::RetryAfter> waits;
    for (int i = 0; i < 20 && !waits; ++i) {
        const SendOutcome outcome = shop.channel.send(shop.say(u"sí, %1"_s.arg(i), id));
        if (std::holds_alternative<outcome::Accepted>(outcome)) {
            ++said;
        } else {
            waits = as<outcome::RetryAfter>(outcome);
        }
    }
    REQUIRE(waits.has_value());
    CHECK(said >= 8);
    CHECK(waits->wait > 0ms);
    CHECK(waits->wait <= 1s);
    CHECK_FALSE(waits->wholeChannel); // likes and removals go on
    OutgoingMessage like;
    like.conversationKey = shop.post;
    like.reactionTo = id;
    like.reaction = u"👍"_s;
    (void)as<outcome::Accepted>(shop.channel.send(like));
}

TEST_CASE("webhooks that come twice and in any order have one key each") {
    PageShop shop;
    shop.sim.setDuplicating(true);
    shop.sim.setReordering(true);
    QStringList ids;
    for (int i = 0; i < 5; ++i) {
        ids.append(shop.sim.comment(shop.ana, shop.post, u"pedido %1"_s.arg(i)));
    }
    for (const QString& id : ids) {
        const QString key = u"m:"_s + id;
        CHECK(waitUntil([&] {
            return std::count_if(shop.channel.events.begin(), shop.channel.events.end(),
                                 [&](const Event& event) { return event.eventKey == key; })
                   == 2;
        }));
    }
}

TEST_CASE("a long answer that was stopped half way goes on where it stopped") {
    PageShop shop;
    const QString words = u"arroz "_s.repeated(1400);
    const QString id = shop.sim.comment(shop.ana, shop.post, u"¿qué lleva?"_s);
    practice::FaultPlan plan;
    shop.sim.failNext(4, 0, 1);
    (void)as<outcome::RetryAfter>(shop.channel.send(shop.say(words, id)));
    (void)as<outcome::Accepted>(shop.channel.send(shop.say(words, id)));
    const auto all = shop.sim.comments();
    CHECK(std::count_if(all.begin(), all.end(),
                        [&](const practice::PageComment& one) {
                            return one.author == shop.sim.options().page;
                        })
          == 2);
}
