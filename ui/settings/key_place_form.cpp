#include "ui/settings/key_place_form.h"

#include "app/text/words.h"
#include "core/hub/secrets.h"
#include "ui/widgets/button.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace comanda::ui {
namespace {

constexpr int kPassphraseMin = 8;

QString placeWords(hub::KeyPlace place) {
    switch (place) {
    case hub::KeyPlace::Keychain:
        return KeyPlaceForm::tr(
            "The keychain of this machine opens the keys when somebody signs in "
            "to it.");
    case hub::KeyPlace::Passphrase:
        return KeyPlaceForm::tr("A passphrase opens the keys each time Comanda starts.");
    case hub::KeyPlace::KeyFile:
        return KeyPlaceForm::tr("A file that only this account of this machine can read opens the "
                                "keys: whoever can use the account can use the channels.");
    }
    Q_UNREACHABLE();
}

} // namespace

KeyPlaceForm::KeyPlaceForm(const Theme& theme, hub::Hub& hub, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      hub_(hub),
      panel_(new Panel(theme, tr("What opens the keys"), this)),
      outcome_(new Panel(theme, {}, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    column->addWidget(panel_);
    column->addWidget(outcome_);
    outcome_->hide();
    show();
}

QLineEdit* KeyPlaceForm::addSecret(const QString& name, const QString& label, const QString& help) {
    auto* line = new QLineEdit(panel_);
    line->setObjectName(name);
    line->setEchoMode(QLineEdit::Password);
    panel_->addField(label, help, line);
    return line;
}

void KeyPlaceForm::show() {
    panel_->clear();
    const hub::KeyPlace place = hub_.keyPlace();
    const bool passphrase = place == hub::KeyPlace::Passphrase;
    panel_->addText(placeWords(place));
    before_ =
        passphrase ? addSecret(u"passphrase-before"_s, tr("Passphrase as it is now"), {}) : nullptr;
    passphrase_ = addSecret(u"passphrase"_s, tr("New passphrase"),
                            tr("At least eight letters. It is asked each time Comanda starts."));
    auto* change = new Button(theme_, ButtonKind::Plain, u"lock"_s,
                              passphrase ? tr("Change it") : tr("Ask for it"), panel_);
    change->setObjectName(u"change-passphrase"_s);
    change->setEnabled(false);
    connect(passphrase_, &QLineEdit::textChanged, change,
            [change](const QString& typed) { change->setEnabled(typed.size() >= kPassphraseMin); });
    connect(change, &Button::clicked, this, &KeyPlaceForm::change);
    panel_->column()->addWidget(change, 0, Qt::AlignRight);
    panel_->column()->addSpacing(16);
    panel_->addText(tr("With the recovery code the keys can be opened when the machine or the "
                       "passphrase is lost. If nobody knows where it is, make a new one: the old "
                       "one then opens nothing."));
    auto* renew = new Button(theme_, ButtonKind::Plain, u"key"_s, tr("New recovery code"), panel_);
    renew->setObjectName(u"renew-code"_s);
    connect(renew, &Button::clicked, this, &KeyPlaceForm::renew);
    panel_->column()->addWidget(renew, 0, Qt::AlignRight);
}

Secret KeyPlaceForm::before() const {
    return Secret(before_ ? before_->text().toUtf8() : QByteArray());
}

void KeyPlaceForm::change() {
    hub_.moveKey(hub::KeyPlace::Passphrase, Secret(passphrase_->text().toUtf8()), before(), this,
                 [this](const Result<>& moved) {
                     if (!moved) {
                         say(tr("Not changed"), text::describe(moved.error()));
                         return;
                     }
                     show();
                     say(tr("From the next start on the new passphrase is asked"));
                 });
}

void KeyPlaceForm::renew() {
    hub_.renewRecoveryCode(before(), this, [this](const Result<Secret>& code) {
        if (code) {
            showCode(*code);
        } else {
            say(tr("No new code"), text::describe(code.error()));
        }
    });
}

void KeyPlaceForm::showCode(const Secret& code) {
    outcome_->clear();
    outcome_->show();
    outcome_->addText(
        tr("Write this code down and keep it away from this machine. It is shown this "
           "once, and the one before opens nothing any more."));
    auto* shown = new QLineEdit(QString::fromLatin1(code.reveal()), outcome_);
    shown->setObjectName(u"recovery-code"_s);
    shown->setReadOnly(true);
    shown->setFont(theme_.font(TextRole::Strong, Weight::Bold));
    shown->setAlignment(Qt::AlignCenter);
    shown->setMinimumHeight(theme_.px(56));
    outcome_->addField(tr("Recovery code"), {}, shown);
    auto* noted =
        new Button(theme_, ButtonKind::Primary, {}, tr("I have written it down"), outcome_);
    noted->setObjectName(u"code-noted"_s);
    connect(noted, &Button::clicked, this, [this] {
        outcome_->clear();
        outcome_->hide();
    });
    outcome_->column()->addSpacing(8);
    outcome_->column()->addWidget(noted, 0, Qt::AlignRight);
    outcome_->reveal();
}

void KeyPlaceForm::say(const QString& what, const QString& why) {
    outcome_->clear();
    outcome_->show();
    outcome_->addFinding(why.isEmpty() ? u"check"_s : u"warning"_s,
                         why.isEmpty() ? Tone::Ready : Tone::Error, what, why, {});
    outcome_->reveal();
}

} // namespace comanda::ui
