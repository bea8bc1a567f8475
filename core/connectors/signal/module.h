// Signal's line in the registry.
#pragma once

#include "core/connect/connector.h"

namespace comanda::signal {

[[nodiscard]] connect::PlatformModule module();

} // namespace comanda::signal
