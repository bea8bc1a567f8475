#include "ui/inbox/identity_row.h"

#include "app/text/words.h"
#include "core/base/text.h"
#include "ui/widgets/paint.h"

#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace comanda::ui {

namespace {
constexpr int kTile = 28;
constexpr int kGap = 10;
constexpr int kPad = 4;
constexpr int kNameMax = 120;
} // namespace

IdentityRow::IdentityRow(const Theme& theme, const Identity& identity, bool here, QWidget* parent)
    : QAbstractButton(parent), theme_(theme), platform_(identity.platform), here_(here) {
    name_ = displayLine(identity.name, kNameMax);
    QStringList second{identity.comments ? tr("Comments on %1").arg(text::platformName(platform_))
                                         : text::platformName(platform_)};
    if (identity.comments && platform_ == Platform::Facebook) {
        second = {text::platformName(platform_)}; // says so itself
    }
    if (const QString handle = displayLine(identity.handle, 60); !handle.isEmpty()) {
        second << handle;
    }
    if (here) {
        second << tr("this chat");
    }
    second_ = second.join(u" · "_s);
    setAccessibleName(name_ + u", "_s + second_);
    setToolTip((name_ + u'\n' + second_).toHtmlEscaped());
    setEnabled(!here && identity.conversation.isValid());
    setFocusPolicy(isEnabled() ? Qt::StrongFocus : Qt::NoFocus);
    setCursor(isEnabled() ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme_, &Theme::changed, this, [this] { updateGeometry(); });
}

QSize IdentityRow::sizeHint() const {
    return {theme_.px(200), theme_.px(kTarget)};
}

QSize IdentityRow::minimumSizeHint() const {
    return {theme_.px(96), theme_.px(kTarget)};
}

void IdentityRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (isEnabled() && (isDown() || underMouse())) {
        const QColor ground = theme_.color(isDown() ? Tone::Surface3 : Tone::Surface2);
        paintPanel(painter, rect(), ground, ground, kRadiusControl);
    }
    const int tile = theme_.px(kTile);
    theme_.paintTile(painter, platform_, QRect(kPad, (height() - tile) / 2, tile, tile));
    const int left = kPad + tile + kGap;
    const int first = theme_.line(TextRole::Body);
    const int rest = theme_.line(TextRole::Small);
    const int top = (height() - first - rest) / 2;
    const int room = width() - left - kPad;
    paintLine(painter, QRectF(left, top, room, first),
              theme_.font(TextRole::Body, here_ ? Weight::Bold : Weight::Normal),
              theme_.color(Tone::Text1), name_);
    paintLine(painter, QRectF(left, top + first, room, rest), theme_.font(TextRole::Small),
              theme_.color(Tone::Text2), second_);
}

void IdentityRow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (!event->isAutoRepeat()) {
            click();
        }
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void IdentityRow::enterEvent(QEnterEvent* event) {
    update();
    QAbstractButton::enterEvent(event);
}

void IdentityRow::leaveEvent(QEvent* event) {
    update();
    QAbstractButton::leaveEvent(event);
}

} // namespace comanda::ui
