#include "ui/shell/outage.h"

#include "app/text/words.h"
#include "core/base/text.h"

#include <algorithm>
#include <set>

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

} // namespace

OutageNotice outageNotice(const std::vector<ChannelLight>& lights, const WallTime& wall) {
    std::vector<const ChannelLight*> down, up;
    std::set<OwnerFamily> downFamilies;
    bool wholeFamily = true;
    std::optional<Time> since;
    for (const ChannelLight& light : lights) {
        if (light.lamp == Lamp::Down) {
            down.push_back(&light);
            downFamilies.insert(familyOf(light.platform));
            since = since && light.since ? std::min(*since, *light.since)
                    : light.since        ? light.since
                                         : since;
        } else if (light.lamp == Lamp::Healthy) {
            up.push_back(&light);
        }
    }
    if (down.empty()) {
        return {};
    }
    for (const ChannelLight& light : lights) {
        wholeFamily =
            wholeFamily
            && (light.lamp == Lamp::Down || !downFamilies.contains(familyOf(light.platform)));
    }
    OutageNotice notice;
    const QString when = since ? wall.clock(*since) : QString();
    if (downFamilies.size() == 1 && down.size() > 1 && wholeFamily) {
        notice.sentence =
            WallTime::tr("%1 is down: %2 have not received or sent anything since %3.")
                .arg(text::familyName(*downFamilies.begin()), named(down), when);
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
