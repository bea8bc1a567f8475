// The connector against a simulated daemon over real sockets, and what may befall the two.
#include "core/base/json.h"
#include "core/connectors/signal/frames.h"
#include "core/connectors/signal/module.h"
#include "tests/connectors/signal/harness.h"

#include <QFile>
#include <QJsonArray>

using namespace comanda;
using namespace Qt::StringLiterals;
using practice::SignalAnswers;
using practice::SignalCustomer;
using practice::SignalOptions;
using practice::SignalSimulator;
using test::fastTiming;
using test::SignalHarness;
using test::waitUntil;

namespace {

const SignalCustomer kAna{u"3f0c1c2e-1111-4222-8333-0123456789ab"_s, {}, u"Ana"_s};
const SignalCustomer kLuis{u"4f0c1c2e-1111-4222-8333-0123456789ab"_s, u"+573005556677"_s,
                           u"Luís"_s};

QString addressOf(const SignalSimulator& daemon, const QString& transport) {
    return transport == "socket"_L1 ? daemon.socketPath()
           : transport == "tcp"_L1  ? daemon.tcpAddress()
                                    : daemon.httpUrl().toString();
}

struct Shop {
    explicit Shop(const QString& transport = u"socket"_s, const SignalOptions& options = {},
                  const signal::Timing& timing = fastTiming())
        : daemon(options), harness(transport, addressOf(daemon, transport), timing) {}

    SignalSimulator daemon;
    SignalHarness harness;
};

QString idIn(const SendOutcome& outcome) {
    const auto* accepted = std::get_if<outcome::Accepted>(&outcome);
    REQUIRE(accepted);
    return accepted->externalId;
}

} // namespace

TEST_CASE("A customer writes and gets an answer, whatever the way to the daemon") {
    const QString transport = GENERATE(u"socket"_s, u"tcp"_s, u"http"_s);
    const bool multi = GENERATE(true, false);
    CAPTURE(transport.toStdString(), multi);
    SignalOptions options;
    options.multi = multi;
    options.wrapped = multi;
    options.keepAlive = std::chrono::milliseconds(5);
    Shop shop(transport, options);
    shop.daemon.writeText(kAna, u"hola, dos órdenes 🌮"_s); // nobody was there
    shop.harness.start();
    REQUIRE(shop.harness.hears(u"hola, dos órdenes 🌮"_s));
    CHECK(shop.harness.facts.value("link_name"_L1).toString() == SignalHarness::kUs);
    const Event order = shop.harness.events.front();
    CHECK(order.conversationKey == kAna.uuid);

    OutgoingMessage answer;
    answer.conversationKey = kAna.uuid;
    answer.text = u"¿Confirma?"_s;
    answer.replyTo = order.externalId;
    const QString id = idIn(shop.harness.send(answer));
    REQUIRE(shop.daemon.daemon().sent.size() == 1);
    CHECK(id
          == SignalHarness::kUs + u':' + QString::number(shop.daemon.daemon().sent[0].timestamp));
    CHECK(shop.daemon.daemon().sent[0].params.value(u"quoteAuthor"_s).toString() == kAna.uuid);

    shop.daemon.sendReceipt(kAna, shop.daemon.daemon().sent[0].timestamp, true);
    REQUIRE(waitUntil([&] { return shop.harness.events.back().kind == EventKind::Status; }));
    CHECK(shop.harness.events.back().externalId == id);

    shop.harness.connector->typing(kAna.uuid);
    shop.harness.connector->markRead(kAna.uuid, order.externalId);
    REQUIRE(waitUntil([&] { return shop.daemon.daemon().sent.size() == 3; }));
    CHECK(shop.daemon.daemon().sent[2].method == u"sendReceipt"_s);

    OutgoingMessage deletion = answer;
    deletion.deleteOf = id;
    const QString deleted = idIn(shop.harness.send(deletion));
    CHECK(deleted == id);
    CHECK(shop.daemon.daemon().sent.back().method == u"remoteDelete"_s);
    shop.harness.stop();
    CHECK(waitUntil([&] { return shop.daemon.clients() == 0; }));
}

TEST_CASE("What the store refuses is offered until it is taken, in its order") {
    Shop shop;
    shop.harness.start();
    shop.harness.refuseStores = 3;
    shop.daemon.writeText(kAna, u"uno"_s);
    shop.daemon.writeText(kAna, u"dos"_s);
    shop.daemon.answerOnPhone(kAna, u"tres"_s);
    REQUIRE(shop.harness.hears(u"tres"_s));
    REQUIRE(shop.harness.events.size() == 3);
    CHECK(shop.harness.events[0].text == u"uno"_s);
    CHECK(shop.harness.events[2].direction == Direction::Out);
    CHECK(shop.harness.deliveries[0].body.startsWith(R"({"jsonrpc")"));
    CHECK(shop.harness.deliveries[0].source == u"daemon"_s);
}

TEST_CASE("While the store refuses much, the daemon is not read, and nothing is lost") {
    Shop shop;
    shop.harness.start();
    shop.harness.refuseStores = 1'000'000;
    constexpr int kMany = 1500;
    for (int i = 0; i < kMany; ++i) {
        shop.daemon.writeText(kAna, u"m%1"_s.arg(i));
    }
    REQUIRE(waitUntil([&] { return shop.harness.intakes > 0; }));
    shop.harness.refuseStores = 0;
    REQUIRE(waitUntil([&] { return shop.harness.events.size() == kMany; }));
    CHECK(shop.harness.events.front().text == u"m0"_s);
    CHECK(shop.harness.events.back().text == u"m1499"_s);
}

TEST_CASE("A daemon that goes is named, and found again") {
    const QString transport = GENERATE(u"socket"_s, u"tcp"_s, u"http"_s);
    CAPTURE(transport.toStdString());
    Shop shop(transport);
    shop.harness.start();
    shop.daemon.die();
    REQUIRE(waitUntil([&] { return shop.harness.saw(u"signal.daemon_gone"_s); }));
    REQUIRE(waitUntil(
        [&] { return shop.harness.end(kAna.uuid, u"no"_s) == u"retry 0 signal.daemon_gone"_s; }));
    shop.daemon.writeText(kAna, u"meanwhile"_s);
    shop.daemon.live();
    REQUIRE(shop.harness.hears(u"meanwhile"_s));
    CHECK(shop.harness.end(kAna.uuid, u"sí"_s).startsWith(u"accepted +573001112233:"_s));
    CHECK(shop.daemon.daemon().sent.size() == 1);
}

TEST_CASE("Answers come in any order, and to one person goes one message at a time") {
    Shop shop;
    shop.harness.start();
    shop.daemon.setAnswers(SignalAnswers::Kept);
    QStringList ended;
    const auto say = [&](const QString& key, const QString& text) {
        OutgoingMessage message;
        message.conversationKey = key;
        message.text = text;
        shop.harness.connector->send(message, [&ended, text](const SendOutcome& outcome) {
            CHECK(std::holds_alternative<outcome::Accepted>(outcome));
            ended << text;
        });
    };
    say(kAna.uuid, u"a1"_s);
    say(kAna.uuid, u"a2"_s);
    say(kLuis.uuid, u"l1"_s);
    REQUIRE(waitUntil([&] { return shop.daemon.daemon().sent.size() == 2; }));
    shop.daemon.release(true);
    REQUIRE(waitUntil([&] { return ended.size() == 3; }));
    CHECK(ended == QStringList{u"l1"_s, u"a1"_s, u"a2"_s});
}

TEST_CASE("A send whose answer is lost is not sure, and not repeated") {
    signal::Timing timing = fastTiming();
    timing.send = Millis(200);
    timing.probeEvery = Millis(60'000);
    Shop shop(u"socket"_s, {}, timing);
    shop.harness.start();
    SECTION("it is settled by the answer that comes late") {
        shop.daemon.setAnswers(SignalAnswers::Kept);
        CHECK(shop.harness.end(kAna.uuid, u"listo"_s) == u"unsure signal.no_answer"_s);
        shop.daemon.release();
        REQUIRE(waitUntil([&] { return !shop.harness.events.empty(); }));
    }
    SECTION("it is settled by a receipt") {
        shop.daemon.setAnswers(SignalAnswers::Dropped);
        CHECK(shop.harness.end(kAna.uuid, u"listo"_s) == u"unsure signal.no_answer"_s);
        shop.daemon.sendReceipt(kAna, shop.daemon.daemon().sent[0].timestamp, false);
        REQUIRE(waitUntil([&] { return !shop.harness.events.empty(); }));
    }
    CHECK(shop.harness.events[0].kind == EventKind::Status);
    CHECK(shop.harness.events[0].clientReference == u"ref:listo"_s);
    CHECK(shop.daemon.daemon().sent.size() == 1);
}

TEST_CASE("A daemon that hangs is left and called again") {
    signal::Timing timing = fastTiming();
    timing.probe = Millis(50);
    const QString transport = GENERATE(u"socket"_s, u"http"_s);
    Shop shop(transport, {}, timing);
    shop.harness.start();
    shop.daemon.setAnswers(SignalAnswers::Dropped);
    REQUIRE(waitUntil([&] { return shop.harness.saw(u"signal.daemon_hung"_s); }));
    shop.daemon.setAnswers(SignalAnswers::Prompt);
    shop.harness.observations.clear();
    REQUIRE(waitUntil([&] { return shop.harness.worked(connect::CallKind::Account); }));
}

TEST_CASE("Garbage and a line of 9 MB are kept as they are, and their neighbours read") {
    Shop shop;
    shop.harness.start();
    shop.daemon.sayRaw("\xff\xfe not json\n");
    shop.daemon.sayRaw(R"({"jsonrpc":"2.0","method":"receive","params":")"
                       + QByteArray(9 * 1024 * 1024, 'x') + "\"}\n");
    shop.daemon.writeText(kAna, u"hola"_s);
    REQUIRE(shop.harness.hears(u"hola"_s));
    REQUIRE(shop.harness.deliveries.size() == 3);
    CHECK(shop.harness.events[0].eventKey == QString());
    CHECK(shop.harness.deliveries[1].body.size() == signal::kKeptOfTooLong);
    CHECK(shop.harness.events[1].eventKey == QString());
}

TEST_CASE("Refusals that one person gets, and the whole account") {
    Shop shop;
    shop.harness.start();
    auto& daemon = shop.daemon.daemon();
    const QString group = u"aGVsbG8gd29ybGQ="_s;
    daemon.groups[group] = {kAna.uuid, kLuis.uuid};
    daemon.fates[kLuis.uuid] = {u"UNREGISTERED_FAILURE"_s, {}, 0};
    CHECK(shop.harness.end(group, u"todos"_s).startsWith(u"accepted "_s));
    CHECK(shop.harness.end(kLuis.uuid, u"a"_s) == u"rejected signal.unregistered"_s);
    daemon.fates[kAna.uuid] = {u"RATE_LIMIT_FAILURE"_s, {}, 60};
    CHECK(shop.harness.end(kAna.uuid, u"a"_s) == u"retry 60000 signal.throttled"_s);
    daemon.fates[kAna.uuid] = {u"NETWORK_FAILURE"_s, u"tok-1"_s, 0};
    CHECK(shop.harness.end(kAna.uuid, u"a"_s) == u"rejected signal.captcha"_s);
    CHECK(shop.harness.saw(u"signal.captcha"_s));
    daemon.fates.clear();
    daemon.unexpected = u"Failed to send message: x (IOException)"_s;
    CHECK(shop.harness.end(kAna.uuid, u"a"_s) == u"unsure signal.no_network"_s);

    shop.daemon.unlink();
    REQUIRE(waitUntil([&] { return shop.harness.saw(u"signal.not_linked"_s); }));
    CHECK(shop.harness.end(kAna.uuid, u"a"_s) == u"sign in signal.not_linked"_s);
    daemon.accounts = {SignalHarness::kUs};
    REQUIRE(
        waitUntil([&] { return shop.harness.end(kAna.uuid, u"b"_s).startsWith(u"accepted "_s); }));
}

TEST_CASE("Files come from the daemon's folder or over the line, and go out with their names") {
    const QByteArray picture = "\xff\xd8\xff" + QByteArray(300'000, 'p');
    Shop shop;
    const bool near = GENERATE(true, false);
    if (near) {
        shop.harness.config.settings.insert(u"attachments_dir"_s, shop.daemon.attachmentsDir());
        shop.harness.build();
    }
    shop.harness.start();
    shop.daemon.sendFile(kAna, u"Xy12ab.jpg"_s, picture, u"image/jpeg"_s);
    REQUIRE(waitUntil([&] { return !shop.harness.events.empty(); }));
    Attachment attachment = shop.harness.events.back().attachments.at(0);
    const auto fetched = shop.harness.fetch(attachment);
    REQUIRE(fetched);
    QFile file(fetched->path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll() == picture);
    const QString ours = shop.harness.folder.filePath(u"menu"_s);
    REQUIRE(file.copy(ours)); // the next one that is fetched takes its place
    CHECK(shop.daemon.daemon().calls.contains(u"getAttachment"_s) != near);
    attachment.size.reset();
    CHECK(shop.harness.fetch(attachment, 1000).error().id == u"media.too_large"_s);
    attachment.id = u"nothing.jpg"_s;
    CHECK(shop.harness.fetch(attachment).error().id == u"media.gone"_s);
    for (const QString& id : {u"../socket"_s, u"/etc/passwd"_s, u".."_s, u".hidden"_s}) {
        attachment.id = id;
        CHECK(shop.harness.fetch(attachment).error().id == u"signal.file_refused"_s);
    }
    attachment.id = u"far.jpg"_s;
    attachment.size = 8'000'000;
    CHECK(shop.harness.fetch(attachment).error().id == u"signal.file_elsewhere"_s);

    OutgoingMessage menu;
    menu.conversationKey = kAna.uuid;
    menu.media = Attachment();
    menu.media->name = u"menú; hoy,.jpg"_s;
    menu.media->mime = u"image/jpeg"_s;
    menu.mediaPath = ours;
    idIn(shop.harness.send(menu));
    const QString sent =
        shop.daemon.daemon().sent.back().params.value(u"attachment"_s).toArray().at(0).toString();
    CHECK(sent.startsWith(u"data:image/jpeg;filename=menú_ hoy_.jpg;base64,/9j/"_s));
    menu.mediaPath = shop.harness.folder.filePath(u"no such file"_s);
    const QString ended = test::worded(shop.harness.send(menu));
    CHECK(ended == u"rejected signal.file_gone"_s);
}

TEST_CASE("A check says who answers, and takes no message over HTTP") {
    Shop shop(u"http"_s);
    shop.daemon.writeText(kAna, u"espera"_s);
    const auto checked = shop.harness.check();
    REQUIRE(checked);
    CHECK(checked->account == SignalHarness::kUs);
    CHECK(checked->warnings.isEmpty());
    CHECK(shop.daemon.waiting() == 1);
    shop.daemon.daemon().version = u"0.11.2"_s;
    CHECK(shop.harness.check()->warnings == QStringList{u"signal.old_version"_s});
    shop.daemon.daemon().accounts = {u"+1"_s};
    CHECK(shop.harness.check().error().id == u"signal.account_missing"_s);
    CHECK(shop.harness.check().error().kind == ErrorKind::Auth);
}

TEST_CASE("Nobody there, nothing of ours there") {
    SignalHarness nobody(u"socket"_s, u"/nowhere/at/all"_s);
    CHECK(nobody.check().error().id == u"signal.daemon_gone"_s);
    SignalHarness nonsense(u"tcp"_s, u":::"_s);
    CHECK(nonsense.check().error().id == u"signal.bad_place"_s);
    SignalHarness missing(u"child"_s, u"/nowhere/signal-cli"_s);
    CHECK(missing.check().error().id == u"signal.no_program"_s);
}

TEST_CASE("The module says what Signal can do") {
    const connect::PlatformModule module = signal::module();
    CHECK(module.descriptor.platform == Platform::Signal);
    CHECK_FALSE(module.descriptor.window.afterCustomerMessage);
    ChannelConfig config;
    config.settings = {{u"number"_s, u" +573001112233 "_s}};
    CHECK(module.accountIn(config, {}) == SignalHarness::kUs);
    CHECK(signal::placeFrom(config).transport == signal::Transport::Socket);
    CHECK(signal::placeFrom(config).address.endsWith(u"/signal-cli/socket"_s));
}
