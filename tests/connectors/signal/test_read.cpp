// The reader against golden files: NAME.json is what the daemon tells, NAME.jsonl what we make of
// it, one event per line as `comandactl replay` prints it. Of "lines_*" any whole line is a payload
// of its own.
#include "core/connectors/signal/read.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <set>

using namespace comanda;
using namespace Qt::StringLiterals;

namespace {

const QString kAccount = u"+573009990000"_s;

QDir fixtures() {
    return QDir(QStringLiteral(COMANDA_SOURCE_DIR) + u"/tests/fixtures/signal"_s);
}

QByteArray fileContent(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray linesOf(const Events& events) {
    QByteArray lines;
    for (const Event& event : events) {
        lines += QJsonDocument(toJson(event, Platform::Signal)).toJson(QJsonDocument::Compact);
        lines += '\n';
    }
    return lines;
}

bool contains(const Events& events, const QString& key) {
    return std::any_of(events.begin(), events.end(),
                       [&](const Event& event) { return event.eventKey == key; });
}

bool isSound(const Event& event) {
    return event.kind == EventKind::Ignored ? !event.reason.isEmpty()
                                            : !event.eventKey.isEmpty() && !event.account.isEmpty();
}

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
    const QStringList names = fixtures().entryList({u"*.json"_s}, QDir::Files);
    REQUIRE(names.size() >= 20);
    for (const QString& name : names) {
        CAPTURE(name);
        const QByteArray expected = fileContent(fixtures().filePath(name.chopped(5) + u".jsonl"_s));
        REQUIRE_FALSE(expected.isEmpty());
        const Events events = signal::read(fileContent(fixtures().filePath(name)), kAccount);
        CHECK(linesOf(events) == expected);
    }
}

// Run by hand after a change that is meant; what it writes is then read line by line.
TEST_CASE("write the golden files of Signal", "[.golden]") {
    for (const QString& name : fixtures().entryList({u"*.json"_s}, QDir::Files)) {
        QFile file(fixtures().filePath(name.chopped(5) + u".jsonl"_s));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(linesOf(signal::read(fileContent(fixtures().filePath(name)), kAccount)));
    }
}

TEST_CASE("every truncation of a Signal payload keeps what is whole and says once what is not") {
    for (const QString& name : fixtures().entryList({u"*.json"_s}, QDir::Files)) {
        const bool lines = name.startsWith("lines_"_L1);
        const QByteArray body = fileContent(fixtures().filePath(name)).trimmed();
        const Events whole = signal::read(body, kAccount);
        std::size_t before = 0;
        const qsizetype step = lines ? 11 : 1; // each line of those is read again for each cut
        for (qsizetype length = 0; length < body.size(); length += step) {
            const Events events = signal::read(body.first(length), kAccount);
            INFO(name.toStdString() << " cut at " << length);
            REQUIRE_FALSE(events.empty());
            if (!lines) {
                REQUIRE(events.back().kind == EventKind::Ignored);
                REQUIRE_FALSE(events.back().reason.isEmpty());
                REQUIRE(events.back().eventKey.isEmpty());
            }
            REQUIRE(events.size() <= whole.size() + 1);
            REQUIRE(events.size() + 1 >= before); // more bytes never read less
            before = events.size();
            for (const Event& event : events) {
                REQUIRE((event.kind == EventKind::Ignored || contains(whole, event.eventKey)));
            }
        }
    }
}

TEST_CASE("any value of a Signal payload may be of any type") {
    const QList<QByteArray> strangers{"null", "7",  "-1.5", "\"\"",        "\"x\"",
                                      "[]",   "{}", "[[]]", "{\"id\":{}}", "true"};
    const QByteArray keys[]{"\"envelope\":",    "\"account\":",     "\"params\":",
                            "\"result\":",      "\"source\":",      "\"sourceNumber\":",
                            "\"sourceUuid\":",  "\"timestamp\":",   "\"dataMessage\":",
                            "\"message\":",     "\"attachments\":", "\"mentions\":",
                            "\"start\":",       "\"quote\":",       "\"groupInfo\":",
                            "\"reaction\":",    "\"isRemove\":",    "\"targetSentTimestamp\":",
                            "\"sentMessage\":", "\"timestamps\":",  "\"contacts\":",
                            "\"name\":",        "\"phone\":",       "\"offerMessage\":",
                            "\"exception\":",   "\"sticker\":",     "\"contentType\":"};
    int read = 0;
    for (const QString& name : fixtures().entryList({u"*.json"_s}, QDir::Files)) {
        const QByteArray body = fileContent(fixtures().filePath(name));
        for (const QByteArray& key : keys) {
            for (qsizetype at = body.indexOf(key); at >= 0; at = body.indexOf(key, at + 1)) {
                const QByteArray& stranger = strangers[read % strangers.size()];
                QByteArray changed = body;
                // The stranger takes the value's place; what stood there follows under another key.
                changed.insert(at + key.size(), stranger + ",\"was\":");
                for (const Event& event : signal::read(changed, kAccount)) {
                    INFO(changed.toStdString());
                    REQUIRE(isSound(event));
                }
                ++read;
            }
        }
    }
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
