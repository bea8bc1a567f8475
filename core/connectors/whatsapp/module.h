#pragma once

#include "core/connect/connector.h"

namespace comanda::whatsapp {

[[nodiscard]] connect::PlatformModule module();

} // namespace comanda::whatsapp
