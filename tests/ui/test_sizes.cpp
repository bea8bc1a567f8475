// The window in every size, scheme, scale and language that it promises: nothing hangs out of it,
// no word of a button is cut. With COMANDA_PICTURES it keeps what it saw.
#include "tests/ui/window_fixture.h"

#include <QApplication>
#include <QTest>
#include <QTranslator>

using namespace comanda;
using namespace comanda::ui;
using namespace Qt::StringLiterals;

namespace {

struct Look {
    QString name;
    QSize size;
    Scheme scheme;
    int scale;
    QString language; // empty: English as written
    int orders;
    bool outage, practice;
};

const std::vector<Look> kLooks{
    {u"1366-light-es"_s, {1366, 768}, Scheme::Light, 100, u"es"_s, 9, false, false},
    {u"1366-dark-es"_s, {1366, 768}, Scheme::Dark, 100, u"es"_s, 9, true, false},
    {u"1024-light-pt"_s, {1024, 768}, Scheme::Light, 100, u"pt"_s, 9, false, true},
    {u"1920-dark-en"_s, {1920, 1080}, Scheme::Dark, 100, {}, 60, false, false},
    {u"1366-empty-es"_s, {1366, 768}, Scheme::Light, 100, u"es"_s, 0, false, false},
    {u"1920-double-es"_s, {1920, 1080}, Scheme::Light, 200, u"es"_s, 9, false, false},
    {u"1366-small-en"_s, {1366, 768}, Scheme::Light, 80, {}, 9, false, false},
};

void fill(test::Seat& seat, int orders) {
    const ConversationId ana =
        seat.write(u"Ana Robles"_s, u"hola buenas!! me regala 2 al pastor sin cebolla"_s);
    seat.write(u"Ana Robles"_s, u"ah y una coca 1.5 y unas gringas si hay 🙏"_s);
    seat.write(u"Ana Robles"_s, u"llegó tarde"_s, 50);
    seat.write(u"Maximiliano Alejandro Villavicencio Peña 🌮🌮"_s,
               u"¿hacen envíos a Chapinero? somos doce personas y queremos de todo"_s);
    for (int i = 0; i < orders; ++i) {
        const bool chat = i % 3 == 0;
        const Order made = seat.order(
            chat ? u"Ana Robles"_s : u"Maximiliano Alejandro Villavicencio Peña"_s,
            i % 4 == 0 ? u"Bandeja paisa con chicharrón, plátano maduro y aguacate extra grande"_s
                       : u"Taco al pastor"_s,
            chat ? ana : ConversationId());
        Order now = made;
        const auto run = [&](const OrderCommand& command) {
            REQUIRE(seat.store->writeNow([&](store::Writer& writer) -> Result<> {
                const auto changed = writer.changeOrder(now.id, now.version, command,
                                                        seat.desk->actor(), test::sampleShop());
                if (!changed) {
                    return fail(changed.error());
                }
                now = *changed;
                return Done{};
            }));
        };
        if (i == 0) {
            run(order_command::SetFlag{OrderFlag::Allergy, true, u"maní"_s});
        }
        if (i % 4 > 0) {
            run(order_command::Accept{std::chrono::minutes(18)});
        }
        if (i % 4 > 1) {
            run(order_command::Start{});
        }
        if (i % 4 > 2) {
            run(order_command::MarkReady{});
        }
        seat.clock.advance(std::chrono::seconds(20));
    }
}

// Until every layout that was asked for is done: each may ask for another.
void settle() {
    for (int i = 0; i < 20; ++i) {
        QApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QApplication::processEvents();
    }
}

void checkInside(QWidget& window, int scale) {
    for (const auto* button : window.findChildren<ui::Button*>()) {
        if (!button->isVisible() || button->visibleRegion().isEmpty()) {
            continue;
        }
        INFO(button->text().toStdString() << " | " << button->accessibleName().toStdString());
        const QRect where(button->mapTo(&window, QPoint(0, 0)), button->size());
        CHECK(where.left() >= 0);
        CHECK(where.right() < window.width());
        CHECK(button->height() >= button->sizeHint().height());
        if (scale <= 100 && button->kind() != ButtonKind::Filter) {
            CHECK(button->width() >= button->sizeHint().width() - 20); // its padding may shrink
        }
    }
}

} // namespace

TEST_CASE("nothing is cut or hangs out at any promised size", "[ui][sizes]") {
    for (const Look& look : kLooks) {
        INFO(look.name.toStdString());
        QTranslator words;
        if (!look.language.isEmpty()) {
            REQUIRE(words.load(u":/i18n/comanda_%1.qm"_s.arg(look.language)));
            QApplication::installTranslator(&words);
        }
        test::Seat seat(look.practice);
        seat.theme.dress(*qApp);
        seat.theme.setScheme(look.scheme);
        seat.theme.setScale(look.scale);
        fill(seat, look.orders);
        seat.lights.show(test::sampleLights(look.outage, seat.clock.now()));
        Shell& shell = seat.open(look.size);
        REQUIRE(test::waitUntil([&] { return shell.queue().board().shown() == look.orders; }));
        shell.queue().board().move(0, 1);
        settle();
        checkInside(*seat.window, look.scale);
        test::keepPicture(*seat.window, look.name + u"-queue"_s);
        shell.choose(1);
        REQUIRE(test::waitUntil([&] { return shell.inbox().list().model()->rowCount() == 2; }));
        QTest::keyClick(&shell.inbox(), Qt::Key_Down, Qt::AltModifier);
        REQUIRE(test::waitUntil([&] { return shell.inbox().chat().messages().rowCount() > 0; }));
        settle();
        checkInside(*seat.window, look.scale);
        test::keepPicture(*seat.window, look.name + u"-inbox"_s);
        shell.inbox().makeOrder();
        REQUIRE(test::waitUntil([&] { return shell.inbox().side().isTyping(); }));
        shell.alarm().mute();
        settle();
        checkInside(*seat.window, look.scale);
        test::keepPicture(*seat.window, look.name + u"-order"_s);
        seat.window.reset();
        QApplication::removeTranslator(&words);
    }
    qApp->setStyleSheet({});
}

TEST_CASE("strange names and texts stay in their places", "[ui][sizes][hostile]") {
    test::Seat seat;
    seat.theme.dress(*qApp);
    QString nested;
    for (int i = 0; i < 18; ++i) {
        nested += u"<table><tr><td>"_s;
    }
    const QString name =
        u"محمد عبد الرحمن الأندلسي 🌮🌮 "_s + QString(40, u'W');
    const ConversationId chat = seat.write(name, nested);
    seat.write(name, u"مرحبا، ٢ تاكو من فضلك 🙏📷👩‍🍳"_s);
    seat.write(name, QString(1'000'000, u'w'));
    const Order order = seat.order(name, QString(300, u'w'), chat);
    Shell& shell = seat.open({1024, 640});
    REQUIRE(seat.shows(order.id));
    settle();
    checkInside(*seat.window, 100);
    test::keepPicture(*seat.window, u"strange-queue"_s);
    shell.openConversation(chat);
    ThreadView& thread = shell.inbox().chat().thread();
    REQUIRE(test::waitUntil([&] { return thread.model()->rowCount() == 3; }));
    settle();
    checkInside(*seat.window, 100);
    for (int row = 0; row < 3; ++row) {
        const QRect body = thread.bubble(thread.model()->index(row, 0)).body();
        CHECK(body.left() >= 0);
        CHECK(body.right() < thread.viewport()->width());
    }
    test::keepPicture(*seat.window, u"strange-inbox"_s);
    qApp->setStyleSheet({});
}
