#include "ui/widgets/segment_bar.h"

#include "ui/widgets/paint.h"

#include <QHBoxLayout>

namespace comanda::ui {

SegmentBar::SegmentBar(const Theme& theme, QWidget* parent)
    : QFrame(parent), theme_(theme), group_(new QButtonGroup(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(1, 1, 1, 1);
    row->setSpacing(1);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(group_, &QButtonGroup::idClicked, this, &SegmentBar::chosenChanged);
    connect(&theme_, &Theme::changed, this, [this] { update(); });
}

int SegmentBar::add(const QString& icon, const QString& text) {
    auto* button = new Button(theme_, ButtonKind::Segment, icon, text, this);
    button->setCheckable(true);
    button->setTall(kTarget - 2);
    button->setAccessibleName(text);
    const int index = static_cast<int>(group_->buttons().size());
    group_->addButton(button, index);
    layout()->addWidget(button);
    button->setChecked(index == 0);
    return index;
}

void SegmentBar::setText(int index, const QString& text) {
    QAbstractButton* button = group_->button(index);
    button->setText(text);
    button->setAccessibleName(text);
    button->updateGeometry();
}

void SegmentBar::choose(int index) {
    if (index < 0 && group_->checkedButton()) {
        group_->setExclusive(false);
        group_->checkedButton()->setChecked(false);
        group_->setExclusive(true);
        Q_EMIT chosenChanged(-1);
    } else if (QAbstractButton* button = group_->button(index); button && !button->isChecked()) {
        button->setChecked(true);
        Q_EMIT chosenChanged(index);
    }
}

int SegmentBar::chosen() const {
    return group_->checkedId();
}

void SegmentBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintPanel(painter, rect(), theme_.color(Tone::Surface1), theme_.color(Tone::LineStrong),
               kRadiusControl);
    painter.setPen(theme_.color(Tone::Line));
    const auto buttons = group_->buttons();
    for (qsizetype i = 1; i < buttons.size(); ++i) {
        const int x = buttons.at(i)->x() - 1;
        painter.drawLine(x, 1, x, height() - 2);
    }
}

} // namespace comanda::ui
