#include "ui/orders/order_card.h"

#include "app/text/words.h"
#include "core/base/text.h"
#include "ui/orders/card_painter.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace comanda::ui {

namespace {

constexpr int kLeft = 16, kTop = 8, kRight = 12, kBottom = 12;
constexpr int kEdge = 6;
constexpr int kButtonGap = 8;
constexpr int kWidthMin = 224;

QString stepIcon(OrderState next) {
    return next == OrderState::Preparing        ? u"kitchen"_s
           : next == OrderState::OutForDelivery ? u"delivery"_s
           : next == OrderState::Completed      ? u"bump"_s
                                                : u"check"_s;
}

} // namespace

OrderCard::OrderCard(const Theme& theme, const Shop& shop, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      shop_(shop),
      step_(new Button(theme, ButtonKind::Primary, u"check"_s, {}, this)),
      reject_(new Button(theme, ButtonKind::Danger, u"close"_s, {}, this)),
      take_(new Button(theme, ButtonKind::Primary, {}, tr("Change made"), this)),
      refuse_(new Button(theme, ButtonKind::Plain, {}, tr("No"), this)) {
    step_->setObjectName(u"step"_s);
    reject_->setObjectName(u"reject"_s);
    take_->setObjectName(u"takeChange"_s);
    refuse_->setObjectName(u"refuseChange"_s);
    for (Button* button : {step_, reject_, take_, refuse_}) {
        button->setDoubleClickIsOne();
    }
    // Not Fixed: a layout would then cap the height at the hint, which is for another width.
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    connect(step_, &Button::clicked, this, [this] { Q_EMIT stepAsked(order_.id); });
    connect(reject_, &Button::clicked, this, [this] { Q_EMIT rejectAsked(order_.id); });
    connect(take_, &Button::clicked, this, [this] { Q_EMIT changeTaken(order_.id); });
    connect(refuse_, &Button::clicked, this, [this] { Q_EMIT changeRefused(order_.id); });
    connect(&theme_, &Theme::changed, this, [this] {
        measuredWidth_ = -1;
        updateGeometry();
        place();
        update();
    });
}

void OrderCard::show(const Order& order, Time now) {
    if (order == order_) {
        tick(now);
        return;
    }
    order_ = order;
    now_ = now;
    measuredWidth_ = -1;
    dressButtons();
    updateGeometry();
    place();
    update();
}

void OrderCard::tick(Time now) {
    const OrderAge before = orderAge(order_, shop_, now_);
    now_ = now;
    if (orderAge(order_, shop_, now_) != before) {
        setAccessibleName(spoken(order_, shop_, now_));
        measuredWidth_ = -1;
        if (heightForWidth(width()) != height()) { // a longer word may put the name on its own row
            updateGeometry();
            place();
            update();
        }
        update(0, 0, width(), kTop + theme_.px(28) + theme_.line(TextRole::Strong) + 14);
    }
}

void OrderCard::setSelected(bool selected) {
    if (selected_ != selected) {
        selected_ = selected;
        update();
    }
}

void OrderCard::setBrief(bool brief) {
    if (brief_ != brief) {
        brief_ = brief;
        measuredWidth_ = -1;
        updateGeometry();
        place();
        update();
    }
}

void OrderCard::setBusy(bool busy) {
    for (Button* button : {step_, reject_, take_, refuse_}) {
        button->setEnabled(!busy);
    }
}

bool OrderCard::asksChange() const {
    return order_.flags.contains(OrderFlag::ChangeAsked)
           || order_.flags.contains(OrderFlag::CancelAsked);
}

QString stepButtonText(const Order& order, const Shop& shop) {
    const auto next = nextStep(order.state, order.details.fulfilment);
    if (!next) {
        return {};
    }
    if (*next != OrderState::Accepted) {
        return text::stepWord(*next);
    }
    const QString when = order.details.wantedAt ? WallTime(shop).clock(*order.details.wantedAt)
                                                : OrderCard::tr("%1 min").arg(shop.promise.count());
    return text::stepWord(*next) + u" · "_s + when;
}

void OrderCard::dressButtons() {
    const auto next = nextStep(order_.state, order_.details.fulfilment);
    const bool isNew = order_.state == OrderState::New;
    step_->setVisible(next.has_value() && !asksChange());
    reject_->setVisible(isNew && !asksChange());
    take_->setVisible(asksChange());
    refuse_->setVisible(asksChange());
    if (next) {
        step_->setKind(isNew ? ButtonKind::Primary : ButtonKind::Secondary);
        step_->setIconName(stepIcon(*next));
        step_->setText(stepButtonText(order_, shop_));
    }
    const bool cancel = order_.flags.contains(OrderFlag::CancelAsked);
    take_->setText(cancel ? tr("Cancel it") : tr("Change made"));
    const QString which = tr("order %1").arg(order_.number);
    step_->setAccessibleName(step_->text() + u", "_s + which);
    reject_->setSpoken(tr("Reject %1").arg(which));
    take_->setAccessibleName(take_->text() + u", "_s + which);
    refuse_->setAccessibleName(tr("Refuse the change of %1").arg(which));
    setAccessibleName(spoken(order_, shop_, now_));
}

int OrderCard::contentBottom(int width, QRect* changeButtons) const {
    CardPainter measure(nullptr, theme_, order_, shop_, now_, brief_);
    const int bottom = measure.draw(kLeft, width - kRight, kTop);
    if (changeButtons) {
        *changeButtons = measure.changeButtons();
    }
    return bottom;
}

int OrderCard::heightForWidth(int width) const {
    if (width != measuredWidth_) {
        const bool buttons = nextStep(order_.state, order_.details.fulfilment) && !asksChange();
        measuredWidth_ = width;
        measuredHeight_ =
            contentBottom(width) + (buttons ? kButtonGap + theme_.px(kTarget) : 0) + kBottom;
    }
    return measuredHeight_;
}

QSize OrderCard::sizeHint() const {
    const int width = testAttribute(Qt::WA_Resized) ? this->width() : theme_.px(280);
    return {width, heightForWidth(width)};
}

int OrderCard::leastWidth(const Theme& theme) {
    return std::min(kWidthMin, theme.px(kWidthMin));
}

QSize OrderCard::minimumSizeHint() const {
    return {leastWidth(theme_), theme_.px(100)};
}

void OrderCard::place() {
    QRect change;
    const int y = contentBottom(width(), &change) + kButtonGap;
    const int tall = theme_.px(kTarget);
    const int rejectW = order_.state == OrderState::New ? tall + kButtonGap : 0;
    step_->setGeometry(kLeft, y, width() - kLeft - kRight - rejectW, tall);
    reject_->setGeometry(width() - kRight - tall, y, tall, tall);
    const int refuseW = std::min(refuse_->sizeHint().width(), change.width() / 2);
    take_->setGeometry(change.left(), change.top(), change.width() - refuseW - 6, tall);
    refuse_->setGeometry(change.right() - refuseW + 1, change.top(), refuseW, tall);
}

void OrderCard::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    place();
}

void OrderCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QColor edge = theme_.color(Tone::Line);
    paintPanel(painter, rect(), theme_.color(Tone::Surface1), edge, kRadiusCard);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath outline;
    outline.addRoundedRect(QRectF(rect()), kRadiusCard, kRadiusCard);
    painter.setClipPath(outline);
    painter.fillRect(QRect(0, 0, kEdge, height()), theme_.color(stateLook(order_.state).tone));
    painter.restore();
    CardPainter(&painter, theme_, order_, shop_, now_, brief_).draw(kLeft, width() - kRight, kTop);
    if (selected_) {
        paintRing(painter, rect(), theme_.color(Tone::Focus), kRadiusCard);
    }
}

void OrderCard::mousePressEvent(QMouseEvent* event) {
    Q_EMIT chosen(order_.id);
    event->accept();
}

void OrderCard::mouseDoubleClickEvent(QMouseEvent* event) {
    Q_EMIT opened(order_.id);
    event->accept();
}

QString spoken(const Order& order, const Shop& shop, Time now) {
    QStringList parts{OrderCard::tr("Order %1").arg(order.number),
                      displayLine(text::customerName(order.details)), text::stateWord(order.state),
                      orderAge(order, shop, now).words};
    for (const OrderFlag flag : order.flags) {
        parts << text::flagWord(flag)
                     + (flag == OrderFlag::Allergy ? u' ' + displayLine(order.allergy) : QString());
    }
    parts << text::fulfilmentWord(order.details.fulfilment) << text::platformName(order.platform);
    for (const OrderLine& line : order.lines) {
        parts
            << u"%1 %2"_s.arg(line.quantity).arg(displayLine(text::dishName(line.name, line.sku)));
    }
    parts << WallTime(shop).total(order);
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

} // namespace comanda::ui
