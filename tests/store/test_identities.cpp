// A person with several addresses has one conversation, whatever came first.
#include "tests/store/counter.h"

#include <algorithm>

using namespace comanda;
using namespace comanda::test;

namespace {

Event from(const QString& id, const QString& key, const QMap<QString, QString>& ids, Time at) {
    Event event = message(id, key, u"texto "_s + id, at);
    event.ids = ids;
    return event;
}

const QString kPhone = u"phone"_s;
const QString kBsuid = u"bsuid"_s;

} // namespace

TEST_CASE("First seen by number, later by user id alone: one conversation", "[identities]") {
    Counter shop(eachEngine());
    shop.take(shop.whatsapp,
              {from(u"1"_s, u"57300"_s, {{kPhone, u"57300"_s}}, minutes(shop.now(), -3))});
    const ConversationId first = shop.only().id;
    shop.take(shop.whatsapp, {from(u"2"_s, u"US.1"_s, {{kPhone, u"57300"_s}, {kBsuid, u"US.1"_s}},
                                   minutes(shop.now(), -2))});
    shop.take(shop.whatsapp,
              {from(u"3"_s, u"US.1"_s, {{kBsuid, u"US.1"_s}}, minutes(shop.now(), -1))});
    const Conversation conversation = shop.only();
    CHECK(conversation.id == first);
    CHECK(conversation.key == u"US.1"_s);
    CHECK(conversation.ids == QMap<QString, QString>{{kPhone, u"57300"_s}, {kBsuid, u"US.1"_s}});
    CHECK(conversation.unread == 3);
    CHECK(shop.thread(first).size() == 3);

    shop.say(first, u"Ya sale"_s);
    const auto claimed = shop.claim();
    REQUIRE(claimed.size() == 1);
    CHECK(claimed.front().out.conversationKey == u"US.1"_s);
    CHECK(claimed.front().out.ids == conversation.ids);
}

TEST_CASE("Two conversations that turn out to be one person's are joined", "[identities]") {
    Counter shop(eachEngine());
    shop.take(shop.whatsapp,
              {from(u"1"_s, u"57300"_s, {{kPhone, u"57300"_s}}, minutes(shop.now(), -3))});
    const ConversationId older = shop.only().id;
    shop.take(
        shop.whatsapp,
        {from(u"2"_s, u"US.1"_s, {{kBsuid, u"US.1"_s}}, minutes(shop.now(), -2)),
         cart(u"3"_s, u"US.1"_s, {{u"A"_s, 1, u"5"_s, u"COP"_s}}, {}, minutes(shop.now(), -1))});
    REQUIRE(shop.list().size() == 2);
    const ConversationId younger = shop.list().front().id;
    REQUIRE(younger != older);
    shop.say(younger, u"¿A nombre de quién?"_s);

    shop.take(shop.whatsapp,
              {from(u"4"_s, u"US.1"_s, {{kPhone, u"57300"_s}, {kBsuid, u"US.1"_s}}, shop.now())});
    const Conversation joined = shop.only();
    CHECK(joined.id == older);
    CHECK(joined.unread == 4);
    CHECK(joined.waiting == 1);
    CHECK(joined.openOrders == 1);
    CHECK(joined.lastCustomerAt == shop.now());
    CHECK(shop.board().front().conversation == older);
    CHECK(shop.thread(older).size() == 5);
    // Whoever still looks at the younger is led on, and may still answer there.
    CHECK(shop.thread(younger).size() == 5);
    CHECK(shop.read<std::optional<Conversation>>([&](Reader& r) { return r.conversation(younger); })
              ->id
          == older);
    shop.say(younger, u"Listo"_s);
    CHECK(shop.only().waiting == 2);
    CHECK(shop.claim().front().conversation == older);
}

TEST_CASE("One conversation whatever the order in which ids arrive", "[identities][property]") {
    const auto engine = eachEngine();
    const Time start = *fromIso(u"2026-03-14T18:00:00Z");
    Event changed = ignored({}, u"number changed"_s);
    changed.eventKey = u"sys"_s;
    changed.conversationKey = u"57309"_s;
    changed.ids = {{kPhone, u"57309"_s}};
    changed.formerIds = {{kPhone, u"57300"_s}};
    changed.timestamp = minutes(start, 5);
    std::vector<Event> events{
        from(u"1"_s, u"57300"_s, {{kPhone, u"57300"_s}}, minutes(start, 1)), changed,
        from(u"3"_s, u"57309"_s, {{kPhone, u"57309"_s}}, minutes(start, 6)),
        from(u"4"_s, u"US.1"_s, {{kPhone, u"57309"_s}, {kBsuid, u"US.1"_s}}, minutes(start, 7)),
        from(u"5"_s, u"US.1"_s, {{kBsuid, u"US.1"_s}}, minutes(start, 8))};
    std::vector<std::size_t> order{0, 1, 2, 3, 4};
    Counter shop(engine); // each order is an account of its own: a channel
    do {
        const ChannelId channel = shop.addChannel(Platform::WhatsApp);
        for (const std::size_t at : order) {
            shop.take(channel, {events[at]});
        }
        std::vector<Conversation> found;
        for (const Conversation& conversation : shop.list({false, false, {}, 1000, {}})) {
            if (conversation.channel == channel) {
                found.push_back(conversation);
            }
        }
        CAPTURE(order);
        REQUIRE(found.size() == 1);
        CHECK(found.front().ids
              == QMap<QString, QString>{{kPhone, u"57309"_s}, {kBsuid, u"US.1"_s}});
        CHECK(found.front().key == u"US.1"_s);
        CHECK(found.front().unread == 4);
        CHECK(shop.thread(found.front().id).size() == 4);
    } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE("A number given up may become somebody else's", "[identities]") {
    Counter shop(eachEngine());
    shop.take(shop.whatsapp,
              {from(u"1"_s, u"57300"_s, {{kPhone, u"57300"_s}}, minutes(shop.now(), -30))});
    Event changed = ignored({}, u"number changed"_s);
    changed.eventKey = u"sys"_s;
    changed.conversationKey = u"57300"_s; // as older payloads say it: the old one
    changed.ids = {{kPhone, u"57309"_s}};
    changed.formerIds = {{kPhone, u"57300"_s}};
    changed.timestamp = minutes(shop.now(), -20);
    shop.take(shop.whatsapp, {changed});
    CHECK(shop.only().key == u"57309"_s);
    CHECK(shop.only().ids.value(kPhone) == u"57309"_s);
    // Written before the change, delivered after it.
    shop.take(shop.whatsapp,
              {from(u"2"_s, u"57300"_s, {{kPhone, u"57300"_s}}, minutes(shop.now(), -25))});
    CHECK(shop.only().unread == 2);
    CHECK(shop.only().key == u"57309"_s);
    // Written after it: somebody else.
    shop.take(shop.whatsapp, {from(u"3"_s, u"57300"_s, {{kPhone, u"57300"_s}}, shop.now())});
    REQUIRE(shop.list().size() == 2);
    CHECK(shop.list().front().key == u"57300"_s);
    CHECK(shop.list().back().key == u"57309"_s);
}

TEST_CASE("A user name never decides, and moves with its owner", "[identities]") {
    Counter shop(eachEngine());
    const auto chat = [&](const QString& id, const QString& key, int minute) {
        Event event = from(id, key, {{u"telegram"_s, key}, {u"username"_s, u"anap"_s}},
                           minutes(shop.now(), minute));
        return event;
    };
    shop.take(shop.telegram, {chat(u"1"_s, u"111"_s, -2), chat(u"2"_s, u"222"_s, -1)});
    const auto list = shop.list();
    REQUIRE(list.size() == 2);
    CHECK(list[0].ids.value(u"username"_s) == u"anap"_s);
    CHECK_FALSE(list[1].ids.contains(u"username"_s));
}

TEST_CASE("A person's chat with the bot and the one with the owner stay two", "[identities]") {
    Counter shop(eachEngine());
    const QMap<QString, QString> withBot{{u"telegram"_s, u"555"_s}, {kPhone, u"57300"_s}};
    const QMap<QString, QString> withOwner{{u"telegram_business"_s, u"555"_s},
                                           {kPhone, u"57300"_s}};
    shop.take(shop.telegram, {from(u"1"_s, u"555"_s, withBot, minutes(shop.now(), -3))});
    const ConversationId bot = shop.only().id;
    shop.take(shop.telegram, {from(u"2"_s, u"bQx:555"_s, withOwner, minutes(shop.now(), -2))});
    REQUIRE(shop.list().size() == 2);
    // Connected anew: the owner's chat goes on under the new address.
    shop.take(shop.telegram, {from(u"3"_s, u"bQy:555"_s, withOwner, minutes(shop.now(), -1))});
    REQUIRE(shop.list().size() == 2);
    CHECK(shop.list().front().key == u"bQy:555"_s);
    CHECK(shop.list().front().unread == 2);

    shop.say(bot, u"Ya sale"_s);
    const auto claimed = shop.claim();
    REQUIRE(claimed.size() == 1);
    CHECK(claimed.front().out.conversationKey == u"555"_s);
}

TEST_CASE("On Telegram a telephone number moves with its owner and joins nobody", "[identities]") {
    Counter shop(eachEngine());
    const auto card = [&](const QString& id, const QString& key, int minute) {
        return from(id, key, {{u"telegram"_s, key}, {kPhone, u"57300"_s}},
                    minutes(shop.now(), minute));
    };
    shop.take(shop.telegram, {card(u"1"_s, u"111"_s, -2), card(u"2"_s, u"222"_s, -1)});
    const auto list = shop.list();
    REQUIRE(list.size() == 2);
    CHECK(list[0].ids.value(kPhone) == u"57300"_s);
    CHECK_FALSE(list[1].ids.contains(kPhone));
}

TEST_CASE("A group is not the person who speaks in it", "[identities]") {
    Counter shop(eachEngine());
    shop.take(shop.telegram,
              {from(u"1"_s, u"111"_s, {{u"telegram"_s, u"111"_s}}, minutes(shop.now(), -3))});
    Event inGroup =
        from(u"2"_s, u"-100777"_s, {{u"telegram"_s, u"111"_s}}, minutes(shop.now(), -2));
    inGroup.senderId = u"111"_s;
    Event other = from(u"3"_s, u"-100777"_s, {{u"telegram"_s, u"222"_s}}, minutes(shop.now(), -1));
    other.senderId = u"222"_s;
    shop.take(shop.telegram, {inGroup, other});
    const auto list = shop.list();
    REQUIRE(list.size() == 2);
    CHECK(list[0].key == u"-100777"_s);
    CHECK(list[0].ids.isEmpty());
    CHECK(list[0].unread == 2);
    CHECK(list[0].lastAuthor == u"Ana"_s);
}

TEST_CASE("Who confirms a message to a group does not become the group", "[identities]") {
    Counter shop(eachEngine());
    Event toGroup = from(u"1"_s, u"group"_s, {}, minutes(shop.now(), -3));
    toGroup.direction = Direction::Out;
    shop.take(shop.telegram, {from(u"2"_s, u"111"_s, {{u"telegram"_s, u"111"_s}}, shop.now()),
                              toGroup, status(u"1"_s, DeliveryStatus::Read, u"111"_s, shop.now())});
    const auto list = shop.list();
    REQUIRE(list.size() == 2);
    const auto group = std::find_if(list.begin(), list.end(),
                                    [](const auto& one) { return one.key == "group"_L1; });
    REQUIRE(group != list.end());
    CHECK(shop.thread(group->id).front().state == MessageState::Read);
}

TEST_CASE("A name that comes by itself is learned, and makes no conversation", "[identities]") {
    Counter shop(eachEngine());
    const auto profile = [&](const QString& person, const QString& name) {
        Event event = ignored(u"1"_s, u"profile"_s);
        event.eventKey = u"i:profile:"_s + person + name;
        event.conversationKey = person;
        event.ids = {{u"psid"_s, person}};
        event.senderId = person;
        event.senderName = name;
        return event;
    };
    shop.take(shop.whatsapp, {profile(u"700"_s, u"Ana Díaz"_s)});
    CHECK(shop.list().empty());
    shop.take(shop.whatsapp, {from(u"1"_s, u"700"_s, {{u"psid"_s, u"700"_s}}, shop.now())});
    REQUIRE(shop.list().size() == 1);
    CHECK(shop.list().front().name != u"Ana Díaz"_s);
    shop.take(shop.whatsapp, {profile(u"700"_s, u"Ana Díaz Peña"_s)});
    CHECK(shop.list().front().name == u"Ana Díaz Peña"_s);
}

TEST_CASE("The list finds people by words and prefixes of name and address", "[identities]") {
    Counter shop(eachEngine());
    Event jose = from(u"1"_s, u"57300"_s, {{kPhone, u"57300"_s}}, minutes(shop.now(), -3));
    jose.senderName = u"José Peña"_s;
    shop.take(shop.whatsapp, {jose, from(u"2"_s, u"57311"_s, {{kPhone, u"57311"_s}}, shop.now())});
    const auto found = [&](const QString& text) {
        Reader::ConversationFilter filter;
        filter.search = text;
        return shop.list(filter).size();
    };
    CHECK(found(u"pena"_s) == 1);
    CHECK(found(u"JOS"_s) == 1);
    CHECK(found(u"573"_s) == 2);
    CHECK(found(u"ana 57311"_s) == 1);
    CHECK(found(u"eña"_s) == 0); // no prefix of a word
    CHECK(found(u"%"_s) == 2);   // no words: everything
}
