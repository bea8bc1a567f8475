// Reads a PostgreSQL address: postgresql://user:password@host:port[,host:port]/database?key=value
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QList>
#include <QPair>
#include <QString>

namespace comanda::store {

struct PostgresAddress {
    QString hosts, ports; // comma-separated lists of equal length; empty: the driver's default
    QString database, user;
    Secret password;
    QList<QPair<QString, QString>> options; // e.g. sslmode, target_session_attrs
};

// Fails with Invalid "store.bad_address". The detail never repeats the address: it holds a
// password.
[[nodiscard]] Result<PostgresAddress> parsePostgresUrl(const Secret& url);

// Everything but database, user and password, as QSqlDatabase::setConnectOptions() wants it.
[[nodiscard]] QString connectOptions(const PostgresAddress& address);

} // namespace comanda::store
