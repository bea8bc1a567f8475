// What leaves for Messenger: the bodies of its calls.
#include "core/connectors/messenger/manner.h"
#include "tests/support/catch.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace comanda;
using namespace Qt::StringLiterals;
using messenger::kManner;

namespace {

OutgoingMessage toAna(const QString& text) {
    OutgoingMessage message;
    message.conversationKey = u"7000000000000001"_s;
    message.ids = {{u"psid"_s, u"7000000000000001"_s}};
    message.text = text;
    message.clientReference = u"ref-1"_s;
    return message;
}

QByteArray line(const QJsonObject& json) {
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::vector<QJsonObject> written(const OutgoingMessage& message,
                                 const std::optional<graph::UploadedFile>& file = {}) {
    const auto parts = messaging::write(kManner, message, file);
    REQUIRE(parts.has_value());
    return *parts;
}

QJsonObject messageOf(const QJsonObject& body) {
    return body.value(u"message"_s).toObject();
}

std::vector<Button> buttons(int count, const QString& title = u"Sí"_s) {
    std::vector<Button> all;
    for (int i = 0; i < count; ++i) {
        all.push_back({u"pay:%1"_s.arg(i), title});
    }
    return all;
}

} // namespace

TEST_CASE("a text for Messenger says that it answers, what it quotes and our reference") {
    OutgoingMessage message = toAna(u"Listo a las 19:30"_s);
    message.replyTo = u"m_IN1"_s;
    const auto parts = written(message);
    REQUIRE(parts.size() == 1);
    CHECK(line(parts[0])
          == R"({"message":{"metadata":"ref-1","text":"Listo a las 19:30"},)"
             R"("messaging_type":"RESPONSE","recipient":{"id":"7000000000000001"},)"
             R"("reply_to":{"mid":"m_IN1"}})");
}

TEST_CASE("what a person writes after a day goes to Messenger with its tag") {
    OutgoingMessage message = toAna(u"Perdón por la espera"_s);
    message.humanAgent = true;
    const QJsonObject body = written(message).front();
    CHECK(body.value(u"messaging_type"_s).toString() == u"MESSAGE_TAG"_s);
    CHECK(body.value(u"tag"_s).toString() == u"HUMAN_AGENT"_s);
}

TEST_CASE("a long text for Messenger leaves in parts below 2000, and only the last is the whole") {
    OutgoingMessage message = toAna(QString(3000, u'a') + u"\U0001F355"_s);
    message.replyTo = u"m_IN1"_s;
    message.buttons = buttons(2);
    const auto parts = written(message);
    REQUIRE(parts.size() == 2);
    QString all;
    for (const QJsonObject& part : parts) {
        const QString text = messageOf(part).value(u"text"_s).toString();
        CHECK(text.size() < 2000);
        all += text;
    }
    CHECK(all == message.text);
    CHECK(messageOf(parts[0]).value(u"metadata"_s).toString() == u"ref-1#1"_s);
    CHECK(messageOf(parts[1]).value(u"metadata"_s).toString() == u"ref-1"_s);
    CHECK(parts[0].contains(u"reply_to"_s));
    CHECK_FALSE(parts[1].contains(u"reply_to"_s));
    CHECK_FALSE(messageOf(parts[0]).contains(u"quick_replies"_s));
    CHECK(messageOf(parts[1]).value(u"quick_replies"_s).toArray().size() == 2);
}

TEST_CASE("buttons become quick replies where they fit, else they are written out") {
    OutgoingMessage message = toAna(u"¿Confirma?"_s);
    message.buttons = buttons(13);
    const QJsonArray replies =
        messageOf(written(message).front()).value(u"quick_replies"_s).toArray();
    REQUIRE(replies.size() == 13);
    CHECK(line(replies.first().toObject())
          == R"({"content_type":"text","payload":"pay:0","title":"Sí"})");
    for (const auto& tooMuch : {buttons(14), buttons(1, QString(21, u'x')), buttons(1, {})}) {
        message.buttons = tooMuch;
        const QJsonObject content = messageOf(written(message).front());
        CHECK_FALSE(content.contains(u"quick_replies"_s));
        CHECK(content.value(u"text"_s).toString().startsWith(u"¿Confirma?\n\n1."_s));
    }
}

TEST_CASE("a file for Messenger goes by its id, and its text behind it") {
    OutgoingMessage message = toAna(u"La carta"_s);
    message.media = Attachment{};
    const graph::UploadedFile file{u"1857"_s,
                                   {u"/tmp/carta.pdf"_s, u"carta.pdf"_s, u"application/pdf"_s, 10}};
    const auto parts = written(message, file);
    REQUIRE(parts.size() == 2);
    CHECK(line(messageOf(parts[0]))
          == R"({"attachment":{"payload":{"attachment_id":"1857"},"type":"file"},)"
             R"("metadata":"ref-1#1"})");
    CHECK(messageOf(parts[1]).value(u"text"_s).toString() == u"La carta"_s);
}

TEST_CASE("a place is told to Messenger in words") {
    OutgoingMessage message = toAna({});
    message.media = Attachment{};
    message.media->type = AttachmentType::Location;
    message.media->title = u"Fonda"_s;
    message.media->latitude = 4.65;
    message.media->longitude = -74.1;
    CHECK(messageOf(written(message).front()).value(u"text"_s).toString()
          == u"Fonda\nhttps://maps.google.com/?q=4.650000,-74.100000"_s);
}

TEST_CASE("an upload for Messenger names its kind, and what is too large is refused before") {
    const auto form =
        messaging::uploadForm(kManner, {u"/tmp/foto.jpg"_s, u"foto.jpg"_s, u"image/jpeg"_s, 100});
    REQUIRE(form.has_value());
    REQUIRE(form->size() == 2);
    CHECK(form->front().name == "message");
    CHECK(form->front().value
          == R"({"attachment":{"payload":{"is_reusable":true},"type":"image"}})");
    CHECK(form->back().name == "filedata");
    CHECK(form->back().contentType == "image/jpeg");
    const auto refused = messaging::uploadForm(
        kManner, {u"/tmp/x"_s, u"x"_s, u"video/mp4"_s, 25LL * 1024 * 1024 + 1});
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().kind == ErrorKind::Rejected);
    CHECK(refused.error().id == u"meta.file_too_large"_s);
}

TEST_CASE("what Messenger has no call for is refused in words") {
    const auto why = [](const OutgoingMessage& message) {
        const auto parts = messaging::write(kManner, message, {});
        REQUIRE_FALSE(parts.has_value());
        CHECK(parts.error().kind == ErrorKind::Invalid);
        return parts.error().id;
    };
    OutgoingMessage message = toAna(u"x"_s);
    message.editOf = u"m_OUT1"_s;
    CHECK(why(message) == u"meta.cannot_edit"_s);
    message = toAna({});
    message.deleteOf = u"m_OUT1"_s;
    CHECK(why(message) == u"meta.cannot_delete"_s);
    message = toAna({});
    message.reactionTo = u"m_IN1"_s;
    message.reaction = u"\U0001F44D"_s;
    CHECK(why(message) == u"meta.cannot_react"_s);
    CHECK(why(toAna({})) == u"send.empty"_s);
    message = toAna(u"x"_s);
    message.conversationKey.clear();
    CHECK(why(message) == u"meta.no_recipient"_s);
}

TEST_CASE("whoever came by a plug-in on a website is written to by its reference") {
    OutgoingMessage message = toAna(u"hola"_s);
    message.conversationKey = u"ref-123"_s;
    message.ids = {{u"user_ref"_s, u"ref-123"_s}};
    CHECK(line(written(message).front().value(u"recipient"_s).toObject())
          == R"({"user_ref":"ref-123"})");
}
