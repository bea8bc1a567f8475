// May we still write to this customer? Pure; asked by the composer every second and by the outbox
// before every send.
#pragma once

#include "core/domain/channel.h"

namespace comanda {

enum class WindowState {
    Open,         // no limit
    OpenUntil,    // `ends` says
    PeopleOnly,   // until `ends`, for what a person writes
    Closed,       // the rule forbids free text now
    NeverStarted, // the customer has not written yet and must write first
    Blocked,      // the customer blocked us
    NoRight       // the shop's own account does not let us answer for it
};

struct ReplyWindow {
    WindowState state = WindowState::Open;
    std::optional<Time> ends;

    bool operator==(const ReplyWindow&) const = default;
    [[nodiscard]] bool allowsText() const {
        return allowsNotices() || state == WindowState::PeopleOnly;
    }
    [[nodiscard]] bool allowsTemplates() const {
        return allowsText() || state == WindowState::Closed || state == WindowState::NeverStarted;
    }
    [[nodiscard]] bool allowsNotices() const {
        return state == WindowState::Open || state == WindowState::OpenUntil;
    }
};

// `lastCustomerMessage` by the sender's clock, never later than ours; `platformSays`: a longer
// window that the platform announced itself, or the only one where there is no rule.
[[nodiscard]] ReplyWindow replyWindow(const WindowRule& rule,
                                      std::optional<Time> lastCustomerMessage,
                                      std::optional<Time> platformSays, bool blocked, Time now);

} // namespace comanda
