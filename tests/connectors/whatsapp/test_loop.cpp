// The loop against a scripted Graph API: sends, uploads, media, looks, checks and stops.
#include "tests/connectors/whatsapp/channel.h"
#include "tests/connectors/whatsapp/scripted_server.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

using namespace comanda;
using namespace Qt::StringLiterals;
using test::kNumber;
using test::ScriptedAnswer;
using test::ScriptedRequest;
using test::waitUntil;

namespace {

const QByteArray kToken = "EAAGsimtoken";

class Channel : public test::Channel {
public:
    explicit Channel(const QUrl& base, const QJsonObject& more = {})
        : test::Channel(base, kToken, more) {}
};

OutgoingMessage text(const QString& words) {
    OutgoingMessage message;
    message.conversationKey = u"15557770001"_s;
    message.text = words;
    message.clientReference = u"ref-1"_s;
    return message;
}

ScriptedAnswer answer(int status, const QByteArray& body) {
    ScriptedAnswer made;
    made.status = status;
    made.body = body;
    return made;
}

ScriptedAnswer accepted(int number) {
    return answer(200, "{\"messages\":[{\"id\":\"wamid.OUT" + QByteArray::number(number) + "\"}]}");
}

QJsonObject json(const QByteArray& body) {
    return QJsonDocument::fromJson(body).object();
}

} // namespace

TEST_CASE("a text goes out with token, proof and reference") {
    test::ScriptedServer server([](const ScriptedRequest&) { return accepted(1); });
    Channel channel(server.url());
    CHECK(channel.send(text(u"hola"_s)) == SendOutcome(outcome::Accepted{u"wamid.OUT1"_s}));
    REQUIRE(server.requests().size() == 1);
    const ScriptedRequest& request = server.requests().front();
    CHECK(request.target == "/v25.0/106000000000001/messages?appsecret_proof=483b08");
    CHECK(request.headers.value("authorization") == "Bearer " + kToken);
    CHECK(json(request.body).value(u"biz_opaque_callback_data"_s).toString() == u"ref-1"_s);
    CHECK(channel.reported(connect::CallKind::Send, std::nullopt));
    (void)channel.send(text(u"otra vez"_s));
    CHECK(channel.proofs == 1); // kept for as long as the token stays
}

TEST_CASE(
    "a text waits for a proof that cannot be had now, and goes out without one if there is none") {
    test::ScriptedServer server([](const ScriptedRequest&) { return accepted(1); });
    Channel channel(server.url());
    channel.proof = fail(ErrorKind::Network, u"mailbox.unreachable"_s);
    channel.connector->start({}); // looks at the account
    CHECK(channel.send(text(u"hola"_s))
          == SendOutcome(outcome::RetryAfter{Millis(0), u"mailbox.unreachable"_s, false}));
    Attachment image;
    image.id = u"2423"_s;
    const auto fetched = channel.fetch(image, QDir::tempPath() + u"/never written"_s);
    REQUIRE_FALSE(fetched);
    CHECK(fetched.error().kind == ErrorKind::Busy);
    CHECK(fetched.error().id == u"mailbox.unreachable");
    CHECK(server.requests().isEmpty());
    CHECK(channel.reports.empty()); // the platform was asked nothing
    channel.proof = QByteArray();
    CHECK(channel.send(text(u"hola"_s)) == SendOutcome(outcome::Accepted{u"wamid.OUT1"_s}));
    CHECK(server.requests().front().target == "/v25.0/106000000000001/messages");
}

TEST_CASE("a long text that was stopped half way goes on where it stopped") {
    int sends = 0;
    test::ScriptedServer server([&](const ScriptedRequest&) {
        ++sends;
        return sends == 2 ? answer(400, R"({"error":{"code":130429}})") : accepted(sends);
    });
    Channel channel(server.url());
    const OutgoingMessage message = text(QString(5000, u'a'));
    CHECK(std::holds_alternative<outcome::RetryAfter>(channel.send(message)));
    CHECK(channel.send(message) == SendOutcome(outcome::Accepted{u"wamid.OUT3"_s}));
    CHECK(server.requests().size() == 3);
    CHECK(server.requests()[1].body == server.requests()[2].body);
    CHECK(server.requests()[0].body != server.requests()[1].body);
    CHECK(channel.send(message) == SendOutcome(outcome::Accepted{u"wamid.OUT5"_s})); // from anew
}

TEST_CASE("no answer is unsure, no connection is not") {
    test::ScriptedServer server([](const ScriptedRequest&) {
        ScriptedAnswer made;
        made.way = ScriptedAnswer::Way::Close;
        return made;
    });
    Channel channel(server.url());
    CHECK(channel.send(text(u"hola"_s)) == SendOutcome(outcome::Unsure{u"send.no_answer"_s}));
    CHECK(server.requests().size() == 1); // and nobody repeated it
    server.refuse();
    Channel later(server.url());
    CHECK(later.send(text(u"hola"_s))
          == SendOutcome(outcome::RetryAfter{Millis(0), u"net.refused"_s, false}));
    CHECK(later.reported(connect::CallKind::Send, FailureClass::Refused));
}

TEST_CASE("the pair limit of one person grows until a message passes") {
    int sends = 0;
    test::ScriptedServer server([&](const ScriptedRequest&) {
        return ++sends <= 3 ? answer(400, R"({"error":{"code":131056}})") : accepted(sends);
    });
    Channel channel(server.url());
    std::vector<qint64> waits;
    for (int i = 0; i < 3; ++i) {
        const SendOutcome outcome = channel.send(text(u"hola"_s));
        REQUIRE(std::holds_alternative<outcome::RetryAfter>(outcome));
        CHECK_FALSE(std::get<outcome::RetryAfter>(outcome).wholeChannel);
        waits.push_back(std::get<outcome::RetryAfter>(outcome).wait.count());
    }
    CHECK(waits == std::vector<qint64>{1000, 4000, 16000});
    CHECK(std::holds_alternative<outcome::Accepted>(channel.send(text(u"hola"_s))));
}

TEST_CASE("a file is uploaded once and sent by its id") {
    QTemporaryDir folder;
    QFile file(folder.filePath(u"carta.pdf"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("%PDF-1.4 carta");
    file.close();
    int sends = 0;
    test::ScriptedServer server([&](const ScriptedRequest& request) {
        if (request.target.contains("/media")) {
            return answer(200, R"({"id":"2423"})");
        }
        return ++sends == 1 ? answer(400, R"({"error":{"code":131016}})") : accepted(sends);
    });
    Channel channel(server.url());
    OutgoingMessage message = text(u"La carta"_s);
    message.media = Attachment{};
    message.media->name = u"carta.pdf"_s;
    message.media->mime = u"application/pdf"_s;
    message.mediaPath = file.fileName();
    CHECK(std::holds_alternative<outcome::RetryAfter>(channel.send(message)));
    CHECK(std::holds_alternative<outcome::Accepted>(channel.send(message)));
    CHECK(server.count("/media") == 1);
    const ScriptedRequest& upload = server.requests().front();
    for (const char* part : {"name=\"messaging_product\"", "name=\"type\"", "application/pdf",
                             "filename=\"carta.pdf\"", "%PDF-1.4 carta"}) {
        CAPTURE(part);
        CHECK(upload.body.contains(part));
    }
    const QJsonObject document =
        json(server.requests().back().body).value(u"document"_s).toObject();
    CHECK(document.value(u"id"_s).toString() == u"2423"_s);

    message.clientReference = u"ref-2"_s;
    message.mediaPath = folder.filePath(u"missing"_s);
    CHECK(channel.send(message) == SendOutcome(outcome::Rejected{u"media.file_missing"_s, {}}));
}

TEST_CASE("media come in two steps and are compared with their digest") {
    const QByteArray bytes(5000, 'j');
    const QByteArray digest = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    QTemporaryDir folder;
    QByteArray url;
    QByteArray announced = digest;
    int fileStatus = 200;
    test::ScriptedServer server([&](const ScriptedRequest& request) {
        if (request.target.startsWith("/file")) {
            return answer(fileStatus, fileStatus == 200 ? bytes : QByteArray("<html>"));
        }
        if (request.target.contains("/404")) {
            return answer(400, R"({"error":{"code":100,"error_subcode":33}})");
        }
        return answer(200, "{\"url\":\"" + url + "\",\"mime_type\":\"image/jpeg\",\"sha256\":\""
                               + announced + "\",\"file_size\":5000}");
    });
    url = server.url().toEncoded() + "/file?mid=1";
    Channel channel(server.url());
    Attachment image;
    image.type = AttachmentType::Image;
    image.id = u"2423"_s;
    image.sha256 = QString::fromLatin1(digest);
    const QString path = folder.filePath(u"image"_s);

    auto fetched = channel.fetch(image, path);
    REQUIRE(fetched.has_value());
    CHECK(fetched->size == 5000);
    CHECK(fetched->mime == u"image/jpeg"_s);
    QFile kept(path);
    REQUIRE(kept.open(QIODevice::ReadOnly));
    CHECK(kept.readAll() == bytes);
    kept.close();
    CHECK(server.requests().back().headers.value("authorization") == "Bearer " + kToken);
    CHECK(server.requests().front().target.contains("phone_number_id=106000000000001"));

    CHECK(channel.fetch(image, path, 4999).error().id == u"media.too_large"_s);
    announced = QByteArray(64, 'a');
    CHECK(channel.fetch(image, path).error().id == u"media.damaged"_s);
    CHECK_FALSE(QFile::exists(path));
    announced = digest;
    fileStatus = 404; // the address has died: the next try asks for a new one
    fetched = channel.fetch(image, path);
    CHECK(fetched.error().id == u"media.not_now"_s);
    CHECK(fetched.error().kind == ErrorKind::Network);
    image.id = u"404"_s;
    CHECK(channel.fetch(image, path).error().kind == ErrorKind::NotFound);

    image.id = u"2423"_s;
    const qsizetype before = server.requests().size();
    for (const QByteArray& stranger :
         {QByteArray("https://evil.test/x"), QByteArray("http://169.254.169.254/x"),
          QByteArray("file:///etc/passwd"), QByteArray()}) {
        url = stranger;
        CHECK(channel.fetch(image, path).error().id == u"media.host_refused"_s);
    }
    CHECK(server.requests().size() == before + 4); // the nodes only
    CHECK_FALSE(QFile::exists(path));
}

TEST_CASE("media redirects off the list are not followed") {
    QTemporaryDir folder;
    test::ScriptedServer server([](const ScriptedRequest& request) {
        ScriptedAnswer made = answer(200, "{\"url\":\"http://" + request.headers.value("host")
                                              + "/file\",\"file_size\":5}");
        if (request.target.startsWith("/file")) {
            made.status = 302;
            made.headers = "Location: http://169.254.169.254/latest/meta-data\r\n";
        }
        return made;
    });
    Channel channel(server.url());
    Attachment image;
    image.id = u"1"_s;
    const auto fetched = channel.fetch(image, folder.filePath(u"image"_s));
    REQUIRE_FALSE(fetched.has_value());
    CHECK(fetched.error().id == u"media.host_refused"_s);
}

TEST_CASE("the start looks at the number and learns the catalogue's names") {
    test::ScriptedServer server([](const ScriptedRequest& request) {
        if (request.target.contains("/products")) {
            return request.target.contains("after=c1")
                       ? answer(
                           200,
                           R"({"data":[{"retailer_id":"B","name":"Beta"}],"paging":{"cursors":{"after":"c2"}}})")
                       : answer(
                           200,
                           R"({"data":[{"retailer_id":"A","name":"Alfa"},{"retailer_id":"X"}],"paging":{"cursors":{"after":"c1"},"next":"https://x"}})");
        }
        if (request.target.contains("subscribed_apps")) {
            return answer(200, R"({"data":[]})");
        }
        return answer(
            200,
            R"({"id":"106000000000001","display_phone_number":"+1 555-000-1111","verified_name":"Fonda"})");
    });
    Channel channel(server.url(),
                    {{u"catalog_id"_s, u"194"_s}, {u"waba_id"_s, u"102000000000001"_s}});
    channel.connector->start(std::nullopt);
    REQUIRE(waitUntil([&] { return channel.products.size() == 2 && !channel.facts.isEmpty(); }));
    CHECK(channel.products.value(u"B"_s) == u"Beta"_s);
    CHECK(channel.accountSeen == kNumber);
    CHECK(channel.facts.value(u"link_name"_s).toString() == u"15550001111"_s);
    CHECK(channel.reported(connect::CallKind::Account, std::nullopt));
    // No app is subscribed: nothing can arrive, though every call works.
    REQUIRE(waitUntil(
        [&] { return channel.reported(connect::CallKind::Receive, FailureClass::Silent); }));

    bool stopped = false;
    QObject::connect(channel.connector.get(), &connect::Connector::stopped, channel.connector.get(),
                     [&] { stopped = true; });
    channel.connector->stop();
    CHECK(waitUntil([&] { return stopped; }));
}

TEST_CASE("a stop ends every call, and says which may have arrived") {
    test::ScriptedServer server([](const ScriptedRequest&) {
        ScriptedAnswer made;
        made.way = ScriptedAnswer::Way::Hang;
        return made;
    });
    Channel channel(server.url());
    std::vector<SendOutcome> outcomes;
    const auto keep = [&](const SendOutcome& outcome) { outcomes.push_back(outcome); };
    channel.connector->send(text(u"hola"_s), keep);
    REQUIRE(waitUntil([&] { return server.requests().size() == 1; }));
    channel.connector->stop();
    REQUIRE(outcomes.size() == 1);
    CHECK(outcomes[0] == SendOutcome(outcome::Unsure{u"send.no_answer"_s}));
    channel.connector->send(text(u"tarde"_s), keep);
    REQUIRE(waitUntil([&] { return outcomes.size() == 2; }));
    CHECK(std::holds_alternative<outcome::RetryAfter>(outcomes[1]));
    CHECK(server.requests().size() == 1);
}

TEST_CASE("what arrives is read whole and handed on, other numbers' events too") {
    test::ScriptedServer server([](const ScriptedRequest&) { return answer(200, "{}"); });
    Channel channel(server.url());
    QFile file(QStringLiteral(COMANDA_SOURCE_DIR) + u"/tests/fixtures/whatsapp/batch.json"_s);
    REQUIRE(file.open(QIODevice::ReadOnly));
    Delivery delivery;
    delivery.body = file.readAll();
    delivery.source = u"webhook"_s;
    int stored = 0;
    channel.connector->deliver(delivery, [&](const Result<>& result) {
        CHECK(result.has_value());
        ++stored;
    });
    CHECK(stored == 1);
    CHECK(channel.deliveries == std::vector<Delivery>{delivery});
    CHECK(std::any_of(channel.events.begin(), channel.events.end(), [](const Event& event) {
        return event.account == u"106000000000002"_s && event.kind == EventKind::Message;
    }));
    // Typing has to name the customer's last message to this number.
    channel.connector->typing(u"CO.4400000000000000017"_s);
    channel.connector->typing(u"nobody"_s);
    channel.connector->markRead(u"CO.4400000000000000017"_s, u"wamid.B1"_s);
    REQUIRE(waitUntil([&] { return server.requests().size() == 2; }));
    QByteArray both = server.requests()[0].body + server.requests()[1].body;
    CHECK(both.contains("\"message_id\":\"wamid.B2\""));
    CHECK(both.contains("typing_indicator"));
    CHECK(both.contains("\"message_id\":\"wamid.B1\""));
}

TEST_CASE("the set-up page's test tells what is wrong") {
    int status = 200;
    test::ScriptedServer server([&](const ScriptedRequest& request) {
        if (status != 200) {
            return answer(status, R"({"error":{"code":190,"message":"expired"}})");
        }
        return request.target.contains("subscribed_apps")
                   ? answer(200, R"({"data":[]})")
                   : answer(
                       200,
                       R"({"id":"106000000000001","verified_name":"Fonda","is_on_biz_app":true})");
    });
    Channel channel(server.url(), {{u"waba_id"_s, u"102"_s}});
    std::optional<Result<AccountCheck>> result;
    const auto keep = [&](const Result<AccountCheck>& check) { result = check; };
    channel.connector->check(keep);
    REQUIRE(waitUntil([&] { return result.has_value(); }));
    REQUIRE(result->has_value());
    CHECK((*result)->name == u"Fonda"_s);
    CHECK((*result)->warnings
          == QStringList{u"whatsapp.on_biz_app"_s, u"whatsapp.not_subscribed"_s});
    status = 401;
    result.reset();
    channel.connector->check(keep);
    REQUIRE(waitUntil([&] { return result.has_value(); }));
    REQUIRE_FALSE(result->has_value());
    CHECK(result->error().kind == ErrorKind::Auth);
    CHECK_FALSE(result->error().detail.contains(QString::fromLatin1(kToken)));
}
