// Every answer of a daemon leads to the right one of the six outcomes.
#include "core/base/json.h"
#include "core/connectors/signal/answers.h"
#include "core/connectors/signal/doubts.h"
#include "core/connectors/signal/frames.h"
#include "tests/connectors/signal/worded.h"
#include "tests/support/catch.h"

#include <QJsonArray>

using namespace comanda;
using namespace Qt::StringLiterals;
using signal::Answer;
using signal::Call;

namespace {

const QString kUs = u"+573001112233"_s;
const QString kAna = u"3f0c1c2e-1111-4222-8333-0123456789ab"_s;

Call sending() {
    return {u"send"_s, {{u"account"_s, kUs}, {u"message"_s, u"a"_s}}};
}

Answer answerOf(const QByteArray& json) {
    const auto object = parseObject(json);
    REQUIRE(object);
    const auto named = signal::readAnswer(*object);
    REQUIRE(named);
    CHECK(named->id == u"c7"_s);
    return named->answer;
}

QByteArray result(const QByteArray& results) {
    return R"({"jsonrpc":"2.0","id":"c7","result":{"timestamp":1790000004000,"results":[)" + results
           + "]}}";
}

QByteArray item(const QByteArray& type, const QByteArray& more = {}) {
    return R"({"recipientAddress":{"uuid":"x","number":null,"username":null},"type":")" + type + '"'
           + more + '}';
}

QByteArray error(int code, const QByteArray& message, const QByteArray& results = {}) {
    const QByteArray data =
        results.isEmpty()
            ? QByteArray()
            : R"(,"data":{"response":{"timestamp":1790000004999,"results":[)" + results + "]}}";
    return R"({"jsonrpc":"2.0","id":"c7","error":{"code":)" + QByteArray::number(code)
           + R"(,"message":")" + message + '"' + data + "}}";
}

QString ended(const Answer& answer, const Call& call = sending()) {
    return test::worded(signal::outcomeOf(answer, call));
}

} // namespace

TEST_CASE("What became of a send") {
    struct Case {
        QByteArray answer;
        const char* outcome;
    };
    const QByteArray ok = item("SUCCESS");
    const QByteArray token = R"(,"token":"1234-abcd")";
    const Case cases[]{
        {result(ok), "accepted +573001112233:1790000004000"},
        {result({}), "accepted +573001112233:1790000004000"}, // a note to ourselves
        {result(item("NETWORK_FAILURE") + ',' + ok), "accepted +573001112233:1790000004000"},
        {result(item("UNREGISTERED_FAILURE") + ',' + ok), "accepted +573001112233:1790000004000"},
        {result(item("UNREGISTERED_FAILURE")), "rejected signal.unregistered"},
        {R"({"jsonrpc":"2.0","id":"c7","result":{"results":[]}})", "unsure signal.unclear_answer"},
        {R"({"jsonrpc":"2.0","id":"c7","result":null})", "unsure signal.unclear_answer"},
        {error(-1, "Failed to send message", item("NETWORK_FAILURE")), "unsure signal.no_network"},
        {error(-1, "Failed to send message", item("NETWORK_FAILURE", token)),
         "rejected signal.captcha"},
        {error(-1, "Failed to send message", item("UNREGISTERED_FAILURE")),
         "rejected signal.unregistered"},
        {error(-1, "Failed to send message",
               item("UNREGISTERED_FAILURE") + ',' + item("NETWORK_FAILURE")),
         "unsure signal.no_network"},
        {error(-1, "Failed to send message", item("INVALID_PRE_KEY_FAILURE")),
         "rejected signal.keys_refused"},
        {error(-1, "Failed to send message", item("SOMETHING_NEW")), "unsure signal.no_network"},
        {error(-1, "Failed to send message"), "unsure signal.no_network"},
        {error(-1, "The user +57300 is not registered."), "rejected signal.unregistered"},
        {error(-1, "No message body given"), "rejected signal.refused"},
        {error(-3, "I/O"), "unsure signal.no_network"},
        {error(-4, "Untrusted Identity", item("IDENTITY_FAILURE")),
         "rejected signal.identity_changed"},
        {error(-4, "Untrusted Identity"), "rejected signal.identity_changed"},
        {error(-5, "Rate limit", item("RATE_LIMIT_FAILURE", R"(,"retryAfterSeconds":86400)")),
         "retry 86400000 signal.throttled"},
        {error(-5, "Rate limit", item("RATE_LIMIT_FAILURE")), "retry 300000 signal.throttled"},
        {error(-5, "Rate limit"), "retry 300000 signal.throttled"},
        {error(-5, "Rate limit", item("RATE_LIMIT_FAILURE", token)), "rejected signal.captcha"},
        {error(-6, "Captcha rejected"), "rejected signal.captcha_refused"},
        {error(-32603, "Failed to send message: x (IOException)"), "unsure signal.no_network"},
        {error(-32603, "[429] Rate limit exceeded: 429 (RateLimitException)"),
         "unsure signal.no_network"},
        {error(-32603, "CAPTCHA proof required for sending"), "rejected signal.captcha"},
        {error(-32603, "[403] Authorization failed! (AuthorizationFailedException)"),
         "sign in signal.not_linked"},
        {error(-32602, "Specified account does not exist"), "sign in signal.account_missing"},
        {error(-32602, "Method requires valid account parameter"),
         "sign in signal.account_missing"},
        {error(-32602, "Unknown parameter"), "rejected signal.refused"},
        {error(-32601, "Method not implemented"), "sign in signal.too_old"},
        {error(-32600, "Invalid Request"), "rejected signal.refused"},
        {error(-32700, "Parse error"), "rejected signal.refused"},
        {error(0, "?"), "unsure signal.no_network"},
    };
    for (const Case& one : cases) {
        CAPTURE(one.answer.toStdString());
        const Answer answer = answerOf(one.answer);
        CHECK(ended(answer).toStdString() == one.outcome);
    }
    const auto captcha =
        outcomeOf(answerOf(error(-5, "Rate limit", item("RATE_LIMIT_FAILURE", token))), sending());
    REQUIRE(std::holds_alternative<outcome::Rejected>(captcha));
    CHECK(std::get<outcome::Rejected>(captcha).detail == u"1234-abcd"_s);
}

TEST_CASE("What is not sure is tried again where doing it twice does no harm") {
    Call edit = sending();
    edit.params.insert(u"editTimestamp"_s, qint64(1790000001000));
    const Call deletion{u"remoteDelete"_s,
                        {{u"account"_s, kUs}, {u"targetTimestamp"_s, qint64(1790000001000)}}};
    for (const Call& call : {edit, deletion}) {
        const Answer failed = answerOf(error(-32603, "IOException"));
        CHECK(ended(failed, call) == u"retry 0 signal.no_network"_s);
        const Answer done = answerOf(result(item("SUCCESS")));
        CHECK(ended(done, call) == u"accepted +573001112233:1790000001000"_s);
    }
    const Answer none = signal::noAnswer(FailureClass::Timeout, true, u"signal.no_answer"_s);
    CHECK(ended(none) == u"unsure signal.no_answer"_s);
    CHECK(ended(none, deletion) == u"retry 0 signal.no_answer"_s);
    const Answer never = signal::noAnswer(FailureClass::Refused, false, u"signal.daemon_gone"_s);
    CHECK(ended(never) == u"retry 0 signal.daemon_gone"_s);
}

TEST_CASE("News is no answer") {
    CHECK_FALSE(signal::readAnswer({{u"method"_s, u"receive"_s}, {u"params"_s, QJsonObject()}}));
    CHECK_FALSE(signal::readAnswer({{u"envelope"_s, QJsonObject()}}));
    CHECK_FALSE(signal::readAnswer({{u"id"_s, u"c1"_s}}));
    CHECK(signal::readAnswer({{u"id"_s, 4}, {u"result"_s, QJsonArray()}})->id == u"4"_s);
}

TEST_CASE("Bytes are cut into lines and events wherever they come apart") {
    const QByteArray bytes = "{\"a\":1}\r\n\n{\"b\":2}\nrest";
    for (qsizetype cut = 0; cut < bytes.size(); ++cut) {
        signal::Lines lines;
        auto all = lines.feed(bytes.first(cut));
        for (const QByteArray& line : lines.feed(bytes.sliced(cut))) {
            all.push_back(line);
        }
        CHECK(all == std::vector<QByteArray>{"{\"a\":1}", "{\"b\":2}"});
    }
    const QByteArray stream =
        ":\n\nevent:receive\ndata:{\"a\":1}\n\n:\n\ndata: {\ndata: }\n\nid: 4\n\ndata:lost";
    for (qsizetype cut = 0; cut < stream.size(); ++cut) {
        signal::EventStream events;
        auto all = events.feed(stream.first(cut));
        for (const QByteArray& event : events.feed(stream.sliced(cut))) {
            all.push_back(event);
        }
        CHECK(all == std::vector<QByteArray>{"{\"a\":1}", "{\n}"});
    }
}

TEST_CASE("Of a line without end the beginning is kept, and what follows it is whole") {
    signal::Lines lines;
    std::vector<QByteArray> all;
    const QByteArray piece(1024 * 1024, 'x');
    for (int i = 0; i < 9; ++i) {
        for (const QByteArray& line : lines.feed(piece)) {
            all.push_back(line);
        }
    }
    for (const QByteArray& line : lines.feed("x\n{}\n")) {
        all.push_back(line);
    }
    REQUIRE(all.size() == 2);
    CHECK(all[0].size() == signal::kKeptOfTooLong);
    CHECK(all[1] == "{}");
}

TEST_CASE("A receipt from the same person for a message of that time settles a doubt") {
    const Time then = fromMillis(1790000004000);
    const auto receipt = [](qint64 millis, const QString& from) {
        Event event;
        event.kind = EventKind::Status;
        event.direction = Direction::Out;
        event.conversationKey = from;
        event.externalId = kUs + u':' + QString::number(millis);
        return event;
    };
    signal::Doubts doubts;
    const signal::Doubt doubt{u"c7"_s, sending(), u"ref"_s, kAna, {}, then, then + Millis(30'000)};
    doubts.add(doubt);
    const auto referenceOf = [&](Event event) {
        Events events{std::move(event)};
        doubts.read(events);
        return events.front().clientReference;
    };
    SECTION("of that time") {
        CHECK(referenceOf(receipt(1790000005000, u"another"_s)) == QString());
        CHECK(referenceOf(receipt(1790000000000, kAna)) == QString());
        CHECK(referenceOf(receipt(1790000040000, kAna)) == QString());
        CHECK(referenceOf(receipt(1790000005000, kAna)) == u"ref"_s);
        CHECK(referenceOf(receipt(1790000005001, kAna)) == QString()); // settled
    }
    SECTION("not if the message is known, from here or from the phone") {
        doubts.know(kUs + u":1790000005000"_s);
        Event phone = receipt(1790000005001, kAna);
        phone.kind = EventKind::Message;
        CHECK(referenceOf(phone) == QString());
        CHECK(referenceOf(receipt(1790000005000, kAna)) == QString());
        CHECK(referenceOf(receipt(1790000005001, kAna)) == QString());
    }
    SECTION("not if it could be either of two") {
        doubts.add({u"c8"_s, sending(), u"ref2"_s, kAna, {}, then, then + Millis(30'000)});
        CHECK(referenceOf(receipt(1790000005000, kAna)) == QString());
    }
    SECTION("by its name, where the daemon told it") {
        doubts.add({{}, sending(), u"ref3"_s, u"group"_s, kUs + u":5"_s, then, then});
        CHECK(referenceOf(receipt(5, kAna)) == u"ref3"_s);
    }
    SECTION("an answer that comes late") {
        const Answer done = answerOf(result(item("SUCCESS")));
        const Answer refused = answerOf(error(-1, "no"));
        CHECK_FALSE(doubts.settle(u"c8"_s, done));
        CHECK_FALSE(doubts.settle(u"c7"_s, refused));
        const auto event = doubts.settle(u"c7"_s, done);
        REQUIRE(event);
        CHECK(event->clientReference == u"ref"_s);
        CHECK(event->externalId == kUs + u":1790000004000"_s);
        CHECK(event->status == DeliveryStatus::Sent);
    }
}
