// What the Graph API tells of comments that a webhook may not have brought.
//
//   answer  = { "data": [ post* ] }   of {page}/feed, or  { "data": [ comment* ] }  of a post's
//   post    = { "id", "from": person, "message", "created_time", "comments": { "data": [ comment* ]
//   } } comment = { "id", "from": person, "message", "created_time", "parent": { "id" },
//   "attachment" }
//
// Times are ISO 8601. Whose a comment is and on what is not always said: its id begins with the
// post's.
// https://developers.facebook.com/docs/graph-api/reference/page/feed
#pragma once

#include "core/domain/event.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace comanda::facebook {

// Of a body that is such an answer; nullopt: it is not, so it is a webhook's.
[[nodiscard]] std::optional<QJsonObject> historyIn(const QByteArray& body);

// Every comment and visitor's post, with the same keys as the webhook's, in its order; never empty.
[[nodiscard]] Events readHistory(const QJsonObject& answer, const QString& account);

// A list of the Graph API, or one without its wrapping.
[[nodiscard]] QJsonArray listIn(const QJsonObject& object, const QString& key);
// The id as events have it, with the page before it.
[[nodiscard]] QString postIdIn(const QJsonObject& post, const QString& account);

} // namespace comanda::facebook
