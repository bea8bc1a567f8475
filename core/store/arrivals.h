// One event, applied: a message with all that follows from it, or what is said of one.
#pragma once

#include "core/domain/shop.h"
#include "core/store/rows.h"
#include "core/store/tools.h"

namespace comanda::store {

struct Arrival {
    ChannelId channel;
    Time receivedAt; // of the delivery
    const Shop& shop;
};

// Why an event can never be applied as it is ("intake.no_event_key", …); checked before anything
// is written.
[[nodiscard]] Result<> checkEvent(const Event& event);
// The event was not seen before and passes checkEvent(). Adds to `intake`.
[[nodiscard]] Result<> applyEvent(const Tools& tools, const Arrival& arrival, const Event& event,
                                  Intake& intake);

} // namespace comanda::store
