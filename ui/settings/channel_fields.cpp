#include "ui/settings/channel_fields.h"

#include "app/text/words.h"
#include "ui/settings/channel_form.h"
#include "ui/widgets/check_box.h"
#include "ui/widgets/choice.h"

#include <QJsonObject>
#include <QLineEdit>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace comanda::ui {
namespace {

const QString kYes = u"yes"_s, kNo = u"no"_s; // of a flag, as stored

using Wanted = bool (*)(const SetupField&);
bool isOfAccount(const SetupField& field) {
    return !field.shared && !field.rare;
}
bool isOfApp(const SetupField& field) {
    return field.shared && !field.rare;
}
bool isRare(const SetupField& field) {
    return field.rare;
}

bool hasAny(const std::vector<SetupField>& fields, Wanted wanted) {
    return std::any_of(fields.begin(), fields.end(), wanted);
}

} // namespace

ChannelFields::ChannelFields(const Theme& theme, Panel& panel, const ChannelDescriptor& descriptor,
                             const ChannelConfig& channel, const Elsewhere& elsewhere)
    : theme_(theme), panel_(panel), platform_(descriptor.platform) {
    const auto addAll = [&](Wanted wanted) {
        for (const SetupField& setup : descriptor.setup) {
            if (wanted(setup)) {
                add(setup, channel);
                hint(fields_.back(), elsewhere);
            }
        }
    };
    secretOwners_ = elsewhere.secretOwners;
    addAll(isOfAccount);
    if (hasAny(descriptor.setup, isOfApp)) {
        panel.column()->addSpacing(16);
        panel.addText(
            ChannelForm::tr("The app at Meta. All channels of one app share this: type it "
                            "once, for any of them."),
            Tone::Text2);
        addAll(isOfApp);
    }
    if (!hasAny(descriptor.setup, isRare)) {
        return;
    }
    panel.beginFold(ChannelForm::tr("For special cases"));
    addAll(isRare);
    panel.endFold();
    const bool touched =
        std::any_of(descriptor.setup.begin(), descriptor.setup.end(), [&](const SetupField& setup) {
            return setup.rare && valueIn(channel, setup) != setup.defaultValue;
        });
    if (touched) {
        panel.unfold();
    }
}

void ChannelFields::add(const SetupField& setup, const ChannelConfig& channel) {
    const bool optional = !setup.required && setup.kind != FieldKind::Flag && !setup.rare;
    const QString label = text::fieldLabel(platform_, setup.key)
                          + (optional ? u" "_s + ChannelForm::tr("(optional)") : QString());
    const QString help = text::fieldHelp(platform_, setup.key);
    const QString name = u"field-"_s + setup.key;
    Field field{setup};
    switch (setup.kind) {
    case FieldKind::Choice:
        field.choice = new Choice(theme_, &panel_);
        field.choice->setObjectName(name);
        for (const QString& choice : setup.choices) {
            field.choice->addItem(text::choiceWord(platform_, setup.key, choice), choice);
        }
        panel_.addField(label, help, field.choice);
        break;
    case FieldKind::Flag:
        field.flag = new CheckBox(theme_, label, &panel_);
        field.flag->setObjectName(name);
        panel_.addCheck(field.flag, help);
        break;
    default:
        field.line = new QLineEdit(&panel_);
        field.line->setObjectName(name);
        field.line->setMaxLength(2000);
        if (setup.kind == FieldKind::Secret) {
            field.line->setEchoMode(QLineEdit::Password);
        }
        panel_.addField(label, help, field.line);
    }
    if (setup.kind != FieldKind::Secret) {
        setValue(field, valueIn(channel, setup));
    }
    fields_.push_back(field);
}

// What is in force while the field is empty.
void ChannelFields::hint(const Field& field, const Elsewhere& elsewhere) {
    if (field.line == nullptr) {
        return;
    }
    if (field.setup.kind != FieldKind::Secret) {
        if (field.setup.shared) {
            field.line->setPlaceholderText(
                elsewhere.shared.settings.value(field.setup.key).toString());
        }
        return;
    }
    const auto owner = elsewhere.secretOwners.constFind(field.setup.key);
    if (owner == elsewhere.secretOwners.constEnd()) {
        field.line->setPlaceholderText({});
    } else if (*owner == elsewhere.shared.name) {
        field.line->setPlaceholderText(ChannelForm::tr("Kept. Type here only to replace it."));
    } else {
        field.line->setPlaceholderText(
            ChannelForm::tr("Kept with %1, and used here too.").arg(*owner));
    }
}

QString ChannelFields::valueIn(const ChannelConfig& channel, const SetupField& setup) {
    return channel.settings.value(setup.key).toString(setup.defaultValue);
}

QString ChannelFields::valueOf(const Field& field) {
    if (field.choice) {
        return field.choice->currentData().toString();
    }
    if (field.flag) {
        return field.flag->isChecked() ? kYes : kNo;
    }
    return field.line->text().trimmed();
}

void ChannelFields::setValue(const Field& field, const QString& value) {
    if (field.choice) {
        field.choice->setCurrentIndex(std::max(0, field.choice->findData(value)));
    } else if (field.flag) {
        field.flag->setChecked(value == kYes);
    } else {
        field.line->setText(value);
    }
}

void ChannelFields::follow(const ChannelConfig& before, const ChannelConfig& now) {
    for (const Field& field : fields_) {
        const bool touched = valueOf(field) != valueIn(before, field.setup);
        if (field.setup.kind != FieldKind::Secret && !touched) {
            setValue(field, valueIn(now, field.setup));
        }
    }
}

void ChannelFields::forgetSecrets(const Elsewhere& elsewhere) {
    secretOwners_ = elsewhere.secretOwners;
    for (const Field& field : fields_) {
        if (field.setup.kind == FieldKind::Secret) {
            field.line->clear(); // it is kept now; nobody need find it here
        }
        hint(field, elsewhere);
    }
}

void ChannelFields::set(const QString& key, const QString& value) {
    for (const Field& field : fields_) {
        if (field.setup.key == key) {
            setValue(field, value);
        }
    }
}

void ChannelFields::writeInto(ChannelConfig& channel) const {
    for (const Field& field : fields_) {
        if (field.setup.kind == FieldKind::Secret) {
            continue;
        }
        const QString value = valueOf(field);
        if (value.isEmpty()) {
            channel.settings.remove(field.setup.key);
        } else {
            channel.settings.insert(field.setup.key, value);
        }
    }
}

QMap<QString, Secret> ChannelFields::secrets() const {
    QMap<QString, Secret> secrets;
    for (const Field& field : fields_) {
        if (field.setup.kind == FieldKind::Secret && !valueOf(field).isEmpty()) {
            secrets.insert(field.setup.key, Secret(valueOf(field).toUtf8()));
        }
    }
    return secrets;
}

std::optional<ChannelFields::Problem> ChannelFields::problem() {
    for (const Field& field : fields_) {
        const QString value = valueOf(field);
        const bool kept = secretOwners_.contains(field.setup.key);
        const bool missing = value.isEmpty() && field.setup.required && !kept;
        const QRegularExpression pattern(QRegularExpression::anchoredPattern(field.setup.pattern));
        const bool odd =
            !value.isEmpty() && !field.setup.pattern.isEmpty() && !pattern.match(value).hasMatch();
        if (!missing && !odd) {
            continue;
        }
        if (field.setup.rare) {
            panel_.unfold();
        }
        if (field.line) {
            field.line->setFocus();
        }
        return Problem{text::fieldLabel(platform_, field.setup.key), missing};
    }
    return std::nullopt;
}

} // namespace comanda::ui
