// The cart that a customer sends from the catalogue.
#pragma once

#include "core/domain/event.h"

#include <QJsonObject>

namespace comanda::whatsapp {

// `body` is the "order" of a message. A line that cannot be read is shown as such. False: there is
// no line at all.
[[nodiscard]] bool readOrder(const QJsonObject& body, Event& event);

} // namespace comanda::whatsapp
