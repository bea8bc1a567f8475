// What staff write down about a customer: address, allergies, notes. What is typed stays with its
// customer until it is saved or thrown away, whatever chat is looked at meanwhile.
#pragma once

#include "core/domain/people.h"
#include "core/hub/desk.h"
#include "ui/widgets/button.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/toast.h"

#include <QHash>
#include <QWidget>

#include <array>

class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace comanda::ui {

class CustomerForm final : public QWidget {
    Q_OBJECT
public:
    CustomerForm(const Theme& theme, hub::Desk& desk, Toast& toast, QWidget* parent = nullptr);

    void show(const Person* person); // null: nobody's
    [[nodiscard]] bool isTyping() const;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Typing {
        CustomerCard base, now; // as it was when typing began, and as it is typed
    };
    QWidget* makeFields();
    PlainLabel* label(const QString& words, Tone tone, QVBoxLayout* column);
    void followJoined(const Person& person);
    void dress();
    void edit();
    void reveal();
    void save();
    void throwAway();
    void typed();
    void fill(const CustomerCard& card);
    [[nodiscard]] CustomerCard written() const;

    const Theme& theme_;
    hub::Desk& desk_;
    Toast& toast_;
    CustomerId customer_; // invalid: nobody
    CustomerCard card_;   // as the store has it
    QString lastAddress_; // of their last delivery
    QHash<CustomerId, Typing> typing_;
    std::array<PlainLabel*, 3> words_{};  // address, allergies, notes as they stand
    std::array<PlainLabel*, 3> labels_{}; // what each is
    PlainLabel* nothing_;
    Button* edit_;
    QWidget* fields_;
    PlainLabel* meanwhile_;
    QLineEdit* address_ = nullptr;
    QLineEdit* allergies_ = nullptr;
    QPlainTextEdit* notes_ = nullptr;
    Button* save_ = nullptr;
};

} // namespace comanda::ui
