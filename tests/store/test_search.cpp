// Words are found on both engines alike: folded, the last one as a prefix, newest first.
#include "tests/store/counter.h"

using namespace comanda;
using namespace comanda::test;

TEST_CASE("The search finds folded words, the last as a prefix, newest first", "[search]") {
    Counter shop(eachEngine());
    const QStringList texts{u"Quiero dos empanadas de Peña"_s,
                            u"EMPANADAS y un café, por favor"_s,
                            u"calle 45 #12-30, apto 402 :)"_s,
                            u"1e5 pesos; correo ana@casa.co"_s,
                            u"ｆｕｌｌ width 😀 "_s + QString(5000, u'z'),
                            u"тако два"_s,
                            u"玉米饼 三个"_s};
    Events events;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        events.push_back(message(QString::number(i), u"5730%1"_s.arg(i), texts[i],
                                 minutes(shop.now(), static_cast<int>(i))));
    }
    shop.take(shop.whatsapp, events);
    const auto find = [&](const QString& text, int limit = 10) {
        QStringList found;
        for (const store::SearchHit& hit : shop.read<std::vector<store::SearchHit>>(
                 [&](Reader& r) { return r.search(text, limit); })) {
            found.append(hit.text);
        }
        return found;
    };
    CHECK(find(u"empanadas"_s).isEmpty()); // not indexed yet
    CHECK(shop.write<int>([](Writer& w) { return w.indexSome(4); }) == 4);
    CHECK(shop.write<int>([](Writer& w) { return w.indexSome(100); }) == 3);
    CHECK(shop.write<int>([](Writer& w) { return w.indexSome(100); }) == 0);

    struct Case {
        QString search;
        std::vector<int> hits;
    };
    const std::vector<Case> cases{{u"empanadas"_s, {1, 0}}, {u"EMPA"_s, {1, 0}},
                                  {u"pena"_s, {0}},         {u"cafe"_s, {1}},
                                  {u"dos pe"_s, {0}},       {u"do peña"_s, {}},
                                  {u"45 12 30 4"_s, {2}},   {u"1e5"_s, {3}},
                                  {u"casa co"_s, {3}},      {u"full wid"_s, {4}},
                                  {u"zzzz"_s, {4}},         {u"Тако"_s, {5}},
                                  {u"玉米"_s, {6}},         {u"e"_s, {1, 0}},
                                  {u":) ' \" * -"_s, {}},   {u"empanadas ' OR 1"_s, {}},
                                  {u"NEAR"_s, {}}};
    for (const Case& one : cases) {
        CAPTURE(one.search);
        QStringList expected;
        for (const int at : one.hits) {
            expected.append(texts[at]);
        }
        CHECK(find(one.search) == expected);
    }
    CHECK(find(u"empanadas"_s, 1).size() == 1);
}

TEST_CASE("Edits are found by their new words, one hit a conversation", "[search]") {
    Counter shop(eachEngine());
    shop.take(shop.whatsapp,
              {message(u"1"_s, u"57300"_s, u"dos arepas"_s, minutes(shop.now(), -3)),
               message(u"2"_s, u"57300"_s, u"con arepas digo"_s, minutes(shop.now(), -2))});
    shop.write<int>([](Writer& w) { return w.indexSome(10); });
    const auto hits = [&](const QString& text) {
        return shop.read<std::vector<store::SearchHit>>(
            [&](Reader& r) { return r.search(text, 10); });
    };
    REQUIRE(hits(u"arepas"_s).size() == 1);
    CHECK(hits(u"arepas"_s).front().text == u"con arepas digo"_s);
    CHECK(hits(u"arepas"_s).front().name == u"Ana"_s);
    shop.take(shop.whatsapp,
              {about(EventKind::Edit, u"e"_s, u"2"_s, u"57300"_s, u"con tamales"_s, shop.now())});
    CHECK(shop.write<int>([](Writer& w) { return w.indexSome(10); }) == 1);
    CHECK(hits(u"arepas"_s).front().text == u"dos arepas"_s);
    CHECK(hits(u"tama"_s).size() == 1);
    CHECK(hits(u"digo"_s).empty());
}
