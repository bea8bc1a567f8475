// How the account stands, told in passing: a light's notice, a number that has left us, and the
// conversations that a number on the phone's app brings once.
#include "app/practice/whatsapp_simulator.h"
#include "core/connectors/whatsapp/standing.h"
#include "tests/connectors/whatsapp/channel.h"
#include "tests/connectors/whatsapp/scripted_server.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace comanda;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using practice::WhatsAppOptions;
using practice::WhatsAppSimulator;
using test::kNumber;
using test::ScriptedRequest;
using test::waitUntil;
using whatsapp::News;

namespace {

const QString kAccount = QStringLiteral("102000000000001");

QByteArray change(const QByteArray& field, const QByteArray& value,
                  const QByteArray& entry = "102000000000001") {
    return "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"" + entry
           + "\",\"time\":1760000000,\"changes\":[{\"field\":\"" + field + "\",\"value\":" + value
           + "}]}]}";
}

News news(const QByteArray& field, const QByteArray& value) {
    return whatsapp::newsIn(change(field, value), kAccount, u"15550001111"_s, kNumber);
}

struct Shop {
    explicit Shop(const std::function<void(WhatsAppOptions&)>& set = {})
        : sim([&] {
              WhatsAppOptions options;
              options.second = 5ms;
              options.seed = 7;
              options.hooks.firstRetry = 5ms;
              if (set) {
                  set(options);
              }
              return options;
          }()),
          channel(sim.baseUrl(), sim.options().accessToken,
                  {{u"waba_id"_s, sim.options().businessAccount}}) {
        channel.proof = QByteArray();
        sim.setHook(hook.url());
        practice::WhatsAppCustomer ana;
        ana.waId = u"573001112233"_s;
        ana.name = u"Ana"_s;
        sim.addCustomer(ana);
        channel.connector->start({});
    }
    [[nodiscard]] std::optional<QString> notice() const { // the last one about the account
        std::optional<QString> last;
        for (const connect::Observation& seen : channel.reports) {
            if (seen.notice == u"account") {
                last = seen.id;
            }
        }
        return last;
    }
    [[nodiscard]] QString history() const { return channel.facts.value(u"history"_s).toString(); }

    WhatsAppSimulator sim;
    test::Channel channel;
    test::ScriptedServer hook{[this](const ScriptedRequest& request) {
        channel.connector->deliver({request.body, u"webhook"_s, channel.clock.now()},
                                   [](const Result<>&) {});
        return test::ScriptedAnswer();
    }};
};

} // namespace

TEST_CASE("what the platform tells of the account is understood, of another one left alone") {
    const auto note = [](const QByteArray& field, const QByteArray& value) {
        return news(field, value).note.value_or(u"-"_s);
    };
    CHECK(note("account_update", R"({"event":"ACCOUNT_RESTRICTION","restriction_info":[]})")
          == u"whatsapp.account_restricted");
    CHECK(note("account_update", R"({"event":"ACCOUNT_VIOLATION"})")
          == u"whatsapp.account_violation");
    CHECK(
        note("account_update",
             R"({"event":"DISABLED_UPDATE","ban_info":{"waba_ban_state":"SCHEDULE_FOR_DISABLE"}})")
        == u"whatsapp.account_to_end");
    CHECK(note("account_update",
               R"({"event":"DISABLED_UPDATE","ban_info":{"waba_ban_state":"REINSTATE"}})")
          == u"");
    CHECK(note("account_alerts", R"({"alert_severity":"CRITICAL","alert_status":"ACTIVE"})")
          == u"whatsapp.account_alert");
    CHECK(note("account_alerts", R"({"alert_severity":"INFORMATIONAL"})") == u"-");
    CHECK(note("phone_number_quality_update",
               R"({"display_phone_number":"+1 555 000-1111","event":"FLAGGED"})")
          == u"whatsapp.quality_low");
    CHECK(note("phone_number_quality_update",
               R"({"display_phone_number":"15550002222","event":"FLAGGED"})")
          == u"-");
    CHECK(note("phone_number_quality_update", R"({"event":"DOWNGRADE"})")
          == u"whatsapp.limit_lowered");
    CHECK(news("account_update", R"({"event":"PARTNER_REMOVED"})").connected == false);
    CHECK(news("account_update", R"({"event":"ACCOUNT_RECONNECTED"})").connected == true);
    CHECK(news("message_template_status_update", "{}").templates);
    CHECK(news("template_category_update", "{}").templates);
    CHECK(news("account_update", R"({"event":"MADE_LATER"})") == News());
    CHECK(whatsapp::newsIn(change("account_update", R"({"event":"ACCOUNT_DELETED"})", "999"),
                           kAccount, {}, kNumber)
          == News());
    for (const QByteArray& odd : {QByteArray("["), QByteArray("{}"), change("account_update", "3"),
                                  change("history", R"({"history":[null,3,{"errors":"x"}]})")}) {
        CHECK(whatsapp::newsIn(odd, kAccount, {}, kNumber) == News());
    }
}

TEST_CASE("how much of the older chats has come is told") {
    const auto state = [](const QByteArray& chunk) {
        return news("history", "{\"metadata\":{\"phone_number_id\":\"106000000000001\"},"
                               "\"history\":["
                                   + chunk + "]}")
            .history.value_or(u"-"_s);
    };
    CHECK(state(R"({"metadata":{"phase":0,"chunk_order":1,"progress":55},"threads":[]})") == u"55");
    CHECK(state(R"({"metadata":{"progress":"100"}})") == u"done");
    CHECK(state(R"({"errors":[{"code":2593109}]})") == u"declined");
    CHECK(whatsapp::newsIn(change("history", R"({"metadata":{"phone_number_id":"7"},
              "history":[{"metadata":{"progress":5}}]})"),
                           kAccount, {}, kNumber)
          == News());
}

TEST_CASE("a warning about the account stands on its light until it is taken back") {
    Shop shop;
    REQUIRE(waitUntil([&] { return shop.notice() == u""_s; })); // the first look: nothing
    shop.sim.pushChange(u"phone_number_quality_update"_s,
                        {{u"display_phone_number"_s, shop.sim.options().displayNumber},
                         {u"event"_s, u"FLAGGED"_s},
                         {u"current_limit"_s, u"TIER_250"_s}});
    CHECK(waitUntil([&] { return shop.notice() == u"whatsapp.quality_low"_s; }));
    shop.sim.pushChange(u"phone_number_quality_update"_s, {{u"event"_s, u"UNFLAGGED"_s}});
    CHECK(waitUntil([&] { return shop.notice() == u""_s; }));
}

TEST_CASE("a number that left us needs a new sign-in, until it is back") {
    Shop shop;
    REQUIRE(waitUntil([&] { return !shop.channel.facts.isEmpty(); }));
    shop.sim.pushChange(u"account_update"_s, {{u"event"_s, u"PARTNER_REMOVED"_s}});
    const auto left = [&] {
        return std::any_of(shop.channel.reports.begin(), shop.channel.reports.end(),
                           [](const connect::Observation& seen) {
                               return seen.id == u"whatsapp.disconnected"
                                      && seen.failure == FailureClass::Auth;
                           });
    };
    CHECK(waitUntil(left));
    CHECK(waitUntil([&] { return shop.channel.facts.value(u"disconnected"_s).toBool(); }));
    (void)shop.sim.writeText(u"573001112233"_s, u"hola"_s); // it has us again
    CHECK(waitUntil([&] { return !shop.channel.facts.contains(u"disconnected"_s); }));
}

TEST_CASE("a number on the phone's app brings its older chats once, as old ones") {
    Shop shop([](WhatsAppOptions& options) { options.onBizApp = true; });
    CHECK(waitUntil([&] { return shop.history() == u"done"; }));
    int old = 0;
    for (const Event& event : shop.channel.events) {
        if (event.text == u"mensaje antiguo") {
            CHECK(event.history);
            ++old;
        }
    }
    CHECK(old == 2); // one of each side
    // A restart knows how it went, and asks for nothing.
    const int asked = shop.sim.posts();
    test::Channel again(shop.sim.baseUrl(), shop.sim.options().accessToken,
                        {{u"facts"_s, shop.channel.facts}});
    again.proof = QByteArray();
    again.connector->start({});
    REQUIRE(waitUntil([&] { return !again.facts.isEmpty(); }));
    CHECK(again.facts.value(u"history"_s).toString() == u"done");
    CHECK(shop.sim.posts() == asked);
    // Another program finds that they were brought.
    test::Channel other(shop.sim.baseUrl(), shop.sim.options().accessToken);
    other.proof = QByteArray();
    other.connector->start({});
    CHECK(waitUntil([&] { return other.facts.value(u"history"_s).toString() == u"used"; }));
}

TEST_CASE("an owner who keeps the older chats is heard, and others are not asked") {
    Shop declined([](WhatsAppOptions& options) {
        options.onBizApp = true;
        options.historyDeclined = true;
    });
    CHECK(waitUntil([&] { return declined.history() == u"declined"; }));
    Shop cloudOnly;
    REQUIRE(waitUntil([&] { return !cloudOnly.channel.facts.isEmpty(); }));
    CHECK(cloudOnly.history().isEmpty());
}

TEST_CASE("a number that was asked for is the customer's own") {
    Shop shop;
    practice::WhatsAppCustomer luz;
    luz.waId = u"573005556677"_s;
    luz.bsuid = u"CO.4400000000000000099"_s;
    luz.name = u"Luz"_s;
    luz.number = practice::WhatsAppCustomer::Number::Absent;
    shop.sim.addCustomer(luz);
    const auto phoneOf = [&](const QString& id) {
        const Event* found = nullptr;
        REQUIRE(waitUntil([&] {
            for (const Event& event : shop.channel.events) {
                found = event.externalId == id ? &event : found;
            }
            return found != nullptr;
        }));
        return found->ids.value(u"phone"_s);
    };
    CHECK(phoneOf(shop.sim.sendContact(luz.bsuid, u"Mi primo"_s, u"+57 300 999 0000"_s)).isEmpty());
    CHECK(phoneOf(shop.sim.shareNumber(luz.bsuid)) == luz.waId);
}
