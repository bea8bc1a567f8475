// The cart that a customer sends from the catalogue.
#pragma once

#include "core/domain/event.h"

#include <QJsonObject>
#include <QJsonValue>

namespace comanda::whatsapp {

// `body` is the "order" of a message. A line whose article or quantity cannot be read becomes an
// Unsupported attachment that names it: it is shown, and nothing is invented. False: there is no
// line at all.
[[nodiscard]] bool readOrder(const QJsonObject& body, Event& event);

// The amount of one unit as decimal text in major units ("7.99"), from a JSON number or text;
// empty: not given, negative or no number. JSON's reader holds 7.99 as the nearest binary number;
// the shortest decimal text that names that number is the one that was written, for as many as 15
// significant digits.
[[nodiscard]] QString decimalText(const QJsonValue& value);

} // namespace comanda::whatsapp
