// One person with several customers: joined, taken apart, suggested, and what is known of them.
#include "tests/store/counter.h"
#include "tests/store/store_probe.h"

#include <algorithm>

using namespace comanda;
using namespace comanda::test;

namespace {

const QString kPhone = u"phone"_s;

class Guests : public Counter { // a shop where people write
public:
    using Counter::Counter;

    ConversationId chat(ChannelId channel, const QString& key, const QString& name,
                        const QMap<QString, QString>& ids = {}) {
        ++written_;
        Event event = message(u"%1-%2"_s.arg(written_).arg(key), key, u"hola"_s,
                              minutes(now(), -60 + written_));
        event.ids = ids;
        event.senderName = name;
        take(channel, {event});
        return list().front().id;
    }
    ConversationId comment(ChannelId channel, const QString& post, const QString& id,
                           const QString& name) {
        ++written_;
        Event event = message(u"%1-%2"_s.arg(written_).arg(post), post, u"¿precio?"_s,
                              minutes(now(), -60 + written_));
        event.kind = EventKind::Comment;
        event.ids = {{u"facebook"_s, id}};
        event.senderId = id;
        event.senderName = name;
        take(channel, {event});
        return list().front().id;
    }
    Person person(ConversationId conversation) {
        const auto people = everybody(conversation);
        REQUIRE(people.size() == 1);
        return people.front();
    }
    std::vector<Person> everybody(ConversationId conversation) {
        return read<std::vector<Person>>([&](Reader& r) { return r.people(conversation, 5); });
    }
    std::vector<Suggestion> alike(ConversationId conversation) {
        const CustomerId customer = person(conversation).id;
        return read<std::vector<Suggestion>>([&](Reader& r) { return r.alike(customer); });
    }
    CustomerId customerOf(ConversationId conversation) {
        return read<std::optional<Conversation>>(
                   [&](Reader& r) { return r.conversation(conversation); })
            ->customer;
    }
    CustomerId join(ConversationId one, ConversationId other) { return must(tryJoin(one, other)); }
    Result<CustomerId> tryJoin(ConversationId one, ConversationId other) {
        const CustomerId a = customerOf(one);
        const CustomerId b = customerOf(other);
        return tryWrite<CustomerId>([&](Writer& w) { return w.joinCustomers(a, b, luz); });
    }
    Result<> trySeparate(ConversationId chat) {
        const CustomerId customer = customerOf(chat);
        return tryWrite<Done>([&](Writer& w) { return w.separateCustomer(customer, luz); });
    }
    void separate(ConversationId chat) { must(trySeparate(chat)); }
    void card(ConversationId conversation, const CustomerCard& now) {
        const Person before = person(conversation);
        run([&](Writer& w) { return w.saveCustomer(before.id, before.card, now); });
    }
    Order order(ConversationId conversation, const OrderDetails& details = {}) {
        Writer::NewOrder wanted;
        wanted.conversation = conversation;
        OrderLine line;
        line.name = u"Taco"_s;
        wanted.lines = {line};
        wanted.details = details;
        return write<Order>([&](Writer& w) { return w.createOrder(wanted, luz, shop); });
    }
    Order now(OrderId id) {
        return *read<std::optional<Order>>([&](Reader& r) { return r.order(id); });
    }
    using Counter::now;

    const Actor luz{u"Luz"_s, u"caja"_s};

private:
    int written_ = 0;
};

std::vector<ConversationId> chatsOf(const Person& person) {
    std::vector<ConversationId> chats;
    for (const Identity& identity : person.identities) {
        chats.push_back(identity.conversation);
    }
    return chats;
}

std::vector<Sameness> reasons(const std::vector<Suggestion>& suggestions) {
    std::vector<Sameness> all;
    for (const Suggestion& suggestion : suggestions) {
        for (const SameReason& reason : suggestion.reasons) {
            all.push_back(reason.why);
        }
    }
    return all;
}

using Why = std::vector<Sameness>;

} // namespace

TEST_CASE("A person who was joined has all chats, orders and notes of both", "[people]") {
    Guests shop(eachEngine());
    const ConversationId whatsapp =
        shop.chat(shop.whatsapp, u"57300"_s, u"Ana Robles"_s, {{kPhone, u"57300"_s}});
    const ConversationId telegram =
        shop.chat(shop.telegram, u"111"_s, u"Anita 🌮"_s, {{u"telegram"_s, u"111"_s}});
    shop.card(whatsapp, {u"Cra 15 #20-31"_s, {}, u"timbre dañado"_s});
    shop.card(telegram, {{}, u"maní"_s, u"paga con Nequi"_s});
    const Order first = shop.order(whatsapp);
    const Order second = shop.order(telegram);
    CHECK(shop.person(whatsapp).orderCount == 1);

    shop.join(telegram, whatsapp);
    for (const ConversationId chat : {whatsapp, telegram}) {
        const Person ana = shop.person(chat);
        CHECK(ana.name == u"Ana Robles"_s);
        CHECK(chatsOf(ana) == std::vector{whatsapp, telegram});
        CHECK(ana.identities.back().platform == Platform::Telegram);
        CHECK(ana.identities.back().name == u"Anita 🌮"_s);
        CHECK(ana.card
              == CustomerCard{u"Cra 15 #20-31"_s, u"maní"_s, u"timbre dañado\npaga con Nequi"_s});
        CHECK(ana.orderCount == 2);
        REQUIRE(ana.orders.size() == 2);
        CHECK(ana.orders[0].id == second.id);
        CHECK(ana.orders[1].id == first.id);
    }
    CHECK(shop.list().size() == 2); // the chats stay two
    const auto again = shop.tryJoin(whatsapp, telegram);
    REQUIRE_FALSE(again);
    CHECK(again.error().id == u"customer.joined_already"_s);
}

TEST_CASE("Taking apart gives back exactly what was there before", "[people]") {
    Guests shop(eachEngine());
    std::vector<ConversationId> chats;
    std::vector<Person> before;
    for (const QString& name : {u"Ana"_s, u"Beto"_s, u"Caro"_s, u"Dani"_s}) {
        chats.push_back(shop.chat(shop.telegram, name, name, {{u"telegram"_s, name}}));
        shop.card(chats.back(), {name + u" 1"_s, {}, name + u" 2"_s});
        shop.order(chats.back());
    }
    const auto all = [&] {
        std::vector<Person> people;
        for (const ConversationId chat : chats) {
            people.push_back(shop.person(chat));
        }
        return people;
    };
    before = all();
    // Two pairs, then both pairs; each step back is the one before.
    shop.join(chats[2], chats[3]);
    shop.join(chats[0], chats[1]);
    const auto pairs = all();
    const CustomerId joined = shop.join(chats[1], chats[3]);
    CHECK(shop.person(chats[0]).identities.size() == 4);
    CHECK(shop.person(chats[3]) == shop.person(chats[0]));
    shop.run([&](Writer& w) { return w.undoJoin(joined); });
    CHECK(all() == pairs);
    CHECK(shop.person(chats[2]).identities.size() == 2);

    SECTION("one by one, whoever goes first") {
        shop.join(chats[1], chats[3]);
        for (const int goes : {0, 2, 1}) {
            const auto at = static_cast<std::size_t>(goes);
            shop.separate(chats[at]);
            CHECK(shop.person(chats[at]) == before[at]);
        }
        CHECK(all() == before);
        const auto alone = shop.trySeparate(chats[0]);
        REQUIRE_FALSE(alone);
        CHECK(alone.error().id == u"customer.apart_already"_s);
    }
}

TEST_CASE("The same number is suggested with its reason, and once refused never again",
          "[people]") {
    Guests shop(eachEngine());
    const ConversationId signalled = shop.chat(shop.addChannel(Platform::Signal), u"uuid-1"_s,
                                               u"A. R."_s, {{kPhone, u"+573001234567"_s}});
    const ConversationId whatsapp =
        shop.chat(shop.whatsapp, u"573001234567"_s, u"Ana"_s, {{kPhone, u"573001234567"_s}});
    shop.chat(shop.whatsapp, u"573011234567"_s, u"Ana"_s, {{kPhone, u"573011234567"_s}});
    const auto suggested = shop.alike(whatsapp);
    REQUIRE(suggested.size() == 1);
    CHECK(suggested.front().customer == shop.customerOf(signalled));
    CHECK(suggested.front().name == u"A. R."_s);
    REQUIRE(suggested.front().identities.size() == 1);
    CHECK(suggested.front().identities.front().platform == Platform::Signal);
    CHECK(suggested.front().reasons
          == std::vector<SameReason>{{Sameness::Number, u"573001234567"_s}});
    CHECK(reasons(shop.alike(signalled)) == Why{Sameness::Number});
    CHECK(shop.person(whatsapp).identities.size() == 1); // nobody decided anything

    SECTION("refused, and still known to be so when either is joined to a third") {
        const CustomerId one = shop.customerOf(whatsapp);
        const CustomerId other = shop.customerOf(signalled);
        shop.run([&](Writer& w) { return w.notSame(one, other, shop.luz); });
        CHECK(shop.alike(whatsapp).empty());
        CHECK(shop.alike(signalled).empty());
        const ConversationId third = shop.chat(shop.telegram, u"111"_s, u"Ana"_s);
        shop.join(third, whatsapp);
        CHECK(shop.alike(third).empty());
        shop.join(third, signalled); // somebody knows better now
        CHECK(shop.person(whatsapp).identities.size() == 3);
    }
    SECTION("joined there is nothing left to suggest, and taken apart neither") {
        const CustomerId joined = shop.join(whatsapp, signalled);
        CHECK(shop.alike(whatsapp).empty());
        shop.run([&](Writer& w) { return w.undoJoin(joined); }); // a slip of the finger
        CHECK(shop.alike(whatsapp).size() == 1);
        shop.join(whatsapp, signalled);
        shop.separate(whatsapp);
        CHECK(shop.alike(whatsapp).empty());
    }
}

TEST_CASE("Numbers and addresses left with orders, and contact cards, are found", "[people]") {
    Guests shop(eachEngine());
    const ChannelId messenger = shop.addChannel(Platform::Messenger);
    const ConversationId whatsapp =
        shop.chat(shop.whatsapp, u"573001234567"_s, u"Ana Robles"_s, {{kPhone, u"573001234567"_s}});
    const ConversationId other = shop.chat(messenger, u"700"_s, u"Ana"_s, {{u"psid"_s, u"700"_s}});
    CHECK(shop.alike(whatsapp).empty());

    SECTION("a number") {
        OrderDetails details;
        details.phone = u"300 123 4567"_s;
        shop.order(other, details);
        CHECK(reasons(shop.alike(whatsapp)) == Why{Sameness::OrderNumber});
        CHECK(reasons(shop.alike(other)) == Why{Sameness::OrderNumber});
    }
    SECTION("an address, written later and otherwise") {
        const Order made = shop.order(other);
        OrderDetails details;
        details.address = u"Carrera 15 No. 20-31 apto 402"_s;
        shop.write<Order>([&](Writer& w) {
            return w.changeOrder(made.id, made.version, order_command::SetDetails{details},
                                 shop.luz, shop.shop);
        });
        shop.card(whatsapp, {u"Cra 15 #20-31, apto. 402"_s, {}, {}});
        CHECK(reasons(shop.alike(whatsapp)) == Why{Sameness::NameAndAddress});
        CHECK(reasons(shop.alike(other)) == Why{Sameness::NameAndAddress});
        shop.card(whatsapp, {u"Calle 9 #1-1"_s, {}, {}});
        CHECK(shop.alike(other).empty());
    }
    SECTION("a card") {
        Event event = message(u"card"_s, u"700"_s, {}, shop.now());
        event.ids = {{u"psid"_s, u"700"_s}};
        Attachment card;
        card.type = AttachmentType::Contact;
        card.phones = {u"+57 300 1234567"_s};
        event.attachments = {card};
        shop.take(messenger, {event});
        CHECK(reasons(shop.alike(whatsapp)) == Why{Sameness::ContactCard});
        CHECK(reasons(shop.alike(other)) == Why{Sameness::ContactCard});
    }
}

TEST_CASE("Who writes to the bot may be who writes to the owner", "[people]") {
    Guests shop(eachEngine());
    const ConversationId bot =
        shop.chat(shop.telegram, u"555"_s, u"Ana"_s, {{u"telegram"_s, u"555"_s}});
    const ConversationId owner =
        shop.chat(shop.telegram, u"bQx:555"_s, u"Ana"_s, {{u"telegram_business"_s, u"555"_s}});
    shop.chat(shop.telegram, u"556"_s, u"Ana"_s, {{u"telegram"_s, u"556"_s}});
    CHECK(reasons(shop.alike(bot)) == Why{Sameness::Id});
    CHECK(reasons(shop.alike(owner)) == Why{Sameness::Id});
}

TEST_CASE("Who comments is a person of their own, offered as who writes to the page", "[people]") {
    Guests shop(eachEngine());
    const ChannelId page = shop.addChannel(Platform::Facebook);
    const ChannelId messenger = shop.addChannel(Platform::Messenger);
    const ConversationId post = shop.comment(page, u"200_1"_s, u"f1"_s, u"Ana Robles"_s);
    shop.comment(page, u"200_1"_s, u"f2"_s, u"Beto"_s);
    shop.comment(page, u"200_1"_s, u"f1"_s, u"Ana Robles"_s);
    const auto speakers = shop.everybody(post);
    REQUIRE(speakers.size() == 2);
    CHECK(speakers[0].name == u"Ana Robles"_s);
    CHECK(speakers[0].identities.front().comments);
    CHECK(speakers[1].name == u"Beto"_s);

    const ConversationId chat =
        shop.chat(messenger, u"700"_s, u"Ana Robles"_s, {{u"psid"_s, u"700"_s}});
    CHECK(reasons(shop.alike(chat)) == Why{Sameness::CommentName});
    const auto fromPost =
        shop.read<std::vector<Suggestion>>([&](Reader& r) { return r.alike(speakers[0].id); });
    CHECK(reasons(fromPost) == Why{Sameness::CommentName});
    CHECK(shop.person(chat).identities.size() == 1); // offered, not assumed

    // An order made of a comment is its author's.
    Writer::NewOrder wanted;
    wanted.conversation = post;
    wanted.asDraft = true;
    wanted.sources = {shop.thread(post).at(1).id};
    const Order made =
        shop.write<Order>([&](Writer& w) { return w.createOrder(wanted, shop.luz, shop.shop); });
    CHECK(made.customer == speakers[1].id);

    const CustomerId writes = shop.customerOf(chat);
    shop.write<CustomerId>(
        [&](Writer& w) { return w.joinCustomers(speakers[0].id, writes, shop.luz); });
    const Person ana = shop.person(chat);
    REQUIRE(ana.identities.size() == 2);
    CHECK(ana.identities.back().comments);
    CHECK(ana.identities.back().conversation == post);
    CHECK(shop.everybody(post).front().identities.size() == 2);
    shop.comment(page, u"200_2"_s, u"f1"_s, u"Ana Robles"_s); // elsewhere: the same person
    CHECK(shop.person(chat).identities.size() == 2);
    CHECK(shop.person(chat).identities.back().conversation != post);
}

TEST_CASE("An order says what its customer must not eat, and follows what is known",
          "[people][orders]") {
    Guests shop(eachEngine());
    const ConversationId whatsapp =
        shop.chat(shop.whatsapp, u"57300"_s, u"Ana"_s, {{kPhone, u"57300"_s}});
    const ConversationId telegram = shop.chat(shop.telegram, u"111"_s, u"Anita"_s);
    const Order before = shop.order(whatsapp);
    CHECK(before.flags.empty());
    CHECK(before.version == 1);
    shop.card(whatsapp, {{}, u"maní"_s, {}});
    CHECK(shop.now(before.id).allergy == u"maní"_s);

    const Order made = shop.order(whatsapp);
    CHECK(made.flags == std::set{OrderFlag::Allergy});
    CHECK(made.allergy == u"maní"_s);
    CHECK(made.version == 2); // and may be accepted as it is
    shop.write<Order>([&](Writer& w) {
        return w.changeOrder(made.id, made.version, order_command::Accept{}, shop.luz, shop.shop);
    });
    shop.take(shop.whatsapp,
              {cart(u"c"_s, u"57300"_s, {{u"A"_s, 1, u"5"_s, u"COP"_s}}, {}, shop.now())});
    CHECK(shop.board().back().allergy == u"maní"_s);

    const Order other = shop.order(telegram);
    CHECK(other.allergy.isEmpty());
    const Order written = shop.order(telegram);
    shop.write<Order>([&](Writer& w) {
        return w.changeOrder(written.id, written.version,
                             order_command::SetFlag{OrderFlag::Allergy, true, u"leche"_s}, shop.luz,
                             shop.shop);
    });
    const CustomerId joined = shop.join(whatsapp, telegram);
    CHECK(shop.now(other.id).allergy == u"maní"_s);
    CHECK(shop.now(written.id).allergy == u"leche, maní"_s);
    shop.run([&](Writer& w) { return w.undoJoin(joined); });
    CHECK(shop.now(other.id).allergy.isEmpty());
    CHECK(shop.now(other.id).flags.empty());
    CHECK(shop.now(made.id).allergy == u"maní"_s);

    shop.card(whatsapp, {{}, {}, {}});
    CHECK(shop.now(made.id).allergy.isEmpty());
}

TEST_CASE("What two seats write of one customer is not overwritten unseen", "[people]") {
    Guests shop(eachEngine());
    const ConversationId chat = shop.chat(shop.telegram, u"111"_s, u"Ana"_s);
    const Person seen = shop.person(chat);
    shop.card(chat, {{}, u"maní"_s, {}});
    const auto late = shop.tryWrite<Done>([&](Writer& w) {
        return w.saveCustomer(seen.id, seen.card, {u"Calle 9"_s, {}, {}});
    });
    REQUIRE_FALSE(late);
    CHECK(late.error().id == u"customer.changed_meanwhile"_s);
    CHECK(shop.person(chat).card.allergies == u"maní"_s);
    const auto nobody =
        shop.tryWrite<Done>([&](Writer& w) { return w.saveCustomer(CustomerId(4711), {}, {}); });
    REQUIRE_FALSE(nobody);
    CHECK(nobody.error().id == u"customer.unknown"_s);
}

TEST_CASE("Chats that the platform itself joins take their customers along", "[people]") {
    Guests shop(eachEngine());
    const QString bsuid = u"bsuid"_s;
    const ConversationId older =
        shop.chat(shop.whatsapp, u"57300"_s, u"Ana"_s, {{kPhone, u"57300"_s}});
    const ConversationId friendly = shop.chat(shop.telegram, u"111"_s, u"Anita"_s);
    const ConversationId younger =
        shop.chat(shop.whatsapp, u"US.1"_s, u"Ana R."_s, {{bsuid, u"US.1"_s}});
    const ConversationId signalled =
        shop.chat(shop.addChannel(Platform::Signal), u"uuid"_s, u"A."_s);
    shop.card(older, {u"Calle 9"_s, {}, {}});
    shop.card(younger, {{}, u"maní"_s, {}});
    shop.card(friendly, {{}, {}, u"paga con Nequi"_s});
    shop.join(older, friendly);
    shop.join(younger, signalled);
    const Order order = shop.order(younger);

    shop.chat(shop.whatsapp, u"US.1"_s, u"Ana"_s, {{kPhone, u"57300"_s}, {bsuid, u"US.1"_s}});
    const Person ana = shop.person(older);
    CHECK(chatsOf(ana) == std::vector{older, friendly, signalled});
    CHECK(ana.card == CustomerCard{u"Calle 9"_s, u"maní"_s, u"paga con Nequi"_s});
    CHECK(ana.orderCount == 1);
    CHECK(shop.person(younger) == ana); // whoever still looks there is led on
    CHECK(shop.now(order.id).customer == shop.customerOf(older));
    shop.separate(older);
    CHECK(shop.person(older).card.allergies == u"maní"_s);
    CHECK(chatsOf(shop.person(friendly)) == std::vector{friendly, signalled});
}

TEST_CASE("A status that tells both ids joins number and user id", "[people][identities]") {
    Guests shop(eachEngine());
    const ConversationId first =
        shop.chat(shop.whatsapp, u"57300"_s, u"Ana"_s, {{kPhone, u"57300"_s}});
    shop.say(first, u"Ya sale"_s);
    const auto claimed = shop.claim();
    REQUIRE(claimed.size() == 1);
    shop.settle(claimed.front(), next::Sent{u"wamid.1"_s});
    Event delivered =
        status(u"wamid.1"_s, DeliveryStatus::Delivered, u"US.1"_s, minutes(shop.now(), -1));
    delivered.ids = {{kPhone, u"57300"_s}, {u"bsuid"_s, u"US.1"_s}};
    shop.take(shop.whatsapp, {delivered});
    // From now on the number is withheld.
    const ConversationId later =
        shop.chat(shop.whatsapp, u"US.1"_s, u"Ana"_s, {{u"bsuid"_s, u"US.1"_s}});
    CHECK(later == first);
    CHECK(shop.person(first).identities.size() == 1);
}

TEST_CASE("The other seats hear of every change to a person", "[people][feed]") {
    Guests shop(store::StoreConfig::Engine::Postgres);
    const ConversationId one = shop.chat(shop.telegram, u"111"_s, u"Ana"_s);
    const ConversationId other = shop.chat(shop.telegram, u"222"_s, u"Anita"_s);
    auto there = shop.fixture.open();
    Heard heard(*there);
    REQUIRE(waitUntil([&] { return heard.withAll() == 1; }));
    const auto hears = [&](const std::vector<ConversationId>& wanted) {
        return waitUntil([&] {
            return std::any_of(heard.changes_.begin(), heard.changes_.end(), [&](const auto& set) {
                return std::is_permutation(set.conversations.begin(), set.conversations.end(),
                                           wanted.begin(), wanted.end());
            });
        });
    };
    shop.card(one, {{}, u"maní"_s, {}});
    CHECK(hears({one}));
    heard.changes_.clear();
    const CustomerId joined = shop.join(one, other);
    CHECK(hears({one, other}));
    heard.changes_.clear();
    shop.run([&](Writer& w) { return w.undoJoin(joined); });
    CHECK(hears({one, other}));
}
