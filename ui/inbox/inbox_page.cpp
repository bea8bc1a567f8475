#include "ui/inbox/inbox_page.h"

#include "core/base/text.h"
#include "core/store/reader.h"
#include "ui/inbox/conversation_delegate.h"
#include "ui/orders/typed_lines.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace comanda::ui {

namespace {
constexpr int kNarrow = 1180; // px of the page at 100 %: below it the list makes room for an order
constexpr int kWide = 1700;
enum FilterIndex { kAll, kUnread, kOrders };
} // namespace

InboxPage::InboxPage(const ChatPane::Parts& parts, ConversationModel& conversations,
                     OrderBoard& board, OrderActions& actions, QWidget* parent)
    : QWidget(parent),
      parts_(parts),
      conversations_(conversations),
      board_(board),
      left_(makeList()),
      none_(new EmptyState(parts.theme, u"inbox"_s, tr("Choose a chat"),
                           tr("Ctrl+O makes an order of what is selected."), this)),
      chat_(new ChatPane(parts, this)),
      side_(new SidePane({parts.theme, parts.store, parts.desk, parts.clock, parts.toast}, board,
                         actions, this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(left_);
    row->addWidget(none_, 1);
    row->addWidget(chat_, 1);
    row->addWidget(side_);
    chat_->hide();
    side_->hide();
    setAccessibleName(tr("Chats"));
    connect(&conversations_, &ConversationModel::refreshed, this, &InboxPage::refreshed);
    connect(chat_, &ChatPane::orderAsked, this, &InboxPage::makeOrder);
    connect(chat_, &ChatPane::conversationWanted, this,
            [this](ConversationId conversation) { open(conversation); });
    connect(chat_, &ChatPane::orderTouched, this, [this](OrderId id) {
        if (const auto order = board_.find(id)) {
            side_->open(*order);
        }
    });
    connect(&chat_->messages(), &MessageModel::refreshed, this, [this] {
        if (jumpTo_.isValid()) {
            chat_->thread().showMessage(std::exchange(jumpTo_, {}));
        }
    });
    connect(chat_, &ChatPane::customerAsked, this, [this] { showCustomer(!customerWanted_); });
    connect(side_, &SidePane::somethingChanged, this, &InboxPage::arrange);
    connect(side_, &SidePane::closeAsked, this, [this] { showCustomer(false); });
    connect(side_, &SidePane::conversationWanted, this, &InboxPage::open);
    connect(&side_->pane(), &OrderPane::sourceWanted, this, &InboxPage::open);
    auto* order = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_O), this);
    connect(order, &QShortcut::activated, this, &InboxPage::makeOrder);
    auto* down = new QShortcut(QKeySequence(Qt::ALT | Qt::Key_Down), this);
    connect(down, &QShortcut::activated, this, [this] { next(1); });
    auto* up = new QShortcut(QKeySequence(Qt::ALT | Qt::Key_Up), this);
    connect(up, &QShortcut::activated, this, [this] { next(-1); });
    refreshed();
}

QWidget* InboxPage::makeList() {
    auto* left = new QWidget(this);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(0);
    search_ = new SearchField(parts_.theme, tr("Search the chats"), left);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(12, 0, 12, 0);
    top->addWidget(search_);
    column->addLayout(top);
    auto* chips = new QHBoxLayout;
    chips->setContentsMargins(12, 2, 12, 2);
    chips->setSpacing(8);
    filters_ = new QButtonGroup(this);
    int id = 0;
    for (const QString& words : {tr("All"), tr("Unread"), tr("Orders")}) {
        auto* chip = new Button(parts_.theme, ButtonKind::Filter, {}, words, left);
        chip->setCheckable(true);
        chip->setChecked(id == kAll);
        chip->setAccessibleName(words);
        filters_->addButton(chip, id++);
        chips->addWidget(chip);
    }
    chips->addStretch(1);
    column->addLayout(chips);
    list_ = new ChatList(left);
    list_->setObjectName(u"conversations"_s);
    list_->setModel(&conversations_);
    list_->setItemDelegate(
        new ConversationDelegate(parts_.theme, parts_.desk.shop(), parts_.clock, list_));
    list_->setUniformItemSizes(true);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list_->setMouseTracking(true);
    list_->setAccessibleName(tr("Conversations"));
    nobody_ = new EmptyState(parts_.theme, u"inbox"_s, tr("Nobody has written yet"),
                             tr("The first message appears here."), left);
    column->addWidget(list_, 1);
    column->addWidget(nobody_, 1);
    connect(search_, &QLineEdit::textChanged, this, &InboxPage::refilter);
    connect(filters_, &QButtonGroup::idClicked, this, &InboxPage::refilter);
    connect(list_, &ChatList::chosen, this, [this](const QModelIndex& index) {
        if (const Conversation* row = conversations_.at(index)) {
            choose(*row);
        }
    });
    return left;
}

void InboxPage::refilter() {
    store::Reader::ConversationFilter filter;
    filter.unreadOnly = filters_->checkedId() == kUnread;
    filter.withOpenOrder = filters_->checkedId() == kOrders;
    filter.search = search_->text();
    conversations_.setFilter(filter);
}

void InboxPage::refreshed() {
    const bool nothing = conversations_.rowCount() == 0 && conversations_.isLoaded();
    const bool narrowed = !search_->text().isEmpty() || filters_->checkedId() != kAll;
    nobody_->say(!narrowed ? tr("Nobody has written yet")
                 : search_->text().isEmpty()
                     ? tr("Nothing here")
                     : tr("Nothing with “%1”").arg(displayLine(search_->text(), 40)),
                 narrowed ? tr("Try without the filter.") : tr("The first message appears here."));
    nobody_->setVisible(nothing);
    // Where nobody has written there is nothing to choose from.
    none_->say(nothing && !narrowed ? QString() : tr("Choose a chat"),
               nothing && !narrowed ? QString() : tr("Ctrl+O makes an order of what is selected."));
    list_->setVisible(!nothing);
    filters_->button(kUnread)->setText(
        conversations_.unread() > 0 ? tr("Unread %1").arg(conversations_.unread()) : tr("Unread"));
    filters_->button(kUnread)->updateGeometry();
    followOpen();
    arrange();
}

// The open chat stays open and fresh wherever it is: in the list, left out by the filter, or
// further down than the list was read.
void InboxPage::followOpen() {
    const auto& open = chat_->conversation();
    if (!open) {
        return;
    }
    const int row = conversations_.rowOf(open->id);
    list_->mark(conversations_.index(row));
    if (const Conversation* listed = conversations_.at(row)) {
        renew(*listed);
        return;
    }
    parts_.store.read<std::optional<Conversation>>(
        this, [id = open->id](store::Reader& reader) { return reader.conversation(id); },
        [this](const Result<std::optional<Conversation>>& found) {
            if (found && *found) {
                renew(**found);
            }
        });
}

void InboxPage::renew(const Conversation& conversation) {
    if (chat_->conversation() && chat_->conversation()->id == conversation.id) {
        chat_->update(conversation);
        side_->follow(conversation);
        markRead();
    }
}

void InboxPage::choose(const Conversation& conversation) {
    list_->mark(conversations_.index(conversations_.rowOf(conversation.id)));
    if (chat_->conversation() && chat_->conversation()->id == conversation.id) {
        return;
    }
    customerWanted_ = false;
    chat_->open(conversation);
    side_->follow(conversation);
    markRead();
    arrange();
}

void InboxPage::open(ConversationId conversation, MessageId at) {
    jumpTo_ = at;
    if (const Conversation* listed = conversations_.at(conversations_.rowOf(conversation))) {
        choose(*listed);
        if (at.isValid()) {
            chat_->thread().showMessage(at);
        }
        return;
    }
    parts_.store.read<std::optional<Conversation>>(
        this, [conversation](store::Reader& reader) { return reader.conversation(conversation); },
        [this](const Result<std::optional<Conversation>>& found) {
            if (found && *found) {
                choose(**found);
            }
        });
}

void InboxPage::markRead() {
    const auto& open = chat_->conversation();
    if (open && open->unread > 0 && isVisible() && window()->isActiveWindow()) {
        parts_.desk.markRead(open->id, this, [](const Result<>&) {}); // the next look tries again
    }
}

// The messages that the next order is made from: what is selected, else what is picked, else the
// last one that came and asks for an amount of something, else the last one.
std::vector<MessageId> InboxPage::orderSources() const {
    const ThreadView& thread = chat_->thread();
    const bool words = !thread.selectedWords().isEmpty();
    std::vector<MessageId> picked = thread.picked();
    if (!words && !picked.empty()) {
        return picked;
    }
    if (thread.selectedMessage().isValid()) {
        return {thread.selectedMessage()};
    }
    const auto& rows = chat_->messages().rows();
    const auto written = [](const Message& message) {
        return message.direction == Direction::In && !message.text.isEmpty();
    };
    const auto free = [&](const Message& message) {
        return written(message) && !message.order && asksForAmount(message.text);
    };
    auto last = std::find_if(rows.rbegin(), rows.rend(), free);
    if (last == rows.rend()) {
        last = std::find_if(rows.rbegin(), rows.rend(), written);
    }
    const bool none = side_->isTyping() || last == rows.rend();
    return none ? std::vector<MessageId>() : std::vector{last->id};
}

void InboxPage::makeOrder() {
    const auto& conversation = chat_->conversation();
    if (!conversation) {
        return;
    }
    const QString selected = chat_->thread().selectedWords();
    std::vector<FromChat> chat;
    for (const MessageId id : orderSources()) {
        const Message* message = chat_->messages().at(chat_->messages().rowOf(id));
        const QString words = !selected.isEmpty() ? selected : message ? message->text : QString();
        chat.push_back(
            {id, selected.isEmpty(), linesFromChat(words, parts_.desk.shop().currency, QLocale())});
    }
    side_->order(*conversation, chat);
    chat_->thread().clearPicks();
}

int InboxPage::footHeight() const {
    return chat_->isVisible() ? chat_->footHeight() : 0;
}

void InboxPage::next(int step) {
    if (const Conversation* row = conversations_.at(list_->currentIndex().row() + step)) {
        choose(*row);
    }
}

void InboxPage::showCustomer(bool wanted) {
    customerWanted_ = wanted;
    arrange();
    if (!wanted && chat_->conversation()) {
        list_->setFocus();
    }
}

void InboxPage::arrange() {
    const bool chatting = chat_->conversation().has_value();
    const bool narrow = width() < parts_.theme.px(kNarrow);
    const bool wide = width() >= parts_.theme.px(kWide);
    const bool aside = chatting && (!narrow || side_->showsOrder() || customerWanted_);
    chat_->setVisible(chatting);
    none_->setVisible(!chatting);
    side_->setVisible(aside);
    side_->setClosable(narrow);
    side_->setFixedWidth(std::min(parts_.theme.px(wide ? 440 : 376), std::max(width() / 2, 300)));
    left_->setVisible(!(narrow && aside));
    left_->setFixedWidth(std::min(parts_.theme.px(wide     ? 360
                                                  : narrow ? 272
                                                           : 304),
                                  std::max(width() / 2, 200)));
    chat_->showCustomer(narrow && !aside, side_->allergies());
}

void InboxPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void InboxPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    markRead();
}

void InboxPage::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Slash) {
        search_->setFocus(Qt::ShortcutFocusReason);
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
               && chat_->conversation()) {
        chat_->composer().startTyping();
    } else if (event->key() == Qt::Key_Escape && customerWanted_) {
        showCustomer(false);
    } else if (event->key() == Qt::Key_Escape) {
        list_->setFocus();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void InboxPage::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), parts_.theme.color(Tone::Surface0));
    if (left_->isVisible()) {
        painter.fillRect(left_->geometry(), parts_.theme.color(Tone::Surface1));
        painter.fillRect(QRect(left_->geometry().right(), 0, 1, height()),
                         parts_.theme.color(Tone::Line));
    }
    if (side_->isVisible()) {
        painter.fillRect(QRect(side_->x(), 0, 1, height()), parts_.theme.color(Tone::Line));
    }
}

} // namespace comanda::ui
