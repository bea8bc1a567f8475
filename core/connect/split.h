// A text that is longer than a platform takes, in pieces.
#pragma once

#include "core/domain/channel.h"

#include <QStringList>

namespace comanda::connect {

// How many of the platform's units a text has.
[[nodiscard]] qsizetype lengthIn(TextUnit unit, QStringView text);

// Pieces of at most `limit` units each, cut behind a line break or a blank where there is one in
// the last half, and never inside a grapheme unless one alone is longer than a whole piece.
[[nodiscard]] QStringList splitText(const QString& text, qsizetype limit, TextUnit unit);

} // namespace comanda::connect
