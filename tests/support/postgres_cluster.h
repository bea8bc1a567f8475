// A PostgreSQL server for the tests alone: unprivileged, in a temporary folder, reached by a socket
// in that folder, without fsync; gone with the test program, also when that crashes.
#pragma once

#include "core/store/store.h"

#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace comanda::test {

class PostgresCluster {
public:
    // The one of this program, started when it is first asked for. Throws std::runtime_error with
    // what is missing: a test without its server fails, it is not skipped.
    [[nodiscard]] static PostgresCluster& ofThisProgram();

    ~PostgresCluster();
    PostgresCluster(const PostgresCluster&) = delete;
    PostgresCluster& operator=(const PostgresCluster&) = delete;

    // An empty database with a name of its own; files beside it go to `dataDir`.
    [[nodiscard]] store::StoreConfig createDatabase(const QString& dataDir);
    void dropDatabase(const store::StoreConfig& config);

    // Ends every connection to that database, as a crash or a failover would.
    void killBackends(const store::StoreConfig& config);
    // Runs SQL on that database by psql; throws when it fails. -> what it printed, unaligned
    QString sql(const store::StoreConfig& config, const QString& statement);

private:
    PostgresCluster();
    void initialise();
    void startServer();
    [[nodiscard]] int run(const QString& program, const QStringList& arguments);
    [[nodiscard]] QString log() const;

    QString bin_; // folder of the server's programs
    QTemporaryDir dir_;
    long server_ = 0; // process id
    int databases_ = 0;
};

} // namespace comanda::test
