// The hands at a seat: keys as a keyboard sends them, and what they reach.
#pragma once

#include "tests/ui/window_fixture.h"

#include <QApplication>
#include <QLineEdit>
#include <QTest>

namespace comanda::test {

template <typename Widget>
Widget& in(QWidget& parent, const QString& name) {
    auto* found = parent.findChild<Widget*>(name);
    INFO(name.toStdString());
    REQUIRE(found);
    return *found;
}

QLineEdit& field(ui::OrderPane& pane, const QString& name);

void focus(QWidget& widget);

// As a keyboard: to whatever has the focus.
void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier);

void write(const QString& words);

// Whatever was asked of the store before has been answered on the screen after this.
void settle(Seat& seat);

std::vector<Order> openOrders(Seat& seat);

ui::OrderPane& paneOf(ui::QueuePage& queue);

ui::InboxPage& openChat(Seat& seat, ConversationId id);

} // namespace comanda::test
