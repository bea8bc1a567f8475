#include "core/domain/channel.h"

namespace comanda {

using namespace Qt::StringLiterals;

bool isOn(const QJsonObject& settings, QLatin1StringView flag) {
    return settings.value(flag).toString() == "yes"_L1;
}

WindowRule windowRuleOf(const ChannelDescriptor& descriptor, const QJsonObject& settings) {
    WindowRule rule = descriptor.window;
    if (!isOn(settings, kHumanAgentKey)) {
        rule.peopleFor.reset();
    }
    return rule;
}

QString toWord(Lamp lamp) {
    switch (lamp) {
    case Lamp::Healthy:
        return u"healthy"_s;
    case Lamp::Doubtful:
        return u"doubtful"_s;
    case Lamp::Down:
        return u"down"_s;
    case Lamp::NotConnected:
        return u"not_connected"_s;
    }
    Q_UNREACHABLE();
}

} // namespace comanda
