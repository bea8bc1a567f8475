#include "ui/shell/rail.h"

#include "ui/widgets/paint.h"

#include <QButtonGroup>
#include <QPainter>
#include <QShortcut>
#include <QVBoxLayout>

namespace comanda::ui {

namespace {
constexpr int kWide = 80, kNarrow = 64;
constexpr int kPad = 8;
} // namespace

RailItem::RailItem(const Theme& theme, const QString& icon, const QString& words, int key,
                   QWidget* parent)
    : QAbstractButton(parent), theme_(theme), icon_(icon) {
    setText(words);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setToolTip(tr("%1 (Ctrl+%2)").arg(words).arg(key));
    setCount(0, Tone::New);
}

void RailItem::setCount(int count, Tone ground) {
    count_ = count;
    ground_ = ground;
    setAccessibleName(count > 0 ? tr("%1, %2").arg(text()).arg(count) : text());
    update();
}

QSize RailItem::sizeHint() const {
    return {theme_.px(kNarrow) - 2 * kPad, theme_.px(60)};
}

void RailItem::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const bool on = isChecked();
    if (on || underMouse()) {
        const QColor ground = theme_.color(on ? Tone::AccentSoft : Tone::Surface2);
        paintPanel(painter, QRectF(rect()).adjusted(kPad, 0, -kPad, 0), ground, ground,
                   kRadiusCard);
    }
    if (on) {
        paintPanel(painter, QRectF(-4, 8, 8, height() - 16), theme_.color(Tone::Accent),
                   theme_.color(Tone::Accent), 2);
    }
    const Tone ink = on ? Tone::Accent : Tone::Text2;
    const int side = theme_.px(24);
    const int line = theme_.line(TextRole::Small); // less would cut the tails of g and j
    const int top = (height() - side - 4 - line) / 2;
    const QRectF icon((width() - side) / 2.0, top, side, side);
    theme_.paintIcon(painter, icon_, ink, icon);
    paintLine(painter, QRectF(2, top + side + 4, width() - 4, line),
              theme_.font(TextRole::Small, on ? Weight::Bold : Weight::Normal), theme_.color(ink),
              text(), Qt::AlignHCenter);
    if (count_ > 0) {
        const int tall = theme_.px(18);
        const int wide = badgeWidth(theme_, count_, tall);
        paintBadge(painter, theme_, QRectF(icon.right() - 6, top - 2, wide, tall), count_, ground_);
    }
}

Rail::Rail(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      group_(new QButtonGroup(this)),
      column_(new QVBoxLayout(this)) {
    column_->setContentsMargins(0, kPad, 1, kPad);
    column_->setSpacing(4);
    column_->addStretch(1);
    connect(group_, &QButtonGroup::idClicked, this, &Rail::chosenChanged);
    setAccessibleName(tr("Pages"));
    setNarrow(false);
}

RailItem* Rail::make(const QString& icon, const QString& words) {
    const int place = static_cast<int>(items_.size());
    auto* item = new RailItem(theme_, icon, words, place + 1, this);
    items_.push_back(item);
    auto* key =
        new QShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + place)), window());
    connect(key, &QShortcut::activated, item, &QAbstractButton::click);
    return item;
}

int Rail::add(const QString& icon, const QString& words) {
    const int page = static_cast<int>(group_->buttons().size());
    RailItem* item = make(icon, words);
    group_->addButton(item, page);
    item->setChecked(page == 0);
    column_->insertWidget(page, item);
    return page;
}

void Rail::addSwitch(const QString& icon, const QString& words) {
    switch_ = make(icon, words);
    switch_->setObjectName(QStringLiteral("sideSwitch"));
    column_->addWidget(switch_);
    connect(switch_, &QAbstractButton::toggled, this, &Rail::switched);
}

void Rail::setSwitch(bool on) {
    if (switch_) {
        switch_->setChecked(on);
    }
}

void Rail::setCount(int page, int count, Tone ground) {
    items_.at(static_cast<std::size_t>(page))->setCount(count, ground);
}

void Rail::choose(int page) {
    QAbstractButton* button = group_->button(page);
    if (button && !button->isChecked()) {
        button->setChecked(true);
        Q_EMIT chosenChanged(page);
    }
}

int Rail::chosen() const {
    return group_->checkedId();
}

void Rail::setNarrow(bool narrow) {
    const QFontMetrics small(theme_.font(TextRole::Small, Weight::Bold));
    int width = theme_.px(narrow ? kNarrow : kWide);
    for (const RailItem* item : items_) { // a word is never cut, nor wider than its ground
        width = std::max(width, small.horizontalAdvance(item->text()) + 2 * kPad + 6);
    }
    setFixedWidth(width);
}

void Rail::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme_.color(Tone::Surface1));
    painter.fillRect(QRect(width() - 1, 0, 1, height()), theme_.color(Tone::Line));
}

} // namespace comanda::ui
