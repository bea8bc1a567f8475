// The dishes that were sold before, most sold first: what the type-ahead offers.
#pragma once

#include "core/domain/order.h"

#include <vector>

namespace comanda::ui {

struct KnownDish {
    QString name;
    std::optional<Money> price; // of the last one that had a price
};

[[nodiscard]] std::vector<KnownDish> knownDishes(const std::vector<Order>& orders);

} // namespace comanda::ui
