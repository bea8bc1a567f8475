#include "ui/settings/link_wizard.h"

#include "app/text/words.h"
#include "ui/settings/copyable.h"
#include "ui/widgets/qr_code.h"

#include <QDateTime>
#include <QLineEdit>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace comanda::ui {

LinkWizard::LinkWizard(const Theme& theme, Make make, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      make_(std::move(make)),
      panel_(new Panel(theme, tr("Link with the phone"), this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(panel_);
    second_.setInterval(1000);
    connect(&second_, &QTimer::timeout, this, &LinkWizard::tellRest);
    showStart(tr("Show code"));
}

Button* LinkWizard::addButton(const QString& name, ButtonKind kind, const QString& words) {
    auto* button = new Button(theme_, kind, {}, words, panel_);
    button->setObjectName(name);
    panel_->column()->addSpacing(8);
    panel_->column()->addWidget(button, 0, Qt::AlignLeft);
    return button;
}

void LinkWizard::showStart(const QString& words) {
    if (panel_->column()->count() < 3) {
        panel_->addText(
            tr("For a signal-cli that is not linked yet. You need the shop's phone with "
               "Signal in your hand."));
    }
    connect(addButton(u"link-start"_s, ButtonKind::Secondary, words), &Button::clicked, this,
            &LinkWizard::start);
}

void LinkWizard::start() {
    stop();
    linking_ = make_();
    if (!linking_) {
        return;
    }
    connect(linking_.get(), &connect::Linking::offered, this, &LinkWizard::showCode);
    connect(linking_.get(), &connect::Linking::riddleAsked, this, &LinkWizard::showRiddle);
    connect(linking_.get(), &connect::Linking::linked, this, &LinkWizard::showEnd);
    connect(linking_.get(), &connect::Linking::failed, this, &LinkWizard::showTrouble);
    showAsking();
    linking_->start();
}

// It may be what is calling us.
void LinkWizard::stop() {
    second_.stop();
    rest_ = nullptr;
    if (connect::Linking* linking = linking_.release()) {
        linking->disconnect(this);
        linking->deleteLater();
    }
}

void LinkWizard::showAsking() {
    panel_->clear();
    panel_->addFinding(u"clock"_s, Tone::Text2, tr("Asking signal-cli for a code…"), {}, {});
    connect(addButton(u"link-stop"_s, ButtonKind::Plain, tr("Cancel")), &Button::clicked, this,
            [this] {
                stop();
                panel_->clear();
                showStart(tr("Show code"));
            });
}

void LinkWizard::showCode(const QString& code, Millis lasts) {
    panel_->clear();
    panel_->addText(tr("1. On the shop's phone open Signal, Settings, Linked devices."),
                    Tone::Text1);
    panel_->addText(tr("2. Touch \"Link a new device\" and point the camera at this code."),
                    Tone::Text1);
    panel_->addText(tr("3. Confirm on the phone, and wait until it says so here."), Tone::Text1);
    auto* picture = new QrCode(theme_, panel_);
    picture->setObjectName(u"link-code"_s);
    picture->setSide(280);
    picture->show(code, tr("Code to scan with the shop's phone"));
    panel_->column()->addSpacing(8);
    panel_->column()->addWidget(picture, 0, Qt::AlignLeft);
    rest_ = panel_->addText({});
    until_ = QDeadlineTimer(lasts);
    tellRest();
    second_.start();
    panel_->addText(tr("It is for the shop's phone alone: show it to nobody else."), Tone::Text3);
    connect(addButton(u"link-stop"_s, ButtonKind::Plain, tr("Cancel")), &Button::clicked, this,
            [this] {
                stop();
                panel_->clear();
                showStart(tr("Show code"));
            });
    panel_->reveal();
}

void LinkWizard::tellRest() {
    if (rest_) {
        const qint64 seconds = std::max<qint64>(0, (until_.remainingTime() + 999) / 1000);
        rest_->show(tr("The code is good for %1:%2 more.")
                        .arg(seconds / 60)
                        .arg(seconds % 60, 2, 10, QLatin1Char('0')));
    }
}

void LinkWizard::showRiddle(const QString& address, const Error& why) {
    second_.stop();
    rest_ = nullptr;
    panel_->clear();
    panel_->addFinding(u"warning"_s, Tone::Due, tr("Signal wants to see a person"),
                       text::describe(why), {});
    const QString where = tr("Open this page in a browser");
    panel_->addField(where,
                     tr("Solve the riddle. Then copy the address of the button \"Open "
                        "Signal\": it begins with signalcaptcha."),
                     copyable(theme_, where, address, panel_));
    auto* solution = new QLineEdit(panel_);
    solution->setObjectName(u"link-riddle"_s);
    solution->setMaxLength(8000);
    panel_->addField(tr("The copied address"), {}, solution);
    auto* answer = addButton(u"link-answer"_s, ButtonKind::Secondary, tr("Go on"));
    const auto go = [this, solution] {
        const QString words = solution->text().trimmed();
        if (!words.isEmpty() && linking_) {
            showAsking();
            linking_->answerRiddle(words);
        }
    };
    connect(answer, &Button::clicked, this, go);
    connect(solution, &QLineEdit::returnPressed, this, go);
    solution->show(); // what is not shown yet takes no focus
    solution->setFocus();
    panel_->reveal();
}

void LinkWizard::showEnd(const QString& account) {
    stop();
    panel_->clear();
    panel_->addFinding(u"check"_s, Tone::Ready,
                       account.isEmpty() ? tr("The phone has linked us")
                                         : tr("Linked with %1").arg(account),
                       account.isEmpty() ? tr("Type its number at the left, and press Save.")
                                         : tr("Now press Save."),
                       tr("Good"));
    showStart(tr("Link another phone"));
    Q_EMIT linked(account);
}

void LinkWizard::showTrouble(const Error& error) {
    stop();
    panel_->clear();
    QString words = text::describe(error);
    if (error.retryAfter) {
        const QDateTime again = QDateTime::currentDateTime().addMSecs(error.retryAfter->count());
        words += u' ' + tr("Not before %1.").arg(QLocale().toString(again, QLocale::ShortFormat));
    }
    panel_->addFinding(u"warning"_s, Tone::Late, tr("Not linked"), words, {});
    if (!error.detail.isEmpty()) {
        panel_->addText(error.detail, Tone::Text3);
    }
    showStart(tr("Show a new code"));
    panel_->reveal();
}

} // namespace comanda::ui
