// From every older schema to the newest, and what happens when a step fails.
#include "core/store/files.h"
#include "core/store/migrate.h"
#include "tests/support/store_fixture.h"

#include <QDir>

#include <thread>

using namespace comanda;
using namespace comanda::store;
using namespace comanda::test;
using namespace Qt::StringLiterals;

namespace {

QStringList makeA(const Dialect&) {
    return {u"CREATE TABLE a (x INTEGER)"_s, u"INSERT INTO a (x) VALUES (7)"_s};
}
QStringList makeB(const Dialect&) {
    return {u"CREATE TABLE b (y INTEGER)"_s, u"ALTER TABLE a ADD COLUMN z INTEGER"_s};
}
QStringList fails(const Dialect&) {
    return {u"CREATE TABLE c (w INTEGER)"_s, u"INSERT INTO nowhere (q) VALUES (1)"_s};
}

const std::vector<Migration> kTwoSteps{{1, &makeA}, {2, &makeB}};

std::unique_ptr<Connection> openOn(const StoreConfig& config) {
    REQUIRE(makeOwnerFolder(config.dataDir));
    auto opened = Connection::open(config, false);
    REQUIRE(opened);
    return std::move(*opened);
}

// Every table, column and index in words that can be compared.
QStringList schemaIn(Connection& db) {
    QStringList lines;
    const QString sql =
        db.dialect().engine == StoreConfig::Engine::Sqlite
            ? u"SELECT type, name, COALESCE(sql, '') FROM sqlite_master ORDER BY type, name"_s
            : u"SELECT 'column', table_name || '.' || column_name, data_type || ' ' || is_nullable "
              u"|| ' ' || "
              "COALESCE(column_default, '') FROM information_schema.columns WHERE table_schema = "
              "'public' "
              "UNION ALL SELECT 'index', indexname, indexdef FROM pg_indexes WHERE schemaname = "
              "'public' "
              "UNION ALL SELECT 'constraint', conname, pg_get_constraintdef(oid) FROM "
              "pg_constraint "
              "WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2, 3"_s;
    auto rows = db.select(sql);
    REQUIRE(rows);
    for (const Row& row : *rows) {
        lines.append(row.text(0) + u' ' + row.text(1) + u' ' + row.text(2));
    }
    return lines;
}

} // namespace

TEST_CASE("Migrations are numbered from 1 without a gap", "[store][migrations]") {
    int number = 0;
    for (const Migration& step : migrations()) {
        CHECK(step.number == ++number);
    }
    CHECK(number >= 1);
    CHECK(latestSchema() == number);
}

TEST_CASE("Every older schema becomes the same as a fresh one", "[store][migrations]") {
    const auto engine = eachEngine();
    const StoreFixture fresh(engine);
    auto freshDb = openOn(fresh.config);
    REQUIRE(migrate(*freshDb, fresh.config, fresh.clock, migrations()));
    const QStringList wanted = schemaIn(*freshDb);
    CHECK(wanted.size() > 10);
    for (int from = 1; from <= latestSchema(); ++from) {
        INFO("from schema " << from);
        const StoreFixture old(engine);
        auto db = openOn(old.config);
        const std::vector<Migration> until(migrations().begin(), migrations().begin() + from);
        REQUIRE(migrate(*db, old.config, old.clock, until));
        REQUIRE(migrate(*db, old.config, old.clock, migrations()));
        CHECK(schemaOf(*db) == Result<int>(latestSchema()));
        CHECK(schemaIn(*db) == wanted);
    }
}

TEST_CASE("Steps run once, in order, and keep what is there", "[store][migrations]") {
    const StoreFixture fixture(eachEngine());
    auto db = openOn(fixture.config);
    CHECK(schemaOf(*db) == Result<int>(0));
    auto first = migrate(*db, fixture.config, fixture.clock, {kTwoSteps.front()});
    REQUIRE(first);
    CHECK(first->from == 0);
    CHECK(first->backup.isEmpty()); // nothing was there to lose
    auto second = migrate(*db, fixture.config, fixture.clock, kTwoSteps);
    REQUIRE(second);
    CHECK(second->from == 1);
    CHECK(second->to == 2);
    auto again = migrate(*db, fixture.config, fixture.clock, kTwoSteps);
    REQUIRE(again);
    CHECK(again->from == 2);
    CHECK(again->backup.isEmpty());
    auto row = db->selectOne(u"SELECT x, z FROM a"_s);
    REQUIRE(row);
    CHECK((**row).integer(0) == 7);
    CHECK((**row).isNull(1));
}

TEST_CASE("An older SQLite file is copied before it is changed", "[store][migrations]") {
    const StoreFixture fixture(StoreConfig::Engine::Sqlite);
    auto db = openOn(fixture.config);
    REQUIRE(migrate(*db, fixture.config, fixture.clock, {kTwoSteps.front()}));
    auto migrated = migrate(*db, fixture.config, fixture.clock, kTwoSteps);
    REQUIRE(migrated);
    REQUIRE(QFile::exists(migrated->backup));
    const QFile::Permissions others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    CHECK((QFile::permissions(migrated->backup) & others) == QFile::Permissions());
    StoreConfig copy = fixture.config;
    copy.path = migrated->backup;
    auto old = Connection::open(copy, true);
    REQUIRE(old);
    CHECK(schemaOf(**old) == Result<int>(1));
    auto row = (*old)->selectOne(u"SELECT x FROM a"_s);
    REQUIRE(row);
    CHECK((**row).integer(0) == 7);
}

TEST_CASE("No copy, no migration", "[store][migrations]") {
    const StoreFixture fixture(StoreConfig::Engine::Sqlite);
    auto db = openOn(fixture.config);
    REQUIRE(migrate(*db, fixture.config, fixture.clock, {kTwoSteps.front()}));
    QFile inTheWay(fixture.config.dataDir + u"/backups"_s); // a file where the folder should be
    REQUIRE(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.close();
    auto refused = migrate(*db, fixture.config, fixture.clock, kTwoSteps);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().id == u"store.migration_failed"_s);
    CHECK(schemaOf(*db) == Result<int>(1));
}

TEST_CASE("A failing step is undone whole and named", "[store][migrations]") {
    const StoreFixture fixture(eachEngine());
    auto db = openOn(fixture.config);
    auto failed =
        migrate(*db, fixture.config, fixture.clock, {{1, &makeA}, {2, &fails}, {3, &makeB}});
    REQUIRE_FALSE(failed);
    CHECK(failed.error().id == u"store.migration_failed"_s);
    CHECK(failed.error().params.value(u"number"_s) == u"2"_s);
    CHECK(failed.error().detail.contains(u"nowhere"_s));
    CHECK(schemaOf(*db) == Result<int>(1));
    CHECK_FALSE(db->select(u"SELECT w FROM c"_s)); // the step's first statement is gone too
    CHECK(db->select(u"SELECT x FROM a"_s));
    REQUIRE(migrate(*db, fixture.config, fixture.clock, kTwoSteps)); // a mended program goes on
}

TEST_CASE("A store of a newer program is refused, and untouched", "[store][migrations]") {
    const StoreFixture fixture(eachEngine());
    {
        auto db = openOn(fixture.config);
        REQUIRE(migrate(*db, fixture.config, fixture.clock, migrations()));
        REQUIRE(db->execute(u"INSERT INTO schema_version (number, applied_at) VALUES (?, 0)"_s,
                            {latestSchema() + 1}));
    }
    for (const Access access : {Access::Write, Access::ReadOnly}) {
        auto refused = Store::open(fixture.config, access, fixture.clock);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().id == u"store.newer_schema"_s);
        CHECK(refused.error().params.value(u"found"_s) == QString::number(latestSchema() + 1));
        CHECK(refused.error().params.value(u"known"_s) == QString::number(latestSchema()));
    }
}

TEST_CASE("Whoever only reads does not migrate", "[store][migrations]") {
    const StoreFixture fixture(eachEngine());
    auto db = openOn(fixture.config);
    auto refused = Store::open(fixture.config, Access::ReadOnly, fixture.clock);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().id == u"store.older_schema"_s);
    CHECK(schemaOf(*db) == Result<int>(0));
}

TEST_CASE("Two seats that start at once migrate once", "[store][migrations]") {
    const StoreFixture fixture(StoreConfig::Engine::Postgres);
    REQUIRE(makeOwnerFolder(fixture.config.dataDir));
    std::vector<Result<Migrated>> results(4, Result<Migrated>(Migrated{}));
    std::vector<std::thread> seats;
    for (Result<Migrated>& result : results) {
        seats.emplace_back([&] {
            auto db = Connection::open(fixture.config, false);
            result =
                db ? migrate(**db, fixture.config, fixture.clock, kTwoSteps) : fail(db.error());
        });
    }
    for (std::thread& seat : seats) {
        seat.join();
    }
    for (const auto& result : results) {
        CHECK(result);
    }
    auto db = openOn(fixture.config);
    auto rows = db->select(u"SELECT x FROM a"_s);
    REQUIRE(rows);
    CHECK(rows->size() == 1);
}

TEST_CASE("A file that is no database is left as it is", "[store][migrations]") {
    const StoreFixture fixture(StoreConfig::Engine::Sqlite);
    REQUIRE(makeOwnerFolder(fixture.config.dataDir));
    const QByteArray garbage(8192, 'g');
    QFile file(fixture.config.path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(garbage) == garbage.size());
    file.close();
    for (const Access access : {Access::Write, Access::ReadOnly}) {
        auto refused = Store::open(fixture.config, access, fixture.clock);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().id == u"store.corrupt"_s);
    }
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll() == garbage);
}
