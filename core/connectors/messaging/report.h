// What is told about messages that are there already: edits, reactions, receipts; and about the
// conversation itself.
#pragma once

#include "core/connectors/messaging/item.h"

namespace comanda::messaging {

// Each takes the member of the item that has its name.
[[nodiscard]] Events readEdit(const QJsonObject& edit, const Item& item);
[[nodiscard]] Events readReaction(const QJsonObject& reaction, const Item& item);
[[nodiscard]] Events readDelivery(const QJsonObject& delivery, const Item& item);
[[nodiscard]] Events readRead(const QJsonObject& read, const Item& item);

// Something about the conversation or account that shows nothing; nullopt: no such member is known.
[[nodiscard]] std::optional<Event> readNotice(const QString& member, const QJsonObject& body,
                                              const Item& item);

} // namespace comanda::messaging
