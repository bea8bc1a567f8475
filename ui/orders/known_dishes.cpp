#include "ui/orders/known_dishes.h"

#include "core/base/text.h"

#include <QHash>

#include <algorithm>

namespace comanda::ui {

namespace {
constexpr int kDishesMax = 400;
} // namespace

std::vector<KnownDish> knownDishes(const std::vector<Order>& orders) {
    struct Count {
        KnownDish dish;
        int sold = 0;
    };
    QHash<QString, Count> counts;
    for (const Order& order : orders) {
        for (const OrderLine& line : order.lines) {
            if (displayLine(line.name).isEmpty()) {
                continue;
            }
            Count& count = counts[fold(line.name)];
            count.dish.name = displayLine(line.name);
            count.dish.price = line.unitPrice ? line.unitPrice : count.dish.price;
            count.sold += line.quantity;
        }
    }
    std::vector<Count> sorted(counts.cbegin(), counts.cend());
    std::sort(sorted.begin(), sorted.end(),
              [](const Count& a, const Count& b) { return a.sold > b.sold; });
    std::vector<KnownDish> dishes;
    for (const Count& count : sorted) {
        if (static_cast<int>(dishes.size()) < kDishesMax) {
            dishes.push_back(count.dish);
        }
    }
    return dishes;
}

} // namespace comanda::ui
