// comandactl channels test [ID]
#pragma once

#include "app/ctl/command.h"

namespace comanda::ctl {

// Opens the keys of this machine and asks each platform who we are.
int testChannels(const Invocation& invocation);

} // namespace comanda::ctl
