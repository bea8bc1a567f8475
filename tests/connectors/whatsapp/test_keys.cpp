// When the access key ends, who is asked about it, and switching the messages on; against the
// simulator.
#include "app/practice/whatsapp_simulator.h"
#include "core/connectors/graph/token.h"
#include "core/domain/key_end.h"
#include "tests/connectors/whatsapp/channel.h"

using namespace comanda;
using namespace comanda::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using practice::WhatsAppOptions;
using practice::WhatsAppSimulator;

namespace {

WhatsAppOptions endingIn(Millis left) {
    WhatsAppOptions options;
    options.tokenEnds = toMillis(SystemClock().now() + left) / 1000;
    return options;
}

// Of the simulated number; `account`: knows whose it is.
struct Number : Channel {
    explicit Number(const WhatsAppSimulator& cloud, bool account = true)
        : Channel(cloud.baseUrl(), cloud.options().accessToken,
                  account ? QJsonObject{{u"waba_id"_s, cloud.options().businessAccount}}
                          : QJsonObject()) {
        proof = QByteArray();
    }
};

AccountCheck checked(Channel& channel) {
    std::optional<Result<AccountCheck>> result;
    channel.connector->check([&](const Result<AccountCheck>& came) { result = came; });
    REQUIRE(waitUntil([&] { return result.has_value(); }));
    REQUIRE(*result);
    return **result;
}

const connect::Observation* noticeIn(const Channel& channel) {
    const auto found = std::find_if(channel.reports.begin(), channel.reports.end(),
                                    [](const auto& seen) { return seen.notice == u"key"; });
    return found == channel.reports.end() ? nullptr : &*found;
}

Result<> subscribed(Channel& channel) {
    std::optional<Result<>> result;
    channel.connector->subscribe([&](const Result<>& came) { result = came; });
    REQUIRE(waitUntil([&] { return result.has_value(); }));
    return *result;
}

} // namespace

TEST_CASE("The end of the key is learnt, and warned of on the light") {
    struct Row {
        Millis left;
        QString warning;
    };
    const Row row = GENERATE(Row{20 * 24h, {}}, Row{10 * 24h, u"meta.key_ends_14"_s},
                             Row{30h, u"meta.key_ends_2"_s});
    const WhatsAppSimulator cloud(endingIn(row.left));
    Number channel(cloud);
    channel.connector->start(std::nullopt);
    REQUIRE(waitUntil([&] { return noticeIn(channel) != nullptr; }));
    CHECK(noticeIn(channel)->id == row.warning);
    CHECK_FALSE(noticeIn(channel)->failure);
    const KeyEnd end = keyEndIn(channel.facts);
    CHECK(end.life == KeyLife::Ending);
    CHECK(end.ends == fromMillis(cloud.options().tokenEnds * 1000));
    CHECK_FALSE(end.mark.isEmpty());
    CHECK(checked(channel).warnings
          == (row.warning.isEmpty() ? QStringList() : QStringList{row.warning}));
}

TEST_CASE("A key that has ended needs a new sign-in") {
    const WhatsAppSimulator cloud(endingIn(-1h));
    Number channel(cloud);
    channel.connector->start(std::nullopt);
    CHECK(waitUntil(
        [&] { return channel.reported(connect::CallKind::Account, FailureClass::Auth); }));
}

TEST_CASE("A key that does not end is said to last") {
    const WhatsAppSimulator cloud;
    Number channel(cloud);
    const AccountCheck check = checked(channel);
    CHECK(keyEndIn(check.facts).life == KeyLife::Lasting);
    CHECK(check.warnings.isEmpty());
}

TEST_CASE("Whoever has the app secret is asked about the key, else the key about itself") {
    const WhatsAppSimulator cloud(endingIn(30 * 24h));
    graph::TokenLife::Of of;
    of.endpoint = {cloud.baseUrl(), u"v25.0"_s};
    SystemClock clock;
    int elsewhere = 0;
    Result<QJsonObject> answer = fail(ErrorKind::NotFound, u"mailbox.none"_s);
    Secret appSecret;
    connect::Host host;
    host.clock = &clock;
    host.secret = [&](const QString& key) {
        return key == u"access_token" ? Secret(cloud.options().accessToken)
               : key == u"app_secret" ? appSecret
                                      : Secret();
    };
    host.askAboutToken = [&](const Secret& token, const connect::Asked& done) {
        CHECK(token == Secret(cloud.options().accessToken));
        ++elsewhere;
        done(answer);
    };
    const auto ask = [&] {
        graph::Caller caller(of.endpoint, u"access_token"_s, host);
        graph::TokenLife life(caller, of, host);
        bool asked = false;
        life.ask([&] { asked = true; });
        REQUIRE(waitUntil([&] { return asked; }));
        return life.end();
    };
    const Time end = fromMillis(cloud.options().tokenEnds * 1000);
    CHECK(ask().ends == end); // of itself
    CHECK(elsewhere == 1);
    answer = QJsonObject{{u"data"_s, QJsonObject{{u"is_valid"_s, true}, {u"expires_at"_s, 0}}}};
    CHECK(ask().life == KeyLife::Lasting); // as the mailbox says
    CHECK(elsewhere == 2);
    of.appId = cloud.options().appId;
    appSecret = Secret(cloud.options().appSecret);
    CHECK(ask().ends == end); // by the app's own key
    CHECK(elsewhere == 2);

    // What was known holds for the same key only.
    of.known = ask();
    of.appId.clear();
    appSecret = {};
    answer = fail(ErrorKind::Network, u"mailbox.unreachable"_s);
    graph::Caller caller(of.endpoint, u"access_token"_s, host);
    CHECK(graph::TokenLife(caller, of, host).end() == of.known);
    of.known.mark = u"another's"_s;
    CHECK_FALSE(graph::TokenLife(caller, of, host).end().ends);
}

TEST_CASE("The account's messages are switched on") {
    WhatsAppOptions options;
    options.subscribed = false;
    const WhatsAppSimulator cloud(options);
    Number channel(cloud);
    CHECK(checked(channel).warnings == QStringList{u"whatsapp.not_subscribed"_s});
    CHECK(subscribed(channel));
    CHECK(checked(channel).warnings.isEmpty());

    Number nameless(cloud, false);
    CHECK(checked(nameless).warnings == QStringList{u"whatsapp.no_account_id"_s});
    CHECK(subscribed(nameless).error().id == u"whatsapp.no_account_id");
}
