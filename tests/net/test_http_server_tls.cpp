// TLS: handshakes, and the certificate: served, renewed without a restart, kept while the new one
// is wrong.
#include "tests/net/certificate.h"
#include "tests/net/echo_server.h"
// The helper below uses REQUIRE.
#include "tests/net/raw_client.h"

#include <QSslCertificate>
#include <QTemporaryDir>

using namespace comanda;
using namespace comanda::net;
using comanda::test::EchoServer;
using comanda::test::RawClient;
using comanda::test::selfSigned;
using comanda::test::shortLimits;
using comanda::test::waitUntil;
using comanda::test::writeFile;
using comanda::test::writePair;

namespace {

struct Files {
    QTemporaryDir dir;
    ServerTls tls{dir.filePath(QStringLiteral("c.pem")), dir.filePath(QStringLiteral("k.pem"))};
};

// The name in the certificate that a new connection is shown; empty if there is no connection.
QString shownName(quint16 port, QSsl::SslProtocol protocol = QSsl::TlsV1_2OrLater) {
    QSslSocket socket;
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    configuration.setProtocol(protocol);
    socket.setSslConfiguration(configuration);
    socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), port);
    bool started = false;
    const bool decided = waitUntil([&] {
        started = started || socket.state() != QAbstractSocket::UnconnectedState;
        return socket.isEncrypted()
               || (started && socket.state() == QAbstractSocket::UnconnectedState);
    });
    REQUIRE(decided);
    return socket.isEncrypted()
               ? socket.peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0)
               : QString();
}

} // namespace

TEST_CASE("Requests over TLS are answered, several on one connection") {
    Files files;
    writePair(files.tls, selfSigned("one"));
    EchoServer server({}, files.tls);
    RawClient client(server.port(), true);
    client.send("POST /s HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nhi");
    CHECK(RawClient::bodyOf(client.answer()) == "POST /s?  hi 2");
    const QByteArray large(200'000, 'x');
    client.send("POST /l HTTP/1.1\r\nHost: h\r\nContent-Length: 200000\r\n\r\n" + large);
    CHECK(RawClient::bodyOf(client.answer()).endsWith(" 200000"));
    client.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 99999999\r\n\r\n");
    CHECK(client.status() == 413);
    CHECK(client.isClosedByServer());
}

TEST_CASE("A renewed certificate is served without a restart, a wrong one is not") {
    Files files;
    writePair(files.tls, selfSigned("first", 3600));
    EchoServer server({}, files.tls);
    CHECK(shownName(server.port()) == QStringLiteral("first"));
    const std::optional<Time> firstEnd = server.server().certificateEnds();
    REQUIRE(firstEnd);

    const auto second = selfSigned("second!", 7200);
    writeFile(files.tls.certificatePath, second.certificate); // its key has not come yet
    CHECK(shownName(server.port()) == QStringLiteral("first"));
    writeFile(files.tls.keyPath, "rubbish");
    CHECK(shownName(server.port()) == QStringLiteral("first"));
    CHECK(server.server().certificateEnds() == firstEnd);

    writeFile(files.tls.keyPath, second.key);
    CHECK(waitUntil([&] { return shownName(server.port()) == QStringLiteral("second!"); }));
    CHECK(server.server().certificateEnds() > firstEnd);

    REQUIRE(QFile::remove(files.tls.certificatePath));
    CHECK(shownName(server.port()) == QStringLiteral("second!"));
}

TEST_CASE("A server does not start with a certificate it cannot use") {
    Files files;
    HttpServer::Options options;
    options.tls = files.tls;
    const auto handler = [](const ServerRequest&, const HttpServer::Respond&) {};
    const auto refused = [&] {
        const auto listening = HttpServer::listen(options, nullptr, handler);
        REQUIRE_FALSE(listening);
        return listening.error().id;
    };
    CHECK(refused() == QStringLiteral("net.certificate_file")); // no files
    writePair(files.tls, {selfSigned("a").certificate, selfSigned("b").key});
    CHECK(refused() == QStringLiteral("net.certificate")); // of two pairs
}

TEST_CASE("Plain text on a TLS port gets no answer and no handler") {
    Files files;
    writePair(files.tls, selfSigned("one"));
    EchoServer server({}, files.tls);
    RawClient client(server.port());
    client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
    CHECK(client.isClosedByServer());
    CHECK(server.handled() == 0);
}

TEST_CASE("A handshake has a deadline, which bytes that drip do not move") {
    Files files;
    writePair(files.tls, selfSigned("one"));
    ServerLimits limits = shortLimits();
    limits.handshakeDeadline = Millis(300);
    limits.headerDeadline = limits.idleDeadline = Millis(60'000);
    EchoServer server(limits, files.tls);
    RawClient client(server.port());
    const bool drips = GENERATE(false, true);
    if (drips) { // the record of a greeting that says it is 16 KiB long
        client.send(QByteArray("\x16\x03\x01\x40\x00", 5));
    }
    REQUIRE(client.isConnected());
    CHECK(waitUntil([&] {
        if (drips && client.socket().state() == QAbstractSocket::ConnectedState) {
            client.socket().write("\x01");
        }
        return client.socket().state() == QAbstractSocket::UnconnectedState;
    }));
    CHECK(server.handled() == 0);
}
