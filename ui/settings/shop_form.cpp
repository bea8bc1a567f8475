#include "ui/settings/shop_form.h"

#include "app/text/words.h"
#include "core/hub/desk.h"
#include "ui/widgets/check_box.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/number_field.h"

#include <QJsonObject>
#include <QLineEdit>
#include <QTimeZone>

#include <array>

using namespace Qt::StringLiterals;

namespace comanda::ui {
namespace {

constexpr std::array kTold{OrderState::Accepted,       OrderState::Preparing, OrderState::Ready,
                           OrderState::OutForDelivery, OrderState::Completed, OrderState::Rejected,
                           OrderState::Cancelled};

struct Tongue {
    const char* code;
    const char* name; // in itself
};
constexpr std::array kTongues{Tongue{"es", "Español"}, Tongue{"pt", "Português"},
                              Tongue{"en", "English"}};

constexpr int kLongest = 240; // minutes

QSpinBox* minutes(const Theme& theme, QWidget* parent) {
    auto* box = new NumberField(theme, parent);
    box->setRange(1, kLongest);
    box->setSuffix(ShopForm::tr(" min"));
    return box;
}

} // namespace

ShopForm::ShopForm(const Theme& theme, hub::Hub& hub, const Shop& shop, QWidget* parent)
    : QWidget(parent), theme_(theme), hub_(hub), shop_(shop) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    auto* about = new Panel(theme, tr("The shop"), this);
    addShop(about);
    auto* kitchen = new Panel(theme, tr("Orders and kitchen"), this);
    addKitchen(kitchen);
    auto* notices = new Panel(theme, tr("What customers are told"), this);
    addNotices(notices);
    outcome_ = new Panel(theme, {}, this);
    outcome_->hide();
    auto* save = new Button(theme, ButtonKind::Primary, u"check"_s, tr("Save"), this);
    save->setObjectName(u"save-shop"_s);
    connect(save, &Button::clicked, this, &ShopForm::save);
    for (QWidget* widget : std::initializer_list<QWidget*>{about, kitchen, notices, outcome_}) {
        column->addWidget(widget);
    }
    column->addWidget(save, 0, Qt::AlignRight);
}

void ShopForm::addShop(Panel* panel) {
    auto* name = new QLineEdit(panel);
    name->setObjectName(u"shop-name"_s);
    name->setMaxLength(60);
    panel->addField(tr("Name"), {}, name);
    bind(u"name"_s, name);
    auto* phone = new QLineEdit(panel);
    phone->setObjectName(u"shop-phone"_s);
    phone->setMaxLength(30);
    panel->addField(tr("Telephone"), tr("That customers call, with the country's code."), phone);
    bind(u"phone"_s, phone);
    auto* zone = new Choice(theme_, panel);
    zone->setObjectName(u"shop-zone"_s);
    zone->setEditable(true);
    for (const QByteArray& one : QTimeZone::availableTimeZoneIds()) {
        zone->addItem(QString::fromLatin1(one));
    }
    panel->addField(tr("Time zone"), {}, zone);
    bind(u"timezone"_s, zone);
    auto* currency = new QLineEdit(panel);
    currency->setObjectName(u"shop-currency"_s);
    currency->setMaxLength(3);
    panel->addField(tr("Currency"), tr("Three letters, like COP, MXN, BRL or USD."), currency);
    bind(u"currency"_s, currency);
    auto* decimals = new NumberField(theme_, panel);
    decimals->setRange(-1, 3);
    decimals->setSpecialValueText(tr("as the currency has"));
    panel->addField(tr("Decimals shown"), {}, decimals);
    bind(u"shown_decimals"_s, decimals);
    auto* dayEnds = new NumberField(theme_, panel);
    dayEnds->setRange(0, 12);
    dayEnds->setSuffix(u":00"_s);
    panel->addField(
        tr("The day ends at"),
        tr("Orders after midnight and before this hour still belong to the day before."), dayEnds);
    bind(u"day_ends"_s, dayEnds, 60);
    language_ = new Choice(theme_, panel);
    language_->setObjectName(u"shop-language"_s);
    for (const Tongue& tongue : kTongues) {
        language_->addItem(QString::fromUtf8(tongue.name), QString::fromLatin1(tongue.code));
    }
    panel->addField(tr("Language with customers"), {}, language_);
    bind(u"language"_s, language_);
    connect(language_, &QComboBox::currentIndexChanged, this, &ShopForm::showUsualNotices);
}

void ShopForm::addKitchen(Panel* panel) {
    auto* promise = minutes(theme_, panel);
    promise->setObjectName(u"shop-promise"_s);
    panel->addField(tr("Offered when accepting"), {}, promise);
    bind(u"promise_minutes"_s, promise);
    auto* amber = minutes(theme_, panel);
    amber->setObjectName(u"shop-amber"_s);
    panel->addField(tr("Nearly late after"), tr("For orders without a promised time."), amber);
    bind(u"amber_after_minutes"_s, amber);
    auto* red = minutes(theme_, panel);
    red->setObjectName(u"shop-red"_s);
    red->setMinimum(amber->value());
    connect(amber, &QSpinBox::valueChanged, red, &QSpinBox::setMinimum);
    panel->addField(tr("Late after"), {}, red);
    bind(u"red_after_minutes"_s, red);
    auto* oneMan =
        new CheckBox(theme_, tr("Steps may be skipped (one person cooks and serves)"), panel);
    oneMan->setObjectName(u"shop-one-man"_s);
    panel->column()->addSpacing(8);
    panel->column()->addWidget(oneMan);
    bind(u"one_man_mode"_s, oneMan);
}

void ShopForm::addNotices(Panel* panel) {
    panel->addText(tr("Empty means that this step is not told. {number}, {name}, {minutes} and "
                      "{shop} are filled in. A "
                      "notice leaves ten seconds after the step, so that it can be undone."));
    for (const OrderState state : kTold) {
        auto* line = new QLineEdit(panel);
        line->setObjectName(u"notice-"_s + toWord(state));
        line->setMaxLength(500);
        panel->addField(text::stateWord(state), {}, line);
        notices_.insert(state, line);
        bind(u"notices"_s, line, toWord(state));
    }
    showUsualNotices();
}

void ShopForm::showUsualNotices() {
    const QMap<OrderState, QString> usual =
        text::defaultNotices(language_->currentData().toString());
    for (auto it = notices_.begin(); it != notices_.end(); ++it) {
        it.value()->setPlaceholderText(usual.value(it.key()));
    }
}

void ShopForm::bind(const QString& key, QLineEdit* line, const QString& notice) {
    add({key,
         notice,
         [line] { return QJsonValue(line->text().trimmed()); },
         [line](const QJsonValue& value) { line->setText(value.toString()); },
         {}});
}

// `unit`: how much of the shop's value one step of the box is.
void ShopForm::bind(const QString& key, QSpinBox* box, int unit) {
    add({key,
         {},
         [box, unit] { return QJsonValue(box->value() * unit); },
         [box, unit](const QJsonValue& value) { box->setValue(value.toInt() / unit); },
         {}});
}

void ShopForm::bind(const QString& key, QComboBox* choice) {
    if (choice->isEditable()) {
        add({key,
             {},
             [choice] { return QJsonValue(choice->currentText().trimmed()); },
             [choice](const QJsonValue& value) { choice->setCurrentText(value.toString()); },
             {}});
        return;
    }
    add({key,
         {},
         [choice] { return QJsonValue(choice->currentData().toString()); },
         [choice](const QJsonValue& value) {
             choice->setCurrentIndex(std::max(0, choice->findData(value.toString())));
         },
         {}});
}

void ShopForm::bind(const QString& key, QCheckBox* box) {
    add({key,
         {},
         [box] { return QJsonValue(box->isChecked()); },
         [box](const QJsonValue& value) { box->setChecked(value.toBool()); },
         {}});
}

void ShopForm::add(Field field) {
    field.show(valueIn(shop_.toJson(), field));
    field.shown = field.typed(); // rounded or cut to what the widget can show
    fields_.push_back(std::move(field));
}

QJsonValue ShopForm::valueIn(const QJsonObject& shop, const Field& field) {
    const QJsonValue value = shop.value(field.key);
    return field.notice.isEmpty() ? value
                                  : QJsonValue(value.toObject().value(field.notice).toString());
}

void ShopForm::follow(const Shop& shop) {
    const QJsonObject before = shop_.toJson();
    const QJsonObject now = shop.toJson();
    shop_ = shop;
    for (Field& field : fields_) {
        const QJsonValue value = valueIn(now, field);
        if (field.typed() != field.shown) { // somebody is at it
            field.shown = value;
        } else if (value != valueIn(before, field)) {
            field.show(value);
            field.shown = field.typed();
        }
    }
}

// Only what was touched: what the fields cannot show as it is must not be lost by saving a name.
Result<Shop> ShopForm::typed() const {
    QJsonObject json = shop_.toJson();
    QJsonObject notices = json.value(u"notices"_s).toObject();
    for (const Field& field : fields_) {
        const QJsonValue value = field.typed();
        if (value != field.shown) {
            field.notice.isEmpty() ? json.insert(field.key, value)
                                   : notices.insert(field.notice, value);
        }
    }
    json.insert(u"notices"_s, notices);
    return Shop::fromJson(json);
}

void ShopForm::save() {
    outcome_->clear();
    outcome_->show();
    const auto shop = typed();
    if (!shop) {
        outcome_->addFinding(u"warning"_s, Tone::Error, tr("Not saved"),
                             text::describe(shop.error()), {});
        outcome_->reveal();
        return;
    }
    hub_.saveShop(*shop, this, [this, shop = *shop](const Result<>& answer) {
        outcome_->clear();
        if (answer) {
            follow(shop);
            outcome_->addFinding(u"check"_s, Tone::Ready, tr("Saved"), {}, {});
        } else {
            outcome_->addFinding(u"warning"_s, Tone::Error, tr("Not saved"),
                                 text::describe(answer.error()), {});
        }
        outcome_->reveal();
    });
}

} // namespace comanda::ui
