#include "tests/hub/shift.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace comanda::test {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kStartsMax = 20; // of hubs on one store, each with a fence of its own

template <typename T>
T must(const std::optional<Result<T>>& answer) {
    REQUIRE(answer);
    if (!*answer) {
        FAIL(answer->error().id.toStdString() << " | " << answer->error().detail.toStdString());
    }
    return **answer;
}

template <typename T, typename Query>
T read(store::Store& store, Query query) {
    std::optional<Result<T>> answer;
    const auto done = store.readNow([&](store::Reader& reader) -> Result<> {
        answer = query(reader);
        return Done{};
    });
    REQUIRE(done);
    return must(answer);
}

} // namespace

Shift::Shift(store::StoreConfig::Engine engine) : fixture(engine) {
    practice::TelegramOptions bot;
    bot.clock = &clock;
    bot.second = std::chrono::milliseconds(100);
    telegram = std::make_unique<practice::TelegramSimulator>(bot);
    practice::WhatsAppOptions cloud;
    cloud.clock = &clock;
    cloud.second = std::chrono::milliseconds(20);
    cloud.hooks.firstRetry = std::chrono::milliseconds(50);
    cloud.hooks.longestRetry = std::chrono::milliseconds(500);
    cloud.products = {{u"arepa"_s, u"Arepa con queso"_s, u"8000"_s, u"COP"_s}};
    whatsapp = std::make_unique<practice::WhatsAppSimulator>(cloud);

    auto opened = store::Store::open(fixture.config, store::Access::Write, clock);
    REQUIRE(opened);
    store = std::move(*opened);
    secrets = std::make_unique<hub::Secrets>(*store, machine.path());
    std::optional<Result<hub::Secrets::Opened>> made;
    secrets->create(hub::KeyPlace::KeyFile, {},
                    [&](Result<hub::Secrets::Opened> result) { made = std::move(result); });
    REQUIRE(waitUntil([&] { return made.has_value(); }));
    must(made);

    const practice::WhatsAppOptions& keys = whatsapp->options();
    qputenv("COMANDA_TEST_BOT", telegram->token());
    qputenv("COMANDA_TEST_ACCESS", keys.accessToken);
    qputenv("COMANDA_TEST_APP", keys.appSecret);
    qputenv("COMANDA_TEST_VERIFY", keys.verifyToken);
    const QJsonObject file{
        {u"schema"_s, u"comanda-config/1"_s},
        {u"shop"_s, QJsonObject{{u"name"_s, u"La Esquina"_s},
                                {u"currency"_s, u"COP"_s},
                                {u"notices"_s,
                                 QJsonObject{{u"ready"_s, u"Su pedido {number} esta listo"_s}}}}},
        {u"receiver"_s, QJsonObject{{u"address"_s, u"127.0.0.1"_s}}},
        {u"channels"_s,
         QJsonArray{
             QJsonObject{{u"platform"_s, u"telegram"_s},
                         {u"name"_s, u"Bot"_s},
                         {u"api_base_url"_s, telegram->baseUrl().toString()},
                         {u"token"_s, QJsonObject{{u"env"_s, u"COMANDA_TEST_BOT"_s}}}},
             QJsonObject{{u"platform"_s, u"whatsapp"_s},
                         {u"name"_s, u"WhatsApp"_s},
                         {u"api_base_url"_s, whatsapp->baseUrl().toString()},
                         {u"phone_number_id"_s, keys.phoneNumberId},
                         {u"catalog_id"_s, keys.catalogue},
                         {u"access_token"_s, QJsonObject{{u"env"_s, u"COMANDA_TEST_ACCESS"_s}}},
                         {u"app_secret"_s, QJsonObject{{u"env"_s, u"COMANDA_TEST_APP"_s}}},
                         {u"verify_token"_s, QJsonObject{{u"env"_s, u"COMANDA_TEST_VERIFY"_s}}}}}}};
    auto parsed = hub::parseConfig(QJsonDocument(file).toJson());
    REQUIRE(parsed);
    config = std::move(*parsed);
}

Shift::~Shift() {
    hub.reset();
    secrets.reset();
    store.reset();
}

void Shift::openHub() {
    hub = std::make_unique<hub::Hub>(*store, *secrets, clock, config, hub::HubOptions{u"caja"_s});
    bool started = false;
    QString failed;
    QObject::connect(hub.get(), &hub::Hub::started, &receiver, [&] { started = true; });
    QObject::connect(hub.get(), &hub::Hub::failed, &receiver,
                     [&](const Error& error) { failed = error.id + u' ' + error.detail; });
    QObject::connect(hub.get(), &hub::Hub::orderArrived, &receiver,
                     [this](OrderId id) { rangOrders.push_back(id); });
    QObject::connect(hub.get(), &hub::Hub::messageArrived, &receiver,
                     [this](ConversationId id) { rangMessages.push_back(id); });
    hub->start();
    const bool settled = waitUntil([&] { return started || !failed.isEmpty(); });
    INFO(failed.toStdString());
    REQUIRE(settled);
    REQUIRE(failed.isEmpty());
    const ChannelId number = channel(Platform::WhatsApp);
    REQUIRE(waitUntil([&] { return !hub->hookUrl(number).isEmpty(); }));
    const QUrl hook(hub->hookUrl(number));
    whatsapp->setHook(hook);
    REQUIRE(whatsapp->handshake(whatsapp->options().verifyToken, std::chrono::seconds(10)));
    REQUIRE(waitUntil([&] {
        return lamp(Platform::Telegram) == Lamp::Healthy
               && lamp(Platform::WhatsApp) == Lamp::Healthy;
    }));
}

void Shift::closeHub() {
    bool stopped = false;
    QObject::connect(hub.get(), &hub::Hub::stopped, &receiver, [&] { stopped = true; });
    hub->stop();
    REQUIRE(waitUntil([&] { return stopped; }, std::chrono::seconds(5)));
    hub.reset();
}

void Shift::killHub() {
    hub.reset();
    // What died gives no lease back: it runs out, which nobody here waits for.
    const auto freed = store->writeNow([](store::Writer& writer) -> Result<> {
        Result<> done = Done{};
        for (qint64 fence = 1; done && fence <= kStartsMax; ++fence) {
            done = writer.releaseLease(fence);
        }
        return done;
    });
    REQUIRE(freed);
}

ChannelId Shift::channel(Platform platform) const {
    const auto channels = read<std::vector<ChannelConfig>>(
        *store, [](store::Reader& reader) { return reader.channels(); });
    for (const ChannelConfig& one : channels) {
        if (one.platform == platform) {
            return one.id;
        }
    }
    return {};
}

Lamp Shift::lamp(Platform platform) const {
    for (const ChannelLight& light : hub->lights()) {
        if (light.platform == platform) {
            return light.lamp;
        }
    }
    return Lamp::NotConnected;
}

std::vector<Conversation> Shift::conversations() const {
    return read<std::vector<Conversation>>(
        *store, [](store::Reader& reader) { return reader.conversations({}); });
}

std::optional<Conversation> Shift::conversationOf(const QString& name) const {
    for (const Conversation& one : conversations()) {
        if (one.name == name) {
            return one;
        }
    }
    return std::nullopt;
}

std::optional<Message> Shift::message(const QString& text) const {
    for (const Conversation& one : conversations()) {
        auto messages = read<std::vector<Message>>(
            *store, [&](store::Reader& reader) { return reader.messages(one.id, 500); });
        for (auto it = messages.rbegin(); it != messages.rend(); ++it) {
            if (it->text == text) {
                return *it;
            }
        }
    }
    return std::nullopt;
}

int Shift::countOf(const QString& text) const {
    int count = 0;
    for (const Conversation& one : conversations()) {
        const auto messages = read<std::vector<Message>>(
            *store, [&](store::Reader& reader) { return reader.messages(one.id, 500); });
        count += static_cast<int>(std::count_if(messages.begin(), messages.end(),
                                                [&](const Message& m) { return m.text == text; }));
    }
    return count;
}

std::vector<Order> Shift::orders() const {
    return read<std::vector<Order>>(*store,
                                    [](store::Reader& reader) { return reader.openOrders(); });
}

store::StoreFigures Shift::figures() const {
    return read<store::StoreFigures>(*store,
                                     [](store::Reader& reader) { return reader.figures(); });
}

ConversationId Shift::waitFor(const QString& name) {
    std::optional<Conversation> found;
    const bool there = waitUntil([&] { return (found = conversationOf(name)).has_value(); });
    INFO(name.toStdString());
    REQUIRE(there);
    return found->id;
}

MessageId Shift::say(ConversationId to, const QString& text) {
    std::optional<Result<MessageId>> answer;
    hub->desk().sendText(to, text, {}, &receiver,
                         [&](Result<MessageId> result) { answer = std::move(result); });
    REQUIRE(waitUntil([&] { return answer.has_value(); }));
    return must(answer);
}

Order Shift::change(const Order& order, const OrderCommand& command) {
    std::optional<Result<Order>> answer;
    hub->desk().changeOrder(order.id, order.version, command, &receiver,
                            [&](Result<Order> result) { answer = std::move(result); });
    REQUIRE(waitUntil([&] { return answer.has_value(); }));
    return must(answer);
}

void Shift::saveAgain(Platform platform, const QMap<QString, Secret>& values) {
    const auto channels = read<std::vector<ChannelConfig>>(
        *store, [](store::Reader& reader) { return reader.channels(); });
    const auto found = std::find_if(channels.begin(), channels.end(),
                                    [&](const auto& one) { return one.platform == platform; });
    REQUIRE(found != channels.end());
    std::optional<Result<ChannelId>> answer;
    hub->saveChannel(*found, values, &receiver,
                     [&](Result<ChannelId> result) { answer = std::move(result); });
    REQUIRE(waitUntil([&] { return answer.has_value(); }));
    must(answer);
}

} // namespace comanda::test
