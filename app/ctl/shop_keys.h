// What a command needs to speak for the shop: the keys of this machine, and its mailbox.
#pragma once

#include "core/base/secret.h"
#include "core/hub/secrets.h"
#include "core/store/store.h"

#include <QUrl>

namespace comanda::ctl {

// Runs the program's event loop. COMANDA_PASSPHRASE opens what a passphrase guards.
[[nodiscard]] Result<> openKeys(hub::Secrets& secrets);

struct MailboxAddress {
    QUrl url; // empty: the shop has none
    Secret token;
};
[[nodiscard]] Result<MailboxAddress> mailboxAddress(store::Store& store,
                                                    const hub::Secrets& secrets);

} // namespace comanda::ctl
