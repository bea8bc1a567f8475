// Whether a customer can be written to, and how they came: kept in the conversation's row.
#include "tests/store/counter.h"

using namespace comanda;
using namespace comanda::test;

TEST_CASE("Being blocked is remembered until it ends", "[intake]") {
    Counter shop(eachEngine());
    shop.take(shop.telegram, {message(u"1"_s, u"9"_s, u"hola"_s, shop.now())});
    const auto reachable = [&](const QString& key, Reachability reach, Time at) {
        Event event = ignored({}, u"my_chat_member"_s);
        event.eventKey = key;
        event.conversationKey = u"9"_s;
        event.reachability = reach;
        event.timestamp = at;
        return event;
    };
    shop.take(shop.telegram, {reachable(u"b1"_s, Reachability::Blocked, minutes(shop.now(), -1))});
    CHECK(shop.only().blocked);
    shop.take(shop.telegram,
              {reachable(u"b0"_s, Reachability::Reachable, minutes(shop.now(), -2))}); // older
    CHECK(shop.only().blocked);
    shop.take(shop.telegram, {reachable(u"b2"_s, Reachability::Reachable, shop.now())});
    CHECK_FALSE(shop.only().blocked);
}

TEST_CASE("Who writes again has not blocked us", "[intake]") {
    Counter shop(eachEngine());
    shop.take(shop.telegram, {message(u"1"_s, u"9"_s, u"hola"_s, minutes(shop.now(), -9))});
    Event blocked = ignored({}, u"my_chat_member"_s);
    blocked.eventKey = u"b1"_s;
    blocked.conversationKey = u"9"_s;
    blocked.reachability = Reachability::Blocked;
    blocked.timestamp = minutes(shop.now(), -5);
    shop.take(shop.telegram, {blocked});
    shop.take(shop.telegram, {message(u"2"_s, u"9"_s, u"antes"_s, minutes(shop.now(), -7))});
    CHECK(shop.only().blocked); // that one is older
    shop.take(shop.telegram, {message(u"3"_s, u"9"_s, u"otra vez"_s, minutes(shop.now(), -1))});
    CHECK_FALSE(shop.only().blocked);
}

TEST_CASE("A right that was taken away closes every chat of its connection, and no other",
          "[intake]") {
    Counter shop(eachEngine());
    const auto chat = [&](const QString& key) {
        Event event = message(u"1"_s, key, u"hola"_s, minutes(shop.now(), -9));
        event.eventKey = u"m:"_s + key;
        event.ids = {{u"telegram_business"_s, key.section(u':', -1)}};
        return event;
    };
    shop.take(shop.telegram, {chat(u"b:1"_s), chat(u"b:2"_s), chat(u"bb:3"_s), chat(u"4"_s)});
    const auto closed = [&] {
        QStringList keys;
        for (const Conversation& one : shop.list()) {
            CHECK_FALSE(one.blocked);
            if (one.noRight) {
                keys.append(one.key);
            }
        }
        keys.sort();
        return keys;
    };
    Event change = ignored({}, u"business connection"_s);
    change.eventKey = u"u:1"_s;
    change.reachability = Reachability::NoRight;
    change.reachabilityOfAll = u"b:"_s;
    shop.take(shop.telegram, {change});
    CHECK(closed() == QStringList{u"b:1"_s, u"b:2"_s});

    // A customer who writes for the first time while we may not answer.
    Event fresh = chat(u"b:5"_s);
    fresh.reachability = Reachability::NoRight;
    fresh.timestamp = shop.now();
    shop.take(shop.telegram, {fresh});
    CHECK(closed() == QStringList{u"b:1"_s, u"b:2"_s, u"b:5"_s});

    change.eventKey = u"u:2"_s;
    change.reachability = Reachability::Reachable;
    shop.take(shop.telegram, {change});
    CHECK(closed().isEmpty());
}

TEST_CASE("How a customer came by last is remembered", "[intake]") {
    Counter shop(eachEngine());
    Event first = message(u"1"_s, u"9"_s, u"/start mesa_7"_s, shop.now());
    first.origin = u"mesa_7"_s;
    shop.take(shop.telegram, {first});
    shop.take(shop.telegram, {message(u"2"_s, u"9"_s, u"dos tacos"_s, shop.now())});
    CHECK(shop.only().origin == u"mesa_7"_s);
    Event again = message(u"3"_s, u"9"_s, u"/start cartel"_s, shop.now());
    again.origin = u"cartel"_s;
    shop.take(shop.telegram, {again});
    CHECK(shop.only().origin == u"cartel"_s);
}
