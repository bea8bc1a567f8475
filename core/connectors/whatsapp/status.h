// How far something that we sent has come.
#pragma once

#include "core/connectors/whatsapp/message.h"
#include "core/domain/event.h"

namespace comanda::whatsapp {

// Of statuses[]. The words sent, delivered, read, played (a voice note was heard, so it was read)
// and failed are known; any other is Ignored with its word.
[[nodiscard]] Event readStatus(const QJsonValue& json, const Surroundings& around);

} // namespace comanda::whatsapp
