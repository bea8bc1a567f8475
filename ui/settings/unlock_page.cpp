#include "ui/settings/unlock_page.h"

#include "app/text/words.h"
#include "ui/widgets/focus_ring.h"

#include <QCloseEvent>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace comanda::ui {
namespace {
constexpr int kPassphraseMin = 8;
}

UnlockPage::UnlockPage(const Theme& theme, QWidget* parent)
    : QWidget(parent), theme_(theme), panel_(new Panel(theme, u"Comanda"_s)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(scrolling(theme, panel_, 560, true));
    setWindowTitle(u"Comanda"_s);
    resize(640, 520);
    new FocusRing(theme, this);
}

Button* UnlockPage::addButton(ButtonKind kind, const QString& words) {
    auto* button = new Button(theme_, kind, {}, words, panel_);
    panel_->column()->addSpacing(8);
    panel_->column()->addWidget(button);
    return button;
}

QLineEdit* UnlockPage::addSecret(const QString& label, const QString& help) {
    auto* line = new QLineEdit(panel_);
    line->setEchoMode(QLineEdit::Password);
    panel_->addField(label, help, line);
    line->show(); // what is not shown yet takes no focus
    line->setFocus();
    return line;
}

void UnlockPage::askPlace() {
    panel_->clear();
    panel_->addText(tr("The keys of your channels are kept encrypted. This machine has no keychain "
                       "that answers, so "
                       "choose where the key that opens them is kept."));
    auto* line = addSecret(tr("A passphrase"),
                           tr("At least eight letters. It is asked each time Comanda starts."));
    auto* keep = addButton(ButtonKind::Primary, tr("Use the passphrase"));
    keep->setEnabled(false);
    connect(line, &QLineEdit::textChanged, keep,
            [keep](const QString& typed) { keep->setEnabled(typed.size() >= kPassphraseMin); });
    connect(keep, &Button::clicked, this, [this, line] {
        Q_EMIT placeChosen(hub::KeyPlace::Passphrase, Secret(line->text().toUtf8()));
    });
    connect(line, &QLineEdit::returnPressed, keep, &Button::click);
    panel_->column()->addSpacing(16);
    panel_->addText(tr("Or without a passphrase: the key lies in a file that only this account of "
                       "this machine can read. "
                       "Whoever can use this account can then use the channels."));
    auto* file = addButton(ButtonKind::Plain, tr("Use a key file"));
    connect(file, &Button::clicked, this,
            [this] { Q_EMIT placeChosen(hub::KeyPlace::KeyFile, Secret()); });
    trouble_ = panel_->addText({}, Tone::Error);
}

void UnlockPage::askPassphrase(const QString& why) {
    panel_->clear();
    panel_->addText(why);
    auto* line = addSecret(tr("Passphrase"), {});
    auto* open = addButton(ButtonKind::Primary, tr("Open"));
    connect(open, &Button::clicked, this,
            [this, line] { Q_EMIT passphraseGiven(Secret(line->text().toUtf8())); });
    connect(line, &QLineEdit::returnPressed, open, &Button::click);
    panel_->column()->addSpacing(16);
    auto* code = addSecret(tr("Or the recovery code"),
                           tr("The eight groups of four that were printed at the start."));
    code->setEchoMode(QLineEdit::Normal);
    auto* recover = addButton(ButtonKind::Plain, tr("Open with the code"));
    connect(recover, &Button::clicked, this,
            [this, code] { Q_EMIT recoveryCodeGiven(Secret(code->text().toUtf8())); });
    connect(code, &QLineEdit::returnPressed, recover, &Button::click);
    trouble_ = panel_->addText({}, Tone::Error);
    line->setFocus();
}

void UnlockPage::showRecoveryCode(const Secret& code) {
    panel_->clear();
    panel_->addText(tr("Write this code down and keep it away from this machine. With it the keys "
                       "can be opened when the "
                       "machine, its keychain or the passphrase is lost. It is shown this once."));
    auto* shown = new QLineEdit(QString::fromLatin1(code.reveal()), panel_);
    shown->setReadOnly(true);
    shown->setFont(theme_.font(TextRole::Strong, Weight::Bold));
    shown->setAlignment(Qt::AlignCenter);
    shown->setMinimumHeight(theme_.px(56));
    panel_->addField(tr("Recovery code"), {}, shown);
    auto* noted = addButton(ButtonKind::Primary, tr("I have written it down"));
    codeShown_ = true;
    connect(noted, &Button::clicked, this, [this] {
        codeShown_ = false;
        Q_EMIT recoveryCodeNoted();
    });
    trouble_ = panel_->addText({}, Tone::Error);
    noted->show(); // what is not shown yet takes no focus
    noted->setFocus();
}

// The code is never shown again: the window does not go away by accident.
void UnlockPage::closeEvent(QCloseEvent* event) {
    if (codeShown_) {
        trouble_->show(tr("Write the code down first: it is not shown again."));
        event->ignore();
        return;
    }
    Q_EMIT closed();
    QWidget::closeEvent(event);
}

void UnlockPage::refuse(const QString& why, const QString& detail) {
    panel_->clear();
    trouble_ = nullptr;
    codeShown_ = false;
    panel_->addFinding(u"warning"_s, Tone::Error, tr("Comanda cannot start"), why, {});
    if (!detail.isEmpty()) {
        panel_->addText(detail, Tone::Text3);
    }
    auto* close = addButton(ButtonKind::Primary, tr("Close"));
    close->setObjectName(u"close"_s);
    connect(close, &Button::clicked, this, &QWidget::close);
    close->setFocus();
}

void UnlockPage::complain(const Error& error) {
    if (trouble_) {
        trouble_->show(text::describe(error));
    }
    if (auto* typed = qobject_cast<QLineEdit*>(focusWidget())) {
        typed->selectAll(); // the next try takes its place
    }
}

} // namespace comanda::ui
