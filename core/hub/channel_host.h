// Makes what a connector is given: the way in, its secrets, and the proof that Meta's calls need.
#pragma once

#include "core/connect/supervisor.h"
#include "core/hub/intake.h"
#include "core/hub/remote_mailbox.h"
#include "core/hub/roster.h"
#include "core/hub/secrets.h"
#include "core/store/store.h"

namespace comanda::hub {

struct HostParts {
    store::Store& store;
    Intake& intake;
    Roster& roster;
    const Secrets& secrets;
    RemoteMailbox& mailbox;
    const Clock& clock;
};

// The secrets of a channel as they are now, by SetupField key.
[[nodiscard]] QMap<QString, Secret> secretsOf(const ChannelConfig& channel, const Secrets& secrets);

// In the hub's thread; `secrets` are taken along, because the connector asks from its own.
[[nodiscard]] connect::Host hostFor(const HostParts& parts, const ChannelConfig& channel,
                                    QMap<QString, Secret> secrets, QObject* context);
// For trying out: takes nothing in and learns nothing.
[[nodiscard]] connect::Host trialHostFor(const HostParts& parts, const ChannelConfig& channel,
                                         QMap<QString, Secret> secrets, QObject* context);

} // namespace comanda::hub
