// What a customer has ordered: how often, the last ones, and the last one again with one press.
#pragma once

#include "core/domain/people.h"
#include "core/domain/shop.h"
#include "ui/widgets/button.h"
#include "ui/widgets/plain_label.h"

#include <QWidget>

class QVBoxLayout;

namespace comanda::ui {

class PastOrders final : public QWidget {
    Q_OBJECT
public:
    PastOrders(const Theme& theme, const Shop& shop, QWidget* parent = nullptr);

    void show(const Person* person, Time now); // null: nobody's

Q_SIGNALS:
    void orderChosen(const comanda::Order& order);
    void repeatAsked(const comanda::Order& order);

private:
    const Theme& theme_;
    const Shop& shop_;
    std::vector<Order> orders_;
    PlainLabel* heading_;
    QVBoxLayout* rows_;
    Button* repeat_;
};

} // namespace comanda::ui
