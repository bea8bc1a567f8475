// From a signed request at the public address to the store, and at which station it stopped.
#include "core/hub/self_test.h"
#include "core/hub/way_test.h"
#include "tests/hub/branch.h"

using namespace comanda;
using namespace comanda::hub;
using namespace comanda::test;
using namespace Qt::StringLiterals;

namespace {

WayReport wayOf(Shift& shift) {
    std::optional<WayReport> report;
    shift.hub->testWay(shift.channel(Platform::WhatsApp), &shift.receiver,
                       [&](const WayReport& came) { report = came; });
    REQUIRE(waitUntil([&] { return report.has_value(); }, std::chrono::seconds(60)));
    INFO(report->why.id.toStdString() << ' ' << report->why.detail.toStdString());
    return *report;
}

void open(Shift& shift, const HubOptions& options) {
    shift.hub =
        std::make_unique<Hub>(*shift.store, *shift.secrets, shift.clock, shift.config, options);
    bool started = false;
    QObject::connect(shift.hub.get(), &Hub::started, &shift.receiver, [&] { started = true; });
    shift.hub->start();
    REQUIRE(waitUntil([&] { return started; }));
}

void saveSecret(Shift& shift, const QByteArray& secret) {
    shift.saveAgain(Platform::WhatsApp, {{u"app_secret"_s, Secret(secret)}});
}

WayReport walk(WayTest::Way way, const QByteArray& signature = "00", const QString& trouble = {}) {
    way.within = Millis(50);
    WayTest test(std::move(way),
                 [signature](const Secret&, const connect::Proved& done) { done(signature); });
    test.setMailboxTrouble(trouble);
    std::optional<WayReport> report;
    test.run([&](const WayReport& came) { report = came; });
    REQUIRE(waitUntil([&] { return report.has_value(); }));
    return *report;
}

} // namespace

TEST_CASE("A test of the way comes to the store by our own address, and nobody sees it") {
    Shift shift(store::StoreConfig::Engine::Sqlite);
    shift.openHub();
    for (int i = 0; i < 2; ++i) { // each is another one
        const WayReport report = wayOf(shift);
        CHECK_FALSE(report.stopped);
        CHECK_FALSE(report.mailbox);
    }
    CHECK(shift.conversations().empty());
    CHECK(shift.rangMessages.empty());
    CHECK(shift.figures().unreadDeliveries == 0);
}

TEST_CASE("A way that stops says where, and why") {
    Shift shift(store::StoreConfig::Engine::Sqlite);
    SECTION("nobody has the secret") {
        for (ChannelSetup& setup : shift.config.channels) {
            setup.secrets.remove(u"app_secret"_s);
        }
        open(shift, HubOptions{u"caja"_s});
        REQUIRE(waitUntil(
            [&] { return !shift.hub->hookUrl(shift.channel(Platform::WhatsApp)).isEmpty(); }));
        const WayReport report = wayOf(shift);
        CHECK(report.stopped == Station::Signing);
        CHECK(report.why.id == u"way.no_secret");
    }
    SECTION("a seat that runs no channels") {
        shift.openHub();
        shift.closeHub();
        open(shift, HubOptions{u"barra"_s, false});
        CHECK(wayOf(shift).why.id == u"way.other_seat");
    }
}

TEST_CASE("A test of the way passes a mailbox, which signs it, keeps it and gives it to us") {
    Branch branch;
    branch.openHub();
    Shift& shift = branch.shift;
    REQUIRE(waitUntil(
        [&] { return !shift.hub->hookUrl(shift.channel(Platform::WhatsApp)).isEmpty(); }));
    const WayReport report = wayOf(shift);
    CHECK_FALSE(report.stopped);
    CHECK(report.mailbox);
    CHECK(shift.figures().unreadDeliveries == 0);

    // Somebody typed another secret here.
    saveSecret(shift, "not the mailbox's");
    CHECK(wayOf(shift).stopped == Station::Accepting);
    CHECK(wayOf(shift).why.id == u"way.signature_refused");
}

TEST_CASE("Each station has its own end") {
    Branch branch;
    const QString mailbox = u"http://127.0.0.1:%1/hooks/"_s.arg(branch.mailbox->port());
    const Secret secret(branch.shift.whatsapp->options().appSecret);
    struct Row {
        const char* what;
        WayTest::Way way;
        Station stopped;
        QString why;
        QByteArray signature = "00";
        QString trouble = {};
    };
    const std::vector<Row> rows{
        {"no address", {{}, kRoute, secret, true}, Station::Address, u"way.no_address"_s},
        {"nobody listens",
         {u"http://127.0.0.1:1/hooks/x"_s, kRoute, secret, true},
         Station::Reaching,
         u"way.refused"_s},
        {"a path that it does not know",
         {mailbox + u"another"_s, kRoute, secret, true},
         Station::Accepting,
         u"way.address_unknown"_s},
        {"a wrong signature",
         {mailbox + kRoute, kRoute, Secret(), true},
         Station::Accepting,
         u"way.signature_refused"_s},
        {"nobody signs",
         {mailbox + kRoute, kRoute, Secret(), true},
         Station::Signing,
         u"way.no_secret"_s,
         {}},
        {"something else is there",
         {u"http://127.0.0.1:%1/healthz"_s.arg(branch.mailbox->port()), kRoute, secret, true},
         Station::Reaching,
         u"way.somebody_else"_s},
        {"it stays in the mailbox",
         {mailbox + kRoute, kRoute, secret, true},
         Station::Collecting,
         u"mailbox.cannot_open"_s,
         "00",
         u"mailbox.cannot_open"_s},
        {"it is lost behind it",
         {mailbox + kRoute, kRoute, secret, true},
         Station::Reading,
         u"way.not_read"_s}};
    for (const Row& row : rows) {
        INFO(row.what);
        const WayReport report = walk(row.way, row.signature, row.trouble);
        CHECK(report.stopped == row.stopped);
        CHECK(report.why.id == row.why);
    }
}

TEST_CASE("Only a body of our own is a test") {
    const QByteArray body = selfTestBody(u"abc"_s);
    const auto event = readSelfTest(body);
    REQUIRE(event);
    CHECK(event->kind == EventKind::Ignored);
    CHECK(selfTestOf(*event) == u"abc");
    for (const QByteArray& other :
         {QByteArray(R"({"object":"page","entry":[]})"),
          QByteArray(R"({"object":"comanda_self_test"})"),
          QByteArray(R"({"object":"page","text":"comanda_self_test"})"), body.chopped(1),
          QByteArray(body).replace("abc", QByteArray(400, 'x'))}) {
        CHECK_FALSE(readSelfTest(other));
    }
    CHECK(selfTestOf(Event()).isEmpty());
}
