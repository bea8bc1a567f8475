// What a Telegram message says: its text and attachments.
#pragma once

#include "core/domain/event.h"

#include <QJsonObject>

namespace comanda::telegram {

// Fills text, payload and attachments, and the kind where the content decides it (Postback for
// data of a web app). False: a service message, nobody wrote anything; `event` is then Ignored with
// its reason, and for a group that moved with its new address.
bool readContent(const QJsonObject& message, Event& event);

} // namespace comanda::telegram
