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
    const auto direction = [&](const QString& connection, const QString& owner) {
        telegram::BusinessConnection known;
        known.id = connection;
        known.userId = owner;
        return telegram::readUpdates(updates, kBot, {{connection, known}}).front().direction;
    };
    CHECK(telegram::readUpdates(updates, kBot).front().direction == Direction::In);
    CHECK(direction(u"b"_s, u"9"_s) == Direction::Out);
    CHECK(direction(u"other"_s, u"9"_s) == Direction::In);
}

TEST_CASE("Business connections are told with their rights") {
    const auto read = [](const QByteArray& content) {
        const auto all = telegram::businessConnections(telegram::splitUpdates(
            R"({"update_id":1,"business_connection":{"id":"b","user":{"id":9,"first_name":"L"},)"
            + content + "}}"));
        REQUIRE(all.size() == 1);
        return all.front();
    };
    const auto connection = [](bool enabled, bool reply, bool marks, bool remove) {
        return telegram::BusinessConnection{u"b"_s, u"9"_s, u"L"_s, enabled, reply, marks, remove};
    };
    CHECK(read(R"("is_enabled":true,"rights":{"can_reply":true})")
          == connection(true, true, false, false));
    CHECK(
        read(
            R"("is_enabled":true,"rights":{"can_read_messages":true,"can_delete_all_messages":true})")
        == connection(true, false, true, true));
    CHECK(read(R"("is_enabled":true,"rights":{"can_reply":true,"can_delete_sent_messages":true})")
          == connection(true, true, false, true));
    CHECK(read(R"("is_enabled":true,"can_reply":true,"rights":{})")
          == connection(true, false, false, false));
    CHECK(read(R"("is_enabled":true,"can_reply":true,"rights":null)")
          == connection(true, true, false, false));
    CHECK(read(R"("is_enabled":false,"can_reply":true)") == connection(false, true, false, false));
    CHECK(telegram::businessConnections(
              telegram::splitUpdates(R"({"update_id":1,"business_connection":{}})"))
              .empty());
}

TEST_CASE("A customer's message in a business chat opens a day, and says whether we may answer") {
    const auto read = [](const QByteArray& kind, const QByteArray& from, bool canReply) {
        telegram::BusinessConnection known;
        known.id = u"b"_s;
        known.enabled = true;
        known.canReply = canReply;
        const QByteArray body =
            R"({"update_id":1,")" + kind
            + R"(":{"business_connection_id":"b","message_id":1,"edit_date":1790000001,"from":{"id":)"
            + from + R"(},"chat":{"id":9,"type":"private"},"date":1790000000,"text":"hola"}})";
        return telegram::readUpdates(telegram::splitUpdates(body), kBot, {{known.id, known}})
            .front();
    };
    const Event asked = read("business_message", "9", true);
    CHECK(asked.windowEnds == fromMillis(1'790'086'400'000));
    CHECK(asked.reachability == Reachability::Reachable);
    CHECK(read("business_message", "9", false).reachability == Reachability::NoRight);
    const Event ours = read("business_message", "444", false);
    CHECK_FALSE(ours.windowEnds);
    CHECK_FALSE(ours.reachability);
    CHECK_FALSE(read("edited_business_message", "9", true).windowEnds); // opens nothing
    const Event bots = telegram::read(
        R"({"update_id":1,"message":{"message_id":1,"from":{"id":9},"chat":{"id":9},"date":1790000000,"text":"x"}})",
        kBot)[0];
    CHECK_FALSE(bots.windowEnds);
    CHECK_FALSE(bots.reachability);
}

TEST_CASE("What happens to a business connection is true of all its chats") {
    const auto read = [](const QByteArray& content) {
        const Events events = telegram::read(
            R"({"update_id":7,"business_connection":{"id":"b",)" + content + "}}", kBot);
        REQUIRE(events.size() == 1);
        CHECK(events.front().kind == EventKind::Ignored);
        CHECK(events.front().eventKey == u"u:7"_s);
        CHECK(events.front().reachabilityOfAll == u"b:"_s);
        CHECK_FALSE(events.front().timestamp); // its date is that of the beginning
        return events.front().reachability;
    };
    CHECK(read(R"("date":1,"is_enabled":true,"can_reply":true)") == Reachability::Reachable);
    CHECK(read(R"("date":1,"is_enabled":true,"can_reply":false)") == Reachability::NoRight);
    CHECK(read(R"("date":1,"is_enabled":false,"can_reply":true)") == Reachability::NoRight);
}

TEST_CASE("What is not understood has no key, so that it is read again after an upgrade") {
    const auto key = [](const QByteArray& content) {
        const Events events = telegram::read(R"({"update_id":7,)" + content + "}", kBot);
        REQUIRE(events.size() == 1);
        CHECK(events.front().kind == EventKind::Ignored);
        CHECK_FALSE(events.front().reason.isEmpty());
        return events.front().eventKey;
    };
    CHECK(key(R"("something_of_2031":{"a":1})").isEmpty());
    CHECK(key(R"("message":{"message_id":1})").isEmpty());
    CHECK(key(R"("message":"no object")").isEmpty());
    CHECK(key(R"("business_message":{"message_id":1,"chat":{"id":5},"text":"x"})").isEmpty());
    CHECK(key(R"("channel_post":{"message_id":1})") == u"u:7"_s);
    CHECK(key(R"("poll_answer":{"poll_id":"1"})") == u"u:7"_s);
}

TEST_CASE("The link that a customer came by is their origin, a sentence is not") {
    const auto origin = [](const QByteArray& text) {
        return telegram::read(R"({"update_id":1,"message":{"message_id":1,"chat":{"id":5},"text":")"
                                  + text + "\"}}",
                              kBot)[0]
            .origin;
    };
    CHECK(origin("/start mesa_7") == u"mesa_7"_s);
    CHECK(origin("/start@fonda_bot poster-1") == u"poster-1"_s);
    CHECK(origin("/start").isEmpty());
    CHECK(origin("/start <b>dos</b>").isEmpty());
    CHECK(origin("/start " + QByteArray(65, 'a')).isEmpty());
    CHECK(origin("/starter mesa_7").isEmpty());
    CHECK(origin("mesa_7").isEmpty());
}

TEST_CASE("Where the payload names the bot and nobody else does, that is the account") {
    const QByteArray body =
        R"({"update_id":1,"my_chat_member":{"chat":{"id":5,"type":"private"},"from":{"id":5},"date":1,
        "new_chat_member":{"status":"kicked","user":{"id":7123456789,"is_bot":true}}}})";
    CHECK(telegram::read(body, {})[0].account == kBot);
    CHECK(telegram::read(body, u"1"_s)[0].account == u"1"_s);
}

TEST_CASE("An update that was cut in its number is not taken for another") {
    CHECK(telegram::nextOffset(telegram::splitUpdates(R"({"update_id":4829)")) == std::nullopt);
    CHECK(telegram::nextOffset(telegram::splitUpdates("{\n \"update_id\" : 4829 , \"mess"))
          == 4830);
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
