// Drives the real comandactl as scripts do.
#include "core/store/store.h"
#include "core/store/writer.h"
#include "tests/ctl/programs.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace comanda;
using namespace Qt::StringLiterals;
using comanda::test::Ran;
using comanda::test::runCtl;

namespace {

const QByteArray kUpdate = R"({"update_id":482913377,"message":{"message_id":1042,
 "from":{"id":5551234567,"is_bot":false,"first_name":"Ana","last_name":"P","username":"anap"},
 "chat":{"id":5551234567,"first_name":"Ana","type":"private"},"date":1790000000,
 "text":"dos al pastor"}})";

// A store with one shop, one channel and one order that came through it.
void fill(const QString& dir) {
    static const SystemClock clock;
    store::StoreConfig config;
    config.path = dir + u"/comanda.db"_s;
    config.dataDir = dir;
    auto store = store::Store::open(config, store::Access::Write, clock);
    REQUIRE(store);
    const auto done = (*store)->writeNow([](store::Writer& writer) -> Result<> {
        Shop shop;
        shop.currency = Currency::of(u"COP").value();
        ChannelConfig channel;
        channel.platform = Platform::Telegram;
        channel.account = u"7123456789"_s;
        channel.name = u"Telegram"_s;
        const auto id = writer.saveChannel(channel);
        if (!id || !writer.saveShop(shop)) {
            return fail(ErrorKind::Storage, u"test"_s);
        }
        Event message;
        message.kind = EventKind::Message;
        message.account = channel.account;
        message.eventKey = u"m:-:1:1"_s;
        message.externalId = u"1"_s;
        message.conversationKey = u"1"_s;
        message.senderName = u"Ana Peña"_s;
        message.timestamp = clock.now();
        message.text = u"dos al pastor con PIÑA"_s;
        message.hasText = true;
        const auto taken =
            writer.intake(*id, {"{}", u"poll"_s, clock.now()}, {message}, std::nullopt, shop);
        if (!taken || taken->applied != 1) {
            return fail(ErrorKind::Storage, u"test"_s);
        }
        store::Writer::NewOrder order;
        order.platform = Platform::Phone;
        order.currency = shop.currency;
        order.details.customerName = u"Ana\x1b]0;pwn\a\n2026-01-01  99"_s;
        OrderLine line;
        line.name = u"Taco al pastor"_s;
        line.quantity = 2;
        line.unitPrice = Money{500'000, shop.currency};
        order.lines = {line};
        const auto made = writer.createOrder(order, {u"Luisa"_s, u"Caja"_s}, shop);
        const auto indexed = writer.indexSome(100);
        return made && indexed ? Result<>(Done{}) : Result<>(fail(ErrorKind::Storage, u"test"_s));
    });
    REQUIRE(done);
}

} // namespace

TEST_CASE("Usage errors exit with 2 and say so on standard error only", "[ctl]") {
    for (const QStringList& arguments :
         {QStringList{},
          {u"nonsense"_s},
          {u"replay"_s},
          {u"replay"_s, u"fax"_s, u"-"_s},
          {u"search"_s},
          {u"orders"_s, u"list"_s, u"--from"_s, u"yesterday"_s},
          {u"orders"_s, u"list"_s, u"--from"_s, u"2026-05-05"_s, u"--to"_s, u"2026-01-01"_s},
          {u"orders"_s, u"export"_s, u"--format"_s, u"xls"_s},
          {u"--data"_s},
          {u"--data="_s, u"orders"_s, u"list"_s},
          {u"--config"_s, u""_s, u"orders"_s, u"list"_s},
          {u"orders"_s, u"list"_s, u"--json=no"_s},
          {u"orders"_s, u"list"_s, u"--from=yesterday"_s},
          {u"replay"_s, u"telegram"_s, u"--bogus"_s, u"-"_s},
          {u"channels"_s, u"list"_s, u"all"_s},
          {u"channels"_s, u"test"_s, u"WhatsApp"_s},
          {u"channels"_s, u"test"_s, u"1"_s, u"2"_s},
          {u"doctor"_s, u"now"_s}}) {
        CAPTURE(arguments.join(u' '));
        const Ran ran = runCtl(arguments);
        CHECK(ran.exit == 2);
        CHECK(ran.out.isEmpty());
        CHECK_FALSE(ran.err.isEmpty());
    }
}

TEST_CASE("Version and help answer on standard output", "[ctl]") {
    CHECK(runCtl({u"--version"_s}).out.startsWith("comandactl 0."));
    const Ran help = runCtl({u"--help"_s});
    CHECK(help.exit == 0);
    for (const char* word :
         {"replay", "orders list", "orders export", "search", "channels list", "doctor"}) {
        CHECK(help.out.contains(word));
    }
}

TEST_CASE("Replay prints one event a line and never fails on nonsense", "[ctl]") {
    const Ran good =
        runCtl({u"replay"_s, u"telegram"_s, u"--account"_s, u"7123456789"_s, u"-"_s}, kUpdate);
    CHECK(good.exit == 0);
    REQUIRE(good.lines().size() == 1);
    const QJsonObject event = QJsonDocument::fromJson(good.lines().first()).object();
    CHECK(event.value(u"kind").toString() == u"message"_s);
    CHECK(event.value(u"event_key").toString() == u"m:-:5551234567:1042"_s);
    CHECK(event.value(u"conversation_key").toString() == u"5551234567"_s);
    CHECK(event.value(u"timestamp_utc").toString() == u"2026-09-21T14:13:20Z"_s);
    CHECK(event.value(u"file").toString() == u"-"_s);

    const Ran bad = runCtl({u"replay"_s, u"whatsapp"_s, u"-"_s}, "<html>502</html>");
    CHECK(bad.exit == 0);
    REQUIRE(bad.lines().size() == 1);
    CHECK(bad.lines().first().contains("\"kind\":\"ignored\""));

    const Ran none = runCtl({u"replay"_s, u"telegram"_s, u"/does/not/exist"_s});
    CHECK(none.exit == 1);
    CHECK(none.out.isEmpty());
    CHECK(none.errorLines().size() == 1);
}

TEST_CASE("An answer that cannot be written is a failure", "[ctl]") {
    test::TestedProgram process;
    process.setStandardOutputFile(u"/dev/full"_s);
    process.start(QStringLiteral(COMANDACTL), {u"replay"_s, u"telegram"_s, u"-"_s});
    REQUIRE(process.waitForStarted());
    process.write(kUpdate);
    process.closeWriteChannel();
    REQUIRE(process.waitForFinished(60'000));
    CHECK(process.exitCode() == 1);
}

TEST_CASE("Orders, channels and search read beside a running program", "[ctl]") {
    const QTemporaryDir dir;
    fill(dir.path());
    static const SystemClock clock;
    store::StoreConfig config;
    config.path = dir.filePath(u"comanda.db"_s);
    config.dataDir = dir.path();
    const auto running = store::Store::open(config, store::Access::Write, clock); // holds the lock
    REQUIRE(running);

    const Ran exported = runCtl({u"--data"_s, dir.path(), u"orders"_s, u"export"_s});
    REQUIRE(exported.exit == 0);
    const QJsonObject json = QJsonDocument::fromJson(exported.out).object();
    CHECK(json.value(u"schema").toString() == u"comanda-orders/1"_s);
    REQUIRE(json.value(u"orders").toArray().size() == 1);
    CHECK(json.value(u"orders").toArray().first().toObject().value(u"total").toString()
          == u"10000.00"_s);

    const Ran csv =
        runCtl({u"--data="_s + dir.path(), u"orders"_s, u"export"_s, u"--format=csv"_s});
    CHECK(csv.lines().size() == 3); // the line break in the name stays, quoted
    const Ran listed = runCtl({u"--data"_s, dir.path(), u"orders"_s, u"list"_s});
    CHECK(listed.lines().size() == 1); // whatever a customer's name holds
    CHECK_FALSE(listed.out.contains('\x1b'));

    const Ran found =
        runCtl({u"--data"_s, dir.path(), u"--json"_s, u"search"_s, u"pastor"_s, u"pin"_s});
    REQUIRE(found.exit == 0);
    const QJsonArray hits = QJsonDocument::fromJson(found.out).array();
    REQUIRE(hits.size() == 1);
    CHECK(hits.first().toObject().value(u"name").toString() == u"Ana Peña"_s);
    CHECK(runCtl({u"--data"_s, dir.path(), u"search"_s, u"anchoas"_s}).lines().isEmpty());

    CHECK(runCtl({u"--data"_s, dir.path(), u"channels"_s, u"list"_s}).out.contains("7123456789"));
}

TEST_CASE("Where there is no store yet, it says so", "[ctl]") {
    const QTemporaryDir dir;
    const Ran listed = runCtl({u"--data"_s, dir.path(), u"orders"_s, u"list"_s});
    CHECK(listed.exit == 1);
    CHECK(listed.err.contains("no store yet at " + dir.path().toUtf8()));
    const Ran doctor = runCtl({u"--data"_s, dir.path(), u"doctor"_s});
    CHECK(doctor.exit == 0);
    CHECK(doctor.out.contains("no store yet"));
}

TEST_CASE("Doctor names what is wrong", "[ctl]") {
    const QTemporaryDir dir;
    const Ran empty = runCtl({u"--data"_s, dir.path(), u"--json"_s, u"doctor"_s});
    CHECK(QJsonDocument::fromJson(empty.out).object().contains(u"healthy"));
    fill(dir.path());
    const Ran filled = runCtl({u"--data"_s, dir.path(), u"doctor"_s});
    CHECK(filled.exit == 0);
    CHECK(filled.out.contains("1 conversations, 1 messages, 1 orders"));
    CHECK(filled.out.contains("no platform was asked")); // there are no keys on this machine
}
