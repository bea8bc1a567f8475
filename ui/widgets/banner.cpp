#include "ui/widgets/banner.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace comanda::ui {

Banner::Banner(const Theme& theme, const QString& icon, QWidget* parent)
    : QFrame(parent),
      theme_(theme),
      icon_(icon),
      sentence_(new PlainLabel(theme, TextRole::Strong, Weight::Bold, Tone::Text1, this)),
      second_(new PlainLabel(theme, TextRole::Dense, Weight::Normal, Tone::Text2, this)),
      button_(new Button(theme, ButtonKind::Plain, {}, {}, this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16 + theme_.px(28) + 12, 6, 16, 8);
    row->setSpacing(12);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(sentence_);
    words->addWidget(second_);
    row->addLayout(words, 1);
    row->addWidget(button_);
    connect(button_, &Button::clicked, this, &Banner::pressed);
    hide();
}

void Banner::say(const QString& sentence, const QString& second, const QString& button,
                 bool severe) {
    severe_ = severe;
    sentence_->show(sentence);
    second_->show(second);
    second_->setVisible(!second.isEmpty());
    button_->setText(button);
    button_->setAccessibleName(button);
    button_->setVisible(!button.isEmpty());
    button_->updateGeometry();
    setMinimumHeight(theme_.px(56));
    setAccessibleName(sentence + u' ' + second);
    update();
}

void Banner::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme_.color(severe_ ? Tone::LateSoft : Tone::DueSoft));
    painter.fillRect(QRect(0, height() - 2, width(), 2),
                     theme_.color(severe_ ? Tone::Late : Tone::Due));
    const int side = theme_.px(28);
    theme_.paintIcon(painter, icon_, severe_ ? Tone::Late : Tone::Due,
                     QRect(16, (height() - side) / 2, side, side));
}

} // namespace comanda::ui
