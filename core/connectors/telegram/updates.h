// The envelope of what Telegram sends: one Update, or the answer to getUpdates.
//
//   body    = Update | '{"ok":true,"result":[' Update* ']}' | '[' Update* ']'
//   Update  = '{"update_id":' int ',' one member named after its kind '}'
//   https://core.telegram.org/bots/api#update
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>
#include <vector>

namespace comanda::telegram {

struct Update {
    std::optional<qint64> id;
    QJsonObject content; // without meaning when `broken` says something
    QString broken;      // why it cannot be read; empty: it can
};

struct Updates {
    std::vector<Update> all;
    QString broken; // of the envelope: what comes after the updates cannot be read; empty: nothing
};

// A body that is broken or nested too deeply is taken apart update by update, so that one bad
// update, or a cut at the end, takes none of its neighbours along.
[[nodiscard]] Updates splitUpdates(const QByteArray& body);

// An id that must be a whole number, as text with all its digits; empty if it is none.
[[nodiscard]] QString numberText(const QJsonValue& value);

// Of a User or a Chat.
[[nodiscard]] QString personName(const QJsonObject& person);

// The offset that confirms all of these; nullopt when none has an id.
[[nodiscard]] std::optional<qint64> nextOffset(const Updates& updates);

} // namespace comanda::telegram
