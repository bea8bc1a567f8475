// A real `comanda-server hub` against simulated platforms, and comandactl beside it.
#include "app/practice/telegram_simulator.h"
#include "app/practice/whatsapp_simulator.h"
#include "core/mailbox/mailbox.h"
#include "tests/ctl/programs.h"
#include "tests/net/echo_server.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace comanda;
using namespace comanda::practice;
using namespace Qt::StringLiterals;
using comanda::test::Ran;
using comanda::test::runCtl;
using comanda::test::RunningServer;
using comanda::test::runServer;
using comanda::test::waitUntil;

namespace {

WhatsAppOptions strict() {
    WhatsAppOptions options;
    options.proofDemanded = true;
    return options;
}

struct Shop {
    Shop() {
        const QJsonObject bot{{u"platform"_s, u"telegram"_s},
                              {u"name"_s, u"Bot"_s},
                              {u"api_base_url"_s, telegram.baseUrl().toString()},
                              {u"token"_s, secret(u"token"_s, telegram.token())}};
        const WhatsAppOptions& number = whatsapp.options();
        const QJsonObject phone{{u"platform"_s, u"whatsapp"_s},
                                {u"name"_s, u"Phone"_s},
                                {u"account"_s, number.phoneNumberId},
                                {u"phone_number_id"_s, number.phoneNumberId},
                                {u"waba_id"_s, number.businessAccount},
                                {u"api_base_url"_s, whatsapp.baseUrl().toString()},
                                {u"access_token"_s, secret(u"access_token"_s, number.accessToken)},
                                {u"app_secret"_s, secret(u"app_secret"_s, number.appSecret)}};
        write(u"config.json"_s, QJsonDocument(QJsonObject{{u"schema"_s, u"comanda-config/1"_s},
                                                          {u"channels"_s, QJsonArray{bot, phone}}})
                                    .toJson());
    }

    void write(const QString& name, const QByteArray& content) const {
        QFile file(dir.filePath(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(content) == content.size());
    }
    QJsonObject secret(const QString& name, const QByteArray& value) const {
        write(name, value);
        return {{u"file"_s, dir.filePath(name)}};
    }
    [[nodiscard]] QStringList at(const QStringList& words) const {
        return QStringList{u"--data"_s, dir.path()} + words;
    }
    // What the hub writes after its start may come a moment later.
    [[nodiscard]] bool doctorSays(const QByteArray& words) const {
        return waitUntil([&] { return runCtl(at({u"doctor"_s})).out.contains(words); });
    }
    // What doctor says of it, its verdicts before it.
    [[nodiscard]] QStringList doctorOf(const QString& what, int exit) const {
        const Ran ran = runCtl(at({u"--json"_s, u"doctor"_s}));
        CHECK(ran.exit == exit);
        CHECK(ran.errorLines().size() == exit);
        QStringList said;
        const QJsonArray findings =
            QJsonDocument::fromJson(ran.out).object()[u"findings"_s].toArray();
        for (const auto& finding : findings) {
            if (finding[u"what"_s].toString() == what) {
                said << finding[u"verdict"_s].toString() + u' ' + finding[u"detail"_s].toString();
            }
        }
        return said;
    }

    QTemporaryDir dir;
    TelegramSimulator telegram;
    WhatsAppSimulator whatsapp{strict()};
};

} // namespace

TEST_CASE("A hub without a window takes messages in and ends when it is told to", "[ctl]") {
    Shop shop;
    TelegramCustomer customer;
    customer.firstName = u"Ana"_s;
    const qint64 ana = shop.telegram.addCustomer(customer);
    RunningServer hub(shop.at({u"hub"_s}), "the hub runs\n");
    const qint64 message = shop.telegram.writeText(ana, u"dos al pastor"_s);
    REQUIRE(waitUntil([&] { return shop.telegram.isConfirmed(message); }));

    const Ran second = runServer(shop.at({u"hub"_s}));
    CHECK(second.exit == 1);
    CHECK(second.errorLines().size() == 1);
    CHECK(second.err.contains("comanda-server already has the store open"));

    const auto isFound = [&] {
        return runCtl(shop.at({u"search"_s, u"pastor"_s})).out.contains("Ana: dos al pastor");
    };
    CHECK(waitUntil(isFound)); // indexed a moment after it was confirmed
    CHECK(hub.stop() == 0);
    CHECK(isFound());
}

TEST_CASE("A recovery code is never lost to one that is there already", "[ctl]") {
    const Shop shop;
    shop.write(u"recovery-code.txt"_s, "of another store\n");
    const QStringList words = shop.at({u"hub"_s});
    RunningServer hub(words, "the hub runs");
    CHECK(hub.stop() == 0);
    const auto content = [&](const QString& name) {
        QFile file(shop.dir.filePath(name));
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    };
    CHECK(content(u"recovery-code.txt"_s) == "of another store\n");
    CHECK(content(u"recovery-code-2.txt"_s).size() > 20);
}

TEST_CASE("Doctor asks the mailbox, and shows the key that it seals to", "[ctl]") {
    Shop shop;
    // A shop that has its mailbox before its first channel.
    QJsonObject settings{{u"schema"_s, u"comanda-config/1"_s}};
    test::EchoServer notAMailbox;
    settings[u"mailbox_link"_s] =
        QJsonObject{{u"url"_s, u"http://127.0.0.1:%1"_s.arg(notAMailbox.port())},
                    {u"token"_s, shop.secret(u"hub_token"_s, "hub-token")}};
    shop.write(u"config.json"_s, QJsonDocument(settings).toJson());
    QStringList said;
    {
        RunningServer hub(shop.at({u"hub"_s}), "the hub runs\n");
        REQUIRE(shop.doctorSays("its hub_public_key is "));
        said = shop.doctorOf(u"mailbox"_s, 1);
    }
    const QStringList key = said.filter(u"its hub_public_key is "_s);
    REQUIRE(key.size() == 1);
    CHECK(said.filter(u"bad "_s).size() == 1); // it answers, but not as a mailbox

    mailbox::MailboxConfig config;
    const QTemporaryDir folder;
    config.dataDir = folder.path();
    config.hubTokens = {Secret("hub-token")};
    config.hubPublicKey = QByteArray::fromBase64(key.first().section(u' ', -1).toLatin1());
    static const SystemClock clock;
    const auto mailbox = mailbox::Mailbox::start(config, clock);
    REQUIRE(mailbox);
    settings[u"mailbox_link"_s] =
        QJsonObject{{u"url"_s, u"http://127.0.0.1:%1"_s.arg((*mailbox)->port())},
                    {u"token"_s, shop.secret(u"hub_token"_s, "hub-token")}};
    shop.write(u"config.json"_s, QJsonDocument(settings).toJson());
    RunningServer hub(shop.at({u"hub"_s}), "the hub runs\n");
    CHECK(shop.doctorSays("mailbox: answers; 0 deliveries wait"));
}

TEST_CASE("Channels are tested beside the hub, and doctor asks them too", "[ctl]") {
    Shop shop;
    RunningServer hub(shop.at({u"hub"_s}), "the hub runs\n");
    const QStringList test = shop.at({u"channels"_s, u"test"_s});
    REQUIRE(shop.doctorSays("channel Phone: answers as"));
    SECTION("all is well") {
        const Ran ran = runCtl(test);
        CHECK(ran.exit == 0);
        CHECK(ran.out
              == "Bot  ok  Fonda La Esquina (" + QByteArray::number(shop.telegram.botId())
                     + ")\nPhone  ok  Fonda La Esquina (106000000000001)\n");
        CHECK(shop.doctorOf(u"channel Phone"_s, 0)
                  .contains(u"ok answers as Fonda La Esquina (106000000000001)"_s));
        CHECK(shop.doctorOf(u"key Phone"_s, 0) == QStringList{u"ok does not end by itself"_s});
    }
    SECTION("another program set a webhook") {
        shop.telegram.setHook(u"https://example.test/x"_s);
        const Ran ran = runCtl(test);
        INFO(ran.out.toStdString() << ran.err.toStdString());
        CHECK(ran.exit == 0);
        CHECK(ran.out.contains("Bot  warning: "));
    }
    SECTION("one is down") {
        FaultPlan refuse;
        refuse.fault = Fault::Refuse;
        shop.whatsapp.server().setFault(refuse);
        const Ran ran = runCtl(test);
        CHECK(ran.exit == 1);
        CHECK(ran.errorLines() == QList<QByteArray>{"comandactl: 1 of 2 channels failed"});
        CHECK(ran.out.contains("Bot  ok"));
        CHECK(ran.out.contains("Phone  failed: "));
        const Ran alone = runCtl(test + QStringList{u"1"_s});
        CHECK(alone.exit == 0);
        CHECK(alone.lines().size() == 1);
        CHECK(shop.doctorOf(u"channel Phone"_s, 1).filter(u"bad "_s).size() == 1);
    }
    SECTION("a key that is not accepted any more") {
        shop.telegram.revokeToken();
        const Ran ran = runCtl(test + QStringList{u"--json"_s});
        CHECK(ran.exit == 1);
        const QJsonArray answers = QJsonDocument::fromJson(ran.out).array();
        REQUIRE(answers.size() == 2);
        CHECK_FALSE(answers[0][u"ok"_s].toBool());
        CHECK(answers[1][u"ok"_s].toBool());
    }
    CHECK(hub.stop() == 0);
}
