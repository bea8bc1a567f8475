// The reader against golden files: NAME.json is what the platform sends, NAME.jsonl what we make of
// it, one event per line as `comandactl replay` prints it.
#include "core/connectors/whatsapp/read.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace comanda;
using namespace Qt::StringLiterals;

namespace {

const QString kAccount = u"106000000000001"_s;

QDir fixtures() {
    return QDir(QStringLiteral(COMANDA_SOURCE_DIR) + u"/tests/fixtures/whatsapp"_s);
}

QByteArray fileContent(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray linesOf(const Events& events) {
    QByteArray lines;
    for (const Event& event : events) {
        lines += QJsonDocument(toJson(event, Platform::WhatsApp)).toJson(QJsonDocument::Compact);
        lines += '\n';
    }
    return lines;
}

Events readFixture(const char* name) {
    return whatsapp::read(fileContent(fixtures().filePath(QString::fromLatin1(name) + u".json"_s)),
                          kAccount);
}

const Event* withKey(const Events& events, const QString& key) {
    const auto found = std::find_if(events.begin(), events.end(),
                                    [&](const Event& event) { return event.eventKey == key; });
    return found == events.end() ? nullptr : &*found;
}

} // namespace

TEST_CASE("WhatsApp payloads are read as the golden files say") {
    const QStringList names = fixtures().entryList({u"*.json"_s}, QDir::Files);
    REQUIRE(names.size() >= 18);
    for (const QString& name : names) {
        CAPTURE(name);
        const QByteArray expected = fileContent(fixtures().filePath(name.chopped(5) + u".jsonl"_s));
        REQUIRE_FALSE(expected.isEmpty());
        const Events events = whatsapp::read(fileContent(fixtures().filePath(name)), kAccount);
        CHECK(linesOf(events) == expected);
    }
}

// Run by hand after a change that is meant; what it writes is then read line by line.
TEST_CASE("write the golden files of WhatsApp", "[.golden]") {
    for (const QString& name : fixtures().entryList({u"*.json"_s}, QDir::Files)) {
        QFile file(fixtures().filePath(name.chopped(5) + u".jsonl"_s));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(linesOf(whatsapp::read(fileContent(fixtures().filePath(name)), kAccount)));
    }
}

TEST_CASE("every truncation of a WhatsApp payload keeps what is whole and says once what is not") {
    for (const QString& name : fixtures().entryList({u"*.json"_s}, QDir::Files)) {
        const QByteArray body = fileContent(fixtures().filePath(name)).trimmed();
        const Events whole = whatsapp::read(body, kAccount);
        std::size_t before = 0;
        for (qsizetype length = 0; length < body.size(); ++length) {
            const Events events = whatsapp::read(body.first(length), kAccount);
            INFO(name.toStdString() << " cut at " << length);
            REQUIRE_FALSE(events.empty());
            const Event& last = events.back();
            REQUIRE(last.kind == EventKind::Ignored);
            REQUIRE_FALSE(last.reason.isEmpty());
            REQUIRE(last.eventKey.isEmpty());
            REQUIRE(events.size() <= whole.size() + 1);
            REQUIRE(events.size() + 1 >= before); // more bytes never read less
            before = events.size();
            for (const Event& event : events) {
                REQUIRE((event.kind == EventKind::Ignored || withKey(whole, event.eventKey)));
            }
        }
    }
}

TEST_CASE("any value of a WhatsApp payload may be of any type") {
    const QList<QByteArray> strangers{"null", "7",  "-1.5", "\"\"",        "\"x\"",
                                      "[]",   "{}", "[[]]", "{\"id\":{}}", "true"};
    const QByteArray keys[]{"\"value\":", "\"messages\":[", "\"id\":",       "\"timestamp\":",
                            "\"type\":",  "\"from\":",      "\"context\":",  "\"statuses\":[",
                            "\"order\":", "\"contacts\":[", "\"profile\":",  "\"metadata\":",
                            "\"edit\":",  "\"threads\":[",  "\"history\":[", "\"errors\":["};
    int read = 0;
    for (const QString& name : fixtures().entryList({u"*.json"_s}, QDir::Files)) {
        const QByteArray body = fileContent(fixtures().filePath(name));
        for (const QByteArray& key : keys) {
            for (qsizetype at = body.indexOf(key); at >= 0; at = body.indexOf(key, at + 1)) {
                const QByteArray& stranger = strangers[read % strangers.size()];
                QByteArray changed = body;
                // The stranger takes the value's place; what stood there follows under another key.
                changed.insert(at + key.size() - (key.endsWith('[') ? 1 : 0),
                               stranger + ",\"was\":");
                CHECK_FALSE(whatsapp::read(changed, kAccount).empty());
                ++read;
            }
        }
    }
    CHECK(read > 500);
}

TEST_CASE("a WhatsApp reader keeps what the golden lines do not show") {
    const Events statuses = readFixture("statuses");
    const Event* failed = withKey(statuses, u"s:wamid.OUT9:failed"_s);
    REQUIRE(failed != nullptr);
    CHECK(failed->clientReference == u"ref-9"_s);
    CHECK(failed->errorCode == u"131047"_s);
    CHECK(failed->errorDetail.contains(u"More than 24 hours"_s));
    CHECK(failed->conversationKey == u"BR.77000000000000000001"_s);
    const Event* service = withKey(statuses, u"s:wamid.OUT1:sent"_s);
    const Event* advertised = withKey(statuses, u"s:wamid.OUT4:sent"_s);
    REQUIRE(service != nullptr);
    REQUIRE(advertised != nullptr);
    CHECK_FALSE(service->windowEnds.has_value());
    CHECK(advertised->windowEnds == fromMillis(1'773'759'708'000));

    for (const Event& event : readFixture("history")) {
        CHECK((event.history || event.kind == EventKind::Ignored));
    }
    const Events unsupported = readFixture("unsupported");
    const Event* unavailable = withKey(unsupported, u"m:wamid.U2"_s);
    REQUIRE(unavailable != nullptr);
    CHECK(unavailable->errorDetail == u"131060: as text"_s);
}

TEST_CASE("a cart's prices keep the digits that were written") {
    const Events events = readFixture("order");
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
    QByteArray body = fileContent(fixtures().filePath(u"flat.json"_s));
    body.replace("text message", "text \xC3\x28 message");
    const Events events = whatsapp::read(body, kAccount);
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
    const Events events = whatsapp::read(body, kAccount);
    REQUIRE(events.size() == 1000);
    CHECK(std::count_if(events.begin(), events.end(),
                        [](const Event& event) { return event.kind == EventKind::Message; })
          == 900);
}
