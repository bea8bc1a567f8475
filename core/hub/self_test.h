// A body of our own, that no platform sends: posted and signed like theirs, it proves that
// everything between the public address and the store works. Read before any connector's reader,
// it is an event that nobody sees. Pure.
#pragma once

#include "core/domain/event.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace comanda::hub {

[[nodiscard]] QByteArray selfTestBody(const QString& name);
// The event in such a body; nullopt: it is a platform's.
[[nodiscard]] std::optional<Event> readSelfTest(const QByteArray& body);
// Which test an event belongs to; empty: none.
[[nodiscard]] QString selfTestOf(const Event& event);

} // namespace comanda::hub
