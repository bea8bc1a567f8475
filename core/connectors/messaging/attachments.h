// What hangs on a message.
#pragma once

#include "core/domain/event.h"

#include <QJsonObject>

#include <vector>

namespace comanda::messaging {

// Every attachment of a message, in its order. One that is not known, or that says nothing, becomes
// one of type Unsupported with the platform's word for it.
[[nodiscard]] std::vector<Attachment> attachmentsOf(const QJsonObject& message);

} // namespace comanda::messaging
