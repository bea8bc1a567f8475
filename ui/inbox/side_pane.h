// Beside the chat: who this customer is, what they must not eat, their open and past orders; or the
// order that is being typed or changed.
#pragma once

#include "ui/inbox/customer_form.h"
#include "ui/inbox/past_orders.h"
#include "ui/inbox/people_block.h"
#include "ui/models/order_board.h"
#include "ui/models/people_model.h"
#include "ui/orders/order_actions.h"
#include "ui/orders/order_card.h"
#include "ui/orders/order_pane.h"
#include "ui/widgets/alert_line.h"

#include <QStackedWidget>

class QVBoxLayout;

namespace comanda::ui {

class SidePane final : public QStackedWidget {
    Q_OBJECT
public:
    struct Parts {
        const Theme& theme;
        store::Store& store;
        hub::Desk& desk;
        const Clock& clock;
        Toast& toast;
    };
    SidePane(const Parts& parts, OrderBoard& board, OrderActions& actions,
             QWidget* parent = nullptr);

    // Who is behind this conversation; a draft that was being typed for it comes back.
    void follow(const std::optional<Conversation>& conversation);
    // Words of the chat become lines of a new order, or more lines of the one being typed.
    void order(const Conversation& conversation, const std::vector<FromChat>& chat);
    void open(const Order& order);
    [[nodiscard]] bool isTyping() const;     // a new order
    [[nodiscard]] bool showsOrder() const;   // not the customer
    [[nodiscard]] QString allergies() const; // of the customer; empty: none are known
    void setClosable(bool closable);         // the customer, where there is no room for both
    [[nodiscard]] OrderPane& pane() { return *pane_; }

Q_SIGNALS:
    void somethingChanged();
    void closeAsked();
    void conversationWanted(comanda::ConversationId conversation, comanda::MessageId at);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* makeList();
    QWidget* makeHead(QWidget* page);
    void refresh();
    void showPerson();
    [[nodiscard]] bool isTheirs(const Order& order) const;
    void begin(const Conversation& conversation, store::Writer::NewOrder draft,
               const std::vector<FromChat>& chat);
    void repeat(const Order& order);
    void closePane();
    OrderCard* makeCard();

    const Theme& theme_;
    OrderBoard& board_;
    OrderActions& actions_;
    const Clock& clock_;
    std::optional<Conversation> conversation_;
    PeopleModel* model_;
    std::vector<OrderCard*> cards_;
    QVBoxLayout* list_ = nullptr; // the cards
    PlainLabel* heading_ = nullptr;
    Button* close_ = nullptr;
    PlainLabel* under_ = nullptr;
    AlertLine* allergies_ = nullptr;
    PeopleBlock* block_;
    CustomerForm* form_;
    PastOrders* past_;
    OrderPane* pane_;
    QTimer second_;
};

} // namespace comanda::ui
