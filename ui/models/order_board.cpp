#include "ui/models/order_board.h"

#include "core/base/text.h"
#include "core/store/reader.h"

#include <algorithm>

namespace comanda::ui {

std::optional<BoardColumn> columnOf(OrderState state) {
    switch (state) {
    case OrderState::New:
        return BoardColumn::ToAccept;
    case OrderState::Accepted:
        return BoardColumn::Accepted;
    case OrderState::Preparing:
        return BoardColumn::Cooking;
    case OrderState::Ready:
    case OrderState::OutForDelivery:
        return BoardColumn::Ready;
    case OrderState::Draft:
    case OrderState::Completed:
    case OrderState::Rejected:
    case OrderState::Cancelled:
    case OrderState::Failed:
    case OrderState::Discarded:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

OrderState stateOf(BoardColumn column) {
    switch (column) {
    case BoardColumn::ToAccept:
        return OrderState::New;
    case BoardColumn::Accepted:
        return OrderState::Accepted;
    case BoardColumn::Cooking:
        return OrderState::Preparing;
    case BoardColumn::Ready:
        return OrderState::Ready;
    }
    Q_UNREACHABLE();
}

bool BoardFilter::takes(const Order& order) const {
    if (kind && order.details.fulfilment != *kind) {
        return false;
    }
    if (search.isEmpty()) {
        return true;
    }
    QString all = QString::number(order.number) + u' ' + order.details.customerName + u' '
                  + order.details.phone + u' ' + order.details.address;
    for (const OrderLine& line : order.lines) {
        all += u' ' + line.name + u' ' + line.sku;
    }
    const QString folded = fold(all);
    const QStringList words = fold(search).split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(),
                       [&](const QString& word) { return folded.contains(word); });
}

OrderBoard::OrderBoard(store::Store& store, QObject* parent)
    : QObject(parent), store_(store), refresh_([this] { read(); }, this) {
    connect(&store_, &store::Store::changed, this, [this](const store::ChangeSet& changes) {
        if (changes.all || !changes.orders.empty()) {
            refresh_.request();
        }
    });
    refresh_.request();
}

void OrderBoard::read() {
    store_.read<std::vector<Order>>(
        this, [](store::Reader& reader) { return reader.openOrders(); },
        [this](Result<std::vector<Order>> orders) {
            refresh_.finished();
            if (!orders) {
                Q_EMIT failed(orders.error());
                return;
            }
            show(std::move(*orders));
        });
}

void OrderBoard::show(std::vector<Order> orders) {
    const auto open = std::stable_partition(orders.begin(), orders.end(), [](const Order& order) {
        return columnOf(order.state).has_value();
    });
    closed_.assign(std::make_move_iterator(open), std::make_move_iterator(orders.end()));
    orders.erase(open, orders.end());
    std::stable_sort(orders.begin(), orders.end(), [](const Order& a, const Order& b) {
        return std::pair(a.createdAt, a.id) < std::pair(b.createdAt, b.id);
    });
    loaded_ = true;
    orders_ = std::move(orders);
    Q_EMIT changed();
}

std::vector<Order> OrderBoard::column(BoardColumn column, const BoardFilter& filter) const {
    std::vector<Order> result;
    std::copy_if(
        orders_.begin(), orders_.end(), std::back_inserter(result),
        [&](const Order& order) { return columnOf(order.state) == column && filter.takes(order); });
    return result;
}

std::optional<Order> OrderBoard::find(OrderId id) const {
    for (const auto* list : {&orders_, &closed_}) {
        const auto found =
            std::find_if(list->begin(), list->end(), [id](const Order& o) { return o.id == id; });
        if (found != list->end()) {
            return *found;
        }
    }
    return std::nullopt;
}

int OrderBoard::count(const BoardFilter& filter) const {
    return static_cast<int>(std::count_if(orders_.begin(), orders_.end(),
                                          [&](const Order& order) { return filter.takes(order); }));
}

int OrderBoard::toAccept() const {
    return static_cast<int>(std::count_if(orders_.begin(), orders_.end(), [](const Order& order) {
        return order.state == OrderState::New;
    }));
}

} // namespace comanda::ui
