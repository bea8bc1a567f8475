#include "ui/settings/mailbox_form.h"

#include "app/text/words.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace comanda::ui {
namespace {

const QString kExample = u"https://buzon.example.com"_s;

// What was typed, as an address; without a scheme it is a safe one. Nothing: it is none.
std::optional<QUrl> addressIn(const QString& typed) {
    QUrl url(typed.contains("://"_L1) ? typed : u"https://"_s + typed, QUrl::StrictMode);
    const bool web = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    // A key in the address would stand in the open, here and in the settings.
    const bool good = url.isValid() && web && !url.host().isEmpty() && url.userInfo().isEmpty();
    return good ? std::optional(url) : std::nullopt;
}

} // namespace

MailboxForm::MailboxForm(const Theme& theme, hub::Hub& hub, QWidget* parent)
    : QWidget(parent),
      hub_(hub),
      url_(new QLineEdit(this)),
      token_(new QLineEdit(this)),
      key_(new QLineEdit(this)),
      outcome_(new Panel(theme, {}, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    auto* panel = new Panel(theme, tr("Mailbox"), this);
    panel->addText(tr("WhatsApp only delivers to a public address. The mailbox is a small program, "
                      "comanda-server "
                      "mailbox, on any host that has one: it keeps messages sealed until this "
                      "machine collects them."));
    url_->setObjectName(u"mailbox-url"_s);
    url_->setPlaceholderText(kExample);
    panel->addField(tr("Address"), tr("Empty: no mailbox is used."), url_);
    token_->setObjectName(u"mailbox-token"_s);
    token_->setEchoMode(QLineEdit::Password);
    panel->addField(tr("Its key for this shop"),
                    tr("The line that comanda-server mailbox --new-keys printed to a file."),
                    token_);
    key_->setObjectName(u"mailbox-key"_s);
    key_->setReadOnly(true);
    panel->addField(tr("Key of this shop, for the mailbox's settings"),
                    tr("Not a secret: what is sealed with it, only this shop can open."), key_);
    auto* save = new Button(theme, ButtonKind::Primary, u"check"_s, tr("Save"), this);
    save->setObjectName(u"save-mailbox"_s);
    connect(save, &Button::clicked, this, &MailboxForm::save);
    column->addWidget(panel);
    column->addWidget(outcome_);
    column->addWidget(save, 0, Qt::AlignRight);
    outcome_->hide();
    read();
}

void MailboxForm::read() {
    hub_.readMailbox(this, [this](const Result<hub::MailboxSettings>& answer) {
        if (answer) {
            show(*answer);
        } else {
            complain(tr("That did not work"), text::describe(answer.error()));
        }
    });
}

void MailboxForm::show(const hub::MailboxSettings& settings) {
    url_->setText(settings.url.toString());
    key_->setText(QString::fromLatin1(settings.publicKey.toBase64()));
    token_->setPlaceholderText(settings.hasToken ? tr("Kept. Type here only to replace it.")
                                                 : QString());
}

void MailboxForm::save() {
    const QString typed = url_->text().trimmed();
    const std::optional<QUrl> url = typed.isEmpty() ? QUrl() : addressIn(typed);
    if (!url) {
        complain(tr("Not saved"),
                 tr("That is not the address of a mailbox. It looks like %1").arg(kExample));
        url_->setFocus();
        return;
    }
    hub_.saveMailbox(*url, Secret(token_->text().trimmed().toUtf8()), this,
                     [this](const Result<>& answer) { say(answer); });
}

void MailboxForm::say(const Result<>& outcome) {
    if (!outcome) { // what was typed stays for another try
        complain(tr("Not saved"), text::describe(outcome.error()));
        return;
    }
    token_->clear();
    outcome_->clear();
    outcome_->show();
    outcome_->addFinding(u"check"_s, Tone::Ready, tr("Saved"), {}, {});
    outcome_->reveal();
    read();
}

void MailboxForm::complain(const QString& what, const QString& why) {
    outcome_->clear();
    outcome_->show();
    outcome_->addFinding(u"warning"_s, Tone::Error, what, why, {});
    outcome_->reveal();
}

} // namespace comanda::ui
