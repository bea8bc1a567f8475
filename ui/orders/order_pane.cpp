#include "ui/orders/order_pane.h"

#include "app/text/words.h"
#include "core/base/text.h"
#include "core/store/reader.h"
#include "ui/models/wall_time.h"
#include "ui/orders/order_card.h"
#include "ui/widgets/paint.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace comanda::ui {

namespace {

constexpr int kDishDays = 60;
constexpr int kSourceMessages = 200;
constexpr int kMainButton = 52;

QString totalOf(const std::vector<OrderLine>& lines, const Shop& shop) {
    Order sum;
    sum.lines = lines;
    sum.currency = shop.currency;
    return WallTime(shop).total(sum);
}

} // namespace

OrderPane::OrderPane(const Theme& theme, store::Store& store, OrderActions& actions,
                     const Clock& clock, QWidget* parent)
    : QFrame(parent),
      theme_(theme),
      store_(store),
      actions_(actions),
      clock_(clock),
      title_(new PlainLabel(theme, TextRole::Strong, Weight::Bold, Tone::Text1, this)),
      second_(new PlainLabel(theme, TextRole::Dense, Weight::Normal, Tone::Text2, this)),
      allergies_(new AlertLine(theme, this)),
      sources_(new PlainLabel(theme, TextRole::Dense, Weight::Normal, Tone::Text2, this)),
      totalWords_(new PlainLabel(theme, TextRole::Body, Weight::Normal, Tone::Text2, this)),
      total_(new PlainLabel(theme, TextRole::Title, Weight::Bold, Tone::Text1, this)),
      source_(new Button(theme, ButtonKind::Plain, u"inbox"_s, {}, this)),
      more_(new Button(theme, ButtonKind::Plain, u"down"_s, {}, this)),
      close_(new Button(theme, ButtonKind::Plain, u"close"_s, {}, this)),
      primary_(new Button(theme, ButtonKind::Primary, u"check"_s, {}, this)),
      queue_(new Button(theme, ButtonKind::Plain, u"queue"_s, tr("To the queue"), this)),
      editor_(new OrderEditor(theme, actions.shop(), clock, this)),
      scroll_(new QScrollArea(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    auto* body = new QWidget(this);
    auto* inside = new QVBoxLayout(body);
    inside->setContentsMargins(12, 8, 12, 12);
    sources_->setWordWrap(true);
    inside->addWidget(allergies_);
    inside->addWidget(sources_);
    inside->addWidget(editor_, 1);
    scroll_->setWidget(body);
    scroll_->setWidgetResizable(true);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->viewport()->setAutoFillBackground(false);
    body->setAutoFillBackground(false);
    column->addWidget(scroll_, 1);
    column->addWidget(makeFoot());
    setAccessibleName(tr("Order"));
    connect(editor_, &OrderEditor::changed, this, &OrderPane::dress);
    connect(editor_, &OrderEditor::finished, this, &OrderPane::primary);
    connect(&actions_, &OrderActions::busyChanged, this, &OrderPane::dress);
}

QWidget* OrderPane::makeHead() {
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(16, 8, 12, 8);
    row->setSpacing(8);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(title_);
    words->addWidget(second_);
    row->addLayout(words, 1);
    source_->setSpoken(tr("Show the chat"));
    more_->setObjectName(u"more"_s);
    more_->setSpoken(tr("More about this order"));
    close_->setSpoken(tr("Close (Esc)"));
    close_->setObjectName(u"closePane"_s);
    row->addWidget(source_);
    row->addWidget(more_);
    row->addWidget(close_);
    connect(close_, &Button::clicked, this, &OrderPane::closed);
    connect(more_, &Button::clicked, this, &OrderPane::showMore);
    connect(source_, &Button::clicked, this, [this] {
        if (const auto& order = work_.order) {
            Q_EMIT sourceWanted(order->conversation,
                                order->sources.empty() ? MessageId() : order->sources.front());
        }
    });
    return head;
}

QWidget* OrderPane::makeFoot() {
    auto* foot = new QWidget(this);
    auto* column = new QVBoxLayout(foot);
    column->setContentsMargins(12, 8, 12, 12);
    column->setSpacing(8);
    auto* sum = new QHBoxLayout;
    totalWords_->show(tr("Total"));
    sum->addWidget(totalWords_, 1);
    sum->addWidget(total_);
    column->addLayout(sum);
    auto* buttons = new QHBoxLayout;
    primary_->setTall(kMainButton);
    primary_->setObjectName(u"primary"_s);
    primary_->setDoubleClickIsOne();
    queue_->setTall(kMainButton);
    queue_->setObjectName(u"toQueue"_s);
    buttons->addWidget(primary_, 1);
    buttons->addWidget(queue_);
    column->addLayout(buttons);
    connect(primary_, &Button::clicked, this, &OrderPane::primary);
    connect(queue_, &Button::clicked, this, [this] { submit(false); });
    return foot;
}

std::optional<OrderId> OrderPane::openOrder() const {
    return work_.order ? std::optional(work_.order->id) : std::nullopt;
}

store::Writer::NewOrder OrderPane::draft() const {
    store::Writer::NewOrder typed = work_.draft;
    typed.lines = editor_->lines();
    typed.details = editor_->details();
    typed.currency = actions_.shop().currency;
    return typed;
}

void OrderPane::dress() {
    total_->show(editor_->pricesReadable() ? totalOf(editor_->lines(), actions_.shop()) : u"—"_s);
    if (work_.order) {
        dressOpen();
    } else {
        dressNew();
    }
    const bool warned =
        work_.draft.conversation.isValid() && warned_.first == work_.draft.conversation;
    allergies_->say(text::allergyWords(work_.order ? work_.order->allergy
                                       : warned    ? warned_.second
                                                   : QString()));
}

void OrderPane::warn(ConversationId conversation, const QString& allergies) {
    warned_ = {conversation, allergies};
    dress();
}

void OrderPane::dressNew() {
    const QString missing = editor_->missing();
    const QString when = WallTime(actions_.shop())
                             .locale()
                             .toString(static_cast<qlonglong>(actions_.shop().promise.count()));
    title_->show(tr("New order"));
    second_->show(work_.forWhom.isEmpty() ? tr("Nothing is promised yet")
                                          : tr("Draft · %1 knows nothing yet").arg(work_.forWhom));
    primary_->setVisible(true);
    primary_->setEnabled(missing.isEmpty());
    primary_->setText(missing.isEmpty() ? tr("Accept · %1 min").arg(when)
                                        : tr("Missing: %1").arg(missing));
    queue_->setVisible(true);
    queue_->setEnabled(!editor_->lines().empty() && editor_->unreadable().isEmpty());
    source_->hide();
    more_->setVisible(editor_->isDirty());
}

void OrderPane::dressOpen() {
    const Order& order = *work_.order;
    const QString name = displayLine(text::customerName(order.details), 60);
    title_->show(u"%1 %2"_s.arg(order.number).arg(name));
    second_->show(isConflict() ? tr("Somebody changed it meanwhile")
                               : u"%1 · %2"_s.arg(text::stateWord(order.state),
                                                  text::stateWord(order.notice)));
    const bool dirty = editor_->isDirty();
    const QString unreadable = editor_->unreadable();
    const QString step = stepButtonText(order, actions_.shop());
    primary_->setText(!dirty                 ? step
                      : unreadable.isEmpty() ? tr("Save changes")
                                             : tr("Missing: %1").arg(unreadable));
    primary_->setVisible(dirty || !step.isEmpty());
    primary_->setEnabled(!actions_.isBusy(order.id)
                         && (!dirty || (!editor_->lines().empty() && unreadable.isEmpty())));
    queue_->hide();
    source_->setVisible(order.conversation.isValid());
    more_->show();
}

void OrderPane::primary() {
    if (!primary_->isEnabled()) {
        return;
    }
    if (isNew()) {
        submit(true);
    } else if (editor_->isDirty()) {
        save();
    } else {
        actions_.step(*work_.order);
    }
}

void OrderPane::showMore() {
    auto* menu = new QMenu(this);
    menu->setObjectName(u"moreMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (editor_->isDirty()) {
        connect(menu->addAction(tr("Throw away what was typed")), &QAction::triggered, this,
                &OrderPane::throwAway);
    }
    if (!isNew()) {
        offerMoves(*menu);
    }
    menu->popup(more_->mapToGlobal(QPoint(0, more_->height())));
}

void OrderPane::offerMoves(QMenu& menu) {
    const Order order = *work_.order;
    const auto add = [&](const QString& words, auto act) {
        connect(menu.addAction(words), &QAction::triggered, this, act);
    };
    if (order.payment != PaymentState::Paid) {
        add(tr("Mark as paid"), [this, order] { actions_.setPayment(order, PaymentState::Paid); });
    } else {
        add(tr("Not paid after all"),
            [this, order] { actions_.setPayment(order, PaymentState::Unpaid); });
    }
    if (order.state == OrderState::New) {
        add(tr("Reject…"), [this, order] { actions_.askReject(order); });
    } else if (order.state == OrderState::Rejected || order.state == OrderState::Cancelled) {
        add(tr("Open it again"), [this, order] { actions_.reopen(order); });
    } else {
        add(tr("One step back"), [this, order] { actions_.stepBack(order); });
    }
    if (mayMove(order.state, OrderState::Cancelled)) {
        add(tr("Cancel the order…"), [this, order] { actions_.askCancel(order); });
    }
    if (mayMove(order.state, OrderState::Failed)) {
        add(tr("Not delivered…"), [this, order] { actions_.askFailed(order); });
    }
}

void OrderPane::readDishes() {
    const QDate today = actions_.shop().businessDay(clock_.now());
    store_.read<std::vector<Order>>(
        this,
        [today](store::Reader& reader) {
            return reader.ordersBetween(today.addDays(-kDishDays), today);
        },
        [this](const Result<std::vector<Order>>& orders) {
            if (orders) { // without them there is only less to offer
                editor_->setKnownDishes(knownDishes(*orders));
            }
        },
        store::Store::Lane::Slow);
}

void OrderPane::readSources() {
    sources_->hide();
    const ConversationId conversation =
        work_.order ? work_.order->conversation : work_.draft.conversation;
    const std::vector<MessageId> wanted = work_.order ? work_.order->sources : work_.draft.sources;
    if (!conversation.isValid() || wanted.empty()) {
        return;
    }
    store_.read<std::vector<Message>>(
        this,
        [conversation](store::Reader& reader) {
            return reader.messages(conversation, kSourceMessages);
        },
        [this, wanted](const Result<std::vector<Message>>& messages) {
            QStringList quotes;
            for (const Message& message : messages.value_or(std::vector<Message>())) {
                if (std::find(wanted.begin(), wanted.end(), message.id) != wanted.end()
                    && !message.text.isEmpty()) {
                    quotes << u"“"_s + displayText(message.text, 400) + u"”"_s;
                }
            }
            sources_->show(quotes.join(u'\n'));
            sources_->setVisible(!quotes.isEmpty());
        });
}

void OrderPane::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closed();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (event->modifiers().testFlag(Qt::ControlModifier) && !event->isAutoRepeat()) {
            primary();
        }
        return; // of a field here: never one for the page below
    }
    QFrame::keyPressEvent(event);
}

void OrderPane::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme_.color(Tone::Surface1));
    painter.fillRect(QRect(0, 0, 1, height()), theme_.color(Tone::Line));
    painter.fillRect(QRect(0, scroll_->y() - 1, width(), 1), theme_.color(Tone::Line));
    painter.fillRect(QRect(0, scroll_->geometry().bottom() + 1, width(), 1),
                     theme_.color(Tone::Line));
}

} // namespace comanda::ui
