// The words in which the two engines differ.
#include "core/store/connection.h"

namespace comanda::store {

using namespace Qt::StringLiterals;

QString Dialect::idColumn() const {
    switch (engine) {
    case StoreConfig::Engine::Sqlite:
        return u"id INTEGER PRIMARY KEY AUTOINCREMENT"_s;
    case StoreConfig::Engine::Postgres:
        return u"id BIGSERIAL PRIMARY KEY"_s;
    }
    Q_UNREACHABLE();
}

QString Dialect::bytesType() const {
    switch (engine) {
    case StoreConfig::Engine::Sqlite:
        return u"BLOB"_s;
    case StoreConfig::Engine::Postgres:
        return u"BYTEA"_s;
    }
    Q_UNREACHABLE();
}

QString Dialect::nowMillis() const {
    switch (engine) {
    case StoreConfig::Engine::Sqlite:
        return u"CAST(ROUND((julianday('now') - 2440587.5) * 86400000.0) AS INTEGER)"_s;
    case StoreConfig::Engine::Postgres:
        return u"CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)"_s;
    }
    Q_UNREACHABLE();
}

} // namespace comanda::store
