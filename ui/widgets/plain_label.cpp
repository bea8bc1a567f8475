#include "ui/widgets/plain_label.h"

#include "core/base/text.h"
#include "ui/widgets/paint.h"

#include <QPainter>

namespace comanda::ui {

PlainLabel::PlainLabel(const Theme& theme, TextRole role, Weight weight, Tone tone, QWidget* parent)
    : QLabel(parent), theme_(theme), role_(role), weight_(weight), tone_(tone) {
    setTextFormat(Qt::PlainText);
    connect(&theme_, &Theme::changed, this, &PlainLabel::dress);
    dress();
}

void PlainLabel::dress() {
    setFont(theme_.font(role_, weight_));
    updateGeometry();
    update();
}

void PlainLabel::show(const QString& text) {
    const QString safe = wordWrap() ? displayText(text) : displayLine(text, 500);
    if (safe == text_) {
        return;
    }
    text_ = safe;
    setText(text_);
    setAccessibleName(text_);
    updateGeometry();
}

void PlainLabel::setTone(Tone tone) {
    tone_ = tone;
    update();
}

void PlainLabel::setWeight(Weight weight) {
    weight_ = weight;
    dress();
}

QSize PlainLabel::sizeHint() const {
    if (wordWrap()) {
        return QLabel::sizeHint();
    }
    const QFontMetrics metrics(font());
    return {metrics.horizontalAdvance(text_) + 1, theme_.line(role_)};
}

QSize PlainLabel::minimumSizeHint() const {
    return wordWrap() ? QLabel::minimumSizeHint() : QSize(0, theme_.line(role_));
}

void PlainLabel::paintEvent(QPaintEvent* event) {
    if (wordWrap()) {
        QPalette p = palette();
        if (p.color(QPalette::WindowText) != theme_.color(tone_)) {
            p.setColor(QPalette::WindowText, theme_.color(tone_));
            setPalette(p);
        }
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    paintLine(painter, rect(), font(), theme_.color(tone_), text_,
              alignment() & Qt::AlignHorizontal_Mask);
}

} // namespace comanda::ui
