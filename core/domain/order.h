// An order and its life: every change is an appended event; the order is the sum of its events.
// States, axes and transitions are those of the restaurant trade (draft to completed); the words
// are stored and exported.
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/money.h"
#include "core/domain/platform.h"

#include <QDate>
#include <QString>

#include <optional>
#include <set>
#include <variant>
#include <vector>

namespace comanda {

enum class OrderState {
    Draft, // read from a chat, not promised
    New,
    Accepted,
    Preparing,
    Ready,
    OutForDelivery,
    Completed,
    Rejected,
    Cancelled,
    Failed, // no-show, undeliverable
    Discarded
};

enum class PaymentState { Unpaid, Claimed, Paid, Refunded };
enum class ItemState { Todo, Done, Void };
enum class NoticeState { NotTold, Sent, Delivered, Failed };
enum class Fulfilment { Unknown, Delivery, Pickup, DineIn };
enum class OrderFlag {
    ChangeAsked,
    CancelAsked,
    LateArrival,
    Allergy,
    ChannelDown,
    PossibleDuplicate
};

struct OrderLine {
    QString sku;  // the catalogue's id; may be empty
    QString name; // what the cook reads; empty: not known yet, show the sku
    QString size;
    int quantity = 1;
    std::optional<Money> unitPrice; // nullopt: not known
    QStringList modifiers;          // as they are shown: "SIN cebolla"
    QString note;
    ItemState state = ItemState::Todo;

    bool operator==(const OrderLine&) const = default;
};

struct OrderDetails {
    Fulfilment fulfilment = Fulfilment::Unknown;
    QString customerName, phone, address, note;
    QString paymentMethod;        // "cash", "nequi", … ; empty: not said
    QString cashFor;              // the note the customer pays with, decimal text; empty: not said
    std::optional<Time> wantedAt; // nullopt: as soon as possible

    bool operator==(const OrderDetails&) const = default;
};

inline constexpr QLatin1StringView kProgramActor{"comanda"}; // acted by itself

struct Actor {
    QString name; // a person, "customer", or kProgramActor
    QString seat;

    bool operator==(const Actor&) const = default;
};

// What happened. One row each, never changed.
namespace order_event {
struct Created {
    std::vector<OrderLine> lines;
    OrderDetails details;
    bool asDraft = false;
    bool operator==(const Created&) const = default;
};
struct Moved {
    OrderState from = OrderState::Draft, to = OrderState::New;
    std::vector<OrderState> skipped; // steps passed over in one-man mode
    QString reason;                  // of a rejection, cancellation or failure
    std::optional<Time> promisedAt;  // set on acceptance
    bool back = false;               // a recall or a reopening
    bool operator==(const Moved&) const = default;
};
struct LinesChanged {
    std::vector<OrderLine> lines;
    bool operator==(const LinesChanged&) const = default;
};
struct DetailsChanged {
    OrderDetails details;
    bool operator==(const DetailsChanged&) const = default;
};
struct PaymentChanged {
    PaymentState state = PaymentState::Unpaid;
    QString method;
    bool operator==(const PaymentChanged&) const = default;
};
struct ItemChanged {
    int line = 0; // index
    ItemState state = ItemState::Done;
    bool operator==(const ItemChanged&) const = default;
};
struct NoticeChanged {
    NoticeState state = NoticeState::Sent;
    bool operator==(const NoticeChanged&) const = default;
};
struct FlagChanged {
    OrderFlag flag = OrderFlag::ChangeAsked;
    bool on = true;
    QString text; // the customer's words, or which allergy
    bool operator==(const FlagChanged&) const = default;
};
} // namespace order_event

using OrderChange =
    std::variant<order_event::Created, order_event::Moved, order_event::LinesChanged,
                 order_event::DetailsChanged, order_event::PaymentChanged, order_event::ItemChanged,
                 order_event::NoticeChanged, order_event::FlagChanged>;

struct OrderEvent {
    OrderEventId id;
    Actor who;
    Time at;
    OrderChange change;
    std::optional<int> undoOf; // version that this event takes back

    bool operator==(const OrderEvent&) const = default;
};

struct Order {
    OrderId id;
    int version = 0; // events applied so far
    int number = 0;  // from 1 per business day and branch
    QDate businessDay;
    ChannelId channel; // invalid for phone and counter
    Platform platform = Platform::Counter;
    ConversationId conversation; // invalid: none
    CustomerId customer;
    OrderState state = OrderState::Draft;
    PaymentState payment = PaymentState::Unpaid;
    NoticeState notice = NoticeState::NotTold;
    std::set<OrderFlag> flags;
    QString allergy; // the customer's words
    std::vector<OrderLine> lines;
    OrderDetails details;
    Currency currency;
    Time createdAt; // when the customer sent it (or staff made it)
    Time stateSince;
    std::optional<Time> acceptedAt, promisedAt, closedAt;
    QString reason; // of rejected, cancelled or failed
    std::vector<MessageId> sources;

    bool operator==(const Order&) const = default;

    // Sum of the priced lines; nullopt when any line has no price or the sum overflows.
    [[nodiscard]] std::optional<Money> total() const;
    [[nodiscard]] bool isOpen() const; // new to out_for_delivery, and drafts
};

// What a person asks for.
namespace order_command {
struct Place {};   // draft -> new
struct Discard {}; // draft -> discarded
struct Accept {
    std::optional<std::chrono::minutes> promise; // nullopt: no promised time
};
struct Reject {
    QString reason;
};
struct Start {}; // to preparing
struct MarkReady {};
struct Dispatch {}; // out for delivery
struct Complete {};
struct Cancel {
    QString reason;
};
struct Fail {
    QString reason;
};
struct StepBack {};  // recall
struct Reopen {};    // rejected or cancelled -> new, by a named person
struct Undo {        // of the last move
    int version = 0; // the version that the move made
};
struct SetLines {
    std::vector<OrderLine> lines;
};
struct SetDetails {
    OrderDetails details;
};
struct SetPayment {
    PaymentState state = PaymentState::Paid;
    QString method;
};
struct SetItem {
    int line = 0;
    ItemState state = ItemState::Done;
};
struct SetFlag {
    OrderFlag flag = OrderFlag::ChangeAsked;
    bool on = true;
    QString text;
};
} // namespace order_command

using OrderCommand =
    std::variant<order_command::Place, order_command::Discard, order_command::Accept,
                 order_command::Reject, order_command::Start, order_command::MarkReady,
                 order_command::Dispatch, order_command::Complete, order_command::Cancel,
                 order_command::Fail, order_command::StepBack, order_command::Reopen,
                 order_command::Undo, order_command::SetLines, order_command::SetDetails,
                 order_command::SetPayment, order_command::SetItem, order_command::SetFlag>;

// The event that a command becomes, or why it may not: "order.not_from_here" (with "from", "to"),
// "order.undo_too_late", "order.nothing_to_undo", "order.no_such_line", "order.empty".
// `oneMan` allows steps to be skipped forward; `history` is every event of the order so far.
[[nodiscard]] Result<OrderEvent> plan(const Order& order, const std::vector<OrderEvent>& history,
                                      const OrderCommand& command, const Actor& who, Time now,
                                      bool oneMan);
// The order after one more event. Total: an event that was once written always applies.
[[nodiscard]] Order apply(Order order, const OrderEvent& event);

[[nodiscard]] bool mayMove(OrderState from, OrderState to);
// The big button of the card: what usually comes next; nullopt for a closed order.
[[nodiscard]] std::optional<OrderState> nextStep(OrderState state, Fulfilment fulfilment);
// Where a recall goes; nullopt if there is no step back.
[[nodiscard]] std::optional<OrderState> previousStep(const Order& order,
                                                     const std::vector<OrderEvent>& history);

constexpr Millis kUndoFor{10'000};

[[nodiscard]] QString toWord(OrderState state);
[[nodiscard]] QString toWord(PaymentState state);
[[nodiscard]] QString toWord(ItemState state);
[[nodiscard]] QString toWord(NoticeState state);
[[nodiscard]] QString toWord(Fulfilment fulfilment);
[[nodiscard]] QString toWord(OrderFlag flag);
[[nodiscard]] std::optional<OrderState> orderStateFrom(QStringView word);
[[nodiscard]] std::optional<PaymentState> paymentStateFrom(QStringView word);
[[nodiscard]] std::optional<ItemState> itemStateFrom(QStringView word);
[[nodiscard]] std::optional<NoticeState> noticeStateFrom(QStringView word);
[[nodiscard]] std::optional<Fulfilment> fulfilmentFrom(QStringView word);
[[nodiscard]] std::optional<OrderFlag> orderFlagFrom(QStringView word);

// An event's change as stored (kind word and JSON payload) and back; fails with
// "order.unreadable_event".
[[nodiscard]] QString kindWord(const OrderChange& change);
[[nodiscard]] QByteArray toJson(const OrderChange& change);
[[nodiscard]] Result<OrderChange> orderChangeFrom(QStringView kind, const QByteArray& json);

} // namespace comanda
