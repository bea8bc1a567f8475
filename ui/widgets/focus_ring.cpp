#include "ui/widgets/focus_ring.h"

#include "ui/widgets/paint.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace comanda::ui {

namespace {

constexpr int kOutside = 3; // 1 px free, 2 px ring

bool wantsRing(const QWidget* widget) {
    return qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QLineEdit*>(widget)
           || qobject_cast<const QPlainTextEdit*>(widget) || qobject_cast<const QComboBox*>(widget);
}

} // namespace

FocusRing::FocusRing(const Theme& theme, QWidget* window) : QWidget(window), theme_(theme) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
    hide();
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget*, QWidget* now) { follow(now); });
    connect(&theme_, &Theme::changed, this, [this] { update(); });
    qApp->installEventFilter(this);
}

void FocusRing::follow(QWidget* now) {
    target_ = now && parentWidget()->isAncestorOf(now) && wantsRing(now) ? now : nullptr;
    place();
}

void FocusRing::place() {
    // A field shows where typing goes however it got the focus.
    const bool field = target_ && !qobject_cast<QAbstractButton*>(target_.data());
    if (!target_ || !target_->isVisible() || (!byKeyboard_ && !field)) {
        hide();
        return;
    }
    const QRect area(target_->mapTo(parentWidget(), QPoint(0, 0)), target_->size());
    setGeometry(area.adjusted(-kOutside, -kOutside, kOutside, kOutside));
    // Where a scrolling pane cuts the control off, it cuts the ring off too.
    const QRegion seen = target_->visibleRegion();
    if (seen.boundingRect() == target_->rect()) {
        clearMask();
    } else {
        setMask(seen.translated(kOutside, kOutside).boundingRect());
    }
    show();
    raise();
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event) {
    const QEvent::Type type = event->type();
    if (type == QEvent::KeyPress || type == QEvent::MouseButtonPress) {
        const bool keyboard = type == QEvent::KeyPress;
        if (keyboard != byKeyboard_) {
            byKeyboard_ = keyboard;
            place();
        }
    } else if (target_
               && (type == QEvent::Move || type == QEvent::Resize || type == QEvent::Hide
                   || type == QEvent::Show)) {
        if (watched == target_ || watched == window()
            || (watched->isWidgetType() && static_cast<QWidget*>(watched)->isAncestorOf(target_))) {
            place();
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FocusRing::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintRing(painter, rect(), theme_.color(Tone::Focus), kRadiusControl + 2);
}

} // namespace comanda::ui
