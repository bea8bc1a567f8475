// A delivery is journaled and each of its events applied once, in whatever order they come.
#include "core/store/connection.h"
#include "tests/store/counter.h"

#include <algorithm>
#include <random>

using namespace comanda;
using namespace comanda::test;

TEST_CASE("A message arrives once, however often it is delivered", "[intake]") {
    Counter shop(eachEngine());
    const Event hello = message(u"wamid.1"_s, u"57300"_s, u"Dos empanadas"_s, shop.now());

    const Intake first = shop.take(shop.whatsapp, {hello}, u"42"_s);
    CHECK(first.applied == 1);
    CHECK(first.newMessages == 1);
    CHECK(first.rang.size() == 1);
    const Intake again = shop.take(shop.whatsapp, {hello, hello});
    CHECK(again.applied == 0);
    CHECK(again.repeated == 2);
    CHECK(again.rang.empty());

    const Conversation conversation = shop.only();
    CHECK(conversation.unread == 1);
    CHECK(conversation.name == u"Ana"_s);
    CHECK(conversation.handle == u"57300"_s);
    CHECK(conversation.lastText == u"Dos empanadas"_s);
    CHECK(conversation.lastCustomerAt == shop.now());
    const auto messages = shop.thread(conversation.id);
    REQUIRE(messages.size() == 1);
    CHECK(messages.front().state == MessageState::Received);
    CHECK(shop.read<std::optional<QString>>([&](Reader& r) {
        return r.channelCursor(shop.whatsapp);
    }) == u"42"_s);
    const auto counts =
        shop.read<std::vector<Reader::ChannelCounts>>([](Reader& r) { return r.channelCounts(); });
    CHECK(counts.front().lastMessage == shop.now());
    CHECK_FALSE(counts.back().lastMessage);

    // The same key on another account is another event.
    CHECK(shop.take(shop.telegram, {hello}).applied == 1);
    shop.run([&](Writer& w) { return w.markRead(conversation.id); });
    CHECK(shop.read<int>([](Reader& r) { return r.unreadConversations(); }) == 1);
}

TEST_CASE("What cannot be applied stays in the journal, the rest is applied", "[intake]") {
    Counter shop(eachEngine());
    Event keyless = message(u"2"_s, u"57301"_s, u"sin clave"_s, shop.now());
    keyless.eventKey.clear();
    const Events batch{message(u"1"_s, u"57300"_s, u"uno"_s, shop.now()), keyless,
                       ignored(u"106"_s, u"field \"x\""_s),
                       message(u"3"_s, u"57300"_s, u"tres"_s, shop.now())};
    const Intake intake = shop.take(shop.whatsapp, batch);
    CHECK(intake.applied == 2);
    CHECK(intake.unread == 2);
    CHECK(intake.newMessages == 2);
    CHECK(shop.thread(shop.only().id).size() == 2);

    const auto rows = shop.read<std::vector<store::DeliveryRow>>(
        [](Reader& r) { return r.unreadDeliveries(10); });
    REQUIRE(rows.size() == 1);
    CHECK(rows.front().id == intake.delivery);
    CHECK(rows.front().body == "{}");
    CHECK(rows.front().why.contains(u"intake.no_event_key"_s));
    CHECK(rows.front().why.contains(u"field \"x\""_s));

    CHECK(shop.take(shop.whatsapp, {}).unread == 1); // nothing could be read at all
    // Pruning leaves what nobody could read; dismissing it is a person's decision.
    shop.fixture.clock.advance(std::chrono::hours(24 * 31));
    CHECK(shop.write<int>([&](Writer& w) { return w.prune(shop.now()); }) == 0);
    shop.run([&](Writer& w) { return w.dismissDelivery(intake.delivery, u"Luz"_s); });
    CHECK(shop.read<store::StoreFigures>([](Reader& r) { return r.figures(); }).unreadDeliveries
          == 1);
    CHECK_FALSE(shop.tryWrite<Done>(
        [&](Writer& w) { return w.dismissDelivery(intake.delivery, u"Luz"_s); }));
}

TEST_CASE("A statement that fails takes its own event with it, and nothing else", "[intake]") {
    const auto engine = eachEngine();
    Counter shop(engine);
    shop.store.reset(); // one connection writes at a time
    {
        auto connection = must(store::Connection::open(shop.fixture.config, false));
        must(connection->execute(
            shop.fixture.isPostgres()
                ? u"ALTER TABLE message ADD CONSTRAINT poison CHECK (text <> 'veneno')"_s
                : u"CREATE TRIGGER poison BEFORE INSERT ON message WHEN NEW.text = 'veneno'"
                  " BEGIN SELECT RAISE(ABORT, 'poison'); END"_s));
    }
    shop.store = shop.fixture.open();
    const Events events{message(u"1"_s, u"57300"_s, u"uno"_s, shop.now()),
                        message(u"2"_s, u"57301"_s, u"veneno"_s, shop.now()),
                        message(u"3"_s, u"57302"_s, u"tres"_s, shop.now())};
    const Intake intake = shop.take(shop.whatsapp, events, u"9"_s);
    CHECK(intake.applied == 2);
    CHECK(intake.unread == 1);
    CHECK(intake.newMessages == 2);
    CHECK(intake.rang.size() == 2);
    CHECK(shop.list().size() == 2); // nor is the conversation of the failed one there
    CHECK(shop.read<std::optional<QString>>([&](Reader& r) {
        return r.channelCursor(shop.whatsapp);
    }) == u"9"_s);
    // Read again after the cause is gone, only what failed is new.
    Events mended = events;
    mended[1].text = u"agua"_s;
    const Intake again = shop.take(shop.whatsapp, mended);
    CHECK(again.repeated == 2);
    CHECK(again.applied == 1);
    CHECK(shop.list().size() == 3);
}

TEST_CASE("Trouble of the store is not the event's fault: nothing is acknowledged, and it arrives "
          "once when that is over",
          "[intake]") {
    Counter shop(eachEngine());
    const auto change = [&](const QStringList& statements) {
        shop.store.reset(); // one connection writes at a time
        auto connection = must(store::Connection::open(shop.fixture.config, false));
        for (const QString& sql : statements) {
            must(connection->execute(sql));
        }
        connection.reset();
        shop.store = shop.fixture.open();
    };
    if (shop.fixture.isPostgres()) {
        const QString state = GENERATE(u"57014"_s, u"53200"_s, u"58030"_s, u"42501"_s);
        change({u"CREATE FUNCTION trouble() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                " RAISE EXCEPTION USING ERRCODE = '%1'; END $$"_s.arg(state),
                u"CREATE TRIGGER trouble BEFORE INSERT ON message"
                " FOR EACH ROW EXECUTE FUNCTION trouble()"_s});
    } else {
        change(
            {u"CREATE TRIGGER trouble BEFORE INSERT ON message"
             " BEGIN SELECT abs(-9223372036854775807 - 1); END"_s}); // an overflow, no constraint
    }
    const Event order = message(u"1"_s, u"57300"_s, u"Dos empanadas"_s, shop.now());
    const auto attempt = [&] {
        return shop.tryWrite<Intake>([&](Writer& w) {
            return w.intake(shop.whatsapp, shop.delivery(), {order}, u"42"_s, shop.shop);
        });
    };
    const auto cursor = [&] {
        return shop.read<std::optional<QString>>(
            [&](Reader& r) { return r.channelCursor(shop.whatsapp); });
    };
    const auto refused = attempt();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().id == u"store.statement"_s);
    CHECK_FALSE(cursor());
    CHECK(shop.list().empty());
    CHECK(shop.read<store::StoreFigures>([](Reader& r) { return r.figures(); }).unreadDeliveries
          == 0);

    change({shop.fixture.isPostgres() ? u"DROP TRIGGER trouble ON message"_s
                                      : u"DROP TRIGGER trouble"_s});
    const auto taken = attempt();
    REQUIRE(taken);
    CHECK(taken->newMessages == 1);
    CHECK(taken->unread == 0);
    CHECK(cursor() == u"42"_s);
    CHECK(shop.thread(shop.only().id).size() == 1);
}

TEST_CASE("Applied deliveries are pruned, and a repetition is still known", "[intake]") {
    Counter shop(eachEngine());
    const Event hello = message(u"1"_s, u"57300"_s, u"hola"_s, shop.now());
    shop.take(shop.whatsapp, {hello});
    shop.fixture.clock.advance(std::chrono::hours(24 * 31));
    CHECK(shop.write<int>([&](Writer& w) {
        return w.prune(shop.now() - std::chrono::hours(24 * 30));
    }) == 1);
    CHECK(shop.take(shop.whatsapp, {hello}).repeated == 1);
}

TEST_CASE("Characters that a database refuses do not stop a message", "[intake]") {
    Counter shop(eachEngine());
    const QString odd = u"a\0b\xD800 ñ 😀"_s + QString(70'000, u'x');
    CHECK(shop.take(shop.whatsapp, {message(u"1"_s, u"57300"_s, odd, shop.now())}).applied == 1);
    CHECK(shop.thread(shop.only().id).front().text.size() > 70'000);
    CHECK(shop.write<int>([](Writer& w) { return w.indexSome(10); }) == 1);
}

TEST_CASE("History and echoes are shown without a sound", "[intake]") {
    Counter shop(eachEngine());
    Event old = message(u"h1"_s, u"57300"_s, u"de antes"_s, shop.now() - std::chrono::hours(48));
    old.history = true;
    Event echo = message(u"e1"_s, u"57300"_s, u"Ya sale"_s, shop.now());
    echo.direction = Direction::Out;
    const Intake intake = shop.take(shop.whatsapp, {old, echo});
    CHECK(intake.rang.empty());
    const Conversation conversation = shop.only();
    CHECK(conversation.unread == 0);
    CHECK_FALSE(conversation.lastCustomerAt);
    CHECK(conversation.lastDirection == Direction::Out);
    const auto messages = shop.thread(conversation.id);
    REQUIRE(messages.size() == 2);
    CHECK_FALSE(messages.front().late);
    CHECK(messages.back().state == MessageState::Sent);
    CHECK(messages.back().author.isEmpty());
}

TEST_CASE("Late messages are marked and do not ring, a forged clock pins nothing on top",
          "[intake]") {
    Counter shop(eachEngine());
    const Intake late = shop.take(
        shop.whatsapp, {message(u"1"_s, u"57300"_s, u"tarde"_s, minutes(shop.now(), -31))});
    CHECK(late.rang.empty());
    shop.take(shop.whatsapp,
              {message(u"2"_s, u"57301"_s, u"del futuro"_s, minutes(shop.now(), 60 * 24 * 365))});
    shop.fixture.clock.advance(std::chrono::minutes(5));
    shop.take(shop.whatsapp, {message(u"3"_s, u"57302"_s, u"de ahora"_s, shop.now())});
    const auto list = shop.list();
    REQUIRE(list.size() == 3);
    CHECK(list.front().lastText == u"de ahora"_s);
    CHECK(list[1].lastCustomerAt <= shop.now()); // never later than ours
    CHECK(shop.thread(list[2].id).front().late);
}

namespace {

struct Final { // what the screen would show
    std::vector<Conversation> list;
    std::vector<std::tuple<QString, QString, bool, bool, QString, QString>> messages;
    bool operator==(const Final&) const = default;
};

Final finalState(Counter& shop) {
    Final final;
    final.list = shop.list();
    for (Conversation& conversation : final.list) {
        for (const Message& m : shop.thread(conversation.id)) {
            QString reactions;
            for (const Reaction& reaction : m.reactions) {
                reactions += reaction.who + reaction.emoji;
            }
            final.messages.emplace_back(m.externalId, m.text, m.edited, m.deleted, reactions,
                                        toWord(m.state));
        }
        conversation.id = {}; // ids follow the order of arrival
        conversation.customer = {};
    }
    return final;
}

Events storyOf(Time start) {
    Events events;
    const QString ana = u"57300"_s;
    const QString bo = u"57301"_s;
    events.push_back(message(u"a1"_s, ana, u"dos margaritas"_s, minutes(start, 1)));
    events.push_back(message(u"b1"_s, bo, u"hola"_s, minutes(start, 2)));
    events.push_back(
        about(EventKind::Edit, u"e:a1:1"_s, u"a1"_s, ana, u"tres margaritas"_s, minutes(start, 3)));
    events.push_back(
        about(EventKind::Edit, u"e:a1:2"_s, u"a1"_s, ana, u"dos margaritas"_s, minutes(start, 4)));
    events.push_back(
        about(EventKind::Reaction, u"r:b1:1"_s, u"b1"_s, bo, u"👍"_s, minutes(start, 5)));
    events.push_back(
        about(EventKind::Reaction, u"r:b1:2"_s, u"b1"_s, bo, u"❤"_s, minutes(start, 6)));
    events.push_back(about(EventKind::Delete, u"d:b1"_s, u"b1"_s, bo, {}, minutes(start, 7)));
    Event echo = message(u"o1"_s, ana, u"Listo en 20"_s, minutes(start, 8));
    echo.direction = Direction::Out;
    events.push_back(echo);
    events.push_back(status(u"o1"_s, DeliveryStatus::Delivered, ana, minutes(start, 9)));
    events.push_back(status(u"o1"_s, DeliveryStatus::Read, ana, minutes(start, 10)));
    events.push_back(status(u"o1"_s, DeliveryStatus::Sent, ana, minutes(start, 8)));
    events.push_back(message(u"a2"_s, ana, u"gracias"_s, minutes(start, 11)));
    return events;
}

} // namespace

TEST_CASE("Duplicates, disorder and statuses end in the same state", "[intake][property]") {
    const auto engine = eachEngine();
    std::optional<Final> expected;
    for (unsigned seed = 0; seed < 12; ++seed) {
        CAPTURE(seed);
        Counter shop(engine);
        std::mt19937 random(seed);
        Events events = storyOf(minutes(shop.now(), -15));
        if (seed > 0) {
            events.insert(events.end(), events.begin(), events.begin() + 6); // again
            std::shuffle(events.begin(), events.end(), random);
        }
        while (!events.empty()) {
            const auto size = std::min<std::size_t>(events.size(), 1 + random() % 3);
            const auto cut = events.begin() + static_cast<std::ptrdiff_t>(size);
            shop.take(shop.whatsapp, Events(events.begin(), cut));
            events.erase(events.begin(), cut);
        }
        const Final final = finalState(shop);
        if (!expected) {
            expected = final;
            REQUIRE(final.messages.size() == 4);
            CHECK(std::get<1>(final.messages[0]) == u"dos margaritas"_s);
        }
        CHECK(final == *expected);
    }
}

TEST_CASE("Ids that repeat among chats concern their own chat", "[intake]") {
    Counter shop(eachEngine());
    const auto chat = [&](const QString& key, const QString& text) {
        Event event = message(u"7"_s, key, text, shop.now());
        event.eventKey = u"m:-:"_s + key + u":7"_s;
        event.ids = {{u"telegram"_s, key}};
        return event;
    };
    shop.take(shop.telegram, {chat(u"111"_s, u"uno"_s), chat(u"222"_s, u"dos"_s)});
    shop.take(
        shop.telegram,
        {about(EventKind::Edit, u"e:222:7:1"_s, u"7"_s, u"222"_s, u"dos y media"_s, shop.now()),
         about(EventKind::Edit, u"e:333:7:1"_s, u"7"_s, u"333"_s, u"nadie"_s, shop.now())});
    QStringList texts;
    for (const Conversation& conversation : shop.list()) {
        texts.append(shop.thread(conversation.id).front().text);
    }
    texts.sort();
    CHECK(texts == QStringList{u"dos y media"_s, u"uno"_s});
}

TEST_CASE("Attachments are queued to be fetched and keep their place", "[intake][work]") {
    Counter shop(eachEngine());
    Event photo = message(u"1"_s, u"57300"_s, {}, shop.now());
    Attachment image;
    image.type = AttachmentType::Image;
    image.id = u"media-1"_s;
    Attachment pin;
    pin.type = AttachmentType::Location;
    pin.latitude = 4.6;
    pin.longitude = -74.1;
    photo.attachments = {image, pin};
    photo.groupId = u"album"_s;
    shop.take(shop.whatsapp, {photo});
    CHECK(shop.only().lastText == u"📷"_s);

    const auto work = shop.write<std::vector<store::Work>>(
        [&](Writer& w) { return w.takeWork(store::Work::Kind::FetchMedia, shop.now(), 10); });
    REQUIRE(work.size() == 1);
    CHECK(work.front().what == image);
    CHECK(work.front().attempt == 1);
    const auto takeAgain = [&] {
        return shop.write<std::vector<store::Work>>(
            [&](Writer& w) { return w.takeWork(store::Work::Kind::FetchMedia, shop.now(), 10); });
    };
    CHECK(takeAgain().empty()); // somebody has it
    shop.run([&](Writer& w) { return w.postponeWork(work.front().id, shop.now(), true); });
    auto again = takeAgain();
    REQUIRE(again.size() == 1);
    CHECK(again.front().attempt == 2);
    // Its channel was away: nothing was tried, and an outage does not use up the attempts.
    shop.run([&](Writer& w) { return w.postponeWork(work.front().id, shop.now(), false); });
    again = takeAgain();
    REQUIRE(again.size() == 1);
    CHECK(again.front().attempt == 2);
    const KeptAttachment kept{image, MediaState::Kept, u"ab12"_s, u"jpg"_s, 77};
    shop.run([&](Writer& w) { return w.finishMedia(work.front().id, kept); });
    shop.fixture.clock.advance(std::chrono::hours(1));
    CHECK(takeAgain().empty());
    const Message shown = shop.thread(shop.only().id).front();
    REQUIRE(shown.attachments.size() == 2);
    CHECK(shown.attachments[0] == kept);
    CHECK(shown.attachments[1].attachment == pin);
    CHECK(shown.groupId == u"album"_s);
}

TEST_CASE("A reply shows what it answers", "[intake]") {
    Counter shop(eachEngine());
    Event reply = message(u"2"_s, u"57300"_s, u"esa"_s, minutes(shop.now(), 1));
    reply.replyTo = u"1"_s;
    shop.take(shop.whatsapp, {message(u"1"_s, u"57300"_s, u"¿Cuál?"_s, shop.now()), reply});
    const auto messages = shop.thread(shop.only().id);
    CHECK(messages.back().quotedText == u"¿Cuál?"_s);
    CHECK(messages.back().quotedAuthor == u"Ana"_s);
}
