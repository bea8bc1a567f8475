#include "ui/settings/mailbox_form.h"

#include "app/text/words.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace comanda::ui {

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
    url_->setPlaceholderText(u"https://buzon.example.com"_s);
    panel->addField(tr("Address"), tr("Empty: no mailbox is used."), url_);
    token_->setObjectName(u"mailbox-token"_s);
    token_->setEchoMode(QLineEdit::Password);
    panel->addField(tr("Its key for this shop"),
                    tr("The line that comanda-server mailbox --new-keys printed to a file."),
                    token_);
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
    hub_.readMailbox(this, [this](const Result<hub::MailboxSettings>& answer) {
        if (answer) {
            show(*answer);
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
    const QUrl url = QUrl::fromUserInput(url_->text().trimmed());
    const Secret token(token_->text().trimmed().toUtf8());
    outcome_->clear();
    outcome_->show();
    hub_.saveMailbox(url_->text().trimmed().isEmpty() ? QUrl() : url, token, this,
                     [this](const Result<>& answer) {
                         outcome_->clear();
                         token_->clear();
                         if (answer) {
                             outcome_->addFinding(u"check"_s, Tone::Ready, tr("Saved"), {}, {});
                         } else {
                             outcome_->addFinding(u"warning"_s, Tone::Error, tr("Not saved"),
                                                  text::describe(answer.error()), {});
                         }
                     });
}

} // namespace comanda::ui
