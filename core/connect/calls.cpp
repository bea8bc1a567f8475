#include "core/connect/calls.h"

#include <algorithm>

namespace comanda::connect {

int mostWaiting(CallKind kind) {
    switch (kind) {
    case CallKind::Receive:
        return 256;
    case CallKind::Send:
        return 64;
    case CallKind::Media:
        return 16;
    case CallKind::Account:
        return 8;
    }
    Q_UNREACHABLE();
}

std::optional<quint64> Calls::add(CallKind kind, Monotonic deadline, GiveUp giveUp) {
    const std::lock_guard lock(mutex_);
    const auto same = std::count_if(calls_.begin(), calls_.end(), [kind](const auto& entry) {
        return entry.second.kind == kind;
    });
    if (same >= mostWaiting(kind)) {
        return std::nullopt;
    }
    calls_.emplace(++last_, Call{kind, deadline, std::move(giveUp)});
    return last_;
}

bool Calls::begin(quint64 id) {
    const std::lock_guard lock(mutex_);
    const auto found = calls_.find(id);
    if (found == calls_.end()) {
        return false;
    }
    found->second.begun = true;
    return true;
}

bool Calls::take(quint64 id) {
    const std::lock_guard lock(mutex_);
    return calls_.erase(id) == 1;
}

void Calls::endAll(CallEnd begun) {
    std::map<quint64, Call> ended;
    {
        const std::lock_guard lock(mutex_);
        ended.swap(calls_);
    }
    for (const auto& [id, call] : ended) {
        call.giveUp(call.begun ? begun : CallEnd::NotBegun);
    }
}

std::vector<CallKind> Calls::expire(Monotonic now) {
    std::vector<Call> ended;
    {
        const std::lock_guard lock(mutex_);
        for (auto entry = calls_.begin(); entry != calls_.end();) {
            if (now < entry->second.deadline) {
                ++entry;
                continue;
            }
            ended.push_back(std::move(entry->second));
            entry = calls_.erase(entry);
        }
    }
    std::vector<CallKind> kinds;
    for (const Call& call : ended) {
        if (call.begun) {
            kinds.push_back(call.kind);
        }
        call.giveUp(call.begun ? CallEnd::NoAnswer : CallEnd::NotBegun);
    }
    return kinds;
}

int Calls::waiting(CallKind kind) const {
    const std::lock_guard lock(mutex_);
    return static_cast<int>(std::count_if(calls_.begin(), calls_.end(), [kind](const auto& entry) {
        return entry.second.kind == kind;
    }));
}

} // namespace comanda::connect
