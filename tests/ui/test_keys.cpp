// Whose an Enter is, and that a held key or a double click is one press.
#include "tests/ui/hands.h"

#include <QMouseEvent>

using namespace comanda;
using namespace comanda::test;
using namespace comanda::ui;
using namespace Qt::StringLiterals;

namespace {

void hold(Qt::Key key) {
    REQUIRE(QApplication::focusWidget());
    QKeyEvent again(QEvent::KeyPress, key, Qt::NoModifier, u"\r"_s, true);
    QApplication::sendEvent(QApplication::focusWidget(), &again);
}

void secondHalfOfDoubleClick(QWidget& widget) {
    const QPointF at = widget.rect().center();
    for (const auto type : {QEvent::MouseButtonDblClick, QEvent::MouseButtonRelease}) {
        QMouseEvent event(type, at, widget.mapToGlobal(at), Qt::LeftButton,
                          type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton,
                          Qt::NoModifier);
        QApplication::sendEvent(&widget, &event);
    }
}

ui::Button& stepOf(test::Seat& seat, OrderId order) {
    OrderCard* card = nullptr;
    REQUIRE(test::waitUntil([&] {
        card = seat.window->shell().queue().board().card(order);
        return card && in<ui::Button>(*card, u"step"_s).isEnabled();
    }));
    return in<ui::Button>(*card, u"step"_s);
}

} // namespace

TEST_CASE("Enter in a field of an order is not one for the order on the board", "[ui][typing]") {
    test::Seat seat;
    QueuePage& queue = seat.open().queue();
    const Order order = seat.order(u"Ana"_s, u"Taco"_s);
    REQUIRE(seat.shows(order.id));
    focus(queue);
    press(Qt::Key_1);
    REQUIRE(queue.board().selected() == order.id);
    press(Qt::Key_F2);
    QLineEdit& typing = in<QLineEdit>(queue, u"typing"_s);
    REQUIRE(test::waitUntil([&] { return QApplication::focusWidget() == &typing; }));
    write(u"2 sopa"_s);
    press(Qt::Key_Return);
    REQUIRE(test::waitUntil([&] { return typing.text().isEmpty(); }));
    for (const QString& name : {u"Name"_s, u"Phone"_s, u"Note"_s, u"Dish and changes"_s}) {
        focus(field(paneOf(queue), name));
        press(Qt::Key_Return);
        press(Qt::Key_Enter, Qt::KeypadModifier);
    }
    settle(seat);
    CHECK(seat.now(order.id).state == OrderState::New);
    CHECK(openOrders(seat).size() == 1);
}

TEST_CASE("Enter in the search chooses an order and does not move it", "[ui][typing]") {
    test::Seat seat;
    QueuePage& queue = seat.open().queue();
    const Order order = seat.order(u"Ana"_s, u"Taco"_s);
    REQUIRE(seat.shows(order.id));
    focus(queue);
    press(Qt::Key_Slash);
    write(u"ana"_s);
    press(Qt::Key_Return);
    settle(seat);
    CHECK(queue.board().selected() == order.id);
    CHECK(seat.now(order.id).state == OrderState::New);
    press(Qt::Key_Return);
    settle(seat);
    CHECK(seat.now(order.id).state == OrderState::Accepted);
}

TEST_CASE("Enter after a line beside a chat stays out of the chat", "[ui][typing]") {
    test::Seat seat;
    const ConversationId ana = seat.write(u"Ana"_s, u"2 tacos"_s);
    seat.open();
    InboxPage& inbox = openChat(seat, ana);
    inbox.makeOrder();
    QLineEdit& typing = in<QLineEdit>(inbox.side(), u"typing"_s);
    focus(typing);
    write(u"1 sopa"_s);
    press(Qt::Key_Return);
    REQUIRE(test::waitUntil([&] { return typing.text().isEmpty(); }));
    CHECK(QApplication::focusWidget() == &typing);
    write(u"3 jugo"_s);
    CHECK(inbox.chat().composer().text().isEmpty());
    CHECK(inbox.side().pane().draft().lines.size() == 3);
}

TEST_CASE("a key held down is one press", "[ui][typing]") {
    test::Seat seat;
    QueuePage& queue = seat.open().queue();
    const Order order = seat.order(u"Ana"_s, u"Taco"_s);
    REQUIRE(seat.shows(order.id));
    focus(queue);
    press(Qt::Key_1);
    press(Qt::Key_Return);
    settle(seat);
    REQUIRE(seat.now(order.id).state == OrderState::Accepted);
    REQUIRE(test::waitUntil([&] {
        const OrderCard* card = queue.board().card(order.id);
        return card && card->order().state == OrderState::Accepted;
    }));
    ui::Button& step = stepOf(seat, order.id);
    hold(Qt::Key_Return);
    focus(step);
    hold(Qt::Key_Return);
    settle(seat);
    CHECK(seat.now(order.id).state == OrderState::Accepted);
    focus(queue);
    press(Qt::Key_F2);
    QLineEdit& typing = in<QLineEdit>(queue, u"typing"_s);
    REQUIRE(test::waitUntil([&] { return QApplication::focusWidget() == &typing; }));
    write(u"1 sopa"_s);
    press(Qt::Key_Return);
    REQUIRE(test::waitUntil([&] { return typing.text().isEmpty(); }));
    hold(Qt::Key_Return);
    settle(seat);
    CHECK(openOrders(seat).size() == 1);
}

TEST_CASE("a double click moves one order by one step", "[ui][typing]") {
    test::Seat seat;
    QueuePage& queue = seat.open().queue();
    const Order ana = seat.order(u"Ana"_s, u"Taco"_s);
    const Order luz = seat.order(u"Luz"_s, u"Taco"_s);
    REQUIRE(seat.shows(luz.id));
    QTest::mouseClick(&stepOf(seat, ana.id), Qt::LeftButton);
    secondHalfOfDoubleClick(stepOf(seat, luz.id)); // it has slid under the pointer
    settle(seat);
    CHECK(seat.now(ana.id).state == OrderState::Accepted);
    CHECK(seat.now(luz.id).state == OrderState::New);
    queue.show(luz.id);
    ui::Button& primary = in<ui::Button>(paneOf(queue), u"primary"_s);
    REQUIRE(primary.isEnabled());
    const QString accept = primary.text();
    QTest::mouseClick(&primary, Qt::LeftButton);
    secondHalfOfDoubleClick(primary); // while it is on its way,
    REQUIRE(test::waitUntil([&] { return primary.isEnabled() && primary.text() != accept; }));
    secondHalfOfDoubleClick(primary); // and once it has another word
    settle(seat);
    CHECK(seat.now(luz.id).state == OrderState::Accepted);
}

TEST_CASE("Enter held down in the list of chats sends nothing", "[ui][typing]") {
    test::Seat seat;
    const ConversationId ana = seat.write(u"Ana"_s, u"hola"_s);
    seat.open();
    InboxPage& inbox = openChat(seat, ana);
    inbox.chat().composer().insert(u"ya casi"_s);
    focus(inbox.list());
    press(Qt::Key_Return);
    REQUIRE(test::waitUntil(
        [&] { return inbox.chat().composer().isAncestorOf(QApplication::focusWidget()); }));
    hold(Qt::Key_Return);
    settle(seat);
    CHECK(inbox.chat().composer().text() == u"ya casi"_s);
    CHECK(seat.messages(ana).size() == 1);
    press(Qt::Key_Return);
    CHECK(test::waitUntil([&] { return seat.messages(ana).size() == 2; }));
}
