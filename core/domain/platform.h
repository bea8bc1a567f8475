// Who speaks to us, and who owns the wire: a family fails together.
#pragma once

#include <QString>

#include <array>
#include <optional>

namespace comanda {

// The order is part of stored and exported data only through the words below.
enum class Platform {
    WhatsApp,
    Messenger,
    Instagram,
    Facebook, // comments on the page
    Telegram,
    Signal,
    Email,
    Sms,
    Web,
    Phone,
    Counter
};

inline constexpr std::array kPlatforms{Platform::WhatsApp, Platform::Messenger, Platform::Instagram,
                                       Platform::Facebook, Platform::Telegram,  Platform::Signal,
                                       Platform::Email,    Platform::Sms,       Platform::Web,
                                       Platform::Phone,    Platform::Counter};

enum class OwnerFamily { Meta, Telegram, Signal, Own, Sms, Email };

[[nodiscard]] OwnerFamily familyOf(Platform platform);

// The words of contracts.md: "whatsapp", "telegram", … Stored and exported; never change them.
[[nodiscard]] QString toWord(Platform platform);
[[nodiscard]] QString toWord(OwnerFamily family);
[[nodiscard]] std::optional<Platform> platformFrom(QStringView word);

} // namespace comanda
