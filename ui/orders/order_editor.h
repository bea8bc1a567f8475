// An order's content to be typed: lines first, by keyboard alone; then how, when, who and where.
#pragma once

#include "core/base/clock.h"
#include "core/domain/order.h"
#include "core/domain/shop.h"
#include "ui/orders/line_row.h"
#include "ui/widgets/segment_bar.h"

#include <QWidget>

class QCompleter;
class QStringListModel;
class QVBoxLayout;

namespace comanda::ui {

// A dish as it was sold before: what the type-ahead offers.
struct KnownDish {
    QString name;
    std::optional<Money> price;
};

class OrderEditor final : public QWidget {
    Q_OBJECT
public:
    OrderEditor(const Theme& theme, const Shop& shop, const Clock& clock,
                QWidget* parent = nullptr);

    void show(const std::vector<OrderLine>& lines, const OrderDetails& details);
    void addLines(const std::vector<OrderLine>& lines);
    void setKnownDishes(std::vector<KnownDish> dishes);
    [[nodiscard]] std::vector<OrderLine> lines() const;
    [[nodiscard]] OrderDetails details() const;
    [[nodiscard]] bool isDirty() const;
    // What is missing before it can be accepted, worded; empty: nothing.
    [[nodiscard]] QString missing() const;
    void startTyping(); // focus into the line that takes "2 taco al pastor"

Q_SIGNALS:
    void changed();
    void finished(); // Enter in the empty typing field: to the queue with it

private:
    void takeTyped();
    void addRow(const OrderLine& line);
    void removeRow(LineRow* row);
    void dressKind();
    [[nodiscard]] std::optional<Time> wantedAt() const;
    QLineEdit* field(const QString& label, QVBoxLayout* column);
    void showWanted(std::optional<Time> wanted);

    const Theme& theme_;
    const Shop& shop_;
    const Clock& clock_;
    std::vector<OrderLine> shownLines_;
    OrderDetails shown_;
    std::vector<KnownDish> dishes_;
    QVBoxLayout* rowsColumn_;
    std::vector<LineRow*> rows_;
    QLineEdit* typing_;
    QStringListModel* offers_;
    SegmentBar* kind_;
    QLineEdit* name_;
    QLineEdit* phone_;
    QLineEdit* address_;
    QLineEdit* when_;
    QLineEdit* payment_;
    QLineEdit* note_;
};

} // namespace comanda::ui
