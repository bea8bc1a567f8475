#include "tests/conformance/shop.h"

#include <QJsonObject>

#include <algorithm>

namespace comanda::test {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kStartsMax = 20; // of hubs on one store, each with a fence of its own

template <typename T, typename Query>
T read(store::Store& store, Query query) {
    std::optional<Result<T>> answer;
    const auto done = store.readNow([&](store::Reader& reader) -> Result<> {
        answer = query(reader);
        return Done{};
    });
    REQUIRE(done);
    REQUIRE(answer);
    REQUIRE(answer->has_value());
    return std::move(**answer);
}

} // namespace

FullShop::FullShop() : fixture_(store::StoreConfig::Engine::Sqlite) {
    practice::PlatformOptions options;
    options.clock = &clock;
    options.second = std::chrono::milliseconds(20);
    options.appSecret = practice::randomSecret();
    options.verifyToken = practice::randomSecret();
    for (const connect::PlatformModule& module : connectors::all()) {
        Stand stand;
        stand.descriptor = &module.descriptor;
        stand.name_ = toWord(module.descriptor.platform).toLatin1();
        INFO("a connector without a simulator: " << stand.name());
        stand.platform = practice::makePlatform(module.descriptor.platform, options);
        REQUIRE(stand.platform);
        stands_.push_back(std::move(stand));
    }
    auto opened = store::Store::open(fixture_.config, store::Access::Write, clock);
    REQUIRE(opened);
    store_ = std::move(*opened);
    secrets_ = std::make_unique<hub::Secrets>(*store_, machine_.path());
    bool made = false;
    secrets_->create(hub::KeyPlace::KeyFile, {},
                     [&](const Result<hub::Secrets::Opened>& keys) { made = keys.has_value(); });
    REQUIRE(waitUntil([&] { return made; }));
    config_.receiver = hub::OwnReceiver{};
    config_.shop = QJsonObject{{u"name"_s, u"La Esquina"_s}, {u"currency"_s, u"COP"_s}};
}

FullShop::~FullShop() {
    hub_.reset();
    secrets_.reset();
    store_.reset();
}

void FullShop::openHub() {
    hub_ = std::make_unique<hub::Hub>(*store_, *secrets_, clock, config_,
                                      hub::HubOptions{u"caja"_s, true});
    bool started = false;
    QObject::connect(hub_.get(), &hub::Hub::started, &receiver, [&] { started = true; });
    hub_->start();
    REQUIRE(waitUntil([&] { return started; }));
    if (stands_.front().channel.isValid()) {
        setHooks();
    } else {
        connectAll();
    }
}

// One after the other: what Meta runs shares the first one's address.
void FullShop::connectAll() {
    for (Stand& stand : stands_) {
        practice::Access access = stand.platform->access();
        access.channel.name = QString::fromLatin1(stand.name());
        std::optional<Result<ChannelId>> saved;
        hub_->saveChannel(access.channel, access.secrets, &receiver,
                          [&](const Result<ChannelId>& id) { saved = id; });
        REQUIRE(waitUntil([&] { return saved.has_value(); }));
        REQUIRE(*saved);
        stand.channel = **saved;
    }
    setHooks();
}

void FullShop::setHooks() {
    for (Stand& stand : stands_) {
        INFO(stand.name());
        if (stand.descriptor->pushed) {
            REQUIRE(waitUntil([&] { return !hub_->hookUrl(stand.channel).isEmpty(); }));
            stand.platform->setHook(QUrl(hub_->hookUrl(stand.channel)));
        }
    }
    for (const Stand& stand : stands_) {
        INFO(stand.name());
        REQUIRE(waitUntil([&] { return light(stand).lamp == Lamp::Healthy; }));
    }
}

void FullShop::greetAll() {
    for (Stand& stand : stands_) {
        stand.customer =
            stand.platform->addCustomer({u"Ana"_s, u"Torres"_s, practice::Tongue::Spanish, {}, {}});
        stand.platform->writeText(stand.customer, u"hola"_s);
    }
    for (Stand& stand : stands_) {
        INFO(stand.name());
        REQUIRE(waitUntil([&] {
            for (const Conversation& one : conversations()) {
                if (one.channel == stand.channel) {
                    stand.conversation = one.id;
                }
            }
            return stand.conversation.isValid() && countOf(stand, u"hola"_s) == 1;
        }));
    }
}

void FullShop::killHub() {
    hub_.reset();
    // What died gives no lease back: it runs out, which nobody here waits for.
    const auto freed = store_->writeNow([](store::Writer& writer) -> Result<> {
        Result<> done = Done{};
        for (qint64 fence = 1; done && fence <= kStartsMax; ++fence) {
            done = writer.releaseLease(fence);
        }
        return done;
    });
    REQUIRE(freed);
}

const ChannelLight& FullShop::light(const Stand& stand) const {
    static const ChannelLight dark;
    const auto& lights = hub_->lights();
    const auto found = std::find_if(lights.begin(), lights.end(), [&](const ChannelLight& one) {
        return one.channel == stand.channel;
    });
    return found == lights.end() ? dark : *found;
}

std::vector<Conversation> FullShop::conversations() const {
    return read<std::vector<Conversation>>(
        *store_, [](store::Reader& reader) { return reader.conversations({}); });
}

std::vector<Message> FullShop::messages(const Stand& stand) const {
    return read<std::vector<Message>>(
        *store_, [&](store::Reader& reader) { return reader.messages(stand.conversation, 500); });
}

std::optional<Message> FullShop::message(const Stand& stand, const QString& text) const {
    const std::vector<Message> all = messages(stand);
    const auto found = std::find_if(all.rbegin(), all.rend(),
                                    [&](const Message& one) { return one.text == text; });
    return found == all.rend() ? std::nullopt : std::optional(*found);
}

int FullShop::countOf(const Stand& stand, const QString& text) const {
    const std::vector<Message> all = messages(stand);
    return static_cast<int>(std::count_if(all.begin(), all.end(),
                                          [&](const Message& one) { return one.text == text; }));
}

bool FullShop::stateIs(const Stand& stand, const QString& text, MessageState state) const {
    const auto found = message(stand, text);
    return found && found->state == state;
}

bool FullShop::left(const Stand& stand, const QString& text) const {
    return stateIs(stand, text, MessageState::Sent) || stateIs(stand, text, MessageState::Delivered)
           || stateIs(stand, text, MessageState::Read);
}

MessageId FullShop::await(const Answer& answer) {
    REQUIRE(waitUntil([&] { return answer.has_value(); }));
    if (!*answer) {
        FAIL(answer->error().id.toStdString() << ' ' << answer->error().detail.toStdString());
    }
    return **answer;
}

MessageId FullShop::say(const Stand& stand, const QString& text) {
    Answer answer;
    desk().sendText(stand.conversation, text, {}, &receiver,
                    [&](const Result<MessageId>& id) { answer = id; });
    return await(answer);
}

void FullShop::sendFile(const Stand& stand, const QString& path, const QString& caption) {
    Answer answer;
    desk().sendFile(stand.conversation, path, caption, &receiver,
                    [&](const Result<MessageId>& id) { answer = id; });
    await(answer);
}

void FullShop::edit(const Stand& stand, MessageId message, const QString& text) {
    Answer answer;
    desk().editMessage(stand.conversation, message, text, &receiver,
                       [&](const Result<MessageId>& id) { answer = id; });
    await(answer);
}

void FullShop::takeBack(const Stand& stand, MessageId message) {
    Answer answer;
    desk().takeBack(stand.conversation, message, &receiver,
                    [&](const Result<MessageId>& id) { answer = id; });
    await(answer);
}

void FullShop::signInAgain(Stand& stand) {
    practice::Access access = stand.platform->access();
    std::optional<ChannelConfig> config;
    for (const ChannelConfig& one : read<std::vector<ChannelConfig>>(
             *store_, [](store::Reader& reader) { return reader.channels(); })) {
        config = one.id == stand.channel ? one : config;
    }
    REQUIRE(config);
    std::optional<Result<ChannelId>> saved;
    hub_->saveChannel(*config, access.secrets, &receiver,
                      [&](const Result<ChannelId>& id) { saved = id; });
    REQUIRE(waitUntil([&] { return saved.has_value(); }));
    REQUIRE(*saved);
}

} // namespace comanda::test
