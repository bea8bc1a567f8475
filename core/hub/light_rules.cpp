#include "core/hub/light_rules.h"

#include <algorithm>

namespace comanda::hub {
namespace {

using namespace Qt::StringLiterals;
using connect::CallKind;

struct Verdict {
    Lamp lamp = Lamp::Healthy;
    QString reason;
    std::optional<FailureClass> failure;
};

QString reasonOf(const CallEvidence& call, const QString& general) {
    return call.id.isEmpty() ? general : call.id;
}

bool isDown(const CallEvidence& call, Time now) {
    return call.failures >= kDownFailures && call.failingSince
           && now - *call.failingSince >= kDownAfter;
}

bool refusesUs(const CallEvidence& call) {
    return call.failures > 0 && call.failure == FailureClass::Auth;
}

// Sending, as seen by sends and by asking who we are: both go the same way.
CallEvidence outward(const ChannelEvidence& evidence) {
    const CallEvidence& send = evidence.of(CallKind::Send);
    const CallEvidence& account = evidence.of(CallKind::Account);
    if (send.failures == 0 || account.failures == 0) {
        // The one that works speaks for both if it was seen last.
        const CallEvidence& failing = send.failures > 0 ? send : account;
        const CallEvidence& working = send.failures > 0 ? account : send;
        const bool outdated = working.lastSuccess && failing.lastFailure
                              && *working.lastSuccess > *failing.lastFailure;
        return outdated ? CallEvidence{} : failing;
    }
    CallEvidence both = send.lastFailure < account.lastFailure ? account : send;
    both.failures = send.failures + account.failures;
    both.failingSince = std::min(send.failingSince, account.failingSince);
    return both;
}

std::optional<Verdict> refused(const ChannelEvidence& evidence) {
    for (const CallKind kind : {CallKind::Account, CallKind::Send, CallKind::Receive}) {
        const CallEvidence& call = evidence.of(kind);
        if (refusesUs(call)) {
            return Verdict{Lamp::Down, reasonOf(call, u"channel.sign_in"_s), FailureClass::Auth};
        }
    }
    return std::nullopt;
}

bool everWorked(const ChannelEvidence& evidence) {
    return std::any_of(evidence.calls.begin(), evidence.calls.end(),
                       [](const CallEvidence& call) { return call.lastSuccess.has_value(); });
}

bool everFailed(const ChannelEvidence& evidence) {
    return std::any_of(evidence.calls.begin(), evidence.calls.end(),
                       [](const CallEvidence& call) { return call.lastFailure.has_value(); });
}

std::optional<Verdict> troubled(const CallEvidence& call, const QString& down,
                                const QString& doubtful, Time now) {
    if (isDown(call, now)) {
        return Verdict{Lamp::Down, reasonOf(call, down), call.failure};
    }
    if (call.failures > 0) {
        return Verdict{Lamp::Doubtful, reasonOf(call, doubtful), call.failure};
    }
    return std::nullopt;
}

std::optional<Verdict> mailboxTrouble(const ChannelEvidence& evidence, Time now) {
    if (!evidence.mailboxFailingSince) {
        return std::nullopt;
    }
    const bool long_ = now - *evidence.mailboxFailingSince >= kDownAfter;
    return Verdict{long_ ? Lamp::Down : Lamp::Doubtful,
                   evidence.mailboxId.isEmpty() ? u"mailbox.unreachable"_s : evidence.mailboxId,
                   evidence.mailboxFailure};
}

// The worst of several verdicts; the first of equals.
void worsen(Verdict& verdict, const std::optional<Verdict>& other) {
    const auto rank = [](Lamp lamp) { return static_cast<int>(lamp); };
    if (other && rank(other->lamp) > rank(verdict.lamp)) {
        verdict = *other;
    }
}

Verdict judge(const ChannelEvidence& evidence, Time now) {
    if (!evidence.enabled) {
        return {Lamp::NotConnected, u"channel.off"_s, {}};
    }
    if (!evidence.running && !everFailed(evidence)) {
        return {Lamp::NotConnected, u"channel.not_running"_s, {}};
    }
    if (const auto sign = refused(evidence)) {
        return *sign;
    }
    Verdict verdict;
    worsen(verdict, troubled(evidence.of(CallKind::Receive), u"channel.down"_s,
                             u"channel.receiving_doubtful"_s, now));
    worsen(verdict,
           troubled(outward(evidence), u"channel.down"_s, u"channel.sending_doubtful"_s, now));
    worsen(verdict, mailboxTrouble(evidence, now));
    if (verdict.lamp == Lamp::Healthy && !everWorked(evidence)) {
        return {Lamp::NotConnected, u"channel.starting"_s, {}};
    }
    if (verdict.lamp == Lamp::Healthy && !evidence.notices.empty()) {
        return {Lamp::Doubtful, evidence.notices.begin()->second, {}};
    }
    return verdict;
}

std::optional<Time> latest(const ChannelEvidence& evidence,
                           std::optional<Time> CallEvidence::*field) {
    std::optional<Time> last;
    for (const CallEvidence& call : evidence.calls) {
        last = std::max(last, call.*field);
    }
    return last;
}

} // namespace

CallEvidence& ChannelEvidence::of(CallKind call) {
    return calls.at(static_cast<std::size_t>(call));
}

const CallEvidence& ChannelEvidence::of(CallKind call) const {
    return calls.at(static_cast<std::size_t>(call));
}

void note(ChannelEvidence& evidence, const connect::Observation& seen, Time now) {
    if (!seen.notice.isEmpty()) {
        if (seen.id.isEmpty()) {
            evidence.notices.erase(seen.notice);
        } else {
            evidence.notices.insert_or_assign(seen.notice, seen.id);
        }
        return;
    }
    CallEvidence& call = evidence.of(seen.call);
    if (!seen.failure) {
        const auto lastFailure = call.lastFailure;
        call = CallEvidence{};
        call.lastSuccess = now;
        call.lastFailure = lastFailure;
        return;
    }
    if (*seen.failure == FailureClass::Throttled) {
        call.lastSuccess = now; // it answers: too busy for us is not down
        return;
    }
    ++call.failures;
    call.failingSince = call.failingSince.value_or(now);
    call.lastFailure = now;
    call.failure = seen.failure;
    call.id = seen.id;
}

ChannelLight lightFor(const ChannelEvidence& evidence, Time now,
                      const std::optional<ChannelLight>& before) {
    const Verdict verdict = judge(evidence, now);
    ChannelLight light;
    light.channel = evidence.channel;
    light.platform = evidence.platform;
    light.name = evidence.name;
    light.lamp = verdict.lamp;
    light.reason = verdict.reason;
    light.failure = verdict.failure;
    const bool same = before && before->lamp == verdict.lamp && before->since;
    light.since = same ? before->since : std::optional(now);
    light.lastMessage = evidence.lastMessage;
    light.lastSuccess = latest(evidence, &CallEvidence::lastSuccess);
    light.lastFailure = latest(evidence, &CallEvidence::lastFailure);
    light.waiting = evidence.waiting;
    return light;
}

std::optional<Time> nextChange(const ChannelEvidence& evidence, Time now) {
    std::optional<Time> next;
    const auto consider = [&](const std::optional<Time>& since) {
        if (since && now - *since < kDownAfter) {
            const Time at = *since + kDownAfter;
            next = next ? std::min(*next, at) : at;
        }
    };
    for (const CallEvidence& call : evidence.calls) {
        consider(call.failingSince);
    }
    consider(evidence.mailboxFailingSince);
    return next;
}

} // namespace comanda::hub
