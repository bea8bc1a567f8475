#include "core/connectors/signal/line.h"

#include "core/connectors/signal/child_line.h"
#include "core/connectors/signal/http_line.h"
#include "core/connectors/signal/socket_line.h"

#include <array>

namespace comanda::signal {

using namespace Qt::StringLiterals;

namespace {

struct Named {
    QLatin1StringView word;
    Transport transport;
    QLatin1StringView address;
};

constexpr std::array kTransports{
    Named{"socket"_L1, Transport::Socket, {}},
    Named{"tcp"_L1, Transport::Tcp, "localhost:7583"_L1},
    Named{"http"_L1, Transport::Http, "http://localhost:8080"_L1},
    Named{"child"_L1, Transport::Child, "signal-cli"_L1},
};

QString defaultSocket() {
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return (runtime.isEmpty() ? u"/run"_s : runtime) + u"/signal-cli/socket"_s;
}

} // namespace

Place placeFrom(const ChannelConfig& config) {
    Place place;
    const QString word = config.settings.value(u"transport"_s).toString();
    place.address = config.settings.value(u"address"_s).toString().trimmed();
    place.account = config.settings.value(u"number"_s).toString().trimmed();
    for (const Named& named : kTransports) {
        if (word == named.word) {
            place.transport = named.transport;
            place.address = place.address.isEmpty() ? QString(named.address) : place.address;
        }
    }
    if (place.transport == Transport::Socket && place.address.isEmpty()) {
        place.address = defaultSocket();
    }
    return place;
}

std::unique_ptr<Line> makeLine(const Place& place, const Timing& timing) {
    switch (place.transport) {
    case Transport::Socket:
        return std::make_unique<UnixLine>(place.address);
    case Transport::Tcp:
        return std::make_unique<TcpLine>(place.address);
    case Transport::Http:
        return std::make_unique<HttpLine>(place, timing);
    case Transport::Child:
        return std::make_unique<ChildLine>(place);
    }
    Q_UNREACHABLE();
}

} // namespace comanda::signal
