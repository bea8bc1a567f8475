// Every platform that Comanda speaks, one line each in registry.cpp.
#pragma once

#include "core/connect/connector.h"

namespace comanda::connectors {

[[nodiscard]] const std::vector<connect::PlatformModule>& all();
[[nodiscard]] const connect::PlatformModule* find(Platform platform); // nullptr: not built in

} // namespace comanda::connectors
