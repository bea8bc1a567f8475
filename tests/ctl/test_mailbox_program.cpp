// `comanda-server mailbox` as somebody sets it up by hand.
#include "core/security/sealing.h"
#include "core/security/signature.h"
#include "tests/ctl/programs.h"
#include "tests/net/raw_client.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace comanda;
using namespace Qt::StringLiterals;
using comanda::test::Ran;
using comanda::test::RawClient;
using comanda::test::RunningServer;
using comanda::test::runServer;

namespace {

QByteArray contentOf(const QString& path) {
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

void write(const QString& path, const QByteArray& content) {
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(content) == content.size());
}

} // namespace

TEST_CASE("Wrong usage of comanda-server exits with 2, nothing is printed", "[server]") {
    for (const QStringList& arguments : {QStringList{},
                                         {u"nonsense"_s},
                                         {u"hub"_s, u"mailbox"_s},
                                         {u"hub"_s, u"--new-keys"_s},
                                         {u"--config"_s},
                                         {u"mailbox"_s, u"--config="_s},
                                         {u"mailbox"_s, u"--data"_s, u""_s},
                                         {u"mailbox"_s, u"--new-keys=yes"_s},
                                         {u"--token"_s, u"x"_s, u"mailbox"_s}}) {
        CAPTURE(arguments.join(u' '));
        const Ran ran = runServer(arguments);
        CHECK(ran.exit == 2);
        CHECK(ran.out.isEmpty());
        CHECK_FALSE(ran.err.isEmpty());
    }
    CHECK(runServer({u"--help"_s}).out.contains("mailbox"));
    CHECK(runServer({u"--version"_s}).out.startsWith("comanda-server 0."));
}

TEST_CASE("A mailbox made with --new-keys takes a webhook and gives it to its hub", "[server]") {
    const QTemporaryDir dir;
    const QStringList mailboxWords{u"--data="_s + dir.path(), u"mailbox"_s};
    const Ran unconfigured = runServer(mailboxWords);
    CHECK(unconfigured.exit == 1);
    CHECK(unconfigured.errorLines().size() == 1);

    const Ran made = runServer(mailboxWords + QStringList{u"--new-keys"_s});
    REQUIRE(made.exit == 0);
    QJsonObject settings = QJsonDocument::fromJson(made.out).object();
    QJsonObject mailbox = settings[u"mailbox"_s].toObject();
    const QByteArray route = mailbox[u"routes"_s][0][u"path"_s].toString().toLatin1();
    CHECK(route.size() >= 22); // 128 bits
    const QString secrets = dir.filePath(u"secrets"_s);
    const QByteArray token = contentOf(secrets + u"/hub_token"_s);
    CHECK_FALSE(made.out.contains(token));
    CHECK_FALSE(made.err.contains(token));
    CHECK(
        (QFileInfo(secrets + u"/hub_token"_s).permissions() & (QFile::ReadGroup | QFile::ReadOther))
        == QFile::Permissions());

    // What a person fills in.
    const security::KeyPair hub = security::newKeyPair();
    mailbox.remove(u"tls"_s);
    mailbox[u"address"_s] = u"127.0.0.1"_s;
    mailbox[u"port"_s] = 0;
    mailbox[u"hub_public_key"_s] = QString::fromLatin1(hub.publicKey.toBase64());
    settings[u"mailbox"_s] = mailbox;
    write(dir.filePath(u"config.json"_s), QJsonDocument(settings).toJson());
    write(secrets + u"/app_secret"_s, "sim_app_secret\n");

    RunningServer server(mailboxWords, " port ");
    const auto port = static_cast<quint16>(server.out().simplified().split(' ').last().toInt());
    REQUIRE(port != 0);
    const QByteArray body = R"({"object":"whatsapp_business_account","entry":[]})";
    RawClient platform(port);
    platform.send("POST /hooks/" + route + " HTTP/1.1\r\nHost: h\r\nX-Hub-Signature-256: sha256="
                  + security::hmacSha256(Secret("sim_app_secret"), body).toHex()
                  + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    CHECK(platform.status() == 200);
    RawClient collector(port);
    collector.send("GET /v1/deliveries?after=0&wait=25 HTTP/1.1\r\nHost: h\r\nAuthorization: "
                   "Bearer "
                   + token + "\r\n\r\n");
    const QJsonObject page =
        QJsonDocument::fromJson(RawClient::bodyOf(collector.answer())).object();
    const QJsonValue item = page[u"items"_s][0];
    CHECK(security::openWith(hub, QByteArray::fromBase64(item[u"sealed"_s].toString().toLatin1()),
                             QByteArray::number(item[u"id"_s].toInteger()))
          == Result<QByteArray>(body));

    const Ran second = runServer(mailboxWords);
    CHECK(second.exit == 1);
    CHECK(second.errorLines().size() == 1);
    CHECK(server.stop() == 0);
}
