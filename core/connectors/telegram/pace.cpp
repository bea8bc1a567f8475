#include "core/connectors/telegram/pace.h"

#include <algorithm>

namespace comanda::telegram {
namespace {

using namespace std::chrono_literals;

struct Limit {
    Millis every;
    int burst;
};

constexpr Limit kChat{1'100ms, 3};
constexpr Limit kGroup{3'000ms, 20};
constexpr Limit kAll{40ms, 25};
constexpr std::size_t kChatsKept = 1'000;

Millis waitFor(const Limit& limit, Monotonic due, Monotonic now) {
    const Monotonic free = due - limit.every * (limit.burst - 1);
    return std::max(Millis(0), std::chrono::ceil<Millis>(free - now));
}

void count(const Limit& limit, Monotonic& due, Monotonic now) {
    due = std::max(due, now) + limit.every;
}

} // namespace

Millis Pace::take(const QString& chat, Monotonic now) {
    const bool isGroup = chat.startsWith(u'-');
    forgetIdle(now);
    Due& due = chats_[chat];
    const Millis wait = std::max({waitFor(kChat, due.inChat, now), waitFor(kAll, inAll_, now),
                                  isGroup ? waitFor(kGroup, due.inGroup, now) : Millis(0)});
    if (wait > Millis(0)) {
        return wait;
    }
    count(kChat, due.inChat, now);
    count(kAll, inAll_, now);
    if (isGroup) {
        count(kGroup, due.inGroup, now);
    }
    return Millis(0);
}

void Pace::forgetIdle(Monotonic now) {
    if (chats_.size() < kChatsKept) {
        return;
    }
    std::erase_if(chats_, [now](const auto& chat) {
        return chat.second.inChat <= now && chat.second.inGroup <= now;
    });
}

} // namespace comanda::telegram
