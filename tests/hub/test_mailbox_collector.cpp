#include "core/hub/remote_mailbox.h"
#include "tests/hub/branch.h"

using namespace comanda;
using namespace comanda::test;
using namespace Qt::StringLiterals;

TEST_CASE("What a mailbox kept arrives, sealed on the way, and answers go out") {
    Branch branch;
    Shift& shift = branch.shift;
    shift.whatsapp->setProofDemanded(true); // only the mailbox can make the proof
    const QString ana = shift.whatsapp->addCustomer({u"573001112233"_s, {}, u"Ana Torres"_s});
    for (int i = 0; i < 20; ++i) {
        shift.whatsapp->writeText(ana, u"m%1"_s.arg(i)); // nobody is there yet
    }
    REQUIRE(waitUntil([&] { return shift.whatsapp->unacknowledged() == 0; }));
    branch.openHub();
    REQUIRE(waitUntil([&] {
        int there = 0;
        for (int i = 0; i < 20; ++i) {
            there += shift.countOf(u"m%1"_s.arg(i));
        }
        return there == 20;
    }));
    shift.whatsapp->sendCart(ana, {{u"arepa"_s, 1, {}, {}}});
    REQUIRE(waitUntil([&] { return shift.orders().size() == 1; }));
    shift.say(shift.waitFor(u"Ana Torres"_s), u"Con gusto"_s);
    REQUIRE(waitUntil([&] { return shift.whatsapp->timesReceived(u"Con gusto"_s) == 1; }));

    // Killed and back: nothing comes twice, nothing is missing.
    shift.killHub();
    shift.whatsapp->writeText(ana, u"mientras"_s);
    branch.openHub();
    REQUIRE(waitUntil([&] { return shift.countOf(u"mientras"_s) == 1; }));
    CHECK(shift.countOf(u"m0"_s) == 1);
}

TEST_CASE("A route that nobody knows is kept where doctor shows it, and delays nothing") {
    Branch branch;
    Shift& shift = branch.shift;
    const QString ana = shift.whatsapp->addCustomer({u"573001112233"_s, {}, u"Ana Torres"_s});
    const quint16 port = branch.mailbox->port();
    shift.whatsapp->setHook(
        QUrl(u"http://127.0.0.1:%1/hooks/route-that-nobody-configured"_s.arg(port)));
    shift.whatsapp->writeText(ana, u"a ningun lado"_s);
    REQUIRE(waitUntil([&] { return shift.whatsapp->unacknowledged() == 0; }));
    shift.whatsapp->setHook(QUrl(u"http://127.0.0.1:%1/hooks/%2"_s.arg(port).arg(kRoute)));
    shift.whatsapp->writeText(ana, u"aqui"_s);
    branch.openHub();
    REQUIRE(waitUntil([&] { return shift.countOf(u"aqui"_s) == 1; }));
    REQUIRE(waitUntil([&] { return shift.figures().unreadDeliveries == 1; }));
    CHECK(shift.countOf(u"a ningun lado"_s) == 0);

    // Somebody gives it to a channel: what came by it is read after all.
    ChannelConfig channel;
    REQUIRE(shift.store->readNow([&](store::Reader& reader) -> Result<> {
        const auto channels = reader.channels();
        for (const ChannelConfig& one : channels.value()) {
            channel = one.platform == Platform::WhatsApp ? one : channel;
        }
        return Done{};
    }));
    channel.settings.insert(u"route"_s, u"route-that-nobody-configured"_s);
    shift.hub->saveChannel(channel, {}, &shift.receiver, [](const Result<ChannelId>&) {});
    REQUIRE(waitUntil([&] { return shift.countOf(u"a ningun lado"_s) == 1; }));
    CHECK(shift.figures().unreadDeliveries == 0);
}

TEST_CASE("A mailbox that is away shows in the light, and what it kept comes when it is back") {
    Branch branch;
    Shift& shift = branch.shift;
    const QString ana = shift.whatsapp->addCustomer({u"573001112233"_s, {}, u"Ana Torres"_s});
    branch.openHub();
    shift.whatsapp->writeText(ana, u"antes"_s);
    REQUIRE(waitUntil([&] { return shift.countOf(u"antes"_s) == 1; }));
    REQUIRE(waitUntil([&] { return shift.lamp(Platform::WhatsApp) == Lamp::Healthy; }));
    const quint16 port = branch.mailbox->port();
    branch.mailbox.reset();
    const auto reason = [&] {
        for (const ChannelLight& light : shift.hub->lights()) {
            if (light.platform == Platform::WhatsApp) {
                return light.reason;
            }
        }
        return QString();
    };
    REQUIRE(waitUntil([&] { return reason() == u"mailbox.unreachable"; }));
    CHECK(shift.lamp(Platform::Telegram) == Lamp::Healthy);
    shift.whatsapp->writeText(ana, u"despues"_s);
    const auto key = security::publicKeyOf(shift.secrets->value(hub::Secrets::mailboxKeyName()));
    branch.openMailbox(*key, port);
    REQUIRE(waitUntil([&] { return shift.countOf(u"despues"_s) == 1; }));
    REQUIRE(waitUntil([&] { return shift.lamp(Platform::WhatsApp) == Lamp::Healthy; }));
}

TEST_CASE("Answers wait while the mailbox that makes their proof is away, also after a restart") {
    Branch branch;
    Shift& shift = branch.shift;
    shift.whatsapp->setProofDemanded(true);
    const QString ana = shift.whatsapp->addCustomer({u"573001112233"_s, {}, u"Ana Torres"_s});
    branch.openHub();
    shift.whatsapp->writeText(ana, u"hola"_s);
    REQUIRE(waitUntil([&] { return shift.countOf(u"hola"_s) == 1; }));
    const auto key = security::publicKeyOf(shift.secrets->value(hub::Secrets::mailboxKeyName()));
    const quint16 port = branch.mailbox->port();
    shift.closeHub();
    branch.mailbox.reset();
    branch.openHub();
    const MessageId answer = shift.say(shift.waitFor(u"Ana Torres"_s), u"Con gusto"_s);
    const auto message = [&] { return shift.message(u"Con gusto"_s); };
    REQUIRE(waitUntil([&] { return message() && !message()->stateWhy.isEmpty(); }));
    CHECK(message()->id == answer);
    CHECK(message()->state == MessageState::Waiting);
    CHECK(message()->stateWhy == u"mailbox.unreachable");
    const auto reason = [&] {
        for (const ChannelLight& light : shift.hub->lights()) {
            if (light.platform == Platform::WhatsApp) {
                return light.reason;
            }
        }
        return QString();
    };
    REQUIRE(waitUntil([&] { return reason() == u"mailbox.unreachable"; }));
    branch.openMailbox(*key, port);
    REQUIRE(waitUntil([&] { return shift.whatsapp->timesReceived(u"Con gusto"_s) == 1; }));
}

TEST_CASE("What was sealed to an older key is set aside and holds nothing up") {
    Branch branch;
    Shift& shift = branch.shift;
    const QString ana = shift.whatsapp->addCustomer({u"573001112233"_s, {}, u"Ana Torres"_s});
    const quint16 port = branch.mailbox->port();
    const auto key = security::publicKeyOf(shift.secrets->value(hub::Secrets::mailboxKeyName()));
    REQUIRE(key);
    branch.mailbox.reset();
    branch.openMailbox(security::newKeyPair().publicKey, port); // pasted from another shop
    shift.whatsapp->writeText(ana, u"sellado a otro"_s);
    REQUIRE(waitUntil([&] { return shift.whatsapp->unacknowledged() == 0; }));
    branch.mailbox.reset();
    branch.openMailbox(*key, port);
    shift.whatsapp->writeText(ana, u"legible"_s);
    branch.openHub();
    REQUIRE(waitUntil([&] { return shift.countOf(u"legible"_s) == 1; }));
    CHECK(shift.figures().unreadDeliveries == 1);
}

TEST_CASE("A page of the mailbox is read strictly") {
    const auto page = hub::readMailboxPage(
        R"({"cursor":7,"journal":"j","items":[{"id":7,"received_ms":1700000000123,"route":"r","sealed":"AAE="}]})");
    REQUIRE(page);
    CHECK(page->cursor == 7);
    CHECK(page->items.front().sealed == QByteArray("\0\1", 2));
    CHECK(toMillis(page->items.front().receivedAt) == 1'700'000'000'123);
    for (const QByteArray& bad : {QByteArray("x"), QByteArray("{}"), QByteArray(R"({"items":{}})"),
                                  QByteArray(R"({"items":[{"id":0,"received_ms":1}]})"),
                                  QByteArray(R"({"items":[{"id":1}]})")}) {
        CHECK_FALSE(hub::readMailboxPage(bad));
    }
}

TEST_CASE("A mailbox that takes nothing in colours the light of those it serves") {
    Branch branch;
    Shift& shift = branch.shift;
    branch.openHub();
    const QString ana = shift.whatsapp->addCustomer({u"573001112233"_s, {}, u"Ana Torres"_s});
    shift.whatsapp->writeText(ana, u"hola"_s);
    REQUIRE(waitUntil([&] { return shift.countOf(u"hola"_s) == 1; }));
    const auto reason = [&] {
        for (const ChannelLight& light : shift.hub->lights()) {
            if (light.platform == Platform::WhatsApp) {
                return light.reason;
            }
        }
        return QString();
    };
    REQUIRE(waitUntil([&] { return reason().isEmpty(); }));
    REQUIRE(QFile::remove(branch.dir.filePath(u"mailbox.sqlite"_s)));
    // Its own poll tells it, at the latest when the one that waits has ended.
    REQUIRE(
        waitUntil([&] { return reason() == u"mailbox.cannot_write"_s; }, std::chrono::seconds(40)));
}
