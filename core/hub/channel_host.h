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

// What needs the app secret where it is not here. Called on the connector's thread; empty: there is
// nobody to ask.
struct Elsewhere {
    std::function<void(const Secret& token, const connect::Proved& done)> prove;
    std::function<void(const Secret& token, const connect::Asked& done)> ask;
};
// Asks a mailbox, in its own thread, which outlives the connector.
template <typename Mailbox>
[[nodiscard]] Elsewhere elsewhereBy(Mailbox& mailbox, const QString& route) {
    return {[&mailbox, route](const Secret& token, const connect::Proved& done) {
                QMetaObject::invokeMethod(
                    &mailbox, [&mailbox, token, route, done] { mailbox.proof(token, route, done); },
                    Qt::QueuedConnection);
            },
            [&mailbox, route](const Secret& token, const connect::Asked& done) {
                QMetaObject::invokeMethod(
                    &mailbox,
                    [&mailbox, token, route, done] { mailbox.askAboutToken(token, route, done); },
                    Qt::QueuedConnection);
            }};
}
// For trying out: takes nothing in and learns nothing.
[[nodiscard]] connect::Host trialHost(const Clock& clock, QMap<QString, Secret> secrets,
                                      const Elsewhere& elsewhere, QObject* context);

} // namespace comanda::hub
