// What a command needs to speak for the shop: the keys of this machine, and its mailbox.
#pragma once

#include "core/hub/secrets.h"
#include "core/store/store.h"

#include <QUrl>

namespace comanda::ctl {

// Runs the program's event loop. COMANDA_PASSPHRASE opens what a passphrase guards.
[[nodiscard]] Result<> openKeys(hub::Secrets& secrets);

// Empty: the shop has none. Its token is among the keys.
[[nodiscard]] Result<QUrl> mailboxUrl(store::Store& store);

} // namespace comanda::ctl
