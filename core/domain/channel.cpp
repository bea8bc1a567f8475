#include "core/domain/channel.h"

namespace comanda {

using namespace Qt::StringLiterals;

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
