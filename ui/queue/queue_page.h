// The queue: the board, the bar above it, the order that is open beside it.
#pragma once

#include "ui/models/order_board.h"
#include "ui/orders/order_actions.h"
#include "ui/orders/order_pane.h"
#include "ui/queue/board.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/segment_bar.h"

#include <QWidget>

namespace comanda::ui {

class QueuePage final : public QWidget {
    Q_OBJECT
public:
    QueuePage(const Theme& theme, store::Store& store, OrderBoard& orders, OrderActions& actions,
              const Clock& clock, QWidget* parent = nullptr);

    void show(OrderId order);    // selects it and opens it beside the board
    void newOrder();             // by phone or at the counter
    void setConnected(bool any); // whether there is a channel that orders could come from
    [[nodiscard]] Board& board() { return *board_; }

Q_SIGNALS:
    void setupAsked(); // of a first channel
    void sourceWanted(comanda::ConversationId conversation, comanda::MessageId message);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeBar();
    void wire(OrderCard* card);
    void refilter();
    void refresh();
    void sayEmpty();
    void closePane();
    void askRecall();
    void recallOne(const std::vector<Order>& closed);
    // Each tells whether the key was its own.
    bool arrow(int key);
    bool actOn(const Order& order, int key);
    bool actOnPage(int key);

    const Theme& theme_;
    store::Store& store_;
    OrderBoard& orders_;
    OrderActions& actions_;
    SearchField* search_;
    SegmentBar* kinds_;
    Button* undo_;
    Button* recall_;
    Button* new_;
    Board* board_;
    OrderPane* pane_;
    EmptyState* empty_;
    Button* connect_;
    bool connected_ = true;
};

} // namespace comanda::ui
