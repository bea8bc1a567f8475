// The office behind the kitchen, where somebody sets things up: the settings over a real hub and
// store, beside a simulated Telegram.
#pragma once

#include "app/practice/telegram_simulator.h"
#include "core/hub/config.h"
#include "core/hub/hub.h"
#include "core/hub/secrets.h"
#include "core/store/reader.h"
#include "tests/ui/window_fixture.h"
#include "ui/settings/settings_page.h"

#include <QLineEdit>
#include <QListWidget>

namespace comanda::test {

constexpr auto kNowhere = "http://127.0.0.1:1"; // nobody listens there

class Office {
public:
    explicit Office(bool practice = false);
    ~Office();

    ui::SettingsPage& open(QSize size = {1366, 768}); // a window that shows them
    [[nodiscard]] QStringList entries() const;        // the words of the list
    // By the words that stand in the list.
    template <typename Form>
    Form& choose(const QString& words) {
        const auto items = page->list().findItems(words, Qt::MatchExactly);
        REQUIRE(items.size() == 1);
        page->list().setCurrentItem(items.front());
        Form* form = nullptr;
        REQUIRE(waitUntil([&] {
            for (auto* one : page->findChildren<Form*>()) {
                form = one->isVisible() ? one : form; // the one before goes a little later
            }
            return form != nullptr;
        }));
        return *form;
    }

    ChannelId addChannel(Platform platform, const QString& name, const QString& base,
                         const QMap<QString, Secret>& keys);
    ChannelId addTelegram(); // the simulated one; waits until it has told its name
    void saveShop(const Shop& shop);
    [[nodiscard]] hub::MailboxSettings mailbox();
    [[nodiscard]] Shop shop();
    [[nodiscard]] std::vector<ChannelConfig> channels();
    [[nodiscard]] std::vector<Conversation> conversations();
    [[nodiscard]] QStringList replies();

    ui::Theme theme;
    std::unique_ptr<practice::TelegramSimulator> telegram;
    std::unique_ptr<store::Store> store;
    std::unique_ptr<hub::Hub> hub;
    std::unique_ptr<ui::MainWindow> window;
    ui::SettingsPage* page = nullptr; // the window's

private:
    template <typename T, typename Query>
    T read(Query query) {
        std::optional<Result<T>> answer;
        REQUIRE(store->readNow([&](store::Reader& reader) -> Result<> {
            answer = query(reader);
            return Done{};
        }));
        REQUIRE((answer && *answer));
        return **answer;
    }

    bool practice_;
    SystemClock clock_;
    QTemporaryDir dir_;
    hub::Config config_;
    std::unique_ptr<hub::Secrets> secrets_;
    ui::Lights lights_;
    SilentSounds sounds_;
    QObject receiver_;
};

template <typename Widget>
Widget& in(QWidget& page, const QString& name) {
    auto* found = page.findChild<Widget*>(name);
    INFO(name.toStdString());
    REQUIRE(found);
    return *found;
}

void type(QLineEdit& line, const QString& words); // instead of what is there; ASCII
void press(QWidget& page, const QString& button);

} // namespace comanda::test
