#include "core/hub/media_fetcher.h"
#include "core/store/connection.h"
#include "core/store/writer.h"
#include "tests/hub/fake_connector.h"
#include "tests/support/store_fixture.h"
#include "tests/support/wait.h"

using namespace comanda;
using namespace comanda::hub;
using namespace comanda::test;
using namespace Qt::StringLiterals;

namespace {

Event pictureFrom(const QString& customer, Time at) {
    Event event;
    event.kind = EventKind::Message;
    event.eventKey = event.externalId = u"m1"_s;
    event.conversationKey = event.senderName = customer;
    event.timestamp = at;
    Attachment picture;
    picture.type = AttachmentType::Image;
    picture.id = u"2423"_s;
    event.attachments.push_back(picture);
    return event;
}

} // namespace

TEST_CASE("What the platform was never asked for does not count as a try to fetch it") {
    const StoreFixture fixture(store::StoreConfig::Engine::Sqlite);
    const auto store = fixture.open();
    const auto shop = std::make_shared<FakeShop>();
    ChannelConfig channel = fakeChannel(0, u"mailbox_away"_s);
    channel.platform = Platform::Telegram;
    qint64 fence = 0;
    REQUIRE(store->writeNow([&](store::Writer& writer) -> Result<> {
        channel.id = writer.saveChannel(channel).value();
        fence = writer.takeLease(u"caja"_s, Millis(60'000)).value().fence;
        const auto taken =
            writer.intake(channel.id, {"{}", u"poll"_s, fixture.clock.now()},
                          {pictureFrom(u"ana"_s, fixture.clock.now())}, std::nullopt, Shop());
        return taken ? Result<>(Done{}) : Result<>(fail(taken.error()));
    }));
    auto side = store::Connection::open(fixture.config, false);
    REQUIRE(side);
    REQUIRE((*side)->execute(u"UPDATE work SET attempt = ?"_s, {kFetchAttemptsMax - 1}) == 1);

    connect::Supervisor supervisor(fixture.clock, [&](const ChannelConfig&, QObject*) {
        return fakeHost(shop, fixture.clock);
    });
    supervisor.add(fakeModule(), channel, std::nullopt);
    REQUIRE(waitUntil([&] { return supervisor.ready(channel.id, connect::CallKind::Media); }));
    Roster roster;
    roster.setChannels({channel});
    MediaFetcher fetcher(*store, supervisor, roster, fixture.clock);
    fetcher.start(fence);
    REQUIRE(waitUntil([&] { return shop->fetched > 0; }));
    REQUIRE(waitUntil([&] { // taking it counted a try
        const auto row = (*side)->selectOne(u"SELECT attempt FROM work"_s);
        return row && *row && (**row).integer(0) == kFetchAttemptsMax - 1;
    }));
}
