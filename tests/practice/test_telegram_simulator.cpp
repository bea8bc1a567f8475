// The simulated Bot API against the rules of the platform.
#include "app/practice/telegram_simulator.h"
#include "tests/practice/client.h"
#include "tests/support/catch.h"

#include <QJsonArray>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace comanda;
using namespace comanda::practice;
using comanda::test::Answer;
using comanda::test::Client;
using comanda::test::waitUntil;

namespace {

TelegramOptions quick(const Clock& clock, int secondMs = 20) {
    TelegramOptions options;
    options.clock = &clock;
    options.second = std::chrono::milliseconds(secondMs);
    options.seed = 7;
    return options;
}

struct Bench {
    ManualClock clock{fromMillis(1'790'000'000'000)};
    TelegramSimulator sim;
    Client client;
    qint64 ana;

    explicit Bench(int secondMs = 20) : sim(quick(clock, secondMs)) {
        TelegramCustomer customer;
        customer.firstName = u"Ana"_s;
        customer.userName = u"anap"_s;
        ana = sim.addCustomer(customer);
    }
    QUrl url(const QString& method) const {
        return QUrl(sim.baseUrl().toString() + u"/bot"_s + QString::fromLatin1(sim.token()) + u'/'
                    + method);
    }
    Answer call(const QString& method, const QJsonObject& body = {}) {
        return client.post(url(method), body);
    }
    QJsonArray updates(const QJsonObject& ask = {}) {
        clock.advance(std::chrono::seconds(60)); // out of reach of the penalties
        return call(u"getUpdates"_s, ask).json()[u"result"].toArray();
    }
    QString refusal(const QString& method, const QJsonObject& body) {
        return call(method, body).json()[u"description"].toString();
    }
};

qint64 idOf(const QJsonValue& update) {
    return update[u"update_id"].toInteger();
}

} // namespace

TEST_CASE("tokens are judged before anything else") {
    Bench bench;
    const QString base = bench.sim.baseUrl().toString();
    struct Row {
        const char* token;
        int status;
        const char* text;
    };
    const Row row = GENERATE(Row{"nonsense", 404, "Not Found"}, Row{"123:abc", 401, "Unauthorized"},
                             Row{"0123:abc", 401, "Unauthorized: invalid token specified"});
    const Answer answer =
        bench.client.get(QUrl(base + u"/bot%1/getMe"_s.arg(QLatin1StringView(row.token))));
    CHECK(answer.status == row.status);
    CHECK(answer.json()[u"ok"].toBool(true) == false);
    CHECK(answer.json()[u"error_code"].toInt() == row.status);
    CHECK(answer.json()[u"description"].toString() == QLatin1StringView(row.text));
}

TEST_CASE("getMe takes any case and any form, and a revoked token takes nothing") {
    Bench bench;
    CHECK(bench.call(u"GETME"_s).json()[u"result"][u"id"].toInteger() == bench.sim.botId());
    CHECK(bench.client.get(bench.url(u"getMe"_s)).status == 200);
    CHECK(bench.call(u"getNothing"_s).status == 404);
    bench.sim.revokeToken();
    CHECK(bench.call(u"getMe"_s).status == 401);
    bench.sim.restoreToken();
    CHECK(bench.call(u"getMe"_s).status == 200);
}

TEST_CASE("an offset confirms what lies below it the moment it arrives") {
    Bench bench;
    const qint64 first = bench.sim.writeText(bench.ana, u"uno 🌮"_s);
    const qint64 second = bench.sim.writeText(bench.ana, u"dos"_s);
    QJsonArray got = bench.updates();
    REQUIRE(got.size() == 2);
    CHECK(got[0][u"message"][u"text"].toString() == u"uno 🌮"_s);
    CHECK(idOf(got[0]) >= 2'000'001);
    CHECK(bench.updates().size() == 2); // not confirmed: again
    CHECK_FALSE(bench.sim.isConfirmed(first));

    FaultPlan lost;
    lost.fault = Fault::HangAfter;
    lost.times = 1;
    bench.sim.server().setFault(lost);
    const QJsonObject ask{{u"offset"_s, idOf(got[0]) + 1}};
    const auto reply = bench.client.begin("POST", bench.url(u"getUpdates"_s),
                                          QJsonDocument(ask).toJson(), "application/json", {}, 300);
    CHECK(Client::take(reply).status == 0);
    CHECK(bench.sim.isConfirmed(first)); // though the answer was lost
    CHECK_FALSE(bench.sim.isConfirmed(second));
    bench.sim.server().setFault({});
    CHECK(bench.updates().size() == 1);
}

TEST_CASE("future and negative offsets") {
    Bench bench;
    for (int i = 0; i < 5; ++i) {
        bench.sim.writeText(bench.ana, QString::number(i));
    }
    const qint64 next = idOf(bench.updates().last()) + 1;
    CHECK(bench.updates({{u"offset"_s, next + 11}}).size() == 5); // invalid: from the head
    CHECK(bench.updates({{u"offset"_s, -2}}).size() == 2);        // the rest is forgotten
    CHECK(bench.sim.pendingUpdates() == 2);
    CHECK(bench.sim.confirmedMessages().empty());
    CHECK(bench.updates({{u"offset"_s, next + 10}}).isEmpty()); // valid: all is gone
    CHECK(bench.sim.pendingUpdates() == 0);
}

TEST_CASE("a poll hangs until something comes, at most 50 seconds of it") {
    Bench bench(1000);
    const QJsonObject ask{{u"timeout"_s, 3600}};
    const auto poll =
        bench.client.begin("POST", bench.url(u"getUpdates"_s), QJsonDocument(ask).toJson());
    REQUIRE(waitUntil([&] { return bench.sim.isPolling(); }));
    CHECK(bench.sim.lastPollSeconds() == 50);
    bench.sim.writeText(bench.ana, u"hola"_s);
    CHECK(Client::take(poll).json()[u"result"].toArray().size() == 1);
}

TEST_CASE("a poll that nothing comes to ends empty; a silent platform stays silent") {
    Bench bench(10);
    bench.sim.setSilent(true);
    bench.sim.writeText(bench.ana, u"hola"_s);
    CHECK(bench.updates({{u"timeout"_s, 2}}).isEmpty());
    bench.sim.setSilent(false);
    CHECK(bench.updates().size() == 1);
}

TEST_CASE("who does not advance is slowed down") {
    Bench bench;
    for (int i = 0; i < 3; ++i) {
        bench.sim.writeText(bench.ana, QString::number(i));
    }
    const QJsonObject ask{{u"offset"_s, 1}};
    CHECK(bench.updates(ask).size() == 3);
    const Answer again = bench.call(u"getUpdates"_s, ask); // the clock stands still
    CHECK(again.json()[u"result"].toArray().size() == 1);
    CHECK(bench.sim.lastPollSeconds() == 3);
}

TEST_CASE("the older of two polls gets the conflict") {
    Bench bench(1000);
    const QByteArray ask = R"({"timeout":50})";
    const auto older = bench.client.begin("POST", bench.url(u"getUpdates"_s), ask);
    REQUIRE(waitUntil([&] { return bench.sim.isPolling(); }));
    bench.clock.advance(std::chrono::seconds(10));
    const auto newer = bench.client.begin("POST", bench.url(u"getUpdates"_s), ask);
    const Answer loser = Client::take(older);
    CHECK(loser.status == 409);
    CHECK(loser.json()[u"description"].toString().startsWith(
        u"Conflict: terminated by other getUpdates request"));
    bench.sim.writeText(bench.ana, u"hola"_s);
    CHECK(Client::take(newer).json()[u"result"].toArray().size() == 1);
}

TEST_CASE("a webhook shuts polls out until it is deleted") {
    Bench bench;
    bench.sim.setHook(u"https://elsewhere.example/hook"_s);
    CHECK(bench.refusal(u"getUpdates"_s, {})
              .startsWith(u"Conflict: can't use getUpdates method while webhook is active"));
    CHECK(bench.call(u"getWebhookInfo"_s).json()[u"result"][u"url"].toString()
          == u"https://elsewhere.example/hook");
    CHECK(bench.call(u"deleteWebhook"_s).json()[u"result"].toBool());
    CHECK(bench.call(u"getUpdates"_s).status == 200);
}

TEST_CASE("subscriptions stay until they are changed, and are not retroactive") {
    Bench bench;
    const qint64 message = bench.sim.writeText(bench.ana, u"hola"_s);
    bench.sim.react(bench.ana, message, u"👍"_s); // opt-in: dropped
    CHECK(bench.updates().size() == 1);
    bench.updates({{u"allowed_updates"_s, QJsonArray{u"message_reaction"_s, u"no_such_kind"_s}}});
    bench.sim.react(bench.ana, message, u"❤"_s);
    bench.sim.writeText(bench.ana, u"otra"_s); // not subscribed now
    const QJsonArray got = bench.updates();
    REQUIRE(got.size() == 2);
    CHECK(got[1][u"message_reaction"][u"new_reaction"][0][u"emoji"].toString() == u"❤");
    bench.updates({{u"allowed_updates"_s, QJsonArray{u"nonsense"_s}}}); // back to the default
    CHECK(bench.sim.allowedUpdates().isEmpty());
}

TEST_CASE("updates die: messages after 24 hours of their date, callbacks after 150 seconds") {
    Bench bench;
    const Time now = bench.clock.now();
    bench.sim.writeAt(bench.ana, u"vieja"_s, now - std::chrono::hours(23));
    const qint64 fresh = bench.sim.writeText(bench.ana, u"nueva"_s);
    bench.sim.press(bench.ana, fresh, u"o:1"_s);
    CHECK(bench.updates().size() == 3); // a minute has passed
    bench.clock.advance(std::chrono::seconds(100));
    CHECK(bench.updates().size() == 2);
    bench.clock.advance(std::chrono::hours(1));
    CHECK(bench.updates().size() == 1);
    bench.clock.advance(std::chrono::hours(24));
    CHECK(bench.updates().isEmpty());
}

TEST_CASE("troubles of the queue: duplicates, disorder, ids that go back") {
    Bench bench;
    bench.sim.writeText(bench.ana, u"uno"_s);
    bench.sim.setDuplicating(true);
    CHECK(bench.updates().size() == 2);
    bench.sim.setDuplicating(false);
    const qint64 next = idOf(bench.updates().last()) + 1;
    CHECK(bench.updates({{u"offset"_s, next}}).isEmpty());
    bench.sim.reseedIds(true);
    bench.sim.writeText(bench.ana, u"dos"_s);
    const QJsonArray got = bench.updates({{u"offset"_s, next}}); // the stale offset harms nothing
    REQUIRE(got.size() == 1);
    CHECK(idOf(got[0]) < next);
    bench.updates({{u"offset"_s, idOf(got[0]) + 1}});
    bench.sim.flood(bench.ana, 60, std::chrono::hours(5));
    CHECK(bench.updates({{u"limit"_s, 50}}).size() == 50);
}

TEST_CASE("form, multipart and JSON bodies say the same") {
    Bench bench;
    bench.sim.start(bench.ana);
    const QString chat = QString::number(bench.ana);
    QUrlQuery query;
    const QByteArray form =
        "chat_id=" + chat.toLatin1() + "&text=dos+tacos+%F0%9F%8C%AE&reply_markup="
        + QByteArray(R"({"inline_keyboard":[[{"text":"Sí","callback_data":"o:1:ok"}]]})")
              .toPercentEncoding();
    CHECK(Client::take(bench.client.begin("POST", bench.url(u"sendMessage"_s), form,
                                          "application/x-www-form-urlencoded"))
              .status
          == 200);
    const QByteArray multipart =
        "--xyz\r\nContent-Disposition: form-data; name=\"chat_id\"\r\n\r\n" + chat.toLatin1()
        + "\r\n--xyz\r\nContent-Disposition: form-data; name=\"document\"; "
          "filename=\"menú.txt\"\r\nContent-Type: text/plain\r\n\r\nTacos\r\n--\r\n"
          "\r\n--xyz--\r\n";
    const Answer sent = Client::take(bench.client.begin(
        "POST", bench.url(u"sendDocument"_s), multipart, "multipart/form-data; boundary=xyz"));
    REQUIRE(sent.status == 200);
    const std::vector<Received> inbox = bench.sim.inbox(bench.ana);
    REQUIRE(inbox.size() == 2);
    CHECK(inbox[0].text == u"dos tacos 🌮"_s);
    CHECK(inbox[0].buttons == QStringList{u"o:1:ok"_s});
    CHECK(inbox[1].fileName == u"menú.txt"_s);
    CHECK(inbox[1].file == "Tacos\r\n--\r\n");
    CHECK(bench.sim.timesReceived(u"dos tacos 🌮"_s) == 1);

    const QString fileId = sent.json()[u"result"][u"document"][u"file_id"].toString();
    const QJsonValue file = bench.call(u"getFile"_s, {{u"file_id"_s, fileId}}).json()[u"result"];
    const QUrl link(bench.sim.baseUrl().toString() + u"/file/bot"_s
                    + QString::fromLatin1(bench.sim.token()) + u'/'
                    + file[u"file_path"].toString());
    CHECK(bench.client.get(link).body == "Tacos\r\n--\r\n");
}

TEST_CASE("what may not be sent is refused in the platform's words") {
    Bench bench;
    const QJsonObject to{{u"chat_id"_s, bench.ana}};
    const auto with = [&to](const QString& key, const QJsonValue& value) {
        QJsonObject body = to;
        body.insert(u"text"_s, u"hola"_s);
        body.insert(key, value);
        return body;
    };
    const QString send = u"sendMessage"_s;
    CHECK(bench.refusal(send, with(u"text"_s, u"hola"_s))
          == u"Forbidden: bot can't initiate conversation with a user");
    bench.sim.start(bench.ana);
    CHECK(bench.refusal(send, with(u"chat_id"_s, 42)) == u"Bad Request: chat not found");
    CHECK(bench.refusal(send, with(u"text"_s, u" "_s)) == u"Bad Request: message text is empty");
    const QString taco = u"🌮"_s;
    CHECK(bench.refusal(send, with(u"text"_s, taco.repeated(4097)))
          == u"Bad Request: message is too long");
    CHECK(bench.refusal(send, with(u"text"_s, taco.repeated(4096))).isEmpty()); // code points count
    CHECK(bench.refusal(send, with(u"parse_mode"_s, u"MarkdownV2"_s)).isEmpty());
    CHECK(bench
              .refusal(send, {{u"chat_id"_s, bench.ana},
                              {u"text"_s, u"¡Hola!"_s},
                              {u"parse_mode"_s, u"MarkdownV2"_s}})
              .startsWith(u"Bad Request: can't parse entities"));
    CHECK(bench.refusal(send, with(u"reply_parameters"_s, QJsonObject{{u"message_id"_s, 1}}))
          == u"Bad Request: message to be replied not found");
    CHECK(bench
              .refusal(send, with(u"reply_parameters"_s,
                                  QJsonObject{{u"message_id"_s, 1},
                                              {u"allow_sending_without_reply"_s, true}}))
              .isEmpty());
    const QJsonObject button{{u"text"_s, u"Sí"_s}, {u"callback_data"_s, QString(65, u'x')}};
    QJsonArray rows; // appended: compilers read nested braces differently
    rows.append(QJsonArray{QJsonValue(button)});
    CHECK(bench.refusal(send, with(u"reply_markup"_s, QJsonObject{{u"inline_keyboard"_s, rows}}))
              .contains(u"BUTTON_DATA_INVALID"));
    bench.sim.block(bench.ana);
    CHECK(bench.refusal(send, with(u"text"_s, u"hola"_s))
          == u"Forbidden: bot was blocked by the user");
    bench.sim.unblock(bench.ana);
    CHECK(bench.refusal(send, with(u"text"_s, u"de nuevo"_s)).isEmpty());
    bench.sim.deactivate(bench.ana);
    CHECK(bench.refusal(send, with(u"text"_s, u"hola"_s)) == u"Forbidden: user is deactivated");
}

TEST_CASE("too many messages to one chat have to wait") {
    Bench bench;
    bench.sim.start(bench.ana);
    const QJsonObject body{{u"chat_id"_s, bench.ana}, {u"text"_s, u"hola"_s}};
    bench.sim.throttle(bench.ana, 17);
    const Answer forced = bench.call(u"sendMessage"_s, body);
    CHECK(forced.status == 429);
    CHECK(forced.retryAfter == "17");
    CHECK(forced.json()[u"parameters"][u"retry_after"].toInt() == 17);
    CHECK(forced.json()[u"description"].toString() == u"Too Many Requests: retry after 17");
    int taken = 0;
    while (taken < 30 && bench.call(u"sendMessage"_s, body).status == 200) {
        ++taken;
    }
    CHECK(taken == 20);
    CHECK(bench.sim.sends() == 20);
    bench.clock.advance(std::chrono::seconds(1));
    CHECK(bench.call(u"sendMessage"_s, body).status == 200);
}

TEST_CASE("sent messages can be edited, deleted and reacted to") {
    Bench bench;
    const qint64 order = bench.sim.start(bench.ana);
    const qint64 sent =
        bench.call(u"sendMessage"_s, {{u"chat_id"_s, bench.ana}, {u"text"_s, u"recibido"_s}})
            .json()[u"result"][u"message_id"]
            .toInteger();
    QJsonObject edit{{u"chat_id"_s, bench.ana}, {u"message_id"_s, sent}, {u"text"_s, u"listo"_s}};
    CHECK(bench.call(u"editMessageText"_s, edit).status == 200);
    CHECK(bench.refusal(u"editMessageText"_s, edit)
              .startsWith(u"Bad Request: message is not modified"));
    edit.insert(u"text"_s, QString(5000, u'x'));
    CHECK(bench.refusal(u"editMessageText"_s, edit) == u"Bad Request: MESSAGE_TOO_LONG");
    const QJsonObject thumb{
        {u"chat_id"_s, bench.ana},
        {u"message_id"_s, order},
        {u"reaction"_s, QJsonArray{QJsonObject{{u"type"_s, u"emoji"_s}, {u"emoji"_s, u"👍"_s}}}}};
    CHECK(bench.call(u"setMessageReaction"_s, thumb).status == 200);
    const std::vector<Received> inbox = bench.sim.inbox(bench.ana);
    REQUIRE(inbox.size() == 2);
    CHECK(inbox[0].text == u"listo"_s);
    CHECK(inbox[0].edited);
    CHECK(inbox[1].text == u"👍"_s);
    const QJsonObject gone{{u"chat_id"_s, bench.ana}, {u"message_id"_s, sent}};
    CHECK(bench.call(u"deleteMessage"_s, gone).status == 200);
    CHECK(bench.refusal(u"deleteMessage"_s, gone) == u"Bad Request: message to delete not found");
    const QString query = bench.sim.press(bench.ana, sent, u"x"_s);
    CHECK(bench.call(u"answerCallbackQuery"_s, {{u"callback_query_id"_s, query}}).status == 200);
    CHECK(bench.refusal(u"answerCallbackQuery"_s, {{u"callback_query_id"_s, u"1"_s}})
              .startsWith(u"Bad Request: query is too old"));
    CHECK(bench.sim.answeredCallbacks() == QStringList{query});
}

TEST_CASE("a shop's own account speaks through a business connection") {
    Bench bench;
    const QString connection = bench.sim.connectBusiness(444'000'111);
    bench.sim.writeBusiness(connection, bench.ana, u"¿tienen servicio?"_s);
    const QJsonArray got = bench.updates();
    REQUIRE(got.size() == 2);
    CHECK(got[0][u"business_connection"][u"rights"][u"can_reply"].toBool());
    CHECK(got[1][u"business_message"][u"business_connection_id"].toString() == connection);
    QJsonObject body{
        {u"chat_id"_s, bench.ana}, {u"text"_s, u"sí"_s}, {u"business_connection_id"_s, connection}};
    CHECK(bench.call(u"sendMessage"_s, body).status == 200);
    bench.clock.advance(std::chrono::hours(25));
    CHECK(bench.refusal(u"sendMessage"_s, body) == u"Bad Request: BUSINESS_PEER_USAGE_MISSING");
    bench.sim.changeBusiness(connection, false, false);
    CHECK(bench.refusal(u"sendMessage"_s, body) == u"Bad Request: business connection not found");
}
