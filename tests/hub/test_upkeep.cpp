// Words are indexed in the end, however many wait and whatever comes meanwhile, and only by the
// holder of the lease.
#include "core/hub/upkeep.h"
#include "core/store/reader.h"
#include "core/store/writer.h"
#include "tests/support/store_fixture.h"
#include "tests/support/wait.h"

#include <atomic>

using namespace comanda;
using namespace comanda::test;
using namespace Qt::StringLiterals;
using store::Reader;
using store::Writer;

namespace {

constexpr Millis kLease{15'000};

// Counts what the program logs while it lives, by a part of the line.
class LoggedLines {
public:
    explicit LoggedLines(const QString& part) {
        part_ = part;
        count_ = 0;
        previous_ = qInstallMessageHandler(&LoggedLines::handle);
    }
    ~LoggedLines() { qInstallMessageHandler(previous_); }
    LoggedLines(const LoggedLines&) = delete;
    LoggedLines& operator=(const LoggedLines&) = delete;
    [[nodiscard]] int count() const { return count_; }

private:
    static void handle(QtMsgType, const QMessageLogContext&, const QString& line) {
        count_ += line.contains(part_) ? 1 : 0;
    }
    static inline QtMessageHandler previous_ = nullptr;
    static inline QString part_;
    static inline std::atomic<int> count_{0};
};

// A shop whose customers write, and what keeps its house.
class House : public QObject {
public:
    House() : store_(fixture_.open()), upkeep_(*store_, roster_, clock_) {
        shop_.currency = *Currency::of(u"COP");
        now([this](Writer& writer) -> Result<> {
            ChannelConfig config;
            config.platform = Platform::WhatsApp;
            config.name = u"WhatsApp"_s;
            const auto channel = writer.saveChannel(config);
            channel_ = channel.value_or(ChannelId());
            return channel ? Result<>(Done{}) : Result<>(fail(channel.error()));
        });
        takeLease(u"caja"_s);
    }

    void keep() { upkeep_.start(); }
    // Whoever has it gives it back first.
    void takeLease(const QString& holder) {
        now([&](Writer& writer) -> Result<> {
            if (auto released = writer.releaseLease(fence_); !released) {
                return released;
            }
            const auto lease = writer.takeLease(holder, kLease);
            fence_ = lease ? lease->fence : 0;
            return lease ? Result<>(Done{}) : Result<>(fail(lease.error()));
        });
        roster_.setFence(fence_);
    }
    void believe(qint64 fence) { roster_.setFence(fence); }
    [[nodiscard]] qint64 fence() const { return fence_; }

    // So many more customers write, each one text.
    void write(int count) { now(arrival(count)); }
    // From now on one after the other, the next as soon as the last is stored.
    void writeOn() {
        writing_ = true;
        store_->write<Done>(this, arrival(1), [this](const Result<>& stored) {
            failed_ += stored ? 0 : 1;
            if (writing_) {
                writeOn();
            }
        });
    }
    void writeNoMore() { writing_ = false; }

    [[nodiscard]] int written() const { return written_; }
    [[nodiscard]] int failed() const { return failed_; }
    [[nodiscard]] int found() const { return hits(u"pedido"_s); }
    [[nodiscard]] bool isFound(int number) const { return hits(numbered(number)) == 1; }

private:
    [[nodiscard]] static QString numbered(int number) { return u"nr%1x"_s.arg(number); }

    void now(const std::function<Result<>(Writer&)>& job) {
        const Result<> done = store_->writeNow(job);
        INFO((done ? QString() : done.error().id + u' ' + done.error().detail).toStdString());
        REQUIRE(done);
    }

    [[nodiscard]] int hits(const QString& words) const {
        int hits = -1;
        const Result<> read = store_->readNow([&](Reader& reader) -> Result<> {
            const auto all = reader.search(words, 1'000'000);
            hits = all ? static_cast<int>(all->size()) : -1;
            return all ? Result<>(Done{}) : Result<>(fail(all.error()));
        });
        REQUIRE(read);
        return hits;
    }

    [[nodiscard]] std::function<Result<>(Writer&)> arrival(int count) {
        Delivery delivery;
        delivery.source = u"test"_s;
        delivery.receivedAt = fixture_.clock.now();
        delivery.body = QByteArray::number(written_);
        Events events;
        for (int i = 0; i < count; ++i) {
            events.push_back(text(++written_));
        }
        return [=, this](Writer& writer) -> Result<> {
            const auto taken = writer.intake(channel_, delivery, events, {}, shop_);
            return taken ? Result<>(Done{}) : Result<>(fail(taken.error()));
        };
    }

    [[nodiscard]] Event text(int number) const {
        Event event;
        event.kind = EventKind::Message;
        event.eventKey = u"m:%1"_s.arg(number);
        event.externalId = u"wamid.%1"_s.arg(number);
        event.conversationKey = u"57300%1"_s.arg(number);
        event.ids = {{u"phone"_s, event.conversationKey}};
        event.senderId = event.conversationKey;
        event.text = u"pedido "_s + numbered(number);
        event.hasText = true;
        event.timestamp = fixture_.clock.now();
        return event;
    }

    StoreFixture fixture_{store::StoreConfig::Engine::Sqlite};
    SystemClock clock_;
    std::unique_ptr<store::Store> store_;
    hub::Roster roster_;
    hub::Upkeep upkeep_;
    Shop shop_;
    ChannelId channel_;
    qint64 fence_ = 0;
    int written_ = 0, failed_ = 0;
    bool writing_ = false;
};

constexpr int kBacklog = 500; // several batches, the last one not full
constexpr int kMore = 200;    // some batches

} // namespace

TEST_CASE("Words that waited before the start are indexed to the last, though nothing new comes",
          "[upkeep]") {
    House house;
    house.write(kBacklog);
    REQUIRE(house.found() == 0);
    house.keep();
    CHECK(waitUntil([&] { return house.found() == kBacklog; }));
}

TEST_CASE("A backlog is indexed to the last while new words keep coming, and those as well",
          "[upkeep]") {
    House house;
    house.write(kBacklog);
    house.keep();
    house.writeOn();
    CHECK(waitUntil([&] { return house.isFound(kBacklog); }));
    house.writeNoMore();
    CHECK(waitUntil([&] { return house.found() == house.written(); }));
    CHECK(house.written() > kBacklog);
    CHECK(house.failed() == 0);
}

TEST_CASE("Words are indexed though it never gets quiet, and those that come meanwhile after them",
          "[upkeep]") {
    House house;
    house.keep();
    house.writeOn();
    CHECK(waitUntil([&] { return house.isFound(1); }));
    const int newest = house.written(); // came after a batch was taken, and more go on coming
    CHECK(waitUntil([&] { return house.isFound(newest); }));
    CHECK(waitUntil([&] { return house.written() > newest + kMore; }));
    house.writeNoMore();
    CHECK(waitUntil([&] { return house.found() == house.written(); }));
    CHECK(house.failed() == 0);
}

TEST_CASE("Only the holder of the lease indexes", "[upkeep]") {
    House house;
    const qint64 ours = house.fence();
    house.takeLease(u"otra caja"_s);
    house.believe(ours); // we have not heard of it yet
    house.write(10);
    {
        const LoggedLines refused(u"indexing failed: \"lease.lost\""_s);
        house.keep();
        REQUIRE(waitUntil([&] { return refused.count() > 0; }));
    }
    CHECK(house.found() == 0);
    house.takeLease(u"caja"_s);
    CHECK(waitUntil([&] { return house.found() == 10; }));
}
