// When the key of a channel ends, as its platform said last: kept among the channel's facts, shown
// before it happens. Pure.
#pragma once

#include "core/domain/channel.h"

#include <optional>

namespace comanda {

enum class KeyLife {
    Unknown, // nobody has said
    Lasting, // it does not end by itself
    Renewed, // the connector exchanges it in time
    Ending
};

struct KeyEnd {
    KeyLife life = KeyLife::Unknown;
    std::optional<Time> ends; // of Ending, and of Renewed where it is known
    QString mark;             // tells of which key it was said, and nothing else of it

    bool operator==(const KeyEnd&) const = default;
};

void putKeyEnd(QJsonObject& facts, const KeyEnd& end);
[[nodiscard]] KeyEnd keyEndIn(const QJsonObject& facts);
[[nodiscard]] KeyEnd keyEndOf(const ChannelConfig& channel);

// "meta.key_ended", "meta.key_ends_2", "meta.key_ends_7" or "meta.key_ends_14", the days that are
// left at most; empty: it lives longer, or nobody knows.
[[nodiscard]] QString keyWarning(const KeyEnd& end, Time now);
// Whole days that are left, rounded down; below 0: it has ended.
[[nodiscard]] int daysLeft(Time ends, Time now);

} // namespace comanda
