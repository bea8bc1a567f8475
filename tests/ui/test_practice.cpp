// A first hour in practice mode: somebody has written on every platform, and is answered on each.
#include "app/practice/panel.h"
#include "tests/ui/office.h"

#include <QApplication>
#include <QPlainTextEdit>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace comanda;
using namespace comanda::ui;
using comanda::practice::kSimulated;
using comanda::test::waitUntil;

namespace {

practice::RestaurantOptions brisk() {
    practice::RestaurantOptions options;
    options.second = std::chrono::milliseconds(50);
    options.customers.speed = 10;
    return options;
}

// The practice restaurant beside the office, its platforms connected as practice mode does it.
struct FirstHour {
    FirstHour() {
        office.open({1440, 860});
        for (const auto& platform : restaurant.platforms()) {
            practice::Access access = platform->access();
            access.channel.name = toWord(platform->platform());
            std::optional<ChannelId> saved;
            office.hub->saveChannel(
                access.channel, access.secrets, &receiver,
                [&](const Result<ChannelId>& id) { saved = id.value_or(ChannelId()); });
            REQUIRE(waitUntil([&] { return saved && saved->isValid(); }));
            restaurant.setHook(platform->platform(), QUrl(office.hub->hookUrl(*saved)));
        }
        office.window->shell().choose(1);
        restaurant.open();
    }

    [[nodiscard]] std::vector<Conversation> chatsOn(Platform platform) {
        std::vector<Conversation> all = office.conversations();
        std::erase_if(all, [&](const Conversation& one) { return one.platform != platform; });
        return all;
    }
    [[nodiscard]] std::vector<Message> messages(ConversationId conversation) {
        std::vector<Message> all;
        REQUIRE(office.store->readNow([&](store::Reader& reader) -> Result<> {
            all = reader.messages(conversation, 200).value_or(std::vector<Message>());
            return Done{};
        }));
        return all;
    }
    // Is there a message on this platform that is so?
    template <typename Condition>
    [[nodiscard]] bool any(Platform platform, Condition condition) {
        for (const Conversation& chat : chatsOn(platform)) {
            for (const Message& message : messages(chat.id)) {
                if (condition(message)) {
                    return true;
                }
            }
        }
        return false;
    }
    // By the keys of a keyboard.
    void answer(Platform platform, const QString& words) {
        Shell& shell = office.window->shell();
        const Conversation chat = chatsOn(platform).front();
        shell.openConversation(chat.id);
        ChatPane& pane = shell.inbox().chat();
        REQUIRE(waitUntil([&] {
            return pane.conversation() && pane.conversation()->id == chat.id
                   && pane.messages().rowCount() > 0;
        }));
        auto* line = pane.composer().findChild<QPlainTextEdit*>();
        REQUIRE(waitUntil([&] {
            line->setFocus();
            return QApplication::focusWidget() == line;
        }));
        QTest::keyClicks(QApplication::focusWidget(), words);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    }

    test::Office office{true};
    practice::PracticeRestaurant restaurant{brisk()};
    QObject receiver;
};

} // namespace

TEST_CASE("practice: every platform is alive and answered, and shows what it has",
          "[ui][practice]") {
    FirstHour hour;
    for (const Platform platform : kSimulated) {
        INFO(toWord(platform).toStdString());
        REQUIRE(waitUntil([&] { return !hour.chatsOn(platform).empty(); }));
    }
    // Carts on two of them; a story, what was taken back, a picture, what was edited.
    for (const Platform platform : {Platform::WhatsApp, Platform::Messenger}) {
        REQUIRE(waitUntil(
            [&] { return hour.any(platform, [](const Message& m) { return !m.cart.empty(); }); }));
    }
    REQUIRE(waitUntil([&] {
        return hour.any(Platform::Instagram, [](const Message& m) {
            return !m.attachments.empty()
                   && m.attachments.front().attachment.type == AttachmentType::Story;
        });
    }));
    REQUIRE(waitUntil(
        [&] { return hour.any(Platform::Instagram, [](const Message& m) { return m.deleted; }); }));
    REQUIRE(waitUntil([&] {
        return hour.any(Platform::Signal, [](const Message& m) {
            return !m.attachments.empty() && m.attachments.front().state == MediaState::Kept;
        });
    }));
    REQUIRE(waitUntil(
        [&] { return hour.any(Platform::Signal, [](const Message& m) { return m.edited; }); }));
    hour.restaurant.customers().setPaused(true);
    for (const Platform platform : kSimulated) {
        INFO(toWord(platform).toStdString());
        const QString words = u"Buenas, "_s + toWord(platform);
        hour.answer(platform, words);
        REQUIRE(waitUntil(
            [&] { return hour.restaurant.platform(platform).timesReceived(words) == 1; }));
        REQUIRE(waitUntil([&] {
            return hour.any(platform, [&](const Message& m) {
                return m.text == words && m.state != MessageState::Waiting
                       && m.state != MessageState::Sending;
            });
        }));
        test::keepPicture(*hour.office.window, u"practice-"_s + toWord(platform));
    }
    CHECK(hour.restaurant.customers().answered() >= static_cast<int>(kSimulated.size()));
}

TEST_CASE("practice: an outage of Meta's is one button, and the panel stays legible",
          "[ui][practice]") {
    Theme theme;
    practice::PracticeRestaurant restaurant;
    practice::PracticePanel panel(theme, restaurant);
    panel.resize(304, 720);
    panel.show();
    test::keepPicture(panel, u"practice-panel"_s);
    auto& meta = test::in<ui::Button>(panel, u"metaTrouble"_s);
    const auto* state = panel.findChild<PlainLabel*>(u"metaState"_s);
    const QString well = state->shownText();
    QTest::mouseClick(&meta, Qt::LeftButton);
    CHECK(restaurant.isOutageOfMeta());
    CHECK(restaurant.trouble(Platform::Instagram) == practice::Trouble::Refuse);
    CHECK(restaurant.trouble(Platform::Telegram) == practice::Trouble::Healthy);
    CHECK(restaurant.trouble(Platform::Signal) == practice::Trouble::Healthy);
    CHECK(state->shownText() != well);
    const auto isWhole = [](const PlainLabel* label) {
        return !label->isVisible() || label->height() >= label->heightForWidth(label->width());
    };
    for (const PlainLabel* label : panel.findChildren<PlainLabel*>()) {
        INFO(label->shownText().toStdString());
        CHECK(waitUntil([&] { return isWhole(label); }));
    }
    test::keepPicture(panel, u"practice-panel-outage"_s);
    QTest::mouseClick(&meta, Qt::LeftButton);
    CHECK_FALSE(restaurant.isOutageOfMeta());
    CHECK(restaurant.trouble(Platform::WhatsApp) == practice::Trouble::Healthy);
    CHECK(state->shownText() == well);
}
