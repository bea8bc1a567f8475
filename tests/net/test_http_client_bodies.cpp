// Answers: how large they may be, and where they are written.
#include "tests/net/http_caller.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTimer>

using namespace comanda;
using namespace comanda::net;
using namespace Qt::StringLiterals;
using comanda::test::Caller;
using comanda::test::get;
using comanda::test::httpAnswer;
using comanda::test::ScriptedRequest;
using comanda::test::ScriptedServer;

TEST_CASE("Too much is cut off while it comes") {
    const QByteArray lots(300'000, 'x');
    const bool chunked = GENERATE(false, true);
    const bool toFile = GENERATE(false, true);
    ScriptedServer server([&](const ScriptedRequest&, QTcpSocket& socket) {
        if (!chunked) {
            socket.write(httpAnswer(200, "text/plain", lots));
            return;
        }
        socket.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        auto* timer = new QTimer(&socket); // endless
        QObject::connect(timer, &QTimer::timeout, &socket,
                         [&socket] { socket.write("1000\r\n" + QByteArray(4096, 'y') + "\r\n"); });
        timer->start(0);
    });
    const QTemporaryDir folder;
    Caller caller;
    HttpRequest request = get(server.url());
    request.maxBody = 100'000;
    if (toFile) {
        request.saveTo = folder.filePath(u"part"_s);
    }
    const HttpResult result = caller.call(request);
    REQUIRE_FALSE(result);
    CHECK(result.error().tooLarge);
    CHECK(result.error().failure == FailureClass::Protocol);
    CHECK(QDir(folder.path()).isEmpty(QDir::Files));
}

TEST_CASE("A file is written as it comes, and only when it is the file") {
    const QByteArray content = QByteArray(700'000, 'a') + "end";
    int status = 200;
    ScriptedServer server([&](const ScriptedRequest&, QTcpSocket& socket) {
        socket.write(httpAnswer(status, "image/jpeg", status == 200 ? content : "gone"));
    });
    const QTemporaryDir folder;
    Caller caller;
    HttpRequest request = get(server.url());
    request.saveTo = folder.filePath(u"photo"_s);
    SECTION("200") {
        const HttpResult result = caller.call(request);
        REQUIRE(result);
        CHECK(result->body.isEmpty());
        QFile file(request.saveTo);
        REQUIRE(file.open(QIODevice::ReadOnly));
        CHECK(file.readAll() == content);
    }
    SECTION("404") {
        status = 404;
        const HttpResult result = caller.call(request);
        REQUIRE(result);
        CHECK(result->status == 404);
        CHECK(result->body == "gone");
        CHECK_FALSE(QFile::exists(request.saveTo));
    }
    SECTION("a file that is there is not overwritten") {
        QFile file(request.saveTo);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("mine");
        file.close();
        CHECK_FALSE(caller.call(request));
        REQUIRE(file.open(QIODevice::ReadOnly));
        CHECK(file.readAll() == "mine");
    }
}

TEST_CASE("An answer cut short leaves no file") {
    ScriptedServer server([](const ScriptedRequest&, QTcpSocket& socket) {
        socket.write(httpAnswer(200, "image/jpeg", QByteArray(50'000, 'a')).chopped(10));
        socket.disconnectFromHost();
    });
    const QTemporaryDir folder;
    Caller caller;
    HttpRequest request = get(server.url());
    request.saveTo = folder.filePath(u"photo"_s);
    CHECK_FALSE(caller.call(request));
    CHECK_FALSE(QFile::exists(request.saveTo));
}
