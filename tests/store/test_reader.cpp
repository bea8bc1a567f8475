// What the screens ask: pages, filters and settings.
#include "tests/store/counter.h"

#include <QJsonObject>

using namespace comanda;
using namespace comanda::test;

TEST_CASE("The list is paged and filtered", "[reader]") {
    Counter shop(eachEngine());
    Events events;
    for (int i = 0; i < 30; ++i) {
        events.push_back(
            message(QString::number(i), u"573%1"_s.arg(i), u"hola"_s, minutes(shop.now(), i - 60)));
    }
    events.push_back(
        cart(u"c"_s, u"5733"_s, {{u"A"_s, 1, u"1"_s, u"COP"_s}}, {}, minutes(shop.now(), -70)));
    shop.take(shop.whatsapp, events);
    Reader::ConversationFilter filter;
    filter.limit = 12;
    std::vector<Conversation> all;
    for (int page = 0; page < 4; ++page) {
        const auto rows = shop.list(filter);
        all.insert(all.end(), rows.begin(), rows.end());
        if (!rows.empty()) {
            filter.before = rows.back().lastAt;
        }
    }
    REQUIRE(all.size() == 30);
    CHECK(all.front().key == u"57329"_s);
    CHECK(all.back().key == u"5730"_s);

    Reader::ConversationFilter ordering;
    ordering.withOpenOrder = true;
    REQUIRE(shop.list(ordering).size() == 1);
    CHECK(shop.list(ordering).front().key == u"5733"_s);
    shop.run([&](Writer& w) { return w.markRead(all.front().id); });
    Reader::ConversationFilter unread;
    unread.unreadOnly = true;
    CHECK(shop.list(unread).size() == 29);
    CHECK(shop.read<int>([](Reader& r) { return r.unreadConversations(); }) == 29);
}

TEST_CASE("A thread is paged by time and id, oldest first", "[reader]") {
    Counter shop(eachEngine());
    Events events;
    for (int i = 0; i < 25; ++i) { // several in the same minute
        events.push_back(message(QString::number(i), u"57300"_s, QString::number(i),
                                 minutes(shop.now(), i / 5 - 60)));
    }
    shop.take(shop.whatsapp, events);
    const ConversationId conversation = shop.only().id;
    QStringList texts;
    std::optional<Reader::MessageBefore> before;
    for (;;) {
        const auto page = shop.read<std::vector<Message>>(
            [&](Reader& r) { return r.messages(conversation, 7, before); });
        if (page.empty()) {
            break;
        }
        QStringList shown;
        for (const Message& one : page) {
            shown.append(one.text);
        }
        texts = shown + texts;
        before = Reader::MessageBefore{sortTime(page.front().sentAt, page.front().receivedAt),
                                       page.front().id};
    }
    REQUIRE(texts.size() == 25);
    for (int i = 0; i < 25; ++i) {
        CHECK(texts[i] == QString::number(i));
    }
}

TEST_CASE("Settings, sealed values and channels come back as they were saved", "[reader]") {
    Counter shop(eachEngine());
    CHECK(shop.read<Shop>([](Reader& r) { return r.shop(); }) == Shop());
    Shop saved = shop.shop;
    saved.name = u"Doña Luz"_s;
    saved.notices.insert(OrderState::Ready, u"Listo"_s);
    shop.run([&](Writer& w) { return w.saveShop(saved); });
    CHECK(shop.read<Shop>([](Reader& r) { return r.shop(); }) == saved);

    shop.run([](Writer& w) { return w.setSetting(u"sound"_s, QJsonValue(0.5)); });
    CHECK(shop.read<std::optional<QJsonValue>>([](Reader& r) { return r.setting(u"sound"_s); })
          == QJsonValue(0.5));
    for (const char* mine : {"first", "second"}) { // as two seats that ask at the same moment
        CHECK(shop.write<QJsonValue>([&](Writer& w) {
            return w.settingOr(u"hub.id"_s, QString::fromLatin1(mine));
        }) == QJsonValue(u"first"_s));
    }
    const QByteArray bytes("\0\1\xff sealed", 10);
    shop.run([&](Writer& w) { return w.putSealed(u"key"_s, bytes); });
    CHECK(shop.read<std::optional<QByteArray>>([](Reader& r) { return r.sealed(u"key"_s); })
          == bytes);
    CHECK(shop.read<QStringList>([](Reader& r) { return r.sealedNames(); })
          == QStringList{u"key"_s});
    const QByteArray made("\0\2 made here", 12); // and as two seats that make one
    CHECK(shop.write<QByteArray>([&](Writer& w) { return w.sealedOr(u"key"_s, made); }) == bytes);
    shop.run([](Writer& w) { return w.putSealed(u"key"_s, {}); });
    CHECK(shop.write<QByteArray>([&](Writer& w) { return w.sealedOr(u"key"_s, made); }) == made);
    CHECK(shop.read<std::optional<QByteArray>>([](Reader& r) { return r.sealed(u"key"_s); })
          == made);
    shop.run([](Writer& w) { return w.putSealed(u"key"_s, {}); });
    CHECK_FALSE(shop.read<std::optional<QByteArray>>([](Reader& r) { return r.sealed(u"key"_s); }));
    shop.run([](Writer& w) { return w.setCursor(u"mailbox"_s, u"17"_s); });
    CHECK(shop.read<std::optional<QString>>([](Reader& r) { return r.cursor(u"mailbox"_s); })
          == u"17"_s);

    shop.take(shop.telegram, {}, u"100"_s);
    shop.run([&](Writer& w) {
        return w.learnAccount(shop.telegram, u"7123"_s, {{u"link_name"_s, u"luzbot"_s}});
    });
    const auto channels = [&] {
        return shop.read<std::vector<ChannelConfig>>([](Reader& r) { return r.channels(); });
    };
    ChannelConfig bot = channels().back();
    CHECK(bot.account == u"7123"_s);
    CHECK(bot.settings.value(u"facts"_s).toObject().value(u"link_name"_s) == u"luzbot"_s);
    bot.name = u"Bot"_s;
    CHECK(shop.write<ChannelId>([&](Writer& w) { return w.saveChannel(bot); }) == bot.id);
    CHECK(channels().back() == bot);
    const auto cursor = [&] {
        return shop.read<std::optional<QString>>(
            [&](Reader& r) { return r.channelCursor(bot.id); });
    };
    CHECK(cursor() == u"100"_s);
    bot.account = u"9999"_s; // another bot: its queue has another offset
    shop.write<ChannelId>([&](Writer& w) { return w.saveChannel(bot); });
    CHECK_FALSE(cursor());
    shop.run([&](Writer& w) { return w.removeChannel(bot.id); });
    CHECK(channels().size() == 1);
}
