// The numbered migrations. Each is a list of statements, written once for both engines.
#pragma once

#include "core/store/connection.h"

#include <QStringList>

namespace comanda::store {

struct Migration {
    int number = 0;
    QStringList (*statements)(const Dialect& dialect) = nullptr;
};

[[nodiscard]] const std::vector<Migration>& migrations(); // in order, from 1, without a gap
[[nodiscard]] int latestSchema();

} // namespace comanda::store
