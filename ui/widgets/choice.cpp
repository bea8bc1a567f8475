#include "ui/widgets/choice.h"

#include <QPainter>
#include <QWheelEvent>

namespace comanda::ui {

namespace {
constexpr int kArrow = 20;
constexpr int kEdge = 10;
} // namespace

Choice::Choice(const Theme& theme, QWidget* parent) : QComboBox(parent), theme_(theme) {
    setFocusPolicy(Qt::StrongFocus); // not by the wheel
}

void Choice::paintEvent(QPaintEvent* event) {
    QComboBox::paintEvent(event);
    QPainter painter(this);
    const int side = theme_.px(kArrow);
    theme_.paintIcon(painter, QStringLiteral("down"), isEnabled() ? Tone::Text2 : Tone::Text3,
                     QRectF(width() - side - kEdge, (height() - side) / 2.0, side, side));
}

void Choice::wheelEvent(QWheelEvent* event) {
    event->ignore(); // the page scrolls
}

} // namespace comanda::ui
