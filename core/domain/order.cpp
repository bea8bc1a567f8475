// The order's life as two pure functions: plan() turns a wish into an event, apply() adds it up.
#include "core/domain/order.h"

#include "core/base/overloaded.h"

#include <algorithm>
#include <array>

namespace comanda {
namespace {

using namespace Qt::StringLiterals;
namespace ev = order_event;
namespace cmd = order_command;

using State = OrderState;

struct Edge {
    State from, to;
};

constexpr std::array kEdges{
    Edge{State::Draft, State::New},
    Edge{State::Draft, State::Discarded},
    Edge{State::New, State::Accepted},
    Edge{State::New, State::Rejected},
    Edge{State::New, State::Cancelled},
    Edge{State::Accepted, State::Preparing},
    Edge{State::Accepted, State::Ready},
    Edge{State::Accepted, State::Cancelled},
    Edge{State::Preparing, State::Ready},
    Edge{State::Preparing, State::Cancelled},
    Edge{State::Ready, State::OutForDelivery},
    Edge{State::Ready, State::Completed},
    Edge{State::Ready, State::Failed},
    Edge{State::Ready, State::Cancelled},
    Edge{State::OutForDelivery, State::Completed},
    Edge{State::OutForDelivery, State::Failed},
};

// The kitchen's way, for skipping forward in one-man mode.
constexpr std::array kForward{State::New,   State::Accepted,       State::Preparing,
                              State::Ready, State::OutForDelivery, State::Completed};

std::optional<std::size_t> placeOf(State state) {
    const auto* it = std::find(kForward.begin(), kForward.end(), state);
    return it == kForward.end()
               ? std::nullopt
               : std::optional<std::size_t>(static_cast<std::size_t>(it - kForward.begin()));
}

std::vector<State> skippedBetween(State from, State to) {
    const auto a = placeOf(from);
    const auto b = placeOf(to);
    if (!a || !b || *b <= *a + 1 || mayMove(from, to)) {
        return {};
    }
    std::vector<State> skipped(kForward.begin() + static_cast<std::ptrdiff_t>(*a) + 1,
                               kForward.begin() + static_cast<std::ptrdiff_t>(*b));
    std::erase(skipped, State::OutForDelivery); // a customer who came in was not visited
    return skipped;
}

Result<ev::Moved> move(const Order& order, State to, bool oneMan, QString reason = {}) {
    ev::Moved moved{order.state, to, {}, std::move(reason), std::nullopt, false};
    if (mayMove(order.state, to)) {
        return moved;
    }
    const auto a = placeOf(order.state);
    const auto b = placeOf(to);
    if (oneMan && a && b && *a < *b) {
        moved.skipped = skippedBetween(order.state, to);
        return moved;
    }
    return fail(ErrorKind::Conflict, u"order.not_from_here"_s, {},
                {{u"from"_s, toWord(order.state)}, {u"to"_s, toWord(to)}});
}

const ev::Moved* lastMove(const std::vector<OrderEvent>& history, State into) {
    for (auto it = history.rbegin(); it != history.rend(); ++it) {
        const auto* moved = std::get_if<ev::Moved>(&it->change);
        if (moved && !moved->back && moved->to == into) {
            return moved;
        }
    }
    return nullptr;
}

Result<OrderChange> stepBack(const Order& order, const std::vector<OrderEvent>& history) {
    const auto to = previousStep(order, history);
    if (!to) {
        return fail(ErrorKind::Conflict, u"order.no_step_back"_s);
    }
    return OrderChange(ev::Moved{order.state, *to, {}, {}, std::nullopt, true});
}

Result<OrderChange> undo(const Order& order, const std::vector<OrderEvent>& history, int version,
                         Time now) {
    if (history.empty() || version != order.version
        || static_cast<std::size_t>(version) != history.size()) {
        return fail(ErrorKind::Conflict, u"order.nothing_to_undo"_s);
    }
    const OrderEvent& last = history.back();
    const auto* moved = std::get_if<ev::Moved>(&last.change);
    if (!moved || last.undoOf) {
        return fail(ErrorKind::Conflict, u"order.nothing_to_undo"_s);
    }
    if (now - last.at > kUndoFor) {
        return fail(ErrorKind::Conflict, u"order.undo_too_late"_s);
    }
    return OrderChange(ev::Moved{moved->to, moved->from, {}, {}, std::nullopt, true});
}

Result<OrderChange> asChange(Result<ev::Moved> moved) {
    return std::move(moved).map([](ev::Moved m) { return OrderChange(std::move(m)); });
}

Result<OrderChange> planChange(const Order& order, const std::vector<OrderEvent>& history,
                               const OrderCommand& command, Time now, bool oneMan) {
    using R = Result<OrderChange>;
    const auto to = [&](State state, QString reason = {}) {
        return asChange(move(order, state, oneMan, std::move(reason)));
    };
    return std::visit(
        Overloaded{
            [&](const cmd::Place&) -> R {
                if (order.lines.empty()) {
                    return fail(ErrorKind::Invalid, u"order.empty"_s);
                }
                return to(State::New);
            },
            [&](const cmd::Discard&) -> R { return to(State::Discarded); },
            [&](const cmd::Accept& c) -> R {
                return asChange(move(order, State::Accepted, oneMan).map([&](ev::Moved m) {
                    m.promisedAt =
                        c.promise ? std::optional(now + *c.promise) : order.details.wantedAt;
                    return m;
                }));
            },
            [&](const cmd::Reject& c) -> R { return to(State::Rejected, c.reason); },
            [&](const cmd::Start&) -> R { return to(State::Preparing); },
            [&](const cmd::MarkReady&) -> R { return to(State::Ready); },
            [&](const cmd::Dispatch&) -> R { return to(State::OutForDelivery); },
            [&](const cmd::Complete&) -> R { return to(State::Completed); },
            [&](const cmd::Cancel& c) -> R { return to(State::Cancelled, c.reason); },
            [&](const cmd::Fail& c) -> R { return to(State::Failed, c.reason); },
            [&](const cmd::StepBack&) -> R { return stepBack(order, history); },
            [&](const cmd::Reopen&) -> R {
                if (order.state != State::Rejected && order.state != State::Cancelled) {
                    return fail(ErrorKind::Conflict, u"order.not_from_here"_s, {},
                                {{u"from"_s, toWord(order.state)}, {u"to"_s, toWord(State::New)}});
                }
                return OrderChange(ev::Moved{order.state, State::New, {}, {}, std::nullopt, true});
            },
            [&](const cmd::Undo& c) -> R { return undo(order, history, c.version, now); },
            [](const cmd::SetLines& c) -> R { return OrderChange(ev::LinesChanged{c.lines}); },
            [](const cmd::SetDetails& c) -> R {
                return OrderChange(ev::DetailsChanged{c.details});
            },
            [](const cmd::SetPayment& c) -> R {
                return OrderChange(ev::PaymentChanged{c.state, c.method});
            },
            [&](const cmd::SetItem& c) -> R {
                if (c.line < 0 || static_cast<std::size_t>(c.line) >= order.lines.size()) {
                    return fail(ErrorKind::Invalid, u"order.no_such_line"_s);
                }
                return OrderChange(ev::ItemChanged{c.line, c.state});
            },
            [](const cmd::SetFlag& c) -> R {
                return OrderChange(ev::FlagChanged{c.flag, c.on, c.text});
            }},
        command);
}

bool isClosed(State state) {
    return state == State::Completed || state == State::Rejected || state == State::Cancelled
           || state == State::Failed || state == State::Discarded;
}

void applyMove(Order& order, const ev::Moved& moved, Time at) {
    order.state = moved.to;
    order.stateSince = at;
    order.reason = moved.reason;
    if (moved.to == State::Accepted && !moved.back) {
        order.acceptedAt = at;
        order.promisedAt = moved.promisedAt;
    }
    if (moved.to == State::New || moved.to == State::Draft) {
        order.acceptedAt.reset();
        order.promisedAt.reset();
    }
    // Skipping acceptance still means that it was accepted now.
    if (!order.acceptedAt && placeOf(moved.to) && moved.to != State::New) {
        order.acceptedAt = at;
    }
    order.closedAt = isClosed(moved.to) ? std::optional(at) : std::nullopt;
}

} // namespace

bool mayMove(OrderState from, OrderState to) {
    return std::any_of(kEdges.begin(), kEdges.end(),
                       [&](const Edge& edge) { return edge.from == from && edge.to == to; });
}

std::optional<OrderState> nextStep(OrderState state, Fulfilment fulfilment) {
    switch (state) {
    case State::Draft:
        return State::New;
    case State::New:
        return State::Accepted;
    case State::Accepted:
        return State::Preparing;
    case State::Preparing:
        return State::Ready;
    case State::Ready:
        return fulfilment == Fulfilment::Delivery ? State::OutForDelivery : State::Completed;
    case State::OutForDelivery:
        return State::Completed;
    case State::Completed:
    case State::Rejected:
    case State::Cancelled:
    case State::Failed:
    case State::Discarded:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

std::optional<OrderState> previousStep(const Order& order, const std::vector<OrderEvent>& history) {
    if (order.state == State::Rejected || order.state == State::Cancelled) {
        return std::nullopt; // reopened instead, by a named person
    }
    const ev::Moved* moved = lastMove(history, order.state);
    return moved ? std::optional(moved->from) : std::nullopt;
}

Result<OrderEvent> plan(const Order& order, const std::vector<OrderEvent>& history,
                        const OrderCommand& command, const Actor& who, Time now, bool oneMan) {
    return planChange(order, history, command, now, oneMan).map([&](OrderChange change) {
        OrderEvent event{OrderEventId(), who, now, std::move(change), std::nullopt};
        if (const auto* undone = std::get_if<cmd::Undo>(&command)) {
            event.undoOf = undone->version;
        }
        return event;
    });
}

Order apply(Order order, const OrderEvent& event) {
    std::visit(Overloaded{[&](const ev::Created& c) {
                              order.lines = c.lines;
                              order.details = c.details;
                              order.state = c.asDraft ? State::Draft : State::New;
                              order.stateSince = event.at;
                          },
                          [&](const ev::Moved& c) { applyMove(order, c, event.at); },
                          [&](const ev::LinesChanged& c) { order.lines = c.lines; },
                          [&](const ev::DetailsChanged& c) { order.details = c.details; },
                          [&](const ev::PaymentChanged& c) {
                              order.payment = c.state;
                              if (!c.method.isEmpty()) {
                                  order.details.paymentMethod = c.method;
                              }
                          },
                          [&](const ev::ItemChanged& c) {
                              if (c.line >= 0
                                  && static_cast<std::size_t>(c.line) < order.lines.size()) {
                                  order.lines[static_cast<std::size_t>(c.line)].state = c.state;
                              }
                          },
                          [&](const ev::NoticeChanged& c) { order.notice = c.state; },
                          [&](const ev::FlagChanged& c) {
                              if (c.flag == OrderFlag::Allergy) {
                                  order.allergy = c.on ? c.text : QString();
                              }
                              if (c.on) {
                                  order.flags.insert(c.flag);
                              } else {
                                  order.flags.erase(c.flag);
                              }
                          }},
               event.change);
    ++order.version;
    return order;
}

std::optional<Money> Order::total() const {
    Money sum{0, currency};
    for (const OrderLine& line : lines) {
        if (line.state == ItemState::Void) {
            continue;
        }
        if (!line.unitPrice) {
            return std::nullopt;
        }
        const auto next = line.unitPrice->times(line.quantity).and_then([&](const Money& amount) {
            return sum.plus(amount);
        });
        if (!next) {
            return std::nullopt;
        }
        sum = *next;
    }
    return sum;
}

bool Order::isOpen() const {
    return !isClosed(state);
}

} // namespace comanda
