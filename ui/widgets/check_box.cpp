#include "ui/widgets/check_box.h"

#include "ui/widgets/paint.h"

namespace comanda::ui {

namespace {
constexpr int kBox = 22;
constexpr int kGap = 10;
} // namespace

CheckBox::CheckBox(const Theme& theme, const QString& words, QWidget* parent)
    : QCheckBox(words, parent), theme_(theme) {
    connect(&theme_, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QSize CheckBox::sizeHint() const {
    const QFontMetrics metrics(theme_.font(TextRole::Body));
    return {theme_.px(kBox) + kGap + metrics.horizontalAdvance(text()) + 4, theme_.px(kTarget)};
}

bool CheckBox::hitButton(const QPoint& at) const {
    return rect().contains(at);
}

void CheckBox::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const int side = theme_.px(kBox);
    const QRectF box(0, (height() - side) / 2.0, side, side);
    const bool on = isChecked();
    paintPanel(painter, box, theme_.color(on ? Tone::Accent : Tone::Surface1),
               theme_.color(on ? Tone::Accent : Tone::LineStrong), kRadiusChip);
    if (on) {
        theme_.paintIcon(painter, QStringLiteral("check"), Tone::OnAccent,
                         box.adjusted(3, 3, -3, -3));
    }
    paintLine(painter, QRectF(rect()).adjusted(side + kGap, 0, 0, 0), theme_.font(TextRole::Body),
              theme_.color(isEnabled() ? Tone::Text1 : Tone::Text3), text());
}

} // namespace comanda::ui
