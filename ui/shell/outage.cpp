#include "ui/shell/outage.h"

#include "app/text/words.h"
#include "core/base/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace comanda::ui {

namespace {

QString named(const std::vector<const ChannelLight*>& lights) {
    QStringList names;
    for (const ChannelLight* light : lights) {
        names << displayLine(light->name, 40);
    }
    return QLocale().createSeparatedList(names);
}

using Seen = std::vector<const ChannelLight*>;

Seen withLamp(const std::vector<ChannelLight>& lights, Lamp lamp) {
    Seen found;
    for (const ChannelLight& light : lights) {
        if (light.lamp == lamp) {
            found.push_back(&light);
        }
    }
    return found;
}

// The owner whose channels, more than one, are all down while nobody else's are.
std::optional<OwnerFamily> wholeFamily(const std::vector<ChannelLight>& lights, const Seen& down) {
    const OwnerFamily family = familyOf(down.front()->platform);
    const auto inFamily = [family](const ChannelLight& light) {
        return familyOf(light.platform) == family;
    };
    const auto members = std::count_if(lights.begin(), lights.end(), inFamily);
    const bool whole = static_cast<std::size_t>(members) == down.size()
                       && std::all_of(down.begin(), down.end(),
                                      [&](const ChannelLight* light) { return inFamily(*light); });
    return whole && down.size() > 1 ? std::optional(family) : std::nullopt;
}

std::optional<Time> earliest(const Seen& lights) {
    std::optional<Time> since;
    for (const ChannelLight* light : lights) {
        if (light->since && (!since || *light->since < *since)) {
            since = light->since;
        }
    }
    return since;
}

} // namespace

OutageNotice outageNotice(const std::vector<ChannelLight>& lights, const WallTime& wall) {
    const Seen down = withLamp(lights, Lamp::Down);
    if (down.empty()) {
        return {};
    }
    const Seen up = withLamp(lights, Lamp::Healthy);
    const auto since = earliest(down);
    const QString when = since ? wall.clock(*since) : QString();
    OutageNotice notice;
    if (const auto family = wholeFamily(lights, down)) {
        notice.sentence =
            WallTime::tr("%1 is down: %2 have not received or sent anything since %3.")
                .arg(text::familyName(*family), named(down), when);
    } else {
        notice.sentence = WallTime::tr("%1: no contact since %2.").arg(named(down), when);
    }
    notice.works = up.empty() ? WallTime::tr(
                       "Queue and orders keep working. What you write is kept and goes out later.")
                              : WallTime::tr("%1 and the queue keep working. Do not restart "
                                             "anything: what you write is kept and goes out later.")
                                    .arg(named(up));
    return notice;
}

} // namespace comanda::ui
