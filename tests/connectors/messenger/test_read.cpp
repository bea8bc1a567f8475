// What the reader makes of Messenger's webhooks; the shapes stand in tests/fixtures/messenger.
#include "core/connectors/messenger/read.h"
#include "tests/support/golden.h"

using namespace comanda;
using namespace comanda::test;
using namespace Qt::StringLiterals;

namespace {

const Reader kReader{Platform::Messenger, messenger::read, u"104857600000021"_s};

Events readItem(const QByteArray& item) {
    return messenger::read(
        R"({"object":"page","entry":[{"id":"104857600000021","time":1773500000900,"messaging":[)"
            + item + "]}]}",
        kReader.account);
}

QByteArray fromCustomer(const QByteArray& kind) {
    return R"({"sender":{"id":"6900000000000031"},"recipient":{"id":"104857600000021"},)"
           R"("timestamp":1773500001000,)"
           + kind + '}';
}

Event onlyEvent(const QByteArray& item) {
    const Events events = readItem(item);
    REQUIRE(events.size() == 1);
    return events.front();
}

} // namespace

TEST_CASE("Messenger payloads are read as the golden files say") {
    REQUIRE(fixturesOf(kReader).size() >= 20);
    checkGolden(kReader);
}

TEST_CASE("write the golden files of Messenger", "[.golden]") {
    writeGolden(kReader);
}

TEST_CASE("every truncation of a Messenger payload keeps what is whole and says what is not") {
    checkTruncations(kReader);
}

TEST_CASE("any value of a Messenger payload may be of any type") {
    const int read = checkAnyType(
        kReader, {"\"sender\":",      "\"recipient\":", "\"id\":",       "\"timestamp\":",
                  "\"message\":",     "\"mid\":",       "\"text\":",     "\"attachments\":",
                  "\"type\":",        "\"payload\":",   "\"url\":",      "\"sticker_id\":",
                  "\"coordinates\":", "\"elements\":",  "\"reply_to\":", "\"quick_reply\":",
                  "\"referral\":",    "\"postback\":",  "\"order\":",    "\"products\":",
                  "\"quantity\":",    "\"reaction\":",  "\"delivery\":", "\"mids\":",
                  "\"watermark\":",   "\"read\":",      "\"is_echo\":",  "\"message_edit\":",
                  "\"num_edit\":",    "\"optin\":",     "\"value\":",    "\"messaging\":",
                  "\"is_deleted\":",  "\"standby\":",   "\"object\":",   "\"ads_context_data\":"});
    CHECK(read > 1000);
}

TEST_CASE("an echo of ours brings back our reference, and only an echo does") {
    const Events events = readFixture(kReader, u"echoes"_s);
    const Event* ours = withKey(events, u"m:m_OUT1"_s);
    REQUIRE(ours != nullptr);
    CHECK(ours->clientReference == u"2f7c1d9a-ref-1"_s);
    const Event* customers = withKey(events, u"m:m_IN1"_s);
    REQUIRE(customers != nullptr);
    CHECK(customers->clientReference.isEmpty());
}

TEST_CASE("the prices of a Messenger cart keep the digits that were written") {
    std::vector<QString> prices;
    for (const Event& event : readFixture(kReader, u"cart"_s)) {
        for (const CartItem& item : event.orderItems) {
            prices.push_back(item.price);
        }
    }
    const std::vector<QString> expected{
        u"7.99"_s, u"1.50"_s, u"18000"_s, u"0.1"_s, u"123456789012.345"_s,
        {},        {},        u"2"_s,     u"2"_s,   u"2"_s};
    CHECK(prices == expected);
}

TEST_CASE("a cart or button that the platform gives no id is known by sender, time and content") {
    const QByteArray cart = R"("order":{"products":[{"retailer_id":"A","quantity":1}],"note":"x"})";
    const QByteArray same = R"("order":{"note":"x","products":[{"quantity":1,"retailer_id":"A"}]})";
    const QByteArray other =
        R"("order":{"products":[{"retailer_id":"A","quantity":2}],"note":"x"})";
    const QString key = onlyEvent(fromCustomer(cart)).eventKey;
    CHECK(key
          == u"o:6900000000000031:1773500001000:"
             "7ce3d4ff466b32db066dbe95957f969b11abeef35083aa4af6b9d02b2a1a4667"_s);
    CHECK(onlyEvent(fromCustomer(same)).eventKey == key);
    CHECK(onlyEvent(fromCustomer(other)).eventKey != key);
    QByteArray later = fromCustomer(cart);
    later.replace("1773500001000", "1773500001001");
    CHECK(onlyEvent(later).eventKey != key);

    const QString press =
        onlyEvent(fromCustomer(R"("postback":{"title":"T","payload":"P"})")).eventKey;
    CHECK(press.startsWith(u"p:6900000000000031:1773500001000:"_s));
    CHECK(onlyEvent(fromCustomer(R"("postback":{"title":"T","payload":"Q"})")).eventKey != press);
}

TEST_CASE("the account is the entry's, else whoever was addressed, else the one that is set up") {
    struct Case {
        QByteArray entry, item;
        QString account;
    };
    const std::vector<Case> cases{
        {R"("id":"55")",
         R"({"sender":{"id":"7"},"recipient":{"id":"66"},"message":{"mid":"a","text":"x"}})",
         u"55"_s},
        {R"("id":0)",
         R"({"sender":{"id":"7"},"recipient":{"id":"66"},"message":{"mid":"a","text":"x"}})",
         u"66"_s},
        {R"("id":"0")",
         R"({"sender":{"id":"66"},"recipient":{"id":"7"},"message":{"mid":"a","text":"x","is_echo":true}})",
         u"66"_s},
        {R"("time":1)", R"({"sender":{"id":"7"},"message":{"mid":"a","text":"x"}})",
         kReader.account},
        {R"("id":"0")", R"({"recipient":{"id":"66"},"policy_enforcement":{"action":"block"}})",
         u"66"_s},
        {R"("id":"0")", R"({"sender":{"id":"7"},"recipient":{"id":66},"message":{}})", u"66"_s}};
    for (const Case& one : cases) {
        CAPTURE(one.entry, one.item);
        const Events events = messenger::read(R"({"object":"page","entry":[{)" + one.entry
                                                  + R"(,"messaging":[)" + one.item + "]}]}",
                                              kReader.account);
        REQUIRE(events.size() == 1);
        CHECK(events.front().account == one.account);
    }
}

TEST_CASE("a batch of a thousand Messenger items, good and bad, gives the good ones") {
    QByteArray items;
    for (int i = 0; i < 1000; ++i) {
        const QByteArray id = QByteArray::number(i);
        items += i % 10 == 9
                     ? QByteArray(R"({"message":{"mid":[]}},)")
                     : fromCustomer(R"("message":{"mid":")" + id + R"(","text":"n"})") + ',';
    }
    items.chop(1);
    const Events events = readItem(items);
    REQUIRE(events.size() == 1000);
    CHECK(std::count_if(events.begin(), events.end(),
                        [](const Event& event) { return event.kind == EventKind::Message; })
          == 900);
}
