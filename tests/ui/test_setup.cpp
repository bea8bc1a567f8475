// What surrounds the pages: the unlock window, the side pane of practice, the first channel.
#include "app/practice/panel.h"
#include "tests/ui/window_fixture.h"
#include "ui/orders/order_editor.h"
#include "ui/settings/unlock_page.h"
#include "ui/widgets/segment_bar.h"

#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace comanda;
using namespace comanda::ui;
using namespace Qt::StringLiterals;

TEST_CASE("closing the unlock window says so, but a recovery code is not lost by accident",
          "[ui][setup]") {
    Theme theme;
    UnlockPage page(theme);
    const QSignalSpy closed(&page, &UnlockPage::closed);
    page.askPassphrase(u"why"_s);
    page.show();
    CHECK(page.close());
    CHECK(closed.size() == 1);
    page.show();
    page.activateWindow();
    page.showRecoveryCode(Secret("abcd-efgh"));
    // The keyboard goes on where the passphrase was typed.
    CHECK(test::waitUntil([&] {
        const auto* now = qobject_cast<ui::Button*>(QApplication::focusWidget());
        return now && page.isAncestorOf(now) && now->isVisible();
    }));
    CHECK_FALSE(page.close());
    CHECK(closed.size() == 1);
    const QSignalSpy noted(&page, &UnlockPage::recoveryCodeNoted);
    for (auto* button : page.findChildren<ui::Button*>()) {
        if (button->isVisible()) {
            button->click();
        }
    }
    CHECK(noted.size() == 1);
    CHECK(page.close());
}

TEST_CASE("what keeps the shop closed is said, and its button is the way out", "[ui][setup]") {
    Theme theme;
    UnlockPage page(theme);
    const QSignalSpy closed(&page, &UnlockPage::closed);
    page.refuse(u"Ana holds the shop"_s, u"process 7"_s);
    page.show();
    const auto labels = page.findChildren<PlainLabel*>();
    CHECK(std::any_of(labels.begin(), labels.end(), [](const PlainLabel* label) {
        return label->shownText().contains(u"Ana holds the shop"_s);
    }));
    page.findChild<ui::Button*>(u"close"_s)->click();
    CHECK(closed.size() == 1);
    CHECK_FALSE(page.isVisible());
}

TEST_CASE("the practice panel breaks a platform, says how, and heals it", "[ui][setup]") {
    Theme theme;
    practice::PracticeRestaurant restaurant;
    practice::PracticePanel panel(theme, restaurant);
    panel.resize(320, 700);
    panel.show();
    const auto* state = panel.findChild<PlainLabel*>(u"whatsappState"_s);
    auto* act = panel.findChild<ui::Button*>(u"whatsappTrouble"_s);
    const auto* menu = panel.findChild<QMenu*>(u"whatsappMenu"_s);
    REQUIRE((state && act && menu));
    const QString well = state->shownText();
    REQUIRE(menu->actions().size() == static_cast<qsizetype>(practice::kTroubles.size()) - 1);
    menu->actions().front()->trigger();
    CHECK(restaurant.trouble(Platform::WhatsApp) == practice::Trouble::Refuse);
    CHECK(restaurant.trouble(Platform::Telegram) == practice::Trouble::Healthy);
    CHECK(state->shownText() == menu->actions().front()->text());
    act->click();
    CHECK(restaurant.trouble(Platform::WhatsApp) == practice::Trouble::Healthy);
    CHECK(state->shownText() == well);
    auto* pause = panel.findChild<ui::Button*>(u"pause"_s);
    REQUIRE(pause);
    pause->click();
    CHECK(restaurant.customers().isPaused());
    pause->click();
    CHECK_FALSE(restaurant.customers().isPaused());
}

TEST_CASE("a side pane stands beside the page, or in its place where there is no room",
          "[ui][setup]") {
    test::Seat seat(true);
    Shell& shell = seat.open();
    auto* side = new QWidget;
    shell.addSide(u"practice"_s, u"Practice"_s, side);
    CHECK_FALSE(side->isVisible());
    auto* item = shell.findChild<QAbstractButton*>(u"sideSwitch"_s);
    REQUIRE(item);
    CHECK(item->toolTip().contains(u"Ctrl+3"_s));
    item->click();
    CHECK(side->isVisible());
    CHECK(shell.queue().isVisible());
    seat.window->resize(820, 600);
    CHECK(test::waitUntil([&] { return !shell.queue().isVisible(); }));
    CHECK(side->isVisible());
    shell.choose(1);
    CHECK_FALSE(side->isVisible());
    CHECK(shell.inbox().isVisible());
    CHECK(side->parentWidget()->width() <= 820);
}

TEST_CASE("without a channel the queue leads to the first one", "[ui][setup]") {
    test::Seat seat;
    seat.lights.show({});
    Shell& shell = seat.open();
    REQUIRE(test::waitUntil([&] { return shell.isLoaded(); }));
    auto* connectFirst = shell.queue().findChild<ui::Button*>(u"connectFirst"_s);
    REQUIRE(connectFirst);
    REQUIRE(test::waitUntil([&] { return connectFirst->isVisible(); }));
    const QSignalSpy asked(&shell, &Shell::setupAsked);
    connectFirst->click();
    CHECK(asked.size() == 1);
    seat.lights.show(test::sampleLights(false, seat.clock.now()));
    CHECK_FALSE(connectFirst->isVisible());
}

TEST_CASE("how an order is taken stays unknown until somebody says it", "[ui][orders]") {
    Theme theme;
    const Shop shop = test::sampleShop();
    const ManualClock clock(test::evening());
    OrderEditor editor(theme, shop, clock);
    const Order order = test::sampleOrders(clock.now()).front();
    OrderDetails details = order.details;
    details.fulfilment = Fulfilment::Unknown;
    editor.show(order.lines, details);
    CHECK(editor.details().fulfilment == Fulfilment::Unknown);
    CHECK_FALSE(editor.isDirty());
    editor.findChild<SegmentBar*>()->choose(0);
    CHECK(editor.details().fulfilment == Fulfilment::Pickup);
    CHECK(editor.isDirty());
}

TEST_CASE("a machine that stands for its person is named once", "[ui][shell]") {
    Theme theme;
    const Shop shop = test::sampleShop();
    const ManualClock clock(test::evening());
    const Lights lights;
    ChannelStrip strip(theme, shop, clock, lights);
    strip.resize(1366, 44);
    strip.setSeat(u"caja"_s, u"caja"_s);
    int named = 0;
    for (const auto* label : strip.findChildren<PlainLabel*>()) {
        named += static_cast<int>(label->shownText().count(u"caja"_s));
    }
    CHECK(named == 1);
}
