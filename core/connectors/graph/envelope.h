// The wrapping that all of Meta's webhooks share, taken apart without looking inside.
//
//   body     = { "object": word, "entry": [ entry* ] }
//   entry    = { "id", "time", "changes": [ {"field", "value"}* ] }
//            | { "id", "time", "messaging": [ object* ] }
//            | { "id", "time", "standby": [ object* ] }       another app holds the thread
//            | { "id", "time", "field", "value" }             flat, as Instagram comments may come
//            | { "id", "time", "changed_fields": [ word* ] }  "Include Values" is off
//
// https://developers.facebook.com/docs/graph-api/webhooks/getting-started
// Parts are found by presence, never by the word in "object", and none by its place alone.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace comanda::graph {

enum class PartKind { Change, Messaging, Standby, Broken };

struct Part {
    PartKind kind = PartKind::Broken;
    QString object;                // "page", "instagram", "whatsapp_business_account"; may be empty
    QString entryId;               // the asset: account, page, business account
    std::optional<Time> entryTime; // when the notification was sent, not when the event happened
    QString field;                 // of Change, and of Broken where the value of one is no object
    QJsonObject value;             // of Change the value, of Messaging and Standby the item
    QString reason;                // of Broken, in words

    bool operator==(const Part&) const = default;
};

// Every part of a body, in its order; of a body that is broken in one place the parts that are
// whole, and a Broken one. Fails only when nothing can be read: not JSON, nested too deep, not an
// object. Bytes that are not UTF-8 are replaced by U+FFFD, so that one bad
// character costs no message.
[[nodiscard]] Result<std::vector<Part>> takeApart(const QByteArray& body);

// Why nothing of a body could be read, as the reason of an Ignored event.
[[nodiscard]] QString wordsFor(const Error& error);

} // namespace comanda::graph
