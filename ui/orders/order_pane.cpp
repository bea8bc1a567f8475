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

constexpr int kDishesMax = 400;
constexpr int kDishDays = 60;
constexpr int kSourceMessages = 200;
constexpr int kMainButton = 52;

std::vector<KnownDish> dishesOf(const std::vector<Order>& orders) {
    struct Count {
        KnownDish dish;
        int sold = 0;
    };
    QHash<QString, Count> counts;
    for (const Order& order : orders) {
        for (const OrderLine& line : order.lines) {
            if (displayLine(line.name).isEmpty()) {
                continue;
            }
            Count& count = counts[fold(line.name)];
            count.dish.name = displayLine(line.name);
            count.dish.price = line.unitPrice ? line.unitPrice : count.dish.price;
            count.sold += line.quantity;
        }
    }
    std::vector<Count> sorted(counts.cbegin(), counts.cend());
    std::sort(sorted.begin(), sorted.end(),
              [](const Count& a, const Count& b) { return a.sold > b.sold; });
    std::vector<KnownDish> dishes;
    for (const Count& count : sorted) {
        if (static_cast<int>(dishes.size()) < kDishesMax) {
            dishes.push_back(count.dish);
        }
    }
    return dishes;
}

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
    more_->setSpoken(tr("More about this order"));
    close_->setSpoken(tr("Close (Esc)"));
    close_->setObjectName(u"closePane"_s);
    row->addWidget(source_);
    row->addWidget(more_);
    row->addWidget(close_);
    connect(close_, &Button::clicked, this, &OrderPane::closed);
    connect(more_, &Button::clicked, this, &OrderPane::showMore);
    connect(source_, &Button::clicked, this, [this] {
        if (order_) {
            Q_EMIT sourceWanted(order_->conversation,
                                order_->sources.empty() ? MessageId() : order_->sources.front());
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
    queue_->setTall(kMainButton);
    queue_->setObjectName(u"toQueue"_s);
    buttons->addWidget(primary_, 1);
    buttons->addWidget(queue_);
    column->addLayout(buttons);
    connect(primary_, &Button::clicked, this, &OrderPane::primary);
    connect(queue_, &Button::clicked, this, [this] { submit(false); });
    return foot;
}

void OrderPane::begin(const store::Writer::NewOrder& draft, const QString& forWhom) {
    order_.reset();
    draft_ = draft;
    forWhom_ = forWhom;
    editor_->show({}, draft.details);
    editor_->addLines(draft.lines);
    readDishes();
    readSources();
    dress();
    editor_->startTyping();
}

void OrderPane::add(const std::vector<OrderLine>& lines, const std::vector<MessageId>& sources) {
    for (const MessageId id : sources) {
        if (std::find(draft_.sources.begin(), draft_.sources.end(), id) == draft_.sources.end()) {
            draft_.sources.push_back(id);
        }
    }
    editor_->addLines(lines);
    editor_->startTyping();
}

void OrderPane::open(const Order& order) {
    order_ = order;
    editor_->show(order.lines, order.details);
    readDishes();
    readSources();
    dress();
}

void OrderPane::update(const Order& order) {
    if (!order_ || order_->id != order.id || *order_ == order) {
        return;
    }
    const bool typing = editor_->isDirty();
    order_ = order;
    if (!typing) {
        editor_->show(order.lines, order.details);
    }
    dress();
}

std::optional<OrderId> OrderPane::openOrder() const {
    return order_ ? std::optional(order_->id) : std::nullopt;
}

store::Writer::NewOrder OrderPane::draft() const {
    store::Writer::NewOrder typed = draft_;
    typed.lines = editor_->lines();
    typed.details = editor_->details();
    typed.currency = actions_.shop().currency;
    return typed;
}

void OrderPane::dress() {
    total_->show(totalOf(editor_->lines(), actions_.shop()));
    if (order_) {
        dressOpen();
    } else {
        dressNew();
    }
}

void OrderPane::dressNew() {
    const QString missing = editor_->missing();
    const QString when = WallTime(actions_.shop())
                             .locale()
                             .toString(static_cast<qlonglong>(actions_.shop().promise.count()));
    title_->show(tr("New order"));
    second_->show(forWhom_.isEmpty() ? tr("Nothing is promised yet")
                                     : tr("Draft · %1 knows nothing yet").arg(forWhom_));
    primary_->setEnabled(missing.isEmpty());
    primary_->setText(missing.isEmpty() ? tr("Accept · %1 min").arg(when)
                                        : tr("Missing: %1").arg(missing));
    queue_->setVisible(true);
    queue_->setEnabled(!editor_->lines().empty());
    source_->hide();
    more_->hide();
}

void OrderPane::dressOpen() {
    const QString name = displayLine(text::customerName(order_->details), 60);
    title_->show(u"%1 %2"_s.arg(order_->number).arg(name));
    second_->show(
        u"%1 · %2"_s.arg(text::stateWord(order_->state), text::stateWord(order_->notice)));
    const bool dirty = editor_->isDirty();
    const QString step = stepButtonText(*order_, actions_.shop());
    primary_->setText(dirty ? tr("Save changes") : step);
    primary_->setVisible(dirty || !step.isEmpty());
    primary_->setEnabled(!actions_.isBusy(order_->id) && (!dirty || !editor_->lines().empty()));
    queue_->hide();
    source_->setVisible(order_->conversation.isValid());
    more_->show();
}

void OrderPane::primary() {
    if (!primary_->isEnabled()) {
        return;
    }
    if (!order_) {
        submit(true);
    } else if (editor_->isDirty()) {
        actions_.save(*order_, editor_->lines(), editor_->details(),
                      [this](const Result<Order>& saved) {
                          if (saved && order_ && order_->id == saved->id) {
                              open(*saved);
                          }
                      });
    } else {
        actions_.step(*order_);
    }
}

void OrderPane::submit(bool accept) {
    if (order_ || editor_->lines().empty()) {
        return;
    }
    primary_->setEnabled(false);
    queue_->setEnabled(false);
    actions_.create(draft(), accept, [this](const Result<Order>& made) {
        dress();
        if (made) {
            Q_EMIT created(*made);
        }
    });
}

void OrderPane::showMore() {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const Order order = *order_;
    const auto add = [&](const QString& words, auto act) {
        connect(menu->addAction(words), &QAction::triggered, this, act);
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
    menu->popup(more_->mapToGlobal(QPoint(0, more_->height())));
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
                editor_->setKnownDishes(dishesOf(*orders));
            }
        },
        store::Store::Lane::Slow);
}

void OrderPane::readSources() {
    sources_->hide();
    const ConversationId conversation = order_ ? order_->conversation : draft_.conversation;
    const std::vector<MessageId> wanted = order_ ? order_->sources : draft_.sources;
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
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        && event->modifiers().testFlag(Qt::ControlModifier)) {
        primary();
        return;
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
