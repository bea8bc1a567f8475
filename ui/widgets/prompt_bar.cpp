#include "ui/widgets/prompt_bar.h"

#include "ui/widgets/paint.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>

namespace comanda::ui {

PromptBar::PromptBar(const Theme& theme, QWidget* parent)
    : QFrame(parent),
      theme_(theme),
      question_(new PlainLabel(theme, TextRole::Body, Weight::Bold, Tone::Text1, this)),
      row_(new QHBoxLayout(this)) {
    row_->setContentsMargins(16, 8, 16, 8);
    row_->setSpacing(8);
    row_->addWidget(question_, 1);
    setObjectName(QStringLiteral("prompt"));
    setFocusPolicy(Qt::StrongFocus);
    hide();
}

void PromptBar::ask(const QString& question, const std::vector<Choice>& choices, QObject* context,
                    std::function<void(int)> answer) {
    this->answer(kNothing);
    if (!isAncestorOf(QApplication::focusWidget())) {
        focusBefore_ = QApplication::focusWidget();
    }
    question_->show(question);
    setAccessibleName(question_->shownText());
    for (std::size_t i = 0; i < choices.size(); ++i) {
        auto* button = new Button(theme_, choices[i].kind, {}, choices[i].words, this);
        button->setKeyHint(QString::number(i + 1));
        button->setAccessibleName(choices[i].words);
        connect(button, &Button::clicked, this, [this, i] { this->answer(static_cast<int>(i)); });
        row_->addWidget(button);
        buttons_.push_back(button);
    }
    context_ = context;
    answer_ = std::move(answer);
    show();
    setFocus(Qt::OtherFocusReason);
}

void PromptBar::answer(int choice) {
    if (!answer_) {
        return;
    }
    const auto answer = std::exchange(answer_, nullptr);
    const QPointer<QObject> context = context_;
    for (Button* button : buttons_) {
        button->hide();
        button->deleteLater();
    }
    buttons_.clear();
    const bool hadFocus = hasFocus() || isAncestorOf(QApplication::focusWidget());
    hide();
    if (hadFocus && focusBefore_) {
        focusBefore_->setFocus(Qt::OtherFocusReason);
    }
    if (context) {
        answer(choice);
    }
}

void PromptBar::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        answer(kNothing);
        return;
    }
    const int digit = event->key() - Qt::Key_1;
    if (digit >= 0 && digit < static_cast<int>(buttons_.size())) {
        answer(digit);
        return;
    }
    QFrame::keyPressEvent(event);
}

void PromptBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme_.color(Tone::Surface1));
    painter.fillRect(QRect(0, 0, width(), 2), theme_.color(Tone::LineStrong));
}

} // namespace comanda::ui
