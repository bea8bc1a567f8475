// The addresses that platforms push to. All channels of one app share one, and what comes there may
// be for any of them.
#pragma once

#include "core/hub/roster.h"
#include "core/hub/secrets.h"
#include "core/mailbox/receiver.h"

namespace comanda::hub {

// Whose connector reads it: of the channels that are switched on the one whose account is in it,
// else one whose platform is, else any; nullopt: nobody has that route. A connector reads the
// others' parts too, and the intake brings each event to its owner.
[[nodiscard]] std::optional<ChannelConfig> readerOf(const Roster& roster, const QString& route,
                                                    const QByteArray& body);

// A new channel joins the address of its platform's family; empty: there is none yet.
[[nodiscard]] QString familyRoute(const ChannelConfig& channel,
                                  const std::vector<ChannelConfig>& known);

// With what belongs to the app filled in, where it is not its own, from a channel which shares its
// address.
[[nodiscard]] ChannelConfig withShared(ChannelConfig channel,
                                       const std::vector<ChannelConfig>& channels);

// Whose secrets a channel uses, by SetupField key: its own, or those of the app. A key that nobody
// has is not in it.
[[nodiscard]] QMap<QString, ChannelId> secretOwners(const ChannelConfig& channel,
                                                    const std::vector<ChannelConfig>& channels,
                                                    const Secrets& secrets);

// The secrets of a channel as they are now, by SetupField key; what belongs to the app, and is not
// its own, is that of a channel which shares its address.
[[nodiscard]] QMap<QString, Secret> secretsOf(const ChannelConfig& channel,
                                              const std::vector<ChannelConfig>& channels,
                                              const Secrets& secrets);

// One for each address of the channels that are switched on, with the tokens and secrets of all.
[[nodiscard]] std::vector<mailbox::Route> receiverRoutes(const std::vector<ChannelConfig>& channels,
                                                         const Secrets& secrets);

} // namespace comanda::hub
