// The part of an event that waits for its message, as JSON.
#pragma once

#include "core/domain/event.h"

namespace comanda::store {

[[nodiscard]] QString parkedJson(const Event& event);
[[nodiscard]] Event eventFromParked(const QString& json);

} // namespace comanda::store
