#include "app/desktop/tour.h"

namespace comanda::desktop {
namespace {

// How many steps the n-th order is taken: ready, cooking, accepted, then left to accept.
constexpr std::array kSteps{3, 2, 1, 0, 0};

OrderCommand commandOf(int done, std::chrono::minutes promise) {
    switch (done) {
    case 0:
        return order_command::Accept{promise};
    case 1:
        return order_command::Start{};
    default:
        return order_command::MarkReady{};
    }
}

} // namespace

Tour::Tour(hub::Hub& hub, QObject* parent) : QObject(parent), hub_(hub) {
    connect(&hub, &hub::Hub::orderArrived, this, &Tour::take);
}

void Tour::take(OrderId order) {
    if (arrived_ >= kOrders) {
        return;
    }
    const int steps = kSteps[static_cast<std::size_t>(arrived_++)];
    if (steps > 0) {
        ++busy_;
        step(order, 1, steps);
    }
}

void Tour::step(OrderId order, int version, int left) {
    const OrderCommand command = commandOf(version - 1, hub_.desk().shop().promise);
    hub_.desk().changeOrder(order, version, command, this,
                            [this, order, left](const Result<Order>& changed) {
                                if (changed && left > 1) {
                                    step(order, changed->version, left - 1);
                                } else {
                                    --busy_;
                                }
                            });
}

} // namespace comanda::desktop
