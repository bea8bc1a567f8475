#include "core/domain/window.h"

#include <algorithm>

namespace comanda {

ReplyWindow replyWindow(const WindowRule& rule, std::optional<Time> lastCustomerMessage,
                        std::optional<Time> platformSays, bool blocked, Time now) {
    if (blocked) {
        return {WindowState::Blocked, std::nullopt};
    }
    if (!lastCustomerMessage && !platformSays) {
        return {rule.customerWritesFirst ? WindowState::NeverStarted : WindowState::Open,
                std::nullopt};
    }
    if (!rule.afterCustomerMessage && !platformSays) {
        return {WindowState::Open, std::nullopt};
    }
    std::optional<Time> ends = platformSays;
    if (lastCustomerMessage && rule.afterCustomerMessage) {
        const Time byRule = std::min(*lastCustomerMessage, now) + *rule.afterCustomerMessage;
        ends = ends ? std::max(*ends, byRule) : byRule;
    }
    if (now < *ends) {
        return {WindowState::OpenUntil, ends};
    }
    if (rule.peopleFor && lastCustomerMessage) {
        const Time byPeople = std::min(*lastCustomerMessage, now) + *rule.peopleFor;
        if (now < byPeople) {
            return {WindowState::PeopleOnly, byPeople};
        }
    }
    return {WindowState::Closed, ends};
}

} // namespace comanda
