// What reaches staff beside the page they are on: a light's sheet, a toast, a sound.
#include "tests/ui/window_fixture.h"

#include <QApplication>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace comanda;
using namespace comanda::ui;
using namespace Qt::StringLiterals;

TEST_CASE("a light that changes under an open sheet leaves the keyboard where it is",
          "[ui][shell]") {
    test::Seat seat;
    const ConversationId ana = seat.write(u"Ana"_s, u"hola"_s);
    Shell& shell = seat.open();
    shell.openConversation(ana);
    InboxPage& inbox = shell.inbox();
    REQUIRE(test::waitUntil([&] { return inbox.chat().conversation().has_value(); }));
    REQUIRE(test::waitUntil([&] { return seat.window->isActiveWindow(); }));
    auto* light = shell.findChild<LightButton*>();
    auto* sheet = shell.findChild<QWidget*>(u"lightSheet"_s);
    REQUIRE((light && sheet));
    QTest::mouseClick(light, Qt::LeftButton);
    REQUIRE(sheet->isVisible());
    CHECK(QApplication::focusWidget() == sheet);
    const QString before = sheet->accessibleName();

    auto* edit = inbox.chat().composer().findChild<QPlainTextEdit*>();
    REQUIRE(edit);
    QTest::mouseClick(edit->viewport(), Qt::LeftButton);
    QTest::keyClicks(QApplication::focusWidget(), u"ya "_s);
    std::vector<ChannelLight> lights = seat.lights.all();
    lights.front().lamp = Lamp::Down;
    seat.lights.show(lights);
    CHECK(sheet->isVisible());
    CHECK(sheet->accessibleName() != before);
    QTest::keyClicks(QApplication::focusWidget(), u"va"_s);
    CHECK(edit->toPlainText() == u"ya va"_s);
    seat.lights.show({}); // the channel was removed
    CHECK_FALSE(sheet->isVisible());
}

TEST_CASE("nothing that is told takes an undo away before its time", "[ui][widgets]") {
    Theme theme;
    ManualClock clock(test::evening());
    QWidget page;
    page.resize(800, 600);
    page.show();
    Toast toast(theme, clock, &page);
    int undone = 0;
    toast.offer(u"214 accepted"_s, u"Undo"_s, kUndoFor, [&] { ++undone; });
    toast.tell(u"That file is too large"_s, Tone::Late, Millis(4'000));
    CHECK(toast.words().contains(u"214 accepted"_s));
    CHECK(toast.words().contains(u"too large"_s));
    const int both = toast.height();
    clock.advance(Millis(4'000));
    CHECK(test::waitUntil([&] { return !toast.words().contains(u"too large"_s); }));
    CHECK(toast.height() < both);
    REQUIRE(toast.isOffering());
    toast.tell(u"No connection"_s, Tone::Late, Millis(8'000));
    auto* button = toast.findChild<QAbstractButton*>(u"toastAction"_s);
    REQUIRE(button);
    QTest::mouseClick(button, Qt::LeftButton);
    CHECK(undone == 1);
    CHECK(toast.words() == u"No connection"_s); // it is still to be read
    toast.offer(u"215 accepted"_s, u"Undo"_s, kUndoFor, [&] { ++undone; });
    clock.advance(Millis(8'000));
    CHECK(test::waitUntil([&] { return toast.words() == "215 accepted"_L1; }));
    clock.advance(kUndoFor);
    CHECK(test::waitUntil([&] { return !toast.isVisible(); }));
    CHECK_FALSE(toast.isOffering());
}

TEST_CASE("a change that a customer asks for is heard once", "[ui][sound]") {
    test::Seat seat;
    Shell& shell = seat.open();
    Order order = seat.order(u"Ana"_s, u"Taco"_s);
    REQUIRE(seat.shows(order.id));
    const auto heard = [&] {
        return std::count(seat.sounds.heard.begin(), seat.sounds.heard.end(), Alert::Change);
    };
    const auto ask = [&](OrderFlag flag, bool on) {
        REQUIRE(seat.store->writeNow([&](store::Writer& writer) -> Result<> {
            const auto changed = writer.changeOrder(order.id, order.version,
                                                    order_command::SetFlag{flag, on, u"sin sal"_s},
                                                    seat.desk->actor(), test::sampleShop());
            order = changed.value_or(order);
            return changed.map([](const Order&) { return Done{}; });
        }));
        REQUIRE(test::waitUntil([&] {
            const OrderCard* card = shell.queue().board().card(order.id);
            return card && card->order().flags.contains(flag) == on;
        }));
    };
    CHECK(heard() == 0);
    ask(OrderFlag::ChangeAsked, true);
    CHECK(heard() == 1);
    ask(OrderFlag::CancelAsked, true);
    CHECK(heard() == 2);
    ask(OrderFlag::ChangeAsked, false); // answered
    CHECK(heard() == 2);
    const QSignalSpy rang(&shell.alarm(), &Alarm::rang);
    shell.alarm().mute();
    ask(OrderFlag::ChangeAsked, true);
    CHECK(heard() == 2);
    REQUIRE(rang.size() == 1); // the window flashes
    CHECK_FALSE(rang.front().front().toBool());
}
