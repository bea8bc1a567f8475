#include "core/hub/config.h"
#include "tests/support/catch.h"

#include <QTemporaryDir>

using namespace comanda;
using namespace comanda::hub;
using namespace Qt::StringLiterals;

namespace {

// A keychain with one entry.
Result<Secret> keychain(const QString& name) {
    return name == u"comanda-db" ? Result<Secret>(Secret("postgresql://caja:word@db/comanda"))
                                 : fail(ErrorKind::NotFound, u"keychain.no_entry"_s);
}

Result<Config> parse(const QByteArray& json) {
    return parseConfig(json, &keychain);
}

QString writeFile(const QTemporaryDir& dir, const QString& name, const QByteArray& bytes) {
    QFile file(dir.filePath(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    return file.fileName();
}

} // namespace

TEST_CASE("A whole settings file is read") {
    const auto config = parse(R"({
        "schema": "comanda-config/1",
        "store": {"engine": "sqlite", "path": "/tmp/x/store.db"},
        "shop": {"name": "La Esquina", "timezone": "America/Bogota", "currency": "COP",
                 "day_ends": 240, "notices": {"ready": "Listo {number}"}},
        "channels": [
            {"platform": "telegram", "name": "Bot", "token": {"env": "BOT"}},
            {"platform": "whatsapp", "phone_number_id": "1060000001", "route": "abcdefghijklmnopqrst",
             "access_token": {"file": "/run/secrets/wa"}, "app_secret": {"keychain": "meta"},
             "api_base_url": "http://127.0.0.1:9000", "enabled": false}],
        "receiver": {"address": "127.0.0.1", "port": 8443, "public_url": "https://pedidos.example.com"},
        "mailbox_link": {"url": "https://buzon.example.com", "token": {"env": "BUZON"}}
    })");
    REQUIRE(config);
    CHECK(config->store->path == u"/tmp/x/store.db");
    CHECK(Shop::fromJson(*config->shop)->notices.value(OrderState::Ready) == u"Listo {number}");
    REQUIRE(config->channels.size() == 2);
    CHECK(config->channels[0].channel.platform == Platform::Telegram);
    CHECK(config->channels[0].secrets.value(u"token"_s)
          == SecretRef{SecretRef::From::Env, u"BOT"_s});
    const ChannelSetup& whatsapp = config->channels[1];
    CHECK_FALSE(whatsapp.channel.enabled);
    CHECK(whatsapp.channel.settings.value(u"phone_number_id"_s) == u"1060000001"_s);
    CHECK(whatsapp.channel.settings.value(u"route"_s) == u"abcdefghijklmnopqrst"_s);
    CHECK_FALSE(whatsapp.channel.settings.contains(u"access_token"_s));
    CHECK(whatsapp.secrets.value(u"app_secret"_s)
          == SecretRef{SecretRef::From::Keychain, u"meta"_s});
    CHECK(config->receiver->port == 8443);
    CHECK(config->mailboxLink->url == QUrl(u"https://buzon.example.com"_s));
    CHECK_FALSE(config->mailboxLink->privateKey);
}

TEST_CASE("What is wrong in a settings file is refused by name") {
    struct Case {
        QByteArray json;
        QString id, key;
    };
    const auto c = GENERATE(
        Case{"nonsense", u"config.unreadable"_s, {}},
        Case{R"({"schema":"comanda-config/2"})", u"config.bad_value"_s, u"schema"_s},
        Case{R"({"chanels":[]})", u"config.unknown_key"_s, u"chanels"_s},
        Case{R"({"channels":[{"platform":"telegram","tokn":{"env":"X"}}]})",
             u"config.unknown_key"_s, u"channels[0].tokn"_s},
        Case{R"({"channels":[{"platform":"telegram","token":"123:abc"}]})",
             u"config.secret_as_value"_s, u"channels[0].token"_s},
        Case{R"({"channels":[{"platform":"telegram","token":{"vault":"x"}}]})",
             u"config.bad_value"_s, u"channels[0].token"_s},
        Case{R"({"channels":[{"platform":"pigeon"}]})", u"config.bad_value"_s,
             u"channels[0].platform"_s},
        Case{R"({"channels":[{"platform":"telegram","api_base_url":"file:///etc/passwd"}]})",
             u"config.bad_value"_s, u"channels[0].api_base_url"_s},
        Case{R"({"channels":[{"platform":"whatsapp","phone_number_id":"not digits"}]})",
             u"config.bad_value"_s, u"channels[0].phone_number_id"_s},
        Case{R"({"channels":[{"platform":"telegram","enabled":"yes"}]})", u"config.bad_value"_s,
             u"channels[0].enabled"_s},
        Case{R"({"store":{"engine":"oracle"}})", u"config.bad_value"_s, u"store.engine"_s},
        Case{R"({"store":{"engine":"postgresql","url":"postgresql://u:secret@h/db"}})",
             u"config.secret_as_value"_s, u"store.url"_s},
        Case{R"({"shop":{"nme":"x"}})", u"config.unknown_key"_s, u"shop.nme"_s},
        Case{R"({"shop":{"day_ends":"04:00"}})", u"config.bad_value"_s, u"shop.day_ends"_s},
        Case{R"({"shop":{"notices":{"burnt":"x"}}})", u"config.unknown_key"_s,
             u"shop.notices.burnt"_s},
        Case{R"({"receiver":{"port":70000}})", u"config.bad_value"_s, u"receiver.port"_s},
        Case{R"({"receiver":{"tls":{"certificate":"a.pem"}}})", u"config.bad_value"_s,
             u"receiver.tls.key"_s},
        Case{R"({"mailbox_link":{"url":"https://u:p@h"}})", u"config.secret_as_value"_s,
             u"mailbox_link.url"_s},
        Case{R"({"mailbox_link":{"url":"https://h"}})", u"config.bad_value"_s,
             u"mailbox_link.token"_s});
    INFO(c.json.toStdString());
    const auto config = parse(c.json);
    REQUIRE_FALSE(config);
    CHECK(config.error().id == c.id);
    CHECK(config.error().params.value(u"key"_s) == c.key);
    CHECK_FALSE(config.error().detail.contains(u"secret@"_s));
}

TEST_CASE("What the store and the mailbox need may stand in the keychain") {
    const auto store =
        parse(R"({"store":{"engine":"postgresql","url":{"keychain":"comanda-db"}}})");
    REQUIRE(store);
    CHECK(store->store->url == Secret("postgresql://caja:word@db/comanda"));
    const auto mailbox = parse(R"({"mailbox":{"data":"/var/lib/comanda","hub_token":{"keychain":
        "comanda-db"},"hub_public_key":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "routes":[{"path":"abcdefghijklmnopqrstuv","platform":"whatsapp",
                   "verify_token":{"keychain":"comanda-db"},"app_secret":{"keychain":"comanda-db"}}]}})");
    INFO((mailbox ? QString() : mailbox.error().id + mailbox.error().detail).toStdString());
    REQUIRE(mailbox);
    CHECK(mailbox->mailbox->hubTokens.front() == Secret("postgresql://caja:word@db/comanda"));
    const auto none = parse(R"({"store":{"engine":"postgresql","url":{"keychain":"other"}}})");
    REQUIRE_FALSE(none);
    CHECK(none.error().id == u"keychain.no_entry");
}

TEST_CASE("Secrets come from files and variables, and say so when they do not") {
    const QTemporaryDir dir;
    const QString good = writeFile(dir, u"good"_s, "123:abc\n");
    const QString empty = writeFile(dir, u"empty"_s, "\n");
    qputenv("COMANDA_TEST_SECRET", "from the environment");
    CHECK(resolve({SecretRef::From::File, good}, &keychain)->reveal() == "123:abc");
    CHECK(resolve({SecretRef::From::Env, u"COMANDA_TEST_SECRET"_s}, &keychain)->reveal()
          == "from the environment");
    for (const SecretRef& missing : {SecretRef{SecretRef::From::File, empty},
                                     SecretRef{SecretRef::From::File, dir.filePath(u"none"_s)},
                                     SecretRef{SecretRef::From::Env, u"COMANDA_TEST_NOT_SET"_s}}) {
        const auto secret = resolve(missing, &keychain);
        REQUIRE_FALSE(secret);
        CHECK(secret.error().id == u"config.no_secret");
        CHECK(secret.error().params.value(u"key"_s) == missing.name);
    }
}

TEST_CASE("Every cut of a settings file is an error, never a crash") {
    const QByteArray whole =
        R"({"channels":[{"platform":"telegram","token":{"env":"X"}}],"receiver":{"port":1}})";
    REQUIRE(parse(whole));
    for (qsizetype n = 0; n < whole.size(); ++n) {
        CHECK_FALSE(parse(whole.first(n)));
    }
}
