// Telegram Business: the bot answers for the shop's own account. Pure.
#pragma once

#include "core/connectors/telegram/updates.h"
#include "core/domain/event.h"

#include <QMap>
#include <QStringList>

namespace comanda::telegram {

// The shop's own account lets the bot read and answer its chats, as far as the rights go. What is
// not said is not allowed.
struct BusinessConnection {
    QString id, userId, userName; // the user: the shop's own account
    bool enabled = false;
    bool canReply = false;
    bool canRead = false;   // mark as read
    bool canDelete = false; // what the bot sent

    bool operator==(const BusinessConnection&) const = default;
    [[nodiscard]] bool mayAnswer() const { return enabled && canReply; }
};
using BusinessConnections = QMap<QString, BusinessConnection>; // by id

[[nodiscard]] std::optional<BusinessConnection> businessConnectionFrom(const QJsonObject& object);
// Those that were made, changed or ended.
[[nodiscard]] std::vector<BusinessConnection> businessConnections(const Updates& updates);
// Every connection that the updates name.
[[nodiscard]] QStringList connectionIds(const Updates& updates);
// Whether we may answer in all the chats of this connection. `key`: the event's.
[[nodiscard]] Event businessEvent(const BusinessConnection& connection, const QString& account,
                                  const QString& key);

} // namespace comanda::telegram
