// The journal: nothing that was confirmed is lost, nothing is kept for ever.
#include "core/store/journal.h"
#include "tests/support/catch.h"
#include "tests/support/small_disk.h"
#include "tests/support/wait.h"

#include <QDir>
#include <QTemporaryDir>

#include <future>
#include <thread>

using namespace comanda;
using namespace comanda::store;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kPlenty = 1024 * 1024;

struct Folder {
    QTemporaryDir dir;
    ManualClock clock{fromMillis(1'760'000'000'000)};
    std::unique_ptr<Journal> open(qint64 quota = kPlenty) {
        auto opened = Journal::open(dir.filePath(u"j.sqlite"_s), quota, clock);
        INFO((opened ? QString() : opened.error().id + u' ' + opened.error().detail).toStdString());
        REQUIRE(opened);
        return std::move(*opened);
    }
};

Result<QByteArray> asItIs(const QByteArray& body) {
    return body;
}

Result<qint64> append(Journal& journal, const QByteArray& body, const QString& route = u"r"_s) {
    std::promise<Result<qint64>> stored;
    journal.append(
        route, "{}", [&](qint64) { return asItIs(body); },
        [&](Result<qint64> id) { stored.set_value(std::move(id)); });
    return stored.get_future().get();
}

QList<QByteArray> bodies(Journal& journal, qint64 cursor = 0) {
    const auto items = journal.after(cursor, 1000, kPlenty);
    REQUIRE(items);
    QList<QByteArray> all;
    for (const JournalItem& item : *items) {
        all.append(item.sealed);
    }
    return all;
}

} // namespace

TEST_CASE("What was confirmed is there after it was closed and opened again") {
    Folder folder;
    QString identity;
    {
        const auto journal = folder.open();
        identity = journal->identity();
        REQUIRE(append(*journal, "one") == Result<qint64>(1));
        REQUIRE(append(*journal, "two") == Result<qint64>(2));
        REQUIRE(journal->acknowledge(1));
        REQUIRE(journal->setHub(u"hub-1"_s));
        REQUIRE(journal->noteHandshake(u"r"_s));
    }
    const auto journal = folder.open();
    CHECK(journal->identity() == identity);
    CHECK(bodies(*journal) == QList<QByteArray>{"one", "two"});
    CHECK(bodies(*journal, 1) == QList<QByteArray>{"two"});
    const auto figures = journal->figures();
    REQUIRE(figures);
    CHECK(figures->waiting == 1);
    CHECK(figures->last == 2);
    REQUIRE(figures->routes.size() == 1);
    CHECK(figures->routes[0].lastPost == folder.clock.now());
    CHECK(figures->routes[0].lastHandshake == folder.clock.now());
    CHECK(journal->hub() == Result<std::optional<QString>>(u"hub-1"_s));
    CHECK(append(*journal, "three") == Result<qint64>(3));
}

TEST_CASE("A second process is told who holds the journal") {
    Folder folder;
    const auto journal = folder.open();
    const auto second = Journal::open(folder.dir.filePath(u"j.sqlite"_s), kPlenty, folder.clock);
    REQUIRE_FALSE(second);
    CHECK(second.error().id == u"store.locked"_s);
}

TEST_CASE("Many threads append at once; every one is confirmed once, with its own id") {
    Folder folder;
    const auto journal = folder.open();
    std::atomic<int> confirmed = 0, announced = 0;
    journal->onAppended([&] { ++announced; });
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&, t] {
            for (int i = 0; i < 100; ++i) {
                const QByteArray body = QByteArray::number(t * 100 + i);
                journal->append(
                    u"r"_s, "{}",
                    [body](qint64 id) { return asItIs(QByteArray::number(id) + ':' + body); },
                    [&](const Result<qint64>& id) { confirmed += id ? 1 : 0; });
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    REQUIRE(test::waitUntil([&] { return confirmed == 400; }));
    CHECK(announced >= 1);
    const auto items = journal->after(0, 1000, kPlenty);
    REQUIRE(items);
    REQUIRE(items->size() == 400);
    for (const JournalItem& item : *items) {
        CHECK(item.sealed.startsWith(QByteArray::number(item.id) + ':'));
    }
    journal->onAppended(nullptr);
}

TEST_CASE("At the quota nothing is taken until something was acknowledged") {
    Folder folder;
    const auto journal = folder.open(1000);
    REQUIRE(append(*journal, QByteArray(600, 'a')));
    const auto tooMuch = append(*journal, QByteArray(600, 'b'));
    REQUIRE_FALSE(tooMuch);
    CHECK(tooMuch.error().id == u"mailbox.full"_s);
    CHECK(tooMuch.error().kind == ErrorKind::Storage);
    REQUIRE(append(*journal, QByteArray(300, 'c'))); // a smaller one still fits
    const auto items = journal->after(0, 10, kPlenty);
    REQUIRE(items);
    REQUIRE(journal->acknowledge(items->back().id));
    CHECK(append(*journal, QByteArray(600, 'd')));
}

TEST_CASE("What cannot be sealed is not kept, and harms nobody else") {
    Folder folder;
    const auto journal = folder.open();
    std::promise<Result<qint64>> stored;
    journal->append(
        u"r"_s, "{}",
        [](qint64) -> Result<QByteArray> { return fail(ErrorKind::Invalid, u"no"_s); },
        [&](Result<qint64> id) { stored.set_value(std::move(id)); });
    const Result<qint64> refused = stored.get_future().get();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().id == u"mailbox.cannot_seal"_s);
    REQUIRE(append(*journal, "good"));
    CHECK(bodies(*journal) == QList<QByteArray>{"good"});
}

TEST_CASE("Pages are bounded, and an item larger than a page still comes") {
    Folder folder;
    const auto journal = folder.open();
    for (int i = 0; i < 5; ++i) {
        REQUIRE(append(*journal, QByteArray(100, 'x')));
    }
    REQUIRE(append(*journal, QByteArray(5000, 'y')));
    const auto size = [&](qint64 cursor, int limit, qint64 bytes) {
        const auto items = journal->after(cursor, limit, bytes);
        REQUIRE(items);
        return items->size();
    };
    CHECK(size(0, 3, kPlenty) == 3);
    CHECK(size(0, 100, 250) == 2);
    CHECK(size(5, 100, 250) == 1);
    CHECK(size(6, 100, 250) == 0);
    for (const qint64 wrong : {qint64{7}, qint64{-1}}) {
        const auto items = journal->after(wrong, 1, kPlenty);
        REQUIRE_FALSE(items);
        CHECK(items.error().id == u"mailbox.bad_cursor"_s);
        CHECK_FALSE(journal->acknowledge(wrong));
    }
}

TEST_CASE("Acknowledged items go after their time, others never by age") {
    Folder folder;
    const auto journal = folder.open();
    for (const QByteArray body : {"one", "two", "three"}) {
        REQUIRE(append(*journal, body));
    }
    REQUIRE(journal->acknowledge(1));
    folder.clock.advance(std::chrono::hours(24));
    REQUIRE(journal->acknowledge(2));
    REQUIRE(journal->acknowledge(1)); // never back
    const Time later = folder.clock.now();
    CHECK(journal->prune(later) == Result<int>(1));
    CHECK(bodies(*journal) == QList<QByteArray>{"two", "three"});
    folder.clock.advance(std::chrono::hours(24 * 365));
    CHECK(journal->prune(folder.clock.now()) == Result<int>(1));
    CHECK(journal->prune(folder.clock.now()) == Result<int>(0));
    CHECK(bodies(*journal) == QList<QByteArray>{"three"});
    CHECK(append(*journal, "four") == Result<qint64>(4)); // ids are never used again
    CHECK(journal->figures()->waiting == 2);
}

TEST_CASE("The quota makes acknowledged items go early, the oldest first, and no others") {
    Folder folder;
    auto journal = folder.open(1000);
    REQUIRE(append(*journal, QByteArray(400, 'a')));
    REQUIRE(append(*journal, QByteArray(400, 'b')));
    REQUIRE(journal->acknowledge(1));
    REQUIRE(append(*journal, QByteArray(400, 'c')));
    CHECK(bodies(*journal) == QList<QByteArray>{QByteArray(400, 'b'), QByteArray(400, 'c')});
    CHECK(journal->figures()->trouble.isEmpty());
    CHECK_FALSE(append(*journal, QByteArray(400, 'd')));
    CHECK(bodies(*journal).size() == 2);
    CHECK(journal->figures()->trouble == u"mailbox.full"_s);
    REQUIRE(journal->acknowledge(3));
    CHECK(journal->figures()->trouble.isEmpty());
    journal.reset();
    journal = folder.open(1000); // what is kept is counted anew
    REQUIRE(append(*journal, QByteArray(400, 'e')));
    CHECK(bodies(*journal) == QList<QByteArray>{QByteArray(400, 'e')});
}

TEST_CASE("A file that was removed takes nothing more, and what is in it can be collected") {
    Folder folder;
    auto journal = folder.open();
    REQUIRE(append(*journal, "one"));
    const QStringList names = QDir(folder.dir.path()).entryList(QDir::Files);
    for (const QString& name : names) {
        REQUIRE(QFile::remove(folder.dir.filePath(name)));
    }
    CHECK(journal->figures()->trouble == u"store.lost"_s);
    for (int attempt = 0; attempt < 2; ++attempt) {
        const auto refused = append(*journal, "two");
        REQUIRE_FALSE(refused);
        CHECK(refused.error().id == u"store.commit_failed"_s);
        CHECK(bodies(*journal) == QList<QByteArray>{"one"});
    }
    CHECK(journal->figures()->trouble == u"store.lost"_s);
    CHECK_FALSE(QFile::exists(folder.dir.filePath(u"j.sqlite"_s)));
}

TEST_CASE("On a full disk acknowledged items make room, also after a restart") {
    const test::SmallDisk disk("120m");
    if (!disk.isThere()) {
        WARN("The test of a full disk needs root and the right to mount a tmpfs: NOT RUN here.");
        return;
    }
    constexpr qint64 kLarge = 1024LL * 1024 * 1024;
    const QString path = disk.path() + u"/j.sqlite"_s;
    const SystemClock clock;
    auto journal = Journal::open(path, kLarge, clock);
    REQUIRE(journal);
    REQUIRE((*journal)->prune(fromMillis(0)) == Result<int>(0)); // keeps some of the disk back
    const QByteArray large(100'000, 'x');
    const auto fillUp = [&] {
        qint64 last = 0;
        for (int i = 0; i < 2000; ++i) {
            const auto id = append(**journal, large);
            if (!id) {
                return last;
            }
            last = *id;
        }
        return qint64{0};
    };
    const qint64 last = fillUp();
    REQUIRE(last > 300); // nobody has them: all are kept
    CHECK((*journal)->after(0, 1, kPlenty)->front().id == 1);
    CHECK_FALSE((*journal)->figures()->trouble.isEmpty());
    SECTION("at once") {
        REQUIRE((*journal)->acknowledge(last));
    }
    SECTION("after a restart") {
        journal->reset();
        journal = Journal::open(path, kLarge, clock);
        REQUIRE(journal);
        REQUIRE((*journal)->acknowledge(last));
    }
    for (int i = 0; i < 1000; ++i) { // more than the disk holds
        const auto id = append(**journal, large);
        INFO(i << ' ' << (id ? QString() : id.error().detail).toStdString());
        REQUIRE(id);
        REQUIRE((*journal)->acknowledge(*id));
    }
    CHECK((*journal)->figures()->trouble.isEmpty());
    CHECK((*journal)->after(0, 1, kPlenty)->front().id > 1);
}
