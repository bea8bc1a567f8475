#include "ui/queue/queue_page.h"

#include "app/text/words.h"
#include "core/base/text.h"
#include "core/store/reader.h"
#include "ui/orders/card_painter.h"
#include "ui/orders/order_card.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace comanda::ui {

namespace {

constexpr std::array<std::optional<Fulfilment>, 4> kKinds{std::nullopt, Fulfilment::Pickup,
                                                          Fulfilment::Delivery, Fulfilment::DineIn};
constexpr int kPane = 376;
constexpr int kWideEnough = 1180; // board and pane side by side
constexpr int kRecallMax = 20;

} // namespace

QueuePage::QueuePage(const Theme& theme, store::Store& store, OrderBoard& orders,
                     OrderActions& actions, const Clock& clock, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      store_(store),
      orders_(orders),
      actions_(actions),
      search_(new SearchField(theme, tr("Number, name, dish"), this)),
      kinds_(new SegmentBar(theme, this)),
      undo_(new Button(theme, ButtonKind::Plain, u"undo"_s, {}, this)),
      recall_(new Button(theme, ButtonKind::Plain, u"history"_s, {}, this)),
      new_(new Button(theme, ButtonKind::Primary, u"phone"_s, tr("New order"), this)),
      board_(new Board(theme, actions.shop(), orders, clock, this)),
      pane_(new OrderPane(theme, store, actions, clock, this)),
      empty_(new EmptyState(theme, u"queue"_s, tr("No open orders"), tr("The next one rings here."),
                            this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(board_, 1);
    row->addWidget(empty_, 1);
    row->addWidget(pane_);
    pane_->hide();
    empty_->hide();
    column->addLayout(row, 1);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Order queue"));
    connect_ = empty_->addButton(tr("Connect Telegram"));
    connect_->setObjectName(u"connectFirst"_s);
    connect(connect_, &Button::clicked, this, &QueuePage::setupAsked);
    connect(board_, &Board::cardMade, this, &QueuePage::wire);
    connect(board_, &Board::selectionChanged, this, [this] {
        const auto order = board_->selectedOrder();
        if (pane_->isVisible() && !pane_->isNew() && order && !pane_->editor().isDirty()) {
            pane_->open(*order);
        }
    });
    connect(&orders_, &OrderBoard::changed, this, &QueuePage::refresh);
    connect(&actions_, &OrderActions::busyChanged, board_, &Board::setBusy);
    connect(pane_, &OrderPane::closed, this, &QueuePage::closePane);
    connect(pane_, &OrderPane::created, this, [this](const Order& order) {
        if (!pane_->isHidden()) { // else one is at something else already
            closePane();
            board_->select(order.id);
        }
    });
    connect(pane_, &OrderPane::sourceWanted, this, &QueuePage::sourceWanted);
    refresh();
}

QWidget* QueuePage::makeBar() {
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(16, 8, 16, 8);
    row->setSpacing(8);
    search_->setMinimumWidth(theme_.px(140));
    search_->setMaximumWidth(theme_.px(248));
    for (const auto& kind : kKinds) {
        kinds_->add(kind ? fulfilmentIcon(*kind) : QString(),
                    kind ? text::fulfilmentWord(*kind) : tr("All"));
    }
    undo_->setSpoken(tr("Undo (U)"));
    recall_->setSpoken(tr("The last twenty that were closed (R)"));
    recall_->setObjectName(u"recall"_s);
    new_->setKeyHint(u"F2"_s);
    new_->setAccessibleName(tr("New order"));
    row->addWidget(search_, 1);
    row->addWidget(kinds_);
    row->addWidget(undo_);
    row->addWidget(recall_);
    row->addStretch(1);
    row->addWidget(new_);
    connect(search_, &QLineEdit::textChanged, this, &QueuePage::refilter);
    connect(search_, &QLineEdit::returnPressed, this, [this] {
        setFocus();
        board_->move(0, 0);
    });
    connect(kinds_, &SegmentBar::chosenChanged, this, &QueuePage::refilter);
    connect(undo_, &Button::clicked, &actions_, &OrderActions::undo);
    connect(recall_, &Button::clicked, this, &QueuePage::askRecall);
    connect(new_, &Button::clicked, this, &QueuePage::newOrder);
    return bar;
}

void QueuePage::wire(OrderCard* card) {
    actions_.serve(*card);
    connect(card, &OrderCard::opened, this, &QueuePage::show);
    connect(card, &OrderCard::chosen, this, [this] { setFocus(Qt::MouseFocusReason); });
}

void QueuePage::refilter() {
    board_->setFilter(
        {kKinds.at(static_cast<std::size_t>(std::max(kinds_->chosen(), 0))), search_->text()});
    refresh();
}

void QueuePage::refresh() {
    for (std::size_t i = 0; i < kKinds.size(); ++i) {
        const auto& kind = kKinds.at(i);
        const QString word = kind ? text::fulfilmentWord(*kind) : tr("All");
        kinds_->setText(static_cast<int>(i), u"%1 %2"_s.arg(word).arg(orders_.count({kind, {}})));
    }
    const bool nothing = board_->shown() == 0 && orders_.isLoaded();
    sayEmpty();
    empty_->setVisible(nothing);
    board_->setVisible(!nothing && (width() >= theme_.px(kWideEnough) || !pane_->isVisible()));
    if (const auto open = pane_->openOrder()) {
        if (const auto order = orders_.find(*open)) {
            pane_->update(*order);
        }
    }
    if (orders_.isLoaded()) {
        pane_->keepChangesOf(orders_.orders());
    }
}

// Why the board would be empty, and what to do about it.
void QueuePage::sayEmpty() {
    const bool narrowed = !search_->text().isEmpty() || kinds_->chosen() > 0;
    if (narrowed && !orders_.orders().empty()) {
        empty_->say(search_->text().isEmpty()
                        ? tr("Nothing of this kind")
                        : tr("Nothing with “%1”").arg(displayLine(search_->text(), 40)),
                    tr("Try without the filter."));
    } else if (!connected_) {
        empty_->say(tr("Connect your first channel"), tr("Telegram takes two minutes."));
    } else {
        empty_->say(tr("No open orders"), tr("The next one rings here."));
    }
    connect_->setVisible(!connected_);
}

void QueuePage::setConnected(bool any) {
    if (std::exchange(connected_, any) != any) {
        refresh();
    }
}

void QueuePage::show(OrderId id) {
    const auto order = orders_.find(id);
    if (!order) {
        return;
    }
    board_->select(id);
    pane_->open(*order);
    pane_->show();
    resizeEvent(nullptr);
}

void QueuePage::newOrder() {
    store::Writer::NewOrder draft;
    draft.platform = Platform::Phone;
    draft.details.fulfilment = Fulfilment::Pickup;
    pane_->begin(draft, {});
    pane_->show();
    resizeEvent(nullptr);
    pane_->editor().startTyping();
}

void QueuePage::closePane() {
    pane_->hide();
    resizeEvent(nullptr);
    setFocus();
}

void QueuePage::askRecall() {
    store_.read<std::vector<Order>>(
        this, [](store::Reader& reader) { return reader.recentlyClosed(kRecallMax); },
        [this](const Result<std::vector<Order>>& closed) {
            if (closed) {
                recallOne(*closed);
            }
        });
}

void QueuePage::recallOne(const std::vector<Order>& closed) {
    auto* menu = new QMenu(this);
    menu->setObjectName(u"recallMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Order& order : closed) {
        QString name = displayLine(text::customerName(order.details), 40);
        name.replace(u'&', u"&&"_s);
        const QString words =
            u"%1 %2 · %3"_s.arg(order.number).arg(name, text::stateWord(order.state));
        connect(menu->addAction(words), &QAction::triggered, this, [this, order] {
            const bool ended =
                order.state == OrderState::Rejected || order.state == OrderState::Cancelled;
            ended ? actions_.reopen(order) : actions_.stepBack(order);
        });
    }
    if (closed.empty()) {
        menu->addAction(tr("Nothing was closed today"))->setEnabled(false);
    }
    menu->popup(recall_->mapToGlobal(QPoint(0, recall_->height())));
}

bool QueuePage::arrow(int key) {
    switch (key) {
    case Qt::Key_Left:
        board_->move(-1, 0);
        return true;
    case Qt::Key_Right:
        board_->move(1, 0);
        return true;
    case Qt::Key_Up:
        board_->move(0, -1);
        return true;
    case Qt::Key_Down:
        board_->move(0, 1);
        return true;
    default:
        return false;
    }
}

bool QueuePage::actOn(const Order& order, int key) {
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        actions_.step(order);
        return true;
    case Qt::Key_Space:
        show(order.id);
        return true;
    case Qt::Key_X:
    case Qt::Key_Delete:
        order.state == OrderState::New ? actions_.askReject(order) : actions_.askCancel(order);
        return true;
    case Qt::Key_Backspace:
        actions_.stepBack(order);
        return true;
    default:
        return false;
    }
}

bool QueuePage::actOnPage(int key) {
    if (key >= Qt::Key_1 && key <= Qt::Key_9) {
        board_->pick(key - Qt::Key_1);
        return true;
    }
    switch (key) {
    case Qt::Key_U:
        actions_.undo();
        return true;
    case Qt::Key_R:
        askRecall();
        return true;
    case Qt::Key_Slash:
        search_->setFocus(Qt::ShortcutFocusReason);
        search_->selectAll();
        return true;
    case Qt::Key_Escape:
        closePane();
        return true;
    default:
        return false;
    }
}

void QueuePage::keyPressEvent(QKeyEvent* event) {
    const int key = event->key();
    const auto order = board_->selectedOrder();
    if (arrow(key) || event->isAutoRepeat()) {
        return; // a key held down moves the selection; whatever else it does, it does once
    }
    if ((order && actOn(*order, key)) || actOnPage(key)) {
        return;
    }
    QWidget::keyPressEvent(event);
}

void QueuePage::resizeEvent(QResizeEvent* event) {
    if (event) {
        QWidget::resizeEvent(event);
    }
    pane_->setFixedWidth(std::min(theme_.px(width() >= 1700 ? 440 : kPane), width()));
    refresh();
}

} // namespace comanda::ui
