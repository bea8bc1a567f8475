// One line of an order being edited: amount, dish with its changes, price of one, away.
#pragma once

#include "core/domain/order.h"
#include "core/domain/shop.h"
#include "ui/widgets/button.h"

#include <QLineEdit>
#include <QWidget>

namespace comanda::ui {

class PlainLabel;

class LineRow final : public QWidget {
    Q_OBJECT
public:
    LineRow(const Theme& theme, const Shop& shop, const OrderLine& line, QWidget* parent = nullptr);
    [[nodiscard]] OrderLine line() const; // with the price before while what is typed is none
    [[nodiscard]] bool isPriceReadable() const { return typedPrice().has_value(); }
    void focusName();

Q_SIGNALS:
    void changed();
    void removed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void setAmount(int amount);
    void markPrice();
    [[nodiscard]] Result<std::optional<Money>> typedPrice() const; // nullopt: not known

    const Theme& theme_;
    const Shop& shop_;
    OrderLine line_;
    PlainLabel* amount_;
    QLineEdit* name_;
    QLineEdit* price_;
};

} // namespace comanda::ui
