#include "ui/inbox/customer_form.h"

#include "app/text/words.h"
#include "core/base/text.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace comanda::ui {
namespace {

constexpr Millis kToldFor{8'000};
constexpr int kTextMax = 500;
constexpr int kNotesMax = 2000;
constexpr int kNotesLines = 3;

} // namespace

CustomerForm::CustomerForm(const Theme& theme, hub::Desk& desk, Toast& toast, QWidget* parent)
    : QWidget(parent), theme_(theme), desk_(desk), toast_(toast) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    const std::array names{tr("Address"), tr("Allergies"), tr("Notes")};
    for (std::size_t i = 0; i < names.size(); ++i) {
        labels_[i] = label(names[i], Tone::Text3, column);
        words_[i] = new PlainLabel(theme, TextRole::Body, Weight::Normal, Tone::Text1, this);
        words_[i]->setWordWrap(true);
        words_[i]->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(words_[i]);
    }
    nothing_ = label(tr("No address, allergies or notes yet."), Tone::Text2, column);
    edit_ = new Button(theme, ButtonKind::Quiet, u"note"_s, tr("Write down"), this);
    edit_->setObjectName(u"editCustomer"_s);
    edit_->setAccessibleName(tr("Write down address, allergies and notes"));
    column->addWidget(edit_, 0, Qt::AlignLeft);
    fields_ = makeFields();
    column->addWidget(fields_);
    connect(edit_, &Button::clicked, this, &CustomerForm::edit);
    setAccessibleName(tr("What is known of this customer"));
    show(nullptr);
}

PlainLabel* CustomerForm::label(const QString& words, Tone tone, QVBoxLayout* column) {
    auto* made = new PlainLabel(theme_, TextRole::Small, Weight::Normal, tone, this);
    made->setWordWrap(true);
    made->show(words);
    column->addWidget(made);
    return made;
}

QWidget* CustomerForm::makeFields() {
    auto* fields = new QWidget(this);
    auto* column = new QVBoxLayout(fields);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    const auto named = [&](const QString& name, QWidget* field) {
        PlainLabel* words = label(name, Tone::Text3, column);
        words->setBuddy(field);
        field->setAccessibleName(name);
        column->addWidget(field);
    };
    address_ = new QLineEdit(fields);
    allergies_ = new QLineEdit(fields);
    notes_ = new QPlainTextEdit(fields);
    address_->setObjectName(u"customerAddress"_s);
    allergies_->setObjectName(u"customerAllergies"_s);
    notes_->setObjectName(u"customerNotes"_s);
    address_->setMaxLength(kTextMax);
    allergies_->setMaxLength(kTextMax);
    allergies_->setPlaceholderText(tr("peanut, shellfish"));
    notes_->setTabChangesFocus(true);
    const auto size = [this] {
        notes_->setFixedHeight(kNotesLines * theme_.line(TextRole::Body) + theme_.px(20));
    };
    connect(&theme_, &Theme::changed, notes_, size);
    size();
    named(tr("Address"), address_);
    named(tr("Allergies"), allergies_);
    named(tr("Notes"), notes_);
    meanwhile_ = label({}, Tone::Due, column);
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, 4, 0, 0);
    save_ = new Button(theme_, ButtonKind::Secondary, u"check"_s, tr("Save"), fields);
    save_->setObjectName(u"saveCustomer"_s);
    save_->setAccessibleName(tr("Save what is written of this customer"));
    auto* away = new Button(theme_, ButtonKind::Plain, {}, tr("Throw away"), fields);
    away->setObjectName(u"throwAwayCustomer"_s);
    away->setAccessibleName(tr("Throw away what was typed of this customer"));
    buttons->addWidget(save_, 1);
    buttons->addWidget(away, 1);
    column->addLayout(buttons);
    connect(address_, &QLineEdit::textEdited, this, &CustomerForm::typed);
    connect(allergies_, &QLineEdit::textEdited, this, &CustomerForm::typed);
    connect(notes_, &QPlainTextEdit::textChanged, this, &CustomerForm::typed);
    connect(address_, &QLineEdit::returnPressed, this, &CustomerForm::save);
    connect(allergies_, &QLineEdit::returnPressed, this, &CustomerForm::save);
    connect(save_, &Button::clicked, this, &CustomerForm::save);
    connect(away, &Button::clicked, this, &CustomerForm::throwAway);
    return fields;
}

bool CustomerForm::isTyping() const {
    return typing_.contains(customer_);
}

void CustomerForm::show(const Person* person) {
    const CustomerId before = customer_;
    customer_ = person ? person->id : CustomerId();
    card_ = person ? person->card : CustomerCard();
    lastAddress_.clear();
    if (person) {
        const auto delivered =
            std::find_if(person->orders.begin(), person->orders.end(),
                         [](const Order& order) { return !order.details.address.isEmpty(); });
        lastAddress_ = delivered == person->orders.end() ? QString() : delivered->details.address;
    }
    if (person) {
        followJoined(*person);
    }
    if (isTyping() && customer_ != before) {
        fill(typing_.value(customer_).now);
    }
    dress();
}

// What was being typed of somebody who was joined to another goes on with both.
void CustomerForm::followJoined(const Person& person) {
    for (const Identity& identity : person.identities) {
        if (identity.customer != person.id && typing_.contains(identity.customer)) {
            const Typing typing = typing_.take(identity.customer);
            if (!isTyping()) {
                typing_.insert(person.id, typing);
                fill(typing.now);
            }
        }
    }
}

void CustomerForm::dress() {
    const bool typing = isTyping();
    const bool somebody = customer_.isValid();
    const QString address =
        card_.address.isEmpty() && !lastAddress_.isEmpty()
            ? tr("Last delivered to %1").arg(displayLine(lastAddress_, kTextMax))
            : card_.address;
    const std::array shown{address, card_.allergies, card_.notes};
    bool any = false;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const bool there = somebody && !typing && !shown[i].isEmpty();
        labels_[i]->setVisible(there);
        words_[i]->show(shown[i]);
        words_[i]->setVisible(there);
        any = any || there;
    }
    nothing_->setVisible(somebody && !typing && !any);
    edit_->setVisible(somebody && !typing);
    edit_->setText(card_.isEmpty() ? tr("Write down") : tr("Change"));
    edit_->updateGeometry();
    fields_->setVisible(typing);
    const CustomerCard base = typing_.value(customer_).base;
    QStringList other;
    for (const auto& [was, is] : {std::pair(base.address, card_.address),
                                  {base.allergies, card_.allergies},
                                  {base.notes, card_.notes}}) {
        if (typing && was != is) {
            other << (is.isEmpty() ? u"—"_s : is);
        }
    }
    meanwhile_->show(tr("Meanwhile somebody wrote: %1").arg(other.join(u" · "_s)));
    meanwhile_->setVisible(!other.isEmpty());
}

void CustomerForm::fill(const CustomerCard& card) {
    const QSignalBlocker quiet(notes_);
    address_->setText(card.address);
    allergies_->setText(card.allergies);
    notes_->setPlainText(card.notes);
    address_->setPlaceholderText(displayLine(lastAddress_, kTextMax));
}

CustomerCard CustomerForm::written() const {
    return {address_->text().trimmed(), allergies_->text().trimmed(),
            notes_->toPlainText().trimmed().left(kNotesMax)};
}

void CustomerForm::edit() {
    typing_.insert(customer_, {card_, card_});
    fill(card_);
    dress();
    (card_.allergies.isEmpty() && !card_.address.isEmpty() ? allergies_ : address_)
        ->setFocus(Qt::OtherFocusReason);
    // After the layouts of what surrounds it, which are asked for by now.
    QMetaObject::invokeMethod(this, &CustomerForm::reveal, Qt::QueuedConnection);
}

void CustomerForm::reveal() {
    for (QWidget* up = parentWidget(); up; up = up->parentWidget()) {
        if (auto* area = qobject_cast<QScrollArea*>(up)) {
            area->ensureWidgetVisible(save_);
            area->ensureWidgetVisible(address_);
        }
    }
}

void CustomerForm::typed() {
    if (isTyping()) {
        typing_[customer_].now = written();
    }
}

void CustomerForm::throwAway() {
    typing_.remove(customer_);
    dress();
    edit_->setFocus(Qt::OtherFocusReason);
}

void CustomerForm::save() {
    if (!isTyping() || !save_->isEnabled()) {
        return;
    }
    save_->setEnabled(false);
    const CustomerCard now = written();
    // Over what stands here: what somebody wrote meanwhile is shown, and was seen.
    desk_.saveCustomer(customer_, card_, now, this,
                       [this, customer = customer_, now](const Result<>& saved) {
                           save_->setEnabled(true);
                           if (saved) {
                               typing_.remove(customer);
                               card_ = customer == customer_ ? now : card_;
                           } else {
                               toast_.tell(text::describe(saved.error()), Tone::Late, kToldFor);
                           }
                           dress();
                       });
}

void CustomerForm::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (event->modifiers().testFlag(Qt::ControlModifier) && !event->isAutoRepeat()) {
            save();
        }
        return; // of a field here: never one for the page below
    }
    QWidget::keyPressEvent(event);
}

} // namespace comanda::ui
