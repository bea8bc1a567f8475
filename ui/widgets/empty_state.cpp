#include "ui/widgets/empty_state.h"

#include "ui/widgets/paint.h"

#include <QVBoxLayout>

namespace comanda::ui {

EmptyState::EmptyState(const Theme& theme, const QString& icon, const QString& line,
                       const QString& second, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      icon_(icon),
      line_(new PlainLabel(theme, TextRole::Strong, Weight::Bold, Tone::Text1, this)),
      second_(new PlainLabel(theme, TextRole::Body, Weight::Normal, Tone::Text2, this)),
      space_(new QWidget(this)) {
    auto* column = new QVBoxLayout(this);
    column->setSpacing(4);
    column->addStretch(2);
    space_->setFixedHeight(theme_.px(32));
    column->addWidget(space_);
    line_->setAlignment(Qt::AlignHCenter);
    second_->setAlignment(Qt::AlignHCenter);
    column->addWidget(line_);
    column->addWidget(second_);
    column->addStretch(3);
    say(line, second);
}

void EmptyState::say(const QString& line, const QString& second) {
    line_->show(line);
    second_->show(second);
    setAccessibleName(line + u' ' + second);
}

Button* EmptyState::addButton(const QString& words) {
    auto* button = new Button(theme_, ButtonKind::Primary, {}, words, this);
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->insertSpacing(column->count() - 1, 8);
    column->insertWidget(column->count() - 1, button, 0, Qt::AlignHCenter);
    return button;
}

void EmptyState::paintEvent(QPaintEvent*) {
    if (line_->shownText().isEmpty()) {
        return; // there is nothing to say
    }
    QPainter painter(this);
    const int side = theme_.px(24);
    theme_.paintIcon(painter, icon_, Tone::Text3,
                     QRect((width() - side) / 2, space_->y(), side, side));
}

} // namespace comanda::ui
