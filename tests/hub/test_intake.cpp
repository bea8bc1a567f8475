#include "core/hub/intake.h"
#include "core/hub/rereader.h"
#include "core/hub/setup.h"
#include "core/store/connection.h"
#include "core/store/reader.h"
#include "core/store/writer.h"
#include "tests/support/store_fixture.h"
#include "tests/support/wait.h"

using namespace comanda;
using namespace comanda::hub;
using namespace comanda::test;
using namespace Qt::StringLiterals;

namespace {

ChannelConfig number(int id, const QString& account, const QString& inSettings = {}) {
    ChannelConfig config;
    config.id = ChannelId(id);
    config.platform = Platform::WhatsApp;
    config.account = account;
    if (!inSettings.isEmpty()) {
        config.settings.insert(u"phone_number_id"_s, inSettings);
    }
    return config;
}

Event textTo(const QString& account, const QString& text) {
    Event event;
    event.kind = EventKind::Message;
    event.account = account;
    event.eventKey = u"m:"_s + text;
    event.externalId = text;
    event.conversationKey = u"573001112233"_s;
    event.text = text;
    event.hasText = true;
    return event;
}

// A webhook as Meta sends it, for the number `account`.
QByteArray webhookFor(const QByteArray& account, const QByteArray& text) {
    return R"({"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages",
        "value":{"messaging_product":"whatsapp","metadata":{"phone_number_id":")"
           + account + R"("},"contacts":[{"profile":{"name":"Ana"},"wa_id":"57300"}],
        "messages":[{"from":"57300","id":"wamid.)"
           + text + R"(","timestamp":"1700000000","type":"text","text":{"body":")" + text
           + R"("}}]}}]}]})";
}

} // namespace

TEST_CASE("Events belong to the channel that has their account") {
    Roster roster;
    roster.setChannels({number(1, u"A"_s), number(2, {}, u"B"_s), number(3, {})});
    struct Case {
        QString account;
        int through;
        std::optional<int> owner;
    };
    const auto c = GENERATE(Case{u"A"_s, 1, 1}, Case{u"B"_s, 1, 2}, Case{u"A"_s, 2, 1},
                            Case{u"B"_s, 2, 2}, Case{{}, 2, 2}, Case{u"X"_s, 1, std::nullopt},
                            Case{u"X"_s, 3, 3}); // it does not know its own name yet
    INFO(c.account.toStdString() << " through " << c.through);
    Event event;
    event.account = c.account;
    const auto owner = roster.ownerOf(event, ChannelId(c.through));
    CHECK(owner == (c.owner ? std::optional(ChannelId(*c.owner)) : std::nullopt));
}

TEST_CASE("One webhook may speak for several numbers; a stranger's part stays in the journal") {
    const StoreFixture fixture(eachEngine());
    const auto store = fixture.open();
    std::vector<ChannelConfig> channels{number(0, u"A"_s), number(0, u"B"_s)};
    qint64 fence = 0;
    REQUIRE(store->writeNow([&](store::Writer& writer) -> Result<> {
        for (ChannelConfig& channel : channels) {
            const auto id = writer.saveChannel(channel);
            if (!id) {
                return fail(id.error());
            }
            channel.id = *id;
        }
        const auto lease = writer.takeLease(u"caja"_s, Millis(60'000));
        if (!lease) {
            return fail(lease.error());
        }
        fence = lease->fence;
        return Done{};
    }));
    Roster roster;
    roster.setChannels(channels);
    roster.setFence(fence);
    Intake intake(*store, roster);
    const Delivery delivery{"{}", u"webhook"_s, fixture.clock.now()};
    QObject context;
    const auto take = [&](const Events& events) {
        std::optional<Result<>> answer;
        intake.take(channels[0].id, delivery, events, std::nullopt, &context,
                    [&](Result<> result) { answer = std::move(result); });
        REQUIRE(waitUntil([&] { return answer.has_value(); }));
        return *answer;
    };
    REQUIRE(take(
        {textTo(u"A"_s, u"para A"_s), textTo(u"B"_s, u"para B"_s), textTo(u"X"_s, u"para X"_s)}));
    std::vector<Conversation> conversations;
    std::vector<store::DeliveryRow> unread;
    REQUIRE(store->readNow([&](store::Reader& reader) -> Result<> {
        conversations = reader.conversations({}).value_or(std::vector<Conversation>());
        unread = reader.unreadDeliveries(10).value_or(std::vector<store::DeliveryRow>());
        return Done{};
    }));
    REQUIRE(conversations.size() == 2); // the same person at two numbers is two chats
    for (const Conversation& one : conversations) {
        CHECK(one.lastText == (one.channel == channels[0].id ? u"para A"_s : u"para B"_s));
    }
    REQUIRE(unread.size() == 1);
    CHECK(unread.front().why.contains(u"account.unknown X"_s));
    CHECK(unread.front().body == "{}");

    // Who does not hold the lease takes nothing in.
    roster.setFence(fence + 1);
    bool lost = false;
    QObject::connect(&intake, &Intake::leaseLost, &context, [&] { lost = true; });
    const auto refused = take({textTo(u"A"_s, u"otra"_s)});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().id == u"lease.lost");
    CHECK(lost);
}

TEST_CASE("What nobody could read is read again after an upgrade, and for new accounts") {
    const StoreFixture fixture(eachEngine());
    const auto store = fixture.open();
    Roster roster;
    const auto save = [&](const QString& account) {
        ChannelConfig channel = number(0, account);
        REQUIRE(store->writeNow([&](store::Writer& writer) -> Result<> {
            const auto id = writer.saveChannel(channel);
            channel.id = id.value_or(ChannelId());
            return id ? Result<>(Done{}) : fail(id.error());
        }));
        roster.setChannel(channel);
        return channel.id;
    };
    const ChannelId first = save(u"11"_s);
    const auto keepUnread = [&](const QByteArray& body, const Events& events) {
        REQUIRE(store->writeNow([&](store::Writer& writer) -> Result<> {
            const auto taken = writer.intake(first, {body, u"webhook"_s, fixture.clock.now()},
                                             events, std::nullopt, Shop());
            return taken ? Result<>(Done{}) : fail(taken.error());
        }));
    };
    keepUnread(webhookFor("11", "antes"), {}); // an older version understood nothing of it
    keepUnread(webhookFor("22", "ajeno"), {ignored(u"22"_s, u"account.unknown 22"_s)});
    keepUnread("nonsense", {});
    REQUIRE(store->writeNow([&](store::Writer& writer) -> Result<> {
        const auto lease = writer.takeLease(u"caja"_s, Millis(60'000));
        roster.setFence(lease ? lease->fence : 0);
        return lease ? Result<>(Done{}) : fail(lease.error());
    }));
    const auto unread = [&] {
        qint64 count = -1;
        REQUIRE(store->readNow([&](store::Reader& reader) -> Result<> {
            const auto figures = reader.figures();
            count = figures ? figures->unreadDeliveries : -1;
            return Done{};
        }));
        return count;
    };
    const auto lastTexts = [&] {
        QStringList texts;
        REQUIRE(store->readNow([&](store::Reader& reader) -> Result<> {
            const auto conversations = reader.conversations({});
            for (const Conversation& one : conversations.value()) {
                texts.append(one.lastText);
            }
            return Done{};
        }));
        texts.sort();
        return texts;
    };
    Intake intake(*store, roster);
    Rereader rereader(*store, intake, roster);
    rereader.look();
    REQUIRE(waitUntil([&] { return unread() == 2; }));
    CHECK(lastTexts() == QStringList{u"antes"_s});

    save(u"22"_s); // the owner of the second comes
    REQUIRE(waitUntil([&] {
        rereader.look();
        return unread() == 1;
    }));
    CHECK(lastTexts() == QStringList{u"ajeno"_s, u"antes"_s});
}

namespace {

// A shop with one number, of which something is kept unread.
struct Kept {
    explicit Kept(store::StoreConfig::Engine engine)
        : fixture(engine),
          store(fixture.open()),
          channel(number(0, u"11"_s)),
          intake(*store, roster) {
        REQUIRE(store->writeNow([&](store::Writer& writer) -> Result<> {
            const auto id = writer.saveChannel(channel);
            const auto lease = writer.takeLease(u"caja"_s, Millis(60'000));
            if (!id || !lease) {
                return fail(!id ? id.error() : lease.error());
            }
            channel.id = *id;
            roster.setFence(lease->fence);
            return Done{};
        }));
        roster.setChannel(channel);
    }

    void setEnabled(bool enabled) {
        channel.enabled = enabled;
        roster.setChannel(channel);
    }
    void setAside(const QByteArray& text, const QString& source) {
        std::optional<Result<>> answer;
        intake.quarantine(channel.id, {webhookFor("11", text), source, fixture.clock.now()},
                          &context, [&](Result<> stored) { answer = std::move(stored); });
        REQUIRE(waitUntil([&] { return answer.has_value(); }));
        REQUIRE(*answer);
    }
    // Until the accounts as they are now have been tried.
    void look(Rereader& rereader) {
        const auto tried = [&] {
            QString readFor;
            REQUIRE(store->readNow([&](store::Reader& reader) -> Result<> {
                const auto row = reader.setting(u"journal.read_for"_s);
                readFor = row && *row ? (*row)->toString() : QString();
                return Done{};
            }));
            return readFor;
        };
        const QString before = tried();
        rereader.look();
        REQUIRE(waitUntil([&] { return tried() != before; }));
    }
    [[nodiscard]] qint64 unread() const {
        qint64 unread = -1;
        REQUIRE(store->readNow([&](store::Reader& reader) -> Result<> {
            const auto figures = reader.figures();
            unread = figures ? figures->unreadDeliveries : -1;
            return Done{};
        }));
        return unread;
    }

    const StoreFixture fixture;
    std::unique_ptr<store::Store> store;
    ChannelConfig channel;
    Roster roster;
    Intake intake;
    QObject context;
};

} // namespace

TEST_CASE("What came for a channel that was switched off is read when it is switched on") {
    Kept kept(eachEngine());
    Rereader rereader(*kept.store, kept.intake, kept.roster);
    kept.look(rereader);
    kept.setEnabled(false);
    kept.setAside("mientras", u"mailbox:1"_s);
    kept.look(rereader);
    CHECK(kept.unread() == 1); // it is off
    kept.setEnabled(true);
    kept.look(rereader);
    CHECK(kept.unread() == 0);
}

TEST_CASE("What may have been the machine's fault is tried again at every start") {
    Kept kept(eachEngine());
    const QString passing = GENERATE(u"channel.crashed"_s, u"store.statement"_s);
    {
        Rereader rereader(*kept.store, kept.intake, kept.roster);
        kept.look(rereader);
        kept.setAside("un pedido", withFault(u"mailbox:1"_s, passing));
        kept.setAside("otro", u"mailbox:2"_s); // tried as often as it makes sense
        // Would hang again, here and at each start.
        kept.setAside("colgado", withFault(u"mailbox:3"_s, u"channel.hung"_s));
        rereader.look();
    }
    Rereader rereader(*kept.store, kept.intake, kept.roster);
    rereader.look();
    REQUIRE(waitUntil([&] { return kept.unread() == 2; }));
    kept.setEnabled(false);
    kept.look(rereader);
    kept.setEnabled(true); // which reads all again
    kept.look(rereader);
    CHECK(kept.unread() == 0);
}

TEST_CASE("What a long trouble of the store put aside is read soon after it has passed") {
    Kept kept(eachEngine());
    Rereader rereader(*kept.store, kept.intake, kept.roster, Millis(20));
    kept.look(rereader);
    kept.setAside("otro", u"mailbox:1"_s); // for ever, until the accounts or the version change
    kept.setAside("un pedido", withFault(u"mailbox:2"_s, u"store.statement"_s));
    REQUIRE(waitUntil([&] { return kept.unread() == 1; }));
    rereader.stop();
}

TEST_CASE("What the store still refuses keeps nothing behind it from being read again") {
    Kept kept(store::StoreConfig::Engine::Sqlite);
    kept.setAside("veneno", u"mailbox:1"_s);
    kept.setAside("un pedido", u"mailbox:2"_s);
    auto connection = store::Connection::open(kept.fixture.config, false);
    REQUIRE(connection);
    REQUIRE((*connection)
                ->execute(u"CREATE TRIGGER stuck BEFORE INSERT ON message"
                          " WHEN NEW.text = 'veneno' BEGIN"
                          " SELECT abs(length(NEW.text) - 7 - 9223372036854775807); END"_s));
    Rereader rereader(*kept.store, kept.intake, kept.roster);
    kept.look(rereader);
    CHECK(kept.unread() == 1);
}

TEST_CASE("A settings file that is read again finds its channels") {
    const std::vector<ChannelConfig> known{number(1, u"A"_s, u"A"_s), number(2, u"B"_s, u"B"_s)};
    const auto matchOne = [&](const ChannelConfig& wanted) {
        return matched({ChannelSetup{wanted, {}}}, known).front().channel.id;
    };
    CHECK(matchOne(number(0, u"B"_s)) == ChannelId(2));
    CHECK(matchOne(number(0, {}, u"A"_s)) == ChannelId(1));
    CHECK_FALSE(matchOne(number(0, {}, u"C"_s)).isValid());
    ChannelConfig bot;
    bot.platform = Platform::Telegram;
    CHECK_FALSE(matchOne(bot).isValid());
    ChannelConfig knownBot = bot;
    knownBot.id = ChannelId(3);
    knownBot.account = u"777"_s;
    const auto again = matched({ChannelSetup{bot, {}}, ChannelSetup{bot, {}}}, {knownBot});
    CHECK(again[0].channel.id == ChannelId(3));
    CHECK(again[0].channel.account == u"777");
    CHECK_FALSE(again[1].channel.id.isValid()); // a second bot is a second channel
}
