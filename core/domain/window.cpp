#include "core/domain/window.h"

#include <algorithm>

namespace comanda {

ReplyWindow replyWindow(const WindowRule& rule, std::optional<Time> lastCustomerMessage,
                        std::optional<Time> platformSays, bool blocked, Time now) {
    if (blocked) {
        return {WindowState::Blocked, std::nullopt};
    }
    if (!lastCustomerMessage && !platformSays && rule.customerWritesFirst) {
        return {WindowState::NeverStarted, std::nullopt};
    }
    const auto after = [&](const std::optional<Millis>& length) -> std::optional<Time> {
        return lastCustomerMessage && length
                   ? std::optional(std::min(*lastCustomerMessage, now) + *length)
                   : std::nullopt;
    };
    // An absent end is before every other.
    const std::optional<Time> ends = std::max(platformSays, after(rule.afterCustomerMessage));
    if (!ends) {
        return {WindowState::Open, std::nullopt};
    }
    if (now < *ends) {
        return {WindowState::OpenUntil, ends};
    }
    if (const auto byPeople = after(rule.peopleFor); byPeople && now < *byPeople) {
        return {WindowState::PeopleOnly, byPeople};
    }
    return {WindowState::Closed, ends};
}

} // namespace comanda
