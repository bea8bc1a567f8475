// Row ids that cannot be mistaken for one another.
#pragma once

#include <QHashFunctions>
#include <QMetaType>

#include <compare>
#include <cstdint>

namespace comanda {

template <typename Tag>
class Id {
public:
    constexpr Id() = default;
    constexpr explicit Id(std::int64_t value) : value_(value) {}

    [[nodiscard]] constexpr std::int64_t value() const { return value_; }
    [[nodiscard]] constexpr bool isValid() const { return value_ > 0; }

    constexpr auto operator<=>(const Id&) const = default;

    friend size_t qHash(Id id, size_t seed = 0) { return ::qHash(id.value_, seed); }

private:
    std::int64_t value_ = 0; // 0: none
};

using ChannelId = Id<struct ChannelTag>;
using ConversationId = Id<struct ConversationTag>;
using CustomerId = Id<struct CustomerTag>;
using DeliveryId = Id<struct DeliveryTag>;
using MessageId = Id<struct MessageTag>;
using OrderEventId = Id<struct OrderEventTag>;
using OrderId = Id<struct OrderTag>;
using OutboxId = Id<struct OutboxTag>;
using MediaId = Id<struct MediaTag>;
using WorkId = Id<struct WorkTag>;

} // namespace comanda

Q_DECLARE_METATYPE(comanda::ConversationId)
Q_DECLARE_METATYPE(comanda::MessageId)
Q_DECLARE_METATYPE(comanda::OrderId)
Q_DECLARE_METATYPE(comanda::ChannelId)
