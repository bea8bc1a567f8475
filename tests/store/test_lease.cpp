// One holder at a time, by the server's clock; the fence grows with every change of hands.
#include "tests/store/counter.h"

using namespace comanda;
using namespace comanda::test;

TEST_CASE("The lease has one holder and a growing fence", "[lease]") {
    Counter shop(eachEngine());
    const auto take = [&](const QString& who, int ms, qint64 held = 0) {
        return shop.tryWrite<store::Lease>(
            [&](Writer& w) { return w.takeLease(who, Millis(ms), held); });
    };
    const auto renewed = take(u"caja"_s, 60'000, shop.lease);
    REQUIRE(renewed);
    CHECK(renewed->fence == shop.lease);
    const auto refused = take(u"cocina"_s, 60'000);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().id == u"lease.held"_s);
    CHECK(refused.error().kind == ErrorKind::Busy);
    CHECK(refused.error().params.value(u"holder"_s) == u"caja"_s);

    // A second program of the same machine has the same name, and is refused all the same.
    const auto second = take(u"caja"_s, 60'000);
    REQUIRE_FALSE(second);
    CHECK(second.error().id == u"lease.held"_s);

    // Already over when it is given: the next may have it.
    REQUIRE(take(u"caja"_s, -1, shop.lease));
    const auto taken = take(u"cocina"_s, 60'000);
    REQUIRE(taken);
    CHECK(taken->fence == shop.lease + 1);
    const auto fence = [&](qint64 with) {
        return shop.tryWrite<Done>([&](Writer& w) { return w.requireFence(with); });
    };
    CHECK(fence(taken->fence));
    REQUIRE_FALSE(fence(shop.lease));
    CHECK(fence(shop.lease).error().kind == ErrorKind::Conflict);

    shop.run(
        [&](Writer& w) { return w.releaseLease(shop.lease); }); // an old fence releases nothing
    CHECK(fence(taken->fence));
    shop.run([&](Writer& w) { return w.releaseLease(taken->fence); });
    CHECK_FALSE(fence(taken->fence));
    CHECK(take(u"caja"_s, 60'000)->fence == taken->fence + 1);
}

TEST_CASE("A program that died with a file does not keep its next start waiting", "[lease]") {
    Counter shop(store::StoreConfig::Engine::Sqlite);
    shop.store.reset(); // the lease was not given back
    shop.store = shop.fixture.open();
    const auto taken = shop.tryWrite<store::Lease>(
        [](Writer& w) { return w.takeLease(u"caja"_s, Millis(15'000)); });
    REQUIRE(taken);
    CHECK(taken->fence == shop.lease + 1);
}
