#include "tests/ui/office.h"

#include "core/hub/desk.h"
#include "ui/models/quick_replies.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace comanda::test {

Office::Office(bool practice) : practice_(practice) {
    practice::TelegramOptions bot;
    bot.second = std::chrono::milliseconds(100);
    telegram = std::make_unique<practice::TelegramSimulator>(bot);
    store::StoreConfig place;
    place.path = dir_.filePath(u"comanda.db"_s);
    place.dataDir = dir_.path();
    auto opened = store::Store::open(place, store::Access::Write, clock_);
    REQUIRE(opened);
    store = std::move(*opened);
    secrets_ = std::make_unique<hub::Secrets>(*store, dir_.path());
    bool made = false;
    secrets_->create(hub::KeyPlace::KeyFile, Secret(),
                     [&](const Result<hub::Secrets::Opened>& keys) { made = keys.has_value(); });
    REQUIRE(waitUntil([&] { return made; }));
    config_.receiver = hub::OwnReceiver{};
    config_.shop = QJsonObject{{u"name"_s, u"La Esquina"_s},
                               {u"currency"_s, u"COP"_s},
                               {u"day_ends"_s, 90}, // minutes: no whole hour
                               {u"promise_minutes"_s, 20}};
    hub = std::make_unique<hub::Hub>(*store, *secrets_, clock_, config_,
                                     hub::HubOptions{u"caja"_s, true});
    QObject::connect(hub.get(), &hub::Hub::lightsChanged, &receiver_,
                     [this] { lights_.show(hub->lights()); });
    const QSignalSpy started(hub.get(), &hub::Hub::started);
    hub->start();
    REQUIRE(waitUntil([&] { return !started.isEmpty(); }));
}

Office::~Office() {
    window.reset();
    const QSignalSpy stopped(hub.get(), &hub::Hub::stopped);
    hub->stop();
    CHECK(waitUntil([&] { return !stopped.isEmpty(); }));
    hub.reset();
}

ui::SettingsPage& Office::open(QSize size) {
    window = std::make_unique<ui::MainWindow>(ui::Shell::Parts{
        theme, *store, hub->desk(), clock_, lights_, sounds_, &hub::Hub::descriptor, practice_});
    page = new ui::SettingsPage({theme, *store, *hub, lights_, practice_}, {});
    const int index = window->shell().addPage(u"settings"_s, u"Settings"_s, page);
    window->resize(size);
    window->show();
    window->activateWindow();
    window->shell().choose(index);
    REQUIRE(waitUntil([&] { return page->list().count() > 0; }));
    return *page;
}

QStringList Office::entries() const {
    QStringList words;
    for (int row = 0; row < page->list().count(); ++row) {
        words << page->list().item(row)->text();
    }
    return words;
}

ChannelId Office::addChannel(Platform platform, const QString& name, const QString& base,
                             const QMap<QString, Secret>& keys) {
    ChannelConfig channel;
    channel.platform = platform;
    channel.name = name;
    channel.settings = {{u"api_base_url"_s, base}};
    if (platform == Platform::WhatsApp) {
        channel.settings.insert(u"phone_number_id"_s, u"1234567"_s);
    }
    std::optional<Result<ChannelId>> id;
    hub->saveChannel(channel, keys, &receiver_,
                     [&](Result<ChannelId> saved) { id = std::move(saved); });
    REQUIRE(waitUntil([&] { return id.has_value(); }));
    REQUIRE(*id);
    return **id;
}

ChannelId Office::addTelegram() {
    const ChannelId id =
        addChannel(Platform::Telegram, u"Telegram"_s, telegram->baseUrl().toString(),
                   {{u"token"_s, Secret(telegram->token())}});
    REQUIRE(waitUntil([&] { return channels().front().settings.contains(u"facts"_s); }));
    return id;
}

void Office::saveShop(const Shop& shop) {
    bool saved = false;
    hub->saveShop(shop, &receiver_, [&](const Result<>& done) { saved = done.has_value(); });
    REQUIRE(waitUntil([&] { return saved; }));
}

hub::MailboxSettings Office::mailbox() {
    std::optional<Result<hub::MailboxSettings>> settings;
    hub->readMailbox(&receiver_,
                     [&](Result<hub::MailboxSettings> answer) { settings = std::move(answer); });
    REQUIRE(waitUntil([&] { return settings.has_value(); }));
    REQUIRE(*settings);
    return **settings;
}

Shop Office::shop() {
    return read<Shop>([](store::Reader& reader) { return reader.shop(); });
}

std::vector<ChannelConfig> Office::channels() {
    return read<std::vector<ChannelConfig>>(
        [](store::Reader& reader) { return reader.channels(); });
}

std::vector<Conversation> Office::conversations() {
    return read<std::vector<Conversation>>(
        [](store::Reader& reader) { return reader.conversations({}); });
}

QStringList Office::replies() {
    return read<QStringList>([](store::Reader& reader) { return ui::readQuickReplies(reader); });
}

void type(QLineEdit& line, const QString& words) {
    line.setFocus();
    line.selectAll();
    QTest::keyClick(&line, Qt::Key_Delete);
    QTest::keyClicks(&line, words);
    CHECK(line.text() == words);
}

void press(QWidget& page, const QString& button) {
    QTest::mouseClick(&in<ui::Button>(page, button), Qt::LeftButton);
}

} // namespace comanda::test
