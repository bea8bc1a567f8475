// A chat as staff read and answer it: where its messages stand, what its cart is called, what one
// touch answers.
#include "app/text/words.h"
#include "tests/ui/window_fixture.h"
#include "ui/inbox/bubble.h"
#include "ui/inbox/thumbnails.h"
#include "ui/models/quick_replies.h"
#include "ui/orders/typed_lines.h"

#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTest>

using namespace comanda;
using namespace comanda::ui;
using namespace Qt::StringLiterals;

namespace {

void openChat(test::Seat& seat, ConversationId conversation, int messages) {
    seat.window->shell().openConversation(conversation);
    ChatPane& chat = seat.window->shell().inbox().chat();
    REQUIRE(test::waitUntil([&] { return chat.messages().rowCount() == messages; }));
}

QStringList offered(const Composer& composer) {
    QStringList names;
    for (const auto* button : composer.findChildren<ui::Button*>()) {
        if (button->kind() == ButtonKind::Filter && !button->isHidden()) {
            names << button->text();
        }
    }
    return names;
}

} // namespace

TEST_CASE("few messages stand at the bottom, many fill the chat and scroll", "[ui][chat]") {
    test::Seat seat;
    const ConversationId ana = seat.write(u"Ana"_s, u"hola"_s);
    Shell& shell = seat.open();
    openChat(seat, ana, 1);
    ThreadView& thread = shell.inbox().chat().thread();
    const auto bottomOfLast = [&] {
        const QRect last =
            thread.visualRect(thread.model()->index(thread.model()->rowCount() - 1, 0));
        return thread.viewport()->mapTo(&thread, last.bottomLeft()).y();
    };
    CHECK(test::waitUntil([&] { return bottomOfLast() >= thread.height() - 8; }));
    CHECK(bottomOfLast() < thread.height());
    CHECK_FALSE(thread.verticalScrollBar()->isVisible());
    for (int i = 0; i < 30; ++i) {
        seat.write(u"Ana"_s, u"y otra cosa"_s);
    }
    REQUIRE(test::waitUntil([&] { return thread.model()->rowCount() == 31; }));
    CHECK(test::waitUntil(
        [&] { return thread.viewport()->height() == thread.contentsRect().height(); }));
    CHECK(test::waitUntil([&] { return bottomOfLast() >= thread.height() - 8; }));
}

TEST_CASE("a shop that changes shows its new name and its new clock", "[ui][chat]") {
    test::Seat seat;
    const ConversationId ana = seat.write(u"Ana"_s, u"hola"_s);
    Shell& shell = seat.open();
    openChat(seat, ana, 1);
    const auto picture = [&] { return shell.inbox().chat().thread().viewport()->grab().toImage(); };
    QImage before;
    REQUIRE(test::waitUntil([&] { return std::exchange(before, picture()) == before; }));
    Shop moved = seat.desk->shop();
    moved.name = u"La otra esquina"_s;
    moved.timezone = u"Asia/Tokyo"_s;
    seat.desk->setShop(moved);
    CHECK(seat.window->windowTitle().startsWith(u"La otra esquina"_s));
    CHECK(test::waitUntil([&] { return picture() != before; }));
}

TEST_CASE("a cart is called what the catalogue calls its dishes", "[ui][chat]") {
    test::Seat seat;
    Event event;
    event.kind = EventKind::Order;
    event.account = u"bot"_s;
    event.eventKey = event.externalId = u"cart"_s;
    event.conversationKey = event.senderId = u"ana"_s;
    event.ids = {{u"telegram"_s, u"ana"_s}};
    event.timestamp = seat.clock.now();
    event.orderItems = {{u"AJIACO"_s, 2, u"24000"_s, u"COP"_s}};
    ConversationId ana;
    REQUIRE(seat.store->writeNow([&](store::Writer& writer) -> Result<> {
        const auto learned =
            writer.learnProducts(seat.channel, {{u"AJIACO"_s, u"ajiaco santafereño"_s}});
        const auto intake = writer.intake(seat.channel, {"{}", u"poll"_s, seat.clock.now()},
                                          {event}, std::nullopt, test::sampleShop());
        return learned && intake ? Result<>(Done{}) : Result<>(fail(ErrorKind::Invalid, u"test"_s));
    }));
    REQUIRE(seat.store->readNow([&](store::Reader& reader) -> Result<> {
        ana = reader.conversations({}).value().at(0).id;
        return Done{};
    }));
    seat.open();
    openChat(seat, ana, 1);
    const MessageModel& messages = seat.window->shell().inbox().chat().messages();
    CHECK(messages.dishes().value(u"AJIACO"_s) == u"ajiaco santafereño"_s);
    const WallTime wall(test::sampleShop());
    const auto widthOf = [&](const QHash<QString, QString>* dishes) {
        const BubbleContext how{seat.theme, wall,  Platform::WhatsApp, seat.clock.now(), false,
                                true,       dishes};
        return Bubble(*messages.at(0), how, 700).body().width();
    };
    CHECK(widthOf(&messages.dishes()) > widthOf(nullptr)); // the longer name is what stands there
}

TEST_CASE("an album is one message, however its parts came", "[ui][chat]") {
    test::Seat seat;
    const ConversationId ana = seat.write(u"Ana"_s, u"hola"_s);
    const auto part = [&](const QString& id, const QString& album) {
        Event event;
        event.kind = EventKind::Message;
        event.eventKey = u"m:"_s + id;
        event.externalId = id;
        event.conversationKey = event.senderId = u"Ana"_s;
        event.timestamp = seat.clock.now();
        event.groupId = album;
        Attachment image;
        image.type = AttachmentType::Image;
        image.id = id;
        event.attachments = {image};
        REQUIRE(seat.store->writeNow([&](store::Writer& writer) -> Result<> {
            const auto intake = writer.intake(seat.channel, {"{}", u"poll"_s, seat.clock.now()},
                                              {event}, std::nullopt, test::sampleShop());
            return intake ? Result<>(Done{}) : Result<>(fail(intake.error()));
        }));
    };
    part(u"102"_s, u"a"_s);
    seat.open();
    openChat(seat, ana, 2);
    const MessageModel& messages = seat.window->shell().inbox().chat().messages();
    seat.write(u"Ana"_s, u"y aparte"_s);
    part(u"101"_s, u"a"_s);
    part(u"103"_s, u"a"_s);
    REQUIRE(test::waitUntil([&] { return messages.rowCount() == 3; }));
    REQUIRE(test::waitUntil([&] { return messages.at(1)->attachments.size() == 3; }));
    CHECK(messages.at(1)->attachments[0].attachment.id == u"101"_s);
    CHECK(messages.at(2)->text == u"y aparte"_s);
    // Many of them hide no older message.
    for (int i = 0; i < 90; ++i) {
        part(QString::number(200 + i), u"b"_s);
    }
    REQUIRE(test::waitUntil([&] { return messages.rowCount() == 4; }));
    REQUIRE(test::waitUntil([&] { return messages.at(3)->attachments.size() == 90; }));
    CHECK(messages.at(0)->text == u"hola"_s);
}

TEST_CASE("the pictures of an album stand in pairs, in their order", "[ui][chat]") {
    Theme theme;
    const WallTime wall(test::sampleShop());
    Message album;
    album.text = u"así las tres"_s;
    for (int i = 0; i < 4; ++i) {
        KeptAttachment kept;
        kept.attachment.type = i == 3 ? AttachmentType::File : AttachmentType::Image;
        kept.state = MediaState::Kept;
        kept.sha256 = QString::number(i);
        album.attachments.push_back(kept);
    }
    Message one = album;
    one.attachments.resize(1);
    const BubbleContext how{theme, wall, Platform::Telegram, test::evening(), false, true, nullptr};
    for (const int width : {320, 700, 1400}) {
        const Bubble bubble(album, how, width);
        const auto part = [&](std::size_t i) { return bubble.attachment(i); };
        CHECK(part(0).top() == part(1).top());
        CHECK(part(0).right() < part(1).left());
        CHECK(part(2).top() > part(0).bottom());
        CHECK(part(2).left() == part(0).left());
        CHECK(part(3).top() > part(2).bottom());
        for (std::size_t i = 0; i < 4; ++i) {
            CHECK(bubble.body().contains(part(i)));
        }
        CHECK(Bubble(one, how, width).attachment(0).width() >= part(0).width());
    }
}

TEST_CASE("a chat that the shop's own account keeps to itself says so before anybody types",
          "[ui][chat]") {
    test::Seat seat;
    const ConversationId ana = seat.write(u"Ana"_s, u"hola"_s);
    const auto tell = [&](const QString& key, Reachability reachability, const QString& origin) {
        Event event;
        event.kind = origin.isEmpty() ? EventKind::Ignored : EventKind::Message;
        event.reason = u"the right to answer"_s;
        event.eventKey = event.externalId = key;
        event.conversationKey = event.senderId = u"Ana"_s;
        event.text = event.origin = origin;
        event.reachability = reachability;
        REQUIRE(seat.store->writeNow([&](store::Writer& writer) -> Result<> {
            const auto intake = writer.intake(seat.channel, {"{}", u"poll"_s, seat.clock.now()},
                                              {event}, std::nullopt, test::sampleShop());
            return intake ? Result<>(Done{}) : Result<>(fail(intake.error()));
        }));
    };
    Shell& shell = seat.open();
    openChat(seat, ana, 1);
    ChatPane& chat = shell.inbox().chat();
    REQUIRE(chat.composer().mayWrite());
    tell(u"1"_s, Reachability::NoRight, u"mesa_7"_s);
    REQUIRE(test::waitUntil([&] { return !chat.composer().mayWrite(); }));
    const auto shows = [&](const QString& words) {
        const auto labels = chat.findChildren<PlainLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const PlainLabel* label) {
            return label->isVisible() && label->shownText().contains(words);
        });
    };
    CHECK(shows(u"mesa_7"_s)); // which table they sit at
    CHECK(chat.findChild<QPlainTextEdit*>(u"composer"_s)
              ->placeholderText()
              .contains(text::platformName(Platform::Telegram)));
    test::keepPicture(*seat.window, u"chat-without-right"_s);
    tell(u"2"_s, Reachability::Reachable, {});
    CHECK(test::waitUntil([&] { return chat.composer().mayWrite(); }));
}

TEST_CASE("an order is made from the message that asks for something", "[ui][chat]") {
    test::Seat seat;
    const ConversationId ana = seat.write(u"Ana"_s, u"hola, 2 al pastor y una coca"_s);
    seat.write(u"Ana"_s, u"¿sí recibieron mi pedido?"_s);
    Shell& shell = seat.open();
    openChat(seat, ana, 2);
    shell.inbox().makeOrder();
    REQUIRE(shell.inbox().side().isTyping());
    const auto draft = shell.inbox().side().pane().draft();
    REQUIRE(draft.sources.size() == 1);
    CHECK(draft.sources[0] == seat.messages(ana).front().id);
    CHECK(draft.lines.size() >= 2);
    CHECK(asksForAmount(u"me regala una coca"_s));
    CHECK(asksForAmount(u"2x empanada"_s));
    CHECK_FALSE(asksForAmount(u"¿sí recibieron mi pedido?"_s));
    CHECK_FALSE(asksForAmount(u"listo, en 20"_s)); // nothing follows it
}

TEST_CASE("quick replies are the shop's own, whole, and none is out of reach", "[ui][chat]") {
    test::Seat seat;
    const ConversationId ana = seat.write(u"Ana"_s, u"hola"_s);
    Shell& shell = seat.open();
    openChat(seat, ana, 1);
    Composer& composer = shell.inbox().chat().composer();
    const auto offers = [&](const QString& start) {
        const QStringList all = offered(composer);
        return std::any_of(all.begin(), all.end(),
                           [&](const QString& title) { return title.startsWith(start); });
    };
    const QString usual = text::defaultReplies(u"es"_s).front(); // the shop's language
    REQUIRE(test::waitUntil([&] { return offers(usual.section(u' ', 0, 1)); }));
    const QStringList mine{u"Ya va"_s, u"Listo a las "_s, QString(), u"Gracias & feliz noche"_s};
    REQUIRE(seat.store->writeNow(
        [&](store::Writer& writer) { return writeQuickReplies(writer, mine); }));
    REQUIRE(test::waitUntil([&] { return offers(u"Ya va"_s); }));
    CHECK(test::waitUntil([&] { // the layout has its turn after the buttons
        const auto buttons = composer.findChildren<ui::Button*>();
        return std::all_of(buttons.begin(), buttons.end(), [](const ui::Button* button) {
            return button->kind() != ButtonKind::Filter || button->isHidden()
                   || button->width() >= button->sizeHint().width();
        });
    }));
    auto* second = composer.findChildren<ui::Button*>().first();
    for (auto* button : composer.findChildren<ui::Button*>()) {
        second = button->text() == "Listo a las"_L1 ? button : second;
    }
    second->click();
    CHECK(composer.text() == u"Listo a las "_s); // the blank waits for the hour
    seat.window->resize(820, 600);
    CHECK(test::waitUntil([&] { return offered(composer).contains(u"…"_s); }));
}

TEST_CASE("a message's state is spoken in words, not in code", "[ui][chat]") {
    Message message;
    message.direction = Direction::Out;
    message.text = u"Ya va"_s;
    message.state = MessageState::Failed;
    CHECK(spoken(message, Platform::WhatsApp)
              .contains(text::messageState(MessageState::Failed, {}, Platform::WhatsApp)));
}

TEST_CASE("a bubble keeps what it draws to itself", "[ui][chat][hostile]") {
    Theme theme;
    const WallTime wall(test::sampleShop());
    Message message;
    message.text = u'e' + QString(20, QChar(0x0301)) + u"\n\ne"_s + QString(20, QChar(0x0323));
    message.sentAt = test::evening();
    const BubbleContext how{theme, wall, Platform::WhatsApp, test::evening()};
    const Bubble bubble(message, how, 400);
    QImage image(400, bubble.height() + 200, QImage::Format_ARGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    const test::Seat seat;
    Thumbnails thumbnails(seat.store->media());
    bubble.paint(painter, {0, 100}, message, how, thumbnails, {}, false);
    painter.end();
    const QRect body = bubble.body().translated(0, 100);
    int strayed = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            strayed += !body.contains(x, y) && image.pixel(x, y) != qRgb(255, 255, 255);
        }
    }
    CHECK(strayed == 0);
}

TEST_CASE("who shows no name is called by number, and the program is no person", "[ui][chat]") {
    test::Seat seat;
    Event event;
    event.kind = EventKind::Message;
    event.account = u"bot"_s;
    event.eventKey = event.externalId = u"1"_s;
    event.conversationKey = event.senderId = u"57300"_s;
    event.ids = {{u"phone"_s, u"57300"_s}};
    event.senderName = u"\u3164"_s;
    event.text = u"hola"_s;
    event.hasText = true;
    event.timestamp = seat.clock.now();
    ConversationId silent;
    REQUIRE(seat.store->writeNow([&](store::Writer& writer) -> Result<> {
        return writer
            .intake(seat.channel, {"{}", u"poll"_s, seat.clock.now()}, {event}, std::nullopt,
                    test::sampleShop())
            .map([](const auto&) { return Done{}; });
    }));
    REQUIRE(seat.store->readNow([&](store::Reader& reader) -> Result<> {
        silent = reader.conversations({}).value().at(0).id;
        return Done{};
    }));
    Shell& shell = seat.open();
    openChat(seat, silent, 1);
    const auto* rows = shell.inbox().list().model();
    REQUIRE(test::waitUntil([&] { return rows->rowCount() == 1; }));
    const QString shown = rows->index(0, 0).data().toString();
    CHECK(shown == u"57300"_s);
    const auto* edit = shell.inbox().chat().composer().findChild<QPlainTextEdit*>();
    REQUIRE(edit);
    CHECK(edit->placeholderText().contains(shown));
    CHECK(text::authorName(u"comanda"_s) == u"automatic"_s);
    CHECK(text::authorName(u"Luz"_s) == u"Luz"_s);

    const WallTime wall(test::sampleShop());
    const BubbleContext how{seat.theme, wall, Platform::WhatsApp, seat.clock.now()};
    const auto widthBy = [&](const QString& author) {
        Message notice;
        notice.direction = Direction::Out;
        notice.author = author;
        notice.sentAt = seat.clock.now();
        return Bubble(notice, how, 700).body().width();
    };
    CHECK(widthBy(u"comanda"_s) == widthBy(u"automatic"_s));
}

TEST_CASE("an undo that is offered does not cover where an answer is typed", "[ui][chat]") {
    test::Seat seat;
    const ConversationId ana = seat.write(u"Ana"_s, u"hola"_s);
    Shell& shell = seat.open();
    openChat(seat, ana, 1);
    shell.toast().offer(u"214 accepted"_s, u"Undo"_s, kUndoFor, [] {});
    const auto top = [](const QWidget& widget) { return widget.mapToGlobal(QPoint(0, 0)).y(); };
    const Composer& composer = shell.inbox().chat().composer();
    CHECK(top(shell.toast()) + shell.toast().height() <= top(composer));
    shell.choose(0);
    CHECK(test::waitUntil(
        [&] { return top(shell.toast()) + shell.toast().height() > top(*seat.window) + 600; }));
}
