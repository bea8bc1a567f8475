// A fresh store on an engine, with a folder and a clock of its own. Every test of the store runs on
// both engines:
//     StoreFixture store(eachEngine());
#pragma once

#include "core/store/store.h"
#include "tests/support/catch.h"
#include "tests/support/postgres_cluster.h"

#include <QTemporaryDir>

namespace comanda::test {

// Makes Catch run the test case once for each engine. At most once in a test case.
[[nodiscard]] inline store::StoreConfig::Engine eachEngine() {
    return GENERATE(store::StoreConfig::Engine::Sqlite, store::StoreConfig::Engine::Postgres);
}

class StoreFixture {
public:
    explicit StoreFixture(store::StoreConfig::Engine engine)
        : message_(
            Catch::MessageBuilder("INFO", CATCH_INTERNAL_LINEINFO, Catch::ResultWas::Info)
            << (engine == store::StoreConfig::Engine::Sqlite ? "on SQLite" : "on PostgreSQL")) {
        REQUIRE(dir_.isValid());
        if (engine == store::StoreConfig::Engine::Postgres) {
            config = PostgresCluster::ofThisProgram().createDatabase(
                dir_.filePath(QStringLiteral("data")));
        } else {
            config.dataDir = dir_.filePath(QStringLiteral("data"));
            config.path = config.dataDir + QStringLiteral("/store.sqlite");
        }
    }
    ~StoreFixture() {
        if (isPostgres()) {
            PostgresCluster::ofThisProgram().dropDatabase(config);
        }
    }
    StoreFixture(const StoreFixture&) = delete;
    StoreFixture& operator=(const StoreFixture&) = delete;

    [[nodiscard]] bool isPostgres() const {
        return config.engine == store::StoreConfig::Engine::Postgres;
    }

    // The store must be gone before the fixture.
    [[nodiscard]] std::unique_ptr<store::Store>
    open(store::Access access = store::Access::Write) const {
        auto opened = store::Store::open(config, access, clock);
        if (!opened) {
            FAIL("cannot open: " << opened.error().id.toStdString() << " "
                                 << opened.error().detail.toStdString());
        }
        return std::move(*opened);
    }

private:
    Catch::ScopedMessage message_;
    QTemporaryDir dir_;

public:
    ManualClock clock{*fromIso(u"2026-03-14T19:00:00Z")};
    store::StoreConfig config;
};

} // namespace comanda::test
