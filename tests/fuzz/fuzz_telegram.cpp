// Whatever bytes a poll answers, the reader ends, and every event can be stored.
#include "core/connectors/telegram/read.h"

#include <cstdint>
#include <cstdlib>

using namespace comanda;

namespace {

// Every update that has an id is confirmed, and nothing that was read lacks what the store needs.
bool holds(const Events& events, const telegram::Updates& updates) {
    for (const Event& event : events) {
        if (event.kind == EventKind::Ignored
                ? event.reason.isEmpty()
                : event.eventKey.isEmpty() || event.conversationKey.isEmpty()) {
            return false;
        }
    }
    for (const telegram::Update& update : updates.all) {
        if (update.id && telegram::nextOffset(updates) <= *update.id) {
            return false;
        }
    }
    return events.size() >= updates.all.size();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArray body(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const QString account = QStringLiteral("7123456789");
    const telegram::Updates updates = telegram::splitUpdates(body);
    const Events events = telegram::readUpdates(updates, account);
    if (!holds(events, updates) || events != telegram::read(body, account)) {
        std::abort();
    }
    return 0;
}
