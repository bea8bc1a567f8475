// What a message says in words where it is of a kind that we cannot show.
#pragma once

#include <QJsonObject>
#include <QString>

namespace comanda::telegram {

// `key`: the member of the message that holds it. A list to tick off may well be an order.
[[nodiscard]] QString wordsOf(const QJsonObject& message, const QString& key);

} // namespace comanda::telegram
