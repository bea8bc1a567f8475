// The first window of a machine that cannot open the shop's keys by itself: where to keep them, the
// passphrase or the recovery code, and the recovery code of a new shop, shown once. Or why the shop
// stays closed.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/hub/secrets.h"
#include "ui/settings/panel.h"
#include "ui/widgets/button.h"

class QLineEdit;

namespace comanda::ui {

class UnlockPage final : public QWidget {
    Q_OBJECT
public:
    explicit UnlockPage(const Theme& theme, QWidget* parent = nullptr);

    void askPlace();                        // a new shop, and no keychain answers
    void askPassphrase(const QString& why); // or the recovery code
    void showRecoveryCode(const Secret& code);
    void complain(const Error& error);
    void refuse(const QString& why,
                const QString& detail); // nothing can be opened: the only way is out

Q_SIGNALS:
    void closed(); // by the person
    void placeChosen(comanda::hub::KeyPlace place, const comanda::Secret& passphrase);
    void passphraseGiven(const comanda::Secret& passphrase);
    void recoveryCodeGiven(const comanda::Secret& code);
    void recoveryCodeNoted();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    Button* addButton(ButtonKind kind, const QString& words);
    QLineEdit* addSecret(const QString& label, const QString& help);

    const Theme& theme_;
    Panel* panel_;
    PlainLabel* trouble_ = nullptr;
    bool codeShown_ = false; // and not yet written down
};

} // namespace comanda::ui
