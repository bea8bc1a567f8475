// One address for all channels of an app: who reads what comes there, and with which secrets.
#include "core/connectors/registry.h"
#include "core/hub/routes.h"
#include "tests/support/store_fixture.h"
#include "tests/support/wait.h"

#include <QTemporaryDir>

using namespace comanda;
using namespace comanda::hub;
using namespace comanda::test;
using namespace Qt::StringLiterals;

namespace {

ChannelConfig channel(int id, Platform platform, const QString& account, const QString& route,
                      bool enabled = true) {
    ChannelConfig config;
    config.id = ChannelId(id);
    config.platform = platform;
    config.account = account;
    config.enabled = enabled;
    if (!route.isEmpty()) {
        config.settings.insert(u"route"_s, route);
    }
    return config;
}

QByteArray whatsAppBody(const QByteArray& number) {
    return R"({"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages",
        "value":{"messaging_product":"whatsapp","metadata":{"phone_number_id":")"
           + number + R"("},"messages":[{"from":"57300","id":"wamid.1","timestamp":"1700000000",
        "type":"text","text":{"body":"hola"}}]}}]}]})";
}

QByteArray pageBody(const QByteArray& page) {
    return R"({"object":"page","entry":[{"id":")" + page
           + R"(","time":1700000000000,"messaging":[{"sender":{"id":"7000000000000001"},
        "recipient":{"id":")"
           + page + R"("},"timestamp":1700000000000,"message":{"mid":"m_1","text":"hola"}}]}]})";
}

int readerIn(const std::vector<ChannelConfig>& channels, const QByteArray& body) {
    Roster roster;
    roster.setChannels(channels);
    const auto reader = readerOf(roster, u"r"_s, body);
    return reader ? static_cast<int>(reader->id.value()) : 0;
}

void put(Secrets& secrets, int channel, const QString& key, const QByteArray& value) {
    std::optional<Result<>> answer;
    secrets.put(Secrets::channelName(ChannelId(channel), key), Secret(value),
                [&](Result<> result) { answer = std::move(result); });
    REQUIRE(waitUntil([&] { return answer.has_value(); }));
    REQUIRE(*answer);
}

} // namespace

TEST_CASE("What comes to a shared address is read by the channel that it is for") {
    const ChannelConfig north = channel(1, Platform::WhatsApp, u"11"_s, u"r"_s);
    const ChannelConfig south = channel(2, Platform::WhatsApp, u"22"_s, u"r"_s);
    const ChannelConfig page = channel(3, Platform::Messenger, u"33"_s, u"r"_s);
    const ChannelConfig elsewhere = channel(4, Platform::WhatsApp, u"22"_s, u"other"_s);
    CHECK(readerIn({north}, whatsAppBody("22")) == 1); // nobody else has the address
    CHECK(readerIn({north, south, page, elsewhere}, whatsAppBody("22")) == 2);
    CHECK(readerIn({north, south, page}, whatsAppBody("99")) == 1);
    CHECK(readerIn({north, page}, pageBody("33")) == 3);
    CHECK(readerIn({north, south}, "no JSON") == 1);
    CHECK(readerIn({elsewhere}, whatsAppBody("22")) == 0);
    ChannelConfig off = south;
    off.enabled = false;
    CHECK(readerIn({off, north}, whatsAppBody("22")) == 1); // which runs, and refuses nothing
    CHECK(readerIn({off, page}, whatsAppBody("22")) == 3);
    CHECK(readerIn({off}, whatsAppBody("22")) == 2); // kept for it
    CHECK(readerIn({off, north}, whatsAppBody("99")) == 1);
}

TEST_CASE("A part of another platform belongs to that platform's channel") {
    Roster roster;
    roster.setChannels({channel(1, Platform::WhatsApp, u"11"_s, u"r"_s),
                        channel(2, Platform::Messenger, u"33"_s, u"r"_s),
                        channel(3, Platform::Messenger, {}, u"r"_s)});
    const auto* whatsApp = connectors::find(Platform::WhatsApp);
    REQUIRE(whatsApp != nullptr);
    const auto owner = [&](const QByteArray& body) {
        const Events events = connectors::readWhole(*whatsApp, body, u"11"_s);
        REQUIRE(events.size() == 1);
        CHECK(events.front().kind == EventKind::Message);
        return roster.ownerOf(events.front(), ChannelId(1));
    };
    CHECK(owner(whatsAppBody("11")) == ChannelId(1));
    CHECK(owner(pageBody("33")) == ChannelId(2));
    CHECK(owner(pageBody("44")) == ChannelId(3)); // it does not know its own name yet
}

TEST_CASE("Channels that share an address share what belongs to the app") {
    const StoreFixture fixture(store::StoreConfig::Engine::Sqlite);
    const auto store = fixture.open();
    const QTemporaryDir machine;
    Secrets secrets(*store, machine.path());
    std::optional<Result<Secrets::Opened>> made;
    secrets.create(KeyPlace::KeyFile, Secret(), [&](auto result) { made = std::move(result); });
    REQUIRE(waitUntil([&] { return made.has_value(); }));
    REQUIRE(*made);
    const std::vector<ChannelConfig> channels{
        channel(1, Platform::WhatsApp, u"11"_s, u"r"_s),
        channel(2, Platform::Messenger, u"33"_s, u"r"_s),
        channel(3, Platform::WhatsApp, u"22"_s, u"other"_s),
        channel(4, Platform::WhatsApp, u"44"_s, u"r"_s, false)};
    put(secrets, 1, u"app_secret"_s, "uno");
    put(secrets, 1, u"access_token"_s, "token");
    put(secrets, 2, u"verify_token"_s, "palabra");
    put(secrets, 3, u"app_secret"_s, "tres");
    put(secrets, 4, u"app_secret"_s, "off");

    const auto ofPage = secretsOf(channels[1], channels, secrets);
    CHECK(ofPage.value(u"app_secret"_s) == Secret("uno"));
    CHECK(ofPage.value(u"access_token"_s).isEmpty()); // that is the channel's own
    CHECK(secretsOf(channels[2], channels, secrets).value(u"app_secret"_s) == Secret("tres"));

    const auto routes = receiverRoutes(channels, secrets);
    REQUIRE(routes.size() == 2);
    CHECK(routes[0].path == u"other"_s);
    CHECK(routes[1].path == u"r"_s);
    CHECK(routes[1].appSecrets == std::vector<Secret>{Secret("uno")});
    CHECK(routes[1].verifyTokens == std::vector<Secret>{Secret("palabra")});

    CHECK(familyRoute(channel(0, Platform::Instagram, {}, {}), channels) == u"r"_s);
    CHECK(familyRoute(channel(0, Platform::Telegram, {}, {}), channels).isEmpty());
}
