// What a picture of practice mode shows: the first orders are worked on as staff would, so that
// every column of the board has something in it.
#pragma once

#include "core/hub/desk.h"
#include "core/hub/hub.h"

#include <array>

namespace comanda::desktop {

class Tour final : public QObject {
    Q_OBJECT
public:
    Tour(hub::Hub& hub, QObject* parent = nullptr);
    [[nodiscard]] bool isDone() const { return arrived_ >= kOrders && busy_ == 0; }

    static constexpr int kOrders = 5;

private:
    void take(OrderId order);
    void step(OrderId order, int version, int left);

    hub::Hub& hub_;
    int arrived_ = 0;
    int busy_ = 0;
};

} // namespace comanda::desktop
