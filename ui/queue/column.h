// One column of the board: its head with the count, its cards oldest first. Cards are kept and
// moved, never made anew, so that focus and place survive a refresh.
#pragma once

#include "ui/models/order_board.h"
#include "ui/orders/order_card.h"
#include "ui/widgets/plain_label.h"

#include <QFrame>
#include <QHash>

class QScrollArea;
class QVBoxLayout;

namespace comanda::ui {

class Column final : public QFrame {
    Q_OBJECT
public:
    Column(const Theme& theme, const Shop& shop, BoardColumn which, QWidget* parent = nullptr);
    [[nodiscard]] static QString wordFor(BoardColumn which); // of many orders, where that differs
    [[nodiscard]] static int leastWidth(const Theme& theme); // its cards whole

    void show(const std::vector<Order>& orders, Time now);
    void tick(Time now);
    void setBrief(bool brief);
    void setBusy(OrderId order, bool busy);
    void select(std::optional<OrderId> order); // in view, ringed; nullopt: none
    [[nodiscard]] const std::vector<OrderCard*>& cards() const { return cards_; }
    [[nodiscard]] int indexOf(OrderId order) const; // -1: not here
    [[nodiscard]] BoardColumn which() const { return which_; }

Q_SIGNALS:
    void cardMade(comanda::ui::OrderCard* card);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    OrderCard* make(const Order& order);

    const Theme& theme_;
    const Shop& shop_;
    BoardColumn which_;
    bool brief_ = false;
    PlainLabel* word_;
    QWidget* head_;
    PlainLabel* empty_;
    QScrollArea* scroll_;
    QWidget* body_;
    QVBoxLayout* stack_;
    std::vector<OrderCard*> cards_; // as shown
    QHash<OrderId, OrderCard*> byId_;
};

} // namespace comanda::ui
