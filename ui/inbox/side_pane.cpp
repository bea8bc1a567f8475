#include "ui/inbox/side_pane.h"

#include "core/base/text.h"

#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace comanda::ui {

namespace {
constexpr int kHead = 60; // as the chat's
}

SidePane::SidePane(const Theme& theme, store::Store& store, OrderBoard& board,
                   OrderActions& actions, const Clock& clock, QWidget* parent)
    : QStackedWidget(parent),
      theme_(theme),
      board_(board),
      actions_(actions),
      clock_(clock),
      pane_(new OrderPane(theme, store, actions, clock, this)) {
    addWidget(makeList());
    addWidget(pane_);
    connect(&board_, &OrderBoard::changed, this, &SidePane::refresh);
    connect(pane_, &OrderPane::closed, this, &SidePane::closePane);
    connect(pane_, &OrderPane::created, this, &SidePane::closePane);
    connect(&actions_, &OrderActions::busyChanged, this, [this](OrderId id, bool busy) {
        for (OrderCard* card : cards_) {
            if (card->order().id == id) {
                card->setBusy(busy);
            }
        }
    });
    second_.setInterval(1000);
    connect(&second_, &QTimer::timeout, this, [this] {
        for (OrderCard* card : cards_) {
            card->tick(clock_.now());
        }
    });
    second_.start();
}

QWidget* SidePane::makeList() {
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QWidget(page);
    auto* inside = new QVBoxLayout(head);
    inside->setContentsMargins(16, 8, 16, 8);
    inside->setSpacing(0);
    heading_ = new PlainLabel(theme_, TextRole::Strong, Weight::Bold, Tone::Text1, head);
    inside->addWidget(heading_);
    head->setFixedHeight(theme_.px(kHead));
    connect(&theme_, &Theme::changed, head,
            [this, head] { head->setFixedHeight(theme_.px(kHead)); });
    column->addWidget(head);
    auto* scroll = new QScrollArea(page);
    auto* body = new QWidget;
    list_ = new QVBoxLayout(body);
    list_->setContentsMargins(12, 12, 6, 12);
    list_->setSpacing(8);
    list_->addStretch(1);
    scroll->setWidget(body);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    column->addWidget(scroll, 1);
    return page;
}

OrderCard* SidePane::makeCard() {
    auto* card = new OrderCard(theme_, actions_.shop(), this);
    list_->insertWidget(list_->count() - 1, card);
    actions_.serve(*card);
    connect(card, &OrderCard::opened, this, [this, card] { open(card->order()); });
    return card;
}

void SidePane::refresh() {
    std::vector<Order> mine;
    for (const Order& order : board_.orders()) {
        if (conversation_ && order.conversation == conversation_->id) {
            mine.push_back(order);
        }
    }
    while (cards_.size() < mine.size()) {
        cards_.push_back(makeCard());
    }
    for (std::size_t i = 0; i < cards_.size(); ++i) {
        cards_[i]->setVisible(i < mine.size());
        if (i < mine.size()) {
            cards_[i]->show(mine[i], clock_.now());
            cards_[i]->QWidget::show();
        }
    }
    heading_->show(mine.empty() ? QString()
                                : tr("%n open orders", nullptr, static_cast<int>(mine.size())));
    if (const auto open = pane_->openOrder(); open && currentWidget() == pane_) {
        if (const auto order = board_.find(*open)) {
            pane_->update(*order);
        }
    }
    if (board_.isLoaded()) {
        pane_->keepChangesOf(board_.orders());
    }
    Q_EMIT somethingChanged();
}

bool SidePane::isTyping() const {
    return currentWidget() == pane_ && pane_->isNew();
}

bool SidePane::hasSomething() const {
    return currentWidget() == pane_ || (!cards_.empty() && !cards_.front()->isHidden());
}

void SidePane::closePane() {
    setCurrentIndex(0);
    refresh();
}

void SidePane::follow(const std::optional<Conversation>& conversation) {
    const bool same = conversation && conversation_ && conversation->id == conversation_->id;
    conversation_ = conversation;
    if (!same) {
        setCurrentIndex(0);
        if (conversation && pane_->resume(conversation->id)) {
            setCurrentWidget(pane_);
        }
    }
    refresh();
}

void SidePane::order(const Conversation& conversation, const std::vector<FromChat>& chat) {
    store::Writer::NewOrder draft;
    draft.details.customerName = displayLine(conversation.name, 120);
    draft.details.phone = conversation.ids.value(u"phone"_s);
    draft.details.fulfilment = Fulfilment::Pickup;
    draft.conversation = conversation.id;
    draft.platform = conversation.platform;
    pane_->begin(draft, displayLine(conversation.name, 40), chat);
    setCurrentWidget(pane_);
    refresh();
    pane_->editor().startTyping();
}

void SidePane::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme_.color(Tone::Surface0));
    const int head = theme_.px(kHead);
    const QColor line = theme_.color(Tone::Line);
    painter.fillRect(QRect(0, 0, width(), head), theme_.color(Tone::Surface1));
    painter.fillRect(QRect(0, head - 1, width(), 1), line);
    painter.fillRect(QRect(0, 0, 1, height()), line);
}

void SidePane::open(const Order& order) {
    pane_->open(order);
    setCurrentWidget(pane_);
    Q_EMIT somethingChanged();
}

} // namespace comanda::ui
