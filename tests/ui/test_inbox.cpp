// The list of chats and where answers are typed: which chat is open, what becomes of typed words,
// where files come from.
#include "app/text/words.h"
#include "core/store/reader.h"
#include "tests/ui/window_fixture.h"
#include "ui/inbox/conversation_delegate.h"
#include "ui/inbox/kept_files.h"
#include "ui/inbox/thumbnails.h"

#include <QApplication>
#include <QPainter>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

#include <atomic>

using namespace comanda;
using namespace comanda::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int kChats = 1; // the page

int unreadOf(test::Seat& seat, ConversationId id) {
    int unread = -1;
    REQUIRE(seat.store->readNow([&](store::Reader& reader) -> Result<> {
        unread = reader.conversation(id).value().value().unread;
        return Done{};
    }));
    return unread;
}

// A window on its chats with so many in the list; the newest stands first.
InboxPage& openList(test::Seat& seat, int chats) {
    Shell& shell = seat.open();
    shell.choose(kChats);
    InboxPage& inbox = shell.inbox();
    REQUIRE(test::waitUntil([&] { return inbox.list().model()->rowCount() == chats; }));
    REQUIRE(test::waitUntil([&] { return seat.window->isActiveWindow(); }));
    return inbox;
}

void pressFilter(InboxPage& inbox, const QString& name) {
    for (auto* chip : inbox.findChildren<ui::Button*>()) {
        if (chip->accessibleName() == name && chip->kind() == ButtonKind::Filter) {
            QTest::mouseClick(chip, Qt::LeftButton);
        }
    }
}

void pressRow(QListView& list, int row) {
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {},
                      list.visualRect(list.model()->index(row, 0)).center());
}

bool isOpen(InboxPage& inbox, ConversationId id) {
    return inbox.chat().conversation() && inbox.chat().conversation()->id == id;
}

QPlainTextEdit& field(InboxPage& inbox) {
    auto* edit = inbox.chat().composer().findChild<QPlainTextEdit*>();
    REQUIRE(edit);
    return *edit;
}

} // namespace

TEST_CASE("a chat that was read leaves the unread ones and opens no other", "[ui][inbox]") {
    test::Seat seat;
    const ConversationId eva = seat.write(u"Eva"_s, u"hola"_s);
    const ConversationId luz = seat.write(u"Luz"_s, u"buenas"_s);
    const ConversationId ana = seat.write(u"Ana"_s, u"qué tal"_s);
    InboxPage& inbox = openList(seat, 3);
    QListView& list = inbox.list();
    pressFilter(inbox, u"Unread"_s);
    pressRow(list, 0);
    REQUIRE(test::waitUntil([&] { return list.model()->rowCount() == 2; }));
    CHECK(isOpen(inbox, ana));
    CHECK_FALSE(list.currentIndex().isValid());
    CHECK(unreadOf(seat, luz) == 1);
    CHECK(unreadOf(seat, eva) == 1);
    seat.write(u"Ana"_s, u"¿hay domicilio?"_s); // in front of us: read at once
    CHECK(test::waitUntil([&] { return inbox.chat().messages().rowCount() == 2; }));
    CHECK(test::waitUntil([&] { return unreadOf(seat, ana) == 0; }));
    CHECK(isOpen(inbox, ana));
    QTest::keyClick(&inbox, Qt::Key_Down, Qt::AltModifier);
    CHECK(test::waitUntil([&] { return isOpen(inbox, luz); }));
}

TEST_CASE("what is being typed goes to its customer when the chat leaves the list", "[ui][inbox]") {
    test::Seat seat;
    const ConversationId luz = seat.write(u"Luz"_s, u"buenas"_s);
    const ConversationId ana = seat.write(u"Ana"_s, u"hola"_s);
    seat.order(u"Luz"_s, u"Taco"_s, luz);
    const Order order = seat.order(u"Ana"_s, u"Taco"_s, ana);
    InboxPage& inbox = openList(seat, 2);
    QListView& list = inbox.list();
    pressFilter(inbox, u"Orders"_s);
    pressRow(list, 0);
    REQUIRE(isOpen(inbox, ana));
    QTest::mouseClick(field(inbox).viewport(), Qt::LeftButton);
    QTest::keyClicks(QApplication::focusWidget(), u"ya "_s);
    REQUIRE(seat.store->writeNow([&](store::Writer& writer) -> Result<> {
        return writer
            .changeOrder(order.id, order.version, order_command::Reject{}, seat.desk->actor(),
                         test::sampleShop())
            .map([](const Order&) { return Done{}; });
    }));
    REQUIRE(test::waitUntil([&] { return list.model()->rowCount() == 1; }));
    QTest::keyClicks(QApplication::focusWidget(), u"va"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    const auto answered = [&] {
        const auto all = seat.messages(ana);
        return std::any_of(all.begin(), all.end(),
                           [](const Message& message) { return message.text == "ya va"_L1; });
    };
    CHECK(test::waitUntil(answered));
    const auto others = seat.messages(luz);
    CHECK(std::none_of(others.begin(), others.end(),
                       [](const Message& message) { return message.author == "Luisa"_L1; }));
    seat.write(u"Ana"_s, u"gracias"_s); // out of the list, still followed
    CHECK(test::waitUntil([&] { return inbox.chat().conversation()->lastText == "gracias"_L1; }));
}

TEST_CASE("a chat opens by a press or a key, not because the list has the keyboard",
          "[ui][inbox]") {
    test::Seat seat;
    const ConversationId luz = seat.write(u"Luz"_s, u"buenas"_s);
    const ConversationId ana = seat.write(u"Ana"_s, u"hola"_s);
    InboxPage& inbox = openList(seat, 2);
    QTest::keyClick(&inbox, Qt::Key_Escape);
    REQUIRE(QApplication::focusWidget() == &inbox.list());
    CHECK_FALSE(inbox.chat().conversation());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    CHECK(isOpen(inbox, ana));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    CHECK(isOpen(inbox, luz));
    CHECK(inbox.list().currentIndex().row() == 1);
}

TEST_CASE("an answer that could not be kept goes back to its own chat", "[ui][inbox]") {
    test::Seat seat;
    const ConversationId luz = seat.write(u"Luz"_s, u"buenas"_s);
    InboxPage& inbox = openList(seat, 1);
    Conversation gone; // the store will refuse it
    gone.id = ConversationId(4711);
    gone.name = u"Ana"_s;
    gone.lastCustomerAt = seat.clock.now();
    inbox.chat().open(gone);
    Composer& composer = inbox.chat().composer();
    composer.insert(u"ya va"_s);
    composer.send();
    CHECK(composer.text().isEmpty());
    pressRow(inbox.list(), 0);
    REQUIRE(isOpen(inbox, luz));
    composer.insert(u"buenas"_s);
    REQUIRE(test::waitUntil([&] { return seat.window->shell().toast().isVisible(); }));
    CHECK(composer.text() == u"buenas"_s);
    inbox.chat().open(gone);
    CHECK(composer.text() == u"ya va"_s);
}

TEST_CASE("a text that is too long stays whole until it is short enough", "[ui][inbox]") {
    test::Seat seat;
    const ConversationId ana = seat.write(u"Ana"_s, u"hola"_s);
    InboxPage& inbox = openList(seat, 1);
    pressRow(inbox.list(), 0);
    Composer& composer = inbox.chat().composer();
    composer.insert(QString(20'001, u'a'));
    const auto complains = [&] {
        const auto labels = composer.findChildren<PlainLabel*>();
        return std::any_of(labels.begin(), labels.end(), [](const PlainLabel* label) {
            return label->isVisible() && label->shownText().contains("too many"_L1);
        });
    };
    CHECK(complains());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    CHECK(composer.text().size() == 20'001);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backspace);
    CHECK_FALSE(complains());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    REQUIRE(test::waitUntil([&] { return seat.messages(ana).size() == 2; }));
    CHECK(seat.messages(ana).back().text.size() == 20'000);
}

TEST_CASE("an answer that may have arrived is not called unsent", "[ui][inbox]") {
    const test::Seat seat;
    ConversationModel model(*seat.store);
    const Shop shop = test::sampleShop();
    const ConversationDelegate delegate(seat.theme, shop, seat.clock, nullptr);
    const auto picture = [&](MessageState state) {
        Conversation row;
        row.id = ConversationId(1);
        row.name = u"Ana"_s;
        row.lastText = u"ya va"_s;
        row.lastDirection = Direction::Out;
        row.lastState = state;
        CHECK(spoken(row).contains(text::messageState(state, {}, row.platform)));
        model.replace({row});
        QStyleOptionViewItem option;
        option.rect = QRect(0, 0, 320, 68);
        QImage image(option.rect.size(), QImage::Format_ARGB32_Premultiplied);
        QPainter painter(&image);
        delegate.paint(&painter, option, model.index(0));
        return image;
    };
    CHECK(picture(MessageState::Unsure) != picture(MessageState::Failed));
}

namespace {

class FarMedia final : public store::MediaStore { // on a server
public:
    Result<QString> keep(const QString&) override {
        return fail(ErrorKind::Storage, u"media.cannot_keep"_s);
    }
    QString path(const QString&) const override {
        ++asked;
        onScreen = onScreen || QThread::currentThread() == qApp->thread();
        return file;
    }
    QString temporaryDir() const override { return {}; }

    QString file; // empty: the server is away
    mutable std::atomic<int> asked = 0;
    mutable std::atomic<bool> onScreen = false;
};

} // namespace

TEST_CASE("files are fetched away from the screen, and again when they could not be had",
          "[ui][inbox]") {
    const QTemporaryDir dir;
    QImage red(40, 30, QImage::Format_RGB32);
    red.fill(Qt::red);
    REQUIRE(red.save(dir.filePath(u"red.png"_s)));
    FarMedia media;
    Thumbnails thumbnails(media);
    const QSignalSpy ready(&thumbnails, &Thumbnails::ready);
    const QString name(64, u'a');
    CHECK(thumbnails.find(name).isNull());
    REQUIRE(test::waitUntil([&] { return ready.size() == 1; }));
    CHECK(thumbnails.isHopeless(name)); // for now
    CHECK(thumbnails.find(name).isNull());
    CHECK(media.asked == 1);
    media.file = dir.filePath(u"red.png"_s);
    thumbnails.askAgain();
    CHECK(thumbnails.find(name).isNull());
    REQUIRE(test::waitUntil([&] { return ready.size() == 2; }));
    CHECK(thumbnails.find(name).size() == red.size());

    KeptFiles files(media);
    KeptAttachment kept;
    kept.sha256 = name;
    QObject receiver;
    std::optional<Result<>> copied;
    const QString copy = dir.filePath(u"copy.png"_s);
    files.copy(kept, copy, &receiver, [&](const Result<>& done) { copied = done; });
    REQUIRE(test::waitUntil([&] { return copied.has_value(); }));
    CHECK(copied->has_value());
    CHECK(QFile::exists(copy));
    CHECK_FALSE(media.onScreen);
}
