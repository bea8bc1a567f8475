// One order beside the page: a new one being typed, or an open one with all that is known of it.
// What is typed stays until it is saved or thrown away, whatever is looked at meanwhile: a change
// with its order, a new order with its chat (by phone: with none).
#pragma once

#include "core/store/store.h"
#include "ui/orders/order_actions.h"
#include "ui/orders/order_editor.h"
#include "ui/widgets/alert_line.h"

#include <QFrame>
#include <QHash>

class QMenu;
class QScrollArea;

namespace comanda::ui {

// What a message of a chat became, or words selected in it.
struct FromChat {
    MessageId message;
    bool whole = true;
    std::vector<OrderLine> lines;
};

class OrderPane final : public QFrame {
    Q_OBJECT
public:
    OrderPane(const Theme& theme, store::Store& store, OrderActions& actions, const Clock& clock,
              QWidget* parent = nullptr);

    // A new order; `draft` carries conversation, platform and details. Where one is being typed
    // already the lines join those; of a whole message only the ones that do not stand there yet.
    void begin(const store::Writer::NewOrder& draft, const QString& forWhom,
               const std::vector<FromChat>& chat = {});
    bool resume(ConversationId conversation); // the new order being typed for it; false: none
    // What the customer of that conversation must not eat: shown while their order is typed.
    void warn(ConversationId conversation, const QString& allergies);
    void open(const Order& order);
    void update(const Order& order);                      // fresh from the store
    void keepChangesOf(const std::vector<Order>& orders); // and forget those of all others
    void submit(bool accept);
    [[nodiscard]] bool isNew() const { return !work_.order.has_value(); }
    [[nodiscard]] std::optional<OrderId> openOrder() const;
    [[nodiscard]] store::Writer::NewOrder draft() const; // as typed so far
    [[nodiscard]] OrderEditor& editor() { return *editor_; }

Q_SIGNALS:
    void closed();
    void created(const comanda::Order& order); // the one that stands here; it is empty now
    void sourceWanted(comanda::ConversationId conversation, comanda::MessageId message);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Work {
        std::optional<Order> order; // as it is now; none: a new one
        Order base;                 // as it was when typing began
        store::Writer::NewOrder draft;
        QString forWhom;
        int after = 0;              // the submission that emptied it; 0: begun by staff
        OrderEditor::Typing typing; // while it waits
    };
    void leave();
    void goOn(Work work);
    void join(const FromChat& words);
    void throwAway();
    void takeOver(const Order& order);
    [[nodiscard]] bool isConflict() const;
    void save();
    QWidget* makeHead();
    QWidget* makeFoot();
    void dress();
    void dressNew();
    void dressOpen();
    void showMore();
    void offerMoves(QMenu& menu);
    void readDishes();
    void readSources();
    void primary();

    const Theme& theme_;
    store::Store& store_;
    OrderActions& actions_;
    const Clock& clock_;
    Work work_; // what stands here
    std::pair<ConversationId, QString> warned_;
    QHash<OrderId, Work> edits_;
    QMultiHash<ConversationId, Work> drafts_; // the last one that was left comes back first
    int submissions_ = 0;
    PlainLabel* title_;
    PlainLabel* second_;
    AlertLine* allergies_;
    PlainLabel* sources_;
    PlainLabel* totalWords_;
    PlainLabel* total_;
    Button* source_;
    Button* more_;
    Button* close_;
    Button* primary_;
    Button* queue_;
    OrderEditor* editor_;
    QScrollArea* scroll_;
};

} // namespace comanda::ui
