#include "core/domain/order.h"
#include "tests/support/catch.h"

#include <random>

using namespace comanda;
using namespace Qt::StringLiterals;
namespace cmd = order_command;
namespace ev = order_event;
using State = OrderState;

namespace Catch {
template <>
struct StringMaker<OrderState> {
    static std::string convert(OrderState state) { return toWord(state).toStdString(); }
};
} // namespace Catch

namespace {

const Actor kLuisa{u"Luisa"_s, u"Caja 1"_s};
const Time kNoon = fromMillis(1'790'000'000'000);
const Currency kUsd{u"USD"_s, 2};

struct Desk { // an order with its history
    Order order;
    std::vector<OrderEvent> history;
    Time now = kNoon;
    bool oneMan = false;

    explicit Desk(bool draft = false) {
        OrderLine line;
        line.sku = u"PZ-MARG-L"_s;
        line.quantity = 2;
        line.unitPrice = Money{799, kUsd};
        order.currency = kUsd;
        take({OrderEventId(), kLuisa, now, ev::Created{{line}, {}, draft}, std::nullopt});
    }
    void take(const OrderEvent& event) {
        order = apply(order, event);
        history.push_back(event);
    }
    Result<> run(const OrderCommand& command) {
        const auto event = plan(order, history, command, kLuisa, now, oneMan);
        if (!event) {
            return fail(event.error());
        }
        take(*event);
        return Done{};
    }
};

} // namespace

TEST_CASE("Orders move only along the trade's edges", "[domain][order]") {
    struct Edge {
        State from, to;
    };
    const std::vector<Edge> edges{
        {State::Draft, State::New},
        {State::Draft, State::Discarded},
        {State::New, State::Accepted},
        {State::New, State::Rejected},
        {State::New, State::Cancelled},
        {State::Accepted, State::Preparing},
        {State::Accepted, State::Ready},
        {State::Accepted, State::Cancelled},
        {State::Preparing, State::Ready},
        {State::Preparing, State::Cancelled},
        {State::Ready, State::OutForDelivery},
        {State::Ready, State::Completed},
        {State::Ready, State::Failed},
        {State::Ready, State::Cancelled},
        {State::OutForDelivery, State::Completed},
        {State::OutForDelivery, State::Failed},
    };
    for (int from = 0; from <= static_cast<int>(State::Discarded); ++from) {
        for (int to = 0; to <= static_cast<int>(State::Discarded); ++to) {
            const auto a = static_cast<State>(from);
            const auto b = static_cast<State>(to);
            const bool expected = std::any_of(edges.begin(), edges.end(), [&](const Edge& edge) {
                return edge.from == a && edge.to == b;
            });
            CAPTURE(a, b);
            CHECK(mayMove(a, b) == expected);
        }
    }
}

TEST_CASE("An order's usual day", "[domain][order]") {
    Desk desk(true);
    CHECK(desk.order.state == State::Draft);
    REQUIRE(desk.run(cmd::Place{}));
    REQUIRE(desk.run(cmd::Accept{std::chrono::minutes(18)}));
    CHECK(desk.order.promisedAt == kNoon + std::chrono::minutes(18));
    CHECK(desk.order.acceptedAt == kNoon);
    REQUIRE(desk.run(cmd::Start{}));
    REQUIRE(desk.run(cmd::MarkReady{}));
    REQUIRE(desk.run(cmd::Dispatch{}));
    REQUIRE(desk.run(cmd::Complete{}));
    CHECK(desk.order.state == State::Completed);
    CHECK(desk.order.closedAt == kNoon);
    CHECK_FALSE(desk.order.isOpen());
    CHECK(desk.order.version == 7);
    CHECK(desk.run(cmd::Cancel{}).error().id == u"order.not_from_here"_s);
}

TEST_CASE("One step back is always allowed, except out of rejected and cancelled",
          "[domain][order]") {
    Desk desk;
    CHECK(desk.run(cmd::StepBack{}).error().id == u"order.no_step_back"_s);
    REQUIRE(desk.run(cmd::Accept{std::nullopt}));
    REQUIRE(desk.run(cmd::Start{}));
    desk.now += std::chrono::hours(1); // long after undo
    REQUIRE(desk.run(cmd::StepBack{}));
    CHECK(desk.order.state == State::Accepted);
    REQUIRE(desk.run(cmd::StepBack{}));
    CHECK(desk.order.state == State::New);
    CHECK_FALSE(desk.order.acceptedAt);
    REQUIRE(desk.run(cmd::Reject{u"closed"_s}));
    CHECK(desk.order.reason == u"closed"_s);
    CHECK_FALSE(desk.run(cmd::StepBack{}));
    REQUIRE(desk.run(cmd::Reopen{}));
    CHECK(desk.order.state == State::New);
    CHECK_FALSE(desk.order.closedAt);
}

TEST_CASE("Undo takes back the last move for ten seconds", "[domain][order]") {
    Desk desk;
    CHECK(desk.run(cmd::Undo{1}).error().id == u"order.nothing_to_undo"_s);
    REQUIRE(desk.run(cmd::Accept{std::nullopt}));
    REQUIRE(desk.run(cmd::MarkReady{}));
    CHECK(desk.run(cmd::Undo{2}).error().id == u"order.nothing_to_undo"_s); // not the last one
    desk.now += Millis(10'000);
    REQUIRE(desk.run(cmd::Undo{3}));
    CHECK(desk.order.state == State::Accepted);
    CHECK(desk.history.back().undoOf == 3);
    CHECK(desk.run(cmd::Undo{4}).error().id == u"order.nothing_to_undo"_s); // no undo of an undo
    REQUIRE(desk.run(cmd::Start{}));
    desk.now += Millis(10'001);
    CHECK(desk.run(cmd::Undo{5}).error().id == u"order.undo_too_late"_s);
}

TEST_CASE("One man may skip steps, and they are recorded", "[domain][order]") {
    Desk desk;
    CHECK_FALSE(desk.run(cmd::MarkReady{}));
    desk.oneMan = true;
    REQUIRE(desk.run(cmd::MarkReady{}));
    CHECK(desk.order.state == State::Ready);
    const auto& moved = std::get<ev::Moved>(desk.history.back().change);
    CHECK(moved.skipped == std::vector{State::Accepted, State::Preparing});
    CHECK(desk.order.acceptedAt); // it was accepted by being made
    REQUIRE(desk.run(cmd::StepBack{}));
    CHECK(desk.order.state == State::New);
    CHECK_FALSE(desk.run(cmd::Fail{})); // skipping is for going forward only
}

TEST_CASE("Totals are sums of priced lines, exact or absent", "[domain][order]") {
    Desk desk;
    CHECK(desk.order.total()->minor == 1598);
    auto lines = desk.order.lines;
    lines.push_back(lines.front());
    lines.back().quantity = 1;
    lines.back().unitPrice.reset();
    REQUIRE(desk.run(cmd::SetLines{lines}));
    CHECK_FALSE(desk.order.total());
    REQUIRE(desk.run(cmd::SetItem{1, ItemState::Void}));
    CHECK(desk.order.total()->minor == 1598); // what is void does not count
    CHECK(desk.run(cmd::SetItem{2, ItemState::Done}).error().id == u"order.no_such_line"_s);
    lines.back().unitPrice = Money{std::numeric_limits<std::int64_t>::max(), kUsd};
    REQUIRE(desk.run(cmd::SetLines{lines}));
    CHECK_FALSE(desk.order.total());
}

TEST_CASE("Every change survives the way to the store and back", "[domain][order]") {
    OrderLine line;
    line.sku = u"A"_s;
    line.name = u"Taco al pastor"_s;
    line.size = u"grande"_s;
    line.quantity = 3;
    line.unitPrice = Money{12'345, kUsd};
    line.modifiers = {u"SIN cebolla"_s};
    line.note = u"bien asada"_s;
    line.state = ItemState::Done;
    OrderDetails details;
    details.fulfilment = Fulfilment::Delivery;
    details.customerName = u"Ana"_s;
    details.phone = u"573105550142"_s;
    details.address = u"Cra 15 #20-31"_s;
    details.note = u"ring twice"_s;
    details.paymentMethod = u"nequi"_s;
    details.cashFor = u"50000"_s;
    details.wantedAt = kNoon;
    const std::vector<OrderChange> changes{
        ev::Created{{line}, details, true},
        ev::Moved{
            State::New, State::Ready, {State::Accepted, State::Preparing}, u"why"_s, kNoon, true},
        ev::LinesChanged{{line, OrderLine{}}},
        ev::DetailsChanged{details},
        ev::PaymentChanged{PaymentState::Paid, u"card"_s},
        ev::ItemChanged{2, ItemState::Void},
        ev::NoticeChanged{NoticeState::Delivered},
        ev::FlagChanged{OrderFlag::Allergy, true, u"maní"_s},
    };
    for (const OrderChange& change : changes) {
        CAPTURE(kindWord(change));
        const auto back = orderChangeFrom(kindWord(change), toJson(change));
        REQUIRE(back);
        CHECK(*back == change);
    }
    CHECK_FALSE(orderChangeFrom(u"moved", "{}"));
    CHECK_FALSE(orderChangeFrom(u"nonsense", "{}"));
    CHECK_FALSE(orderChangeFrom(u"moved", "["));
}

TEST_CASE("Whatever staff press, the order is the sum of its events", "[domain][order]") {
    std::mt19937 random(42);
    for (int round = 0; round < 50; ++round) {
        Desk desk(round % 2 == 0);
        desk.oneMan = round % 3 == 0;
        for (int i = 0; i < 60; ++i) {
            const std::vector<OrderCommand> wishes{
                cmd::Place{},
                cmd::Discard{},
                cmd::Accept{std::chrono::minutes(5)},
                cmd::Reject{},
                cmd::Start{},
                cmd::MarkReady{},
                cmd::Dispatch{},
                cmd::Complete{},
                cmd::Cancel{},
                cmd::Fail{},
                cmd::StepBack{},
                cmd::Reopen{},
                cmd::Undo{desk.order.version},
                cmd::SetPayment{PaymentState::Paid, {}},
                cmd::SetFlag{OrderFlag::CancelAsked, i % 2 == 0, {}}};
            const Order before = desk.order;
            desk.now += Millis(static_cast<int>(random() % 8000));
            if (!desk.run(wishes[random() % wishes.size()])) {
                CHECK(desk.order == before); // a refused wish changes nothing
            }
        }
        Order replayed;
        replayed.currency = kUsd;
        for (const OrderEvent& event : desk.history) {
            replayed = apply(replayed, event);
        }
        CHECK(replayed == desk.order);
        CHECK(desk.order.isOpen() != desk.order.closedAt.has_value());
    }
}
