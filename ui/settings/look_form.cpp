#include "ui/settings/look_form.h"

#include "ui/widgets/check_box.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/number_field.h"

using namespace Qt::StringLiterals;

namespace comanda::ui {

LookForm::LookForm(const Theme& theme, const Preferences& preferences, QWidget* parent)
    : QWidget(parent),
      language_(new Choice(theme, this)),
      look_(new Choice(theme, this)),
      scale_(new NumberField(theme, this)),
      still_(new CheckBox(theme, tr("Nothing moves or flashes"), this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* panel = new Panel(theme, tr("On this machine"), this);
    language_->setObjectName(u"language"_s);
    language_->addItem(tr("As the system"), QString());
    language_->addItem(u"Español"_s, u"es"_s);
    language_->addItem(u"Português"_s, u"pt"_s);
    language_->addItem(u"English"_s, u"en"_s);
    language_->setCurrentIndex(std::max(0, language_->findData(preferences.language)));
    panel->addField(tr("Language"), tr("Takes effect when Comanda is started again."), language_);
    look_->setObjectName(u"look"_s);
    look_->addItems({tr("Light"), tr("Dark")});
    look_->setCurrentIndex(preferences.look == Preferences::Look::Dark ? 1 : 0);
    panel->addField(tr("Colours"), {}, look_);
    scale_->setObjectName(u"scale"_s);
    scale_->setRange(kScaleMin, kScaleMax);
    scale_->setSingleStep(5);
    scale_->setSuffix(u" %"_s);
    scale_->setValue(preferences.scale);
    panel->addField(tr("Size of the text"), tr("115 % suits a touch screen."), scale_);
    still_->setObjectName(u"still"_s);
    still_->setChecked(preferences.reducedMotion);
    panel->column()->addSpacing(8);
    panel->column()->addWidget(still_);
    column->addWidget(panel);
    const auto tell = [this] { Q_EMIT changed(typed()); };
    connect(language_, &QComboBox::currentIndexChanged, this, tell);
    connect(look_, &QComboBox::currentIndexChanged, this, tell);
    connect(scale_, &QSpinBox::editingFinished, this, tell);
    connect(still_, &QCheckBox::toggled, this, tell);
}

Preferences LookForm::typed() const {
    return {language_->currentData().toString(),
            look_->currentIndex() == 1 ? Preferences::Look::Dark : Preferences::Look::Light,
            scale_->value(), still_->isChecked()};
}

} // namespace comanda::ui
