#include "ui/orders/order_editor.h"

#include "app/text/words.h"
#include "core/base/text.h"
#include "ui/models/wall_time.h"
#include "ui/orders/card_painter.h"
#include "ui/orders/typed_lines.h"
#include "ui/widgets/plain_label.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QDateTime>
#include <QKeyEvent>
#include <QStringListModel>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace comanda::ui {

namespace {
constexpr std::array kKinds{Fulfilment::Pickup, Fulfilment::Delivery, Fulfilment::DineIn};
} // namespace

OrderEditor::OrderEditor(const Theme& theme, const Shop& shop, const Clock& clock, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      shop_(shop),
      clock_(clock),
      rowsColumn_(new QVBoxLayout),
      typing_(new QLineEdit(this)),
      offers_(new QStringListModel(this)),
      kind_(new SegmentBar(theme, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    rowsColumn_->setSpacing(0);
    column->addLayout(rowsColumn_);
    column->addSpacing(4);
    typing_->setPlaceholderText(tr("2 taco al pastor, no onion"));
    typing_->setAccessibleName(tr("Add a line: amount and dish, Enter"));
    typing_->setObjectName(u"typing"_s);
    typing_->setMaxLength(300);
    auto* completer = new QCompleter(offers_, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    completer->popup()->setObjectName(u"completions"_s);
    typing_->setCompleter(completer);
    typing_->installEventFilter(this);
    column->addWidget(typing_);
    column->addSpacing(8);
    for (const Fulfilment kind : kKinds) {
        kind_->add(fulfilmentIcon(kind), text::fulfilmentWord(kind));
    }
    kind_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    column->addWidget(kind_);
    column->addSpacing(4);
    name_ = field(tr("Name"), column);
    when_ = field(tr("When (20:00; empty: as soon as possible)"), column);
    address_ = field(tr("Address"), column);
    phone_ = field(tr("Phone"), column);
    payment_ = field(tr("Pays with"), column);
    note_ = field(tr("Note"), column);
    column->addStretch(1);
    connect(typing_, &QLineEdit::returnPressed, this, &OrderEditor::takeTyped,
            Qt::QueuedConnection);
    connect(typing_, &QLineEdit::textEdited, this, [this](const QString& typed) {
        QStringList names;
        const auto amount = typed.section(u' ', 0, 0);
        const bool counted = !amount.isEmpty() && amount.at(0).isDigit();
        for (const KnownDish& dish : dishes_) {
            names << (counted ? amount + u' ' + dish.name : dish.name);
        }
        offers_->setStringList(names);
        Q_EMIT changed();
    });
    connect(kind_, &SegmentBar::chosenChanged, this, [this] {
        dressKind();
        Q_EMIT changed();
    });
    show({}, {}); // nobody has typed anything yet
}

QLineEdit* OrderEditor::field(const QString& label, QVBoxLayout* column) {
    auto* words = new PlainLabel(theme_, TextRole::Small, Weight::Normal, Tone::Text3, this);
    words->show(label);
    auto* edit = new QLineEdit(this);
    edit->setAccessibleName(label);
    edit->setMaxLength(500);
    words->setBuddy(edit);
    column->addSpacing(4);
    column->addWidget(words);
    column->addWidget(edit);
    connect(edit, &QLineEdit::textEdited, this, &OrderEditor::changed);
    edit->setProperty("label", QVariant::fromValue<QObject*>(words));
    return edit;
}

void OrderEditor::dressKind() {
    const bool delivery = kind_->chosen() == 1;
    address_->setVisible(delivery);
    if (auto* label = qobject_cast<QWidget*>(address_->property("label").value<QObject*>())) {
        label->setVisible(delivery);
    }
}

// Enter held down after a line is no Enter in the empty field: that one accepts the order.
bool OrderEditor::eventFilter(QObject* watched, QEvent* event) {
    if (watched == typing_ && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        return key->isAutoRepeat() && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter);
    }
    return QWidget::eventFilter(watched, event);
}

void OrderEditor::show(const std::vector<OrderLine>& lines, const OrderDetails& details) {
    putLines(lines);
    putDetails(details);
    shownLines_ = this->lines();
    shown_ = this->details();
    Q_EMIT changed();
}

void OrderEditor::showLines(const std::vector<OrderLine>& lines) {
    putLines(lines);
    shownLines_ = this->lines();
    Q_EMIT changed();
}

void OrderEditor::showDetails(const OrderDetails& details) {
    putDetails(details);
    shown_ = this->details();
    Q_EMIT changed();
}

OrderEditor::Typing OrderEditor::typing() const {
    std::vector<LineContent> rows;
    std::transform(rows_.begin(), rows_.end(), std::back_inserter(rows),
                   [](const LineRow* row) { return row->content(); });
    return {shownLines_, rows, typing_->text(), shown_, details(), when_->text()};
}

void OrderEditor::goOn(const Typing& typing) {
    putLines({});
    for (const LineContent& row : typing.rows) {
        addRow(row);
    }
    typing_->setText(typing.typed);
    putDetails(typing.details);
    when_->setText(typing.when);
    shownLines_ = typing.shownLines;
    shown_ = typing.shown;
    Q_EMIT changed();
}

void OrderEditor::markSaved(const std::optional<std::vector<OrderLine>>& lines,
                            const std::optional<OrderDetails>& details) {
    shownLines_ = lines.value_or(shownLines_);
    shown_ = details.value_or(shown_);
    Q_EMIT changed();
}

void OrderEditor::putLines(const std::vector<OrderLine>& lines) {
    for (LineRow* row : rows_) {
        row->hide();
        row->deleteLater();
    }
    rows_.clear();
    typing_->clear();
    for (const OrderLine& line : lines) {
        addRow({line, {}, {}, {}});
    }
}

void OrderEditor::putDetails(const OrderDetails& details) {
    shown_ = details; // with what has no field here
    const auto kind = std::find(kKinds.begin(), kKinds.end(), details.fulfilment);
    kind_->choose(kind == kKinds.end() ? -1 : static_cast<int>(kind - kKinds.begin()));
    dressKind();
    name_->setText(displayLine(details.customerName));
    phone_->setText(displayLine(details.phone));
    address_->setText(displayLine(details.address, 500));
    payment_->setText(displayLine(details.paymentMethod));
    note_->setText(displayLine(details.note, 500));
    wanted_ = details.wantedAt;
    when_->setText(wanted_ ? WallTime(shop_).clock(*wanted_) : QString());
}

void OrderEditor::addRow(LineContent content) {
    auto* row = new LineRow(theme_, shop_, std::move(content), this);
    rowsColumn_->addWidget(row);
    rows_.push_back(row);
    connect(row, &LineRow::changed, this, &OrderEditor::changed);
    connect(row, &LineRow::removed, this, [this, row] { removeRow(row); });
}

void OrderEditor::removeRow(LineRow* row) {
    std::erase(rows_, row);
    row->hide();
    row->deleteLater();
    startTyping();
    Q_EMIT changed();
}

void OrderEditor::addLines(const std::vector<OrderLine>& lines, MessageId message) {
    for (const OrderLine& line : lines) {
        addRow({line, {}, message, line});
    }
    Q_EMIT changed();
}

std::vector<OrderLine> OrderEditor::linesOf(MessageId message) const {
    std::vector<OrderLine> result;
    for (const LineRow* row : rows_) {
        if (const LineContent content = row->content(); content.message == message) {
            result.push_back(content.said);
        }
    }
    return result;
}

std::optional<OrderLine> OrderEditor::typedLine() const {
    auto line = lineFromTyping(typing_->text(), shop_.currency, QLocale());
    if (line && !line->unitPrice) {
        const QString wanted = fold(line->name);
        const auto known = std::find_if(dishes_.begin(), dishes_.end(), [&](const KnownDish& dish) {
            return fold(dish.name) == wanted;
        });
        if (known != dishes_.end()) {
            line->name = known->name;
            line->unitPrice = known->price;
        }
    }
    return line;
}

void OrderEditor::takeTyped() {
    if (typing_->text().trimmed().isEmpty()) {
        Q_EMIT finished();
        return;
    }
    if (const auto line = typedLine()) {
        addRow({*line, {}, {}, {}});
        typing_->clear();
        Q_EMIT changed();
    }
}

void OrderEditor::setKnownDishes(std::vector<KnownDish> dishes) {
    dishes_ = std::move(dishes);
}

std::vector<OrderLine> OrderEditor::lines() const {
    std::vector<OrderLine> result;
    for (const LineRow* row : rows_) {
        OrderLine line = row->line();
        if (!line.name.isEmpty() || !line.sku.isEmpty()) {
            result.push_back(std::move(line));
        }
    }
    // What stands in the typing field is part of the order, Enter or not.
    if (auto typed = typedLine()) {
        result.push_back(std::move(*typed));
    }
    return result;
}

std::optional<Time> OrderEditor::wantedAt() const {
    const QTime time = QTime::fromString(when_->text().trimmed(), u"H:mm"_s);
    if (!time.isValid()) {
        return std::nullopt;
    }
    const WallTime wall(shop_);
    if (wanted_ && wall.clock(*wanted_) == time.toString(u"HH:mm"_s)) {
        return wanted_; // untouched: its date stays
    }
    const QTimeZone zone(shop_.timezone.toUtf8());
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(
        toMillis(clock_.now()), zone.isValid() ? zone : QTimeZone::systemTimeZone());
    QDateTime wanted(now.date(), time, now.timeZone());
    if (wanted < now.addSecs(-3600)) {
        wanted = wanted.addDays(1);
    }
    return fromMillis(wanted.toMSecsSinceEpoch());
}

OrderDetails OrderEditor::details() const {
    OrderDetails details = shown_;
    details.fulfilment = kind_->chosen() < 0 ? Fulfilment::Unknown // nobody has said it yet
                                             : kKinds.at(static_cast<std::size_t>(kind_->chosen()));
    details.customerName = name_->text().trimmed();
    details.phone = phone_->text().trimmed();
    details.address = address_->text().trimmed();
    details.paymentMethod = payment_->text().trimmed();
    details.note = note_->text().trimmed();
    details.wantedAt = isTimeReadable() ? wantedAt() : wanted_;
    return details;
}

bool OrderEditor::linesTyped() const {
    return lines() != shownLines_ || !pricesReadable();
}

bool OrderEditor::detailsTyped() const {
    return details() != shown_ || !isTimeReadable();
}

bool OrderEditor::pricesReadable() const {
    return std::all_of(rows_.begin(), rows_.end(),
                       [](const LineRow* row) { return row->isPriceReadable(); });
}

bool OrderEditor::isTimeReadable() const {
    return when_->text().trimmed().isEmpty() || wantedAt().has_value();
}

QString OrderEditor::missing() const {
    if (lines().empty()) {
        return tr("add a dish");
    }
    if (kind_->chosen() == 1 && address_->text().trimmed().isEmpty()) {
        return tr("the address");
    }
    return unreadable();
}

QString OrderEditor::unreadable() const {
    if (!pricesReadable()) {
        return tr("a price like 8000");
    }
    return isTimeReadable() ? QString() : tr("a time like 20:00");
}

void OrderEditor::startTyping() {
    typing_->setFocus(Qt::OtherFocusReason);
}

} // namespace comanda::ui
