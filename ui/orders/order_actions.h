// What staff do to orders, from whichever page: the command, the question it may need, the undo it
// offers. A second press while the first is on its way does nothing.
#pragma once

#include "core/domain/order.h"
#include "core/hub/desk.h"
#include "ui/widgets/prompt_bar.h"
#include "ui/widgets/toast.h"

#include <QObject>
#include <QSet>

namespace comanda::ui {

class OrderCard;

class OrderActions final : public QObject {
    Q_OBJECT
public:
    OrderActions(hub::Desk& desk, PromptBar& prompt, Toast& toast, QObject* parent = nullptr);

    void serve(OrderCard& card);   // its buttons do what is below
    void step(const Order& order); // the big button
    void askReject(const Order& order);
    void askCancel(const Order& order);
    void askFailed(const Order& order); // no-show, undeliverable
    void takeChange(const Order& order);
    void refuseChange(const Order& order);
    void stepBack(const Order& order); // recall
    void reopen(const Order& order);
    void setPayment(const Order& order, PaymentState state);
    // What is nullopt stays. Fails where the order is no longer at the version of `order`.
    void save(const Order& order, const std::optional<std::vector<OrderLine>>& lines,
              const std::optional<OrderDetails>& details, std::function<void(Result<Order>)> done);
    void create(const store::Writer::NewOrder& order, bool accept,
                std::function<void(Result<Order>)> done);
    void undo(); // of the last move, for ten seconds
    [[nodiscard]] bool canUndo() const { return toast_.isOffering(); }
    [[nodiscard]] bool isBusy(OrderId order) const { return busy_.contains(order); }
    [[nodiscard]] const Shop& shop() const { return desk_.shop(); }

Q_SIGNALS:
    void busyChanged(comanda::OrderId order, bool busy);
    void moved(const comanda::Order& order);

private:
    using Done = std::function<void(Result<Order>)>;
    void run(const Order& order, const OrderCommand& command, Done done);
    void move(const Order& order, const OrderCommand& command);
    void offerUndo(const Order& order);
    void complain(const Error& error);
    void askReason(const QString& question, const QStringList& reasons, const QString& keep,
                   std::function<void(QString)> go);

    hub::Desk& desk_;
    PromptBar& prompt_;
    Toast& toast_;
    QSet<OrderId> busy_;
};

} // namespace comanda::ui
