// The words for when a key ends, for the calendar and the checks.
#pragma once

#include "core/domain/key_end.h"
#include "ui/models/wall_time.h"
#include "ui/theme/tokens.h"

#include <QString>

namespace comanda::ui {

struct KeyWords {
    QString what;   // "Its key ends on 14 May 2027"
    QString detail; // what to do, and who does it
    QString left;   // "12 days"
    Tone tone = Tone::Text2;
};

// Of a channel whose platform's keys may end.
[[nodiscard]] KeyWords wordsFor(const KeyEnd& end, Time now, const WallTime& wall);
// "Ends in 12 days"; empty: there is time.
[[nodiscard]] QString soonEnding(const KeyEnd& end, Time now);

} // namespace comanda::ui
