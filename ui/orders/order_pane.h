// One order beside the page: a new one being typed, or an open one with all that is known of it.
#pragma once

#include "core/store/store.h"
#include "ui/orders/order_actions.h"
#include "ui/orders/order_editor.h"

#include <QFrame>

class QScrollArea;

namespace comanda::ui {

class OrderPane final : public QFrame {
    Q_OBJECT
public:
    OrderPane(const Theme& theme, store::Store& store, OrderActions& actions, const Clock& clock,
              QWidget* parent = nullptr);

    // A new order; `draft` carries conversation, platform, lines, details and sources.
    void begin(const store::Writer::NewOrder& draft, const QString& forWhom);
    // More words picked for the order being typed.
    void add(const std::vector<OrderLine>& lines, const std::vector<MessageId>& sources);
    void open(const Order& order);
    void update(const Order& order); // fresh from the store; typing is kept
    void submit(bool accept);
    [[nodiscard]] bool isNew() const { return !order_.has_value(); }
    [[nodiscard]] std::optional<OrderId> openOrder() const;
    [[nodiscard]] store::Writer::NewOrder draft() const; // as typed so far
    [[nodiscard]] OrderEditor& editor() { return *editor_; }

Q_SIGNALS:
    void closed();
    void created(const comanda::Order& order);
    void sourceWanted(comanda::ConversationId conversation, comanda::MessageId message);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeHead();
    QWidget* makeFoot();
    void dress();
    void dressNew();
    void dressOpen();
    void showMore();
    void readDishes();
    void readSources();
    void primary();

    const Theme& theme_;
    store::Store& store_;
    OrderActions& actions_;
    const Clock& clock_;
    std::optional<Order> order_; // none: a new one
    store::Writer::NewOrder draft_;
    QString forWhom_;
    PlainLabel* title_;
    PlainLabel* second_;
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
