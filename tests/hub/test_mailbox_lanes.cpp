// Connectors that take their time, and a mailbox that has much or is made anew: in order, once,
// and nothing acknowledged that the store does not have.
#include "core/hub/remote_mailbox.h"
#include "core/store/connection.h"
#include "core/store/reader.h"
#include "core/store/writer.h"
#include "tests/hub/fake_connector.h"
#include "tests/hub/fake_mailbox.h"
#include "tests/support/store_fixture.h"
#include "tests/support/wait.h"

using namespace comanda;
using namespace comanda::hub;
using namespace comanda::test;
using namespace Qt::StringLiterals;

namespace {

using Bodies = std::vector<QByteArray>;
using Ids = std::vector<qint64>;

// What the connectors hand in: answered at once, or kept waiting as by a store that is slow.
class Desk {
public:
    void take(const Delivery& delivery, QObject* context, connect::Stored stored) {
        auto answer = replyTo<Result<>>(context, std::move(stored));
        const std::lock_guard lock(mutex_);
        bodies_.push_back(delivery.body);
        if (!refused_.isEmpty() && delivery.body == refused_) {
            answer(fail(ErrorKind::Storage, u"store.statement"_s));
        } else if (isSlow_) {
            waiting_.push_back(std::move(answer));
        } else {
            answer(Done{});
        }
    }
    void setSlow(bool slow) {
        const std::lock_guard lock(mutex_);
        isSlow_ = slow;
    }
    void refuse(const QByteArray& body) {
        const std::lock_guard lock(mutex_);
        refused_ = body;
    }
    void answerOldest() {
        const std::lock_guard lock(mutex_);
        REQUIRE_FALSE(waiting_.empty());
        waiting_.front()(Done{});
        waiting_.pop_front();
    }
    [[nodiscard]] Bodies bodies() const {
        const std::lock_guard lock(mutex_);
        return bodies_;
    }

private:
    mutable std::mutex mutex_; // connectors have threads of their own
    Bodies bodies_;
    std::deque<std::function<void(Result<>)>> waiting_;
    bool isSlow_ = false;
    QByteArray refused_;
};

// A shop with two channels that collects from a mailbox.
struct Post {
    Post() : store(fixture.open()), intake(*store, roster) {
        std::vector<ChannelConfig> channels;
        REQUIRE(store->writeNow([&](store::Writer& writer) -> Result<> {
            for (const QString& route : {u"first"_s, u"second"_s}) {
                ChannelConfig channel;
                channel.platform = Platform::Telegram;
                channel.settings = {{u"route"_s, route}};
                const auto id = writer.saveChannel(channel);
                channel.id = id.value_or(ChannelId());
                channels.push_back(channel);
            }
            const auto lease = writer.takeLease(u"caja"_s, Millis(600'000));
            roster.setFence(lease ? lease->fence : 0);
            return lease ? Result<>(Done{}) : Result<>(fail(lease.error()));
        }));
        roster.setChannels(channels);
        for (const ChannelConfig& channel : channels) {
            supervisor.add(fakeModule(), channel, std::nullopt);
        }
    }

    [[nodiscard]] MailboxCollector::Parts parts() { return {*store, supervisor, intake, roster}; }
    void change(const QString& statement) {
        auto connection = store::Connection::open(fixture.config, false);
        REQUIRE(connection);
        REQUIRE((*connection)->execute(statement));
    }
    [[nodiscard]] connect::Host host(QObject* context) {
        connect::Host host = fakeHost(shared, fixture.clock);
        host.intake = [this, context](const Delivery& delivery, const Events&,
                                      const std::optional<QString>&, connect::Stored stored) {
            desk.take(delivery, context, std::move(stored));
        };
        return host;
    }
    void collect(Millis laneWait = Millis(1'000)) {
        client = std::make_unique<MailboxClient>(mailbox.url(), Secret("token"), u"hub"_s);
        MailboxCollector::Parts all = parts();
        all.laneWait = laneWait;
        collector = std::make_unique<MailboxCollector>(all, *client, keys);
        collector->start();
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

    StoreFixture fixture{store::StoreConfig::Engine::Sqlite};
    const security::KeyPair keys = security::newKeyPair();
    FakeMailbox mailbox{keys.publicKey};
    const std::shared_ptr<FakeShop> shared = std::make_shared<FakeShop>();
    FakeShop& shop = *shared;
    Desk desk;
    std::unique_ptr<store::Store> store;
    Roster roster;
    Intake intake;
    connect::Supervisor supervisor{
        fixture.clock, [this](const ChannelConfig&, QObject* context) { return host(context); }};
    std::unique_ptr<MailboxClient> client;
    std::unique_ptr<MailboxCollector> collector;
};

} // namespace

TEST_CASE("A long backlog of one channel comes in order, and no other waits for it") {
    constexpr int kBacklog = 400;
    Post post;
    Bodies all;
    for (int i = 0; i < kBacklog; ++i) {
        all.push_back(QByteArray::number(i));
        post.mailbox.put(u"first"_s, all.back());
    }
    post.desk.setSlow(true);
    post.collect();
    REQUIRE(waitUntil([&] { return post.mailbox.handedOut() == kBacklog; }));
    // Another channel is not held up by it: a poll waits for what comes next.
    REQUIRE(waitUntil([&] { return post.mailbox.waits() == 1; }));
    post.mailbox.put(u"second"_s, "of another");
    REQUIRE(waitUntil([&] { return post.desk.bodies() == Bodies{all.front(), "of another"}; }));
    post.desk.setSlow(false);
    post.desk.answerOldest();
    post.desk.answerOldest();
    REQUIRE(waitUntil([&] {
        const Ids told = post.mailbox.acknowledgements();
        return !told.empty() && told.back() == kBacklog + 1;
    }));
    Bodies came = post.desk.bodies();
    std::erase(came, "of another");
    CHECK(came == all);
    CHECK(post.unread() == 0);
}

TEST_CASE("A store that takes longer than a channel is waited for costs no delivery") {
    Post post;
    post.desk.setSlow(true);
    post.mailbox.put(u"first"_s, "an order");
    post.collect();
    for (std::size_t tries = 1; tries <= kDeliveryTriesMax + 1; ++tries) {
        REQUIRE(waitUntil([&] { return post.desk.bodies().size() == tries; }));
        CHECK(post.mailbox.acknowledgements().empty());
        if (tries <= kDeliveryTriesMax) {
            post.fixture.clock.advance(connect::SupervisorLimits().deliver + Millis(1));
        }
    }
    for (int i = 0; i <= kDeliveryTriesMax; ++i) {
        post.desk.answerOldest();
    }
    REQUIRE(waitUntil([&] { return post.mailbox.acknowledgements() == Ids{1}; }));
    CHECK(post.unread() == 0);
}

TEST_CASE("An item that the store refuses again and again is set aside, and the next ones come") {
    Post post;
    post.desk.refuse("poison");
    post.mailbox.put(u"first"_s, "poison");
    post.mailbox.put(u"first"_s, "an order");
    post.collect(Millis(1));
    REQUIRE(waitUntil([&] {
        const Ids told = post.mailbox.acknowledgements();
        return !told.empty() && told.back() == 2;
    }));
    CHECK(post.unread() == 1);
    const Bodies came = post.desk.bodies();
    CHECK(std::count(came.begin(), came.end(), "poison") == kDeliveryDoubtsMax);
    CHECK(came.back() == "an order");
}

TEST_CASE("While nothing can be set aside either, the store is at fault and the item is tried on") {
    Post post;
    post.change(u"CREATE TRIGGER stuck BEFORE INSERT ON delivery"
                " BEGIN SELECT RAISE(ABORT, 'stuck'); END"_s);
    post.desk.refuse("an order");
    post.mailbox.put(u"first"_s, "an order");
    post.collect(Millis(1));
    REQUIRE(waitUntil([&] { return post.desk.bodies().size() > kDeliveryDoubtsMax + 2; }));
    CHECK(post.mailbox.acknowledgements().empty());
    post.desk.refuse({});
    REQUIRE(waitUntil([&] { return post.mailbox.acknowledgements() == Ids{1}; }));
    CHECK(post.unread() == 0);
}

TEST_CASE("What was stored of a mailbox that is no more acknowledges nothing of the next one") {
    Post post;
    post.desk.setSlow(true);
    post.mailbox.put(u"first"_s, "old");
    post.collect();
    REQUIRE(waitUntil([&] { return post.desk.bodies() == Bodies{"old"}; }));
    post.mailbox.makeAnew();
    post.mailbox.put(u"first"_s, "new");
    REQUIRE(waitUntil([&] { return post.desk.bodies() == Bodies{"old", "new"}; }));
    post.desk.answerOldest();
    post.desk.setSlow(false);
    post.mailbox.put(u"second"_s, "beside");
    post.mailbox.put(u"second"_s, "after"); // handed in when the other one has been heard of
    REQUIRE(waitUntil([&] {
        return post.desk.bodies() == Bodies{"old", "new", "beside", "after"};
    }));
    post.desk.answerOldest();
    REQUIRE(waitUntil([&] {
        const Ids told = post.mailbox.acknowledgements();
        return !told.empty() && told.back() == 3;
    }));
    CHECK(post.mailbox.acknowledgements().front() > 1); // only together with what was beside it
}

TEST_CASE("Collecting begins as soon as the store lets it, without a restart of the program") {
    Post post;
    const QTemporaryDir machine;
    Secrets secrets(*post.store, machine.path());
    std::optional<Result<Secrets::Opened>> made;
    secrets.create(KeyPlace::KeyFile, {}, [&](Result<Secrets::Opened> done) { made = done; });
    REQUIRE(waitUntil([&] { return made.has_value(); }));
    std::optional<Result<>> kept;
    const auto keep = [&](Result<> done) { kept = std::move(done); };
    secrets.put(Secrets::mailboxKeyName(), post.keys.privateKey, keep);
    REQUIRE(waitUntil([&] { return kept.has_value(); }));
    RemoteMailbox remote(post.parts(), secrets);
    kept.reset();
    remote.save(post.mailbox.url(), Secret("token"), keep);
    REQUIRE(waitUntil([&] { return kept.has_value(); }));
    REQUIRE(*kept);
    post.change(u"CREATE TRIGGER stuck BEFORE INSERT ON setting WHEN NEW.name = 'hub.id'"
                " BEGIN SELECT RAISE(ABORT, 'stuck'); END"_s);
    bool failed = false;
    QObject receiver;
    QObject::connect(&remote, &RemoteMailbox::failed, &receiver, [&] { failed = true; });
    remote.start();
    REQUIRE(waitUntil([&] { return failed; }));
    post.change(u"DROP TRIGGER stuck"_s);
    post.mailbox.put(u"first"_s, "an order");
    REQUIRE(waitUntil([&] { return post.desk.bodies() == Bodies{"an order"}; }));
    remote.stop();
}

TEST_CASE("Who asks at the same moment is told the same key") {
    Post post;
    const QTemporaryDir machine;
    Secrets secrets(*post.store, machine.path());
    std::optional<Result<Secrets::Opened>> made;
    secrets.create(KeyPlace::KeyFile, {}, [&](Result<Secrets::Opened> done) { made = done; });
    REQUIRE(waitUntil([&] { return made.has_value(); }));
    RemoteMailbox remote(post.parts(), secrets);
    std::vector<QByteArray> told;
    QObject receiver;
    for (int i = 0; i < 2; ++i) {
        remote.read(&receiver, [&](const Result<MailboxSettings>& settings) {
            REQUIRE(settings);
            told.push_back(settings->publicKey);
        });
    }
    REQUIRE(waitUntil([&] { return told.size() == 2; }));
    CHECK(told.front() == told.back());
    CHECK(told.front() == security::publicKeyOf(secrets.value(Secrets::mailboxKeyName())));
}
