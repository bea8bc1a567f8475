// Telegram's updates as normalised events. Pure: no socket, no clock.
#pragma once

#include "core/connectors/telegram/address.h"
#include "core/connectors/telegram/business.h"
#include "core/connectors/telegram/updates.h"
#include "core/domain/event.h"

namespace comanda::telegram {

// `account`: the bot's id. `known` may be empty: in a business chat, which is always with one
// customer, whoever is not that customer is the business.
[[nodiscard]] Events readUpdates(const Updates& updates, const QString& account,
                                 const BusinessConnections& known = {});
[[nodiscard]] Events read(const QByteArray& body, const QString& account);

} // namespace comanda::telegram
