#include "ui/models/lights.h"

#include <algorithm>

namespace comanda::ui {

void Lights::show(std::vector<ChannelLight> lights) {
    // Owners stay together; within one the order of the platforms.
    std::stable_sort(lights.begin(), lights.end(),
                     [](const ChannelLight& a, const ChannelLight& b) {
                         return std::pair(familyOf(a.platform), a.platform)
                                < std::pair(familyOf(b.platform), b.platform);
                     });
    if (lights == lights_) {
        return;
    }
    lights_ = std::move(lights);
    Q_EMIT changed();
}

const ChannelLight* Lights::find(ChannelId channel) const {
    const auto found =
        std::find_if(lights_.begin(), lights_.end(),
                     [channel](const ChannelLight& light) { return light.channel == channel; });
    return found == lights_.end() ? nullptr : &*found;
}

bool Lights::isDown(ChannelId channel) const {
    const ChannelLight* light = find(channel);
    return light && light->lamp == Lamp::Down;
}

} // namespace comanda::ui
