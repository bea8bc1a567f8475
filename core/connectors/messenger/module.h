#pragma once

#include "core/connect/connector.h"

namespace comanda::messenger {

[[nodiscard]] connect::PlatformModule module();

} // namespace comanda::messenger
