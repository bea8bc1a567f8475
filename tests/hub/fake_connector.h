// Connectors that misbehave in one way each, chosen by the channel's setting "how".
#pragma once

#include "core/connect/connector.h"

#include <QSemaphore>

#include <atomic>
#include <memory>

namespace comanda::test {

// What the fakes and a test share; reaches them through Host::secret, the one function that may
// answer from any thread. A connector that was left behind may wake up after its test.
struct FakeShop {
    QSemaphore hang; // a hanging connector waits for this
    std::atomic<int> started{0};
    std::atomic<int> hung{0}; // connectors that wait now or did
    std::atomic<int> delivered{0};
    std::atomic<int> sent{0};    // sends that a connector has begun
    std::atomic<int> fetched{0}; // fetches, too
};

[[nodiscard]] connect::PlatformModule fakeModule(Platform platform = Platform::Telegram);
[[nodiscard]] ChannelConfig fakeChannel(int id, const QString& how);
[[nodiscard]] connect::Host fakeHost(std::shared_ptr<FakeShop> shop, const Clock& clock);

} // namespace comanda::test
