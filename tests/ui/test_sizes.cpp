// The window in every size, scheme, scale and language that it promises: nothing hangs out of it,
// no word of a button is cut. With COMANDA_PICTURES it keeps what it saw.
#include "app/text/words.h"
#include "tests/ui/window_fixture.h"
#include "ui/orders/order_card.h"
#include "ui/shell/rail.h"
#include "ui/widgets/banner.h"

#include <QApplication>
#include <QPlainTextEdit>
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

void checkWholeCards(QWidget& window) {
    for (const auto* card : window.findChildren<OrderCard*>()) {
        const QRect seen = card->visibleRegion().boundingRect();
        if (!seen.isEmpty()) {
            CHECK(seen.width() == card->width());
        }
    }
}

// The lowest row in which a rail item draws anything, its ground apart.
int lowestInk(const Theme& theme, const QString& word) {
    RailItem item(theme, u"settings"_s, word, 1, nullptr);
    item.resize(80, 60);
    QImage image(item.size(), QImage::Format_RGB32);
    image.fill(theme.color(Tone::Surface1));
    item.render(&image, {}, {}, QWidget::RenderFlags());
    for (int y = image.height() - 1; y >= 0; --y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) != theme.color(Tone::Surface1)) {
                return y;
            }
        }
    }
    return -1;
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

TEST_CASE("a card stands whole in its column, whatever stands beside the board", "[ui][sizes]") {
    for (const int scale : {80, 100}) {
        test::Seat seat;
        seat.theme.dress(*qApp);
        seat.theme.setScale(scale);
        fill(seat, 9);
        Shell& shell = seat.open({1366, 768});
        shell.addSide(u"practice"_s, u"Practice"_s, new QWidget);
        REQUIRE(test::waitUntil([&] { return shell.queue().board().shown() == 9; }));
        for (const int width : {1024, 1190, 1280, 1366, 1920}) {
            INFO(width << " at " << scale << " %");
            seat.window->resize(width, 768);
            shell.showSide(true);
            settle();
            checkWholeCards(*seat.window);
            shell.showSide(false);
            shell.queue().newOrder();
            settle();
            checkWholeCards(*seat.window);
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
            settle();
            checkWholeCards(*seat.window);
        }
    }
    qApp->setStyleSheet({});
}

TEST_CASE("the shelf of the last column says what it holds and keeps the page's edge",
          "[ui][sizes]") {
    test::Seat seat;
    seat.theme.dress(*qApp);
    fill(seat, 9);
    Shell& shell = seat.open({1024, 640});
    const Board& board = shell.queue().board();
    REQUIRE(test::waitUntil([&] { return board.shown() == 9; }));
    settle();
    const auto* shelf = board.findChild<ui::Button*>(u"shelf"_s);
    const auto* word = board.findChild<PlainLabel*>(u"shelfWord"_s);
    REQUIRE(shelf);
    REQUIRE(word);
    CHECK(shelf->isVisible());
    CHECK(word->isVisible());
    CHECK(word->shownText() == text::stateWord(OrderState::Ready));
    for (const QWidget* each :
         {static_cast<const QWidget*>(shelf), qobject_cast<const QWidget*>(word)}) {
        CHECK(each->mapTo(&board, QPoint(each->width(), 0)).x() <= board.width() - 16);
    }
    qApp->setStyleSheet({});
}

TEST_CASE("cards stand whole beside the open shelf", "[ui][sizes]") {
    test::Seat seat;
    seat.theme.dress(*qApp);
    fill(seat, 9);
    Shell& shell = seat.open({1024, 640});
    const Board& board = shell.queue().board();
    REQUIRE(test::waitUntil([&] { return board.shown() == 9; }));
    settle();
    auto* shelf = board.findChild<ui::Button*>(u"shelf"_s);
    REQUIRE(shelf);
    shelf->click();
    for (int width = 1020; width <= 1140; width += 10) {
        seat.window->resize(width, 640);
        settle();
        INFO(width << ", the board " << board.width());
        REQUIRE(shelf->isVisible());
        checkWholeCards(*seat.window);
    }
    qApp->setStyleSheet({});
}

TEST_CASE("the words of the rail keep their tails, and the strip stands over it", "[ui][sizes]") {
    Theme theme;
    theme.dress(*qApp);
    const QFontMetrics metrics(theme.font(TextRole::Small));
    const auto below = [&](const QString& word) {
        return metrics.tightBoundingRect(word).bottom();
    };
    CHECK(lowestInk(theme, u"gjpqy"_s) - lowestInk(theme, u"xxxxx"_s)
          >= below(u"gjpqy"_s) - below(u"xxxxx"_s));

    test::Seat seat;
    seat.theme.dress(*qApp);
    Shell& shell = seat.open({1024, 640});
    shell.addPage(u"settings"_s, u"Configurações"_s, new QWidget);
    seat.window->resize(1020, 640);
    settle();
    for (const int scale : {100, 150}) {
        seat.theme.setScale(scale);
        settle();
        REQUIRE(shell.rail().width() > seat.theme.px(64));
        const QImage seen = shell.grab().toImage();
        CHECK(seen.pixelColor(shell.rail().width() - 1, 4) == seat.theme.color(Tone::Line));
    }
    qApp->setStyleSheet({});
}

TEST_CASE("the hint where one writes names the platform, however long the name", "[ui][sizes]") {
    test::Seat seat;
    seat.theme.dress(*qApp);
    const QString name = u"Maximiliano Alejandro Villavicencio Peña"_s;
    const ConversationId chat = seat.write(name, u"hola"_s);
    Shell& shell = seat.open({1366, 768});
    shell.openConversation(chat);
    REQUIRE(test::waitUntil([&] { return shell.inbox().chat().messages().rowCount() == 1; }));
    const auto* field = shell.findChild<QPlainTextEdit*>(u"composer"_s);
    REQUIRE(field);
    seat.window->resize(1024, 640);
    shell.inbox().makeOrder();
    REQUIRE(test::waitUntil([&] { return shell.inbox().side().isTyping(); }));
    settle();
    const QString hint = field->placeholderText();
    INFO(hint.toStdString());
    CHECK(hint.contains(text::platformName(Platform::Telegram)));
    CHECK(QFontMetrics(field->font()).horizontalAdvance(hint) <= field->viewport()->width() - 8);
    CHECK(field->accessibleName().contains(name));
    qApp->setStyleSheet({});
}

TEST_CASE("one banner at a time: an outage before the sound that is off", "[ui][sizes]") {
    test::Seat seat;
    seat.write(u"Ana"_s, u"hola"_s);
    Shell& shell = seat.open();
    const auto banners = [&] {
        int shown = 0;
        for (const auto* banner : shell.findChildren<Banner*>()) {
            shown += banner->isVisible() ? 1 : 0;
        }
        return shown;
    };
    seat.lights.show(test::sampleLights(false, seat.clock.now()));
    shell.alarm().mute();
    CHECK(banners() == 1);
    seat.lights.show(test::sampleLights(true, seat.clock.now()));
    CHECK(banners() == 1);
    shell.alarm().unmute();
    CHECK(banners() == 1);
    seat.lights.show(test::sampleLights(false, seat.clock.now()));
    CHECK(banners() == 0);
}
