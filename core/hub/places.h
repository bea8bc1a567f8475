// Where things are on this machine when nothing else is said.
#pragma once

#include "core/hub/config.h"

namespace comanda::hub {

// The platform's application-data folder; practice has one of its own, so that it can never be
// taken for real.
[[nodiscard]] QString defaultDataDir(bool practice = false);
// --config FILE, else <data>/config.json where there is one, else nothing configured.
[[nodiscard]] Result<Config> configFor(const QString& dataDir, const QString& configFile);
// The store that the configuration names, else SQLite in the data folder.
[[nodiscard]] store::StoreConfig storeFor(const Config& config, const QString& dataDir);

} // namespace comanda::hub
