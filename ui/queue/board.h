// The four columns, one selection over all of them, and the keys that move it. On a narrow page the
// last column is a shelf that opens when it is touched.
#pragma once

#include "ui/models/order_board.h"
#include "ui/queue/column.h"
#include "ui/widgets/button.h"

#include <QTimer>
#include <QWidget>

#include <array>

class QHBoxLayout;

namespace comanda::ui {

class Board final : public QWidget {
    Q_OBJECT
public:
    Board(const Theme& theme, const Shop& shop, OrderBoard& orders, const Clock& clock,
          QWidget* parent = nullptr);

    void setFilter(const BoardFilter& filter);
    void setBusy(OrderId order, bool busy);
    void select(std::optional<OrderId> order);
    [[nodiscard]] std::optional<OrderId> selected() const { return selected_; }
    [[nodiscard]] std::optional<Order> selectedOrder() const;
    [[nodiscard]] OrderCard* card(OrderId order) const;
    [[nodiscard]] int shown() const;
    void move(int columns, int cards); // arrows
    void pick(int nth);                // keys 1 to 9: the nth card of the column, from 0
    void refresh();

Q_SIGNALS:
    void selectionChanged();
    void cardMade(comanda::ui::OrderCard* card);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeShelf();
    void fold();
    [[nodiscard]] std::pair<int, int> place() const; // column and card of the selection; -1: none
    void selectAt(int column, int card);
    [[nodiscard]] bool isOpen(int column) const;

    const Theme& theme_;
    OrderBoard& orders_;
    const Clock& clock_;
    BoardFilter filter_;
    QHBoxLayout* row_;
    std::array<Column*, 4> columns_{};
    QWidget* shelfSide_;
    Button* shelf_;
    bool narrow_ = false, shelfOpen_ = false;
    std::optional<OrderId> selected_;
    std::pair<int, int> lastPlace_{0, 0};
    QTimer second_;
};

} // namespace comanda::ui
