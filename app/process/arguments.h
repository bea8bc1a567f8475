// How every program reads its command line.
#pragma once

#include <QStringList>

namespace comanda {

// Each "--name=VALUE" as the two words "--name" and "VALUE", everything else as it is: so that all
// programs take both ways of writing.
[[nodiscard]] QStringList separated(const QStringList& arguments);

} // namespace comanda
