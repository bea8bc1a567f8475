// An order's content to be typed: lines first, by keyboard alone; then how, when, who and where.
#pragma once

#include "core/base/clock.h"
#include "core/domain/order.h"
#include "core/domain/shop.h"
#include "ui/orders/known_dishes.h"
#include "ui/orders/line_row.h"
#include "ui/widgets/segment_bar.h"

#include <QWidget>

class QCompleter;
class QStringListModel;
class QVBoxLayout;

namespace comanda::ui {

class OrderEditor final : public QWidget {
    Q_OBJECT
public:
    OrderEditor(const Theme& theme, const Shop& shop, const Clock& clock,
                QWidget* parent = nullptr);

    // What was shown and what was typed over it: enough to go on with it another time.
    struct Typing {
        std::vector<OrderLine> shownLines;
        std::vector<LineContent> rows;
        QString typed; // in the line that takes dishes
        OrderDetails shown, details;
        QString when; // readable or not

        bool operator==(const Typing&) const = default;
    };

    void show(const std::vector<OrderLine>& lines, const OrderDetails& details);
    void showLines(const std::vector<OrderLine>& lines);
    void showDetails(const OrderDetails& details);
    [[nodiscard]] Typing typing() const;
    void goOn(const Typing& typing);
    // These were saved: from now on only what differs from them counts as typed.
    void markSaved(const std::optional<std::vector<OrderLine>>& lines,
                   const std::optional<OrderDetails>& details);
    // What a message of a chat became, or words out of it.
    void addLines(const std::vector<OrderLine>& lines, MessageId message);
    [[nodiscard]] std::vector<OrderLine> linesOf(MessageId message) const; // as they were added
    void setKnownDishes(std::vector<KnownDish> dishes);
    [[nodiscard]] std::vector<OrderLine> lines() const;
    [[nodiscard]] OrderDetails details() const;
    // Whether something other than what was shown is typed.
    [[nodiscard]] bool linesTyped() const;
    [[nodiscard]] bool detailsTyped() const;
    [[nodiscard]] bool isDirty() const { return linesTyped() || detailsTyped(); }
    // What is missing before it can be accepted, worded; empty: nothing.
    [[nodiscard]] QString missing() const;
    // The part of it that is typed but cannot be read: not to be saved either.
    [[nodiscard]] QString unreadable() const;
    [[nodiscard]] bool pricesReadable() const;
    void startTyping(); // focus into the line that takes "2 taco al pastor"

Q_SIGNALS:
    void changed();
    void finished(); // Enter in the empty typing field: to the queue with it

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void takeTyped();
    [[nodiscard]] std::optional<OrderLine> typedLine() const;
    void putLines(const std::vector<OrderLine>& lines);
    void putDetails(const OrderDetails& details);
    void addRow(LineContent content);
    void removeRow(LineRow* row);
    void dressKind();
    [[nodiscard]] std::optional<Time> wantedAt() const;
    QLineEdit* field(const QString& label, QVBoxLayout* column);
    [[nodiscard]] bool isTimeReadable() const;

    const Theme& theme_;
    const Shop& shop_;
    const Clock& clock_;
    std::vector<OrderLine> shownLines_;
    OrderDetails shown_;
    std::optional<Time> wanted_; // what the field was filled with
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
