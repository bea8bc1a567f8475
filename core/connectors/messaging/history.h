// What the Conversations API tells of messages that a webhook may not have brought.
//
//   answer       = { "data": [ conversation* ] }
//   conversation = { "id", "updated_time", "participants": list, "messages": { "data": [ message* ]
//   } } message      = { "id", "created_time", "from": person, "to": { "data": [ person* ] },
//   "message",
//                    "attachments": { "data": [ file* ] }, "sticker", "reply_to": { "mid" } }
//   person       = { "id", "name", "username" }
//
// Of the newest 20 messages of a conversation there is all of this, of older ones only the id.
// https://developers.facebook.com/docs/messenger-platform/conversations
#pragma once

#include "core/connectors/messaging/dialect.h"

#include <QJsonArray>
#include <QJsonObject>

namespace comanda::messaging {

// Of a body that is such an answer; nullopt: it is not, so it is a webhook's.
[[nodiscard]] std::optional<QJsonObject> historyIn(const QByteArray& body);

// Every message, with the same keys as the webhook's, in its order; never empty.
[[nodiscard]] Events readHistory(const QJsonObject& answer, const QString& account,
                                 const Dialect& dialect);

// The conversations of an answer with only those messages that were written between the two times
// (what is ours, before `oursUntil`), and nothing besides; empty: there are none.
[[nodiscard]] QJsonArray messagesBetween(const QJsonObject& answer, const QString& account,
                                         Time from, Time oursUntil);

} // namespace comanda::messaging
