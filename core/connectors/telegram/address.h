// Where a conversation is: the bot's own chat with somebody, or the shop's own account's.
#pragma once

#include <QString>

#include <optional>

namespace comanda::telegram {

// "<business connection>:<chat>" or "<chat>".
struct Address {
    QString business; // empty: the bot's own chat
    QString chat;

    bool operator==(const Address&) const = default;
};
[[nodiscard]] QString conversationKey(const Address& address);
// nullopt when the chat is no number.
[[nodiscard]] std::optional<Address> addressFrom(const QString& conversationKey);

} // namespace comanda::telegram
