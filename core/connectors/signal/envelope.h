// One envelope as events: what somebody wrote, here or on another device of ours, what happened to
// what we wrote, a call, and the rest.
#pragma once

#include "core/domain/event.h"

#include <QJsonObject>

namespace comanda::signal {

// Does it look like an envelope that came without its wrapping?
[[nodiscard]] bool isEnvelope(const QJsonObject& json);

// At least one event.
[[nodiscard]] Events readEnvelope(const QJsonObject& envelope, const QString& account);

// The daemon could not open it. If the envelope says who and when, that is a message to show:
// somebody wrote. Its key is not that of the message itself, which may still come once the new
// safety number is trusted.
[[nodiscard]] Events readTrouble(const QJsonObject& trouble, const QJsonObject& envelope,
                                 const QString& account);

} // namespace comanda::signal
