#include "ui/orders/line_row.h"

#include "app/text/words.h"
#include "core/base/text.h"
#include "ui/widgets/plain_label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace comanda::ui {

namespace {

constexpr int kAmountMax = 999;

QString nameWithChanges(const OrderLine& line) {
    QStringList parts{displayLine(firstShown({line.name, line.sku}), 300)};
    for (const QString& modifier : line.modifiers) {
        parts << displayLine(modifier, 200);
    }
    return parts.join(u", "_s);
}

} // namespace

LineRow::LineRow(const Theme& theme, const Shop& shop, LineContent content, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      shop_(shop),
      given_(std::move(content)),
      line_(given_.line),
      amount_(new PlainLabel(theme, TextRole::Strong, Weight::Bold, Tone::Text1, this)),
      name_(new QLineEdit(nameWithChanges(line_), this)),
      price_(new QLineEdit(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 6, 0, 8);
    column->setSpacing(4);
    auto* what = new QHBoxLayout;
    auto* howMany = new QHBoxLayout;
    what->setSpacing(4);
    howMany->setSpacing(4);
    column->addLayout(what);
    column->addLayout(howMany);
    auto* less = new Button(theme, ButtonKind::Plain, u"minus"_s, {}, this);
    auto* more = new Button(theme, ButtonKind::Plain, u"plus"_s, {}, this);
    auto* away = new Button(theme, ButtonKind::Quiet, u"close"_s, {}, this);
    less->setSpoken(tr("One less"));
    more->setSpoken(tr("One more"));
    away->setSpoken(tr("Remove the line"));
    away->setObjectName(u"removeLine"_s);
    amount_->setAlignment(Qt::AlignHCenter);
    amount_->setMinimumWidth(theme_.px(26));
    name_->setMaxLength(300);
    name_->setPlaceholderText(text::dishName({}, {}));
    name_->setAccessibleName(tr("Dish and changes"));
    name_->setCursorPosition(0);
    name_->setToolTip(tr("Dish, then its changes after a comma"));
    price_->setObjectName(u"price"_s);
    price_->setAccessibleName(tr("Price of one"));
    price_->setPlaceholderText(tr("price"));
    price_->setFixedWidth(theme_.px(110));
    price_->setAlignment(Qt::AlignRight);
    price_->setMaxLength(20);
    if (given_.price) {
        price_->setText(*given_.price);
        markPrice();
    } else if (line_.unitPrice) {
        const QString decimal = line_.unitPrice->toDecimal();
        price_->setText(decimal.endsWith(u".00"_s) ? decimal.chopped(3) : decimal);
    }
    amount_->show(QString::number(line_.quantity));
    what->addWidget(name_, 1);
    what->addWidget(away);
    howMany->addWidget(less);
    howMany->addWidget(amount_);
    howMany->addWidget(more);
    howMany->addStretch(1);
    howMany->addWidget(price_);
    howMany->addSpacing(theme_.px(kTarget) + 4);
    connect(less, &Button::clicked, this, [this] { setAmount(line_.quantity - 1); });
    connect(more, &Button::clicked, this, [this] { setAmount(line_.quantity + 1); });
    connect(away, &Button::clicked, this, &LineRow::removed);
    connect(name_, &QLineEdit::textEdited, this, &LineRow::changed);
    connect(price_, &QLineEdit::textEdited, this, [this] {
        markPrice();
        Q_EMIT changed();
    });
}

void LineRow::setAmount(int amount) {
    if (amount < 1) {
        Q_EMIT removed();
        return;
    }
    line_.quantity = std::min(amount, kAmountMax);
    amount_->show(QString::number(line_.quantity));
    Q_EMIT changed();
}

LineContent LineRow::content() const {
    return {line(), price_->text(), given_.message, given_.said};
}

OrderLine LineRow::line() const {
    OrderLine result = line_;
    if (name_->text() != nameWithChanges(line_)) {
        QStringList parts = name_->text().split(u',', Qt::SkipEmptyParts);
        for (QString& part : parts) {
            part = part.trimmed();
        }
        parts.removeAll(QString());
        result.name = parts.isEmpty() ? QString() : parts.takeFirst();
        result.modifiers = parts;
    }
    result.unitPrice = typedPrice().value_or(line_.unitPrice);
    return result;
}

Result<std::optional<Money>> LineRow::typedPrice() const {
    const QString typed = price_->text().trimmed();
    if (typed.isEmpty()) {
        return std::nullopt;
    }
    if (line_.unitPrice && typed == line_.unitPrice->toDecimal()) {
        return line_.unitPrice;
    }
    return Money::fromTyped(typed, shop_.currency, QLocale()).map([](const Money& price) {
        return std::optional(price);
    });
}

void LineRow::markPrice() {
    price_->setProperty("unreadable", !isPriceReadable());
    price_->style()->unpolish(price_);
    price_->style()->polish(price_);
}

void LineRow::focusName() {
    name_->setFocus(Qt::OtherFocusReason);
    name_->selectAll();
}

void LineRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(theme_.color(Tone::Line));
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace comanda::ui
