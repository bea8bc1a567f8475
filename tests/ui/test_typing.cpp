// An order being typed or changed: its keys are its own, and what was typed is there until it is
// saved or thrown away.
#include "core/store/reader.h"
#include "core/store/writer.h"
#include "tests/ui/window_fixture.h"

#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QMouseEvent>
#include <QTest>

using namespace comanda;
using namespace comanda::ui;
using namespace Qt::StringLiterals;

namespace {

template <typename Widget>
Widget& in(QWidget& parent, const QString& name) {
    auto* found = parent.findChild<Widget*>(name);
    INFO(name.toStdString());
    REQUIRE(found);
    return *found;
}

QLineEdit& field(OrderPane& pane, const QString& name) {
    for (QLineEdit* edit : pane.findChildren<QLineEdit*>()) {
        if (edit->accessibleName() == name && !edit->isHidden()) {
            return *edit;
        }
    }
    FAIL("no such field");
    throw std::logic_error("not reached");
}

void focus(QWidget& widget) {
    REQUIRE(test::waitUntil([&] {
        widget.setFocus();
        return QApplication::focusWidget() == &widget;
    }));
}

// As a keyboard: to whatever has the focus.
void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier) {
    REQUIRE(QApplication::focusWidget());
    QTest::keyClick(QApplication::focusWidget(), key, with);
}

void write(const QString& words) {
    REQUIRE(QApplication::focusWidget());
    QTest::keyClicks(QApplication::focusWidget(), words);
}

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

// Whatever was asked of the store before has been answered on the screen after this.
void settle(test::Seat& seat) {
    QCoreApplication::processEvents();
    bool answered = false;
    seat.store->write<Done>(
        seat.window.get(), [](store::Writer&) -> Result<Done> { return Done{}; },
        [&](const Result<Done>&) { answered = true; });
    REQUIRE(test::waitUntil([&] { return answered; }));
}

std::vector<Order> openOrders(test::Seat& seat) {
    std::vector<Order> orders;
    REQUIRE(seat.store->readNow([&](store::Reader& reader) -> Result<> {
        orders = reader.openOrders().value_or(std::vector<Order>());
        return Done{};
    }));
    return orders;
}

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

OrderPane& paneOf(QueuePage& queue) {
    auto* pane = queue.findChild<OrderPane*>();
    REQUIRE(pane);
    return *pane;
}

ui::Button& stepOf(test::Seat& seat, OrderId order) {
    OrderCard* card = nullptr;
    REQUIRE(test::waitUntil([&] {
        card = seat.window->shell().queue().board().card(order);
        return card && in<ui::Button>(*card, u"step"_s).isEnabled();
    }));
    return in<ui::Button>(*card, u"step"_s);
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

InboxPage& openChat(test::Seat& seat, ConversationId id) {
    InboxPage& inbox = seat.window->shell().inbox();
    seat.window->shell().openConversation(id);
    REQUIRE(test::waitUntil([&] {
        return inbox.chat().conversation() && inbox.chat().conversation()->id == id
               && inbox.chat().messages().rowCount() > 0;
    }));
    return inbox;
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
