// What leaves: bodies for the send endpoint, calls of the Graph API.
#include "core/connectors/graph/call.h"
#include "core/connectors/graph/digest.h"
#include "core/connectors/whatsapp/write.h"
#include "tests/support/catch.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace comanda;
using namespace comanda::whatsapp;
using namespace Qt::StringLiterals;

namespace {

OutgoingMessage toPhone(const QString& text) {
    OutgoingMessage message;
    message.conversationKey = u"15557770001"_s;
    message.text = text;
    message.clientReference = u"ref-1"_s;
    return message;
}

QByteArray line(const QJsonObject& json) {
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::vector<QJsonObject> written(const OutgoingMessage& message,
                                 const std::optional<graph::UploadedFile>& file = {}) {
    const auto parts = write(message, file);
    REQUIRE(parts.has_value());
    return *parts;
}

graph::UploadedFile uploaded(const QString& mime) {
    return {u"77"_s, {u"/tmp/carta.pdf"_s, u"carta.pdf"_s, mime, 10}};
}

} // namespace

TEST_CASE("a text is one body with quote and reference") {
    OutgoingMessage message = toPhone(u"Listo a las 19:30"_s);
    message.replyTo = u"wamid.T1"_s;
    const auto parts = written(message);
    REQUIRE(parts.size() == 1);
    CHECK(
        line(parts[0])
        == R"({"biz_opaque_callback_data":"ref-1","context":{"message_id":"wamid.T1"},)"
           R"("messaging_product":"whatsapp","recipient_type":"individual",)"
           R"("text":{"body":"Listo a las 19:30","preview_url":false},"to":"15557770001","type":"text"})");
}

TEST_CASE("the recipient is the number, else the business-scoped id") {
    struct Row {
        QString key;
        QMap<QString, QString> ids;
        QString to, recipient, error;
    };
    const std::vector<Row> rows{
        {u"15557770001"_s, {}, u"15557770001"_s, {}, {}},
        {u"CO.440017"_s, {}, {}, u"CO.440017"_s, {}},
        {u"CO.440017"_s, {{u"phone"_s, u"+57 300"_s}}, u"57300"_s, {}, {}},
        {u"CO.440017"_s, {{u"bsuid"_s, u"CO.440099"_s}}, {}, u"CO.440017"_s, {}},
        {{}, {{u"bsuid"_s, u"CO.440099"_s}}, {}, u"CO.440099"_s, {}},
        {{}, {}, {}, {}, u"whatsapp.no_recipient"_s},
        {u"Y2FwaV9ncm91cDo="_s, {}, {}, {}, u"whatsapp.group_read_only"_s},
    };
    for (const Row& row : rows) {
        CAPTURE(row.key);
        OutgoingMessage message = toPhone(u"hola"_s);
        message.conversationKey = row.key;
        message.ids = row.ids;
        const auto parts = write(message, std::nullopt);
        if (!row.error.isEmpty()) {
            REQUIRE_FALSE(parts.has_value());
            CHECK(parts.error().id == row.error);
            continue;
        }
        REQUIRE(parts.has_value());
        CHECK(parts->front().value(u"to"_s).toString() == row.to);
        CHECK(parts->front().value(u"recipient"_s).toString() == row.recipient);
        CHECK(parts->front().contains(u"to"_s) != parts->front().contains(u"recipient"_s));
    }
}

TEST_CASE("what the platform cannot do is refused before it is asked") {
    OutgoingMessage edit = toPhone(u"mejor"_s);
    edit.editOf = u"wamid.OUT1"_s;
    CHECK(write(edit, std::nullopt).error().id == u"whatsapp.cannot_edit"_s);
    OutgoingMessage deletion = toPhone({});
    deletion.deleteOf = u"wamid.OUT1"_s;
    CHECK(write(deletion, std::nullopt).error().id == u"whatsapp.cannot_delete"_s);
    CHECK(write(toPhone({}), std::nullopt).error().id == u"send.empty"_s);
}

TEST_CASE("long texts are cut without losing more than blanks, and only the last part carries the "
          "reference") {
    const QString family = u"\U0001F468\u200D\U0001F469\u200D\U0001F467"_s; // one grapheme
    const QString texts[]{QString(4096, u'a'),
                          QString(4097, u'a'),
                          QString(u"palabra "_s).repeated(2000),
                          family.repeated(3000),
                          QString(u"\U0001F35D"_s).repeated(4096),
                          u"e"_s + QString(9000, QChar(0x0301))};
    for (const QString& text : texts) {
        OutgoingMessage message = toPhone(text);
        message.replyTo = u"wamid.T1"_s;
        const auto parts = written(message);
        QString joined;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const QString body = parts[i].value(u"text"_s).toObject().value(u"body"_s).toString();
            CHECK(body.toUcs4().size() <= kTextMax);
            CHECK(body.toUtf8() == QString::fromUtf8(body.toUtf8()).toUtf8());
            CHECK_FALSE(body.front().isLowSurrogate());
            const bool last = i + 1 == parts.size();
            CHECK(parts[i].value(u"biz_opaque_callback_data"_s).toString()
                  == (last ? u"ref-1"_s : u"ref-1#%1"_s.arg(i + 1)));
            CHECK(parts[i].contains(u"context"_s) == (i == 0));
            joined += body;
        }
        CHECK(joined.remove(u' ') == QString(text).remove(u' '));
    }
    CHECK(written(toPhone(texts[0])).size() == 1);
    CHECK(written(toPhone(texts[1])).size() == 2);
    CHECK(written(toPhone(texts[4])).size() == 1); // code points, not UTF-16 units
}

TEST_CASE("buttons that fit are buttons, what fits no list either is numbered choices") {
    OutgoingMessage message = toPhone(u"¿Confirma?"_s);
    message.buttons = {{u"yes:41"_s, u"Sí"_s}, {u"no:41"_s, u"No"_s}};
    CHECK(line(written(message)[0].value(u"interactive"_s).toObject())
          == QByteArray(
              R"({"action":{"buttons":[{"reply":{"id":"yes:41","title":"S)"
              "\xC3\xAD"
              R"("},"type":"reply"},{"reply":{"id":"no:41","title":"No"},"type":"reply"}]},)"
              R"("body":{"text":")"
              "\xC2\xBF"
              R"(Confirma?"},"type":"button"})"));

    const auto becomesText = [&](std::vector<Button> buttons, const QString& expected) {
        OutgoingMessage changed = message;
        changed.buttons = std::move(buttons);
        const auto parts = written(changed);
        REQUIRE(parts.size() == 1);
        CHECK(parts[0].value(u"text"_s).toObject().value(u"body"_s).toString() == expected);
    };
    becomesText({{u"a"_s, u"un título demasiado largo"_s}},
                u"¿Confirma?\n\n1. un título demasiado largo"_s);
    becomesText({{u"a"_s, u"A"_s}, {u"b"_s, u"A"_s}}, u"¿Confirma?\n\n1. A\n2. A"_s);
    becomesText({{u"a"_s, u"A"_s}, {u"a"_s, u"B"_s}}, u"¿Confirma?\n\n1. A\n2. B"_s);
    becomesText({{u" a"_s, u"A"_s}}, u"¿Confirma?\n\n1. A"_s);
    becomesText({{{}, u"A"_s}}, u"¿Confirma?\n\n1. A"_s);
    message.text = QString(1025, u'x');
    becomesText({{u"a"_s, u"A"_s}}, QString(1025, u'x') + u"\n\n1. A"_s);
}

TEST_CASE("media go by what the platform can play") {
    CHECK(mediaKind(u"image/jpeg"_s, 1000) == MediaKind::Image);
    const auto refusal = [](const QString& mime, qint64 size) {
        const auto kind = mediaKind(mime, size);
        return kind ? QString() : kind.error().id;
    };
    CHECK(refusal(u"image/jpeg"_s, 6'000'000) == u"whatsapp.picture_too_large"_s);
    CHECK(refusal(u"video/mp4"_s, 17'000'000) == u"whatsapp.video_too_large"_s);
    CHECK(refusal(u"image/webp"_s, 1000) == u"whatsapp.file_kind"_s);
    CHECK(refusal(u"application/pdf"_s, 100'000'001) == u"media.too_large"_s);
    CHECK(mediaKind({}, 1000) == MediaKind::Document);
    CHECK(mediaKind(u"Audio/OGG; codecs=opus"_s, 1000) == MediaKind::Audio);
    CHECK(mediaKind(u"video/mp4"_s, 1000) == MediaKind::Video);
    CHECK(mediaKind(u"application/pdf"_s, 1000) == MediaKind::Document);

    OutgoingMessage message = toPhone(u"La carta"_s);
    Attachment file;
    file.name = u"carta.pdf"_s;
    message.media = file;
    message.mediaPath = u"/tmp/carta.pdf"_s;
    auto parts = written(message, uploaded(u"application/pdf"_s));
    REQUIRE(parts.size() == 1);
    CHECK(line(parts[0].value(u"document"_s).toObject())
          == R"({"caption":"La carta","filename":"carta.pdf","id":"77"})");

    message.media->voice = true;
    parts = written(message, uploaded(u"audio/ogg"_s));
    REQUIRE(parts.size() == 2); // sound has no caption
    CHECK(line(parts[0].value(u"audio"_s).toObject()) == R"({"id":"77","voice":true})");
    CHECK(parts[0].value(u"biz_opaque_callback_data"_s).toString() == u"ref-1#1"_s);
    CHECK(parts[1].value(u"type"_s).toString() == u"text"_s);

    message.text = QString(1025, u'x');
    parts = written(message, uploaded(u"image/jpeg"_s));
    REQUIRE(parts.size() == 2);
    CHECK(line(parts[0].value(u"image"_s).toObject()) == R"({"id":"77"})");
}

TEST_CASE("reactions, places, read marks and typing") {
    OutgoingMessage reaction = toPhone({});
    reaction.reactionTo = u"wamid.T1"_s;
    CHECK(line(written(reaction)[0].value(u"reaction"_s).toObject())
          == R"({"emoji":"","message_id":"wamid.T1"})");
    OutgoingMessage place = toPhone({});
    place.media = Attachment{};
    place.media->type = AttachmentType::Location;
    place.media->latitude = 4.5;
    place.media->longitude = -74.25;
    place.media->title = u"Fonda"_s;
    CHECK(line(written(place)[0].value(u"location"_s).toObject())
          == R"({"latitude":4.5,"longitude":-74.25,"name":"Fonda"})");
    CHECK(line(writeRead(u"wamid.T1"_s))
          == R"({"message_id":"wamid.T1","messaging_product":"whatsapp","status":"read"})");
    CHECK(writeTyping(u"wamid.T1"_s).value(u"typing_indicator"_s).toObject().value(u"type"_s)
          == u"text"_s);
}

TEST_CASE("a Graph call carries the token in its header and the proof in its query") {
    const graph::Endpoint endpoint{QUrl(u"https://graph.example.test/proxy/"_s), u"v25.0"_s};
    const net::HttpRequest request =
        graph::get(endpoint, u"106/x"_s, {{u"fields"_s, u"id,name"_s}, {u"after"_s, u"a+b&c="_s}},
                   Secret("EAAGsimtoken"), "483b08");
    CHECK(
        request.url.toString(QUrl::FullyEncoded)
        == u"https://graph.example.test/proxy/v25.0/106/x?fields=id,name&after=a%2Bb%26c%3D&appsecret_proof=483b08"_s);
    CHECK(request.headers.front()
          == std::pair<QByteArray, QByteArray>("Authorization", "Bearer EAAGsimtoken"));
    CHECK_FALSE(request.url.toString().contains(u"EAAG"_s));
    CHECK(graph::get(endpoint, u"106"_s, {}, Secret("t"), {}).url.query().isEmpty());
}

TEST_CASE("media are asked only where the token may go") {
    const QUrl base(u"http://127.0.0.1:8443"_s);
    struct Row {
        QString url;
        bool allowed;
    };
    const std::vector<Row> rows{
        {u"https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1"_s, true},
        {u"https://scontent.xx.fbcdn.net/a.jpg"_s, true},
        {u"https://mmg.whatsapp.net/a"_s, true},
        {u"http://127.0.0.1:8443/media/1"_s, true},
        {u"http://127.0.0.1:9000/media/1"_s, false},
        {u"https://127.0.0.1:8443/media/1"_s, false},
        {u"http://lookaside.fbsbx.com/a"_s, false},
        {u"https://lookaside.fbsbx.com:8443/a"_s, false},
        {u"https://lookaside.fbsbx.com.evil.test/a"_s, false},
        {u"https://evilfbcdn.net/a"_s, false},
        {u"https://me@lookaside.fbsbx.com/a"_s, false},
        {u"http://169.254.169.254/latest/meta-data"_s, false},
        {u"file:///etc/passwd"_s, false},
        {{}, false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.url);
        CHECK(graph::isMediaUrl(QUrl(row.url), base) == row.allowed);
    }
}

TEST_CASE("a digest is understood in hex and in base64") {
    const QString hex = u"9b4e2915fd8445d6a8a53c859063c0d3e6d7de2f986367588151703a00cb4832"_s;
    CHECK(graph::digestHex(hex) == hex);
    CHECK(graph::digestHex(hex.toUpper()) == hex);
    CHECK(graph::digestHex(u"m04pFf2ERdaopTyFkGPA0+bX3i+YY2dYgVFwOgDLSDI="_s) == hex);
    CHECK(graph::digestHex(u"m04pFf2ERdaopTyFkGPA0-bX3i-YY2dYgVFwOgDLSDI"_s) == hex);
    CHECK(graph::digestHex(u"abc="_s).isEmpty());
    CHECK(graph::digestHex({}).isEmpty());
}
