// The loop against a scripted Bot API: what goes over the wire, byte by byte.
#include "core/base/json.h"
#include "core/connectors/telegram/module.h"
#include "tests/connectors/telegram/harness.h"
#include "tests/net/scripted_server.h"

#include <QJsonArray>

using namespace comanda;
using namespace Qt::StringLiterals;
using test::httpAnswer;
using test::ScriptedRequest;
using test::ScriptedServer;
using test::TelegramHarness;
using test::waitUntil;

namespace {

const QByteArray kToken = "7123456789:AAE-topsecret_token";
const QByteArray kHtml = "<html><head><title>502 Bad Gateway</title></head></html>";

QByteArray ok(const QByteArray& result) {
    return httpAnswer(200, "application/json", R"({"ok":true,"result":)" + result + '}');
}

QByteArray refused(int code, const QByteArray& description, const QByteArray& more = {}) {
    return httpAnswer(code, "application/json",
                      R"({"ok":false,"error_code":)" + QByteArray::number(code)
                          + R"(,"description":")" + description + '"' + more + '}');
}

QByteArray text(qint64 update, qint64 message, const QByteArray& words) {
    return R"({"update_id":)" + QByteArray::number(update) + R"(,"message":{"message_id":)"
           + QByteArray::number(message)
           + R"(,"from":{"id":5,"first_name":"Ana"},"chat":{"id":5,"type":"private"},"date":1790000000,"text":")"
           + words + "\"}}";
}

// A bot whose polls are answered from a list; when that is used up they hang.
class Bot {
public:
    Bot()
        : server([this](const ScriptedRequest& request, QTcpSocket& socket) {
              serve(request, socket);
          }) {}

    ScriptedServer server;
    QList<QByteArray> polls;               // answers, in order
    QHash<QByteArray, QByteArray> answers; // by method
    std::vector<QJsonObject> pollCalls;
    std::vector<std::pair<QByteArray, QJsonObject>> calls; // others

    [[nodiscard]] qsizetype count(const QByteArray& method) const {
        return std::count_if(calls.begin(), calls.end(),
                             [&](const auto& call) { return call.first == method; });
    }

private:
    void serve(const ScriptedRequest& request, QTcpSocket& socket) {
        if (!request.target.startsWith("/bot" + kToken + '/')) {
            socket.write(refused(404, "Not Found"));
            return;
        }
        const QByteArray method = request.target.mid(request.target.lastIndexOf('/') + 1);
        const QJsonObject parameters = parseObject(request.body).value_or(QJsonObject());
        if (method == "getUpdates") {
            pollCalls.push_back(parameters);
            if (!polls.isEmpty()) {
                socket.write(polls.takeFirst());
            }
            return;
        }
        calls.emplace_back(method, parameters);
        const QByteArray me =
            ok(R"({"id":7123456789,"is_bot":true,"first_name":"Lupita","username":"lupita_bot"})");
        const QByteArray answer = answers.value(method, method == "getMe" ? me : ok("true"));
        if (answer == "close") {
            socket.disconnectFromHost();
        } else if (answer != "hang") {
            socket.write(answer);
        }
    }
};

} // namespace

TEST_CASE("Updates are confirmed only after they are stored") {
    Bot bot;
    bot.polls = {ok("[" + text(100, 1, "uno") + ',' + text(101, 2, "dos") + ']'),
                 ok("[" + text(100, 1, "uno") + ',' + text(101, 2, "dos") + ']'), ok("[]")};
    TelegramHarness harness(bot.server.url(u""_s), kToken);
    harness.refuseStores = 1;
    harness.connector->start(std::nullopt);
    REQUIRE(waitUntil([&] { return bot.pollCalls.size() >= 3; }));
    CHECK_FALSE(bot.pollCalls[0].contains("offset"_L1));
    CHECK_FALSE(bot.pollCalls[1].contains("offset"_L1)); // the store had refused
    CHECK(bot.pollCalls[2].value("offset"_L1).toInteger() == 102);
    CHECK(bot.pollCalls[0].value("timeout"_L1).toInt() == 1);
    CHECK(bot.pollCalls[0].value("allowed_updates"_L1).toArray().contains(u"message_reaction"_s));
    CHECK(harness.cursor == u"7123456789:102"_s);
    CHECK(harness.events.size() == 2);
    CHECK(harness.events.front().account == u"7123456789"_s);
    CHECK(harness.deliveries.front().source == u"poll"_s);
    CHECK(harness.facts.value("link_name"_L1).toString() == u"lupita_bot"_s);
}

TEST_CASE("The cursor of another bot is dropped") {
    for (const auto& [cursor, offset] : std::vector<std::pair<std::optional<QString>, QJsonValue>>{
             {u"7123456789:55"_s, 55},
             {u"7123456789:55 bQx7,cd_-"_s, 55},
             {u"8:55"_s, {}},
             {u"55"_s, {}},
             {u"7123456789:x"_s, {}},
             {u"7123456789:-5"_s, {}},
             {std::nullopt, {}}}) {
        Bot bot;
        TelegramHarness harness(bot.server.url(u""_s), kToken);
        harness.connector->start(cursor);
        REQUIRE(waitUntil([&] { return !bot.pollCalls.empty(); }));
        const QJsonValue sent = bot.pollCalls[0].value("offset"_L1);
        CHECK((offset.isDouble() ? sent == offset : sent.isUndefined()));
        const qsizetype asked = cursor && cursor->contains(u' ') ? 2 : 0; // of what it remembers
        CHECK(waitUntil([&] { return bot.count("getBusinessConnection") == asked; }));
    }
}

TEST_CASE("Outages of every shape are waited out and never mean a bad token") {
    Bot bot;
    bot.polls = {
        httpAnswer(502, "text/html", kHtml),
        httpAnswer(404, "text/html", kHtml),
        httpAnswer(200, "text/html", kHtml),
        httpAnswer(401, "text/html", kHtml),
        refused(500, "Internal Server Error: restart"),
        refused(429, "Too Many Requests: retry after 0", R"(,"parameters":{"retry_after":0})"),
        ok("[" + text(100, 1, "por fin") + ']')};
    TelegramHarness harness(bot.server.url(u""_s), kToken);
    harness.connector->start(std::nullopt);
    REQUIRE(waitUntil([&] { return harness.count(u"por fin"_s) == 1; }));
    CHECK_FALSE(harness.saw(u"telegram.bad_token"_s));
    std::vector<FailureClass> classes;
    for (const connect::Observation& seen : harness.observations) {
        CHECK_FALSE(seen.detail.contains(u"topsecret"_s));
        if (seen.failure) {
            classes.push_back(*seen.failure);
        }
    }
    CHECK(classes
          == std::vector{FailureClass::Http5xx, FailureClass::Protocol, FailureClass::Protocol,
                         FailureClass::Protocol, FailureClass::Http5xx, FailureClass::Throttled});
}

TEST_CASE(
    "An answer that nothing confirms is kept once, waited for longer and longer, and no success") {
    const QList<QByteArray> unreadable{
        httpAnswer(200, "application/json", R"({"ok":true})"),
        httpAnswer(200, "application/json", R"({"ok":true,"result":{}})"),
        ok(R"([{"update_id":0,"message":{}},{"update_id":"x"}])")};
    for (const QByteArray& answer : unreadable) {
        CAPTURE(answer.toStdString());
        Bot bot;
        bot.polls = {ok("[]"), answer, answer, answer, answer, ok("[" + text(7, 1, "ya") + ']')};
        telegram::Timing timing = test::fastTiming();
        timing.backoffFirst = Millis(1);
        timing.backoffMax = Millis(1);
        TelegramHarness harness(bot.server.url(u""_s), kToken, timing);
        harness.connector->start(std::nullopt);
        REQUIRE(waitUntil([&] { return harness.count(u"ya"_s) == 1; }));
        CHECK(harness.deliveries.size() == 2);
        std::vector<bool> worked;
        for (const connect::Observation& seen : harness.observations) {
            if (seen.call == connect::CallKind::Receive) {
                worked.push_back(!seen.failure);
            }
        }
        CHECK(worked == std::vector<bool>{true, false, false, false, false, true});
    }
}

TEST_CASE("A conflict is waited out, then named") {
    Bot bot;
    const QByteArray other = refused(409, "Conflict: terminated by other getUpdates request");
    SECTION("an old poll that ends") {
        bot.polls = {other, other, ok("[" + text(1, 1, "hola") + ']')};
        TelegramHarness harness(bot.server.url(u""_s), kToken);
        harness.connector->start(std::nullopt);
        REQUIRE(waitUntil([&] { return harness.count(u"hola"_s) == 1; }));
        CHECK_FALSE(harness.saw(u"telegram.other_program"_s));
    }
    SECTION("another program") {
        bot.polls = {other, other, other, other, other, ok("[" + text(1, 1, "hola") + ']')};
        TelegramHarness harness(bot.server.url(u""_s), kToken);
        harness.connector->start(std::nullopt);
        REQUIRE(waitUntil([&] { return harness.count(u"hola"_s) == 1; }));
        CHECK(harness.saw(u"telegram.other_program"_s));
    }
    SECTION("a webhook") {
        bot.polls = {refused(409, "Conflict: can't use getUpdates method while webhook is active"),
                     ok("[" + text(1, 1, "hola") + ']')};
        TelegramHarness harness(bot.server.url(u""_s), kToken);
        harness.connector->start(std::nullopt);
        REQUIRE(waitUntil([&] { return harness.count(u"hola"_s) == 1; }));
        CHECK(harness.saw(u"telegram.webhook_set"_s));
        CHECK(bot.count("deleteWebhook") == 0);
    }
}

TEST_CASE("A pressed button is answered once it is stored") {
    Bot bot;
    bot.polls = {ok(
        R"([{"update_id":1,"callback_query":{"id":"q1","from":{"id":5,"first_name":"Ana"},"data":"ok"}}])")};
    bot.answers.insert("answerCallbackQuery", refused(400, "Bad Request: query is too old"));
    TelegramHarness harness(bot.server.url(u""_s), kToken);
    harness.connector->start(std::nullopt);
    REQUIRE(waitUntil([&] { return bot.count("answerCallbackQuery") == 1; }));
    REQUIRE(harness.events.size() == 1);
    CHECK(harness.events.front().payload == u"ok"_s);
    CHECK(bot.calls.back().second.value("callback_query_id"_L1).toString() == u"q1"_s);
}

TEST_CASE("A message in parts stops where a part is unknown") {
    Bot bot;
    const QString longText = QString(4096, u'a') + QString(4096, u'b') + QString(10, u'c');
    TelegramHarness harness(bot.server.url(u""_s), kToken);
    SECTION("all parts arrive: the first id counts") {
        bot.answers.insert("sendMessage", ok(R"({"message_id":41})"));
        CHECK(std::get<outcome::Accepted>(harness.say(5, longText)).externalId == u"41"_s);
        CHECK(bot.count("sendMessage") == 3);
    }
    SECTION("the connection breaks on the first") {
        bot.answers.insert("sendMessage", "close");
        CHECK(std::holds_alternative<outcome::Unsure>(harness.say(5, longText)));
        CHECK(bot.count("sendMessage") == 1);
    }
    SECTION("the second is refused") {
        bot.server.setHandler([&, n = 0](const ScriptedRequest&, QTcpSocket& socket) mutable {
            ++n;
            bot.calls.emplace_back("sendMessage", QJsonObject());
            socket.write(n == 1 ? ok(R"({"message_id":41})")
                                : refused(403, "Forbidden: bot was blocked by the user"));
        });
        const SendOutcome outcome = harness.say(5, longText);
        CHECK(std::get<outcome::Unsure>(outcome).why == u"telegram.partly_sent"_s);
        CHECK(bot.count("sendMessage") == 2);
    }
    SECTION("the second is throttled: it is waited for, the first is not sent again") {
        QList<QByteArray> begins;
        bot.server.setHandler([&](const ScriptedRequest& request, QTcpSocket& socket) {
            begins << parseObject(request.body)->value("text"_L1).toString().left(1).toLatin1();
            socket.write(begins.size() == 2 ? refused(429, "Too Many Requests",
                                                      R"(,"parameters":{"retry_after":0})")
                                            : ok(R"({"message_id":41})"));
        });
        CHECK(std::holds_alternative<outcome::Accepted>(harness.say(5, longText)));
        CHECK(begins == QList<QByteArray>{"a", "b", "b", "c"});
    }
}

TEST_CASE("A group that moved is told as soon as a send learns it") {
    Bot bot;
    TelegramHarness harness(bot.server.url(u""_s), kToken);
    harness.connector->start(std::nullopt);
    REQUIRE(waitUntil([&] { return !bot.pollCalls.empty(); }));
    bot.answers.insert("sendMessage",
                       refused(400, "Bad Request: group chat was upgraded to a supergroup chat",
                               R"(,"parameters":{"migrate_to_chat_id":-1001987654321})"));
    harness.say(-4001, u"hola"_s);
    REQUIRE(harness.events.size() == 1);
    const Event& moved = harness.events.front();
    CHECK(moved.conversationKey == u"-1001987654321"_s);
    CHECK(moved.formerIds.value(u"telegram"_s) == u"-4001"_s);
    CHECK(moved.account == u"7123456789"_s);
    CHECK(bot.calls.back().second.value("chat_id"_L1).toInteger() == -1001987654321);
}

TEST_CASE("A server of the shop's own takes larger files") {
    telegram::Access access{u"https://api.telegram.org"_s, Secret(kToken)};
    CHECK(access.uploadMax() == 50LL * 1024 * 1024);
    access.base = u"http://127.0.0.1:8081"_s;
    CHECK(access.uploadMax() == 2000LL * 1024 * 1024);
}

TEST_CASE("A send that meets a closed port certainly did not happen") {
    QUrl base;
    {
        Bot gone;
        base = gone.server.url(u""_s);
    }
    TelegramHarness harness(base, kToken);
    const SendOutcome outcome = harness.say(5, u"hola"_s);
    CHECK(std::get<outcome::RetryAfter>(outcome).why == u"net.refused"_s);
    REQUIRE_FALSE(harness.observations.empty());
    CHECK(harness.observations.back().call == connect::CallKind::Send);
    CHECK(harness.observations.back().failure == FailureClass::Refused);
}

TEST_CASE("Without a usable token nothing is asked of the platform") {
    Bot bot;
    for (const QByteArray& token :
         {QByteArray(), QByteArray("nonsense"), QByteArray("0:x"), QByteArray("1:a/../b")}) {
        TelegramHarness harness(bot.server.url(u""_s), token);
        harness.connector->start(std::nullopt);
        CHECK(harness.saw(u"telegram.bad_token"_s));
        CHECK(std::holds_alternative<outcome::NeedsSignIn>(harness.say(5, u"x"_s)));
        CHECK(harness.check().error().kind == ErrorKind::Auth);
        CHECK(harness.fetch(Attachment{}).error().kind == ErrorKind::Auth);
    }
    CHECK(bot.server.connections == 0);
}

TEST_CASE("Stopping ends everything exactly once") {
    Bot bot;
    bot.answers.insert("sendMessage", "hang");
    bot.answers.insert("getFile", "hang");
    TelegramHarness harness(bot.server.url(u""_s), kToken);
    harness.connector->start(std::nullopt);
    int stops = 0;
    QObject::connect(harness.connector.get(), &connect::Connector::stopped, harness.connector.get(),
                     [&] { ++stops; });
    std::vector<SendOutcome> outcomes;
    OutgoingMessage message;
    message.conversationKey = u"5"_s;
    message.text = u"hola"_s;
    harness.connector->send(message,
                            [&](const SendOutcome& outcome) { outcomes.push_back(outcome); });
    std::vector<Result<connect::FetchedMedia>> fetched;
    Attachment file;
    file.id = u"f"_s;
    harness.connector->fetch(
        file, harness.folder.filePath(u"x"_s), 10,
        [&](const Result<connect::FetchedMedia>& result) { fetched.push_back(result); });
    REQUIRE(waitUntil([&] {
        return bot.count("sendMessage") == 1 && bot.count("getFile") == 1 && !bot.pollCalls.empty();
    }));
    harness.connector->stop();
    harness.connector->stop();
    REQUIRE(waitUntil([&] { return stops == 1; }));
    REQUIRE(outcomes.size() == 1);
    CHECK(std::holds_alternative<outcome::Unsure>(outcomes.front()));
    REQUIRE(fetched.size() == 1);
    CHECK(fetched.front().error().kind == ErrorKind::Cancelled);
    CHECK(std::holds_alternative<outcome::RetryAfter>(harness.say(5, u"late"_s)));
    CHECK(stops == 1);
}

TEST_CASE("Courtesies go where they can") {
    Bot bot;
    TelegramHarness harness(bot.server.url(u""_s), kToken);
    bot.answers.insert("sendMessage", ok(R"({"message_id":1})"));
    harness.say(5, u"x"_s);
    harness.connector->typing(u"b:5"_s);
    harness.connector->markRead(u"5"_s, u"9"_s); // a bot's chat has no read marks
    harness.connector->markRead(u"b:5"_s, u"9"_s);
    REQUIRE(waitUntil(
        [&] { return bot.count("sendChatAction") == 1 && bot.count("readBusinessMessage") == 1; }));
    CHECK(bot.calls.size() == 3);
}

TEST_CASE("What Telegram can do is said once") {
    const connect::PlatformModule module = telegram::module();
    const ChannelDescriptor& descriptor = module.descriptor;
    CHECK(descriptor.platform == Platform::Telegram);
    CHECK(descriptor.textLimit == 4096);
    CHECK(descriptor.textUnit == TextUnit::Utf16);
    CHECK(descriptor.window == WindowRule{std::nullopt, true});
    CHECK(descriptor.mediaMax == 20 * 1024 * 1024);
    REQUIRE(descriptor.setup.size() == 2);
    CHECK(descriptor.setup[0].kind == FieldKind::Secret);
    CHECK(descriptor.setup[1].defaultValue == u"https://api.telegram.org"_s);
    CHECK(module.read("{}", u"1"_s).size() == 1);
    for (const auto& [token, account] :
         {std::pair<const char*, QString>{"123:abc", u"123"_s}, {"abc", {}}, {"", {}}}) {
        CHECK(module.accountIn({}, {{u"token"_s, Secret(token)}}) == account);
    }
}
