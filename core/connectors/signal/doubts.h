// Sends that ended without an answer, and what is heard of them afterwards. Nothing here outlives
// the channel's run. Pure.
//
// Signal carries no reference of ours, and a message's name is made by the daemon. But an answer
// may come late, and a receipt from that person, for a message of that time that nobody else is
// known to have sent, is for the one we are not sure of.
#pragma once

#include "core/connectors/signal/answers.h"
#include "core/domain/event.h"

#include <deque>
#include <optional>

namespace comanda::signal {

struct Doubt {
    QString call; // the name of the call
    Call what;
    QString reference;  // the message's clientReference
    QString recipient;  // key of the conversation
    QString externalId; // its name, where the daemon told it; else
    Time from, until;   // when the daemon may have sent it

    bool operator==(const Doubt&) const = default;
};

class Doubts {
public:
    void add(Doubt doubt);
    // An answer after all: the status that it stands for, if it says that the message left.
    [[nodiscard]] std::optional<Event> settle(const QString& call, const Answer& answer);
    // `externalId` names a message that is accounted for.
    void know(const QString& externalId);
    // What was read: remembers what other devices of ours sent, and adds our reference to receipts
    // for what we were not sure of.
    void read(Events& events);

private:
    [[nodiscard]] bool isKnown(const QString& externalId) const;
    void match(Event& receipt);

    std::deque<Doubt> doubts_;
    std::deque<QString> known_;
};

} // namespace comanda::signal
