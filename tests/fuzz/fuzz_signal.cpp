// Any bytes as what signal-cli tells: the reader answers something, and says why where it is
// nothing.
#include "core/connectors/signal/read.h"

#include <QByteArray>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArray body(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const comanda::Events events = comanda::signal::read(body, QStringLiteral("+573009990000"));
    if (events.empty()) {
        std::abort();
    }
    for (const comanda::Event& event : events) {
        const bool ignored = event.kind == comanda::EventKind::Ignored;
        const bool lost =
            event.kind == comanda::EventKind::Message && event.conversationKey.isEmpty();
        const bool says = ignored ? !event.reason.isEmpty() : !event.eventKey.isEmpty() && !lost;
        if (!says || event.account.isEmpty()) {
            std::abort();
        }
    }
    return 0;
}
