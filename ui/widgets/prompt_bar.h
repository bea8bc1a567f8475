// A question in place: it sits where it arose, takes keys, and blocks nothing. No dialog boxes.
#pragma once

#include "ui/widgets/button.h"
#include "ui/widgets/plain_label.h"

#include <QFrame>
#include <QPointer>

#include <functional>

class QHBoxLayout;

namespace comanda::ui {

class PromptBar final : public QFrame {
    Q_OBJECT
public:
    explicit PromptBar(const Theme& theme, QWidget* parent = nullptr);

    struct Choice {
        QString words;
        ButtonKind kind = ButtonKind::Plain;
    };
    static constexpr int kNothing = -1; // Esc, or another question took its place

    // Calls `answer` once, with the index of the choice or kNothing, unless `context` is gone.
    // Choices take the keys 1 to 9.
    void ask(const QString& question, const std::vector<Choice>& choices, QObject* context,
             std::function<void(int)> answer);
    void answer(int choice);
    [[nodiscard]] bool isAsking() const { return static_cast<bool>(answer_); }
    [[nodiscard]] QString question() const { return question_->shownText(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    const Theme& theme_;
    PlainLabel* question_;
    QHBoxLayout* row_;
    std::vector<Button*> buttons_;
    QPointer<QWidget> focusBefore_;
    QPointer<QObject> context_;
    std::function<void(int)> answer_;
};

} // namespace comanda::ui
