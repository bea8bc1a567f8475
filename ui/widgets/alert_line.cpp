#include "ui/widgets/alert_line.h"

#include "core/base/text.h"
#include "ui/widgets/paint.h"

namespace comanda::ui {

namespace {
constexpr int kPad = 8;
constexpr int kIcon = 18;
} // namespace

AlertLine::AlertLine(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
    // Not Fixed: a layout would then cap the height at the hint, which is for another width.
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    connect(&theme_, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
    hide();
}

void AlertLine::say(const QString& words) {
    words_ = displayLine(words, 500);
    setAccessibleName(words_);
    setVisible(!words_.isEmpty());
    updateGeometry();
    update();
}

int AlertLine::draw(QPainter* painter, int width) const {
    const int side = theme_.px(kIcon);
    const int line = theme_.line(TextRole::Body);
    const QRectF room(kPad + side + kPad, kPad, width - side - 3 * kPad, 0);
    const int height = paintWrapped(painter, room, theme_.font(TextRole::Body, Weight::Bold), line,
                                    theme_.color(Tone::OnAlert), words_);
    if (painter) {
        theme_.paintIcon(*painter, QStringLiteral("warning"), Tone::OnAlert,
                         QRectF(kPad, kPad + (line - side) / 2.0, side, side));
    }
    return std::max(height, line) + 2 * kPad;
}

int AlertLine::heightForWidth(int width) const {
    return draw(nullptr, width);
}

QSize AlertLine::sizeHint() const {
    const int width = testAttribute(Qt::WA_Resized) ? this->width() : theme_.px(280);
    return {width, heightForWidth(width)};
}

QSize AlertLine::minimumSizeHint() const {
    return {theme_.px(120), theme_.line(TextRole::Body) + 2 * kPad};
}

void AlertLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QColor ground = theme_.color(Tone::AlertGround);
    paintPanel(painter, rect(), ground, ground, kRadiusChip);
    draw(&painter, width());
}

} // namespace comanda::ui
