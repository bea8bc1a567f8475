// A commit whose answer is lost is neither "done" nor "failed" before the server was asked again.
#include "tests/store/postgres_proxy.h"
#include "tests/store/store_probe.h"

#include <future>

using namespace comanda;
using namespace comanda::store;
using namespace comanda::test;
using namespace Qt::StringLiterals;

namespace {

using Cut = PostgresProxy::Cut;

struct FarAway {
    FarAway() : fixture(StoreConfig::Engine::Postgres), proxy(fixture.config) {
        auto opened = Store::open(proxy.config(), Access::Write, fixture.clock);
        REQUIRE(opened);
        store = std::move(*opened);
        REQUIRE(store->writeNow(put(u"before"_s, u"1"_s)));
    }
    StoreFixture fixture;
    PostgresProxy proxy;
    std::unique_ptr<Store> store;
};

} // namespace

TEST_CASE("A commit whose answer was lost is told as what it was", "[store][trouble]") {
    FarAway far;
    Heard heard(*far.store);
    SECTION("it took place") {
        far.proxy.cutNext(Cut::After);
        const auto written = far.store->writeNow(put(u"clicked"_s, u"once"_s));
        CHECK(written); // "failed" would make a person click again
        CHECK(valueOf(*far.store, u"clicked"_s) == u"once"_s);
    }
    SECTION("it did not") {
        far.proxy.cutNext(Cut::Before);
        const auto written = far.store->writeNow(put(u"clicked"_s, u"once"_s));
        REQUIRE_FALSE(written);
        CHECK(written.error().id == u"store.commit_failed"_s);
        CHECK(valueOf(*far.store, u"clicked"_s).isEmpty());
    }
    REQUIRE(waitUntil([&] {
        return heard.troubles_ == QStringList{u"store.connection_lost"_s, u""_s};
    }));
    REQUIRE(far.store->writeNow(put(u"after"_s, u"2"_s)));
    CHECK(valueOf(*far.store, u"after"_s) == u"2"_s);
}

TEST_CASE("A commit that the server has not ended yet is waited for", "[store][trouble]") {
    std::future<Result<>> written; // outlives the store, whose end ends it
    FarAway far;
    Heard heard(*far.store);
    far.proxy.cutNext(Cut::Slow);
    written = std::async(std::launch::async,
                         [&] { return far.store->writeNow(put(u"clicked"_s, u"once"_s)); });
    // It has asked, and the old transaction is still open.
    REQUIRE(waitUntil([&] { return heard.troubles_.contains(u"store.busy"_s); }));
    CHECK(written.wait_for(std::chrono::seconds(0)) == std::future_status::timeout);
    far.proxy.release();
    CHECK(written.get());
    CHECK(valueOf(*far.store, u"clicked"_s) == u"once"_s);
}

TEST_CASE("A store that closes with a commit unanswered says so and ends", "[store][trouble]") {
    std::future<Result<>> written; // outlives the store, whose end ends it
    FarAway far;
    Heard heard(*far.store);
    far.proxy.cutNext(Cut::Slow);
    written = std::async(std::launch::async,
                         [&] { return far.store->writeNow(put(u"clicked"_s, u"once"_s)); });
    REQUIRE(waitUntil([&] { return heard.troubles_.contains(u"store.busy"_s); }));
    far.store.reset();
    const auto told = written.get();
    REQUIRE_FALSE(told);
    CHECK(told.error().id == u"store.commit_failed"_s);
    far.proxy.release();
}
