#include "ui/queue/column.h"

#include "app/text/words.h"
#include "ui/orders/card_painter.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace comanda::ui {

namespace {
constexpr int kHead = 32;
constexpr int kCardGap = 8;
constexpr int kBarRoom = 12; // right of the cards: the gap to the next column
} // namespace

Column::Column(const Theme& theme, const Shop& shop, BoardColumn which, QWidget* parent)
    : QFrame(parent),
      theme_(theme),
      shop_(shop),
      which_(which),
      word_(new PlainLabel(theme, TextRole::Strong, Weight::Bold, Tone::Text1, this)),
      head_(new QWidget(this)),
      empty_(new PlainLabel(theme, TextRole::Body, Weight::Normal, Tone::Text3, this)),
      scroll_(new QScrollArea(this)),
      body_(new QWidget),
      stack_(new QVBoxLayout(body_)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* row = new QHBoxLayout(head_);
    row->setContentsMargins(theme_.px(24) + 16, 0, 0, 0);
    row->addWidget(word_, 1);
    head_->setFixedHeight(theme_.px(kHead));
    word_->show(wordFor(which));
    empty_->show(tr("Nothing here"));
    column->addWidget(head_);
    column->addWidget(empty_);
    stack_->setContentsMargins(0, 0, kBarRoom, 8);
    connect(scroll_->verticalScrollBar(), &QScrollBar::rangeChanged, this, [this](int, int most) {
        // The bar stands in the gap between columns: cards keep their width.
        stack_->setContentsMargins(
            0, 0, most > 0 ? kBarRoom - scroll_->verticalScrollBar()->sizeHint().width() : kBarRoom,
            8);
    });
    stack_->setSpacing(kCardGap);
    stack_->addStretch(1);
    body_->setAutoFillBackground(false);
    scroll_->setWidget(body_);
    scroll_->setWidgetResizable(true);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setFocusPolicy(Qt::NoFocus);
    scroll_->viewport()->setAutoFillBackground(false);
    column->addWidget(scroll_, 1);
    connect(&theme_, &Theme::changed, this, [this] { head_->setFixedHeight(theme_.px(kHead)); });
}

QString Column::wordFor(BoardColumn which) {
    switch (const OrderState state = stateOf(which)) {
    case OrderState::Accepted:
        return tr("Accepted", "the head of a column: orders");
    case OrderState::Ready:
        return tr("Ready", "the head of a column: orders");
    default:
        return text::stateWord(state);
    }
}

int Column::leastWidth(const Theme& theme) {
    return OrderCard::leastWidth(theme) + kBarRoom;
}

OrderCard* Column::make(const Order& order) {
    auto* card = new OrderCard(theme_, shop_, body_);
    card->setBrief(brief_);
    byId_.insert(order.id, card);
    Q_EMIT cardMade(card);
    return card;
}

void Column::show(const std::vector<Order>& orders, Time now) {
    body_->setUpdatesEnabled(false);
    QHash<OrderId, OrderCard*> gone = byId_;
    std::vector<OrderCard*> shown;
    for (std::size_t i = 0; i < orders.size(); ++i) {
        OrderCard* card = byId_.value(orders[i].id);
        if (!card) {
            card = make(orders[i]);
        }
        gone.remove(orders[i].id);
        card->show(orders[i], now);
        const int place = static_cast<int>(i);
        if (stack_->indexOf(card) != place) {
            stack_->insertWidget(place, card);
        }
        card->QWidget::show();
        shown.push_back(card);
    }
    for (auto it = gone.cbegin(); it != gone.cend(); ++it) {
        byId_.remove(it.key());
        stack_->removeWidget(it.value());
        it.value()->hide();
        it.value()->deleteLater();
    }
    cards_ = std::move(shown);
    body_->setUpdatesEnabled(true);
    empty_->setVisible(cards_.empty());
    head_->setAccessibleName(
        tr("%1, %n orders", nullptr, static_cast<int>(cards_.size())).arg(wordFor(which_)));
    setAccessibleName(head_->accessibleName());
    update();
}

void Column::tick(Time now) {
    for (OrderCard* card : cards_) {
        card->tick(now);
    }
}

void Column::setBrief(bool brief) {
    brief_ = brief;
    for (OrderCard* card : cards_) {
        card->setBrief(brief);
    }
}

void Column::setBusy(OrderId order, bool busy) {
    if (OrderCard* card = byId_.value(order)) {
        card->setBusy(busy);
    }
}

void Column::select(std::optional<OrderId> order) {
    for (OrderCard* card : cards_) {
        const bool mine = order == card->order().id;
        card->setSelected(mine);
        if (mine) {
            scroll_->ensureWidgetVisible(card, 0, kCardGap);
        }
    }
}

int Column::indexOf(OrderId order) const {
    for (std::size_t i = 0; i < cards_.size(); ++i) {
        if (cards_[i]->order().id == order) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

void Column::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const StateLook look = stateLook(stateOf(which_));
    const int side = theme_.px(24);
    const QString count = QString::number(cards_.size());
    const QFontMetrics metrics(theme_.font(TextRole::Body, Weight::Bold));
    const int width = std::max(side, metrics.horizontalAdvance(count) + 12);
    const QRectF chip(0, (theme_.px(kHead) - side) / 2.0, width, side);
    paintPanel(painter, chip, theme_.color(look.soft), theme_.color(look.soft), kRadiusChip);
    paintLine(painter, chip, theme_.font(TextRole::Body, Weight::Bold), theme_.color(look.tone),
              count, Qt::AlignHCenter);
    head_->layout()->setContentsMargins(width + 8, 0, 0, 0);
}

} // namespace comanda::ui
