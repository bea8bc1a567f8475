// What an answer means: the error table, outcomes of a send, quota headers, health.
#include "core/connectors/graph/answers.h"
#include "core/connectors/graph/usage.h"
#include "core/connectors/whatsapp/account.h"
#include "tests/support/catch.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace comanda;
using namespace comanda::whatsapp;
using comanda::graph::observe;
using comanda::graph::readAnswer;
using comanda::graph::uploadFailed;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const Time kNow = fromMillis(1'773'500'000'000);

net::HttpResult answer(int status, const QByteArray& body,
                       std::vector<std::pair<QByteArray, QByteArray>> headers = {}) {
    net::HttpReply reply;
    reply.status = status;
    reply.body = body;
    reply.headers = std::move(headers);
    return reply;
}

net::HttpResult failure(FailureClass why, bool mayHaveArrived) {
    net::HttpFailure failed;
    failed.failure = why;
    failed.mayHaveArrived = mayHaveArrived;
    return tl::unexpected<net::HttpFailure>(failed);
}

QByteArray error(qint64 code, qint64 subcode = 0, const char* more = "") {
    return "{\"error\":{\"message\":\"m\",\"type\":\"OAuthException\",\"code\":"
           + QByteArray::number(code)
           + (subcode != 0 ? ",\"error_subcode\":" + QByteArray::number(subcode) : QByteArray())
           + more + "}}";
}

SendOutcome sent(const net::HttpResult& result, int pairRefusals = 0) {
    return graph::readSendAnswer(
        result,
        [](const QJsonObject& answer) {
            return answer.value(u"messages"_s)
                .toArray()
                .first()
                .toObject()
                .value(u"id"_s)
                .toString();
        },
        pairRefusals, kNow);
}

} // namespace

TEST_CASE("a send is accepted only with an id") {
    const QByteArray good =
        R"({"messaging_product":"whatsapp","contacts":[{"wa_id":"1"}],"messages":[{"id":"wamid.OUT1"}]})";
    CHECK(sent(answer(200, good)) == SendOutcome(outcome::Accepted{u"wamid.OUT1"_s}));
    const std::vector<std::pair<int, QByteArray>> unclear{
        {200, ""},
        {200, "<html>"},
        {200, "{}"},
        {200, "{\"messages\":[]}"},
        {200, "{\"success\":true}"},
        {200, "[1]"},
        {502, "<html>Bad gateway</html>"},
        {500, ""},
        {503, "{}"},
        {404, "<html>"},
        {302, ""},
        {500, error(424242)},
        {200, error(1, 1357046)},
    };
    for (const auto& [status, body] : unclear) {
        CAPTURE(status, body);
        CHECK(std::holds_alternative<outcome::Unsure>(sent(answer(status, body))));
    }
}

TEST_CASE("a send that never left may be repeated, one that may have left may not") {
    CHECK(sent(failure(FailureClass::Refused, false))
          == SendOutcome(outcome::RetryAfter{Millis(0), u"net.refused"_s, false}));
    for (const FailureClass why :
         {FailureClass::Timeout, FailureClass::Protocol, FailureClass::Tls}) {
        CHECK(sent(failure(why, true)) == SendOutcome(outcome::Unsure{u"send.no_answer"_s}));
    }
}

TEST_CASE("error codes become outcomes, also under status 200") {
    for (const int status : {200, 400}) {
        CAPTURE(status);
        CHECK(sent(answer(status, error(131047)))
              == SendOutcome(outcome::WindowClosed{u"whatsapp.24h"_s}));
        CHECK(sent(answer(status, error(190, 460)))
              == SendOutcome(outcome::NeedsSignIn{u"graph.token_invalid"_s}));
        CHECK(sent(answer(status, error(0)))
              == SendOutcome(outcome::NeedsSignIn{u"graph.token_invalid"_s}));
        CHECK(sent(answer(status, error(130429)))
              == SendOutcome(outcome::RetryAfter{3s, u"graph.throttled"_s, true}));
        CHECK(sent(answer(status, error(131016)))
              == SendOutcome(outcome::RetryAfter{5s, u"graph.platform_trouble"_s, false}));
        CHECK(sent(answer(status, error(131026, 0, ",\"error_data\":{\"details\":\"no app\"}")))
              == SendOutcome(outcome::Rejected{u"whatsapp.undeliverable"_s, u"131026: no app"_s}));
        CHECK(sent(answer(status, error(100, 33)))
              == SendOutcome(outcome::NeedsSignIn{u"graph.object_missing"_s}));
    }
    CHECK(sent(answer(400, R"({"error":{"message":"no code"}})"))
          == SendOutcome(outcome::Rejected{u"graph.refused"_s, u"-1: no code"_s}));
    CHECK(sent(answer(400, R"({"error":"in a word"})"))
          == SendOutcome(outcome::Rejected{u"graph.refused"_s, u"-1: in a word"_s}));
}

TEST_CASE("the pair limit waits four times longer each time, for this person only") {
    const Millis expected[]{1s, 4s, 16s, 64s, 256s, 1024s, 1024s};
    for (int refusals = 0; refusals < 7; ++refusals) {
        CHECK(sent(answer(400, error(131056)), refusals)
              == SendOutcome(
                  outcome::RetryAfter{expected[refusals], u"whatsapp.pair_limit"_s, false}));
    }
}

TEST_CASE("servers may send us away, but not for ever") {
    struct Row {
        QByteArray header;
        std::optional<Millis> wait;
    };
    const std::vector<Row> rows{
        {"7", 7s},
        {"0.5", 500ms},
        {"-5", 0s},
        {"31536000", 1h},
        {"nan", std::nullopt},
        {"inf", std::nullopt},
        {"soon", std::nullopt},
        {"", std::nullopt},
        {"Sat, 14 Mar 2026 14:55:20 GMT", 2min},
        {"Sat, 14 Mar 2020 14:55:20 GMT", 0s},
        {"Sat, 14 Mar 2099 14:55:20 GMT", 1h},
    };
    for (const Row& row : rows) {
        CAPTURE(row.header);
        const net::HttpResult busy = answer(503, "<html>", {{"retry-after", row.header}});
        CHECK(graph::retryAfterIn(*busy, kNow) == row.wait);
        const SendOutcome outcome = sent(busy);
        if (row.wait) {
            CHECK(
                outcome
                == SendOutcome(outcome::RetryAfter{*row.wait, u"graph.platform_trouble"_s, true}));
        } else {
            CHECK(std::holds_alternative<outcome::Unsure>(outcome));
        }
    }
    CHECK(sent(answer(429, "<html>", {{"retry-after", "120"}}))
          == SendOutcome(outcome::RetryAfter{120s, u"graph.throttled"_s, true}));
    CHECK(sent(answer(429, ""))
          == SendOutcome(outcome::RetryAfter{60s, u"graph.throttled"_s, true}));
}

TEST_CASE("quota headers are read where they are there") {
    const auto usage = graph::usageIn(*answer(
        200, "{}",
        {{"x-app-usage", R"({"call_count":28,"total_time":25,"total_cputime":31})"},
         {"x-business-use-case-usage",
          R"({"102":[{"type":"whatsapp","call_count":95,"estimated_time_to_regain_access":5}],"9":7})"}}));
    REQUIRE(usage.has_value());
    CHECK(usage->percent == 95);
    CHECK(usage->regain == 5min);
    CHECK_FALSE(graph::usageIn(*answer(200, "{}")).has_value());
    CHECK_FALSE(graph::usageIn(*answer(200, "{}", {{"x-app-usage", "[]"}})).has_value());
    CHECK(sent(answer(400, error(80007),
                      {{"x-business-use-case-usage",
                        R"({"102":[{"estimated_time_to_regain_access":600}]})"}}))
          == SendOutcome(outcome::RetryAfter{1h, u"graph.throttled"_s, true}));
}

TEST_CASE("an upload that failed sent nothing") {
    const auto after = [](const net::HttpResult& result) {
        return uploadFailed(readAnswer(result, kNow).error());
    };
    CHECK(std::holds_alternative<outcome::RetryAfter>(after(failure(FailureClass::Timeout, true))));
    CHECK(std::holds_alternative<outcome::RetryAfter>(after(answer(502, "<html>"))));
    CHECK(std::holds_alternative<outcome::NeedsSignIn>(after(answer(401, error(190)))));
    CHECK(std::holds_alternative<outcome::Rejected>(after(answer(400, error(131053)))));
    CHECK(after(answer(400, error(130429)))
          == SendOutcome(outcome::RetryAfter{3s, u"graph.throttled"_s, true}));
}

TEST_CASE("health learns the class of a failure, not of a refusal") {
    using connect::CallKind;
    const auto seen = [](CallKind call, const net::HttpResult& result) {
        return observe(call, result).value().failure;
    };
    CHECK(seen(CallKind::Account, answer(200, "{\"id\":\"1\"}")) == std::nullopt);
    CHECK(seen(CallKind::Send, answer(400, error(131047))) == std::nullopt);
    CHECK(seen(CallKind::Send, answer(401, error(190))) == FailureClass::Auth);
    CHECK(seen(CallKind::Account, answer(400, error(100, 33))) == FailureClass::Auth);
    CHECK(seen(CallKind::Media, answer(400, error(100, 33))) == std::nullopt);
    CHECK(seen(CallKind::Send, answer(429, "")) == FailureClass::Throttled);
    CHECK(seen(CallKind::Send, answer(503, "<html>")) == FailureClass::Http5xx);
    CHECK(seen(CallKind::Send, answer(200, "<html>")) == FailureClass::Protocol);
    CHECK(seen(CallKind::Send, failure(FailureClass::Dns, false)) == FailureClass::Dns);
}

TEST_CASE("the number's facts and warnings are read") {
    const QJsonObject node =
        QJsonDocument::fromJson(
            R"({"id":"106","display_phone_number":"+1 555-000-1111","verified_name":"Fonda",)"
            R"("quality_rating":"RED","is_on_biz_app":true,"health_status":{"can_send_message":"LIMITED"}})")
            .object();
    const AccountCheck check = readAccount(node, u"106"_s);
    CHECK(check.account == u"106"_s);
    CHECK(check.name == u"Fonda"_s);
    CHECK(check.facts.value(u"link_name"_s).toString() == u"15550001111"_s);
    CHECK(check.warnings
          == QStringList{u"whatsapp.on_biz_app"_s, u"whatsapp.quality_low"_s,
                         u"whatsapp.sending_limited"_s});
    CHECK(readAccount({}, u"106"_s).warnings.isEmpty());
    CHECK_FALSE(isSubscribed(QJsonObject{{u"data"_s, QJsonArray()}}));
}
