// Any bytes as a webhook of a Facebook page: the reader answers something, and says why where it is
// nothing.
#include "core/connectors/facebook/read.h"

#include <QByteArray>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArray body(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const comanda::Events events = comanda::facebook::read(body, QStringLiteral("310000000000007"));
    if (events.empty()) {
        std::abort();
    }
    for (const comanda::Event& event : events) {
        const bool ignored = event.kind == comanda::EventKind::Ignored;
        const bool lost =
            event.kind == comanda::EventKind::Comment && event.conversationKey.isEmpty();
        const bool says = ignored ? !event.reason.isEmpty() : !event.eventKey.isEmpty() && !lost;
        if (!says || event.account.isEmpty()) {
            std::abort();
        }
    }
    return 0;
}
