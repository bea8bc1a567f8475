#include "tests/ui/hands.h"

namespace comanda::test {

using namespace Qt::StringLiterals;
using namespace comanda::ui;

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
    REQUIRE(waitUntil([&] {
        widget.setFocus();
        return QApplication::focusWidget() == &widget;
    }));
}

void press(Qt::Key key, Qt::KeyboardModifiers with) {
    REQUIRE(QApplication::focusWidget());
    QTest::keyClick(QApplication::focusWidget(), key, with);
}

void write(const QString& words) {
    REQUIRE(QApplication::focusWidget());
    QTest::keyClicks(QApplication::focusWidget(), words);
}

void settle(Seat& seat) {
    QCoreApplication::processEvents();
    bool answered = false;
    seat.store->write<Done>(
        seat.window.get(), [](store::Writer&) -> Result<Done> { return Done{}; },
        [&](const Result<Done>&) { answered = true; });
    REQUIRE(waitUntil([&] { return answered; }));
}

std::vector<Order> openOrders(Seat& seat) {
    std::vector<Order> orders;
    REQUIRE(seat.store->readNow([&](store::Reader& reader) -> Result<> {
        orders = reader.openOrders().value_or(std::vector<Order>());
        return Done{};
    }));
    return orders;
}

OrderPane& paneOf(QueuePage& queue) {
    auto* pane = queue.findChild<OrderPane*>();
    REQUIRE(pane);
    return *pane;
}

InboxPage& openChat(Seat& seat, ConversationId id) {
    InboxPage& inbox = seat.window->shell().inbox();
    seat.window->shell().openConversation(id);
    REQUIRE(waitUntil([&] {
        return inbox.chat().conversation() && inbox.chat().conversation()->id == id
               && inbox.chat().messages().rowCount() > 0;
    }));
    return inbox;
}

} // namespace comanda::test
