#pragma once

#include "core/connect/connector.h"

namespace comanda::telegram {

[[nodiscard]] connect::PlatformModule module();

} // namespace comanda::telegram
