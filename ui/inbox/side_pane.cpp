#include "ui/inbox/side_pane.h"

#include "app/text/words.h"
#include "core/base/text.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace comanda::ui {

namespace {
constexpr int kHead = 60; // as the chat's
}

SidePane::SidePane(const Parts& parts, OrderBoard& board, OrderActions& actions, QWidget* parent)
    : QStackedWidget(parent),
      theme_(parts.theme),
      board_(board),
      actions_(actions),
      clock_(parts.clock),
      model_(new PeopleModel(parts.store, this)),
      block_(new PeopleBlock({parts.theme, parts.store, parts.desk, parts.toast}, *model_, this)),
      form_(new CustomerForm(parts.theme, parts.desk, parts.toast, this)),
      past_(new PastOrders(parts.theme, actions.shop(), this)),
      pane_(new OrderPane(parts.theme, parts.store, actions, parts.clock, this)) {
    addWidget(makeList());
    addWidget(pane_);
    connect(&board_, &OrderBoard::changed, this, &SidePane::refresh);
    connect(model_, &PeopleModel::changed, this, &SidePane::showPerson);
    connect(block_, &PeopleBlock::conversationWanted, this,
            [this](ConversationId to) { Q_EMIT conversationWanted(to, {}); });
    connect(past_, &PastOrders::orderChosen, this, [this](const Order& order) {
        Q_EMIT conversationWanted(order.conversation,
                                  order.sources.empty() ? MessageId() : order.sources.front());
    });
    connect(past_, &PastOrders::repeatAsked, this, &SidePane::repeat);
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

QWidget* SidePane::makeHead(QWidget* page) {
    auto* head = new QWidget(page);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(16, 8, 8, 8);
    row->setSpacing(8);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    heading_ = new PlainLabel(theme_, TextRole::Strong, Weight::Bold, Tone::Text1, head);
    under_ = new PlainLabel(theme_, TextRole::Dense, Weight::Normal, Tone::Text2, head);
    words->addWidget(heading_);
    words->addWidget(under_);
    row->addLayout(words, 1);
    close_ = new Button(theme_, ButtonKind::Plain, u"close"_s, {}, head);
    close_->setSpoken(tr("Close (Esc)"));
    close_->setObjectName(u"closeCustomer"_s);
    close_->hide();
    row->addWidget(close_);
    connect(close_, &Button::clicked, this, &SidePane::closeAsked);
    head->setFixedHeight(theme_.px(kHead));
    connect(&theme_, &Theme::changed, head,
            [this, head] { head->setFixedHeight(theme_.px(kHead)); });
    return head;
}

// What can hurt stands first, then who it is, what is under way, and what was.
QWidget* SidePane::makeList() {
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead(page));
    auto* scroll = new QScrollArea(page);
    auto* body = new QWidget;
    auto* inside = new QVBoxLayout(body);
    inside->setContentsMargins(12, 12, 6, 12);
    inside->setSpacing(12);
    allergies_ = new AlertLine(theme_, body);
    list_ = new QVBoxLayout;
    list_->setSpacing(8);
    inside->addWidget(allergies_);
    inside->addWidget(block_);
    inside->addLayout(list_);
    inside->addWidget(form_);
    inside->addWidget(past_);
    inside->addStretch(1);
    scroll->setWidget(body);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    column->addWidget(scroll, 1);
    return page;
}

OrderCard* SidePane::makeCard() {
    auto* card = new OrderCard(theme_, actions_.shop(), this);
    list_->addWidget(card);
    actions_.serve(*card);
    connect(card, &OrderCard::opened, this, [this, card] { open(card->order()); });
    return card;
}

// Of this chat, or of another of the same person.
bool SidePane::isTheirs(const Order& order) const {
    const Person* person = model_->person();
    return conversation_
           && (order.conversation == conversation_->id
               || (person && order.customer.isValid()
                   && std::any_of(person->identities.begin(), person->identities.end(),
                                  [&](const Identity& identity) {
                                      return identity.customer == order.customer;
                                  })));
}

void SidePane::showPerson() {
    const Person* person = model_->person();
    allergies_->say(text::allergyWords(allergies()));
    form_->show(person);
    past_->show(person, clock_.now());
    pane_->warn(conversation_ ? conversation_->id : ConversationId(), allergies());
    refresh();
}

QString SidePane::allergies() const {
    const Person* person = model_->person();
    return person ? person->card.allergies : QString();
}

void SidePane::setClosable(bool closable) {
    close_->setVisible(closable);
}

void SidePane::refresh() {
    std::vector<Order> mine;
    for (const Order& order : board_.orders()) {
        if (isTheirs(order)) {
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
    heading_->show(model_->people().size() > 1 ? tr("Who comments here") : tr("Customer"));
    under_->show(mine.empty() ? tr("No open order")
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

bool SidePane::showsOrder() const {
    return currentWidget() == pane_;
}

void SidePane::closePane() {
    setCurrentIndex(0);
    refresh();
}

void SidePane::follow(const std::optional<Conversation>& conversation) {
    const bool same = conversation && conversation_ && conversation->id == conversation_->id;
    conversation_ = conversation;
    block_->follow(conversation ? conversation->id : ConversationId());
    model_->follow(conversation ? conversation->id : ConversationId());
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
    draft.details.fulfilment = Fulfilment::Pickup;
    begin(conversation, draft, chat);
}

// What is known of the customer need not be typed again.
void SidePane::begin(const Conversation& conversation, store::Writer::NewOrder draft,
                     const std::vector<FromChat>& chat) {
    draft.details.customerName = displayLine(conversation.name, 120);
    draft.details.phone = conversation.ids.value(u"phone"_s);
    if (const Person* person = model_->person(); person && draft.details.address.isEmpty()) {
        draft.details.address = person->card.address;
    }
    draft.conversation = conversation.id;
    draft.platform = conversation.platform;
    pane_->begin(draft, displayLine(conversation.name, 40), chat);
    pane_->warn(conversation.id, allergies());
    setCurrentWidget(pane_);
    refresh();
    pane_->editor().startTyping();
}

void SidePane::repeat(const Order& order) {
    if (!conversation_) {
        return;
    }
    store::Writer::NewOrder draft;
    draft.details.fulfilment = order.details.fulfilment;
    draft.details.address = order.details.address;
    draft.details.paymentMethod = order.details.paymentMethod;
    std::vector<OrderLine> lines = order.lines;
    for (OrderLine& line : lines) {
        line.state = ItemState::Todo;
    }
    begin(*conversation_, draft, {{MessageId(), false, lines}});
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
