#pragma once

#include "core/connect/connector.h"

namespace comanda::instagram {

[[nodiscard]] connect::PlatformModule module();

} // namespace comanda::instagram
