#include "core/hub/hub.h"
#include "core/hub/outbox_runner.h"
#include "core/store/connection.h"
#include "core/store/reader.h"
#include "core/store/writer.h"
#include "tests/hub/fake_connector.h"
#include "tests/support/store_fixture.h"
#include "tests/support/wait.h"

#include <QFile>

using namespace comanda;
using namespace comanda::hub;
using namespace comanda::test;
using namespace Qt::StringLiterals;

namespace {

Event textFrom(const QString& customer, const QString& text, Time at) {
    Event event;
    event.kind = EventKind::Message;
    event.eventKey = u"m:"_s + customer + text;
    event.externalId = event.eventKey;
    event.conversationKey = customer;
    event.senderName = customer;
    event.timestamp = at;
    event.text = text;
    event.hasText = true;
    return event;
}

// One Telegram channel with a fake connector behind a real store, lease and supervisor.
struct Line {
    explicit Line(store::StoreConfig::Engine engine) : fixture(engine), store(fixture.open()) {
        ChannelConfig config;
        config.platform = Platform::Telegram;
        write([&](store::Writer& writer) -> Result<> {
            auto id = writer.saveChannel(config);
            config.id = id.value_or(ChannelId());
            return id ? Result<>(Done{}) : Result<>(fail(id.error()));
        });
        channel = config.id;
        lease = std::make_unique<LeaseKeeper>(*store, fixture.clock, u"caja"_s);
        roster.setChannels({config});
        QObject::connect(lease.get(), &LeaseKeeper::held, &receiver, [this](qint64 now) {
            fence = now;
            roster.setFence(now);
        });
        lease->start();
        REQUIRE(waitUntil([&] { return fence > 0; }));
        restart();
    }

    // What the program remembers is gone; what is in the store stays.
    void restart() {
        runner.reset();
        supervisor = std::make_unique<connect::Supervisor>(
            fixture.clock,
            [this](const ChannelConfig&, QObject*) { return fakeHost(shared, fixture.clock); });
        runner = std::make_unique<OutboxRunner>(*store, *supervisor, *lease, roster, fixture.clock);
    }
    void loseLease() {
        write([&](store::Writer& writer) { return writer.releaseLease(fence); });
        write([&](store::Writer& writer) -> Result<> {
            const auto other = writer.takeLease(u"otra caja"_s, Millis(60'000));
            return other ? Result<>(Done{}) : Result<>(fail(other.error()));
        });
    }

    void write(const std::function<Result<>(store::Writer&)>& job) {
        const auto done = store->writeNow(job);
        if (!done) {
            FAIL(done.error().id.toStdString() << done.error().detail.toStdString());
        }
    }
    // The connector misbehaves in this way from now on.
    void open(const QString& how) {
        ChannelConfig config = *roster.channel(channel);
        config.settings = {{u"how"_s, how}};
        supervisor->add(fakeModule(), config, std::nullopt);
        runner->start(fence);
    }
    ConversationId customer(const QString& name) {
        write([&](store::Writer& writer) -> Result<> {
            const auto taken = writer.intake(channel, {"{}", u"poll"_s, fixture.clock.now()},
                                             {textFrom(name, u"hola"_s, fixture.clock.now())},
                                             std::nullopt, Shop());
            return taken ? Result<>(Done{}) : Result<>(fail(taken.error()));
        });
        for (const Conversation& one : read<std::vector<Conversation>>(
                 [](store::Reader& reader) { return reader.conversations({}); })) {
            if (one.key == name) {
                return one.id;
            }
        }
        return {};
    }
    MessageId enqueue(ConversationId to, const QString& text, std::optional<Time> expires = {}) {
        store::Outgoing outgoing;
        outgoing.conversation = to;
        outgoing.text = text;
        outgoing.expires = expires;
        return enqueue(outgoing);
    }
    MessageId enqueue(const store::Outgoing& outgoing) {
        MessageId id;
        write([&](store::Writer& writer) -> Result<> {
            const auto queued = writer.enqueue(outgoing);
            id = queued.value_or(MessageId());
            return queued ? Result<>(Done{}) : Result<>(fail(queued.error()));
        });
        return id;
    }
    template <typename T, typename Query>
    T read(Query query) const {
        std::optional<Result<T>> answer;
        REQUIRE(store->readNow([&](store::Reader& reader) -> Result<> {
            answer = query(reader);
            return Done{};
        }));
        REQUIRE(*answer);
        return **answer;
    }
    [[nodiscard]] std::optional<Message> message(ConversationId in, MessageId id) const {
        for (const Message& one : read<std::vector<Message>>(
                 [&](store::Reader& reader) { return reader.messages(in, 200); })) {
            if (one.id == id) {
                return one;
            }
        }
        return std::nullopt;
    }
    [[nodiscard]] MessageState state(ConversationId in, MessageId id) const {
        return message(in, id)->state;
    }

    StoreFixture fixture;
    std::unique_ptr<store::Store> store;
    const std::shared_ptr<FakeShop> shared = std::make_shared<FakeShop>();
    FakeShop& shop = *shared;
    QObject receiver;
    Roster roster;
    ChannelId channel;
    qint64 fence = 0;
    std::unique_ptr<LeaseKeeper> lease;
    std::unique_ptr<connect::Supervisor> supervisor;
    std::unique_ptr<OutboxRunner> runner;
};

} // namespace

TEST_CASE("A slow conversation delays no other, and keeps its own order") {
    Line line(eachEngine());
    const ConversationId slow = line.customer(u"slow"_s);
    const ConversationId quick = line.customer(u"quick"_s);
    line.open(u"slow_one"_s);
    const MessageId head = line.enqueue(slow, u"first"_s);
    const MessageId behind = line.enqueue(slow, u"second"_s);
    REQUIRE(waitUntil([&] { return line.state(slow, head) == MessageState::Sending; }));
    std::vector<MessageId> all;
    for (int i = 0; i < 20; ++i) {
        all.push_back(line.enqueue(quick, u"q%1"_s.arg(i)));
    }
    REQUIRE(waitUntil([&] { return line.state(quick, all.back()) == MessageState::Sent; }));
    CHECK(line.message(quick, all.front())->externalId == u"id-q0");
    CHECK(line.state(slow, head) == MessageState::Sending);
    CHECK(line.state(slow, behind) == MessageState::Waiting);
}

TEST_CASE("What is not sure is left to a person and never sent again") {
    Line line(eachEngine());
    const ConversationId ana = line.customer(u"ana"_s);
    line.open(u"unsure"_s);
    const MessageId id = line.enqueue(ana, u"llego?"_s);
    REQUIRE(waitUntil([&] { return line.state(ana, id) == MessageState::Unsure; }));
    const int sent = line.shop.sent;
    line.runner->wake(line.channel);
    const MessageId other = line.enqueue(ana, u"otra"_s);
    REQUIRE(waitUntil([&] { return line.state(ana, other) == MessageState::Unsure; }));
    CHECK(line.shop.sent == sent + 1);
}

TEST_CASE("What waited too long is not sent") {
    Line line(eachEngine());
    const ConversationId ana = line.customer(u"ana"_s);
    const MessageId late =
        line.enqueue(ana, u"ya sale"_s, line.fixture.clock.now() + std::chrono::minutes(30));
    const MessageId good = line.enqueue(ana, u"hola"_s);
    line.fixture.clock.advance(std::chrono::minutes(31));
    // The lease is old by this clock: nothing may leave before it is renewed.
    REQUIRE_FALSE(line.lease->mayAct());
    line.open(u"good"_s);
    CHECK_FALSE(waitUntil([&] { return line.shop.sent > 0; }, Millis(100)));
    line.lease->doubt();
    REQUIRE(waitUntil([&] { return line.state(ana, late) == MessageState::Failed; }));
    CHECK(line.message(ana, late)->stateWhy == u"outbox.expired");
    REQUIRE(waitUntil([&] { return line.state(ana, good) == MessageState::Sent; }));
    CHECK(line.shop.sent == 1);
}

TEST_CASE("Who is not the holder any more claims nothing") {
    Line line(eachEngine());
    const ConversationId ana = line.customer(u"ana"_s);
    line.open(u"good"_s);
    line.loseLease();
    const MessageId id = line.enqueue(ana, u"hola"_s);
    CHECK_FALSE(waitUntil([&] { return line.shop.sent > 0; }, Millis(200)));
    CHECK(line.state(ana, id) == MessageState::Waiting);
    bool lost = false;
    QObject::connect(line.lease.get(), &LeaseKeeper::lost, &line.receiver, [&] { lost = true; });
    line.lease->doubt();
    REQUIRE(waitUntil([&] { return lost; }));
    CHECK_FALSE(line.lease->isHeld());
}

TEST_CASE("Two programs of one machine do not hold the lease together") {
    Line line(eachEngine());
    LeaseKeeper second(*line.store, line.fixture.clock, u"caja"_s);
    QString holder;
    bool held = false;
    QObject::connect(&second, &LeaseKeeper::refused, &line.receiver,
                     [&](const QString& who) { holder = who; });
    QObject::connect(&second, &LeaseKeeper::held, &line.receiver, [&] { held = true; });
    second.start();
    REQUIRE(waitUntil([&] { return !holder.isEmpty() || held; }));
    CHECK(holder == u"caja");
    CHECK_FALSE(second.mayAct());
    line.lease->doubt(); // the first goes on
    const qint64 before = line.fence;
    line.open(u"good"_s);
    const ConversationId ana = line.customer(u"ana"_s);
    const MessageId id = line.enqueue(ana, u"hola"_s);
    REQUIRE(waitUntil([&] { return line.state(ana, id) == MessageState::Sent; }));
    CHECK(line.fence == before);
}

TEST_CASE("Stopping lets what is under way end first") {
    Line line(eachEngine());
    const ConversationId slow = line.customer(u"slow"_s);
    line.open(u"slow_one"_s);
    const MessageId head = line.enqueue(slow, u"first"_s);
    const MessageId behind = line.enqueue(slow, u"second"_s);
    REQUIRE(waitUntil([&] { return line.shop.sent == 1; }));
    bool idle = false;
    QObject::connect(line.runner.get(), &OutboxRunner::idle, &line.receiver, [&] { idle = true; });
    line.runner->stop();
    CHECK_FALSE(idle);
    line.supervisor->stopAll(); // ends the call for the connector
    REQUIRE(waitUntil([&] { return idle; }));
    CHECK(line.state(slow, head) == MessageState::Unsure);
    CHECK(line.state(slow, behind) == MessageState::Waiting);
}

TEST_CASE("What waits for a sign-in is tried at the next start, and holds nobody up for ever") {
    Line line(eachEngine());
    const ConversationId ana = line.customer(u"ana"_s);
    line.open(u"sign_in"_s);
    const MessageId first = line.enqueue(ana, u"listo"_s);
    const auto why = [&] { return line.message(ana, first)->stateWhy; };
    REQUIRE(waitUntil([&] { return why() == u"whatsapp.unpaid"; }));
    const MessageId behind = line.enqueue(ana, u"gracias"_s);

    line.restart(); // nobody has paid yet
    line.open(u"sign_in"_s);
    REQUIRE(waitUntil([&] { return line.shop.sent == 2; }));
    REQUIRE(waitUntil([&] { return line.state(ana, first) == MessageState::Waiting; }));

    line.restart();
    line.open(u"good"_s);
    REQUIRE(waitUntil([&] { return line.state(ana, behind) == MessageState::Sent; }));
    CHECK(line.state(ana, first) == MessageState::Sent);
    CHECK(line.shop.sent == 4);
}

TEST_CASE("What expires while it waits for a sign-in lets the next one pass") {
    Line line(eachEngine());
    const ConversationId ana = line.customer(u"ana"_s);
    line.open(u"sign_in"_s);
    const MessageId first =
        line.enqueue(ana, u"listo"_s, line.fixture.clock.now() + std::chrono::hours(12));
    REQUIRE(waitUntil([&] { return line.message(ana, first)->stateWhy == u"whatsapp.unpaid"; }));
    line.fixture.clock.advance(std::chrono::hours(13));
    line.lease->doubt(); // it is old by this clock
    const MessageId next = line.enqueue(ana, u"buenos dias"_s);
    REQUIRE(waitUntil([&] { return line.state(ana, first) == MessageState::Failed; }));
    CHECK(line.message(ana, first)->stateWhy == u"outbox.expired");
    REQUIRE(waitUntil([&] { return line.message(ana, next)->stateWhy == u"whatsapp.unpaid"; }));
    CHECK(line.shop.sent == 2);
}

TEST_CASE("A file that came after the lease was lost is not sent") {
    Line line(store::StoreConfig::Engine::Postgres);
    const QString path = line.store->media().temporaryDir() + u"/carta"_s;
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("la carta");
    file.close();
    const auto sha256 = line.store->media().keep(path);
    REQUIRE(sha256);
    REQUIRE(QFile::remove(line.store->media().path(*sha256))); // the server still has it
    auto other = store::Connection::open(line.fixture.config, false);
    REQUIRE(other);
    REQUIRE((*other)->begin());
    REQUIRE((*other)->execute(u"LOCK TABLE media_chunk IN ACCESS EXCLUSIVE MODE"_s));

    store::Outgoing outgoing;
    outgoing.conversation = line.customer(u"ana"_s);
    outgoing.media = KeptAttachment();
    outgoing.media->sha256 = *sha256;
    outgoing.media->state = MediaState::Kept;
    line.open(u"good"_s);
    const MessageId id = line.enqueue(outgoing);
    REQUIRE(waitUntil([&] {
        const auto stuck =
            (*other)->selectOne(u"SELECT COUNT(*) FROM pg_locks WHERE NOT granted"_s);
        return stuck && *stuck && (*stuck)->integer(0) > 0;
    }));
    line.loseLease();
    line.lease->doubt();
    REQUIRE(waitUntil([&] { return !line.lease->isHeld(); }));
    (*other)->rollback();
    REQUIRE(
        waitUntil([&] { return line.state(outgoing.conversation, id) != MessageState::Sending; }));
    CHECK(line.state(outgoing.conversation, id) == MessageState::Waiting);
    CHECK(line.shop.sent == 0);
}

TEST_CASE("A message may leave only while its reason and its window hold") {
    const Time now = fromMillis(1'700'000'000'000);
    ChannelDescriptor windowed;
    windowed.window.afterCustomerMessage = std::chrono::hours(24);
    store::Claimed row;
    row.lastCustomerAt = now - std::chrono::hours(1);
    CHECK_FALSE(reasonNotToSend(row, windowed, now));

    const auto why = [&](auto change) {
        store::Claimed other = row;
        change(other);
        const auto reason = reasonNotToSend(other, windowed, now);
        return reason ? reason->why : QString();
    };
    CHECK(why([&](auto& r) { r.expires = now; }) == u"outbox.expired");
    CHECK(why([&](auto& r) { r.expires = now + Millis(1); }).isEmpty());
    CHECK(why([](auto& r) { r.reasonHolds = false; }) == u"outbox.reason_gone");
    CHECK(why([&](auto& r) { r.lastCustomerAt = now - std::chrono::hours(25); })
          == u"outbox.window_closed");
    windowed.window.peopleFor = std::chrono::hours(168);
    CHECK(why([&](auto& r) { r.lastCustomerAt = now - std::chrono::hours(25); }).isEmpty());
    CHECK(why([&](auto& r) { // no person wrote it
              r.lastCustomerAt = now - std::chrono::hours(25);
              r.reasonOrder = OrderId(1);
          })
          == u"outbox.window_closed");
    windowed.window.peopleFor.reset();
    CHECK(why([&](auto& r) {
              r.lastCustomerAt = now - std::chrono::hours(25);
              r.windowEnds = now + std::chrono::hours(1);
          }).isEmpty());
    CHECK(why([&](auto& r) {
              r.lastCustomerAt = now - std::chrono::hours(25);
              r.out.deleteOf = u"id"_s;
          }).isEmpty());
    CHECK(why([](auto& r) { r.blocked = true; }) == u"outbox.blocked");
    CHECK(why([](auto& r) { r.noRight = true; }) == u"outbox.no_right");
    CHECK(why([](auto& r) { r.lastCustomerAt.reset(); }) == u"outbox.never_started");

    const auto approved = [](auto& r) { r.out.templated = TemplateUse(); };
    CHECK(why([&](auto& r) {
              approved(r);
              r.lastCustomerAt = now - std::chrono::hours(900);
          }).isEmpty());
    CHECK(why([&](auto& r) {
              approved(r);
              r.lastCustomerAt.reset();
          }).isEmpty());
    CHECK(why([&](auto& r) {
              approved(r);
              r.blocked = true;
          })
          == u"outbox.blocked");

    const auto alone = [&](Millis age) {
        return why([&](auto& r) {
            r.out.privately = true;
            r.quotedAt = now - age;
        });
    };
    CHECK(alone(std::chrono::hours(1)) == u"outbox.private_over"); // not on this platform
    windowed.privateAnswerFor = std::chrono::hours(168);
    CHECK(alone(std::chrono::hours(167)).isEmpty());
    CHECK(alone(std::chrono::hours(168)) == u"outbox.private_over");
}

TEST_CASE("Only an app that has the feature may answer by hand for seven days") {
    const ChannelDescriptor* messenger = Hub::descriptor(Platform::Messenger);
    REQUIRE(messenger);
    CHECK_FALSE(windowRuleOf(*messenger, {}).peopleFor);
    CHECK_FALSE(windowRuleOf(*messenger, {{u"human_agent"_s, u"no"_s}}).peopleFor);
    CHECK(windowRuleOf(*messenger, {{u"human_agent"_s, u"yes"_s}}).peopleFor
          == Millis(std::chrono::hours(168)));
    CHECK(windowRuleOf(*messenger, {}).afterCustomerMessage == Millis(std::chrono::hours(24)));
}
