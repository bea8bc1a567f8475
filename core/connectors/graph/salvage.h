// What is whole of a webhook's body that cannot be read as a whole.
#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace comanda::graph {

struct Salvage {
    QJsonObject body;  // as the sender meant it; null stands for an item that cannot be read
    int whole = 0;     // messages, statuses and the like that can be read
    bool lost = false; // something is missing for which no null stands
};

// Takes the text apart along the lists of the envelope and of a change's value, in one walk a
// level, so that an item which is broken or nested too deep, or a cut at the end, takes none of
// its neighbours along.
[[nodiscard]] Salvage salvage(const QByteArray& text);

} // namespace comanda::graph
