// Any bytes as a Messenger webhook: the reader answers something, and says why where it is nothing.
#include "core/connectors/messenger/read.h"

#include <QByteArray>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArray body(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const comanda::Events events =
        comanda::messenger::read(body, QStringLiteral("104857600000021"));
    if (events.empty()) {
        std::abort();
    }
    for (const comanda::Event& event : events) {
        const bool ignored = event.kind == comanda::EventKind::Ignored;
        const bool says = ignored ? !event.reason.isEmpty() : !event.eventKey.isEmpty();
        if (!says || event.account.isEmpty()) {
            std::abort();
        }
    }
    return 0;
}
