// The part of doctor that asks around: which platforms and which mailbox answer, and which
// certificates are about to end.
#pragma once

#include "app/ctl/findings.h"
#include "core/domain/channel.h"
#include "core/hub/config.h"
#include "core/store/store.h"

namespace comanda::ctl {

void checkCertificates(const hub::Config& config, Findings& findings);
// Runs the program's event loop.
void checkReach(store::Store& store, const QString& dataDir,
                const std::vector<ChannelConfig>& channels, Findings& findings);

} // namespace comanda::ctl
