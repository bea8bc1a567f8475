// Orders are the sum of their events, numbered per business day, told to the customer once.
#include "tests/store/counter.h"

#include <random>
#include <set>

using namespace comanda;
using namespace comanda::test;
namespace cmd = comanda::order_command;

namespace {

const Actor kLuz{u"Luz"_s, u"caja"_s};

struct Kitchen : Counter {
    explicit Kitchen(store::StoreConfig::Engine engine) : Counter(engine) {
        shop.notices.insert(OrderState::Accepted, u"Pedido {number} aceptado"_s);
        shop.notices.insert(OrderState::Ready, u"Pedido {number} listo"_s);
    }
    Result<Order> tryChange(const Order& order, const OrderCommand& command, int version = -1) {
        return tryWrite<Order>([&](Writer& w) {
            return w.changeOrder(order.id, version < 0 ? order.version : version, command, kLuz,
                                 shop);
        });
    }
    Order change(const Order& order, const OrderCommand& command) {
        return must(tryChange(order, command));
    }
    Order make(const Writer::NewOrder& order) {
        return write<Order>([&](Writer& w) { return w.createOrder(order, kLuz, shop); });
    }
    Order get(OrderId id) {
        return *read<std::optional<Order>>([&](Reader& r) { return r.order(id); });
    }
    std::vector<OrderEvent> history(OrderId id) {
        return read<std::vector<OrderEvent>>([&](Reader& r) { return r.orderEvents(id); });
    }
    Order fromCart() {
        const Intake intake = take(
            whatsapp, {cart(u"cart"_s, u"57300"_s,
                            {{u"PZ"_s, 2, u"7.99"_s, u"USD"_s}, {u"COLA"_s, 1, u"25"_s, u"USD"_s}},
                            u"sin cebolla"_s, now())});
        REQUIRE(intake.newOrders.size() == 1);
        return get(intake.newOrders.front());
    }
};

OrderLine line(const QString& name, int quantity) {
    OrderLine one;
    one.name = name;
    one.quantity = quantity;
    return one;
}

} // namespace

TEST_CASE("A structured cart is an order in the same breath", "[orders]") {
    Kitchen kitchen(eachEngine());
    const Order order = kitchen.fromCart();
    CHECK(order.state == OrderState::New);
    CHECK(order.number == 1);
    CHECK(order.businessDay == QDate(2026, 3, 14));
    CHECK(order.platform == Platform::WhatsApp);
    CHECK(order.details.note == u"sin cebolla"_s);
    CHECK(order.details.customerName == u"Ana"_s);
    CHECK(order.details.phone == u"57300"_s);
    CHECK(order.createdAt == kitchen.now());
    CHECK(order.flags.empty());
    REQUIRE(order.total());
    CHECK(order.total()->toDecimal() == u"40.98"_s);
    const Conversation conversation = kitchen.only();
    CHECK(order.conversation == conversation.id);
    CHECK(conversation.openOrders == 1);
    const Message source = kitchen.thread(conversation.id).front();
    CHECK(source.order == order.id);
    CHECK(source.cart.size() == 2);
    CHECK(order.sources == std::vector<MessageId>{source.id});

    CHECK(order.lines.front().name.isEmpty());
    kitchen.run([&](Writer& w) {
        return w.learnProducts(kitchen.whatsapp, {{u"PZ"_s, u"Pizza margarita"_s}});
    });
    CHECK(kitchen.get(order.id).lines.front().name == u"Pizza margarita"_s);
    CHECK(kitchen.board().front().lines.front().name == u"Pizza margarita"_s);
    CHECK(kitchen.board().front().lines.back().name.isEmpty());
}

TEST_CASE("Who is called nothing has the number or handle for a name", "[orders]") {
    Kitchen kitchen(eachEngine());
    const QStringList blanks{u""_s, u"\u200E"_s, u"\u3164"_s, u"\u2800 "_s};
    for (int i = 0; i < blanks.size(); ++i) {
        const QString phone = u"5730%1"_s.arg(i);
        CAPTURE(i);
        Event event =
            cart(QString::number(i), phone, {{u"PZ"_s, 1, u"7"_s, u"USD"_s}}, {}, kitchen.now());
        event.senderName = blanks[i];
        const Intake intake = kitchen.take(kitchen.whatsapp, {event});
        REQUIRE(intake.newOrders.size() == 1);
        const Order order = kitchen.get(intake.newOrders.front());
        CHECK(order.details.customerName == phone);
        const auto row = kitchen.read<std::optional<Conversation>>(
            [&](Reader& r) { return r.conversation(order.conversation); });
        REQUIRE(row);
        CHECK(row->name == phone);
        CHECK(row->handle.isEmpty()); // not said twice
    }
    Event event = cart(u"t"_s, u"77"_s, {{u"PZ"_s, 1, u"7"_s, u"USD"_s}}, {}, kitchen.now());
    event.ids = {{u"telegram"_s, u"77"_s}, {u"username"_s, u"ana_paz"_s}};
    event.senderName = u"\u3164"_s;
    const Intake intake = kitchen.take(kitchen.telegram, {event});
    REQUIRE(intake.newOrders.size() == 1);
    CHECK(kitchen.get(intake.newOrders.front()).details.customerName == u"@ana_paz"_s);
}

TEST_CASE("The list calls a cart's products as its order does", "[orders]") {
    Kitchen kitchen(eachEngine());
    const Order order = kitchen.fromCart();
    CHECK(kitchen.only().lastText == u"🛒 2 × PZ, 1 × COLA sin cebolla"_s);
    kitchen.run([&](Writer& w) {
        return w.learnProducts(kitchen.whatsapp,
                               {{u"PZ"_s, u"Pizza margarita"_s}, {u"COLA"_s, u"\u3164"_s}});
    });
    CHECK(kitchen.only().lastText == u"🛒 2 × Pizza margarita, 1 × COLA sin cebolla"_s);
    const auto one = kitchen.read<std::optional<Conversation>>(
        [&](Reader& r) { return r.conversation(order.conversation); });
    REQUIRE(one);
    CHECK(one->lastText == kitchen.only().lastText);
    Event answer = message(u"answer"_s, u"57300"_s, u"¿y eso?"_s, minutes(kitchen.now(), 1));
    answer.replyTo = u"cart"_s;
    kitchen.take(kitchen.whatsapp, {answer});
    CHECK(kitchen.thread(order.conversation).back().quotedText
          == u"🛒 2 × Pizza margarita, 1 × COLA sin cebolla"_s);
}

TEST_CASE("Odd carts are kept whole and marked", "[orders]") {
    Kitchen kitchen(eachEngine());
    const std::vector<CartItem> items{{u"A"_s, 1, u"5000"_s, u"COP"_s},
                                      {u"B"_s, 1, u"1.50"_s, u"USD"_s},
                                      {u"C"_s, 0, u"x"_s, u"COP"_s}};
    const Intake intake = kitchen.take(
        kitchen.whatsapp, {cart(u"1"_s, u"57300"_s, items, {}, minutes(kitchen.now(), -40)),
                           cart(u"2"_s, u"57300"_s, items, {}, minutes(kitchen.now(), -35)),
                           cart(u"3"_s, u"57300"_s, items, {}, kitchen.now()),
                           cart(u"4"_s, u"57301"_s, items, {}, kitchen.now())});
    REQUIRE(intake.newOrders.size() == 4);
    const Order first = kitchen.get(intake.newOrders[0]);
    CHECK(first.lines.size() == 3);
    CHECK(first.currency.code == u"COP"_s);
    CHECK(first.lines[0].unitPrice);
    CHECK_FALSE(first.lines[1].unitPrice); // an order has one currency
    CHECK_FALSE(first.lines[2].unitPrice);
    CHECK(first.lines[2].quantity == 1);
    CHECK(first.flags == std::set{OrderFlag::LateArrival});
    CHECK(kitchen.get(intake.newOrders[1]).flags
          == std::set{OrderFlag::LateArrival, OrderFlag::PossibleDuplicate});
    CHECK(kitchen.get(intake.newOrders[2]).flags.empty());
    CHECK(kitchen.get(intake.newOrders[3]).flags.empty());
    CHECK(kitchen.get(intake.newOrders[3]).number == 4);
}

TEST_CASE("A cart keeps its prices in whatever currency it is", "[orders]") {
    Kitchen kitchen(eachEngine());
    const std::vector<CartItem> items{{u"A"_s, 2, u"149.90"_s, u"TRY"_s}};
    const Intake intake =
        kitchen.take(kitchen.whatsapp, {cart(u"1"_s, u"90532"_s, items, {}, kitchen.now())});
    REQUIRE(intake.newOrders.size() == 1);
    const Order order = kitchen.get(intake.newOrders[0]);
    CHECK(order.currency == Currency{u"TRY"_s, 2});
    CHECK(order.lines[0].unitPrice == Money{14'990, order.currency});
}

TEST_CASE("Numbers start anew with the business day", "[orders]") {
    Kitchen kitchen(eachEngine());
    Writer::NewOrder order;
    order.lines = {line(u"Tinto"_s, 1)};
    CHECK(kitchen.make(order).number == 1);
    kitchen.fixture.clock.set(*fromIso(u"2026-03-15T08:59:00Z")); // 3:59 in Bogotá: still the 14th
    CHECK(kitchen.make(order).number == 2);
    kitchen.fixture.clock.set(*fromIso(u"2026-03-15T09:00:00Z"));
    const Order next = kitchen.make(order);
    CHECK(next.number == 1);
    CHECK(next.businessDay == QDate(2026, 3, 15));
    CHECK(next.platform == Platform::Counter);
    CHECK(next.currency.code == u"COP"_s);
    const auto between = [&](QDate from, QDate to) {
        return kitchen
            .read<std::vector<Order>>([&](Reader& r) { return r.ordersBetween(from, to); })
            .size();
    };
    CHECK(between(QDate(2026, 3, 14), QDate(2026, 3, 14)) == 2);
    CHECK(between(QDate(2026, 3, 1), QDate(2026, 3, 31)) == 3);
    CHECK_FALSE(
        kitchen.tryWrite<Order>([&](Writer& w) { return w.createOrder({}, kLuz, kitchen.shop); }));
}

TEST_CASE("Whoever comes with an old version changes nothing", "[orders]") {
    Kitchen kitchen(eachEngine());
    const Order order = kitchen.fromCart();
    const Order accepted = kitchen.change(order, cmd::Accept{});
    CHECK(accepted.version == order.version + 1);
    const auto stale = kitchen.tryChange(order, cmd::Reject{u"cerrado"_s});
    REQUIRE_FALSE(stale);
    CHECK(stale.error().id == u"order.changed_meanwhile"_s);
    CHECK(stale.error().kind == ErrorKind::Conflict);
    CHECK(kitchen.get(order.id) == accepted);
    CHECK(kitchen.history(order.id).size() == 2);
    CHECK_FALSE(kitchen.tryChange(order, cmd::Reject{}, 99));
    CHECK(kitchen.tryChange(Order{}, cmd::Accept{}).error().kind == ErrorKind::NotFound);
}

TEST_CASE("The customer is told ten seconds later, unless it is undone", "[orders][notices]") {
    Kitchen kitchen(eachEngine());
    Order order = kitchen.change(kitchen.fromCart(), cmd::Accept{std::chrono::minutes(20)});
    CHECK(kitchen.only().waiting == 1);
    CHECK(kitchen.claim().empty());
    SECTION("undone") {
        kitchen.fixture.clock.advance(Millis(9'000));
        order = kitchen.change(order, cmd::Undo{order.version});
        CHECK(order.state == OrderState::New);
        CHECK(kitchen.only().waiting == 0);
        CHECK(kitchen.thread(kitchen.only().id).size() == 1);
        kitchen.fixture.clock.advance(Millis(10'000));
        CHECK(kitchen.claim().empty());
        CHECK(kitchen.history(order.id).back().undoOf == order.version - 1);
    }
    SECTION("a staff message does not wait for it") {
        const MessageId said = kitchen.say(kitchen.only().id, u"¿Con picante?"_s);
        const auto claimed = kitchen.claim();
        REQUIRE(claimed.size() == 1);
        CHECK(claimed.front().message == said);
    }
    SECTION("told") {
        kitchen.fixture.clock.advance(kUndoFor);
        const auto claimed = kitchen.claim();
        REQUIRE(claimed.size() == 1);
        CHECK(claimed.front().out.text == u"Pedido 1 aceptado"_s);
        CHECK(claimed.front().reasonOrder == order.id);
        CHECK(claimed.front().reasonState == OrderState::Accepted);
        CHECK(claimed.front().reasonHolds);
        CHECK(claimed.front().expires);
        CHECK(order.notice == NoticeState::NotTold);
        kitchen.settle(claimed.front(), next::Sent{u"n1"_s});
        CHECK(kitchen.get(order.id).notice == NoticeState::Sent);
        kitchen.take(kitchen.whatsapp,
                     {status(u"n1"_s, DeliveryStatus::Read, u"57300"_s, kitchen.now())});
        CHECK(kitchen.get(order.id).notice == NoticeState::Delivered);
        order = kitchen.get(order.id);
        order = kitchen.change(order, cmd::Start{});     // not told
        order = kitchen.change(order, cmd::MarkReady{}); // told
        kitchen.fixture.clock.advance(kUndoFor);
        const auto ready = kitchen.claim();
        REQUIRE(ready.size() == 1);
        order = kitchen.change(order, cmd::StepBack{}); // while it is on its way
        kitchen.settle(ready.front(), next::GiveUp{u"outbox.window_closed"_s, {}});
        CHECK(kitchen.get(order.id).notice == NoticeState::Failed);
        CHECK(kitchen.claim().empty()); // a step back says nothing by itself
    }
    SECTION("a notice whose state is over is not sent") {
        kitchen.fixture.clock.advance(kUndoFor);
        const auto claimed = kitchen.claim();
        kitchen.settle(claimed.front(),
                       next::TryAgain{kitchen.now() + Millis(1), u"timeout"_s, false});
        order = kitchen.change(order, cmd::Cancel{u"no hay gas"_s});
        kitchen.fixture.clock.advance(Millis(10));
        CHECK(kitchen.claim().empty());
        CHECK(kitchen.only().waiting == 0);
    }
}

TEST_CASE("Nobody is told who blocked us or came to the counter", "[orders][notices]") {
    Kitchen kitchen(eachEngine());
    const Order order = kitchen.fromCart();
    Event blocked = ignored({}, u"blocked"_s);
    blocked.eventKey = u"b"_s;
    blocked.conversationKey = u"57300"_s;
    blocked.reachability = Reachability::Blocked;
    kitchen.take(kitchen.whatsapp, {blocked});
    kitchen.change(order, cmd::Accept{});
    Writer::NewOrder counter;
    counter.lines = {line(u"Tinto"_s, 1)};
    kitchen.change(kitchen.make(counter), cmd::Accept{});
    kitchen.fixture.clock.advance(kUndoFor);
    CHECK(kitchen.claim().empty());
    CHECK(kitchen.read<store::StoreFigures>([](Reader& r) { return r.figures(); }).waiting == 0);
}

TEST_CASE("A customer who edits or deletes the ordered message is heard", "[orders]") {
    Kitchen kitchen(eachEngine());
    kitchen.take(kitchen.whatsapp, {message(u"t"_s, u"57300"_s, u"2 tacos"_s, kitchen.now())});
    const ConversationId conversation = kitchen.only().id;
    Writer::NewOrder fromChat;
    fromChat.conversation = conversation;
    fromChat.lines = {line(u"Taco"_s, 2)};
    fromChat.sources = {kitchen.thread(conversation).front().id};
    const Order order = kitchen.make(fromChat);
    CHECK(order.platform == Platform::WhatsApp);
    kitchen.take(kitchen.whatsapp,
                 {about(EventKind::Edit, u"e"_s, u"t"_s, u"57300"_s, u"3 tacos"_s, kitchen.now()),
                  about(EventKind::Delete, u"d"_s, u"t"_s, u"57300"_s, {}, kitchen.now())});
    CHECK(kitchen.get(order.id).flags == std::set{OrderFlag::ChangeAsked, OrderFlag::CancelAsked});
    CHECK(kitchen.history(order.id).back().who.name == u"customer"_s);
    CHECK(kitchen.thread(conversation).front().text == u"3 tacos"_s);
}

TEST_CASE("The board equals the sum of the events after 500 random commands",
          "[orders][property]") {
    Kitchen kitchen(eachEngine());
    std::mt19937 random(7);
    std::vector<OrderId> ids{kitchen.fromCart().id};
    for (int i = 0; i < 5; ++i) {
        Writer::NewOrder order;
        order.conversation = kitchen.only().id;
        order.lines = {line(u"Taco"_s, 1 + i), line(u"Agua"_s, 1)};
        order.asDraft = i % 2 == 0;
        ids.push_back(kitchen.make(order).id);
    }
    const auto any = [&](const Order& order) -> OrderCommand {
        OrderDetails details = order.details;
        details.note = u"nota %1"_s.arg(random() % 100);
        const std::vector<OrderCommand> commands{
            cmd::Place{},
            cmd::Accept{std::chrono::minutes(20)},
            cmd::Start{},
            cmd::MarkReady{},
            cmd::Dispatch{},
            cmd::Complete{},
            cmd::Cancel{u"x"_s},
            cmd::Reject{u"y"_s},
            cmd::Fail{u"z"_s},
            cmd::StepBack{},
            cmd::Reopen{},
            cmd::Undo{order.version},
            cmd::SetLines{{line(u"Sopa"_s, 1 + static_cast<int>(random() % 3))}},
            cmd::SetDetails{details},
            cmd::SetPayment{PaymentState::Paid, u"nequi"_s},
            cmd::SetItem{0, ItemState::Done},
            cmd::SetFlag{OrderFlag::Allergy, random() % 2 == 0, u"maní"_s}};
        return commands[random() % commands.size()];
    };
    int refused = 0;
    for (int i = 0; i < 500; ++i) {
        const OrderId id = ids[random() % ids.size()];
        const Order order = kitchen.get(id);
        kitchen.fixture.clock.advance(Millis(random() % 15'000));
        const auto changed = kitchen.tryChange(order, any(order));
        refused += changed ? 0 : 1;
        if (!changed) {
            CHECK(kitchen.get(id) == order);
        }
    }
    CHECK(refused > 0);
    int open = 0;
    for (const OrderId id : ids) {
        const Order shown = kitchen.get(id);
        Order summed;
        for (const OrderEvent& event : kitchen.history(id)) {
            summed = apply(summed, event);
        }
        // What no event says: who, when and where it began.
        summed.id = shown.id;
        summed.number = shown.number;
        summed.businessDay = shown.businessDay;
        summed.channel = shown.channel;
        summed.platform = shown.platform;
        summed.conversation = shown.conversation;
        summed.customer = shown.customer;
        summed.currency = shown.currency;
        summed.createdAt = shown.createdAt;
        summed.sources = shown.sources;
        summed.notice = shown.notice;
        CHECK(summed == shown);
        open += shown.isOpen() ? 1 : 0;
    }
    const Conversation conversation = kitchen.only();
    CHECK(conversation.openOrders == open);
    const auto ofAna = kitchen.read<std::vector<Order>>(
        [&](Reader& r) { return r.ordersOf(conversation.id, 100); });
    CHECK(ofAna.size() == 6);
    const auto closed =
        kitchen.read<std::vector<Order>>([](Reader& r) { return r.recentlyClosed(20); });
    CHECK(static_cast<int>(closed.size()) == 6 - open);
}

TEST_CASE("Every order of a long board knows the messages that it came from", "[orders]") {
    Counter shop(eachEngine());
    constexpr int kOrders = 120; // more than are asked for at once, and no multiple of it
    Events carts;
    for (int i = 0; i < kOrders; ++i) {
        carts.push_back(cart(QString::number(i), u"573%1"_s.arg(i),
                             {{u"A%1"_s.arg(i), 1, u"1"_s, u"COP"_s}}, {}, shop.now()));
    }
    shop.take(shop.whatsapp, carts);
    const auto board = shop.board();
    REQUIRE(board.size() == kOrders);
    std::set<MessageId> sources;
    for (const Order& order : board) {
        REQUIRE(order.sources.size() == 1);
        CHECK(shop.thread(order.conversation).front().id == order.sources.front());
        sources.insert(order.sources.front());
    }
    CHECK(sources.size() == kOrders);
}
