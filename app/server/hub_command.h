// comanda-server hub: channels, outbox and health for several seats, without a window.
#pragma once

#include "app/server/command.h"

namespace comanda::server {

int runHub(const Invocation& invocation);

} // namespace comanda::server
