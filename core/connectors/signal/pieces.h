// Takes apart what comes from the daemon without looking inside: lines, arrays, event streams.
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QString>

#include <vector>

namespace comanda::signal {

struct Piece {
    QJsonValue value; // of a piece that can be read
    QString broken;   // why it cannot
};

// The JSON values of a body, each line for itself, the items of an array for themselves. A value
// over several lines is read where only its first line begins at the margin. Where something cannot
// be read there stands one broken piece, and its neighbours are whole.
[[nodiscard]] std::vector<Piece> pieces(const QByteArray& body);

} // namespace comanda::signal
