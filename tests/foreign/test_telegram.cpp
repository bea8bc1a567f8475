// The connector against a Bot API that somebody else wrote: telegram-test-api from npm. Where that
// one differs from Telegram the test says so; the product makes no exception for it.
#include "core/base/json.h"
#include "tests/connectors/telegram/harness.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QProcess>

#include <cstdio>

using namespace comanda;
using namespace Qt::StringLiterals;
using test::TelegramHarness;
using test::waitUntil;

namespace {

const QByteArray kToken = "7123456789:foreign_peer"; // it takes any
constexpr qint64 kAna = 5551234567;

bool isInstalled() {
    const QString package = QStringLiteral(COMANDA_FOREIGN) + u"/node_modules/telegram-test-api"_s;
    if (QFileInfo::exists(package + u"/package.json"_s)) {
        return true;
    }
    std::fputs("SKIPPED: telegram-test-api is not installed (tests/foreign/install.sh)\n", stderr);
    return false;
}

class ForeignBotApi {
public:
    ForeignBotApi() {
        node_.setProcessChannelMode(QProcess::SeparateChannels);
        node_.start(u"node"_s,
                    {QStringLiteral(COMANDA_SOURCE_DIR) + u"/tests/foreign/telegram_peer.js"_s,
                     QStringLiteral(COMANDA_FOREIGN)});
        REQUIRE(waitUntil(
            [&] { return node_.canReadLine() || node_.state() == QProcess::NotRunning; }));
        const QByteArray port = node_.readLine().trimmed();
        INFO(node_.readAllStandardError().toStdString());
        REQUIRE(port.toInt() > 0);
        base = QUrl(u"http://127.0.0.1:"_s + QString::fromLatin1(port));
    }
    ~ForeignBotApi() {
        node_.closeWriteChannel(); // it ends with us
        if (!node_.waitForFinished(5'000)) {
            node_.kill();
            node_.waitForFinished(5'000);
        }
    }

    // The customers' side of it.
    QJsonObject post(const QString& path, const QJsonObject& body) {
        net::HttpRequest request;
        request.method = "POST";
        request.url = base.resolved(QUrl(path));
        request.headers = {{"Content-Type", "application/json"}};
        request.body = toCompactJson(body);
        std::optional<net::HttpResult> answer;
        client_.send(request, &node_, [&](const net::HttpResult& result) { answer = result; });
        REQUIRE(waitUntil([&] { return answer.has_value(); }));
        REQUIRE(answer->has_value());
        return parseObject((*answer)->body).value_or(QJsonObject());
    }
    void write(const QString& how, const QString& text, const QJsonObject& more = {}) {
        QJsonObject message{{u"botToken"_s, QString::fromLatin1(kToken)},
                            {u"from"_s, ana_},
                            {u"chat"_s, ana_},
                            {u"date"_s, 1'790'000'000},
                            {u"text"_s, text}};
        for (auto it = more.begin(); it != more.end(); ++it) {
            message.insert(it.key(), *it);
        }
        CHECK(post(how, message).value("ok"_L1).toBool());
    }
    void press(const QString& data, qint64 message) {
        const QJsonObject pressed{{u"message_id"_s, message}, {u"chat"_s, ana_}};
        CHECK(post(u"/sendCallback"_s, {{u"botToken"_s, QString::fromLatin1(kToken)},
                                        {u"from"_s, ana_},
                                        {u"message"_s, pressed},
                                        {u"data"_s, data}})
                  .value("ok"_L1)
                  .toBool());
    }
    // What the customer was sent and still sees.
    QStringList inbox() {
        const QJsonObject history =
            post(u"/getUpdatesHistory"_s, {{u"token"_s, QString::fromLatin1(kToken)}});
        QStringList texts;
        for (const QJsonValue entry : history.value("result"_L1).toArray()) {
            const QJsonObject message = entry.toObject().value("message"_L1).toObject();
            if (message.contains("chat_id"_L1)) { // of the bot; a customer's has a chat
                texts << message.value("text"_L1).toString();
            }
        }
        return texts;
    }

    QUrl base;

private:
    QProcess node_;
    net::HttpClient client_;
    QJsonObject ana_{{u"id"_s, kAna},
                     {u"first_name"_s, u"Ana"_s},
                     {u"username"_s, u"anap"_s},
                     {u"type"_s, u"private"_s}};
};

OutgoingMessage toAna(const QString& text) {
    OutgoingMessage message;
    message.conversationKey = QString::number(kAna);
    message.text = text;
    return message;
}

} // namespace

TEST_CASE("A customer and the shop talk through a foreign Bot API") {
    if (!isInstalled()) {
        return;
    }
    ForeignBotApi foreign;
    TelegramHarness shop(foreign.base, kToken);
    shop.connector->start(std::nullopt);
    REQUIRE(waitUntil([&] { return shop.facts.contains("link_name"_L1); }));
    // Its getMe answers for another bot; the account is whose token it is.
    CHECK(shop.facts.value("link_name"_L1).toString() == u"TestNameBot"_s);
    CHECK(shop.accounts == QSet<QString>{u"7123456789"_s});

    foreign.write(u"/sendMessage"_s, u"dos al pastor 🌮 y una coca"_s);
    REQUIRE(waitUntil([&] { return shop.count(u"dos al pastor 🌮 y una coca"_s) == 1; }));
    const Event& order = shop.events.front();
    CHECK(order.kind == EventKind::Message);
    CHECK(order.conversationKey == QString::number(kAna));
    CHECK(order.ids.value(u"username"_s) == u"anap"_s);
    CHECK(order.timestamp == fromMillis(1'790'000'000'000));

    OutgoingMessage question = toAna(u"¿Con todo? <b> _*["_s);
    question.buttons = {{u"o:1:ok"_s, u"Sí"_s}};
    question.replyTo = order.externalId;
    const SendOutcome sent = shop.send(question);
    REQUIRE(std::holds_alternative<outcome::Accepted>(sent));
    const QString id = std::get<outcome::Accepted>(sent).externalId;
    CHECK(id.toLongLong() > 0);
    CHECK(foreign.inbox() == QStringList{u"¿Con todo? <b> _*["_s});

    foreign.press(u"o:1:ok"_s, id.toLongLong());
    REQUIRE(waitUntil([&] { return shop.events.back().kind == EventKind::Postback; }));
    CHECK(shop.events.back().payload == u"o:1:ok"_s);
    CHECK(shop.events.back().targetId == id);

    OutgoingMessage edit = toAna(u"En 20 minutos"_s);
    edit.editOf = id;
    CHECK(std::holds_alternative<outcome::Accepted>(shop.send(edit)));
    CHECK(foreign.inbox() == QStringList{u"En 20 minutos"_s});
    OutgoingMessage removal = toAna({});
    removal.deleteOf = id;
    CHECK(std::holds_alternative<outcome::Accepted>(shop.send(removal)));
    CHECK(foreign.inbox().isEmpty());
    CHECK(std::holds_alternative<outcome::Rejected>(shop.send(removal))); // it is gone
}

TEST_CASE("The table that a customer came from is read from a foreign Bot API") {
    if (!isInstalled()) {
        return;
    }
    ForeignBotApi foreign;
    TelegramHarness shop(foreign.base, kToken);
    shop.connector->start(std::nullopt);
    const QJsonObject command{{u"type"_s, u"bot_command"_s}, {u"offset"_s, 0}, {u"length"_s, 6}};
    foreign.write(u"/sendCommand"_s, u"/start mesa_7"_s, {{u"entities"_s, QJsonArray{command}}});
    REQUIRE(waitUntil([&] { return shop.events.size() == 1; }));
    CHECK(shop.events.front().origin == u"mesa_7"_s);
}

TEST_CASE("What a foreign Bot API cannot do is an outage, never a success and never a bad token") {
    if (!isInstalled()) {
        return;
    }
    ForeignBotApi foreign;
    TelegramHarness shop(foreign.base, kToken);
    shop.connector->start(std::nullopt);
    // It answers HTTP 500 with a body that no Bot API writes.
    OutgoingMessage reaction = toAna({});
    reaction.reactionTo = u"1"_s;
    reaction.reaction = u"👍"_s;
    CHECK(std::get<outcome::RetryAfter>(shop.send(reaction)).why == u"telegram.outage"_s);
    Attachment place{AttachmentType::Location};
    place.latitude = 4.6;
    place.longitude = -74.1;
    OutgoingMessage pin = toAna({});
    pin.media = place;
    CHECK(std::holds_alternative<outcome::Unsure>(shop.send(pin))); // it may have been sent
    CHECK_FALSE(shop.saw(u"telegram.bad_token"_s));

    // Messages many and long: none lost, none doubled, though it marks them as read when asked.
    for (int i = 0; i < 30; ++i) {
        foreign.write(u"/sendMessage"_s, u"n%1 "_s.arg(i) + QString(500, u'ñ'));
    }
    REQUIRE(waitUntil([&] { return shop.events.size() == 30; }));
    CHECK(std::holds_alternative<outcome::Accepted>(shop.send(toAna(QString(9000, u'a')))));
    CHECK(foreign.inbox().size() == 3);
}
