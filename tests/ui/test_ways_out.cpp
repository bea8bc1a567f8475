// What is left when the reply window has closed, and the answers that are more than plain words: an
// approved text, an answer to one comment's author alone, a question with buttons, a number asked
// for.
#include "app/text/words.h"
#include "tests/ui/hands.h"

#include <QComboBox>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTranslator>

using namespace comanda;
using namespace comanda::ui;
using namespace Qt::StringLiterals;
using test::in;
using test::waitUntil;

namespace {

MessageTemplate ready(const QString& language, const QString& body) {
    MessageTemplate one;
    one.name = u"listo"_s;
    one.language = language;
    one.category = u"utility"_s;
    one.body = body;
    one.footer = u"La Esquina"_s;
    return one;
}

void learn(test::Seat& seat, const std::vector<MessageTemplate>& all) {
    REQUIRE(seat.store->writeNow(
        [&](store::Writer& writer) { return writer.learnTemplates(seat.channel, all); }));
}

ConversationId comment(test::Seat& seat, const QString& text, const QString& key = u"c1"_s) {
    Event event;
    event.kind = EventKind::Comment;
    event.account = u"bot"_s;
    event.eventKey = event.externalId = key;
    event.conversationKey = u"post"_s;
    event.senderId = u"7000"_s;
    event.senderName = u"Ana"_s;
    event.timestamp = seat.clock.now();
    event.text = text;
    event.hasText = true;
    ConversationId found;
    REQUIRE(seat.store->writeNow([&](store::Writer& writer) -> Result<> {
        return writer
            .intake(seat.channel, {"{}", u"poll"_s, seat.clock.now()}, {event}, std::nullopt,
                    test::sampleShop())
            .map([](const auto&) { return Done{}; });
    }));
    REQUIRE(seat.store->readNow([&](store::Reader& reader) -> Result<> {
        found = reader.conversations({}).value().at(0).id;
        return Done{};
    }));
    return found;
}

std::vector<store::Claimed> claim(test::Seat& seat) {
    std::vector<store::Claimed> rows;
    REQUIRE(seat.store->writeNow([&](store::Writer& writer) -> Result<> {
        const auto lease = writer.takeLease(u"test"_s, std::chrono::seconds(15));
        rows = writer.claim(lease.value().fence, {seat.channel}, seat.clock.now(), 9).value();
        return Done{};
    }));
    return rows;
}

ChatPane& chatOf(test::Seat& seat, ConversationId conversation) {
    if (!seat.window) {
        seat.open();
    }
    return test::openChat(seat, conversation).chat();
}

// By touching its bubble.
void touchLast(ChatPane& chat) {
    ThreadView& thread = chat.thread();
    const QModelIndex last = thread.model()->index(thread.model()->rowCount() - 1, 0);
    const QRect row = thread.visualRect(last);
    const QRect body = thread.bubble(last).body();
    QTest::mouseClick(thread.viewport(), Qt::LeftButton, Qt::NoModifier,
                      row.topLeft() + body.topLeft() + QPoint(body.width() / 2, 6));
}

void checkInside(QWidget& window) {
    for (const auto* button : window.findChildren<ui::Button*>()) {
        if (button->isVisible() && !button->visibleRegion().isEmpty()
            && button->kind() != ButtonKind::Filter) {
            INFO(button->text().toStdString());
            CHECK(button->mapTo(&window, QPoint(button->width(), 0)).x() <= window.width());
            CHECK(button->width() >= button->sizeHint().width() - 20); // its padding may shrink
        }
    }
}

} // namespace

TEST_CASE("a closed window offers what is approved, and sends it as it was filled in",
          "[ui][ways]") {
    test::Seat seat;
    seat.descriptor().templates = true;
    const ConversationId ana = seat.write(u"Ana"_s, u"hola"_s);
    learn(seat, {ready(u"en"_s, u"Hello {{1}}"_s),
                 ready(u"es"_s, u"Hola {{1}}, su pedido {{2}} está listo."_s)});
    ChatPane& chat = chatOf(seat, ana);
    auto& offer = in<ui::Button>(chat, u"approvedText"_s);
    CHECK_FALSE(offer.isVisible());
    chat.composer().startTyping();
    seat.clock.advance(std::chrono::hours(25));
    REQUIRE(waitUntil([&] { return !chat.composer().mayWrite(); }));
    CHECK(offer.isVisible());
    CHECK(offer.hasFocus()); // where somebody was typing
    CHECK_FALSE(in<QPlainTextEdit>(chat, u"composer"_s).isVisible());
    QTest::mouseClick(&offer, Qt::LeftButton);
    TemplateSheet& sheet = chat.templateSheet();
    REQUIRE(waitUntil([&] { return sheet.isVisible(); }));
    CHECK_FALSE(chat.composer().isVisible());
    CHECK(in<QComboBox>(sheet, u"template"_s).currentText().contains(u"es"_s)); // the shop's own
    CHECK_FALSE(in<ui::Button>(sheet, u"sendTemplate"_s).isEnabled());
    CHECK(sheet.complaint() == text::describe(u"template.hole_empty"_s, {{u"hole"_s, u"1"_s}}));
    test::press(Qt::Key_Tab);
    test::write(u"Ana"_s);
    test::press(Qt::Key_Tab);
    test::write(u"41"_s);
    CHECK(sheet.preview() == u"Hola Ana, su pedido 41 está listo.\n\nLa Esquina"_s);
    CHECK(sheet.complaint().isEmpty());
    CHECK(in<ui::Button>(sheet, u"sendTemplate"_s).isEnabled());
    test::press(Qt::Key_Return);
    REQUIRE(waitUntil([&] { return seat.messages(ana).size() == 2; }));
    const Message sent = seat.messages(ana).back();
    CHECK(sent.templateName == u"listo"_s);
    CHECK(sent.text == u"Hola Ana, su pedido 41 está listo.\n\nLa Esquina"_s);
    CHECK(sent.author == u"Luisa"_s);
    CHECK(waitUntil([&] { return !sheet.isVisible() && chat.composer().isVisible(); }));
    const auto leaving = claim(seat);
    REQUIRE(leaving.size() == 1);
    REQUIRE(leaving.front().out.templated);
    CHECK(leaving.front().out.templated->bodyValues
          == std::vector<TemplateValue>{{u"1"_s, u"Ana"_s}, {u"2"_s, u"41"_s}});
}

TEST_CASE("the sheet of approved texts says when there is none, and Esc leaves it", "[ui][ways]") {
    test::Seat seat;
    seat.descriptor().templates = true;
    const ConversationId ana = seat.write(u"Ana"_s, u"hola"_s);
    ChatPane& chat = chatOf(seat, ana);
    seat.clock.advance(std::chrono::hours(25));
    REQUIRE(waitUntil([&] { return !chat.composer().mayWrite(); }));
    QTest::mouseClick(&in<ui::Button>(chat, u"approvedText"_s), Qt::LeftButton);
    TemplateSheet& sheet = chat.templateSheet();
    REQUIRE(waitUntil([&] { return sheet.isVisible(); }));
    CHECK_FALSE(in<QComboBox>(sheet, u"template"_s).isVisible());
    CHECK_FALSE(in<ui::Button>(sheet, u"sendTemplate"_s).isVisible());
    QTest::keyClick(&sheet, Qt::Key_Escape);
    CHECK_FALSE(sheet.isVisible());
    CHECK(chat.composer().isVisible());
    const ConversationId luz = seat.write(u"Luz"_s, u"buenas"_s);
    QTest::mouseClick(&in<ui::Button>(chat, u"approvedText"_s), Qt::LeftButton);
    REQUIRE(waitUntil([&] { return sheet.isVisible(); }));
    seat.window->shell().openConversation(luz); // another chat has nothing to do with it
    REQUIRE(waitUntil([&] { return chat.conversation()->id == luz; }));
    CHECK_FALSE(sheet.isVisible());
    CHECK(chat.composer().mayWrite());
}

TEST_CASE("another chat of the same person is one of the ways", "[ui][ways]") {
    test::Seat seat;
    const ConversationId ana = seat.write(u"Ana"_s, u"hola"_s);
    seat.clock.advance(std::chrono::hours(25));
    const ConversationId too = seat.write(u"Ana Pérez"_s, u"por aquí también"_s);
    std::vector<CustomerId> customers;
    REQUIRE(seat.store->readNow([&](store::Reader& reader) -> Result<> {
        for (const ConversationId id : {ana, too}) {
            customers.push_back(reader.conversation(id).value()->customer);
        }
        return Done{};
    }));
    bool joined = false;
    seat.desk->joinCustomers(customers[0], customers[1], seat.desk.get(),
                             [&](const Result<CustomerId>& done) { joined = done.has_value(); });
    REQUIRE(waitUntil([&] { return joined; }));
    ChatPane& chat = chatOf(seat, ana);
    REQUIRE_FALSE(chat.composer().mayWrite());
    REQUIRE(waitUntil([&] { return chat.findChild<ui::Button*>(u"other"_s) != nullptr; }));
    QTest::mouseClick(&in<ui::Button>(chat, u"other"_s), Qt::LeftButton);
    CHECK(waitUntil([&] { return chat.conversation()->id == too; }));
    CHECK(chat.composer().mayWrite());
}

TEST_CASE("a picture that a text begins with has to be chosen", "[ui][ways]") {
    ui::Theme theme;
    TemplateSheet sheet(theme);
    MessageTemplate one = ready(u"es"_s, u"El menú de hoy"_s);
    one.header = TemplateHeader::Image;
    one.buttons = {{u"Ver"_s, u"https://x.example/{{1}}"_s}};
    Conversation ana;
    ana.id = ConversationId(7);
    sheet.open(ana, {one}, u"es"_s);
    CHECK(sheet.complaint() == text::describe(u"template.no_file"_s));
    sheet.setFile(u"/tmp/menu.png"_s);
    CHECK(sheet.complaint() == text::describe(u"template.link_empty"_s));
    const QSignalSpy sent(&sheet, &TemplateSheet::sendAsked);
    auto& line = in<QLineEdit>(sheet, u"place-1"_s);
    QTest::keyClicks(&line, u"41"_s);
    QTest::mouseClick(&in<ui::Button>(sheet, u"sendTemplate"_s), Qt::LeftButton);
    REQUIRE(sent.size() == 1);
    CHECK(sent.front().at(3).toString() == u"/tmp/menu.png"_s);
    CHECK(sent.front().at(1).value<TemplateUse>().linkEnds
          == std::vector<std::pair<int, QString>>{{0, u"41"_s}});
}

TEST_CASE("a comment's author is answered alone, once, and never in public by mistake",
          "[ui][ways]") {
    test::Seat seat;
    seat.descriptor().privateAnswerFor = std::chrono::hours(168);
    seat.descriptor().window.afterCustomerMessage.reset();
    const ConversationId post = comment(seat, u"2 pizzas a la calle 5"_s);
    ChatPane& chat = chatOf(seat, post);
    REQUIRE(waitUntil([&] { return chat.messages().rowCount() == 1; }));
    AnswerRow& row = chat.composer().answerRow();
    CHECK_FALSE(row.isVisible());
    touchLast(chat);
    REQUIRE(row.isVisible());
    auto& alone = in<QAbstractButton>(row, u"inPrivate"_s);
    REQUIRE(alone.isVisible());
    QTest::mouseClick(&alone, Qt::LeftButton, {}, QPoint(12, alone.height() / 2));
    REQUIRE(row.isPrivate());
    chat.composer().startTyping();
    test::write(u"su direccion"_s);
    comment(seat, u"yo igual"_s, u"c2"_s); // the list is read again meanwhile
    REQUIRE(waitUntil([&] { return chat.messages().rowCount() == 2; }));
    CHECK(row.isPrivate());
    test::press(Qt::Key_Return);
    REQUIRE(waitUntil([&] { return seat.messages(post).size() == 3; }));
    Message sent = seat.messages(post).back();
    CHECK(sent.privately);
    CHECK(sent.quotedText == u"2 pizzas a la calle 5"_s);
    CHECK_FALSE(row.isVisible());
    CHECK(claim(seat).front().out.privately);

    // The next answer to the same comment can only be public.
    REQUIRE(waitUntil([&] { return chat.messages().at(0)->hasPrivateAnswer; }));
    chat.composer().answerTo(*chat.messages().at(0));
    REQUIRE(row.isVisible());
    CHECK_FALSE(alone.isVisible());
    chat.composer().startTyping();
    test::write(u"gracias"_s);
    test::press(Qt::Key_Return);
    REQUIRE(waitUntil([&] { return seat.messages(post).size() == 4; }));
    sent = seat.messages(post).back();
    CHECK_FALSE(sent.privately);
    CHECK(sent.quotedText == u"2 pizzas a la calle 5"_s);
}

TEST_CASE("a comment that is a week old has no private answer, nor has a chat", "[ui][ways]") {
    test::Seat seat;
    seat.descriptor().privateAnswerFor = std::chrono::hours(168);
    seat.descriptor().window.afterCustomerMessage.reset();
    const ConversationId post = comment(seat, u"2 pizzas"_s);
    ChatPane& chat = chatOf(seat, post);
    REQUIRE(waitUntil([&] { return chat.messages().rowCount() == 1; }));
    seat.clock.advance(std::chrono::hours(168));
    AnswerRow& row = chat.composer().answerRow();
    chat.composer().answerTo(*chat.messages().at(0));
    REQUIRE(row.isVisible());
    CHECK_FALSE(in<QAbstractButton>(row, u"inPrivate"_s).isVisible());
    Message plain = *chat.messages().at(0);
    plain.kind = EventKind::Message;
    row.drop();
    chat.composer().answerTo(plain);
    CHECK_FALSE(row.isVisible());
}

TEST_CASE("a hidden number can be asked for", "[ui][ways]") {
    test::Seat seat;
    seat.descriptor().asksNumber = true;
    const ConversationId ana = seat.write(u"Ana"_s, u"hola"_s);
    ChatPane& chat = chatOf(seat, ana);
    auto& ask = in<ui::Button>(chat, u"askNumber"_s);
    REQUIRE(ask.isVisible());
    QTest::mouseClick(&ask, Qt::LeftButton);
    REQUIRE(waitUntil([&] { return seat.messages(ana).size() == 2; }));
    CHECK(seat.messages(ana).back().text == text::numberRequest(seat.desk->shop().language));
    CHECK(claim(seat).front().out.asksNumber);
    seat.clock.advance(std::chrono::hours(25));
    CHECK(waitUntil([&] { return !ask.isVisible(); })); // nothing can be asked any more
}

TEST_CASE("a question that ends with its answers leaves with buttons", "[ui][ways]") {
    test::Seat seat;
    const ConversationId ana = seat.write(u"Ana"_s, u"hola"_s);
    ChatPane& chat = chatOf(seat, ana);
    chat.composer().startTyping();
    test::write(u"Lo recoge? [Si] [No]"_s);
    test::press(Qt::Key_Return);
    REQUIRE(waitUntil([&] { return seat.messages(ana).size() == 2; }));
    CHECK(seat.messages(ana).back().text == u"Lo recoge?"_s);
    CHECK(seat.messages(ana).back().choices == QStringList{u"Si"_s, u"No"_s});
    CHECK(claim(seat).front().out.buttons.size() == 2);
}

TEST_CASE("that somebody writes is told now and then", "[ui][ways]") {
    test::Seat seat;
    seat.descriptor().typing = true;
    const ConversationId ana = seat.write(u"Ana"_s, u"hola"_s);
    ChatPane& chat = chatOf(seat, ana);
    const QSignalSpy told(seat.desk.get(), &hub::Desk::answerBegun);
    chat.composer().startTyping();
    CHECK(told.isEmpty());
    test::write(u"ya va"_s);
    CHECK(told.size() == 1);
    CHECK(told.front().at(0).value<ConversationId>() == ana);
    seat.clock.advance(std::chrono::seconds(21));
    test::write(u"n"_s);
    CHECK(told.size() == 2);
}

TEST_CASE("the ways out fit in every language and at every promised width", "[ui][ways][sizes]") {
    for (const QString& language : {u"en"_s, u"es"_s, u"pt"_s}) {
        QTranslator words;
        REQUIRE(words.load(u":/i18n/comanda_%1.qm"_s.arg(language)));
        QApplication::installTranslator(&words);
        for (const auto& [size, scheme] : {std::pair(QSize(1024, 768), Scheme::Light),
                                           std::pair(QSize(1440, 900), Scheme::Dark)}) {
            const QString name = u"ways-%1-%2-"_s.arg(language).arg(size.width());
            INFO(name.toStdString());
            test::Seat seat;
            seat.theme.dress(*qApp);
            seat.theme.setScheme(scheme);
            seat.descriptor().templates = true;
            seat.descriptor().asksNumber = true;
            seat.descriptor().privateAnswerFor = std::chrono::hours(168);
            const ConversationId ana =
                seat.write(u"Ana María Villavicencio"_s, u"hola, ¿mañana tienen ajiaco?"_s);
            MessageTemplate follow = ready(u"es"_s, u"Hola {{1}}, su pedido {{2}} está listo."_s);
            follow.header = TemplateHeader::Text;
            follow.headerText = u"Pedido {{1}}"_s;
            follow.buttons = {{u"Ver el pedido"_s, u"https://la-esquina.example/p/{{1}}"_s}};
            follow.bodyExamples = {{u"1"_s, u"Ana"_s}};
            learn(seat, {follow});
            seat.open(size);
            ChatPane& chat = chatOf(seat, ana);
            chat.composer().startTyping();
            test::write(u"Lo recoge? [Lo recojo] [A domicilio]"_s);
            test::press(Qt::Key_Return);
            REQUIRE(waitUntil([&] { return chat.messages().rowCount() == 2; }));
            seat.clock.advance(std::chrono::hours(25));
            REQUIRE(waitUntil([&] { return !chat.composer().mayWrite(); }));
            test::settle(seat);
            checkInside(*seat.window);
            test::keepPicture(*seat.window, name + u"closed"_s);
            QTest::mouseClick(&in<ui::Button>(chat, u"approvedText"_s), Qt::LeftButton);
            REQUIRE(waitUntil([&] { return chat.templateSheet().isVisible(); }));
            test::press(Qt::Key_Tab);
            test::write(u"41"_s);
            test::settle(seat);
            checkInside(*seat.window);
            test::keepPicture(*seat.window, name + u"text"_s);
            const ConversationId post = comment(seat, u"2 pizzas a la calle 5, por favor"_s);
            chatOf(seat, post);
            REQUIRE(waitUntil([&] { return chat.messages().rowCount() == 1; }));
            touchLast(chat);
            auto& alone = in<QAbstractButton>(chat, u"inPrivate"_s);
            QTest::mouseClick(&alone, Qt::LeftButton, {}, QPoint(12, alone.height() / 2));
            test::settle(seat);
            checkInside(*seat.window);
            test::keepPicture(*seat.window, name + u"comment"_s);
            seat.window.reset();
        }
        QApplication::removeTranslator(&words);
    }
    qApp->setStyleSheet({});
}
