// Keeps sends below Telegram's limits: about one message a second in a chat with short bursts,
// twenty a minute in a group, thirty a second in all. A 429 would stop us for longer. Pure.
#pragma once

#include "core/base/clock.h"

#include <QString>

#include <map>

namespace comanda::telegram {

class Pace {
public:
    // Zero: the message is counted and goes now. Else nothing is counted; ask again after so long.
    [[nodiscard]] Millis take(const QString& chat, Monotonic now);

private:
    struct Due { // when the next message would come in an even flow; a burst runs ahead of it
        Monotonic inChat, inGroup;
    };

    void forgetIdle(Monotonic now);

    std::map<QString, Due> chats_;
    Monotonic inAll_;
};

} // namespace comanda::telegram
