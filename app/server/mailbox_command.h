// comanda-server mailbox: receives webhooks on a public address until a hub collects them.
#pragma once

#include "app/server/command.h"

namespace comanda::server {

int runMailbox(const Invocation& invocation);

// Makes what a new mailbox needs: a path nobody can guess, and tokens in files that only their
// owner may read. Prints the settings that use them.
int makeMailboxKeys(const Invocation& invocation);

} // namespace comanda::server
