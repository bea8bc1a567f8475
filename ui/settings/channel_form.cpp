#include "ui/settings/channel_form.h"

#include "app/text/words.h"
#include "core/domain/links.h"
#include "core/hub/desk.h"
#include "ui/settings/copyable.h"
#include "ui/settings/key_words.h"
#include "ui/settings/link_wizard.h"

#include <QHBoxLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace comanda::ui {
namespace {

constexpr int kTwoColumns = 720; // px at 100 %; narrower, what is at the right goes below

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
    if (LinkWizard* wizard = makeWizard()) {
        right->addWidget(wizard);
    }
    right->addWidget(checks_);
    right->addWidget(makeAbilities());
    right->addStretch(1);
    columns_->addLayout(left, 3);
    columns_->addLayout(right, 2);
}

ChannelForm::~ChannelForm() = default;

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
    fields_ = std::make_unique<ChannelFields>(theme_, *panel, descriptor_, channel_, elsewhere());
    addWayIn(panel);
    panel->column()->addSpacing(12);
    panel->column()->addWidget(makeButtons());
    return panel;
}

// How the platform's messages get here: only for those that push.
void ChannelForm::addWayIn(Panel* panel) {
    if (!descriptor_.pushed || !channel_.id.isValid()) {
        return;
    }
    const QString url = hub_.hookUrl(channel_.id);
    if (url.isEmpty()) {
        panel->column()->addSpacing(16);
        panel->addFinding(u"inbox"_s, Tone::Due, tr("How its messages get here"),
                          tr("%1 only delivers to a public address. Set up a mailbox, or a public "
                             "address of this "
                             "machine, under \"Mailbox\".")
                              .arg(text::platformName(descriptor_.platform)),
                          {});
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
    history_ = panel->addText({});
    showHistory();
    showLink();
    return panel;
}

// Of a number that brought its older chats along.
void ChannelForm::showHistory() {
    const QJsonObject facts = channel_.settings.value(u"facts"_s).toObject();
    const QString words = text::historyWords(facts.value(u"history"_s).toString());
    history_->show(words);
    history_->setVisible(!words.isEmpty());
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

void ChannelForm::follow(const ChannelConfig& channel) {
    const ChannelConfig before = std::exchange(channel_, channel);
    showHistory();
    showLink();
    if (name_->text() == before.name) {
        name_->setText(channel.name);
    }
    fields_->follow(before, channel);
}

ChannelFields::Elsewhere ChannelForm::elsewhere() const {
    return {hub_.secretOwners(channel_), hub_.withShared(channel_)};
}

ChannelConfig ChannelForm::typedChannel() const {
    ChannelConfig channel = channel_;
    channel.platform = descriptor_.platform;
    channel.name = name_->text().trimmed();
    fields_->writeInto(channel);
    return channel;
}

bool ChannelForm::complete() {
    const auto problem = fields_->problem();
    if (problem) {
        checks_->clear();
        checks_->addFinding(u"warning"_s, Tone::Due, problem->label,
                            problem->missing ? tr("It is still empty.")
                                             : tr("That does not look right. Copy it once more."),
                            {});
    }
    return !problem;
}

LinkWizard* ChannelForm::makeWizard() {
    if (!descriptor_.links) {
        return nullptr;
    }
    auto* wizard = new LinkWizard(
        theme_, [this] { return hub::Hub::linking(typedChannel()); }, this);
    connect(wizard, &LinkWizard::linked, this, &ChannelForm::linked);
    return wizard;
}

void ChannelForm::linked(const QString& account) {
    if (account.isEmpty()) {
        return;
    }
    const QString before = channel_.account;
    fields_->set(u"number"_s, account);
    test();
    if (!before.isEmpty() && before != account) {
        checks_->addFinding(u"warning"_s, Tone::Due, tr("This is another number"),
                            tr("The channel had %1, this phone has %2. Save only if that is right.")
                                .arg(before, account),
                            {});
    }
}

void ChannelForm::test() {
    if (!complete()) {
        return;
    }
    test_->setEnabled(false);
    checks_->clear();
    checks_->addFinding(u"clock"_s, Tone::Text2,
                        tr("Asking %1…").arg(text::platformName(descriptor_.platform)), {}, {});
    hub_.testChannel(typedChannel(), fields_->secrets(), this,
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
    const bool named = !answer->name.isEmpty() && answer->name != answer->account;
    checks_->addFinding(u"check"_s, Tone::Ready,
                        descriptor_.links ? tr("The number is linked") : tr("The key is good"),
                        named ? u"%1 (%2)"_s.arg(answer->name, answer->account) : answer->account,
                        tr("Good"));
    for (const QString& warning : answer->warnings) {
        showWarning(warning);
    }
    if (descriptor_.keysEnd && keyWarning(keyEndIn(answer->facts), hub_.clock().now()).isEmpty()) {
        const KeyWords words =
            wordsFor(keyEndIn(answer->facts), hub_.clock().now(), WallTime(hub_.desk().shop()));
        checks_->addFinding(u"key"_s, words.tone, words.what, words.detail, {});
    }
}

// What the platform does not push, it may be asked to from here.
void ChannelForm::showWarning(const QString& id) {
    Button* act = nullptr;
    if (id.endsWith(".not_subscribed"_L1) && channel_.id.isValid()) {
        act = new Button(theme_, ButtonKind::Plain, {}, tr("Switch it on"), checks_);
        act->setObjectName(u"subscribe"_s);
        connect(act, &Button::clicked, this, [this, act] { subscribe(act); });
    }
    checks_->addFinding(u"warning"_s, Tone::Due, text::describe(id), {},
                        act ? QString() : tr("Look"), act);
}

void ChannelForm::subscribe(Button* pressed) {
    pressed->setEnabled(false);
    hub_.subscribeChannel(channel_.id, this, [this](const Result<>& done) {
        if (done) {
            test(); // the platform's own word for it
            return;
        }
        checks_->addFinding(u"warning"_s, Tone::Late, tr("It could not be switched on"),
                            text::describe(done.error()), tr("No"));
    });
}

void ChannelForm::save() {
    if (!complete()) {
        return;
    }
    save_->setEnabled(false);
    const ChannelConfig typed = typedChannel();
    hub_.saveChannel(typed, fields_->secrets(), this,
                     [this, typed](const Result<ChannelId>& answer) {
                         save_->setEnabled(true);
                         if (!answer) {
                             checks_->clear();
                             checks_->addFinding(u"warning"_s, Tone::Error, tr("Not saved"),
                                                 text::describe(answer.error()), {});
                             return;
                         }
                         if (channel_.id.isValid()) {
                             channel_ = typed;
                             fields_->forgetSecrets(elsewhere());
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
