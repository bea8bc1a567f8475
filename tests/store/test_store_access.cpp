// Who may open a store, and what readers see beside a writer.
#include "core/store/store_lock.h"
#include "tests/store/store_probe.h"

#include <QDir>
#include <QSemaphore>
#include <QSysInfo>

#include <sys/wait.h>
#include <unistd.h>

using namespace comanda;
using namespace comanda::store;
using namespace comanda::test;
using namespace Qt::StringLiterals;

TEST_CASE("A second writer is told who holds the store", "[store][access]") {
    const StoreFixture fixture(StoreConfig::Engine::Sqlite);
    auto first = fixture.open();
    auto second = Store::open(fixture.config, Access::Write, fixture.clock);
    REQUIRE_FALSE(second);
    CHECK(second.error().id == u"store.locked"_s);
    CHECK(second.error().kind == ErrorKind::Busy);
    CHECK(second.error().params.value(u"pid"_s)
          == QString::number(QCoreApplication::applicationPid()));
    CHECK(second.error().params.value(u"host"_s) == QSysInfo::machineHostName());
    CHECK(second.error().params.value(u"holder"_s)
          == QFileInfo(QCoreApplication::applicationFilePath()).fileName());
    REQUIRE(first->writeNow(put(u"still"_s, u"works"_s)));
    first.reset();
    CHECK(Store::open(fixture.config, Access::Write, fixture.clock));
}

TEST_CASE("The lock of a killed program is free", "[store][access]") {
    QTemporaryDir folder;
    const QString path = folder.filePath(u"lock"_s);
    int ready[2];
    REQUIRE(::pipe(ready) == 0);
    const pid_t child = ::fork();
    if (child == 0) {
        auto held = StoreLock::take(path);
        const char answer = held ? 'y' : 'n';
        static_cast<void>(::write(ready[1], &answer, 1));
        ::pause();
        ::_exit(0);
    }
    char answer = 0;
    REQUIRE(::read(ready[0], &answer, 1) == 1);
    ::close(ready[0]);
    ::close(ready[1]);
    CHECK(answer == 'y');
    auto refused = StoreLock::take(path);
    ::kill(child, SIGKILL);
    REQUIRE(::waitpid(child, nullptr, 0) == child);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().params.value(u"pid"_s) == QString::number(child));
    CHECK(StoreLock::take(path));
}

TEST_CASE("Several seats may write to one server", "[store][access]") {
    const StoreFixture fixture(StoreConfig::Engine::Postgres);
    auto first = fixture.open();
    auto second = fixture.open();
    REQUIRE(first->writeNow(put(u"a"_s, u"1"_s)));
    REQUIRE(second->writeNow(put(u"b"_s, u"2"_s)));
    CHECK(valueOf(*first, u"b"_s) == u"2"_s);
    CHECK(valueOf(*second, u"a"_s) == u"1"_s);
}

TEST_CASE("A reader beside a running program sees its commits and writes nothing",
          "[store][access]") {
    const StoreFixture fixture(eachEngine());
    auto writer = fixture.open();
    auto reader = fixture.open(Access::ReadOnly);
    for (int round = 0; round < 20; ++round) {
        REQUIRE(writer->writeNow(put(u"round"_s, QString::number(round))));
        CHECK(valueOf(*reader, u"round"_s) == QString::number(round));
    }
    auto refused = reader->writeNow(put(u"round"_s, u"x"_s));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().id == u"store.read_only"_s);
    reader.reset(); // closes beside the writer without harm
    REQUIRE(writer->writeNow(put(u"round"_s, u"last"_s)));
    writer.reset();
    auto alone = fixture.open(Access::ReadOnly); // and without any writer
    CHECK(valueOf(*alone, u"round"_s) == u"last"_s);
}

TEST_CASE("A query sees one snapshot, whatever is committed meanwhile", "[store][access]") {
    const StoreFixture fixture(eachEngine());
    auto store = fixture.open();
    REQUIRE(store->writeNow(put(u"value"_s, u"old"_s)));
    QObject receiver;
    QSemaphore readOnce;
    QSemaphore written;
    std::optional<Result<QStringList>> seen;
    store->read<QStringList>(
        &receiver,
        [&](Reader& reader) -> Result<QStringList> {
            auto first = reader.setting(u"value"_s);
            readOnce.release();
            written.acquire();
            auto second = reader.setting(u"value"_s);
            if (!first || !second) {
                return fail(first ? second.error() : first.error());
            }
            return QStringList{(*first)->toString(), (*second)->toString()};
        },
        [&](Result<QStringList> result) { seen = std::move(result); }, Store::Lane::Slow);
    readOnce.acquire();
    CHECK(store->writeNow(put(u"value"_s, u"new"_s)));
    CHECK(valueOf(*store, u"value"_s)
          == u"new"_s); // the screen's lane does not wait for the slow one
    written.release();
    REQUIRE(waitUntil([&] { return seen.has_value(); }));
    REQUIRE(*seen);
    CHECK(**seen == QStringList{u"old"_s, u"old"_s});
}

TEST_CASE("A query that throws is answered", "[store][access]") {
    const StoreFixture fixture(eachEngine());
    auto store = fixture.open();
    QObject receiver;
    std::optional<Result<int>> answer;
    store->read<int>(
        &receiver, [](Reader&) -> Result<int> { throw std::runtime_error("broken"); },
        [&](Result<int> result) { answer = std::move(result); });
    REQUIRE(waitUntil([&] { return answer.has_value(); }));
    REQUIRE_FALSE(*answer);
    CHECK(answer->error().id == u"store.job_threw"_s);
    CHECK(valueOf(*store, u"none"_s).isEmpty());
}

TEST_CASE("Files of a store are their owner's alone", "[store][access]") {
    const StoreFixture fixture(StoreConfig::Engine::Sqlite);
    auto store = fixture.open();
    REQUIRE(store->writeNow(put(u"a"_s, u"1"_s)));
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
                                      | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    CHECK((QFile::permissions(fixture.config.dataDir) & others) == QFile::Permissions());
    const QFileInfoList files =
        QDir(fixture.config.dataDir).entryInfoList(QDir::Files | QDir::Hidden);
    CHECK(files.size() >= 4); // store, log, index, lock
    for (const QFileInfo& file : files) {
        INFO(file.fileName().toStdString());
        CHECK((file.permissions() & others) == QFile::Permissions());
    }
}

TEST_CASE("A store that is not there is not made by reading", "[store][access]") {
    QTemporaryDir folder;
    StoreConfig config;
    config.dataDir = folder.path();
    config.path = folder.filePath(u"none.sqlite"_s);
    const SystemClock clock;
    auto refused = Store::open(config, Access::ReadOnly, clock);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().id == u"store.none"_s);
    CHECK(QDir(folder.path()).isEmpty());
}
