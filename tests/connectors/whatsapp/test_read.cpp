// What the reader makes of WhatsApp's webhooks; the shapes stand in tests/fixtures/whatsapp.
#include "core/connectors/whatsapp/read.h"
#include "tests/support/golden.h"

using namespace comanda;
using namespace comanda::test;
using namespace Qt::StringLiterals;

namespace {

const Reader kReader{Platform::WhatsApp, whatsapp::read, u"106000000000001"_s};

} // namespace

TEST_CASE("WhatsApp payloads are read as the golden files say") {
    REQUIRE(fixturesOf(kReader).size() >= 19);
    checkGolden(kReader);
}

TEST_CASE("write the golden files of WhatsApp", "[.golden]") {
    writeGolden(kReader);
}

TEST_CASE("every truncation of a WhatsApp payload keeps what is whole and says once what is not") {
    checkTruncations(kReader);
}

TEST_CASE("any value of a WhatsApp payload may be of any type") {
    const int read = checkAnyType(
        kReader, {"\"value\":", "\"messages\":", "\"id\":", "\"timestamp\":", "\"type\":",
                  "\"from\":", "\"context\":", "\"statuses\":", "\"order\":", "\"contacts\":",
                  "\"profile\":", "\"metadata\":", "\"edit\":", "\"threads\":", "\"history\":",
                  "\"errors\":", "\"response_json\":", "\"interactive\":", "\"referral\":"});
    CHECK(read > 500);
}

TEST_CASE("a WhatsApp reader keeps what the golden lines do not show") {
    const Events statuses = readFixture(kReader, u"statuses"_s);
    const Event* failed = withKey(statuses, u"s:wamid.OUT9:failed"_s);
    REQUIRE(failed != nullptr);
    CHECK(failed->clientReference == u"ref-9"_s);
    CHECK(failed->errorCode == u"131047"_s);
    CHECK(failed->errorWhy == u"whatsapp.24h"_s); // the same words as for a send that is refused
    CHECK(failed->errorDetail.contains(u"More than 24 hours"_s));
    CHECK(failed->conversationKey == u"BR.77000000000000000001"_s);
    const Event* service = withKey(statuses, u"s:wamid.OUT1:sent"_s);
    const Event* advertised = withKey(statuses, u"s:wamid.OUT4:sent"_s);
    REQUIRE(service != nullptr);
    REQUIRE(advertised != nullptr);
    CHECK_FALSE(service->windowEnds.has_value());
    CHECK(advertised->windowEnds == fromMillis(1'773'759'708'000));

    for (const Event& event : readFixture(kReader, u"history"_s)) {
        CHECK((event.history || event.kind == EventKind::Ignored));
    }
    const Events unsupported = readFixture(kReader, u"unsupported"_s);
    const Event* unavailable = withKey(unsupported, u"m:wamid.U2"_s);
    REQUIRE(unavailable != nullptr);
    CHECK(unavailable->errorDetail == u"131060: as text"_s);
}

TEST_CASE("a cart's prices keep the digits that were written") {
    const Events events = readFixture(kReader, u"order"_s);
    REQUIRE_FALSE(events.empty());
    const std::vector<QString> expected{u"7.99"_s,
                                        u"25"_s,
                                        u"18000.50"_s,
                                        u"0.1"_s,
                                        u"123456789012.345"_s,
                                        u"9007199254740993"_s,
                                        {},
                                        {},
                                        {}};
    std::vector<QString> prices;
    for (const CartItem& item : events.front().orderItems) {
        prices.push_back(item.price);
    }
    CHECK(prices == expected);
}

TEST_CASE("bytes that are no UTF-8 cost one character, not the message") {
    QByteArray body = R"({"field":"messages","value":{"messaging_product":"whatsapp",)"
                      R"("messages":[{"from":"16315551181","id":"ABGG","timestamp":"1504902988",)"
                      R"("type":"text","text":{"body":"this is a text message"}}]}})";
    body.replace("text message", "text \xC3\x28 message");
    const Events events = whatsapp::read(body, kReader.account);
    REQUIRE(events.size() == 1);
    CHECK(events.front().kind == EventKind::Message);
    CHECK(events.front().text == u"this is a text \uFFFD( message"_s);
}

TEST_CASE("a batch of a thousand messages, good and bad, gives the good ones") {
    QByteArray body =
        R"({"object":"whatsapp_business_account","entry":[{"id":"1","changes":[)"
        R"({"field":"messages","value":{"metadata":{"phone_number_id":"106000000000001"},"messages":[)";
    for (int i = 0; i < 1000; ++i) {
        body +=
            i % 10 == 9
                ? QByteArray("{\"id\":[],\"text\":7}")
                : R"({"from":"15557770001","timestamp":"1773500000","type":"text","text":{"body":"n"},"id":"wamid.)"
                      + QByteArray::number(i) + "\"}";
        body += i == 999 ? "" : ",";
    }
    body += "]}}]}]}";
    const Events events = whatsapp::read(body, kReader.account);
    REQUIRE(events.size() == 1000);
    CHECK(std::count_if(events.begin(), events.end(),
                        [](const Event& event) { return event.kind == EventKind::Message; })
          == 900);
}
