#include "core/connect/supervisor.h"
#include "tests/hub/fake_connector.h"
#include "tests/support/catch.h"
#include "tests/support/wait.h"

#include <QThread>

using namespace comanda;
using namespace comanda::connect;
using namespace comanda::test;
using namespace Qt::StringLiterals;

namespace {

// A supervisor that looks often and whose clock the test moves.
struct Bench {
    Bench() {
        SupervisorLimits limits;
        limits.look = Millis(5);
        limits.stopWithin = Millis(300);
        limits.jitter = [] { return 1.0; };
        supervisor = std::make_unique<Supervisor>(
            clock, [this](const ChannelConfig&, QObject*) { return fakeHost(shared, clock); },
            nullptr, limits);
        QObject::connect(
            supervisor.get(), &Supervisor::observed, &receiver,
            [this](ChannelId, const Observation& seen) { observations.push_back(seen); });
        QObject::connect(supervisor.get(), &Supervisor::crashed, &receiver,
                         [this](ChannelId, const QString& detail) { crashes.push_back(detail); });
    }
    ~Bench() { shop.hang.release(1000); } // whoever still hangs may end

    void add(const QString& how, int id = 1) {
        supervisor->add(fakeModule(), fakeChannel(id, how), std::nullopt);
    }
    void send(int id = 1, const QString& text = u"hola"_s) {
        OutgoingMessage message;
        message.text = text;
        supervisor->send(ChannelId(id), message, &receiver,
                         [this](SendOutcome outcome) { outcomes.push_back(outcome); });
    }
    [[nodiscard]] bool saw(const QString& id) const {
        return std::any_of(observations.begin(), observations.end(),
                           [&](const Observation& seen) { return seen.id == id; });
    }

    ManualClock clock{Time(Millis(1'700'000'000'000))};
    const std::shared_ptr<FakeShop> shared = std::make_shared<FakeShop>();
    FakeShop& shop = *shared;
    QObject receiver;
    std::vector<Observation> observations;
    QStringList crashes;
    std::vector<SendOutcome> outcomes;
    std::unique_ptr<Supervisor> supervisor;
};

} // namespace

TEST_CASE("A good connector runs, sends, fetches and answers on the caller's thread") {
    Bench bench;
    bench.add(u"good"_s);
    bench.send();
    REQUIRE(waitUntil([&] { return bench.outcomes.size() == 1; }));
    CHECK(bench.outcomes[0] == SendOutcome(outcome::Accepted{u"id-hola"_s}));
    bool checked = false;
    bench.supervisor->check(ChannelId(1), &bench.receiver, [&](Result<AccountCheck> result) {
        checked = result && result->account == u"me"
                  && QThread::currentThread() == bench.receiver.thread();
    });
    REQUIRE(waitUntil([&] { return checked; }));
    CHECK(bench.supervisor->ready(ChannelId(1), CallKind::Send));
}

TEST_CASE("Whatever a connector throws is caught, told and followed by a restart") {
    struct Case {
        QString how, what;
    };
    const auto c = GENERATE(Case{u"throw_in_constructor"_s, u"cannot be made"_s},
                            Case{u"throw_in_start"_s, u"cannot start"_s},
                            Case{u"throw_in_slot"_s, u"thrown by a slot"_s});
    INFO(c.how.toStdString());
    Bench bench;
    bench.add(c.how);
    bench.add(u"good"_s, 2);
    REQUIRE(waitUntil([&] { return bench.crashes.size() >= 3; }));
    CHECK(bench.crashes.first() == c.what);
    CHECK(bench.saw(u"channel.crashed"_s));
    // Three in a row: it waits now, and the neighbour never noticed.
    bench.send(2);
    REQUIRE(waitUntil([&] { return bench.outcomes.size() == 1; }));
    CHECK(bench.outcomes[0] == SendOutcome(outcome::Accepted{u"id-hola"_s}));
    const auto before = bench.crashes.size();
    CHECK_FALSE(waitUntil([&] { return bench.crashes.size() > before; }, Millis(100)));
    bench.clock.advance(Millis(5'001));
    REQUIRE(waitUntil([&] { return bench.crashes.size() == before + 1; }));
    bench.clock.advance(Millis(5'001)); // the second opening is twice as long
    CHECK_FALSE(waitUntil([&] { return bench.crashes.size() > before + 1; }, Millis(100)));
    bench.clock.advance(Millis(5'000));
    REQUIRE(waitUntil([&] { return bench.crashes.size() == before + 2; }));
}

TEST_CASE("A call that the connector threw out of ends once, as not sure") {
    Bench bench;
    bench.add(u"throw_in_send"_s);
    bench.send();
    bench.send(); // behind the one that throws: never begun
    REQUIRE(waitUntil([&] { return bench.outcomes.size() == 2; }));
    // Which is answered first depends on how soon the thread is gone.
    const auto& all = bench.outcomes;
    CHECK(std::count(all.begin(), all.end(), SendOutcome(outcome::Unsure{u"channel.crashed"_s}))
          == 1);
    const auto isPutOff = [](const SendOutcome& one) {
        return std::holds_alternative<outcome::RetryAfter>(one);
    };
    CHECK(std::count_if(all.begin(), all.end(), isPutOff) == 1);
    CHECK(bench.shop.sent == 1);
}

TEST_CASE("A delivery that the connector throws out of is not acknowledged") {
    Bench bench;
    bench.add(u"throw_in_deliver"_s);
    std::vector<Result<>> answers;
    bench.supervisor->deliver(ChannelId(1), Delivery{"x", u"webhook"_s, {}}, &bench.receiver,
                              [&](Result<> result) { answers.push_back(std::move(result)); });
    REQUIRE(waitUntil([&] { return answers.size() == 1; }));
    REQUIRE_FALSE(answers[0]);
    CHECK(answers[0].error().id == u"channel.crashed");
    REQUIRE(waitUntil([&] { return bench.shop.started >= 2; })); // and it is back
}

TEST_CASE("After a crash it goes on where the store has it, not where it began") {
    Bench bench;
    bench.add(u"take_in"_s);
    REQUIRE(waitUntil([&] { return bench.shop.started >= 3; }));
    REQUIRE(waitUntil([&] {
        return std::any_of(bench.observations.begin(), bench.observations.end(),
                           [](const Observation& seen) { return seen.detail == u"2"; });
    }));
}

TEST_CASE("A hung connector is left behind and its calls are answered") {
    Bench bench;
    bench.add(u"hang_in_send"_s);
    bench.send();
    bench.send(); // queued behind it
    REQUIRE(waitUntil([&] { return bench.shop.hung == 1; }));
    std::vector<Result<>> answers;
    bench.supervisor->deliver(ChannelId(1), Delivery{"x", u"webhook"_s, {}}, &bench.receiver,
                              [&](Result<> result) { answers.push_back(std::move(result)); });
    // Longer without a sign of life than it may be, from whichever look saw the last one.
    bench.clock.advance(Millis(16'000));
    if (!waitUntil([&] { return bench.crashes.size() == 1; }, Millis(200))) {
        bench.clock.advance(Millis(16'000));
    }
    REQUIRE(waitUntil([&] { return bench.crashes.size() == 1; }));
    REQUIRE(waitUntil([&] { return bench.outcomes.size() == 2 && answers.size() == 1; }));
    CHECK(bench.outcomes[0] == SendOutcome(outcome::Unsure{u"channel.hung"_s}));
    CHECK(std::holds_alternative<outcome::RetryAfter>(bench.outcomes[1]));
    CHECK_FALSE(answers[0]);
    CHECK(bench.saw(u"channel.hung"_s));
    REQUIRE(waitUntil([&] { return bench.shop.started == 2; })); // a fresh one
    // The old one wakes up: what it says now is nobody's business, and what was queued behind it
    // is not sent after all.
    bench.shop.hang.release(1);
    bench.supervisor->check(ChannelId(1), &bench.receiver, [](Result<AccountCheck>) {});
    CHECK_FALSE(waitUntil([&] { return bench.outcomes.size() > 2; }, Millis(100)));
    CHECK(bench.shop.sent == 1);
}

TEST_CASE("A hung connector does not hold up the end of the program") {
    Bench bench;
    bench.add(u"hang_in_start"_s, 1);
    bench.add(u"hang_in_start"_s, 2);
    bench.add(u"never_stop"_s, 3);
    bench.add(u"good"_s, 4);
    REQUIRE(waitUntil([&] { return bench.shop.hung == 2 && bench.shop.started == 4; }));
    SECTION("asked to stop") {
        bool stopped = false;
        QObject::connect(bench.supervisor.get(), &Supervisor::allStopped, &bench.receiver,
                         [&] { stopped = true; });
        bench.supervisor->stopAll();
        REQUIRE(waitUntil([&] {
            bench.clock.advance(Millis(100));
            return stopped;
        }));
        CHECK(bench.supervisor->running().empty());
    }
    SECTION("destroyed") {
        bench.supervisor.reset();
        SUCCEED("came back");
    }
}

TEST_CASE("A trial that is under way ends with the supervisor") {
    Bench bench;
    bool made = false, answered = false;
    bench.supervisor->tryOut(
        fakeModule(), fakeChannel(1, u"good"_s),
        [&](const ChannelConfig&, QObject*) {
            made = true;
            return fakeHost(bench.shared, bench.clock);
        },
        &bench.receiver, [&](const Result<AccountCheck>&) { answered = true; });
    CHECK(made);
    SECTION("before its answer") {}
    SECTION("in its answer, which still has to end it") {
        REQUIRE(waitUntil([&] { return answered; }));
    }
    bench.supervisor.reset();
}

TEST_CASE("A call without an answer ends by its deadline, a second answer is ignored") {
    SECTION("never answers") {
        Bench bench;
        bench.add(u"never"_s);
        bench.send();
        REQUIRE(waitUntil([&] { return bench.shop.sent == 1; }));
        bench.clock.advance(Millis(35'001));
        REQUIRE(waitUntil([&] { return bench.outcomes.size() == 1; }));
        CHECK(bench.outcomes[0] == SendOutcome(outcome::Unsure{u"channel.no_answer"_s}));
        CHECK(bench.crashes.isEmpty()); // it lives: only the answer is missing
        CHECK(bench.saw(u"channel.no_answer"_s));
    }
    SECTION("answers twice") {
        Bench bench;
        bench.add(u"twice"_s);
        bench.send(1, u"a"_s);
        bench.send(1, u"b"_s);
        REQUIRE(waitUntil([&] { return bench.outcomes.size() >= 2; }));
        CHECK_FALSE(waitUntil([&] { return bench.outcomes.size() > 2; }, Millis(50)));
        CHECK(bench.outcomes[1] == SendOutcome(outcome::Accepted{u"id-b"_s}));
    }
    SECTION("drips") {
        Bench bench;
        bench.add(u"drip"_s);
        std::vector<Result<>> answers;
        for (int i = 0; i < 300; ++i) {
            bench.supervisor->deliver(
                ChannelId(1), Delivery{"x", u"webhook"_s, {}}, &bench.receiver,
                [&](Result<> result) { answers.push_back(std::move(result)); });
        }
        // What is more than it may hold is refused at once, so that memory stays bounded.
        REQUIRE(waitUntil([&] { return answers.size() == 300 - 256; }));
        CHECK(answers[0].error().id == u"channel.not_running");
        REQUIRE(waitUntil([&] { return bench.shop.delivered == 256; }));
        bench.clock.advance(Millis(30'001));
        REQUIRE(waitUntil([&] { return answers.size() == 300; }));
        CHECK(answers.back().error().kind == ErrorKind::Timeout);
    }
}

TEST_CASE("A channel that is not there answers for itself") {
    Bench bench;
    bench.send(77);
    REQUIRE(waitUntil([&] { return bench.outcomes.size() == 1; }));
    CHECK(std::holds_alternative<outcome::RetryAfter>(bench.outcomes[0]));
    CHECK_FALSE(bench.supervisor->ready(ChannelId(77), CallKind::Send));
}

TEST_CASE("Three failed sends open the breaker of sends alone, and one probe goes first") {
    Bench bench;
    bench.add(u"fail"_s);
    for (int i = 0; i < 3; ++i) {
        bench.send();
    }
    REQUIRE(waitUntil([&] {
        return bench.outcomes.size() == 3 && !bench.supervisor->ready(ChannelId(1), CallKind::Send);
    }));
    CHECK(bench.supervisor->ready(ChannelId(1), CallKind::Media));
    CHECK(bench.supervisor->ready(ChannelId(1), CallKind::Receive));
    bench.clock.advance(Millis(5'001));
    CHECK(bench.supervisor->room(ChannelId(1), CallKind::Send) == 1);
    bench.send(1, u"hold"_s); // the probe is under way: nothing goes beside it
    CHECK(bench.supervisor->room(ChannelId(1), CallKind::Send) == 0);
}

TEST_CASE("A platform that was seen alive is probed at once") {
    Bench bench;
    bench.add(u"fail"_s);
    for (int i = 0; i < 3; ++i) {
        bench.send();
    }
    REQUIRE(waitUntil([&] {
        return bench.outcomes.size() == 3 && !bench.supervisor->ready(ChannelId(1), CallKind::Send);
    }));
    bench.supervisor->nudge(ChannelId(1), CallKind::Send);
    CHECK(bench.supervisor->room(ChannelId(1), CallKind::Send) == 1);
}

TEST_CASE("A channel saved again is stopped first and started with the new values") {
    Bench bench;
    bench.add(u"throw_in_send"_s);
    REQUIRE(waitUntil([&] { return bench.shop.started == 1; }));
    bench.add(u"good"_s);
    REQUIRE(waitUntil([&] { return bench.shop.started == 2; }));
    REQUIRE(waitUntil([&] { return bench.supervisor->ready(ChannelId(1), CallKind::Send); }));
    bench.send();
    REQUIRE(waitUntil([&] { return bench.outcomes.size() == 1; }));
    CHECK(bench.outcomes[0] == SendOutcome(outcome::Accepted{u"id-hola"_s}));
    CHECK(bench.crashes.isEmpty());
}

TEST_CASE("Answers for receivers that are gone are dropped") {
    Bench bench;
    bench.add(u"good"_s);
    int called = 0;
    for (int i = 0; i < 200; ++i) {
        const QObject gone;
        OutgoingMessage message;
        bench.supervisor->send(ChannelId(1), message, const_cast<QObject*>(&gone),
                               [&](SendOutcome) { ++called; });
    }
    bench.send();
    REQUIRE(waitUntil([&] { return !bench.outcomes.empty(); }));
    CHECK(called == 0);
}
