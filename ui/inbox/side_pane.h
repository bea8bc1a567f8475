// Beside the chat: the open orders of this customer, or the order that is being typed or changed.
#pragma once

#include "ui/models/order_board.h"
#include "ui/orders/order_actions.h"
#include "ui/orders/order_card.h"
#include "ui/orders/order_pane.h"

#include <QStackedWidget>

class QVBoxLayout;

namespace comanda::ui {

class SidePane final : public QStackedWidget {
    Q_OBJECT
public:
    SidePane(const Theme& theme, store::Store& store, OrderBoard& board, OrderActions& actions,
             const Clock& clock, QWidget* parent = nullptr);

    // The open orders of this conversation; a draft that was being typed for it comes back.
    void follow(const std::optional<Conversation>& conversation);
    // Words of the chat become lines of a new order, or more lines of the one being typed.
    void order(const Conversation& conversation, const std::vector<FromChat>& chat);
    void open(const Order& order);
    [[nodiscard]] bool isTyping() const;     // a new order
    [[nodiscard]] bool hasSomething() const; // orders or an open pane
    [[nodiscard]] OrderPane& pane() { return *pane_; }

Q_SIGNALS:
    void somethingChanged();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* makeList();
    void refresh();
    void closePane();
    OrderCard* makeCard();

    const Theme& theme_;
    OrderBoard& board_;
    OrderActions& actions_;
    const Clock& clock_;
    std::optional<Conversation> conversation_;
    std::vector<OrderCard*> cards_;
    QVBoxLayout* list_;
    PlainLabel* heading_;
    OrderPane* pane_;
    QTimer second_;
};

} // namespace comanda::ui
