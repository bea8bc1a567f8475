// The lines of a cart, which Meta's platforms word each in its own way.
#pragma once

#include "core/domain/event.h"

#include <QJsonValue>

namespace comanda::graph {

struct CartLine {
    QString sku;         // the catalogue's retailer id
    QString name;        // as the platform gives it
    QJsonValue quantity; // number or text
    QJsonValue price;    // of one unit, number or text
    QString currency;
};

// A line whose article or quantity cannot be read becomes an Unsupported attachment that names it:
// it is shown, and nothing is invented.
void addLine(const CartLine& line, Event& event);

// The amount of one unit as decimal text in major units ("7.99"), from a JSON number or text;
// empty: not given, negative or no number. JSON's reader holds 7.99 as the nearest binary number;
// the shortest decimal text that names that number is the one that was written, for as many as 15
// significant digits.
[[nodiscard]] QString decimalText(const QJsonValue& value);

} // namespace comanda::graph
