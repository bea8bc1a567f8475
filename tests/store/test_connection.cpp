// Statements, values, errors and transactions of one connection.
#include "core/store/connection.h"
#include "core/store/engine_warnings.h"
#include "core/store/files.h"
#include "core/store/postgres_url.h"
#include "core/store/sql_error.h"
#include "tests/support/store_fixture.h"

#include <QDir>

using namespace comanda;
using namespace comanda::store;
using namespace comanda::test;
using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<Connection> openOn(const StoreFixture& fixture, bool readOnly = false) {
    REQUIRE(makeOwnerFolder(fixture.config.dataDir));
    auto opened = Connection::open(fixture.config, readOnly);
    REQUIRE(opened);
    return std::move(*opened);
}

void makeTable(Connection& db) {
    const Dialect& words = db.dialect();
    REQUIRE(db.execute(
        u"CREATE TABLE thing (%1, number BIGINT, words TEXT, raw %2, part DOUBLE PRECISION)"_s.arg(
            words.idColumn(), words.bytesType())));
}

QString addNumber() {
    return u"INSERT INTO thing (number) VALUES (?) RETURNING id"_s;
}

qint64 countOf(Connection& db) {
    auto row = db.selectOne(u"SELECT COUNT(*) FROM thing"_s);
    REQUIRE(row);
    return (**row).integer(0);
}

} // namespace

TEST_CASE("A connection returns every value as it was bound", "[store][connection]") {
    const StoreFixture fixture(eachEngine());
    auto db = openOn(fixture);
    makeTable(*db);

    SECTION("whole numbers keep 64 bits") {
        for (const qint64 number : {qint64{0}, std::numeric_limits<qint64>::max(),
                                    std::numeric_limits<qint64>::min(), (qint64{1} << 53) + 1}) {
            auto id = db->insert(addNumber(), {number});
            REQUIRE(id);
            auto row = db->selectOne(u"SELECT number FROM thing WHERE id = ?"_s, {*id});
            REQUIRE(row);
            CHECK((**row).integer(0) == number);
        }
    }
    SECTION("text") {
        const QStringList texts{u""_s, u"it's \"quoted\" \\ and ? and $1 and :name"_s,
                                u"two\nlines\t🍕 ñ"_s, QString(200'000, u'x')};
        for (const QString& text : texts) {
            auto id = db->insert(u"INSERT INTO thing (words) VALUES (?) RETURNING id"_s, {text});
            REQUIRE(id);
            auto row = db->selectOne(u"SELECT words FROM thing WHERE id = ?"_s, {*id});
            REQUIRE(row);
            CHECK((**row).text(0) == text);
        }
    }
    SECTION("bytes") {
        for (const QByteArray& bytes :
             {QByteArray(""), QByteArray("\0\1\377'\\", 5), QByteArray(300'000, '\0')}) {
            auto id = db->insert(u"INSERT INTO thing (raw) VALUES (?) RETURNING id"_s, {bytes});
            REQUIRE(id);
            auto row = db->selectOne(u"SELECT raw FROM thing WHERE id = ?"_s, {*id});
            REQUIRE(row);
            CHECK((**row).bytes(0) == bytes);
        }
    }
    SECTION("a null string is text, not NULL; an invalid value is NULL; a flag is 0 or 1") {
        auto id = db->insert(
            u"INSERT INTO thing (words, raw, number, part) VALUES (?, ?, ?, ?) RETURNING id"_s,
            {QString(), QByteArray(), true, QVariant()});
        REQUIRE(id);
        auto row =
            db->selectOne(u"SELECT words, raw, number, part FROM thing WHERE id = ?"_s, {*id});
        REQUIRE(row);
        CHECK_FALSE((**row).isNull(0));
        CHECK_FALSE((**row).isNull(1));
        CHECK((**row).flag(2));
        CHECK((**row).isNull(3));
        CHECK((**row).optionalTime(3) == std::nullopt);
    }
    SECTION("U+0000 is replaced: PostgreSQL has no such text") {
        auto id = db->insert(u"INSERT INTO thing (words) VALUES (?) RETURNING id"_s,
                             {QString(u"a"_s + QChar(0) + u'b')});
        REQUIRE(id);
        auto row = db->selectOne(u"SELECT words FROM thing WHERE id = ?"_s, {*id});
        REQUIRE(row);
        CHECK((**row).text(0) == u"a\uFFFDb"_s);
    }
    SECTION("a prepared statement forgets the values of its last run") {
        const QString sql = u"INSERT INTO thing (number, words) VALUES (?, ?) RETURNING id"_s;
        REQUIRE(db->insert(sql, {1, u"first"_s}));
        auto id = db->insert(sql, {2, QVariant()});
        REQUIRE(id);
        auto row = db->selectOne(u"SELECT words FROM thing WHERE id = ?"_s, {*id});
        REQUIRE(row);
        CHECK((**row).isNull(0));
    }
}

TEST_CASE("A connection counts, misses and tells apart", "[store][connection]") {
    const StoreFixture fixture(eachEngine());
    auto db = openOn(fixture);
    makeTable(*db);
    for (int number = 0; number < 5; ++number) {
        REQUIRE(db->insert(addNumber(), {number}));
    }
    CHECK(db->execute(u"UPDATE thing SET words = ? WHERE number >= ?"_s, {u"x"_s, 3})
          == Result<int>(2));
    CHECK(db->execute(u"DELETE FROM thing WHERE number = ?"_s, {99}) == Result<int>(0));
    auto none = db->selectOne(u"SELECT id FROM thing WHERE number = ?"_s, {99});
    REQUIRE(none);
    CHECK_FALSE(none->has_value());
    auto noRow = db->insert(u"UPDATE thing SET words = 'y' WHERE number = ? RETURNING id"_s, {99});
    REQUIRE_FALSE(noRow);
    CHECK(noRow.error().id == u"store.statement"_s);

    SECTION("statements made at run time do not pile up") {
        for (int number = 0; number < 1000; ++number) {
            REQUIRE(db->select(u"SELECT %1 FROM thing"_s.arg(number)));
        }
        CHECK(countOf(*db) == 5);
    }
    SECTION("an error names the statement and never a value") {
        auto failed = db->execute(u"INSERT INTO nowhere (a) VALUES (?)"_s, {u"confidential"_s});
        REQUIRE_FALSE(failed);
        CHECK(failed.error().kind == ErrorKind::Storage);
        CHECK(failed.error().id == u"store.statement"_s);
        CHECK(failed.error().detail.contains(u"nowhere"_s));
        CHECK_FALSE(failed.error().detail.contains(u"confidential"_s));
        REQUIRE(db->execute(
            u"CREATE UNIQUE INDEX thing_words ON thing (words) WHERE words = 'confidential'"_s));
        const QString sql = u"INSERT INTO thing (words) VALUES (?)"_s;
        REQUIRE(db->execute(sql, {u"confidential"_s}));
        auto twice = db->execute(sql, {u"confidential"_s});
        REQUIRE_FALSE(twice);
        CHECK_FALSE(twice.error().detail.contains(u"confidential"_s));
        CHECK(db->isAlive());
    }
    SECTION("the server's clock") {
        const SystemClock clock;
        const qint64 before = toMillis(clock.now());
        auto row = db->selectOne(u"SELECT "_s + db->dialect().nowMillis());
        REQUIRE(row);
        CHECK((**row).integer(0) >= before - 1); // rounded
        CHECK((**row).integer(0) <= toMillis(clock.now()) + 1);
    }
}

TEST_CASE("Transactions and savepoints undo exactly their own", "[store][connection]") {
    const StoreFixture fixture(eachEngine());
    auto db = openOn(fixture);
    makeTable(*db);
    REQUIRE(db->begin());
    REQUIRE(db->insert(addNumber(), {1}));

    SECTION("a failed statement inside a savepoint leaves the rest") {
        REQUIRE(db->savepoint());
        REQUIRE(db->insert(addNumber(), {2}));
        REQUIRE_FALSE(db->execute(u"INSERT INTO nowhere (a) VALUES (1)"_s));
        db->rollbackToSavepoint();
        REQUIRE(db->savepoint());
        REQUIRE(db->insert(addNumber(), {3}));
        REQUIRE(db->releaseSavepoint());
        REQUIRE(db->commit());
        CHECK(countOf(*db) == 2);
    }
    SECTION("savepoints nest") {
        REQUIRE(db->savepoint());
        REQUIRE(db->insert(addNumber(), {2}));
        REQUIRE(db->savepoint());
        REQUIRE(db->insert(addNumber(), {3}));
        db->rollbackToSavepoint();
        REQUIRE(db->releaseSavepoint());
        REQUIRE(db->commit());
        CHECK(countOf(*db) == 2);
    }
    SECTION("rollback undoes all, and the connection is as good as new") {
        db->rollback();
        CHECK(countOf(*db) == 0);
        REQUIRE(db->begin());
        REQUIRE(db->insert(addNumber(), {4}));
        REQUIRE(db->commit());
        CHECK(countOf(*db) == 1);
    }
    SECTION("once the engine has ended the transaction nothing more is committed in its name") {
        REQUIRE(db->savepoint());
        REQUIRE(db->execute(u"ROLLBACK"_s)); // as SQLite does by itself when the disk is full
        db->rollbackToSavepoint();
        CHECK_FALSE(db->savepoint());
        CHECK_FALSE(db->commit());
        db->rollback();
        CHECK(countOf(*db) == 0);
    }
}

TEST_CASE("A reader sees one snapshot and changes nothing", "[store][connection]") {
    const StoreFixture fixture(eachEngine());
    auto writer = openOn(fixture);
    makeTable(*writer);
    auto reader = openOn(fixture, true);
    REQUIRE(reader->begin());
    CHECK(countOf(*reader) == 0);
    REQUIRE(writer->insert(addNumber(), {1}));
    CHECK(countOf(*reader) == 0);
    reader->rollback();
    CHECK(countOf(*reader) == 1);
    CHECK_FALSE(reader->execute(u"DELETE FROM thing"_s));
    CHECK_FALSE(reader->execute(u"CREATE TABLE more (a INTEGER)"_s));
    CHECK(countOf(*writer) == 1);
}

TEST_CASE("A SQLite file is written durably and by readers never", "[store][connection]") {
    const StoreFixture fixture(StoreConfig::Engine::Sqlite);
    auto writer = openOn(fixture);
    makeTable(*writer);
    auto reader = openOn(fixture, true);
    struct Setting {
        Connection& db;
        QString name, value;
    };
    for (const Setting& setting :
         {Setting{*writer, u"journal_mode"_s, u"wal"_s}, Setting{*writer, u"synchronous"_s, u"2"_s},
          Setting{*writer, u"foreign_keys"_s, u"1"_s},
          Setting{*writer, u"trusted_schema"_s, u"0"_s}, Setting{*reader, u"query_only"_s, u"1"_s},
          Setting{*reader, u"wal_autocheckpoint"_s, u"0"_s}}) {
        INFO(setting.name.toStdString());
        auto row = setting.db.selectOne(u"PRAGMA "_s + setting.name);
        REQUIRE(row);
        CHECK((**row).text(0) == setting.value);
    }
    // A checkpoint asked of a reader is refused, and closing the last reader brings nothing back.
    CHECK_FALSE(reader->select(u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
    REQUIRE(writer->insert(addNumber(), {1}));
    CHECK(QFileInfo(fixture.config.path + u"-wal"_s).size() > 0);
}

TEST_CASE("A lost server is told apart from a bad statement", "[store][connection]") {
    const StoreFixture fixture(StoreConfig::Engine::Postgres);
    auto db = openOn(fixture);
    makeTable(*db);
    CHECK(db->isAlive());
    PostgresCluster::ofThisProgram().killBackends(fixture.config);
    auto lost = db->insert(addNumber(), {1});
    REQUIRE_FALSE(lost);
    CHECK(lost.error().id == u"store.connection_lost"_s);
    CHECK(lost.error().kind == ErrorKind::Network);
    CHECK_FALSE(db->isAlive());
}

TEST_CASE("What cannot be opened says so without the password", "[store][connection]") {
    StoreConfig config;
    SECTION("SQLite: a folder that is not there") {
        config.path = u"/nowhere/at/all/store.sqlite"_s;
    }
    SECTION("PostgreSQL: a server that is not there") {
        config.engine = StoreConfig::Engine::Postgres;
        config.url = Secret("postgresql://someone:hush-hush@/shop?host=/nowhere/at/all");
    }
    auto opened = Connection::open(config, false);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().id == u"store.cannot_open"_s);
    CHECK_FALSE(opened.error().detail.contains(u"hush-hush"_s));
}

TEST_CASE("Drivers' errors have a meaning", "[store][connection]") {
    struct Known {
        StoreConfig::Engine engine;
        QString code;
        bool alive;
        QString id;
    };
    constexpr auto kSqlite = StoreConfig::Engine::Sqlite;
    constexpr auto kPostgres = StoreConfig::Engine::Postgres;
    for (const Known& known : {Known{kSqlite, u"5"_s, true, u"store.busy"_s},
                               Known{kSqlite, u"517"_s, true, u"store.busy"_s},
                               Known{kSqlite, u"6"_s, true, u"store.busy"_s},
                               Known{kSqlite, u"13"_s, true, u"store.disk_full"_s},
                               Known{kSqlite, u"11"_s, true, u"store.corrupt"_s},
                               Known{kSqlite, u"26"_s, true, u"store.corrupt"_s},
                               Known{kSqlite, u"2067"_s, true, u"store.refused"_s},
                               Known{kSqlite, u"18"_s, true, u"store.refused"_s},
                               Known{kSqlite, u"20"_s, true, u"store.refused"_s},
                               Known{kSqlite, u"1"_s, true, u"store.statement"_s},
                               Known{kSqlite, u"7"_s, true, u"store.statement"_s},
                               Known{kSqlite, u"266"_s, true, u"store.statement"_s},
                               Known{kSqlite, u"14"_s, true, u"store.statement"_s},
                               Known{kPostgres, u"57P01"_s, true, u"store.connection_lost"_s},
                               Known{kPostgres, u"08006"_s, true, u"store.connection_lost"_s},
                               Known{kPostgres, u""_s, false, u"store.connection_lost"_s},
                               Known{kPostgres, u"40P01"_s, true, u"store.busy"_s},
                               Known{kPostgres, u"53100"_s, true, u"store.disk_full"_s},
                               Known{kPostgres, u"23505"_s, true, u"store.refused"_s},
                               Known{kPostgres, u"22021"_s, true, u"store.refused"_s},
                               Known{kPostgres, u"54000"_s, true, u"store.refused"_s},
                               Known{kPostgres, u"57014"_s, true, u"store.statement"_s},
                               Known{kPostgres, u"53200"_s, true, u"store.statement"_s},
                               Known{kPostgres, u"42501"_s, true, u"store.statement"_s}}) {
        INFO(known.code.toStdString());
        const QSqlError error(u"driver"_s, u"first line\nDETAIL: a customer's words"_s,
                              QSqlError::StatementError, known.code);
        const Error meant = sqlError(known.engine, error, u"SELECT 1"_s, known.alive);
        CHECK(meant.id == known.id);
        CHECK(meant.detail.contains(u"first line"_s));
        CHECK_FALSE(meant.detail.contains(u"customer"_s));
    }
}

TEST_CASE("PostgreSQL addresses are read", "[store][connection]") {
    struct Example {
        QByteArray url;
        QString hosts, ports, database, user;
        QByteArray password;
    };
    for (const Example& example :
         {Example{"postgresql://ana:p%40ss@db.example:6432/shop?sslmode=require", u"db.example"_s,
                  u"6432"_s, u"shop"_s, u"ana"_s, "p@ss"},
          Example{"postgres://db/shop", u"db"_s, u"5432"_s, u"shop"_s, u""_s, ""},
          Example{"postgresql://u:a:b@one:1,two:2,three/shop", u"one,two,three"_s, u"1,2,5432"_s,
                  u"shop"_s, u"u"_s, "a:b"},
          Example{"postgresql://u@[::1]:7000/x", u"::1"_s, u"7000"_s, u"x"_s, u"u"_s, ""},
          Example{"postgresql:///x?host=%2Frun%2Fpg&user=eve&password=q", u"/run/pg"_s, u""_s,
                  u"x"_s, u"eve"_s, "q"}}) {
        INFO(example.url.toStdString());
        auto address = parsePostgresUrl(Secret(example.url));
        REQUIRE(address);
        CHECK(address->hosts == example.hosts);
        CHECK(address->ports == example.ports);
        CHECK(address->database == example.database);
        CHECK(address->user == example.user);
        CHECK(address->password.reveal() == example.password);
    }
    auto secure =
        parsePostgresUrl(Secret("postgresql://u@h/x?sslmode=verify-full&connect_timeout=2"));
    REQUIRE(secure);
    CHECK(connectOptions(*secure).contains(u"sslmode='verify-full'"_s));
    CHECK(connectOptions(*secure).contains(u"connect_timeout='2'"_s));
    CHECK_FALSE(connectOptions(*secure).contains(u"connect_timeout='5'"_s));
    for (const char* wrong : {"", "mysql://h/x", "postgresql:h", "postgresql://h/x?novalue"}) {
        auto refused = parsePostgresUrl(Secret(wrong));
        REQUIRE_FALSE(refused);
        CHECK(refused.error().id == u"store.bad_address"_s);
    }
}

TEST_CASE("The doctor hears what engine it is", "[store][connection]") {
    const StoreFixture fixture(eachEngine());
    auto db = openOn(fixture);
    auto facts = engineFacts(*db);
    REQUIRE(facts);
    CHECK(facts->name == (fixture.isPostgres() ? u"PostgreSQL"_s : u"SQLite"_s));
    CHECK_FALSE(facts->version.isEmpty());
    // The test server runs without fsync, which is what a shop's server must not do.
    CHECK(facts->warnings.contains(u"store.commit_not_durable"_s) == fixture.isPostgres());
    for (const auto& [version, affected] :
         {std::pair{u"3.6.23"_s, false}, std::pair{u"3.7.0"_s, true}, std::pair{u"3.40.1"_s, true},
          std::pair{u"3.51.2"_s, true}, std::pair{u"3.51.3"_s, false},
          std::pair{u"3.54.1"_s, false}}) {
        CHECK(hasWalResetDefect(version) == affected);
    }
}
