// Telegram's updates as normalised events. Pure: no socket, no clock.
#pragma once

#include "core/connectors/telegram/updates.h"
#include "core/domain/event.h"

#include <QMap>

namespace comanda::telegram {

// Business connection id -> the user id of the shop's own account behind it.
using Owners = QMap<QString, QString>;

// `account`: the bot's id. `owners` may be empty: in a business chat, which is always with one
// customer, whoever is not that customer is the business.
[[nodiscard]] Events readUpdates(const Updates& updates, const QString& account,
                                 const Owners& owners = {});
[[nodiscard]] Events read(const QByteArray& body, const QString& account);

// A business connection that was made, changed or ended.
struct BusinessConnection {
    QString id, userId, userName;
    bool enabled = false;
    bool canReply = false;

    bool operator==(const BusinessConnection&) const = default;
};
[[nodiscard]] std::vector<BusinessConnection> businessConnections(const Updates& updates);

// "<business connection>:<chat>" or "<chat>".
struct Address {
    QString business; // empty: the bot's own chat
    QString chat;

    bool operator==(const Address&) const = default;
};
[[nodiscard]] QString conversationKey(const Address& address);
// nullopt when the chat is no number.
[[nodiscard]] std::optional<Address> addressFrom(const QString& conversationKey);

} // namespace comanda::telegram
