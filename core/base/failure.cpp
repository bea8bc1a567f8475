#include "core/base/failure.h"

namespace comanda {

using namespace Qt::StringLiterals;

QString toWord(FailureClass failure) {
    switch (failure) {
    case FailureClass::Dns:
        return u"dns"_s;
    case FailureClass::Refused:
        return u"refused"_s;
    case FailureClass::Timeout:
        return u"timeout"_s;
    case FailureClass::Tls:
        return u"tls"_s;
    case FailureClass::Http5xx:
        return u"http_5xx"_s;
    case FailureClass::Throttled:
        return u"throttled"_s;
    case FailureClass::Auth:
        return u"auth"_s;
    case FailureClass::Protocol:
        return u"protocol"_s;
    case FailureClass::Silent:
        return u"silent"_s;
    }
    Q_UNREACHABLE();
}

} // namespace comanda
