// Seats of one PostgreSQL store hear of each other's commits.
#include "core/store/change_feed.h"
#include "tests/store/store_probe.h"

using namespace comanda;
using namespace comanda::store;
using namespace comanda::test;
using namespace Qt::StringLiterals;

namespace {

ChangeSet some() {
    ChangeSet changes;
    changes.conversations = {ConversationId(1), ConversationId(std::numeric_limits<qint64>::max())};
    changes.orders = {OrderId(7)};
    changes.outbox = true;
    return changes;
}

bool same(const ChangeSet& a, const ChangeSet& b) {
    return a.conversations == b.conversations && a.orders == b.orders && a.channels == b.channels
           && a.outbox == b.outbox && a.media == b.media && a.words == b.words && a.all == b.all;
}

} // namespace

TEST_CASE("Changes are merged without repetition", "[store][feed]") {
    ChangeSet changes = some();
    CHECK_FALSE(changes.isEmpty());
    CHECK(ChangeSet().isEmpty());
    ChangeSet more;
    more.conversations = {ConversationId(3), ConversationId(1), ConversationId(3)};
    more.media = true;
    more.words = true;
    changes.merge(more);
    CHECK(changes.conversations
          == std::vector{ConversationId(1), ConversationId(3),
                         ConversationId(std::numeric_limits<qint64>::max())});
    CHECK(changes.orders == std::vector{OrderId(7)});
    CHECK((changes.outbox && changes.media && changes.words && !changes.channels && !changes.all));
}

TEST_CASE("Changes survive their way through a notification", "[store][feed]") {
    const HeardChanges heard = decodeChanges(encodeChanges(u"seat-1"_s, some()));
    CHECK(heard.seat == u"seat-1"_s);
    CHECK(same(heard.changes, some()));

    SECTION("too many ids become everything, and the payload fits") {
        ChangeSet many;
        for (qint64 id = 1; id < 5000; ++id) {
            many.conversations.emplace_back(1'000'000'000'000 + id);
        }
        const QByteArray payload = encodeChanges(u"seat-1"_s, many);
        CHECK(payload.size() <= kNotifyBytesMax);
        CHECK(decodeChanges(payload).changes.all);
        CHECK(decodeChanges(payload).seat == u"seat-1"_s);
    }
    SECTION("what is not ours may mean anything") {
        for (const char* payload : {"", "hello", "[1]", "{\"c\":[1]}"}) {
            CHECK(decodeChanges(payload).changes.all);
        }
    }
}

TEST_CASE("One seat's commit is told to the other, and to itself once", "[store][feed]") {
    const StoreFixture fixture(StoreConfig::Engine::Postgres);
    auto here = fixture.open();
    auto there = fixture.open();
    Heard heardHere(*here);
    Heard heardThere(*there);
    // Each listens once it has said "all".
    REQUIRE(waitUntil([&] { return heardHere.withAll() == 1 && heardThere.withAll() == 1; }));

    REQUIRE(here->writeNow(put(u"greeting"_s, u"hola"_s)));
    REQUIRE(waitUntil(
        [&] { return heardHere.changes_.size() == 2 && heardThere.changes_.size() == 2; }));
    CHECK_FALSE(heardThere.changes_.back().all);
    CHECK(same(heardThere.changes_.back(), heardHere.changes_.back()));
    CHECK(valueOf(*there, u"greeting"_s) == u"hola"_s);

    // A second commit, heard over there, comes behind any echo of the first.
    REQUIRE(there->writeNow(put(u"greeting"_s, u"oi"_s)));
    REQUIRE(waitUntil(
        [&] { return heardHere.changes_.size() == 3 && heardThere.changes_.size() == 3; }));
    REQUIRE(here->writeNow(put(u"greeting"_s, u"hi"_s)));
    REQUIRE(waitUntil(
        [&] { return heardHere.changes_.size() == 4 && heardThere.changes_.size() == 4; }));
    CHECK(heardHere.withAll() == 1);
}

TEST_CASE("Ids arrive exactly, and nothing of what was rolled back", "[store][feed]") {
    const StoreFixture fixture(StoreConfig::Engine::Postgres);
    auto store = fixture.open();
    Heard heard(*store);
    REQUIRE(waitUntil([&] { return heard.withAll() == 1; }));
    auto db = Connection::open(fixture.config, false);
    REQUIRE(db);
    ChangeSet undone;
    undone.orders = {OrderId(99)};
    REQUIRE((*db)->begin());
    REQUIRE(announce(**db, u"another-seat"_s, undone));
    (*db)->rollback();
    REQUIRE((*db)->begin());
    REQUIRE(announce(**db, u"another-seat"_s, some()));
    REQUIRE((*db)->commit());
    REQUIRE(waitUntil([&] { return heard.changes_.size() == 2; }));
    CHECK(same(heard.changes_.back(), some()));
}

TEST_CASE("After a lost connection everything may have changed", "[store][feed]") {
    const StoreFixture fixture(StoreConfig::Engine::Postgres);
    auto reader = [&] {
        auto writer = fixture.open(); // makes the schema
        return fixture.open(Access::ReadOnly);
    }();
    Heard heard(*reader);
    REQUIRE(waitUntil([&] { return heard.withAll() == 1; }));
    PostgresCluster::ofThisProgram().killBackends(fixture.config);
    REQUIRE(waitUntil([&] { return heard.withAll() == 2; }));
    auto writer = fixture.open();
    REQUIRE(writer->writeNow(put(u"greeting"_s, u"hola"_s)));
    CHECK(waitUntil([&] { return heard.changes_.size() == 3; })); // and it listens again
}
