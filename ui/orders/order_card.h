// The slip that everybody shares: one order with its next step always in the same corner.
#pragma once

#include "core/domain/order.h"
#include "core/domain/shop.h"
#include "ui/widgets/button.h"

#include <QWidget>

namespace comanda::ui {

class OrderCard final : public QWidget {
    Q_OBJECT
public:
    OrderCard(const Theme& theme, const Shop& shop, QWidget* parent = nullptr);

    void show(const Order& order, Time now); // cheap when nothing changed
    void tick(Time now);                     // the age only
    void setSelected(bool selected);
    void setBrief(bool brief);
    void setBusy(bool busy); // a command of this order is on its way
    [[nodiscard]] const Order& order() const { return order_; }
    [[nodiscard]] bool isSelected() const { return selected_; }

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] static int leastWidth(const Theme& theme);

Q_SIGNALS:
    void stepAsked(comanda::OrderId order);
    void rejectAsked(comanda::OrderId order);
    void changeTaken(comanda::OrderId order); // the change that the customer asked for was made
    void changeRefused(comanda::OrderId order);
    void chosen(comanda::OrderId order); // clicked
    void opened(comanda::OrderId order); // double click

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    void dressButtons();
    void place();
    [[nodiscard]] int contentBottom(int width, QRect* changeButtons = nullptr) const;
    [[nodiscard]] bool asksChange() const;

    const Theme& theme_;
    const Shop& shop_;
    Order order_;
    Time now_{};
    bool selected_ = false, brief_ = false;
    mutable int measuredWidth_ = -1, measuredHeight_ = 0;
    Button* step_;
    Button* reject_;
    Button* take_;
    Button* refuse_;
};

// "Accept · 20 min", "To kitchen", …; empty for a closed order.
[[nodiscard]] QString stepButtonText(const Order& order, const Shop& shop);
// What a screen reader says of a card.
[[nodiscard]] QString spoken(const Order& order, const Shop& shop, Time now);

} // namespace comanda::ui
