// Where pushed messages come from: a mailbox on a public host, with its key; and the key of this
// shop that the mailbox seals to.
#pragma once

#include "core/hub/hub.h"
#include "ui/settings/panel.h"
#include "ui/widgets/button.h"

class QLineEdit;

namespace comanda::ui {

class MailboxForm final : public QWidget {
    Q_OBJECT
public:
    MailboxForm(const Theme& theme, hub::Hub& hub, QWidget* parent = nullptr);

    void save();

private:
    void read();
    void say(const Result<>& outcome);
    void complain(const QString& what, const QString& why);
    void show(const hub::MailboxSettings& settings);

    hub::Hub& hub_;
    QLineEdit* url_;
    QLineEdit* token_;
    QLineEdit* key_;
    Panel* outcome_;
};

} // namespace comanda::ui
