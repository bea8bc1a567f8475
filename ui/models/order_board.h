// The open orders as the board shows them: by column, oldest first.
#pragma once

#include "core/domain/order.h"
#include "core/store/store.h"
#include "ui/models/refresh.h"

#include <array>

namespace comanda::ui {

enum class BoardColumn { ToAccept, Accepted, Cooking, Ready };
inline constexpr std::array kBoardColumns{BoardColumn::ToAccept, BoardColumn::Accepted,
                                          BoardColumn::Cooking, BoardColumn::Ready};

// nullopt: drafts and closed orders are not on the board.
[[nodiscard]] std::optional<BoardColumn> columnOf(OrderState state);
[[nodiscard]] OrderState stateOf(BoardColumn column); // the one whose word heads it

struct BoardFilter {
    std::optional<Fulfilment> kind; // nullopt: all
    QString search;                 // number, name, dish, phone or address; folded

    [[nodiscard]] bool takes(const Order& order) const;
};

class OrderBoard final : public QObject {
    Q_OBJECT
public:
    explicit OrderBoard(store::Store& store, QObject* parent = nullptr);

    // Without a store: shows what it is given.
    void show(std::vector<Order> orders);
    [[nodiscard]] const std::vector<Order>& orders() const { return orders_; } // on the board
    [[nodiscard]] std::vector<Order> column(BoardColumn column, const BoardFilter& filter) const;
    [[nodiscard]] std::optional<Order> find(OrderId id) const; // on the board or just closed
    [[nodiscard]] int count(const BoardFilter& filter) const;
    [[nodiscard]] int toAccept() const;
    [[nodiscard]] bool isLoaded() const { return loaded_; }

Q_SIGNALS:
    void changed();
    void failed(const comanda::Error& error);

private:
    void read();

    store::Store& store_;
    std::vector<Order> orders_, closed_;
    bool loaded_ = false;
    Refresh refresh_;
};

} // namespace comanda::ui
