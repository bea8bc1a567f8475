// A server that goes away and a disk that fills up: said, survived, nothing half done.
#include "core/store/ballast.h"
#include "core/store/connection.h"
#include "tests/store/store_probe.h"
#include "tests/support/small_disk.h"

#include <QStorageInfo>

using namespace comanda;
using namespace comanda::store;
using namespace comanda::test;
using namespace Qt::StringLiterals;

TEST_CASE("A server that goes away in the middle of a group fails the group, then works again",
          "[store][trouble]") {
    const StoreFixture fixture(StoreConfig::Engine::Postgres);
    auto store = fixture.open();
    Heard heard(*store);
    REQUIRE(waitUntil([&] { return heard.withAll() == 1; }));
    auto failed = store->writeNow([&](Writer& writer) -> Result<> {
        auto done = writer.setSetting(u"lost"_s, u"1"_s);
        PostgresCluster::ofThisProgram().killBackends(fixture.config);
        return done;
    });
    REQUIRE_FALSE(failed);
    CHECK(failed.error().id == u"store.commit_failed"_s);
    // Nobody writes: it finds back by itself, and says so.
    REQUIRE(waitUntil([&] {
        return heard.troubles_ == QStringList{u"store.connection_lost"_s, u""_s};
    }));
    REQUIRE(waitUntil([&] { return heard.withAll() >= 2; }));
    REQUIRE(store->writeNow(put(u"after"_s, u"2"_s)));
    CHECK(valueOf(*store, u"lost"_s).isEmpty());
    CHECK(valueOf(*store, u"after"_s) == u"2"_s);
}

TEST_CASE("A connection that was lost while idle costs no job", "[store][trouble]") {
    const StoreFixture fixture(StoreConfig::Engine::Postgres);
    auto store = fixture.open();
    REQUIRE(store->writeNow(put(u"a"_s, u"1"_s)));
    CHECK(valueOf(*store, u"a"_s) == u"1"_s);
    PostgresCluster::ofThisProgram().killBackends(fixture.config);
    REQUIRE(store->writeNow(put(u"a"_s, u"2"_s)));
    CHECK(valueOf(*store, u"a"_s) == u"2"_s);
}

TEST_CASE("A ballast is real space, given back once", "[store][trouble]") {
    QTemporaryDir folder;
    constexpr qint64 kSize = 8 * 1024 * 1024;
    Ballast ballast(folder.filePath(u"ballast"_s), kSize);
    CHECK_FALSE(ballast.isThere());
    CHECK_FALSE(ballast.release());
    REQUIRE(ballast.ensure());
    CHECK(ballast.isThere());
    CHECK(ballast.ensure());
    const QFileInfo file(folder.filePath(u"ballast"_s));
    CHECK(file.size() == kSize);
    CHECK(ballast.release());
    CHECK_FALSE(ballast.isThere());
    Ballast tooLarge(folder.filePath(u"large"_s), QStorageInfo(folder.path()).bytesAvailable());
    CHECK_FALSE(tooLarge.ensure());
    CHECK_FALSE(QFile::exists(folder.filePath(u"large"_s)));
}

TEST_CASE("A full disk is said, the ballast makes room, nothing is half written",
          "[store][trouble]") {
    const SmallDisk disk("200m");
    if (!disk.isThere()) {
        WARN("The test of a full disk needs root and the right to mount a tmpfs: NOT RUN here.");
        return;
    }
    StoreConfig config;
    config.dataDir = disk.path() + u"/data"_s;
    config.path = config.dataDir + u"/store.sqlite"_s;
    const SystemClock clock;
    auto opened = Store::open(config, Access::Write, clock);
    REQUIRE(opened);
    Store& store = **opened;
    Heard heard(store);
    const QString ballast = config.dataDir + u"/ballast"_s;
    REQUIRE(waitUntil([&] { return QFileInfo(ballast).size() == kBallastBytes; }));
    REQUIRE(store.writeNow(put(u"before"_s, u"kept"_s)));
    disk.fill();

    // Large values, until the log has no room left.
    Result<> result = Done{};
    int written = 0;
    for (; result && written < 200; ++written) {
        result = store.writeNow(put(u"large%1"_s.arg(written), QString(200'000, u'x')));
    }
    REQUIRE_FALSE(result);
    CHECK((result.error().id == u"store.disk_full"_s
           || result.error().id == u"store.commit_failed"_s));
    REQUIRE(waitUntil([&] { return heard.troubles_.contains(u"store.disk_full"_s); }));
    CHECK_FALSE(QFile::exists(ballast));
    CHECK(valueOf(store, u"before"_s) == u"kept"_s);

    // The released space serves the next writes.
    REQUIRE(store.writeNow(put(u"after"_s, u"works"_s)));
    REQUIRE(waitUntil([&] { return heard.troubles_.last().isEmpty(); }));
    CHECK(valueOf(store, u"large%1"_s.arg(written - 1)).isEmpty());
    CHECK(valueOf(store, u"after"_s) == u"works"_s);
    disk.drain();
    opened->reset();
    auto again = Store::open(config, Access::Write, clock);
    REQUIRE(again);
    CHECK(valueOf(**again, u"before"_s) == u"kept"_s);
    CHECK(valueOf(**again, u"after"_s) == u"works"_s);
    CHECK(valueOf(**again, u"large%1"_s.arg(written - 1)).isEmpty());
}

TEST_CASE("A full disk whose ballast is there does not keep the shop from opening; without one the "
          "reason is said",
          "[store][trouble]") {
    const SmallDisk disk("200m");
    if (!disk.isThere()) {
        WARN("The test of a full disk needs root and the right to mount a tmpfs: NOT RUN here.");
        return;
    }
    StoreConfig config;
    config.dataDir = disk.path() + u"/data"_s;
    config.path = config.dataDir + u"/store.sqlite"_s;
    const SystemClock clock;
    const QString ballast = config.dataDir + u"/ballast"_s;
    {
        auto first = Store::open(config, Access::Write, clock);
        REQUIRE(first);
        REQUIRE((*first)->writeNow(put(u"before"_s, u"kept"_s)));
        REQUIRE(waitUntil([&] { return QFileInfo(ballast).size() == kBallastBytes; }));
    }
    disk.fill();
    {
        auto second = Store::open(config, Access::Write, clock);
        REQUIRE(second);
        CHECK_FALSE(QFile::exists(ballast));
        CHECK(valueOf(**second, u"before"_s) == u"kept"_s);
        REQUIRE((*second)->writeNow(put(u"after"_s, u"works"_s)));
    }
    disk.fill();
    const auto third = Store::open(config, Access::Write, clock);
    REQUIRE_FALSE(third);
    CHECK(third.error().id == u"store.disk_full"_s);
}

TEST_CASE("What is written to a file that was removed is refused, and taken when it is back",
          "[store][trouble]") {
    const StoreFixture fixture(StoreConfig::Engine::Sqlite);
    auto store = fixture.open();
    Heard heard(*store);
    REQUIRE(store->writeNow(put(u"before"_s, u"1"_s)));
    const QString gone = GENERATE(u""_s, u"-wal"_s); // the file, its log
    const QString path = fixture.config.path + gone;
    REQUIRE(QFile::rename(path, path + u".away"_s));
    const auto refused = store->writeNow(put(u"lost"_s, u"2"_s));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().id == u"store.commit_failed"_s);
    CHECK(refused.error().params.value(u"cause"_s) == u"store.lost"_s);
    REQUIRE(waitUntil([&] { return heard.troubles_ == QStringList{u"store.lost"_s}; }));
    {
        QFile other(path); // an empty one in its place is not it
        REQUIRE(other.open(QIODevice::WriteOnly));
    }
    CHECK_FALSE(store->writeNow(put(u"lost"_s, u"2"_s)));
    REQUIRE(QFile::remove(path));
    REQUIRE(QFile::rename(path + u".away"_s, path));
    REQUIRE(store->writeNow(put(u"after"_s, u"3"_s)));
    REQUIRE(waitUntil([&] { return heard.troubles_.last().isEmpty(); }));
    store.reset();
    store = fixture.open();
    CHECK(valueOf(*store, u"before"_s) == u"1"_s);
    CHECK(valueOf(*store, u"lost"_s).isEmpty());
    CHECK(valueOf(*store, u"after"_s) == u"3"_s);
}

TEST_CASE("A job that a deadlock ended runs once more, not for ever", "[store][trouble]") {
    const StoreFixture fixture(StoreConfig::Engine::Postgres);
    auto store = fixture.open();
    // The server says it of the first so many changes; a sequence counts what is rolled back, too.
    const auto deadlocks = [&](int times) {
        auto db = Connection::open(fixture.config, false);
        REQUIRE(db);
        for (const QString& sql :
             {u"DROP SEQUENCE IF EXISTS tries"_s, u"CREATE SEQUENCE tries"_s,
              u"CREATE OR REPLACE FUNCTION clash() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
              " IF nextval('tries') <= %1 THEN RAISE EXCEPTION USING ERRCODE = '40P01'; END IF;"
              " RETURN NEW; END $$"_s.arg(times),
              u"DROP TRIGGER IF EXISTS clash ON setting"_s,
              u"CREATE TRIGGER clash BEFORE INSERT OR UPDATE ON setting"
              " FOR EACH ROW EXECUTE FUNCTION clash()"_s}) {
            const auto done = (*db)->execute(sql);
            INFO((done ? QString() : done.error().detail).toStdString());
            REQUIRE(done);
        }
    };
    deadlocks(1);
    int runs = 0;
    const auto counted = [&](Writer& writer) {
        ++runs;
        return writer.setSetting(u"name"_s, u"there"_s);
    };
    REQUIRE(store->writeNow(counted));
    CHECK(runs == 2);
    CHECK(valueOf(*store, u"name"_s) == u"there"_s);
    deadlocks(2);
    const auto failed = store->writeNow(counted);
    REQUIRE_FALSE(failed);
    CHECK(failed.error().id == u"store.busy"_s);
    CHECK(runs == 4);
}
