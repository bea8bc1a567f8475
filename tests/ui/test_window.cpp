// The window as staff use it, over a real store: keys, buttons, drafts, answers.
#include "app/text/words.h"
#include "core/store/reader.h"
#include "core/store/writer.h"
#include "tests/ui/window_fixture.h"

#include <QApplication>
#include <QPlainTextEdit>
#include <QTest>
#include <QToolTip>

using namespace comanda;
using namespace comanda::ui;
using namespace Qt::StringLiterals;

namespace {

template <typename Widget>
Widget* child(QWidget& parent, const QString& name) {
    auto* found = parent.findChild<Widget*>(name);
    REQUIRE(found);
    return found;
}

} // namespace

TEST_CASE("an order goes through its life by keys alone and one press is taken back",
          "[ui][window]") {
    test::Seat seat;
    Shell& shell = seat.open();
    const Order order = seat.order(u"Ana"_s, u"Taco"_s);
    REQUIRE(seat.shows(order.id));
    CHECK(seat.sounds.heard.size() == 1); // it rang
    QueuePage& queue = shell.queue();
    queue.setFocus();
    QTest::keyClick(&queue, Qt::Key_1);
    CHECK(queue.board().selected() == order.id);
    const auto reaches = [&](OrderState state) {
        return test::waitUntil([&] {
            const OrderCard* card = queue.board().card(order.id);
            return seat.now(order.id).state == state
                   && (card ? card->order().state == state : !columnOf(state).has_value());
        });
    };
    QTest::keyClick(&queue, Qt::Key_Return);
    REQUIRE(reaches(OrderState::Accepted));
    CHECK(seat.now(order.id).promisedAt == seat.clock.now() + std::chrono::minutes(18));
    REQUIRE(test::waitUntil([&] { return shell.toast().isOffering(); }));
    QTest::keyClick(&queue, Qt::Key_U);
    REQUIRE(reaches(OrderState::New));
    for (const OrderState state :
         {OrderState::Accepted, OrderState::Preparing, OrderState::Ready, OrderState::Completed}) {
        QTest::keyClick(&queue, Qt::Key_Return);
        REQUIRE(reaches(state));
    }
    CHECK(test::waitUntil([&] { return queue.board().shown() == 0; }));
}

TEST_CASE("two presses at once are one step", "[ui][window]") {
    test::Seat seat;
    Shell& shell = seat.open();
    const Order order = seat.order(u"Ana"_s, u"Taco"_s);
    REQUIRE(seat.shows(order.id));
    auto* step = child<ui::Button>(*shell.queue().board().card(order.id), u"step"_s);
    step->click();
    step->click();
    REQUIRE(test::waitUntil([&] { return seat.now(order.id).state == OrderState::Accepted; }));
    // The card is made anew in its next column: ask the one that is there, once it takes presses.
    REQUIRE(test::waitUntil([&] {
        OrderCard* card = shell.queue().board().card(order.id);
        return card && child<ui::Button>(*card, u"step"_s)->isEnabled();
    }));
    CHECK(seat.now(order.id).state == OrderState::Accepted);
}

TEST_CASE("a rejection asks why, in place, and nothing happens without an answer", "[ui][window]") {
    test::Seat seat;
    Shell& shell = seat.open();
    const Order order = seat.order(u"Ana"_s, u"Taco"_s);
    REQUIRE(seat.shows(order.id));
    auto* reject = child<ui::Button>(*shell.queue().board().card(order.id), u"reject"_s);
    QTest::mouseClick(reject, Qt::LeftButton);
    REQUIRE(shell.prompt().isAsking());
    CHECK(shell.prompt().question().contains(u"Ana"_s));
    shell.prompt().answer(PromptBar::kNothing);
    CHECK(seat.now(order.id).state == OrderState::New);
    QTest::mouseClick(reject, Qt::LeftButton);
    shell.prompt().answer(0);
    REQUIRE(test::waitUntil([&] { return seat.now(order.id).state == OrderState::Rejected; }));
    CHECK_FALSE(seat.now(order.id).reason.isEmpty());
}

TEST_CASE("a chat's words become an order by a few keys, linked to their message", "[ui][window]") {
    test::Seat seat;
    const ConversationId ana = seat.write(u"Ana"_s, u"hola, 2 al pastor sin cebolla y una coca"_s);
    Shell& shell = seat.open();
    InboxPage& inbox = shell.inbox();
    shell.openConversation(ana);
    REQUIRE(test::waitUntil([&] { return inbox.chat().messages().rowCount() == 1; }));
    QTest::keyClick(&inbox, Qt::Key_O, Qt::ControlModifier);
    REQUIRE(test::waitUntil([&] { return inbox.side().isTyping(); }));
    auto* typing = child<QLineEdit>(inbox.side(), u"typing"_s);
    QTest::keyClicks(typing, u"3 limonada $8.000"_s);
    QTest::keyClick(typing, Qt::Key_Return);
    REQUIRE(test::waitUntil([&] { return typing->text().isEmpty(); }));
    QTest::keyClick(typing, Qt::Key_Return); // an empty line: accept it
    std::vector<Order> orders;
    REQUIRE(test::waitUntil([&] {
        REQUIRE(seat.store->readNow([&](store::Reader& reader) -> Result<> {
            orders = reader.openOrders().value_or(std::vector<Order>());
            return Done{};
        }));
        return orders.size() == 1 && orders.front().state == OrderState::Accepted;
    }));
    const Order& order = orders.front();
    CHECK(order.conversation == ana);
    CHECK(order.sources.size() == 1);
    CHECK(order.details.customerName == u"Ana"_s);
    REQUIRE(order.lines.size() >= 3);
    CHECK(order.lines.back().name == u"Limonada"_s);
    CHECK(order.lines.back().quantity == 3);
}

TEST_CASE("an order being typed for one chat is there when one comes back to it", "[ui][window]") {
    test::Seat seat;
    const ConversationId ana = seat.write(u"Ana"_s, u"2 tacos"_s);
    const ConversationId luz = seat.write(u"Luz"_s, u"hola"_s);
    Shell& shell = seat.open();
    InboxPage& inbox = shell.inbox();
    shell.openConversation(ana);
    REQUIRE(test::waitUntil([&] { return inbox.chat().messages().rowCount() == 1; }));
    inbox.makeOrder();
    child<QLineEdit>(inbox.side(), u"typing"_s)->setText(u"1 coca"_s);
    shell.openConversation(luz);
    REQUIRE(test::waitUntil([&] { return inbox.chat().conversation()->id == luz; }));
    CHECK_FALSE(inbox.side().isTyping());
    shell.openConversation(ana);
    REQUIRE(test::waitUntil([&] { return inbox.chat().conversation()->id == ana; }));
    REQUIRE(inbox.side().isTyping());
    const auto lines = inbox.side().pane().draft().lines;
    REQUIRE(lines.size() == 2);
    CHECK(lines[1].name == u"Coca"_s);
}

TEST_CASE("an answer is kept before the field is emptied for good", "[ui][window]") {
    test::Seat seat;
    const ConversationId ana = seat.write(u"Ana"_s, u"hola"_s);
    Shell& shell = seat.open();
    InboxPage& inbox = shell.inbox();
    shell.openConversation(ana);
    REQUIRE(test::waitUntil([&] { return inbox.chat().messages().rowCount() == 1; }));
    auto* field = child<QPlainTextEdit>(inbox, u"composer"_s);
    QTest::keyClicks(field, u"Ya va"_s);
    QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClicks(field, u"a las 8"_s);
    QTest::keyClick(field, Qt::Key_Return);
    REQUIRE(test::waitUntil([&] { return seat.messages(ana).size() == 2; }));
    const Message sent = seat.messages(ana).back();
    CHECK(sent.text == u"Ya va\na las 8"_s);
    CHECK(sent.author == u"Luisa"_s);
    CHECK(sent.state == MessageState::Waiting);
    CHECK(field->toPlainText().isEmpty());
    CHECK(test::waitUntil([&] { return inbox.chat().messages().rowCount() == 2; }));
}

TEST_CASE("what was typed stays with its chat, and a closed window refuses text", "[ui][window]") {
    test::Seat seat;
    const ConversationId ana = seat.write(u"Ana"_s, u"hola"_s);
    const ConversationId luz = seat.write(u"Luz"_s, u"buenas"_s);
    Shell& shell = seat.open();
    InboxPage& inbox = shell.inbox();
    Composer& composer = inbox.chat().composer();
    shell.openConversation(ana);
    REQUIRE(test::waitUntil([&] { return inbox.chat().conversation().has_value(); }));
    composer.insert(u"casi"_s);
    shell.openConversation(luz);
    REQUIRE(test::waitUntil([&] { return inbox.chat().conversation()->id == luz; }));
    CHECK(composer.text().isEmpty());
    shell.openConversation(ana);
    REQUIRE(test::waitUntil([&] { return inbox.chat().conversation()->id == ana; }));
    CHECK(composer.text() == u"casi"_s);
    seat.clock.advance(std::chrono::hours(25));
    REQUIRE(test::waitUntil([&] { return !composer.mayWrite(); })); // by its own look at the clock
    composer.send();
    CHECK(seat.messages(ana).size() == 1);
}

TEST_CASE("an answer that did not leave says why before it is sent again", "[ui][window]") {
    test::Seat seat;
    const ConversationId ana = seat.write(u"Ana"_s, u"hola"_s);
    MessageId answer;
    REQUIRE(seat.store->writeNow([&](store::Writer& writer) -> Result<> {
        store::Outgoing outgoing;
        outgoing.conversation = ana;
        outgoing.author = u"Luisa"_s;
        outgoing.text = u"ya va"_s;
        answer = writer.enqueue(outgoing).value();
        const qint64 fence = writer.takeLease(u"test"_s, std::chrono::seconds(15)).value().fence;
        const auto claimed = writer.claim(fence, {seat.channel}, seat.clock.now(), 1).value();
        return writer.settle(claimed.at(0).outbox, fence, next::GiveUp{u"outbox.blocked"_s, {}});
    }));
    Shell& shell = seat.open();
    InboxPage& inbox = shell.inbox();
    shell.openConversation(ana);
    REQUIRE(test::waitUntil([&] { return inbox.chat().messages().rowCount() == 2; }));
    auto* thread = inbox.findChild<ThreadView*>();
    REQUIRE(thread);
    Q_EMIT thread->stateTouched(answer);
    REQUIRE(shell.prompt().isAsking());
    CHECK(shell.prompt().question() == text::describe(u"outbox.blocked"_s));
    shell.prompt().answer(1); // not now
    CHECK(seat.messages(ana).back().state == MessageState::Failed);
    Q_EMIT thread->stateTouched(answer);
    shell.prompt().answer(0);
    CHECK(
        test::waitUntil([&] { return seat.messages(ana).back().state == MessageState::Waiting; }));
}

TEST_CASE("the reply window counts down in words", "[ui][inbox]") {
    const Time now = test::evening();
    const auto notice = [&](Millis left) {
        return windowNotice({WindowState::OpenUntil, now + left}, Platform::WhatsApp, now);
    };
    CHECK(notice(std::chrono::hours(23)).tone == Tone::Text2);
    CHECK(notice(std::chrono::minutes(59)).tone == Tone::Due);
    CHECK(notice(std::chrono::minutes(9)).words.contains(u"9:00"_s));
    CHECK_FALSE(windowNotice({WindowState::Closed, {}}, Platform::WhatsApp, now).mayWrite);
    CHECK_FALSE(windowNotice({WindowState::Blocked, {}}, Platform::Telegram, now).mayWrite);
    CHECK(windowNotice({WindowState::Open, {}}, Platform::Telegram, now).words.isEmpty());
}

TEST_CASE("late messages do not ring and are marked", "[ui][window]") {
    test::Seat seat;
    const ConversationId ana = seat.write(u"Ana"_s, u"hola"_s, 45);
    REQUIRE(seat.messages(ana).front().late);
    Shell& shell = seat.open();
    shell.openConversation(ana);
    REQUIRE(test::waitUntil([&] { return shell.inbox().chat().messages().rowCount() == 1; }));
    CHECK(seat.sounds.heard.empty());
}

TEST_CASE("every control has a name, a size to touch and no stranger's text in a tooltip",
          "[ui][window]") {
    test::Seat seat(true);
    const ConversationId ana = seat.write(u"<b>Ana</b>"_s, u"<i>hola</i>"_s);
    const Order order = seat.order(u"<img src=x>"_s, u"<h1>Taco</h1>"_s, ana);
    Shell& shell = seat.open();
    REQUIRE(seat.shows(order.id));
    shell.openConversation(ana);
    REQUIRE(test::waitUntil([&] { return shell.inbox().chat().messages().rowCount() == 1; }));
    CHECK(seat.window->windowTitle().startsWith(u"["_s));
    const auto buttons = seat.window->findChildren<QAbstractButton*>();
    CHECK(buttons.size() > 15);
    for (const QAbstractButton* button : buttons) {
        if (!button->isVisible()) {
            continue; // nobody can reach it
        }
        INFO(button->metaObject()->className()
             << ' ' << button->text().toStdString() << ' ' << button->objectName().toStdString());
        CHECK((!button->accessibleName().isEmpty() || !button->text().isEmpty()));
        CHECK_FALSE(button->toolTip().contains(u'<')); // escaped, it is shown as it was written
        if (qobject_cast<const ui::Button*>(button)) {
            CHECK(button->height() >= kTarget - 2);
        }
    }
    for (const QLabel* label : seat.window->findChildren<QLabel*>()) {
        CHECK(label->textFormat() == Qt::PlainText);
    }
}
