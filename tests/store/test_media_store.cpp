// Attachments' bytes, kept and found again by their content.
#include "core/store/media_store.h"
#include "tests/support/store_fixture.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>

#include <thread>

using namespace comanda;
using namespace comanda::store;
using namespace comanda::test;
using namespace Qt::StringLiterals;

namespace {

QString written(const MediaStore& media, const QString& name, const QByteArray& bytes) {
    const QString path = media.temporaryDir() + u'/' + name;
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
    return path;
}

QByteArray bytesAt(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

QString nameOf(const QByteArray& bytes) {
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QByteArray patterned(qsizetype size) {
    QByteArray bytes(size, '\0');
    for (qsizetype at = 0; at < size; ++at) {
        bytes[at] = static_cast<char>(at * 31 + at / 257);
    }
    return bytes;
}

} // namespace

TEST_CASE("Attachments come back whole under the hash of their bytes", "[store][media]") {
    const StoreFixture fixture(eachEngine());
    auto store = fixture.open();
    MediaStore& media = store->media();
    for (const qsizetype size :
         {qsizetype{0}, qsizetype{1}, qsizetype{kMediaChunkBytes - 1}, qsizetype{kMediaChunkBytes},
          qsizetype{kMediaChunkBytes + 1}, qsizetype{3 * kMediaChunkBytes + 17}}) {
        INFO("bytes: " << size);
        const QByteArray bytes = patterned(size);
        const QString temporary = written(media, u"in.tmp"_s, bytes);
        auto kept = media.keep(temporary);
        REQUIRE(kept);
        CHECK(*kept == nameOf(bytes));
        CHECK_FALSE(QFile::exists(temporary));
        const QString path = media.path(*kept);
        CHECK(bytesAt(path) == bytes);
        const QFile::Permissions others =
            QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        CHECK((QFile::permissions(path) & others) == QFile::Permissions());
        CHECK((QFile::permissions(QFileInfo(path).absolutePath()) & others)
              == QFile::Permissions());
    }
}

TEST_CASE("The same content is kept once", "[store][media]") {
    const StoreFixture fixture(eachEngine());
    auto store = fixture.open();
    MediaStore& media = store->media();
    const QByteArray bytes = patterned(100'000);
    auto first = media.keep(written(media, u"1.tmp"_s, bytes));
    const QString again = written(media, u"2.tmp"_s, bytes);
    auto second = media.keep(again);
    REQUIRE(first);
    CHECK(first == second);
    CHECK_FALSE(QFile::exists(again));
    CHECK(bytesAt(media.path(*first)) == bytes);

    SECTION("also when several threads bring it") {
        const QByteArray other = patterned(70'001);
        std::vector<Result<QString>> results(4, Result<QString>(QString()));
        std::vector<QString> temporaries;
        for (size_t at = 0; at < results.size(); ++at) {
            temporaries.push_back(written(media, u"t%1.tmp"_s.arg(at), other));
        }
        std::vector<std::thread> threads;
        for (size_t at = 0; at < results.size(); ++at) {
            threads.emplace_back([&, at] { results[at] = media.keep(temporaries[at]); });
        }
        for (std::thread& thread : threads) {
            thread.join();
        }
        for (const Result<QString>& result : results) {
            REQUIRE(result);
            CHECK(*result == nameOf(other));
        }
        CHECK(bytesAt(media.path(nameOf(other))) == other);
        CHECK(QDir(media.temporaryDir()).entryList(QDir::Files).isEmpty());
    }
    SECTION("half a file under that name is replaced") {
        QFile torn(media.path(*first));
        REQUIRE(torn.resize(10));
        REQUIRE(media.keep(written(media, u"3.tmp"_s, bytes)));
        CHECK(bytesAt(media.path(*first)) == bytes);
    }
}

TEST_CASE("What is not there is not found, whatever the name", "[store][media]") {
    const StoreFixture fixture(eachEngine());
    auto store = fixture.open();
    MediaStore& media = store->media();
    REQUIRE_FALSE(media.temporaryDir().isEmpty());
    QFile outside(fixture.config.dataDir + u"/outside"_s);
    REQUIRE(outside.open(QIODevice::WriteOnly));
    outside.close();
    for (const QString& name :
         {u""_s, u"ab"_s, u"../outside"_s, nameOf("never kept"), nameOf("x").toUpper(),
          u"../../outside"_s.leftJustified(64, u'a'), QString(64, u'/')}) {
        CHECK(media.path(name).isEmpty());
    }
    auto missing = media.keep(media.temporaryDir() + u"/missing"_s);
    REQUIRE_FALSE(missing);
    CHECK(missing.error().id == u"media.cannot_keep"_s);
    CHECK_FALSE(QFile::exists(media.temporaryDir() + u"/missing"_s));
}

TEST_CASE("Another seat fetches attachments from the server", "[store][media]") {
    const StoreFixture fixture(StoreConfig::Engine::Postgres);
    auto store = fixture.open();
    const QByteArray bytes = patterned(2 * kMediaChunkBytes + 5);
    auto kept = store->media().keep(written(store->media(), u"in.tmp"_s, bytes));
    REQUIRE(kept);
    StoreConfig elsewhere = fixture.config;
    elsewhere.dataDir = fixture.config.dataDir + u"-of-another-seat"_s;
    auto other = makeMediaStore(elsewhere);

    SECTION("whole, and from its own files afterwards") {
        const QString path = other->path(*kept);
        CHECK(path.startsWith(elsewhere.dataDir));
        CHECK(bytesAt(path) == bytes);
        PostgresCluster::ofThisProgram().sql(fixture.config, u"DELETE FROM media_chunk"_s);
        CHECK(bytesAt(other->path(*kept)) == bytes);
    }
    SECTION("but not bytes that were damaged there") {
        PostgresCluster::ofThisProgram().sql(
            fixture.config, u"UPDATE media_chunk SET bytes = '\\x00' WHERE seq = 1"_s);
        CHECK(other->path(*kept).isEmpty());
        CHECK(QDir(other->temporaryDir()).entryList(QDir::Files).isEmpty());
    }
}

TEST_CASE("Half a file of a program that was killed goes, another's that is being fetched stays",
          "[store][media]") {
    const StoreFixture fixture(eachEngine());
    auto store = fixture.open();
    const QString left = written(store->media(), u"fetch-left"_s, "half a video");
    const QString young = written(store->media(), u"fetch-young"_s, "half another");
    QFile file(left);
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.setFileTime(QDateTime::currentDateTimeUtc().addDays(-2),
                             QFileDevice::FileModificationTime));
    file.close();
    store.reset();
    store = fixture.open(Access::ReadOnly);
    CHECK(QFile::exists(left));
    store.reset();
    store = fixture.open();
    CHECK_FALSE(QFile::exists(left));
    CHECK(QFile::exists(young));
}
