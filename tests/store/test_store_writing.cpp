// Group commit: what is told to whom, and when.
#include "tests/store/store_probe.h"

#include <QSemaphore>

#include <atomic>
#include <stdexcept>

using namespace comanda;
using namespace comanda::store;
using namespace comanda::test;
using namespace Qt::StringLiterals;

namespace {

Result<> refuse(Writer&) {
    return fail(ErrorKind::Conflict, u"test.refused"_s);
}

// Holds the writing thread until release() (or destruction), so that jobs can pile up behind it.
class Gate {
public:
    explicit Gate(Store& store) {
        store.write<Done>(
            &receiver_, [this](Writer&) -> Result<> { return held_.acquire(), Done{}; },
            [](Result<>) {});
    }
    ~Gate() { release(); }
    void release() {
        if (!std::exchange(released_, true)) {
            held_.release();
        }
    }

private:
    QObject receiver_;
    QSemaphore held_;
    bool released_ = false;
};

} // namespace

TEST_CASE("A failing job takes nothing of its group with it", "[store][writing]") {
    const StoreFixture fixture(eachEngine());
    {
        auto store = fixture.open();
        QObject receiver;
        std::vector<Result<>> told;
        const auto note = [&told](Result<> result) { told.push_back(std::move(result)); };
        Gate gate(*store);
        store->write<Done>(&receiver, put(u"before"_s, u"1"_s), note);
        store->write<Done>(
            &receiver,
            [](Writer& writer) -> Result<> {
                if (auto done = writer.setSetting(u"undone"_s, u"2"_s); !done) {
                    return done;
                }
                return refuse(writer);
            },
            note);
        store->write<Done>(
            &receiver,
            [](Writer& writer) -> Result<> {
                static_cast<void>(writer.setSetting(u"thrown"_s, u"3"_s));
                throw std::runtime_error("broken");
            },
            note);
        store->write<Done>(&receiver, put(u"after"_s, u"4"_s), note);
        CHECK(told.empty());
        gate.release();
        REQUIRE(waitUntil([&] { return told.size() == 4; }));
        CHECK(told[0]);
        REQUIRE_FALSE(told[1]);
        CHECK(told[1].error().id == u"test.refused"_s);
        CHECK(told[1].error().kind == ErrorKind::Conflict);
        REQUIRE_FALSE(told[2]);
        CHECK(told[2].error().id == u"store.job_threw"_s);
        CHECK(told[3]);
    }
    auto again = fixture.open(); // what is on the disk
    CHECK(valueOf(*again, u"before"_s) == u"1"_s);
    CHECK(valueOf(*again, u"undone"_s).isEmpty());
    CHECK(valueOf(*again, u"thrown"_s).isEmpty());
    CHECK(valueOf(*again, u"after"_s) == u"4"_s);
}

TEST_CASE("Jobs are told in order, once, after the commit, with their value", "[store][writing]") {
    const StoreFixture fixture(eachEngine());
    auto store = fixture.open();
    auto outside = fixture.open(Access::ReadOnly);
    QObject receiver;
    constexpr int kJobs = 300;
    std::vector<int> told;
    bool visible = true;
    Gate gate(*store);
    for (int number = 0; number < kJobs; ++number) {
        store->write<int>(
            &receiver,
            [number](Writer& writer) -> Result<int> {
                auto done = writer.setSetting(u"n%1"_s.arg(number), QString::number(number));
                return done ? Result<int>(number) : fail(done.error());
            },
            [&, number](Result<int> value) {
                REQUIRE(value);
                told.push_back(*value);
                visible =
                    visible && valueOf(*outside, u"n%1"_s.arg(number)) == QString::number(number);
            });
    }
    gate.release();
    REQUIRE(waitUntil([&] { return told.size() == kJobs; }));
    REQUIRE(store->writeNow([](Writer&) -> Result<> { return Done{}; }));
    QCoreApplication::processEvents(); // a second answer would be here by now
    std::vector<int> wanted(kJobs);
    std::iota(wanted.begin(), wanted.end(), 0);
    CHECK(told == wanted);
    CHECK(visible);
}

TEST_CASE("What waits is folded into groups of bounded size", "[store][writing]") {
    const StoreFixture fixture(StoreConfig::Engine::Sqlite); // where no feed adds announcements
    auto store = fixture.open();
    Heard heard(*store);
    QObject receiver;
    constexpr int kJobs = 500;
    int told = 0;
    Gate gate(*store);
    for (int number = 0; number < kJobs; ++number) {
        store->write<Done>(&receiver, put(u"n%1"_s.arg(number), u"x"_s), [&](Result<>) { ++told; });
    }
    gate.release();
    REQUIRE(waitUntil([&] { return told == kJobs; }));
    REQUIRE(waitUntil(
        [&] { return heard.changes_.size() >= kJobs / 64; })); // never more than 64 in one
    CHECK(heard.changes_.size() < kJobs);                      // and not one by one
}

TEST_CASE("A receiver that is gone is not called", "[store][writing]") {
    const StoreFixture fixture(eachEngine());
    auto store = fixture.open();
    std::atomic<int> ran = 0;
    int told = 0;
    int toldTheDead = 0;
    QObject alive;
    for (int number = 0; number < 200; ++number) {
        auto receiver = std::make_unique<QObject>();
        store->write<Done>(
            receiver.get(), [&ran](Writer&) -> Result<> { return ++ran, Done{}; },
            [&toldTheDead](Result<>) { ++toldTheDead; });
        store->read<int>(
            receiver.get(), [](Reader&) -> Result<int> { return 1; },
            [&toldTheDead](Result<int>) { ++toldTheDead; });
        if (number % 2 == 0) { // some die with the answer already on its way
            REQUIRE(store->writeNow([](Writer&) -> Result<> { return Done{}; }));
        }
    }
    store->write<Done>(&alive, put(u"last"_s, u"1"_s), [&told](Result<>) { ++told; });
    REQUIRE(waitUntil([&] { return told == 1; }));
    CHECK(ran == 200); // the work itself is done
    CHECK(toldTheDead == 0);
}

TEST_CASE("Closing commits what waits", "[store][writing]") {
    const StoreFixture fixture(eachEngine());
    constexpr int kJobs = 150;
    QObject receiver;
    {
        auto store = fixture.open();
        for (int number = 0; number < kJobs; ++number) {
            store->write<Done>(&receiver, put(u"n%1"_s.arg(number), u"kept"_s), [](Result<>) {});
        }
    }
    auto again = fixture.open();
    for (int number = 0; number < kJobs; ++number) {
        REQUIRE(valueOf(*again, u"n%1"_s.arg(number)) == u"kept"_s);
    }
}

TEST_CASE("A commit is announced after it, in the store's thread, without what failed",
          "[store][writing]") {
    const StoreFixture fixture(StoreConfig::Engine::Sqlite);
    auto store = fixture.open();
    Heard heard(*store);
    CHECK_FALSE(store->writeNow([](Writer& writer) -> Result<> {
        static_cast<void>(writer.setSetting(u"a"_s, u"1"_s));
        return refuse(writer);
    }));
    REQUIRE(store->writeNow([](Writer&) -> Result<> { return Done{}; }));
    REQUIRE(store->writeNow(put(u"b"_s, u"2"_s)));
    REQUIRE(waitUntil([&] { return !heard.changes_.empty(); }));
    CHECK(heard.changes_.size() == 1);
    CHECK(heard.changes_.front().channels);
    CHECK(heard.troubles_.isEmpty());
}
