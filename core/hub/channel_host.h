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
    Secrets& secrets;
    RemoteMailbox& mailbox;
    const Clock& clock;
};

// In the hub's thread; `secrets` are taken along, because the connector asks from its own.
[[nodiscard]] connect::Host hostFor(const HostParts& parts, const ChannelConfig& channel,
                                    QMap<QString, Secret> secrets, QObject* context);

// Makes the proof of a token where the app secret is not here. Called on the connector's thread.
using Prove = std::function<void(const Secret& token, const connect::Proved& done)>;
// Asks a mailbox, in its own thread, which outlives the connector.
template <typename Mailbox>
[[nodiscard]] Prove proofBy(Mailbox& mailbox, const QString& route) {
    return [&mailbox, route](const Secret& token, const connect::Proved& done) {
        QMetaObject::invokeMethod(
            &mailbox, [&mailbox, token, route, done] { mailbox.proof(token, route, done); },
            Qt::QueuedConnection);
    };
}
// For trying out: takes nothing in and learns nothing. `elsewhere` may be empty.
[[nodiscard]] connect::Host trialHost(const Clock& clock, QMap<QString, Secret> secrets,
                                      const Prove& elsewhere, QObject* context);

} // namespace comanda::hub
