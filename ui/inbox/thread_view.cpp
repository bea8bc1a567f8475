#include "ui/inbox/thread_view.h"

#include "ui/widgets/paint.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTextBoundaryFinder>

namespace comanda::ui {

namespace {

class BubbleDelegate final : public QStyledItemDelegate {
public:
    explicit BubbleDelegate(ThreadView& view) : QStyledItemDelegate(&view), view_(view) {}
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        view_.paintRow(*painter, option.rect, index);
    }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&,
                                 const QModelIndex& index) const override {
        return {view_.viewport()->width(), view_.bubble(index).height()};
    }

private:
    ThreadView& view_;
};

constexpr int kNearTop = 200; // px from the top at which older messages are asked for

} // namespace

ThreadView::ThreadView(const Theme& theme, const Shop& shop, const Clock& clock,
                       MessageModel& messages, Thumbnails& thumbnails, QWidget* parent)
    : QListView(parent),
      theme_(theme),
      clock_(clock),
      wall_(shop),
      messages_(messages),
      thumbnails_(thumbnails) {
    setItemDelegate(new BubbleDelegate(*this));
    setModel(&messages_);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(NoSelection);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    setAccessibleName(tr("Messages"));
    verticalScrollBar()->setSingleStep(theme_.px(40));
    connect(&theme_, &Theme::changed, this, &ThreadView::forget);
    connect(&messages_, &MessageModel::dishesChanged, this, &ThreadView::forget);
    connect(&thumbnails_, &Thumbnails::ready, this, [this] { viewport()->update(); });
    connect(&messages_, &MessageModel::opened, this, [this] {
        clearPicks();
        laid_.clear(); // the other chat's
        expanded_.clear();
        atEnd_ = true;
        scrollToBottom();
    });
    connect(&messages_, &MessageModel::olderComing, this, [this] {
        older_ = true;
        fromEnd_ = verticalScrollBar()->maximum() - verticalScrollBar()->value();
    });
    connect(&messages_, &MessageModel::refreshed, this, [this] {
        scheduleDelayedItemsLayout(); // the row below an insertion may get or lose its day
        older_ = false;
    });
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, &ThreadView::keepPlace);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        atEnd_ = value >= verticalScrollBar()->maximum() - 4;
        if (value < kNearTop && messages_.hasOlder()) {
            messages_.loadOlder();
        }
    });
}

void ThreadView::doItemsLayout() {
    const int room = contentsRect().height();
    int used = 0;
    for (int row = 0; row < messages_.rowCount() && used < room; ++row) {
        used += bubble(messages_.index(row)).height();
    }
    setViewportMargins(0, std::max(room - used - 1, 0), 0, 0); // 1: never a scroll bar by rounding
    QListView::doItemsLayout();
}

void ThreadView::keepPlace() {
    if (atEnd_) {
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    } else if (older_) {
        verticalScrollBar()->setValue(verticalScrollBar()->maximum() - fromEnd_);
    }
}

void ThreadView::setPlatform(Platform platform) {
    if (platform_ != platform) {
        platform_ = platform;
        forget();
    }
}

void ThreadView::setShop(const Shop& shop) {
    laid_.clear(); // bubbles refer to the old one
    wall_ = WallTime(shop);
    forget();
}

void ThreadView::forget() {
    laid_.clear();
    scheduleDelayedItemsLayout();
    viewport()->update();
}

BubbleContext ThreadView::context(const QModelIndex& index) const {
    const Message* before = messages_.at(index.row() - 1);
    const Message* message = messages_.at(index);
    const bool newDay = !before || wall_.date(before->sentAt) != wall_.date(message->sentAt);
    return {theme_,
            wall_,
            platform_,
            clock_.now(),
            newDay,
            expanded_.contains(message->id),
            &messages_.dishes()};
}

const Bubble& ThreadView::bubble(const QModelIndex& index) const {
    const Message* message = messages_.at(index);
    const BubbleContext how = context(index);
    Laid& laid = laid_[message->id];
    if (!laid.bubble || laid.message != *message || laid.newDay != how.newDay) {
        laid.message = *message;
        laid.newDay = how.newDay;
        laid.bubble = std::make_shared<Bubble>(*message, how, viewport()->width());
    }
    return *laid.bubble;
}

void ThreadView::paintRow(QPainter& painter, QRect row, const QModelIndex& index) const {
    const Message* message = messages_.at(index);
    if (!message) {
        return;
    }
    const Bubble& b = bubble(index);
    Bubble::Selection words;
    if (selected_ == message->id) {
        words = {std::min(anchor_, caret_), std::abs(caret_ - anchor_)};
    }
    const bool current = hasFocus() && currentIndex() == index;
    b.paintDay(painter, row);
    b.paint(painter, row.topLeft(), *message, context(index), thumbnails_, words,
            current || picked_.contains(message->id));
}

void ThreadView::paintEvent(QPaintEvent* event) {
    QPainter painter(viewport());
    painter.fillRect(event->rect(), theme_.color(Tone::Surface0));
    painter.end();
    QListView::paintEvent(event);
}

void ThreadView::resizeEvent(QResizeEvent* event) {
    if (event->oldSize().width() != event->size().width()) {
        laid_.clear();
    }
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout();
}

void ThreadView::currentChanged(const QModelIndex& current, const QModelIndex& before) {
    QListView::currentChanged(current, before);
    if (const Message* message = messages_.at(current); message && hasFocus()) {
        Q_EMIT messageChosen(message->id);
    }
}

void ThreadView::select(MessageId message, int from, int to) {
    selected_ = message;
    anchor_ = from;
    caret_ = to;
    viewport()->update();
    Q_EMIT wordsSelected(anchor_ != caret_);
}

QString ThreadView::selectedWords() const {
    const int row = messages_.rowOf(selected_);
    if (row < 0 || anchor_ == caret_) {
        return {};
    }
    return bubble(messages_.index(row))
        .text()
        .mid(std::min(anchor_, caret_), std::abs(caret_ - anchor_));
}

std::vector<MessageId> ThreadView::picked() const {
    std::vector<MessageId> ids;
    for (const Message& message : messages_.rows()) {
        if (picked_.contains(message.id)) {
            ids.push_back(message.id);
        }
    }
    return ids;
}

MessageId ThreadView::selectedMessage() const {
    if (selected_.isValid() && anchor_ != caret_) {
        return selected_;
    }
    const Message* current =
        hasFocus() || currentIndex().isValid() ? messages_.at(currentIndex()) : nullptr;
    return current ? current->id : MessageId();
}

void ThreadView::clearPicks() {
    picked_.clear();
    setCurrentIndex({});
    select({}, 0, 0);
}

void ThreadView::showMessage(MessageId message) {
    if (const int row = messages_.rowOf(message); row >= 0) {
        atEnd_ = false;
        setCurrentIndex(messages_.index(row));
        scrollTo(messages_.index(row), PositionAtCenter);
    }
}

bool ThreadView::touch(const QModelIndex& index, QPoint inRow) {
    const Message* message = messages_.at(index);
    const Bubble& b = bubble(index);
    if (b.moreButton().contains(inRow)) {
        expanded_.insert(message->id);
        laid_.remove(message->id);
        scheduleDelayedItemsLayout();
        return true;
    }
    for (std::size_t i = 0; i < b.attachments(); ++i) {
        if (b.attachment(i).contains(inRow)) {
            Q_EMIT attachmentTouched(message->id, static_cast<int>(i));
            return true;
        }
    }
    const bool foot = inRow.y() > b.body().bottom() - theme_.px(32) && b.body().contains(inRow);
    if (foot && message->direction == Direction::Out
        && (message->state == MessageState::Failed || message->state == MessageState::Unsure
            || message->state == MessageState::Waiting)) {
        Q_EMIT stateTouched(message->id);
        return true;
    }
    if (foot && message->order) {
        Q_EMIT orderTouched(*message->order);
        return true;
    }
    return false;
}

void ThreadView::mousePressEvent(QMouseEvent* event) {
    const QModelIndex index = indexAt(event->pos());
    setFocus(Qt::MouseFocusReason);
    if (!index.isValid() || event->button() != Qt::LeftButton) {
        clearPicks();
        return;
    }
    const MessageId id = messages_.at(index)->id;
    const QPoint inRow = event->pos() - visualRect(index).topLeft();
    setCurrentIndex(index);
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        pick(id);
        return;
    }
    if (touch(index, inRow)) {
        return;
    }
    const int at = bubble(index).characterAt(inRow);
    select(id, std::max(at, 0), std::max(at, 0));
}

void ThreadView::mouseMoveEvent(QMouseEvent* event) {
    const int row = messages_.rowOf(selected_);
    if (event->buttons().testFlag(Qt::LeftButton) && row >= 0) {
        const QModelIndex index = messages_.index(row);
        const int at = bubble(index).characterAt(event->pos() - visualRect(index).topLeft());
        if (at >= 0) {
            select(selected_, anchor_, at);
        }
    }
}

void ThreadView::mouseDoubleClickEvent(QMouseEvent* event) {
    const QModelIndex index = indexAt(event->pos());
    if (!index.isValid()) {
        return;
    }
    const Bubble& b = bubble(index);
    const int at = b.characterAt(event->pos() - visualRect(index).topLeft());
    if (at < 0) {
        return;
    }
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, b.text());
    finder.setPosition(at);
    const auto start =
        finder.isAtBoundary() ? at : std::max<qsizetype>(finder.toPreviousBoundary(), 0);
    finder.setPosition(at);
    const auto end = finder.toNextBoundary();
    select(messages_.at(index)->id, static_cast<int>(start),
           static_cast<int>(end < 0 ? b.text().size() : end));
}

void ThreadView::selectByWord(int direction) {
    const Message* current = messages_.at(currentIndex());
    if (!current) {
        return;
    }
    const QString& words = bubble(currentIndex()).text();
    if (selected_ != current->id) {
        select(current->id, direction > 0 ? 0 : static_cast<int>(words.size()),
               direction > 0 ? 0 : static_cast<int>(words.size()));
    }
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, words);
    finder.setPosition(caret_);
    const auto next = direction > 0 ? finder.toNextBoundary() : finder.toPreviousBoundary();
    if (next >= 0) {
        select(selected_, anchor_, static_cast<int>(next));
    }
}

void ThreadView::copy() const {
    const Message* current = messages_.at(currentIndex());
    const QString words = selectedWords();
    QGuiApplication::clipboard()->setText(!words.isEmpty() ? words
                                          : current        ? current->text
                                                           : QString());
}

void ThreadView::pick(MessageId message) {
    if (!picked_.remove(message)) {
        picked_.insert(message);
    }
    viewport()->update();
}

void ThreadView::act(const Message& message) {
    if (message.direction == Direction::Out) {
        Q_EMIT stateTouched(message.id);
    } else if (!message.attachments.empty()) {
        Q_EMIT attachmentTouched(message.id, 0);
    } else if (message.order) {
        Q_EMIT orderTouched(*message.order);
    }
}

void ThreadView::keyPressEvent(QKeyEvent* event) {
    const Message* current = messages_.at(currentIndex());
    const int key = event->key();
    const bool sideways = key == Qt::Key_Right || key == Qt::Key_Left;
    if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if (sideways && event->modifiers().testFlag(Qt::ShiftModifier)) {
        selectByWord(key == Qt::Key_Right ? 1 : -1);
    } else if (current && key == Qt::Key_Space) {
        pick(current->id);
    } else if (current && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        act(*current);
    } else {
        QListView::keyPressEvent(event);
    }
}

} // namespace comanda::ui
