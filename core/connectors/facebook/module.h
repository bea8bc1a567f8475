// Facebook comments for the registry.
#pragma once

#include "core/connect/connector.h"

namespace comanda::facebook {

[[nodiscard]] connect::PlatformModule module();

} // namespace comanda::facebook
