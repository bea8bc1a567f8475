// How well a channel is, by what was seen of it. Consecutive failures, not rates: a restaurant
// sees a call a minute. Pure.
#pragma once

#include "core/connect/connector.h"
#include "core/domain/channel.h"

#include <array>
#include <map>
#include <optional>

namespace comanda::hub {

// About a minute: a blip of twenty seconds is nothing.
constexpr Millis kDownAfter{45'000};
constexpr int kDownFailures = 2; // in a row, of one direction

struct CallEvidence {
    int failures = 0; // in a row
    std::optional<Time> failingSince, lastFailure, lastSuccess;
    std::optional<FailureClass> failure; // of the last one
    QString id;                          // reason that the connector gave

    bool operator==(const CallEvidence&) const = default;
};

struct ChannelEvidence {
    ChannelId channel;
    Platform platform = Platform::Telegram;
    QString name;
    bool enabled = true;
    bool running = false; // this machine holds the lease and the connector has a thread
    std::array<CallEvidence, 4> calls;  // by CallKind
    std::map<QString, QString> notices; // what will need a person soon: id by what it is about
    std::optional<Time> lastMessage;
    int waiting = 0;
    // Of a pushed channel: how its messages reach us.
    std::optional<Time> mailboxFailingSince;
    std::optional<FailureClass> mailboxFailure;
    QString mailboxId;

    bool operator==(const ChannelEvidence&) const = default;

    [[nodiscard]] CallEvidence& of(connect::CallKind call);
    [[nodiscard]] const CallEvidence& of(connect::CallKind call) const;
};

void note(ChannelEvidence& evidence, const connect::Observation& seen, Time now);

// `before`: the light until now, for `since`.
[[nodiscard]] ChannelLight lightFor(const ChannelEvidence& evidence, Time now,
                                    const std::optional<ChannelLight>& before = {});
// When the light will change by itself; nullopt: only by something new.
[[nodiscard]] std::optional<Time> nextChange(const ChannelEvidence& evidence, Time now);

} // namespace comanda::hub
