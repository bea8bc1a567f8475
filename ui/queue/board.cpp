#include "ui/queue/board.h"

#include "ui/widgets/plain_label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace comanda::ui {

namespace {
constexpr int kColumnMin = 280;
constexpr int kGap = 0; // each column leaves its own at its right, for its scroll bar
constexpr int kShelf = 3;
} // namespace

Board::Board(const Theme& theme, const Shop& shop, OrderBoard& orders, const Clock& clock,
             QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      orders_(orders),
      clock_(clock),
      row_(new QHBoxLayout(this)),
      shelfSide_(new QWidget(this)),
      shelf_(new Button(theme, ButtonKind::Plain, {}, {}, shelfSide_)) {
    row_->setContentsMargins(16, 0, 4, 0);
    row_->setSpacing(kGap);
    for (std::size_t i = 0; i < kBoardColumns.size(); ++i) {
        columns_.at(i) = new Column(theme, shop, kBoardColumns.at(i), this);
        connect(columns_.at(i), &Column::cardMade, this, [this](OrderCard* card) {
            connect(card, &OrderCard::chosen, this, [this](OrderId id) { select(id); });
            Q_EMIT cardMade(card);
        });
        row_->addWidget(columns_.at(i), 1);
    }
    makeShelf();
    connect(shelf_, &Button::clicked, this, [this] {
        shelfOpen_ = !shelfOpen_;
        fold();
    });
    connect(&orders_, &OrderBoard::changed, this, &Board::refresh);
    second_.setInterval(1000);
    connect(&second_, &QTimer::timeout, this, [this] {
        if (isVisible()) {
            for (Column* column : columns_) {
                column->tick(clock_.now());
            }
        }
    });
    second_.start();
}

// The count as on the head of a column, the word below it.
void Board::makeShelf() {
    auto* word = new PlainLabel(theme_, TextRole::Small, Weight::Bold, Tone::Text1, shelfSide_);
    word->setObjectName(u"shelfWord"_s);
    word->setAlignment(Qt::AlignHCenter);
    word->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Preferred);
    word->show(Column::wordFor(kBoardColumns.at(kShelf)));
    shelf_->setObjectName(u"shelf"_s);
    auto* column = new QVBoxLayout(shelfSide_);
    column->setContentsMargins(0, 0, 12, 0);
    column->setSpacing(4);
    column->addWidget(shelf_);
    column->addWidget(word);
    row_->addWidget(shelfSide_, 0, Qt::AlignTop);
    shelfSide_->hide();
}

void Board::setFilter(const BoardFilter& filter) {
    filter_ = filter;
    refresh();
}

void Board::refresh() {
    const Time now = clock_.now();
    for (Column* column : columns_) {
        column->show(orders_.column(column->which(), filter_), now);
    }
    const QString ready = Column::wordFor(kBoardColumns.at(kShelf));
    shelf_->setText(QString::number(columns_.at(kShelf)->cards().size()));
    shelf_->setSpoken(u"%1: %2"_s.arg(ready, shelf_->text()));
    if (selected_ && !card(*selected_)) { // it has left the board: the next one takes its place
        selectAt(lastPlace_.first, lastPlace_.second);
        return;
    }
    select(selected_);
}

OrderCard* Board::card(OrderId order) const {
    for (const Column* column : columns_) {
        if (const int at = column->indexOf(order); at >= 0) {
            return column->cards().at(static_cast<std::size_t>(at));
        }
    }
    return nullptr;
}

int Board::shown() const {
    int sum = 0;
    for (const Column* column : columns_) {
        sum += static_cast<int>(column->cards().size());
    }
    return sum;
}

std::optional<Order> Board::selectedOrder() const {
    const OrderCard* mine = selected_ ? card(*selected_) : nullptr;
    return mine ? std::optional(mine->order()) : std::nullopt;
}

void Board::setBusy(OrderId order, bool busy) {
    for (Column* column : columns_) {
        column->setBusy(order, busy);
    }
}

std::pair<int, int> Board::place() const {
    for (int i = 0; selected_ && i < static_cast<int>(columns_.size()); ++i) {
        if (const int at = columns_.at(static_cast<std::size_t>(i))->indexOf(*selected_); at >= 0) {
            return {i, at};
        }
    }
    return {-1, -1};
}

void Board::select(std::optional<OrderId> order) {
    const bool other = order != selected_;
    selected_ = order;
    for (Column* column : columns_) {
        column->select(order);
    }
    if (const auto at = place(); at.first >= 0) {
        lastPlace_ = at;
    }
    if (other) {
        Q_EMIT selectionChanged();
    }
}

bool Board::isOpen(int column) const {
    return column != kShelf || !narrow_ || shelfOpen_;
}

void Board::selectAt(int column, int card) {
    const auto& cards = columns_.at(static_cast<std::size_t>(column))->cards();
    if (cards.empty()) {
        select(std::nullopt);
        return;
    }
    const auto at =
        static_cast<std::size_t>(std::clamp(card, 0, static_cast<int>(cards.size()) - 1));
    select(cards.at(at)->order().id);
}

void Board::move(int columns, int cards) {
    auto [column, card] = place();
    if (column < 0) { // nothing selected yet: the first card there is
        for (int i = 0; i < static_cast<int>(columns_.size()); ++i) {
            if (isOpen(i) && !columns_.at(static_cast<std::size_t>(i))->cards().empty()) {
                selectAt(i, 0);
                return;
            }
        }
        return;
    }
    const int step = columns > 0 ? 1 : -1;
    for (int to = column + step; columns != 0 && to >= 0 && to < static_cast<int>(columns_.size());
         to += step) {
        if (isOpen(to) && !columns_.at(static_cast<std::size_t>(to))->cards().empty()) {
            selectAt(to, card);
            return;
        }
    }
    if (cards != 0) {
        selectAt(column, card + cards);
    }
}

void Board::pick(int nth) {
    const int column = std::max(place().first, 0);
    if (nth < static_cast<int>(columns_.at(static_cast<std::size_t>(column))->cards().size())) {
        selectAt(column, nth);
    }
}

void Board::fold() {
    const int least = theme_.px(kColumnMin);
    narrow_ = width() < 4 * least + 20;
    columns_.at(kShelf)->setVisible(!narrow_ || shelfOpen_);
    const QMargins sides = row_->contentsMargins();
    const int room = width() - sides.left() - sides.right() - shelfSide_->sizeHint().width();
    columns_.front()->setVisible(!(narrow_ && shelfOpen_)
                                 || room >= 4 * Column::leastWidth(theme_));
    shelfSide_->setVisible(narrow_);
    shelf_->setKind(shelfOpen_ ? ButtonKind::Secondary : ButtonKind::Plain);
    for (Column* column : columns_) {
        column->setBrief(narrow_);
    }
}

void Board::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fold();
}

} // namespace comanda::ui
