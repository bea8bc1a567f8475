// An order being typed or changed: what was typed is there until it is saved or thrown away.
#include "core/store/reader.h"
#include "core/store/writer.h"
#include "tests/ui/hands.h"

#include <QMenu>

using namespace comanda;
using namespace comanda::test;
using namespace comanda::ui;
using namespace Qt::StringLiterals;

namespace {

void changeElsewhere(test::Seat& seat, OrderId id, const OrderCommand& command) {
    const int version = seat.now(id).version;
    REQUIRE(seat.store->writeNow([&](store::Writer& writer) -> Result<> {
        const auto changed =
            writer.changeOrder(id, version, command, {u"Pepe"_s, u"Caja 2"_s}, test::sampleShop());
        return changed ? Result<>(Done{}) : Result<>(fail(changed.error()));
    }));
}

std::vector<OrderLine> withCoca(std::vector<OrderLine> lines) {
    OrderLine coca;
    coca.name = u"Coca"_s;
    lines.push_back(coca);
    return lines;
}

Conversation conversation(test::Seat& seat, ConversationId id) {
    Conversation found;
    REQUIRE(seat.store->readNow([&](store::Reader& reader) -> Result<> {
        found = reader.conversation(id).value().value();
        return Done{};
    }));
    return found;
}

void newByPhone(test::Seat& seat) {
    press(Qt::Key_F2);
    QLineEdit& typing = in<QLineEdit>(seat.window->shell().queue(), u"typing"_s);
    REQUIRE(test::waitUntil([&] { return QApplication::focusWidget() == &typing; }));
}

QStringList dishes(const std::vector<OrderLine>& lines) {
    QStringList names;
    for (const OrderLine& line : lines) {
        names << line.name.toLower();
    }
    return names;
}

const QString kWhen = u"When (20:00; empty: as soon as possible)"_s;

} // namespace

TEST_CASE("the second order by phone begins empty", "[ui][typing]") {
    test::Seat seat;
    QueuePage& queue = seat.open().queue();
    focus(queue);
    for (const std::size_t already : {0U, 1U}) {
        press(Qt::Key_F2);
        QLineEdit& typing = in<QLineEdit>(queue, u"typing"_s);
        REQUIRE(test::waitUntil([&] { return QApplication::focusWidget() == &typing; }));
        REQUIRE(paneOf(queue).draft().lines.empty());
        CHECK(paneOf(queue).draft().details.customerName.isEmpty());
        write(u"1 sopa"_s);
        focus(field(paneOf(queue), u"Name"_s));
        write(u"Eva"_s);
        press(Qt::Key_Return, Qt::ControlModifier);
        REQUIRE(test::waitUntil([&] { return openOrders(seat).size() == already + 1; }));
        REQUIRE(test::waitUntil([&] { return paneOf(queue).isHidden(); }));
        CHECK(openOrders(seat).back().lines.size() == 1);
    }
}

TEST_CASE("an order on its way is not submitted again, nor does it come back", "[ui][typing]") {
    test::Seat seat;
    const ConversationId ana = seat.write(u"Ana"_s, u"2 tacos"_s);
    const ConversationId luz = seat.write(u"Luz"_s, u"3 sopas"_s);
    seat.open();
    InboxPage& inbox = openChat(seat, ana);
    inbox.makeOrder();
    SidePane& side = inbox.side();
    side.pane().submit(true);
    Q_EMIT side.pane().editor().changed();
    CHECK_FALSE(in<ui::Button>(side.pane(), u"primary"_s).isEnabled());
    CHECK_FALSE(in<ui::Button>(side.pane(), u"toQueue"_s).isEnabled());
    side.pane().submit(true);
    // The answer finds another order being typed.
    OrderLine sopa;
    sopa.name = u"Sopa"_s;
    seat.window->shell().openConversation(luz);
    REQUIRE(inbox.chat().conversation()->id == luz);
    side.order(conversation(seat, luz), {{{}, true, {sopa}}});
    CHECK(in<ui::Button>(side.pane(), u"primary"_s).isEnabled());
    REQUIRE(test::waitUntil([&] {
        const auto orders = openOrders(seat);
        return orders.size() == 1 && orders.front().state == OrderState::Accepted;
    }));
    settle(seat);
    CHECK(openOrders(seat).size() == 1);
    CHECK(side.isTyping());
    CHECK(side.pane().draft().conversation == luz);
    CHECK(side.pane().draft().lines.size() == 1);
    openChat(seat, ana);
    CHECK_FALSE(side.isTyping());
    openChat(seat, luz);
    CHECK(side.isTyping());
    CHECK(side.pane().draft().lines.size() == 1);
}

TEST_CASE("saving a change keeps what another seat changed meanwhile", "[ui][typing]") {
    test::Seat seat;
    QueuePage& queue = seat.open().queue();
    const Order order = seat.order(u"Ana"_s, u"Taco"_s);
    REQUIRE(seat.shows(order.id));
    queue.show(order.id);
    OrderPane& pane = paneOf(queue);
    focus(field(pane, u"Note"_s));
    write(u"al fondo"_s);
    const auto both = withCoca(order.lines);
    changeElsewhere(seat, order.id, order_command::SetLines{both});
    REQUIRE(test::waitUntil([&] { return pane.draft().lines == both; }));
    CHECK(pane.draft().details.note == u"al fondo"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(test::waitUntil([&] { return seat.now(order.id).details.note == u"al fondo"_s; }));
    CHECK(seat.now(order.id).lines == both);
    settle(seat);
    CHECK_FALSE(pane.editor().isDirty());

    // Both changed the lines: nothing is overwritten, nothing typed is lost.
    focus(in<QLineEdit>(pane, u"typing"_s));
    write(u"1 sopa"_s);
    changeElsewhere(seat, order.id, order_command::SetLines{order.lines});
    const auto state = [&] { return queue.board().card(order.id)->order().lines.size(); };
    REQUIRE(test::waitUntil([&] { return state() == order.lines.size(); }));
    press(Qt::Key_Return, Qt::ControlModifier);
    settle(seat);
    settle(seat);
    CHECK(seat.now(order.id).lines == order.lines);
    CHECK(pane.draft().lines.back().name == u"Sopa"_s);
    in<ui::Button>(pane, u"more"_s).click();
    QMenu& menu = in<QMenu>(pane, u"moreMenu"_s);
    menu.actions().front()->trigger(); // throw it away
    menu.close();
    CHECK(pane.draft().lines == order.lines);
    CHECK_FALSE(pane.editor().isDirty());
}

TEST_CASE("a message's words come into an order once, and an emptied order is gone",
          "[ui][typing]") {
    test::Seat seat;
    const ConversationId ana = seat.write(u"Ana"_s, u"2 tacos y una coca"_s);
    const ConversationId luz = seat.write(u"Luz"_s, u"hola"_s);
    seat.open();
    InboxPage& inbox = openChat(seat, ana);
    SidePane& side = inbox.side();
    inbox.makeOrder();
    REQUIRE(side.pane().draft().lines.size() == 2);
    focus(in<QLineEdit>(side, u"typing"_s));
    press(Qt::Key_Escape);
    REQUIRE_FALSE(side.isTyping());
    inbox.makeOrder();
    CHECK(side.pane().draft().lines.size() == 2);
    openChat(seat, luz);
    openChat(seat, ana);
    REQUIRE(side.isTyping());
    while (!side.pane().draft().lines.empty()) {
        for (ui::Button* away : side.findChildren<ui::Button*>(u"removeLine"_s)) {
            if (away->isVisible()) {
                QTest::mouseClick(away, Qt::LeftButton);
                break;
            }
        }
    }
    focus(in<QLineEdit>(side, u"typing"_s));
    press(Qt::Key_Escape);
    openChat(seat, luz);
    openChat(seat, ana);
    CHECK_FALSE(side.isTyping());
}

TEST_CASE("a change that was not saved is there when its order is opened again", "[ui][typing]") {
    test::Seat seat;
    const ConversationId luz = seat.write(u"Luz"_s, u"3 sopas"_s);
    QueuePage& queue = seat.open().queue();
    const Order one = seat.order(u"Ana"_s, u"Taco"_s);
    const Order two = seat.order(u"Luz"_s, u"Taco"_s, luz);
    REQUIRE(seat.shows(two.id));
    OrderPane& pane = paneOf(queue);
    const auto typed = [](OrderPane& where) { return where.draft().details.note; };
    queue.show(one.id);
    focus(field(pane, u"Note"_s));
    write(u"al fondo"_s);
    press(Qt::Key_Escape);
    queue.show(one.id);
    CHECK(typed(pane) == u"al fondo"_s);
    queue.show(two.id);
    CHECK(typed(pane).isEmpty());
    queue.newOrder();
    CHECK(typed(pane).isEmpty());
    REQUIRE(test::waitUntil([&] { return QApplication::focusWidget() != nullptr; }));
    focus(in<QLineEdit>(pane, u"typing"_s));
    write(u"4 arepa"_s);
    queue.show(one.id);
    CHECK(typed(pane) == u"al fondo"_s);
    CHECK(pane.openOrder() == one.id);
    queue.newOrder();
    REQUIRE(pane.draft().lines.size() == 1);
    CHECK(pane.draft().lines.front().quantity == 4);

    InboxPage& inbox = openChat(seat, luz);
    SidePane& side = inbox.side();
    side.open(two);
    focus(field(side.pane(), u"Note"_s));
    write(u"sin sal"_s);
    inbox.makeOrder();
    REQUIRE(side.isTyping());
    side.open(two);
    CHECK(typed(side.pane()) == u"sin sal"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(test::waitUntil([&] { return seat.now(two.id).details.note == u"sin sal"_s; }));
    CHECK(seat.now(two.id).lines == two.lines);
}

TEST_CASE("a price that cannot be read is marked and not saved", "[ui][typing]") {
    test::Seat seat;
    QueuePage& queue = seat.open().queue();
    const Order order = seat.order(u"Ana"_s, u"Taco"_s);
    REQUIRE(seat.shows(order.id));
    queue.show(order.id);
    OrderPane& pane = paneOf(queue);
    QLineEdit& price = in<QLineEdit>(pane, u"price"_s);
    focus(price);
    price.selectAll();
    write(u"caro"_s);
    CHECK(price.property("unreadable").toBool());
    const auto& primary = in<ui::Button>(pane, u"primary"_s);
    CHECK_FALSE(primary.isEnabled());
    CHECK(primary.text().contains(u"price"_s));
    press(Qt::Key_Return, Qt::ControlModifier);
    settle(seat);
    CHECK(seat.now(order.id).version == order.version);
    price.selectAll();
    write(u"9.000"_s);
    CHECK_FALSE(price.property("unreadable").toBool());
    press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(test::waitUntil([&] { return seat.now(order.id).version > order.version; }));
    CHECK(seat.now(order.id).lines.front().unitPrice->minor == 900'000);
}

TEST_CASE("the first order by phone is one by phone and knows the prices", "[ui][typing]") {
    for (const bool cardBefore : {false, true}) {
        test::Seat seat;
        QueuePage& queue = seat.open().queue();
        const Order order = seat.order(u"Ana"_s, u"Taco"_s);
        REQUIRE(seat.shows(order.id));
        if (cardBefore) {
            queue.show(order.id);
        }
        focus(queue);
        newByPhone(seat);
        CHECK(paneOf(queue).draft().platform == Platform::Phone);
        CHECK_FALSE(paneOf(queue).editor().isDirty());
        write(u"1 taco"_s);
        CHECK(test::waitUntil([&] {
            const auto lines = paneOf(queue).draft().lines;
            return lines.size() == 1 && lines.front().unitPrice;
        }));
    }
}

TEST_CASE("a time or a price that cannot be read waits as it was typed", "[ui][typing]") {
    test::Seat seat;
    QueuePage& queue = seat.open().queue();
    const Order order = seat.order(u"Ana"_s, u"Taco"_s);
    REQUIRE(seat.shows(order.id));
    OrderPane& pane = paneOf(queue);
    const auto& primary = in<ui::Button>(pane, u"primary"_s);
    focus(queue);
    newByPhone(seat);
    write(u"1 sopa"_s);
    focus(field(pane, kWhen));
    write(u"8pm"_s);
    REQUIRE_FALSE(primary.isEnabled());
    queue.show(order.id);
    QLineEdit& price = in<QLineEdit>(pane, u"price"_s);
    focus(price);
    price.selectAll();
    write(u"caro"_s);
    press(Qt::Key_F2);
    CHECK(field(pane, kWhen).text() == u"8pm"_s);
    CHECK(dishes(pane.draft().lines) == QStringList{u"sopa"_s});
    CHECK_FALSE(primary.isEnabled());
    queue.show(order.id);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    CHECK(in<QLineEdit>(pane, u"price"_s).text() == u"caro"_s);
    CHECK(in<QLineEdit>(pane, u"price"_s).property("unreadable").toBool());
    CHECK_FALSE(primary.isEnabled());
}

TEST_CASE("a picked message comes into an order once, selected words whenever they are asked for",
          "[ui][typing]") {
    test::Seat seat;
    const ConversationId ana = seat.write(u"Ana"_s, u"2 tacos y una sopa"_s);
    seat.open();
    InboxPage& inbox = openChat(seat, ana);
    OrderPane& pane = inbox.side().pane();
    inbox.makeOrder();
    REQUIRE(dishes(pane.draft().lines) == QStringList{u"tacos"_s, u"sopa"_s});
    seat.write(u"Ana"_s, u"1 coca"_s);
    REQUIRE(test::waitUntil([&] { return inbox.chat().messages().rowCount() == 2; }));
    const auto pickBoth = [&] {
        ThreadView& thread = inbox.chat().thread();
        focus(thread);
        for (int row = 0; row < 2; ++row) {
            thread.setCurrentIndex(thread.model()->index(row, 0));
            press(Qt::Key_Space);
        }
        REQUIRE(thread.picked().size() == 2);
        inbox.makeOrder();
    };
    pickBoth();
    CHECK(dishes(pane.draft().lines) == QStringList{u"tacos"_s, u"sopa"_s, u"coca"_s});
    CHECK(pane.draft().sources.size() == 2);
    // One that was taken away and is asked for again.
    QTest::mouseClick(&in<ui::Button>(pane, u"removeLine"_s), Qt::LeftButton);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    REQUIRE(pane.draft().lines.size() == 2);
    pickBoth();
    CHECK(dishes(pane.draft().lines) == QStringList{u"sopa"_s, u"coca"_s, u"tacos"_s});
    for (const qsizetype already : {3, 4}) {
        ThreadView& thread = inbox.chat().thread();
        focus(thread);
        thread.setCurrentIndex(thread.model()->index(1, 0));
        press(Qt::Key_Right, Qt::ShiftModifier);
        press(Qt::Key_Right, Qt::ShiftModifier);
        REQUIRE_FALSE(thread.selectedWords().isEmpty());
        inbox.makeOrder();
        CHECK(dishes(pane.draft().lines).size() == already + 1);
    }
}

TEST_CASE("what is typed while an order is on its way is another one", "[ui][typing]") {
    test::Seat seat;
    QueuePage& queue = seat.open().queue();
    focus(queue);
    std::size_t orders = 0;
    for (const bool begunAnew : {true, false}) {
        newByPhone(seat);
        write(u"1 sopa"_s);
        press(Qt::Key_Return, Qt::ControlModifier);
        if (begunAnew) {
            newByPhone(seat);
        }
        write(u"3 jugo"_s);
        ++orders;
        REQUIRE(test::waitUntil([&] { return openOrders(seat).size() == orders; }));
        settle(seat);
        CHECK(dishes(openOrders(seat).back().lines) == QStringList{u"sopa"_s});
        CHECK(paneOf(queue).isVisible());
        REQUIRE(dishes(paneOf(queue).draft().lines) == QStringList{u"jugo"_s});
        CHECK(paneOf(queue).draft().platform == Platform::Phone);
        press(Qt::Key_Return, Qt::ControlModifier);
        ++orders;
        REQUIRE(test::waitUntil([&] { return paneOf(queue).isHidden(); }));
        CHECK(openOrders(seat).size() == orders);
    }
}

TEST_CASE("a change that was saved, or whose order was closed, does not come back",
          "[ui][typing]") {
    test::Seat seat;
    QueuePage& queue = seat.open().queue();
    const Order one = seat.order(u"Ana"_s, u"Taco"_s);
    const Order two = seat.order(u"Luz"_s, u"Taco"_s);
    REQUIRE(seat.shows(one.id));
    REQUIRE(seat.shows(two.id));
    OrderPane& pane = paneOf(queue);
    const auto cardShows = [&](const auto& what) {
        return test::waitUntil([&] {
            const OrderCard* card = queue.board().card(one.id);
            return card && what(card->order());
        });
    };
    queue.show(one.id);
    focus(field(pane, u"Note"_s));
    write(u"al fondo"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    queue.show(two.id); // before the answer
    REQUIRE(cardShows([](const Order& order) { return order.details.note == u"al fondo"_s; }));
    settle(seat);
    OrderDetails details = seat.now(one.id).details;
    details.note = u"en la barra"_s;
    changeElsewhere(seat, one.id, order_command::SetDetails{details});
    REQUIRE(cardShows([](const Order& order) { return order.details.note == u"en la barra"_s; }));
    queue.show(one.id);
    CHECK(pane.draft().details.note == u"en la barra"_s);
    CHECK_FALSE(pane.editor().isDirty());

    focus(field(pane, u"Note"_s));
    write(u" izquierda"_s);
    queue.show(two.id);
    changeElsewhere(seat, one.id, order_command::Reject{u"Sold out"_s});
    REQUIRE(test::waitUntil([&] { return !queue.board().card(one.id); }));
    changeElsewhere(seat, one.id, order_command::Reopen{});
    REQUIRE(seat.shows(one.id));
    queue.show(one.id);
    CHECK_FALSE(pane.editor().isDirty());
}

TEST_CASE("an order that the store refuses is there again", "[ui][typing]") {
    test::Seat seat;
    const ConversationId ana = seat.write(u"Ana"_s, u"2 tacos"_s);
    SidePane& side = seat.open().inbox().side();
    Conversation gone = conversation(seat, ana);
    gone.id = ConversationId(ana.value() + 1'000); // no such conversation
    OrderLine sopa;
    sopa.name = u"Sopa"_s;
    side.order(gone, {{{}, true, {sopa}}});
    side.pane().submit(true);
    CHECK(test::waitUntil([&] { return side.pane().draft().lines == std::vector{sopa}; }));
    CHECK(side.isTyping());
    CHECK(openOrders(seat).empty());
    // Where something else is being typed by then it waits for its turn.
    side.pane().submit(true);
    side.order(conversation(seat, ana), {{{}, true, withCoca({})}});
    settle(seat);
    CHECK(dishes(side.pane().draft().lines) == QStringList{u"coca"_s});
    side.order(gone, {});
    CHECK(side.pane().draft().lines == std::vector{sopa});
}
