// The mailbox section of the settings.
#include "core/mailbox/config.h"
#include "tests/support/catch.h"

#include <QJsonDocument>

using namespace comanda;
using namespace comanda::mailbox;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kGood = R"({
  "address": "0.0.0.0", "port": 8443, "data": "/var/lib/m",
  "tls": {"certificate": "/c.pem", "key": "/k.pem"},
  "routes": [{"path": "Zm9vYmFyYmF6cXV4MTIz", "platform": "whatsapp", "account": "42",
              "verify_token": {"file": "/v"}, "app_secrets": [{"env": "NEW"}, {"keychain": "OLD"}]}],
  "hub_tokens": [{"file": "/t1"}, {"file": "/t2"}],
  "hub_public_key": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
  "app_id": "77", "graph_base_url": "http://127.0.0.1:9", "graph_version": "v24.0", "quota_mb": 5})";

Result<MailboxConfig> read(const QByteArray& json) {
    const QJsonDocument document = QJsonDocument::fromJson(json);
    REQUIRE(document.isObject());
    return mailboxConfigFrom(document.object(), [](const QJsonObject& reference) -> Result<Secret> {
        const QString kind = reference.keys().first();
        const QString name = reference.value(kind).toString();
        if (name == u"gone"_s) {
            return fail(ErrorKind::NotFound, u"config.no_secret"_s);
        }
        return Secret(name == u"empty"_s ? QByteArray() : (kind + u':' + name).toUtf8());
    });
}

} // namespace

TEST_CASE("Every entry of the mailbox's settings arrives") {
    const auto config = read(kGood);
    REQUIRE(config);
    CHECK(config->address == u"0.0.0.0"_s);
    CHECK(config->port == 8443);
    CHECK(config->dataDir == u"/var/lib/m"_s);
    REQUIRE(config->tls);
    CHECK(config->tls->certificatePath == u"/c.pem"_s);
    CHECK(config->tls->keyPath == u"/k.pem"_s);
    REQUIRE(config->routes.size() == 1);
    const Route& route = config->routes[0];
    CHECK(route.platform == u"whatsapp"_s);
    CHECK(route.account == u"42"_s);
    CHECK(route.verifyTokens == std::vector{Secret("file:/v")});
    CHECK(route.appSecrets == std::vector{Secret("env:NEW"), Secret("keychain:OLD")});
    CHECK(config->hubTokens == std::vector{Secret("file:/t1"), Secret("file:/t2")});
    CHECK(config->hubPublicKey == QByteArray(32, '\0'));
    CHECK(config->appId == u"77"_s);
    CHECK(config->graphBaseUrl == QUrl(u"http://127.0.0.1:9"_s));
    CHECK(config->graphVersion == u"v24.0"_s);
    CHECK(config->quota == 5 * 1024 * 1024);
}

TEST_CASE("What is not understood is refused by name") {
    struct Row {
        const char* from;
        const char* to;
        const char* id;
        const char* key;
    };
    const std::vector<Row> rows{
        {"\"port\"", "\"prot\"", "config.unknown_key", "mailbox.prot"},
        {"\"account\"", "\"acount\"", "config.unknown_key", "mailbox.routes[0].acount"},
        {"\"certificate\"", "\"cert\"", "config.missing_key", "mailbox.tls.certificate"},
        {"{\"file\": \"/v\"}", "\"plain\"", "config.secret_as_value",
         "mailbox.routes[0].verify_token"},
        {"{\"file\": \"/t1\"}", "\"plain\"", "config.secret_as_value", "mailbox.hub_tokens"},
        {"{\"file\": \"/t1\"}", "{\"value\": \"x\"}", "config.secret_as_value",
         "mailbox.hub_tokens"},
        {"{\"file\": \"/t1\"}", "{\"file\": \"empty\"}", "config.bad_value", "mailbox.hub_tokens"},
        {"8443", "70000", "config.bad_value", "mailbox.port"},
        {"8443", "\"8443\"", "config.bad_value", "mailbox.port"},
        {"8443", "1.5", "config.bad_value", "mailbox.port"},
        {"Zm9vYmFyYmF6cXV4MTIz", "short", "config.bad_value", "mailbox.routes[0].path"},
        {"Zm9vYmFyYmF6cXV4MTIz", "Zm9vYmFyYmF6cXV4MTIz/a", "config.bad_value",
         "mailbox.routes[0].path"},
        {"\"whatsapp\"", "\"Whats App\"", "config.bad_value", "mailbox.routes[0].platform"},
        {"AAA=", "AA==", "config.bad_value", "mailbox.hub_public_key"},
        {"http://127.0.0.1:9", "nonsense", "config.bad_value", "mailbox.graph_base_url"},
    };
    for (const Row& row : rows) {
        INFO(row.from << " -> " << row.to);
        QByteArray json = kGood;
        REQUIRE(json.contains(row.from));
        json.replace(row.from, row.to);
        const auto config = read(json);
        REQUIRE_FALSE(config);
        CHECK(config.error().id == QString::fromLatin1(row.id));
        CHECK(config.error().params.value(u"key"_s) == QString::fromLatin1(row.key));
        CHECK_FALSE(config.error().detail.contains(u"plain"_s));
    }
    QByteArray gone = kGood;
    gone.replace("/t2", "gone");
    REQUIRE_FALSE(read(gone));
    CHECK(read(gone).error().id == u"config.no_secret"_s);
}
