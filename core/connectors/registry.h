// Every platform that Comanda speaks, one line each in registry.cpp.
#pragma once

#include "core/connect/connector.h"

namespace comanda::connectors {

[[nodiscard]] const std::vector<connect::PlatformModule>& all();
[[nodiscard]] const connect::PlatformModule* find(Platform platform); // nullptr: not built in
// What the platform's own reader makes of it, and in place of what is another platform's what that
// one's makes of it, each event with its `platform`.
[[nodiscard]] Events readWhole(const connect::PlatformModule& module, const QByteArray& body,
                               const QString& account);

} // namespace comanda::connectors
