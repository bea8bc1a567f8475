#include "core/base/overloaded.h"
#include "core/connectors/telegram/answers.h"
#include "tests/support/catch.h"

using namespace comanda;
using namespace Qt::StringLiterals;
using telegram::ApiAnswer;
using telegram::ApiCall;

namespace {

ApiCall call(const QString& method = u"sendMessage"_s) {
    ApiCall made;
    made.method = method;
    made.parameters = {{u"chat_id"_s, 5}, {u"message_id"_s, 77}};
    return made;
}

net::HttpResult http(int status, const QByteArray& body) {
    net::HttpReply reply;
    reply.status = status;
    reply.body = body;
    return reply;
}

net::HttpResult refused(int code, const QByteArray& description, const QByteArray& more = {}) {
    return http(code, R"({"ok":false,"error_code":)" + QByteArray::number(code)
                          + R"(,"description":")" + description + '"' + more + '}');
}

net::HttpResult broken(FailureClass failure, bool mayHaveArrived) {
    net::HttpFailure result;
    result.failure = failure;
    result.mayHaveArrived = mayHaveArrived;
    return tl::unexpected<net::HttpFailure>(result);
}

QString shown(const SendOutcome& outcome) {
    return std::visit(
        Overloaded{[](const outcome::Accepted& o) { return u"accepted "_s + o.externalId; },
                   [](const outcome::RetryAfter& o) {
                       return u"retry %1 %2"_s.arg(o.wait.count()).arg(o.why);
                   },
                   [](const outcome::WindowClosed& o) { return u"window "_s + o.rule; },
                   [](const outcome::NeedsSignIn& o) { return u"sign-in "_s + o.why; },
                   [](const outcome::Rejected& o) { return u"rejected "_s + o.why; },
                   [](const outcome::Unsure& o) { return u"unsure "_s + o.why; }},
        outcome);
}

const QByteArray kHtml = "<html><head><title>502 Bad Gateway</title></head></html>";

} // namespace

TEST_CASE("What an answer means for a send") {
    struct Row {
        net::HttpResult http;
        const char* outcome;
    };
    const std::vector<Row> rows{
        {http(200, R"({"ok":true,"result":{"message_id":9007199254740993}})"),
         "accepted 9007199254740993"},
        {http(200, R"({"ok":true,"result":[{"message_id":4},{"message_id":5}]})"), "accepted 4"},
        {http(200, R"({"ok":true,"result":true})"), "accepted 77"},
        {refused(429, "Too Many Requests: retry after 17", R"(,"parameters":{"retry_after":17})"),
         "retry 17500 telegram.throttled"},
        {refused(429, "Too Many Requests"), "retry 1000 telegram.throttled"},
        {refused(429, "x", R"(,"parameters":{"retry_after":99999999999})"),
         "retry 86400500 telegram.throttled"},
        {refused(400, "Bad Request: chat not found"), "rejected telegram.chat_not_found"},
        {refused(400, "Bad Request: message text is empty"), "rejected telegram.empty"},
        {refused(400, "Bad Request: message is too long"), "rejected telegram.text_too_long"},
        {refused(400, "Bad Request: can't parse entities: x"), "rejected telegram.refused"},
        {refused(400, "Bad Request: BUTTON_DATA_INVALID"), "rejected telegram.refused"},
        {refused(400, "Bad Request: message is not modified: x"), "accepted 77"},
        {refused(400, "Bad Request: message to edit not found"), "rejected telegram.cannot_edit"},
        {refused(400, "Bad Request: message can't be deleted"), "rejected telegram.cannot_delete"},
        {refused(400, "Bad Request: file is too big"), "rejected media.too_large"},
        {refused(400, "Bad Request: wrong file identifier/HTTP URL specified"),
         "rejected telegram.file_refused"},
        {refused(400, "Bad Request: BUSINESS_PEER_INVALID"),
         "rejected telegram.business_not_connected"},
        {refused(400, "Bad Request: BUSINESS_PEER_USAGE_MISSING"),
         "window telegram.business_window"},
        {refused(400, "Bad Request: business connection not found"),
         "rejected telegram.business_not_connected"},
        {refused(400, "Logged out"), "sign-in telegram.logged_out"},
        {refused(400, "FROZEN_METHOD_INVALID"), "rejected telegram.frozen"},
        {refused(400, "Bad Request: something of 2031"), "rejected telegram.refused"},
        {refused(401, "Unauthorized"), "sign-in telegram.bad_token"},
        {refused(401, "Unauthorized: bot was kicked from a chat"),
         "rejected telegram.not_in_group"},
        {refused(401, "Unauthorized: bot can't initiate conversation with a user"),
         "window telegram.not_started"},
        {refused(403, "Forbidden: bot was blocked by the user"), "rejected telegram.blocked"},
        {refused(403, "Forbidden: user is deactivated"), "rejected telegram.deactivated"},
        {refused(403, "Forbidden: bot can't initiate conversation with a user"),
         "window telegram.not_started"},
        {refused(403, "Forbidden: bot was kicked from the supergroup chat"),
         "rejected telegram.not_in_group"},
        {refused(403, "Forbidden: bot is not a member of the channel chat"),
         "rejected telegram.not_in_group"},
        {refused(404, "Not Found"), "sign-in telegram.bad_token"},
        {refused(404, "Not Found: method not found"), "rejected telegram.refused"},
        {refused(409, "Conflict: x"), "retry 5000 telegram.conflict"},
        {refused(421, "Misdirected Request: unallowed token specified"),
         "sign-in telegram.wrong_server"},
        {refused(500, "Internal Server Error: restart"), "unsure telegram.outage"},
        {http(502, kHtml), "unsure telegram.outage"},
        {http(401, kHtml), "unsure telegram.outage"}, // never "bad token"
        {http(404, kHtml), "unsure telegram.outage"},
        {http(200, kHtml), "unsure telegram.outage"},
        {http(200, "{}"), "unsure telegram.outage"},
        {http(200, R"({"ok":"true"})"), "unsure telegram.outage"},
        {http(200, ""), "unsure telegram.outage"},
        {http(413, kHtml), "rejected media.too_large"},
        {broken(FailureClass::Dns, false), "retry 0 net.dns"},
        {broken(FailureClass::Refused, false), "retry 0 net.refused"},
        {broken(FailureClass::Tls, false), "retry 0 net.tls"},
        {broken(FailureClass::Timeout, false), "retry 0 net.timeout"},
        {broken(FailureClass::Timeout, true), "unsure telegram.no_answer"},
        {broken(FailureClass::Protocol, true), "unsure telegram.no_answer"}};
    for (const Row& row : rows) {
        const ApiAnswer answer = telegram::readAnswer(row.http);
        CAPTURE(answer.code, answer.description);
        CHECK(shown(telegram::outcomeOf(answer, call())) == QString::fromLatin1(row.outcome));
        CHECK(answer.failure.has_value() == !answer.ok());
    }
}

TEST_CASE("A call that may be repeated is never unsure") {
    for (const QString& method :
         {u"editMessageText"_s, u"deleteMessage"_s, u"setMessageReaction"_s}) {
        CHECK(shown(telegram::outcomeOf(telegram::readAnswer(http(502, kHtml)), call(method)))
              == u"retry 0 telegram.outage"_s);
        CHECK(shown(telegram::outcomeOf(telegram::readAnswer(broken(FailureClass::Timeout, true)),
                                        call(method)))
              == u"retry 0 telegram.no_answer"_s);
    }
}

TEST_CASE("A call is mended where the answer says how") {
    ApiCall reply = call();
    reply.parameters.insert(u"reply_parameters"_s, QJsonObject{{u"message_id"_s, 3}});
    const ApiAnswer gone =
        telegram::readAnswer(refused(400, "Bad Request: message to be replied not found"));
    REQUIRE(telegram::repaired(gone, reply));
    CHECK(*telegram::repaired(gone, reply) == call());
    CHECK_FALSE(telegram::repaired(gone, call()));

    const ApiAnswer moved = telegram::readAnswer(
        refused(400, "Bad Request: group chat was upgraded to a supergroup chat",
                R"(,"parameters":{"migrate_to_chat_id":-1001987654321})"));
    REQUIRE(telegram::repaired(moved, call()));
    CHECK(telegram::repaired(moved, call())->parameters.value("chat_id"_L1).toInteger()
          == -1001987654321);
    CHECK_FALSE(telegram::repaired(moved, *telegram::repaired(moved, call())));
    CHECK_FALSE(telegram::repaired(telegram::readAnswer(refused(400, "Bad Request: x")), reply));
    CHECK_FALSE(telegram::repaired(telegram::readAnswer(http(502, kHtml)), reply));
}

TEST_CASE("The class of a failure, and no token in its text") {
    const auto failure = [](const net::HttpResult& result) {
        return *telegram::readAnswer(result).failure;
    };
    CHECK(failure(refused(401, "Unauthorized")) == FailureClass::Auth);
    CHECK(failure(refused(429, "x")) == FailureClass::Throttled);
    CHECK(failure(refused(500, "x")) == FailureClass::Http5xx);
    CHECK(failure(refused(400, "x")) == FailureClass::Protocol);
    CHECK(failure(http(503, kHtml)) == FailureClass::Http5xx);
    CHECK(failure(http(401, kHtml)) == FailureClass::Protocol);
    CHECK(failure(broken(FailureClass::Tls, false)) == FailureClass::Tls);
    CHECK_FALSE(telegram::readAnswer(refused(400, "see https://x/bot1:topsecret/y"))
                    .description.contains(u"topsecret"_s));
    CHECK(telegram::readAnswer(http(502, QByteArray(5000, 'h'))).description.size() < 300);
    CHECK(telegram::errorOf(telegram::readAnswer(refused(401, "Unauthorized"))).kind
          == ErrorKind::Auth);
    CHECK(telegram::errorOf(telegram::readAnswer(http(401, kHtml))).kind == ErrorKind::Network);
}
