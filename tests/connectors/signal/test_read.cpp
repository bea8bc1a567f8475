// What the reader makes of what signal-cli tells; the shapes stand in tests/fixtures/signal.
#include "core/connectors/signal/read.h"
#include "tests/support/golden.h"

using namespace comanda;
using namespace comanda::test;
using namespace Qt::StringLiterals;

namespace {

const QString kAccount = u"+573009990000"_s;
const Reader kReader{Platform::Signal, signal::read, kAccount};

// What one person tells at one time.
Events readContent(const QByteArray& content, const QByteArray& more = {}) {
    return signal::read(
        R"({"jsonrpc":"2.0","method":"receive","params":{"account":"+573009990000",)"
        R"("envelope":{"sourceUuid":"7d1a2b3c-1111-4222-8333-00000000aa01",)"
        R"("sourceNumber":"+573001112233","timestamp":1781000000007,)"
            + more + content + "}}}",
        kAccount);
}

Event only(const Events& events) {
    REQUIRE(events.size() == 1);
    return events.front();
}

} // namespace

TEST_CASE("Signal payloads are read as the golden files say") {
    REQUIRE(fixturesOf(kReader).size() >= 20);
    checkGolden(kReader);
}

TEST_CASE("write the golden files of Signal", "[.golden]") {
    writeGolden(kReader);
}

TEST_CASE("every truncation of a Signal payload keeps what is whole and says once what is not") {
    checkTruncations(kReader);
}

TEST_CASE("any value of a Signal payload may be of any type") {
    const int read =
        checkAnyType(kReader, {"\"envelope\":",    "\"account\":",     "\"params\":",
                               "\"result\":",      "\"source\":",      "\"sourceNumber\":",
                               "\"sourceUuid\":",  "\"timestamp\":",   "\"dataMessage\":",
                               "\"message\":",     "\"attachments\":", "\"mentions\":",
                               "\"start\":",       "\"quote\":",       "\"groupInfo\":",
                               "\"reaction\":",    "\"isRemove\":",    "\"targetSentTimestamp\":",
                               "\"sentMessage\":", "\"timestamps\":",  "\"contacts\":",
                               "\"name\":",        "\"phone\":",       "\"offerMessage\":",
                               "\"exception\":",   "\"sticker\":",     "\"contentType\":"});
    CHECK(read > 1000);
}

TEST_CASE("Signal's fields are absent or null alike") {
    const QByteArray absent = R"("dataMessage":{"timestamp":1781000000007,"message":"hola"})";
    const QByteArray null =
        R"("source":null,"sourceName":null,"editMessage":null,"syncMessage":null,)"
        R"("receiptMessage":null,"typingMessage":null,"callMessage":null,"storyMessage":null,)"
        R"("dataMessage":{"timestamp":1781000000007,"message":"hola","quote":null,"reaction":null,)"
        R"("remoteDelete":null,"attachments":null,"mentions":null,"previews":null,"contacts":null,)"
        R"("sticker":null,"groupInfo":null,"payment":null,"pollCreate":null,"storyContext":null,)"
        R"("viewOnce":null,"isExpirationUpdate":null,"expiresInSeconds":null,"textStyles":null})";
    CHECK(only(readContent(absent)) == only(readContent(null)));
    CHECK(only(readContent(absent)).text == u"hola"_s);
    CHECK(only(readContent(R"("receiptMessage":null)")).kind == EventKind::Ignored);
    CHECK_FALSE(only(readContent(R"("dataMessage":{"message":null})")).eventKey.isEmpty());
}

TEST_CASE("one message has one name, whoever speaks of it") {
    // Luz wrote it ...
    const Event message = only(readContent(R"("dataMessage":{"message":"dos arepas"})"));
    CHECK(message.externalId == u"7d1a2b3c-1111-4222-8333-00000000aa01:1781000000007"_s);
    // ... and it is quoted, changed, taken back and liked, by her and by us on the phone.
    const QByteArray her = R"("source":"+573009990000","sourceNumber":"+573009990000",)"
                           R"("sourceUuid":"0f0e0d0c-0b0a-4908-8706-050403020100","timestamp":9,)";
    const auto ours = [&](const QByteArray& sent) {
        return only(signal::read("{\"envelope\":{" + her + R"("syncMessage":{"sentMessage":{)"
                                     + R"("destinationNumber":"+573001112233","timestamp":)"
                                     + "1781000009000," + sent + "}}}}",
                                 kAccount));
    };
    const QByteArray author = R"("uthor":"+573001112233",)"
                              R"("uthorNumber":"+573001112233",)"
                              R"("uthorUuid":"7D1A2B3C-1111-4222-8333-00000000AA01")";
    QByteArray quoted = author;
    quoted.replace("\"uthor", "\"author");
    QByteArray target = author;
    target.replace("\"uthor", "\"targetAuthor");
    const Event edit =
        only(readContent(R"("editMessage":{"targetSentTimestamp":1781000000007,)"
                         R"("dataMessage":{"timestamp":1781000000008,"message":"x"}})"));
    const Event deletion =
        only(readContent(R"("dataMessage":{"remoteDelete":{"timestamp":1781000000007}})"));
    const Event quote = ours(R"("message":"ya","quote":{"id":1781000000007,)" + quoted + "}");
    const Event reaction =
        ours(R"("reaction":{"emoji":"👍","targetSentTimestamp":1781000000007,)" + target + "}");
    CHECK(edit.targetId == message.externalId);
    CHECK(deletion.targetId == message.externalId);
    CHECK(quote.replyTo == message.externalId);
    CHECK(reaction.targetId == message.externalId);
    // And what we wrote there has the name that her receipts and her answers give it.
    CHECK(quote.direction == Direction::Out);
    CHECK(quote.externalId == u"+573009990000:1781000009000"_s);
    const Event receipt = only(
        readContent(R"("receiptMessage":{"when":1,"isRead":true,"timestamps":[1781000009000]})"));
    const Event answer = only(readContent(
        R"("dataMessage":{"message":"gracias","quote":{"id":1781000009000,"author":"+573009990000",)"
        R"("authorUuid":"0f0e0d0c-0b0a-4908-8706-050403020100"}})"));
    CHECK(receipt.externalId == quote.externalId);
    CHECK(answer.replyTo == quote.externalId);
}

TEST_CASE("two people at the same millisecond are two messages") {
    const Event one = only(readContent(R"("dataMessage":{"message":"a"})"));
    const Event two = only(readContent(R"("dataMessage":{"message":"a"})",
                                       R"("sourceUuid":"7d1a2b3c-1111-4222-8333-00000000aa02",)"));
    CHECK(one.eventKey != two.eventKey);
    CHECK(one.externalId != two.externalId);
}

TEST_CASE("a message that cannot be opened does not stand in the way of itself") {
    const QByteArray envelope =
        R"("envelope":{"sourceUuid":"7d1a2b3c-1111-4222-8333-00000000aa01","timestamp":1781000000007)";
    const Event closed = only(signal::read(
        "{" + envelope + R"(},"exception":{"type":"UntrustedIdentityException"}})", kAccount));
    const Event opened = only(
        signal::read("{" + envelope + R"(,"dataMessage":{"message":"dos arepas"}}})", kAccount));
    CHECK(closed.kind == EventKind::Message);
    CHECK(closed.attachments.at(0).what == u"undecryptable"_s);
    CHECK(closed.conversationKey == opened.conversationKey);
    CHECK(closed.eventKey != opened.eventKey);
    CHECK(closed.externalId.isEmpty());
}

TEST_CASE("a receipt tells of one message and of nobody's ids") {
    const Events events = readContent(
        R"("receiptMessage":{"when":1781000000009,"isDelivery":true,"timestamps":[1781000000001,1781000000002]})");
    REQUIRE(events.size() == 2);
    for (const Event& event : events) {
        CHECK(event.kind == EventKind::Status);
        CHECK(event.ids.isEmpty());
        CHECK(event.timestamp == fromMillis(1'781'000'000'009));
    }
    CHECK(events[0].eventKey != events[1].eventKey);
}

TEST_CASE("a Signal line with bytes that are no UTF-8 loses one character") {
    const Event event = only(readContent("\"dataMessage\":{\"message\":\"dos \xC3\x28 tres\"}"));
    CHECK(event.text == u"dos \uFFFD( tres"_s);
}

TEST_CASE("a broken line takes no neighbour along, however many there are") {
    QByteArray body;
    for (int i = 0; i < 1000; ++i) {
        body += i % 10 == 9 ? QByteArray("{\"envelope\":{\"a\":[1}\n")
                            : R"({"envelope":{"sourceNumber":"+573001112233","timestamp":)"
                                  + QByteArray::number(1781000000000 + i)
                                  + ",\"dataMessage\":{\"message\":\"n\"}}}\n";
    }
    const Events events = signal::read(body, kAccount);
    REQUIRE(events.size() == 1000);
    CHECK(std::count_if(events.begin(), events.end(),
                        [](const Event& event) { return event.kind == EventKind::Message; })
          == 900);
    // Neither do a million openings take longer than their length.
    CHECK_FALSE(signal::read(QByteArray("{\n").repeated(1000000), kAccount).empty());
    CHECK_FALSE(signal::read(QByteArray("[{").repeated(1000000), kAccount).empty());
}
