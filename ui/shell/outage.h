// The one banner sentence that the lights justify: the widest cause, since when, what still works.
#pragma once

#include "core/domain/channel.h"
#include "ui/models/wall_time.h"

namespace comanda::ui {

struct OutageNotice {
    QString sentence, works; // empty sentence: nothing to say
    bool severe = true;

    bool operator==(const OutageNotice&) const = default;
};

[[nodiscard]] OutageNotice outageNotice(const std::vector<ChannelLight>& lights,
                                        const WallTime& wall);

} // namespace comanda::ui
