#include "core/base/json.h"
#include "core/connectors/telegram/read.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QSet>

using namespace comanda;
using namespace Qt::StringLiterals;

namespace {

const QString kBot = u"7123456789"_s;

QString folder() {
    return QStringLiteral(COMANDA_SOURCE_DIR) + u"/tests/fixtures/telegram/"_s;
}

QByteArray contents(const QString& path) {
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

QStringList fixtures() {
    const QStringList names = QDir(folder()).entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    REQUIRE(names.size() > 10);
    return names;
}

QByteArray lines(const Events& events) {
    QByteArray text;
    for (const Event& event : events) {
        text += toCompactJson(toJson(event, Platform::Telegram)) + '\n';
    }
    return text;
}

// What holds of every event, whatever the payload was.
void checkSane(const Events& events) {
    for (const Event& event : events) {
        CHECK(event.account == kBot);
        if (event.kind == EventKind::Ignored) {
            CHECK_FALSE(event.reason.isEmpty());
            continue;
        }
        CHECK_FALSE(event.eventKey.isEmpty());
        CHECK_FALSE(event.conversationKey.isEmpty());
    }
}

} // namespace

TEST_CASE("Every fixture reads as its golden file says") {
    for (const QString& name : fixtures()) {
        CAPTURE(name);
        const QByteArray got = lines(telegram::read(contents(folder() + name), kBot));
        const QString golden = folder() + name + u'l';
        if (qEnvironmentVariableIsSet("COMANDA_WRITE_GOLDEN")) {
            QFile file(golden);
            REQUIRE(file.open(QIODevice::WriteOnly));
            file.write(got);
            continue;
        }
        CHECK(got == contents(golden));
    }
}

TEST_CASE("Event keys are unique, and the same when an update comes again") {
    QSet<QString> keys;
    for (const QString& name : fixtures()) {
        const Events events = telegram::read(contents(folder() + name), kBot);
        CHECK(events == telegram::read(contents(folder() + name), kBot));
        for (const Event& event : events) {
            CAPTURE(name, event.eventKey);
            if (!event.eventKey.isEmpty()) {
                CHECK_FALSE(keys.contains(event.eventKey));
                keys.insert(event.eventKey);
            }
        }
    }
}

TEST_CASE("Every truncation says that it is broken and keeps what is whole") {
    for (const QString& name : fixtures()) {
        const QByteArray body = contents(folder() + name).trimmed();
        const qsizetype whole = static_cast<qsizetype>(telegram::read(body, kBot).size());
        qsizetype before = 0;
        for (qsizetype size = 0; size < body.size(); ++size) {
            const Events events = telegram::read(body.first(size), kBot);
            INFO(name.toStdString() << " cut at " << size);
            REQUIRE_FALSE(events.empty());
            REQUIRE(events.back().kind == EventKind::Ignored);
            const auto count = static_cast<qsizetype>(events.size());
            REQUIRE(count <= whole + 1);
            REQUIRE(count + 1 >= before); // more bytes never read less
            before = count;
        }
    }
}

TEST_CASE("Mutations and byte salad never crash the reader") {
    QRandomGenerator random(20261124);
    for (const QString& name : fixtures()) {
        const QByteArray body = contents(folder() + name);
        for (int round = 0; round < 300; ++round) {
            QByteArray mutated = body;
            for (quint32 i = 0, changes = random.bounded(1, 12); i < changes; ++i) {
                const qsizetype at = random.bounded(static_cast<int>(mutated.size()));
                switch (random.bounded(4)) {
                case 0:
                    mutated[at] = static_cast<char>(random.bounded(256));
                    break;
                case 1:
                    mutated.remove(at, random.bounded(1, 40));
                    break;
                case 2:
                    mutated.insert(at,
                                   mutated.mid(random.bounded(static_cast<int>(body.size())), 30));
                    break;
                case 3:
                    mutated.insert(at, R"({"[]}:,0-9e\u)"[random.bounded(14)]);
                    break;
                }
                if (mutated.isEmpty()) {
                    mutated = "{";
                }
            }
            checkSane(telegram::read(mutated, kBot));
        }
    }
    for (int round = 0; round < 500; ++round) {
        QByteArray salad(random.bounded(400), '\0');
        for (char& c : salad) {
            c = static_cast<char>(random.bounded(256));
        }
        const Events events = telegram::read(salad, kBot);
        REQUIRE(events.size() == 1);
        CHECK(events.front().kind == EventKind::Ignored);
    }
}

TEST_CASE("An update that is nested too deeply is confirmed and takes no neighbour along") {
    const telegram::Updates updates =
        telegram::splitUpdates(contents(folder() + u"too_deep.json"_s));
    REQUIRE(updates.all.size() == 2);
    CHECK_FALSE(updates.all[0].broken.isEmpty());
    CHECK(updates.all[0].id == 482913500);
    CHECK(updates.all[1].broken.isEmpty());
    CHECK(telegram::nextOffset(updates) == 482913502);
}

TEST_CASE("The next offset is one above the highest id, in whatever order they come") {
    const auto offset = [](const QByteArray& body) {
        return telegram::nextOffset(telegram::splitUpdates(body));
    };
    CHECK(offset(R"({"ok":true,"result":[{"update_id":7},{"update_id":9},{"update_id":8}]})")
          == 10);
    CHECK(offset(R"({"update_id":5})") == 6);
    CHECK(offset(R"({"ok":true,"result":[]})") == std::nullopt);
    CHECK(
        offset(
            R"({"ok":true,"result":[{"update_id":-1},{"update_id":0},{"update_id":4294967296},{"update_id":1.5},{}]})")
        == std::nullopt);
}

TEST_CASE("Whoever is known to own a business connection speaks for the shop") {
    const QByteArray body =
        R"({"update_id":1,"business_message":{"business_connection_id":"b","message_id":1,
        "from":{"id":9,"first_name":"Lupita"},"chat":{"id":9,"type":"private"},"date":1790000000,"text":"nota"}})";
    const telegram::Updates updates = telegram::splitUpdates(body);
    const auto direction = [&](const telegram::Owners& owners) {
        return telegram::readUpdates(updates, kBot, owners).front().direction;
    };
    CHECK(direction({}) == Direction::In);
    CHECK(direction({{u"b"_s, u"9"_s}}) == Direction::Out);
    CHECK(direction({{u"other"_s, u"9"_s}}) == Direction::In);
}

TEST_CASE("Business connections are told with their rights") {
    const auto read = [](const QByteArray& content) {
        return telegram::businessConnections(
            telegram::splitUpdates(R"({"update_id":1,"business_connection":)" + content + '}'));
    };
    CHECK(
        read(
            R"({"id":"b","user":{"id":9,"first_name":"L"},"is_enabled":true,"rights":{"can_reply":true}})")
        == std::vector<telegram::BusinessConnection>{{u"b"_s, u"9"_s, u"L"_s, true, true}});
    CHECK(
        read(
            R"({"id":"b","user":{"id":9,"first_name":"L"},"is_enabled":true,"can_reply":true,"rights":{}})")
        == std::vector<telegram::BusinessConnection>{{u"b"_s, u"9"_s, u"L"_s, true, false}});
    CHECK(read(R"({"id":"b","user":{"id":9,"first_name":"L"},"is_enabled":false,"can_reply":true})")
          == std::vector<telegram::BusinessConnection>{{u"b"_s, u"9"_s, u"L"_s, false, true}});
    CHECK(read("{}").empty());
}

TEST_CASE("Addresses go into conversation keys and back") {
    using telegram::Address;
    for (const Address& address : {Address{{}, u"5551234567"_s}, Address{{}, u"-1001987654321"_s},
                                   Address{u"bQx7:y"_s, u"5"_s}}) {
        CHECK(telegram::addressFrom(telegram::conversationKey(address)) == address);
    }
    for (const QString& bad : {u""_s, u"@name"_s, u"b:"_s, u":5"_s, u"0"_s, u"b:x"_s, u"5 "_s}) {
        CAPTURE(bad);
        CHECK_FALSE(telegram::addressFrom(bad) == Address{{}, u"5"_s});
        if (bad != u"5 "_s) {
            CHECK_FALSE(telegram::addressFrom(bad));
        }
    }
}
