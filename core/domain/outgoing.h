// What the restaurant says, and how a send can end.
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/domain/event.h"
#include "core/domain/message_template.h"

#include <QString>

#include <optional>
#include <variant>
#include <vector>

namespace comanda {

struct Button {
    QString id;    // comes back as the payload of a postback
    QString title; // what the customer reads

    bool operator==(const Button&) const = default;
};

// One message on its way out, complete: a connector needs nothing else to write it.
struct OutgoingMessage {
    OutboxId id;
    QString conversationKey;    // where to: the address as the platform gave it
    QMap<QString, QString> ids; // all known ids of the person on this channel
    QString text;
    std::vector<Button> buttons;
    QString replyTo;                 // external id of the quoted message
    QString clientReference;         // ours; unique; sent along where the platform carries it back
    std::optional<Attachment> media; // a file of ours: `name`, `mime` and mediaPath
    QString mediaPath;               // readable file on this machine
    QString reactionTo, reaction;    // a reaction instead of a message
    QString editOf;          // external id: change that message's text instead of sending one
    QString deleteOf;        // external id: take that message back
    bool humanAgent = false; // written by a person, in the time in which only people may answer
    // To the author of the comment `replyTo` alone: once, within seven days, never by itself again.
    bool privately = false;
    // An approved text instead of a free one; `text` is then what the customer will read, for us.
    std::optional<TemplateUse> templated;
    bool asksNumber = false; // the platform asks for the phone number, with `text` beside it

    bool operator==(const OutgoingMessage&) const = default;
};

// A question that ends with its answers: "Pick-up or delivery? [Pick-up] [Delivery]". Two to ten of
// them, each another one; anything else is plain text.
struct Question {
    QString text;
    std::vector<Button> answers; // as buttons; none: it is no such question

    bool operator==(const Question&) const = default;
};
constexpr int kAnswersMax = 10;
constexpr int kAnswerLetters = 20;
[[nodiscard]] Question askedIn(const QString& text);

namespace outcome {
struct Accepted { // the platform has it
    QString externalId;
    QString personId{}; // who got it, where only the answer tells (a private answer)
    bool operator==(const Accepted&) const = default;
};
struct RetryAfter { // it certainly did not happen; the same call may be made again
    Millis wait{0};
    QString why;               // id, worded in app/text
    bool wholeChannel = false; // the platform throttles the account, not this person
    bool operator==(const RetryAfter&) const = default;
};
struct WindowClosed { // the reply window's rule forbids it
    QString rule;
    bool operator==(const WindowClosed&) const = default;
};
struct NeedsSignIn {
    QString why;
    bool operator==(const NeedsSignIn&) const = default;
};
struct Rejected { // for good
    QString why;
    QString detail; // the platform's own words and code
    bool operator==(const Rejected&) const = default;
};
struct Unsure { // the bytes left, the answer did not come
    QString why;
    bool operator==(const Unsure&) const = default;
};
} // namespace outcome

using SendOutcome = std::variant<outcome::Accepted, outcome::RetryAfter, outcome::WindowClosed,
                                 outcome::NeedsSignIn, outcome::Rejected, outcome::Unsure>;

// What the outbox does after an outcome.
namespace next {
struct Sent {
    QString externalId;
    bool operator==(const Sent&) const = default;
};
struct TryAgain {
    Time at;
    QString why;
    bool holdChannel = false;
    bool ordered = false; // by the platform: that it is back is no reason to try before
    bool operator==(const TryAgain&) const = default;
};
struct AskStaff { // "not sure it arrived"
    QString why;
    bool operator==(const AskStaff&) const = default;
};
struct GiveUp {
    QString why, detail;
    bool operator==(const GiveUp&) const = default;
};
struct WaitForSignIn { // kept, and sent once the channel is signed in again
    QString why;
    bool operator==(const WaitForSignIn&) const = default;
};
} // namespace next

using NextStep =
    std::variant<next::Sent, next::TryAgain, next::AskStaff, next::GiveUp, next::WaitForSignIn>;

constexpr Millis kRetryFirst{2'000};
constexpr Millis kRetryMax{300'000};
constexpr Millis kRetryAfterMax{3'600'000}; // a platform may not send us away for longer

// `attempt` counts from 1. `expires`: the message's own deadline; past it nothing is tried again.
// `jitter` is in [0, 1): where in the back-off interval the next try falls.
[[nodiscard]] NextStep decide(const SendOutcome& outcome, int attempt, Time now,
                              std::optional<Time> expires, double jitter);

} // namespace comanda
