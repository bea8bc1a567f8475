#include "core/hub/secrets.h"
#include "core/store/reader.h"
#include "core/store/writer.h"
#include "tests/support/store_fixture.h"
#include "tests/support/wait.h"

#include <QTemporaryDir>

using namespace comanda;
using namespace comanda::hub;
using namespace comanda::test;
using namespace Qt::StringLiterals;

namespace {

using Opening = Result<Secrets::Opened>;
using Open = std::function<void(std::function<void(Opening)>)>;

Opening opened(const Open& open) {
    std::optional<Opening> answer;
    open([&](Opening result) { answer = std::move(result); });
    REQUIRE(waitUntil([&] { return answer.has_value(); }));
    return *answer;
}

Opening create(Secrets& secrets, KeyPlace place, const QByteArray& passphrase = {}) {
    return opened([&](auto done) { secrets.create(place, Secret(passphrase), done); });
}

Opening open(Secrets& secrets) {
    return opened([&](auto done) { secrets.open(done); });
}

void put(Secrets& secrets, const QString& name, const QByteArray& value) {
    std::optional<Result<>> answer;
    secrets.put(name, Secret(value), [&](Result<> result) { answer = std::move(result); });
    REQUIRE(waitUntil([&] { return answer.has_value(); }));
    REQUIRE(*answer);
}

} // namespace

TEST_CASE("Secrets are sealed rows that the same machine opens again") {
    const StoreFixture fixture(eachEngine());
    const auto store = fixture.open();
    const QTemporaryDir machine;
    {
        Secrets secrets(*store, machine.path());
        CHECK(open(secrets).error().id == u"secrets.no_key");
        const auto made = create(secrets, KeyPlace::KeyFile);
        REQUIRE(made);
        REQUIRE(made->newRecoveryCode);
        put(secrets, u"channel.1.token"_s, "123:very-secret");
        put(secrets, u"channel.1.gone"_s, "x");
        put(secrets, u"channel.1.gone"_s, {});
        CHECK(create(secrets, KeyPlace::KeyFile).error().id == u"secrets.key_exists");
    }
    Secrets again(*store, machine.path());
    const auto result = open(again);
    REQUIRE(result);
    CHECK(result->place == KeyPlace::KeyFile);
    CHECK_FALSE(result->newRecoveryCode);
    CHECK(again.value(u"channel.1.token"_s).reveal() == "123:very-secret");
    CHECK_FALSE(again.has(u"channel.1.gone"_s));
    std::optional<QByteArray> row;
    REQUIRE(store->readNow([&](store::Reader& reader) -> Result<> {
        row = reader.sealed(u"channel.1.token"_s)->value_or(QByteArray());
        return Done{};
    }));
    CHECK_FALSE(row->contains("secret"));
    CHECK_FALSE(row->isEmpty());
}

TEST_CASE("Another machine is enrolled by the recovery code, as it is typed") {
    const StoreFixture fixture(store::StoreConfig::Engine::Sqlite);
    const auto store = fixture.open();
    const QTemporaryDir first, second;
    Secrets secrets(*store, first.path());
    const auto made = create(secrets, KeyPlace::KeyFile);
    REQUIRE(made);
    put(secrets, u"a"_s, "value");

    Secrets other(*store, second.path());
    CHECK(open(other).error().id == u"secrets.not_enrolled");
    const QByteArray typed = made->newRecoveryCode->reveal().toLower().replace('-', ' ');
    CHECK(opened([&](auto done) { other.openWithRecoveryCode(Secret("wrong"), done); }).error().id
          == u"vault.wrong_passphrase");
    CHECK_FALSE(other.isOpen());
    REQUIRE(opened([&](auto done) { other.openWithRecoveryCode(Secret(typed), done); }));
    CHECK(other.value(u"a"_s).reveal() == "value");

    Secrets later(*store, second.path()); // enrolled: no code needed any more
    REQUIRE(open(later));
    CHECK(later.value(u"a"_s).reveal() == "value");
}

TEST_CASE("A passphrase is asked for, and only the right one opens") {
    const StoreFixture fixture(store::StoreConfig::Engine::Sqlite);
    const auto store = fixture.open();
    const QTemporaryDir machine;
    {
        Secrets secrets(*store, machine.path());
        REQUIRE(create(secrets, KeyPlace::Passphrase, "arroz con pollo"));
        put(secrets, u"a"_s, "value");
    }
    Secrets secrets(*store, machine.path());
    const auto refused = open(secrets);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().id == u"secrets.passphrase_needed");
    CHECK(opened([&](auto done) { secrets.openWithPassphrase(Secret("arroz"), done); }).error().id
          == u"vault.wrong_passphrase");
    REQUIRE(
        opened([&](auto done) { secrets.openWithPassphrase(Secret("arroz con pollo"), done); }));
    CHECK(secrets.value(u"a"_s).reveal() == "value");
}

TEST_CASE("A passphrase is changed by whoever knows it, and may take the place of a key file") {
    const StoreFixture fixture(store::StoreConfig::Engine::Sqlite);
    const auto store = fixture.open();
    const QTemporaryDir machine;
    const auto move = [](Secrets& secrets, const QByteArray& to, const QByteArray& before) {
        std::optional<Result<>> answer;
        secrets.moveKey(KeyPlace::Passphrase, Secret(to), Secret(before),
                        [&](Result<> result) { answer = std::move(result); });
        REQUIRE(waitUntil([&] { return answer.has_value(); }));
        return *answer;
    };
    const auto opens = [&](const QByteArray& passphrase) {
        Secrets secrets(*store, machine.path());
        CHECK(open(secrets).error().id == u"secrets.passphrase_needed");
        return opened([&](auto done) { secrets.openWithPassphrase(Secret(passphrase), done); })
            .has_value();
    };
    Secrets secrets(*store, machine.path());
    CHECK(move(secrets, "arroz con pollo", {}).error().id
          == u"secrets.passphrase_needed"); // closed
    REQUIRE(create(secrets, KeyPlace::KeyFile));
    put(secrets, u"a"_s, "value");
    CHECK(secrets.place() == KeyPlace::KeyFile);
    REQUIRE(move(secrets, "arroz con pollo", {}));
    CHECK(secrets.place() == KeyPlace::Passphrase);
    CHECK(opens("arroz con pollo"));
    CHECK(move(secrets, "sopa de mani", "arroz").error().id == u"vault.wrong_passphrase");
    REQUIRE(move(secrets, "sopa de mani", "arroz con pollo"));
    CHECK(opens("sopa de mani"));
    CHECK_FALSE(opens("arroz con pollo"));
}

TEST_CASE("A recovery code is made anew, and the one before opens nothing") {
    const StoreFixture fixture(store::StoreConfig::Engine::Sqlite);
    const auto store = fixture.open();
    const QTemporaryDir first, second;
    Secrets secrets(*store, first.path());
    const auto made = create(secrets, KeyPlace::Passphrase, "arroz con pollo");
    REQUIRE(made);
    put(secrets, u"a"_s, "value");
    const auto renew = [&](const QByteArray& before) {
        std::optional<Result<Secret>> answer;
        secrets.renewRecoveryCode(Secret(before),
                                  [&](Result<Secret> result) { answer = std::move(result); });
        REQUIRE(waitUntil([&] { return answer.has_value(); }));
        return *answer;
    };
    CHECK(renew("arroz").error().id == u"vault.wrong_passphrase");
    const auto code = renew("arroz con pollo");
    REQUIRE(code);
    Secrets other(*store, second.path());
    const Secret old = *made->newRecoveryCode;
    CHECK(opened([&](auto done) { other.openWithRecoveryCode(old, done); }).error().id
          == u"vault.wrong_passphrase");
    REQUIRE(opened([&](auto done) { other.openWithRecoveryCode(*code, done); }));
    CHECK(other.value(u"a"_s).reveal() == "value");
}

TEST_CASE("A sealed value that was moved to another name does not open") {
    const StoreFixture fixture(store::StoreConfig::Engine::Sqlite);
    const auto store = fixture.open();
    const QTemporaryDir machine;
    Secrets secrets(*store, machine.path());
    REQUIRE(create(secrets, KeyPlace::KeyFile));
    put(secrets, u"good"_s, "value");
    QByteArray sealed;
    REQUIRE(store->readNow([&](store::Reader& reader) -> Result<> {
        sealed = reader.sealed(u"good"_s)->value_or(QByteArray());
        return Done{};
    }));
    REQUIRE(store->writeNow(
        [&](store::Writer& writer) { return writer.putSealed(u"stolen"_s, sealed); }));
    Secrets again(*store, machine.path());
    REQUIRE(open(again));
    CHECK(again.value(u"good"_s).reveal() == "value");
    CHECK_FALSE(again.has(u"stolen"_s));
}

TEST_CASE("Nothing is put before the key is there") {
    const StoreFixture fixture(store::StoreConfig::Engine::Sqlite);
    const auto store = fixture.open();
    const QTemporaryDir machine;
    Secrets secrets(*store, machine.path());
    std::optional<Result<>> answer;
    secrets.put(u"a"_s, Secret("x"), [&](Result<> result) { answer = std::move(result); });
    REQUIRE(waitUntil([&] { return answer.has_value(); }));
    CHECK_FALSE(*answer);
    CHECK_FALSE(secrets.has(u"a"_s));
}

TEST_CASE("Two seats that make a secret at the same moment have the same one") {
    const StoreFixture fixture(eachEngine());
    const auto store = fixture.open();
    const QTemporaryDir machine;
    Secrets first(*store, machine.path());
    REQUIRE(create(first, KeyPlace::KeyFile));
    Secrets second(*store, machine.path());
    REQUIRE(open(second));
    std::vector<QByteArray> told;
    const auto tell = [&](const Result<Secret>& secret) {
        REQUIRE(secret);
        told.push_back(secret->reveal());
    };
    first.valueOr(u"key"_s, Secret("of the first"), tell);
    second.valueOr(u"key"_s, Secret("of the second"), tell);
    REQUIRE(waitUntil([&] { return told.size() == 2; }));
    CHECK(told.front() == told.back());
    CHECK(first.value(u"key"_s).reveal() == told.front());
    CHECK(second.value(u"key"_s).reveal() == told.front());
}

TEST_CASE("A code that nobody could keep leaves no keys behind") {
    const StoreFixture fixture(eachEngine());
    const auto store = fixture.open();
    const QTemporaryDir machine;
    Secrets secrets(*store, machine.path());
    const auto refused = opened([&](auto done) {
        secrets.create(KeyPlace::KeyFile, {}, done, [](const Secret&) -> Result<> {
            return fail(ErrorKind::Storage, u"secrets.code_not_kept"_s);
        });
    });
    REQUIRE_FALSE(refused);
    CHECK(refused.error().id == u"secrets.code_not_kept"_s);
    CHECK(open(secrets).error().id == u"secrets.no_key"_s);
    Secret kept;
    const auto made = opened([&](auto done) {
        secrets.create(KeyPlace::KeyFile, {}, done, [&](const Secret& code) -> Result<> {
            kept = code;
            return Done{};
        });
    });
    REQUIRE(made);
    CHECK(made->newRecoveryCode->reveal() == kept.reveal());
}

TEST_CASE("What another seat sealed is known after reading again, and named") {
    const StoreFixture fixture(store::StoreConfig::Engine::Postgres);
    const auto store = fixture.open();
    const auto other = fixture.open(); // as a second program does
    const QTemporaryDir machine;
    Secrets secrets(*store, machine.path());
    REQUIRE(create(secrets, KeyPlace::KeyFile));
    put(secrets, u"channel.1.token"_s, "old");
    put(secrets, u"channel.2.token"_s, "same");
    Secrets seat(*other, machine.path());
    REQUIRE(open(seat));
    put(seat, u"channel.1.token"_s, "new");
    CHECK(secrets.value(u"channel.1.token"_s).reveal() == "old");
    QStringList renewed;
    secrets.reread([&](const QStringList& names) { renewed = names; });
    REQUIRE(waitUntil([&] { return !renewed.isEmpty(); }));
    CHECK(renewed == QStringList{u"channel.1.token"_s});
    CHECK(secrets.value(u"channel.1.token"_s).reveal() == "new");
    CHECK(secrets.value(u"channel.2.token"_s).reveal() == "same");
}

TEST_CASE("What is put while the secrets are read again is not forgotten") {
    const StoreFixture fixture(eachEngine());
    const auto store = fixture.open();
    const QTemporaryDir machine;
    Secrets secrets(*store, machine.path());
    REQUIRE(create(secrets, KeyPlace::KeyFile));
    int kept = 0;
    constexpr int kMany = 1500; // so that reading takes longer than writing one
    for (int i = 0; i < kMany; ++i) {
        secrets.put(u"channel.9.%1"_s.arg(i), Secret(QByteArray(200, 'x')),
                    [&](const Result<>& result) { kept += result ? 1 : 0; });
    }
    REQUIRE(waitUntil([&] { return kept == kMany; }));
    for (int i = 0; i < 20; ++i) {
        CAPTURE(i);
        const QByteArray token = QByteArray::number(i);
        const QString name = u"channel.%1.token"_s.arg(i);
        bool written = false;
        secrets.put(name, Secret(token), [&](const Result<>& result) { written = bool(result); });
        secrets.reread([](const QStringList&) {});
        REQUIRE(waitUntil([&] { return written; }));
        // Whatever was being read has been read.
        for (int reader = 0; reader < 4; ++reader) {
            bool read = false;
            store->read<Done>(
                &secrets, [](store::Reader&) -> Result<Done> { return Done{}; },
                [&](const Result<Done>&) { read = true; });
            REQUIRE(waitUntil([&] { return read; }));
        }
        CHECK(secrets.value(name).reveal() == token);
    }
}
