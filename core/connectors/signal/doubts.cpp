#include "core/connectors/signal/doubts.h"

#include "core/connectors/signal/identity.h"

#include <algorithm>

namespace comanda::signal {
namespace {

using namespace Qt::StringLiterals;

constexpr std::size_t kDoubtsMax = 100;
constexpr std::size_t kKnownMax = 1000;
constexpr Millis kClocksApart{2'000}; // the daemon may run on another machine

} // namespace

void Doubts::add(Doubt doubt) {
    doubts_.push_back(std::move(doubt));
    if (doubts_.size() > kDoubtsMax) {
        doubts_.pop_front();
    }
}

std::optional<Event> Doubts::settle(const QString& call, const Answer& answer) {
    const auto found = std::find_if(doubts_.begin(), doubts_.end(),
                                    [&](const Doubt& doubt) { return doubt.call == call; });
    if (found == doubts_.end() || call.isEmpty()) {
        return std::nullopt;
    }
    const Doubt doubt = *found;
    const SendOutcome outcome = outcomeOf(answer, doubt.what);
    const auto* accepted = std::get_if<outcome::Accepted>(&outcome);
    if (!accepted) {
        return std::nullopt; // not sure that it did not: staff decide
    }
    doubts_.erase(found);
    know(accepted->externalId);
    Event event;
    event.kind = EventKind::Status;
    event.account = doubt.what.params.value("account"_L1).toString();
    event.direction = Direction::Out;
    event.conversationKey = doubt.recipient;
    event.status = DeliveryStatus::Sent;
    event.externalId = accepted->externalId;
    event.targetId = accepted->externalId;
    event.eventKey = u"s:"_s + accepted->externalId + u":sent"_s;
    event.clientReference = doubt.reference;
    return event;
}

void Doubts::know(const QString& externalId) {
    known_.push_back(externalId);
    if (known_.size() > kKnownMax) {
        known_.pop_front();
    }
}

bool Doubts::isKnown(const QString& externalId) const {
    return std::find(known_.begin(), known_.end(), externalId) != known_.end();
}

void Doubts::read(Events& events) {
    for (Event& event : events) {
        if (event.kind == EventKind::Status && !event.externalId.isEmpty()) {
            match(event);
        } else if (event.direction == Direction::Out && !event.externalId.isEmpty()) {
            know(event.externalId);
        }
    }
}

void Doubts::match(Event& receipt) {
    const auto name = messageName(receipt.externalId);
    if (!name || isKnown(receipt.externalId)) {
        return;
    }
    const Time sent = fromMillis(name->millis);
    const auto fits = [&](const Doubt& doubt) {
        if (!doubt.externalId.isEmpty()) {
            return doubt.externalId == receipt.externalId;
        }
        return doubt.recipient == receipt.conversationKey && sent >= doubt.from - kClocksApart
               && sent <= doubt.until + kClocksApart;
    };
    const auto found = std::find_if(doubts_.begin(), doubts_.end(), fits);
    if (found != doubts_.end() && std::count_if(doubts_.begin(), doubts_.end(), fits) == 1) {
        receipt.clientReference = found->reference;
        doubts_.erase(found);
        know(receipt.externalId);
    }
}

} // namespace comanda::signal
