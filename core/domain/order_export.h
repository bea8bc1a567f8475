// Orders as comanda-orders/1, an outside contract: JSON (one object an order) and CSV (one row a
// line item, the order's columns repeated).
#pragma once

#include "core/domain/order.h"

#include <QByteArray>
#include <QJsonObject>

#include <vector>

namespace comanda {

struct ExportedOrder {
    Order order;
    QString account; // the platform's id of the account it came through
};

[[nodiscard]] QJsonObject exportJson(const ExportedOrder& order);
// RFC 4180, UTF-8, CRLF, with a head line. Cells that a spreadsheet would run as a formula are
// prefixed with an apostrophe.
[[nodiscard]] QByteArray exportCsv(const std::vector<ExportedOrder>& orders);

} // namespace comanda
