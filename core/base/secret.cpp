#include "core/base/secret.h"

#include <atomic>

namespace comanda {

Secret::~Secret() {
    if (value_.isDetached() && !value_.isEmpty()) {
        // Through a volatile pointer, so that the compiler may not drop the writes.
        volatile char* bytes = value_.data();
        for (qsizetype i = 0; i < value_.size(); ++i) {
            bytes[i] = 0;
        }
    }
}

bool Secret::operator==(const Secret& other) const {
    if (value_.size() != other.value_.size()) {
        return false;
    }
    unsigned difference = 0;
    for (qsizetype i = 0; i < value_.size(); ++i) {
        difference |=
            static_cast<unsigned char>(value_[i]) ^ static_cast<unsigned char>(other.value_[i]);
    }
    return difference == 0;
}

QDebug operator<<(QDebug debug, const Secret&) {
    const QDebugStateSaver saver(debug);
    debug.noquote().nospace() << "<secret>";
    return debug;
}

std::ostream& operator<<(std::ostream& stream, const Secret&) {
    return stream << "<secret>";
}

} // namespace comanda
