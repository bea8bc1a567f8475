#include "ui/widgets/button.h"

#include "ui/widgets/paint.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace comanda::ui {

namespace {
constexpr int kGap = 8;
constexpr int kIcon = 20;
} // namespace

Button::Button(const Theme& theme, ButtonKind kind, const QString& icon, const QString& text,
               QWidget* parent)
    : QAbstractButton(parent), theme_(theme), kind_(kind), icon_(icon) {
    setText(text);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    // A filter or quick reply may be cut short; what a button does may not.
    setSizePolicy(kind == ButtonKind::Filter ? QSizePolicy::Preferred : QSizePolicy::Minimum,
                  QSizePolicy::Fixed);
    connect(&theme_, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void Button::setKind(ButtonKind kind) {
    kind_ = kind;
    update();
}

void Button::setIconName(const QString& icon) {
    icon_ = icon;
    updateGeometry();
    update();
}

void Button::setKeyHint(const QString& key) {
    key_ = key;
    updateGeometry();
}

void Button::setSpoken(const QString& name) {
    setAccessibleName(name);
    setToolTip(name.toHtmlEscaped());
}

void Button::setTall(int atFull) {
    tall_ = atFull;
    updateGeometry();
}

void Button::setDoubleClickIsOne() {
    doubleClickIsOne_ = true;
    setAttribute(Qt::WA_NoMousePropagation); // nor is it for the card below, not even when disabled
}

QFont Button::textFont() const {
    const bool quiet = kind_ == ButtonKind::Segment && !isChecked();
    const TextRole role = kind_ == ButtonKind::Filter ? TextRole::Dense : TextRole::Body;
    return theme_.font(role, quiet ? Weight::Normal : Weight::Bold);
}

int Button::hintWidth() const {
    if (key_.isEmpty()) {
        return 0;
    }
    const QFontMetrics metrics(theme_.font(TextRole::Small, Weight::Bold));
    return metrics.horizontalAdvance(key_) + 12;
}

int Button::contentWidth() const {
    const TextRole role = kind_ == ButtonKind::Filter ? TextRole::Dense : TextRole::Body;
    const QFontMetrics metrics(theme_.font(role, Weight::Bold)); // bold: a check never widens it
    int width = text().isEmpty() ? 0 : metrics.horizontalAdvance(text());
    if (!icon_.isEmpty()) {
        width += theme_.px(kIcon) + (text().isEmpty() ? 0 : kGap);
    }
    return width + (key_.isEmpty() ? 0 : hintWidth() + kGap);
}

QSize Button::sizeHint() const {
    const int height = theme_.px(tall_);
    if (text().isEmpty()) {
        return {height, height};
    }
    const int pad = kind_ == ButtonKind::Filter || kind_ == ButtonKind::Quiet ? 12 : 14;
    return {std::max(contentWidth() + 2 * pad, height), height};
}

QSize Button::minimumSizeHint() const {
    const int height = theme_.px(tall_);
    return {std::max(height, std::min(sizeHint().width(), theme_.px(96))), height};
}

Button::Look Button::look() const {
    if (!isEnabled()) {
        return {Tone::Surface2, Tone::Line, Tone::Text3};
    }
    switch (kind_) {
    case ButtonKind::Primary:
        return {Tone::Accent, Tone::Accent, Tone::OnAccent};
    case ButtonKind::Secondary:
        return {Tone::AccentSoft, Tone::Accent, Tone::Accent};
    case ButtonKind::Plain:
        return {isDown() ? Tone::Surface3 : Tone::Surface1, Tone::LineStrong, Tone::Text1};
    case ButtonKind::Danger:
        return {isDown() ? Tone::LateSoft : Tone::Surface1, Tone::Late, Tone::Late};
    case ButtonKind::Quiet: {
        const Tone ground = isDown()       ? Tone::Surface3
                            : underMouse() ? Tone::Surface2
                                           : Tone::Surface1;
        return {ground, ground, Tone::Accent};
    }
    case ButtonKind::Segment:
        return isChecked() ? Look{Tone::AccentSoft, Tone::AccentSoft, Tone::Accent}
                           : Look{Tone::Surface1, Tone::Surface1, Tone::Text2};
    case ButtonKind::Filter:
        return isChecked() ? Look{Tone::AccentSoft, Tone::AccentSoft, Tone::Accent}
                           : Look{Tone::Surface2, Tone::Surface2, Tone::Text2};
    }
    Q_UNREACHABLE();
}

void Button::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Look l = look();
    QRectF body = rect();
    if (kind_ == ButtonKind::Filter) {
        const qreal spare = std::max(0.0, body.height() - theme_.px(34));
        body.adjust(0, spare / 2, 0, -spare / 2);
    }
    QColor ground = theme_.color(l.ground);
    if (isEnabled() && (isDown() || underMouse())
        && (kind_ == ButtonKind::Primary || kind_ == ButtonKind::Secondary)) {
        const bool darker = theme_.scheme() == Scheme::Light;
        const int by = isDown() ? 115 : 106;
        ground = darker ? ground.darker(by) : ground.lighter(by);
    }
    if (kind_ != ButtonKind::Quiet || isDown() || underMouse()) {
        const bool edged = l.ground != l.edge;
        paintPanel(painter, body, ground, edged ? theme_.color(l.edge) : ground,
                   kind_ == ButtonKind::Filter ? kRadiusChip : kRadiusControl);
    }
    paintContent(painter, body, l.text);
}

void Button::paintContent(QPainter& painter, QRectF inside, Tone tone) const {
    const QFont font = textFont();
    const QFontMetrics metrics(font);
    const int words = text().isEmpty() ? 0 : metrics.horizontalAdvance(text());
    const int side = icon_.isEmpty() ? 0 : theme_.px(kIcon);
    const int iconPart = side + (side > 0 && words > 0 ? kGap : 0);
    const int keyPart = key_.isEmpty() ? 0 : hintWidth() + kGap;
    const qreal room = inside.width() - 8;
    const qreal total = std::min<qreal>(iconPart + words + keyPart, room);
    qreal x = inside.center().x() - total / 2;
    if (side > 0) {
        theme_.paintIcon(painter, icon_, tone,
                         QRectF(x, qRound(inside.center().y() - side / 2.0), side, side));
        x += iconPart;
    }
    const qreal textRoom = std::min<qreal>(words + 1, total - iconPart - keyPart + 1);
    paintLine(painter, QRectF(x, inside.top(), textRoom, inside.height()), font, theme_.color(tone),
              text());
    if (keyPart > 0) {
        const int height = theme_.px(20);
        const QRectF box(x + textRoom + kGap - 1, inside.center().y() - height / 2.0, hintWidth(),
                         height);
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme_.color(tone), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        painter.restore();
        paintLine(painter, box, theme_.font(TextRole::Small, Weight::Bold), theme_.color(tone),
                  key_, Qt::AlignHCenter);
    }
}

void Button::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (!event->isAutoRepeat()) { // a key held down is one press
            click();
        }
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void Button::mouseDoubleClickEvent(QMouseEvent* event) {
    if (!doubleClickIsOne_) {
        QAbstractButton::mouseDoubleClickEvent(event);
    }
}

void Button::enterEvent(QEnterEvent* event) {
    update();
    QAbstractButton::enterEvent(event);
}

void Button::leaveEvent(QEvent* event) {
    update();
    QAbstractButton::leaveEvent(event);
}

} // namespace comanda::ui
