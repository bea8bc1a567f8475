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

QSpinBox* minutes(const Theme& theme, QWidget* parent, std::chrono::minutes value, int most) {
    auto* box = new NumberField(theme, parent);
    box->setRange(1, most);
    box->setSuffix(ShopForm::tr(" min"));
    box->setValue(static_cast<int>(value.count()));
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
    name_ = new QLineEdit(shop_.name, panel);
    name_->setObjectName(u"shop-name"_s);
    name_->setMaxLength(60);
    panel->addField(tr("Name"), {}, name_);
    zone_ = new Choice(theme_, panel);
    zone_->setEditable(true);
    for (const QByteArray& zone : QTimeZone::availableTimeZoneIds()) {
        zone_->addItem(QString::fromLatin1(zone));
    }
    zone_->setCurrentText(shop_.timezone);
    panel->addField(tr("Time zone"), {}, zone_);
    currency_ = new QLineEdit(shop_.currency.code, panel);
    currency_->setObjectName(u"shop-currency"_s);
    currency_->setMaxLength(3);
    panel->addField(tr("Currency"), tr("Three letters, like COP, MXN, BRL or USD."), currency_);
    decimals_ = new NumberField(theme_, panel);
    decimals_->setRange(-1, 3);
    decimals_->setSpecialValueText(tr("as the currency has"));
    decimals_->setValue(shop_.shownDecimals);
    panel->addField(tr("Decimals shown"), {}, decimals_);
    dayEnds_ = new NumberField(theme_, panel);
    dayEnds_->setRange(0, 12);
    dayEnds_->setSuffix(u":00"_s);
    dayEnds_->setValue(static_cast<int>(shop_.dayEnds / std::chrono::hours(1)));
    panel->addField(
        tr("The day ends at"),
        tr("Orders after midnight and before this hour still belong to the day before."), dayEnds_);
    language_ = new Choice(theme_, panel);
    for (const Tongue& tongue : kTongues) {
        language_->addItem(QString::fromUtf8(tongue.name), QString::fromLatin1(tongue.code));
    }
    language_->setCurrentIndex(std::max(0, language_->findData(shop_.language)));
    panel->addField(tr("Language with customers"), {}, language_);
}

void ShopForm::addKitchen(Panel* panel) {
    promise_ = minutes(theme_, panel, shop_.promise, 240);
    panel->addField(tr("Offered when accepting"), {}, promise_);
    amber_ = minutes(theme_, panel, shop_.amberAfter, 240);
    panel->addField(tr("Nearly late after"), tr("For orders without a promised time."), amber_);
    red_ = minutes(theme_, panel, shop_.redAfter, 240);
    panel->addField(tr("Late after"), {}, red_);
    oneMan_ = new CheckBox(theme_, tr("Steps may be skipped (one person cooks and serves)"), panel);
    oneMan_->setChecked(shop_.oneManMode);
    panel->column()->addSpacing(8);
    panel->column()->addWidget(oneMan_);
}

void ShopForm::addNotices(Panel* panel) {
    panel->addText(tr("Empty means that this step is not told. {number}, {name}, {minutes} and "
                      "{shop} are filled in. A "
                      "notice leaves ten seconds after the step, so that it can be undone."));
    const QMap<OrderState, QString> usual = text::defaultNotices(shop_.language);
    for (const OrderState state : kTold) {
        auto* line = new QLineEdit(shop_.notices.value(state), panel);
        line->setObjectName(u"notice-"_s + toWord(state));
        line->setMaxLength(500);
        line->setPlaceholderText(usual.value(state));
        panel->addField(text::stateWord(state), {}, line);
        notices_.insert(state, line);
    }
}

Result<Shop> ShopForm::typed() const {
    QJsonObject json = shop_.toJson();
    json.insert(u"name"_s, name_->text().trimmed());
    json.insert(u"timezone"_s, zone_->currentText().trimmed());
    json.insert(u"currency"_s, currency_->text().trimmed());
    json.insert(u"shown_decimals"_s, decimals_->value());
    json.insert(u"day_ends"_s, dayEnds_->value() * 60);
    json.insert(u"language"_s, language_->currentData().toString());
    json.insert(u"promise_minutes"_s, promise_->value());
    json.insert(u"amber_after_minutes"_s, amber_->value());
    json.insert(u"red_after_minutes"_s, std::max(red_->value(), amber_->value()));
    json.insert(u"one_man_mode"_s, oneMan_->isChecked());
    QJsonObject notices;
    for (auto it = notices_.begin(); it != notices_.end(); ++it) {
        notices.insert(toWord(it.key()), it.value()->text().trimmed());
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
        return;
    }
    hub_.saveShop(*shop, this, [this, shop = *shop](const Result<>& answer) {
        outcome_->clear();
        if (answer) {
            shop_ = shop;
            outcome_->addFinding(u"check"_s, Tone::Ready, tr("Saved"), {}, {});
            Q_EMIT saved(shop);
        } else {
            outcome_->addFinding(u"warning"_s, Tone::Error, tr("Not saved"),
                                 text::describe(answer.error()), {});
        }
    });
}

} // namespace comanda::ui
