// One line of an order being edited: amount, dish with its changes, price of one, away.
#pragma once

#include "core/domain/message.h"
#include "core/domain/order.h"
#include "core/domain/shop.h"
#include "ui/widgets/button.h"

#include <QLineEdit>
#include <QWidget>

namespace comanda::ui {

class PlainLabel;

// A line as it stands: with what is typed for its price, readable or not, and where it comes from.
struct LineContent {
    OrderLine line;
    std::optional<QString> price; // nullopt: the line's own
    MessageId message;            // invalid: typed by staff
    OrderLine said;               // what its message became, before anybody changed it

    bool operator==(const LineContent&) const = default;
};

class LineRow final : public QWidget {
    Q_OBJECT
public:
    LineRow(const Theme& theme, const Shop& shop, LineContent content, QWidget* parent = nullptr);
    [[nodiscard]] LineContent content() const;
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
    LineContent given_;
    OrderLine line_;
    PlainLabel* amount_;
    QLineEdit* name_;
    QLineEdit* price_;
};

} // namespace comanda::ui
