// A body of our own, that no platform sends: posted and signed like theirs, it proves that
// everything between the public address and the store works. Read before any connector's reader,
// it is an event that nobody sees. Pure.
#pragma once

#include "core/connect/connector.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace comanda::hub {

[[nodiscard]] QByteArray selfTestBody(const QString& name);
// The event in such a body; nullopt: it is a platform's.
[[nodiscard]] std::optional<Event> readSelfTest(const QByteArray& body);
// All in a body that was delivered, our own or a platform's.
[[nodiscard]] Events readDelivered(const connect::PlatformModule& module, const QByteArray& body,
                                   const QString& account);
// Which test an event belongs to; empty: none.
[[nodiscard]] QString selfTestOf(const Event& event);

} // namespace comanda::hub
