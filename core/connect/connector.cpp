#include "core/connect/connector.h"

namespace comanda::connect {

using namespace Qt::StringLiterals;

void Connector::deliver(const Delivery&, Stored stored) {
    stored(fail(ErrorKind::Invalid, u"channel.not_pushed"_s));
}

void Connector::subscribe(std::function<void(Result<>)> done) {
    done(fail(ErrorKind::NotFound, u"channel.not_pushed"_s));
}

void Connector::markRead(const QString&, const QString&) {}

void Connector::typing(const QString&) {}

} // namespace comanda::connect
