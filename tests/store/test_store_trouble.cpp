// A server that goes away and a disk that fills up: said, survived, nothing half done.
#include "core/store/ballast.h"
#include "tests/store/store_probe.h"

#include <QStorageInfo>

#include <sys/mount.h>

using namespace comanda;
using namespace comanda::store;
using namespace comanda::test;
using namespace Qt::StringLiterals;

namespace {

// A disk of its own, which only root can make.
class SmallDisk {
public:
    explicit SmallDisk(const char* size) {
        mounted_ = ::mount("tmpfs", QFile::encodeName(dir_.path()).constData(), "tmpfs", 0,
                           (QByteArray("size=") + size).constData())
                   == 0;
    }
    ~SmallDisk() {
        if (mounted_) {
            ::umount2(QFile::encodeName(dir_.path()).constData(), MNT_DETACH);
        }
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    [[nodiscard]] bool isThere() const { return mounted_; }
    [[nodiscard]] QString path() const { return dir_.path(); }
    // Writes a file until nothing more fits.
    void fill() const {
        QFile file(dir_.filePath(u"filler"_s));
        REQUIRE(file.open(QIODevice::Append | QIODevice::Unbuffered));
        for (const qint64 size : {qint64{1024 * 1024}, qint64{4096}}) {
            const QByteArray block(size, 'f');
            while (file.write(block) == size) {
            }
        }
    }
    void drain() const { REQUIRE(QFile::remove(dir_.filePath(u"filler"_s))); }

private:
    QTemporaryDir dir_;
    bool mounted_ = false;
};

} // namespace

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
