#include "core/hub/light_rules.h"
#include "core/hub/return_watch.h"
#include "tests/support/catch.h"

using namespace comanda;
using namespace comanda::hub;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using connect::CallKind;
using connect::Observation;

namespace {

const Time kStart = fromMillis(1'700'000'000'000);

struct Seen {
    Millis at;
    CallKind call;
    std::optional<FailureClass> failure;
    QString id = {};
};

ChannelEvidence running() {
    ChannelEvidence evidence;
    evidence.running = true;
    return evidence;
}

ChannelLight after(const std::vector<Seen>& story, Millis at) {
    ChannelEvidence evidence = running();
    std::optional<ChannelLight> light;
    for (const Seen& seen : story) {
        note(evidence, Observation{seen.call, seen.failure, seen.id, {}}, kStart + seen.at);
        light = lightFor(evidence, kStart + seen.at, light);
    }
    return lightFor(evidence, kStart + at, light);
}

constexpr auto kOk = std::optional<FailureClass>();
constexpr auto kRefused = std::optional(FailureClass::Refused);

} // namespace

TEST_CASE("A channel's light follows what was seen of it") {
    struct Case {
        const char* what;
        std::vector<Seen> story;
        Millis at;
        Lamp lamp;
        QString reason;
    };
    const auto R = CallKind::Receive;
    const auto S = CallKind::Send;
    const auto A = CallKind::Account;
    const auto c = GENERATE_COPY(
        Case{"nothing seen yet", {}, 0s, Lamp::NotConnected, u"channel.starting"_s},
        Case{"one success", {{0s, R, kOk}}, 1s, Lamp::Healthy, {}},
        Case{"the first failure is amber at once",
             {{0s, R, kOk}, {1s, R, kRefused}},
             1s,
             Lamp::Doubtful,
             u"channel.receiving_doubtful"_s},
        Case{"a blip of twenty seconds is nothing worse",
             {{0s, R, kOk}, {1s, R, kRefused}, {10s, R, kRefused}, {21s, R, kRefused}},
             21s,
             Lamp::Doubtful,
             u"channel.receiving_doubtful"_s},
        Case{"and is over with the next success",
             {{0s, R, kRefused}, {20s, R, kRefused}, {21s, R, kOk}},
             21s,
             Lamp::Healthy,
             {}},
        Case{"about a minute of failures is down",
             {{0s, R, kRefused}, {10s, R, kRefused}},
             46s,
             Lamp::Down,
             u"channel.down"_s},
        Case{"a single failure never is",
             {{0s, R, kOk}, {1s, R, kRefused}},
             10min,
             Lamp::Doubtful,
             u"channel.receiving_doubtful"_s},
        Case{"a send and a look that fail are two signals of one direction",
             {{0s, A, kOk}, {1s, S, kRefused}, {3s, A, kRefused}},
             50s,
             Lamp::Down,
             u"channel.down"_s},
        Case{"a look that works afterwards clears a send that failed",
             {{1s, S, kRefused}, {2s, S, kRefused}, {60s, A, kOk}},
             61s,
             Lamp::Healthy,
             {}},
        Case{"a refused sign-in is red at once",
             {{0s, R, kOk}, {1s, S, FailureClass::Auth}},
             1s,
             Lamp::Down,
             u"channel.sign_in"_s},
        Case{"the connector's own reason is told",
             {{0s, R, FailureClass::Protocol, u"telegram.other_program"_s}},
             1s,
             Lamp::Doubtful,
             u"telegram.other_program"_s},
        Case{"a throttle is no trouble",
             {{0s, S, kOk}, {1s, S, FailureClass::Throttled}},
             2min,
             Lamp::Healthy,
             {}},
        Case{"media alone never darkens it",
             {{0s, R, kOk}, {1s, CallKind::Media, kRefused}, {2s, CallKind::Media, kRefused}},
             5min,
             Lamp::Healthy,
             {}});
    INFO(c.what);
    const ChannelLight light = after(c.story, c.at);
    CHECK(light.lamp == c.lamp);
    CHECK(light.reason == c.reason);
}

TEST_CASE("The light carries its evidence") {
    ChannelEvidence evidence = running();
    evidence.waiting = 3;
    evidence.lastMessage = kStart - 1h;
    note(evidence, {CallKind::Receive, std::nullopt, {}, {}}, kStart);
    note(evidence, {CallKind::Receive, FailureClass::Dns, {}, {}}, kStart + 5s);
    const ChannelLight light = lightFor(evidence, kStart + 5s);
    CHECK(light.lastSuccess == kStart);
    CHECK(light.lastFailure == kStart + 5s);
    CHECK(light.failure == FailureClass::Dns);
    CHECK(light.waiting == 3);
    CHECK(light.lastMessage == kStart - 1h);
    CHECK(light.since == kStart + 5s);
    CHECK(lightFor(evidence, kStart + 9s, light).since == kStart + 5s); // the same lamp
    CHECK(nextChange(evidence, kStart + 5s) == kStart + 5s + kDownAfter);
    CHECK_FALSE(nextChange(evidence, kStart + 1h));
}

TEST_CASE("What will need a person soon turns a healthy light amber, and nothing worse") {
    ChannelEvidence evidence = running();
    const auto tell = [&](const QString& id) {
        note(evidence, Observation{CallKind::Account, std::nullopt, id, {}, u"key"_s}, kStart);
    };
    tell(u"meta.key_ends_14"_s);
    CHECK(lightFor(evidence, kStart).lamp == Lamp::NotConnected); // no sign of life
    note(evidence, Observation{CallKind::Account, std::nullopt, {}, {}}, kStart);
    note(evidence, Observation{CallKind::Receive, std::nullopt, {}, {}}, kStart);
    ChannelLight light = lightFor(evidence, kStart);
    CHECK(light.lamp == Lamp::Doubtful);
    CHECK(light.reason == u"meta.key_ends_14");
    CHECK_FALSE(light.failure); // it works
    tell(u"meta.key_ends_7"_s);
    CHECK(lightFor(evidence, kStart).reason == u"meta.key_ends_7");
    note(evidence, Observation{CallKind::Account, FailureClass::Auth, u"graph.token_invalid"_s, {}},
         kStart);
    CHECK(lightFor(evidence, kStart).reason == u"graph.token_invalid");
    note(evidence, Observation{CallKind::Account, std::nullopt, {}, {}}, kStart);
    CHECK(lightFor(evidence, kStart).reason == u"meta.key_ends_7"); // it stands
    tell({});
    CHECK(lightFor(evidence, kStart).lamp == Lamp::Healthy);
}

TEST_CASE("A channel that is off or has no thread is not connected") {
    ChannelEvidence evidence;
    CHECK(lightFor(evidence, kStart).reason == u"channel.not_running");
    evidence.enabled = false;
    CHECK(lightFor(evidence, kStart).reason == u"channel.off");
}

TEST_CASE("A mailbox that does not answer darkens the channels that it feeds") {
    ChannelEvidence evidence = running();
    note(evidence, {CallKind::Account, std::nullopt, {}, {}}, kStart);
    evidence.mailboxFailingSince = kStart;
    evidence.mailboxFailure = FailureClass::Refused;
    CHECK(lightFor(evidence, kStart + 5s).lamp == Lamp::Doubtful);
    const ChannelLight later = lightFor(evidence, kStart + 1min);
    CHECK(later.lamp == Lamp::Down);
    CHECK(later.reason == u"mailbox.unreachable");
}

TEST_CASE("What waits is tried again when the platform is seen alive") {
    ReturnWatch watch;
    const ChannelId channel(1);
    const auto seen = [&](CallKind call, std::optional<FailureClass> failure, Millis at) {
        return watch.isBack(channel, {call, failure, {}, {}}, Monotonic(at));
    };
    CHECK_FALSE(seen(CallKind::Receive, kOk, 0s)); // it never was away
    CHECK_FALSE(seen(CallKind::Receive, kRefused, 1s));
    CHECK(seen(CallKind::Receive, kOk, 2s));
    CHECK_FALSE(seen(CallKind::Receive, kOk, 3s));
    // Only sending fails: signs of life are worth a try now and then, not each time.
    CHECK_FALSE(seen(CallKind::Send, FailureClass::Http5xx, 4s));
    CHECK_FALSE(seen(CallKind::Receive, kOk, 5s));
    CHECK(seen(CallKind::Receive, kOk, 40s));
    CHECK_FALSE(seen(CallKind::Receive, kOk, 41s));
    CHECK(seen(CallKind::Send, kOk, 42s)); // the probe went through: the others may follow
    // A throttle says itself how long to wait.
    CHECK_FALSE(seen(CallKind::Send, FailureClass::Throttled, 50s));
    CHECK_FALSE(seen(CallKind::Receive, kOk, 100s));
    CHECK_FALSE(seen(CallKind::Media, kOk, 101s));
}
