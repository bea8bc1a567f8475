// What opens the shop's keys on this machine, and changing it: a passphrase, or another one; and
// the recovery code, made anew and shown once.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/hub/hub.h"
#include "ui/settings/panel.h"

#include <QWidget>

class QLineEdit;

namespace comanda::ui {

class KeyPlaceForm final : public QWidget {
    Q_OBJECT
public:
    KeyPlaceForm(const Theme& theme, hub::Hub& hub, QWidget* parent = nullptr);

private:
    void show(); // as it is now
    QLineEdit* addSecret(const QString& name, const QString& label, const QString& help);
    [[nodiscard]] Secret before() const; // what was typed as the present passphrase
    void change();
    void renew();
    void showCode(const Secret& code);
    void say(const QString& what, const QString& why = {}); // `why`: it failed

    const Theme& theme_;
    hub::Hub& hub_;
    Panel* panel_;
    Panel* outcome_;
    QLineEdit* before_ = nullptr; // null: no passphrase opens them
    QLineEdit* passphrase_ = nullptr;
};

} // namespace comanda::ui
