#include "ui/settings/channel_form.h"

#include "app/text/words.h"
#include "core/domain/links.h"
#include "ui/widgets/choice.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QJsonObject>
#include <QLineEdit>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace comanda::ui {
namespace {

constexpr int kTwoColumns = 720; // px at 100 %; narrower, what is at the right goes below

// A field that shows a value to take elsewhere, with its button.
QWidget* copyable(const Theme& theme, const QString& label, const QString& value, QWidget* parent) {
    auto* row = new QWidget(parent);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    auto* shown = new QLineEdit(value, row);
    shown->setReadOnly(true);
    shown->setAccessibleName(label);
    auto* copy = new Button(theme, ButtonKind::Plain, {}, ChannelForm::tr("Copy"), row);
    QObject::connect(copy, &Button::clicked, shown,
                     [shown] { QGuiApplication::clipboard()->setText(shown->text()); });
    line->addWidget(shown, 1);
    line->addWidget(copy);
    return row;
}

} // namespace

ChannelForm::ChannelForm(const Theme& theme, hub::Hub& hub, const ChannelDescriptor& descriptor,
                         ChannelConfig channel, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      hub_(hub),
      descriptor_(descriptor),
      channel_(std::move(channel)),
      columns_(new QBoxLayout(QBoxLayout::LeftToRight, this)),
      checks_(new Panel(theme, tr("Check"), this)),
      prompt_(new PromptBar(theme, this)) {
    columns_->setContentsMargins(0, 0, 0, 0);
    columns_->setSpacing(16);
    auto* left = new QVBoxLayout;
    left->setSpacing(12);
    left->addWidget(makeFields());
    left->addWidget(prompt_);
    left->addStretch(1);
    auto* right = new QVBoxLayout;
    right->setSpacing(16);
    checks_->addText(tr("Press Test: Comanda asks %1 who we are. Nothing is sent to anybody.")
                         .arg(text::platformName(descriptor_.platform)));
    right->addWidget(checks_);
    right->addWidget(makeAbilities());
    right->addStretch(1);
    columns_->addLayout(left, 3);
    columns_->addLayout(right, 2);
}

void ChannelForm::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    columns_->setDirection(width() < theme_.px(kTwoColumns) ? QBoxLayout::TopToBottom
                                                            : QBoxLayout::LeftToRight);
}

Panel* ChannelForm::makeFields() {
    const QString platform = text::platformName(descriptor_.platform);
    auto* panel =
        new Panel(theme_, channel_.id.isValid() ? platform : tr("Connect %1").arg(platform), this);
    name_ = new QLineEdit(
        channel_.name.isEmpty() ? text::platformName(descriptor_.platform) : channel_.name, panel);
    name_->setObjectName(u"field-name"_s);
    name_->setMaxLength(40);
    panel->addField(tr("Name for staff"), {}, name_);
    for (const SetupField& setup : descriptor_.setup) {
        addField(panel, setup);
    }
    addWayIn(panel);
    panel->column()->addSpacing(12);
    panel->column()->addWidget(makeButtons());
    return panel;
}

void ChannelForm::addField(Panel* panel, const SetupField& setup) {
    const QString label = text::fieldLabel(descriptor_.platform, setup.key)
                          + (setup.required ? QString() : u" "_s + tr("(optional)"));
    const QString help = text::fieldHelp(descriptor_.platform, setup.key);
    const QString value = valueIn(channel_, setup);
    Field field{setup};
    if (setup.kind == FieldKind::Choice) {
        field.choice = new Choice(theme_, panel);
        field.choice->addItems(setup.choices);
        field.choice->setCurrentText(value);
        panel->addField(label, help, field.choice);
    } else {
        field.line = new QLineEdit(panel);
        field.line->setObjectName(u"field-"_s + setup.key);
        field.line->setMaxLength(2000);
        if (setup.kind == FieldKind::Secret) {
            field.line->setEchoMode(QLineEdit::Password);
            if (channel_.id.isValid()) {
                field.line->setPlaceholderText(tr("Kept. Type here only to replace it."));
            }
        } else {
            field.line->setText(value);
        }
        panel->addField(label, help, field.line);
    }
    fields_.push_back(field);
}

// How the platform's messages get here: only for those that push.
void ChannelForm::addWayIn(Panel* panel) {
    if (!descriptor_.pushed || !channel_.id.isValid()) {
        return;
    }
    const QString url = hub_.hookUrl(channel_.id);
    if (url.isEmpty()) {
        panel->addField(tr("How its messages get here"),
                        tr("%1 only delivers to a public address. Set up a mailbox, or a public "
                           "address of this "
                           "machine, under \"Mailbox\".")
                            .arg(text::platformName(descriptor_.platform)),
                        new QWidget(panel));
        return;
    }
    const QString label = tr("Address to give to %1").arg(text::platformName(descriptor_.platform));
    panel->addField(label, tr("Type it as the callback address on the platform's webhook page."),
                    copyable(theme_, label, url, panel));
}

QWidget* ChannelForm::makeButtons() {
    auto* row = new QWidget(this);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    if (channel_.id.isValid()) {
        auto* remove = new Button(theme_, ButtonKind::Danger, u"close"_s, tr("Disconnect"), row);
        remove->setObjectName(u"remove"_s);
        connect(remove, &Button::clicked, this, &ChannelForm::askRemove);
        line->addWidget(remove);
    }
    line->addStretch(1);
    test_ = new Button(theme_, ButtonKind::Plain, u"question"_s, tr("Test"), row);
    test_->setObjectName(u"test"_s);
    connect(test_, &Button::clicked, this, &ChannelForm::test);
    save_ = new Button(theme_, ButtonKind::Primary, u"check"_s, tr("Save"), row);
    save_->setObjectName(u"save"_s);
    connect(save_, &Button::clicked, this, &ChannelForm::save);
    line->addWidget(test_);
    line->addWidget(save_);
    return row;
}

Panel* ChannelForm::makeAbilities() {
    auto* panel = new Panel(theme_, tr("What this channel can do"), this);
    const auto line = [&](bool can, const QString& yes, const QString& no) {
        panel->addFinding(can ? u"check"_s : u"minus"_s, can ? Tone::Ready : Tone::Text3,
                          can ? yes : no, {}, {});
    };
    line(descriptor_.media, tr("Photos, voice notes and files"), tr("No photos or files"));
    line(descriptor_.buttons, tr("Buttons to answer with"), tr("No buttons"));
    line(descriptor_.receipts, tr("Tells when the customer has read"),
         tr("Does not tell what was read"));
    line(descriptor_.editing, tr("What was sent can be changed"),
         tr("What was sent cannot be changed"));
    line(!descriptor_.window.afterCustomerMessage, tr("No time limit to answer"),
         tr("Answers only within %n hour(s) of the customer's last message", nullptr,
            descriptor_.window.afterCustomerMessage
                ? static_cast<int>(*descriptor_.window.afterCustomerMessage / std::chrono::hours(1))
                : 0));
    line(!descriptor_.window.customerWritesFirst, tr("We may write first"),
         tr("The customer writes first"));
    abilities_ = panel;
    showLink();
    return panel;
}

void ChannelForm::showLink() {
    if (!shownLink_.isEmpty()) {
        return;
    }
    shownLink_ = linkOf(channel_, descriptor_);
    if (shownLink_.isEmpty()) {
        return;
    }
    const QString label = tr("Your link for customers");
    abilities_->addField(label, {}, copyable(theme_, label, shownLink_, abilities_));
}

QString ChannelForm::valueIn(const ChannelConfig& channel, const SetupField& setup) {
    return channel.settings.value(setup.key).toString(setup.defaultValue);
}

void ChannelForm::follow(const ChannelConfig& channel) {
    const ChannelConfig before = std::exchange(channel_, channel);
    showLink();
    if (name_->text() == before.name) {
        name_->setText(channel.name);
    }
    for (const Field& field : fields_) {
        const QString now = valueIn(channel, field.setup);
        const bool touched = valueOf(field) != valueIn(before, field.setup);
        if (field.setup.kind == FieldKind::Secret || touched || valueOf(field) == now) {
            continue;
        }
        field.choice ? field.choice->setCurrentText(now) : field.line->setText(now);
    }
}

QString ChannelForm::valueOf(const Field& field) const {
    return field.choice ? field.choice->currentText() : field.line->text().trimmed();
}

ChannelConfig ChannelForm::typedChannel() const {
    ChannelConfig channel = channel_;
    channel.platform = descriptor_.platform;
    channel.name = name_->text().trimmed();
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
    return channel;
}

QMap<QString, Secret> ChannelForm::typedSecrets() const {
    QMap<QString, Secret> secrets;
    for (const Field& field : fields_) {
        if (field.setup.kind == FieldKind::Secret && !valueOf(field).isEmpty()) {
            secrets.insert(field.setup.key, Secret(valueOf(field).toUtf8()));
        }
    }
    return secrets;
}

bool ChannelForm::complete() {
    for (const Field& field : fields_) {
        const QString value = valueOf(field);
        const bool kept = field.setup.kind == FieldKind::Secret && channel_.id.isValid();
        const bool missing = value.isEmpty() && field.setup.required && !kept;
        const QRegularExpression pattern(QRegularExpression::anchoredPattern(field.setup.pattern));
        const bool odd =
            !value.isEmpty() && !field.setup.pattern.isEmpty() && !pattern.match(value).hasMatch();
        if (missing || odd) {
            const QString label = text::fieldLabel(descriptor_.platform, field.setup.key);
            checks_->clear();
            checks_->addFinding(u"warning"_s, Tone::Due, label,
                                missing ? tr("It is still empty.")
                                        : tr("That does not look right. Copy it once more."),
                                {});
            if (field.line) {
                field.line->setFocus();
            }
            return false;
        }
    }
    return true;
}

void ChannelForm::test() {
    if (!complete()) {
        return;
    }
    test_->setEnabled(false);
    checks_->clear();
    checks_->addFinding(u"clock"_s, Tone::Text2,
                        tr("Asking %1…").arg(text::platformName(descriptor_.platform)), {}, {});
    hub_.testChannel(typedChannel(), typedSecrets(), this,
                     [this](const Result<AccountCheck>& answer) {
                         test_->setEnabled(true);
                         showCheck(answer);
                     });
}

void ChannelForm::showCheck(const Result<AccountCheck>& answer) {
    checks_->clear();
    const QString platform = text::platformName(descriptor_.platform);
    if (!answer) {
        checks_->addFinding(u"warning"_s, Tone::Late, tr("%1 does not accept this").arg(platform),
                            text::describe(answer.error()), tr("No"));
        if (!answer.error().detail.isEmpty()) {
            checks_->addText(answer.error().detail, Tone::Text3);
        }
        return;
    }
    checks_->addFinding(u"check"_s, Tone::Ready, tr("%1 answers").arg(platform), {}, tr("Good"));
    checks_->addFinding(u"check"_s, Tone::Ready, tr("The key is good"),
                        answer->name.isEmpty() ? answer->account
                                               : u"%1 (%2)"_s.arg(answer->name, answer->account),
                        tr("Good"));
    for (const QString& warning : answer->warnings) {
        checks_->addFinding(u"warning"_s, Tone::Due, text::describe(warning), {}, tr("Look"));
    }
}

void ChannelForm::save() {
    if (!complete()) {
        return;
    }
    save_->setEnabled(false);
    const ChannelConfig typed = typedChannel();
    hub_.saveChannel(typed, typedSecrets(), this, [this, typed](const Result<ChannelId>& answer) {
        save_->setEnabled(true);
        if (!answer) {
            checks_->clear();
            checks_->addFinding(u"warning"_s, Tone::Error, tr("Not saved"),
                                text::describe(answer.error()), {});
            return;
        }
        if (channel_.id.isValid()) {
            channel_ = typed;
            for (const Field& field : fields_) {
                if (field.setup.kind == FieldKind::Secret) {
                    field.line->clear(); // it is kept now; nobody need find it here
                }
            }
        }
        saySaved();
        Q_EMIT saved(*answer);
    });
}

void ChannelForm::saySaved() {
    checks_->clear();
    checks_->addFinding(u"check"_s, Tone::Ready, tr("Saved"),
                        tr("The channel starts now. Its light is above."), {});
}

void ChannelForm::askRemove() {
    prompt_->ask(tr("Disconnect %1? Its chats and orders stay here.").arg(channel_.name),
                 {{tr("Disconnect"), ButtonKind::Danger}, {tr("Keep it"), ButtonKind::Plain}}, this,
                 [this](int choice) {
                     if (choice != 0) {
                         return;
                     }
                     hub_.removeChannel(channel_.id, this, [this](const Result<>& answer) {
                         if (answer) {
                             Q_EMIT removed(channel_.id);
                         } else {
                             checks_->clear();
                             checks_->addFinding(u"warning"_s, Tone::Error, tr("Not disconnected"),
                                                 text::describe(answer.error()), {});
                         }
                     });
                 });
}

} // namespace comanda::ui
