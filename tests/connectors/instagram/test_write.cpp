// What leaves for Instagram: the bodies of its calls, where they are not Messenger's.
#include "core/connectors/instagram/manner.h"
#include "tests/support/catch.h"

#include <QJsonDocument>

using namespace comanda;
using namespace Qt::StringLiterals;
using instagram::kByLogin;
using instagram::kByPage;

namespace {

OutgoingMessage toAna(const QString& text) {
    OutgoingMessage message;
    message.conversationKey = u"8000000000000001"_s;
    message.text = text;
    message.clientReference = u"ref-1"_s;
    return message;
}

QByteArray line(const QJsonObject& json) {
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::vector<QJsonObject> written(const OutgoingMessage& message) {
    const auto parts = messaging::write(kByPage, message, {});
    REQUIRE(parts.has_value());
    return *parts;
}

} // namespace

TEST_CASE("a text for Instagram is nothing but recipient and text") {
    OutgoingMessage message = toAna(u"Sí, hasta las 22"_s);
    message.replyTo = u"ig1"_s;
    CHECK(line(written(message).front())
          == R"({"message":{"text":"Sí, hasta las 22"},"recipient":{"id":"8000000000000001"}})");
    message.humanAgent = true;
    CHECK(written(message).front().value(u"tag"_s).toString() == u"HUMAN_AGENT"_s);
}

TEST_CASE("texts for Instagram are cut by bytes, and no sign is cut in two") {
    const QString text = QString(400, u'ñ') + u"\U0001F355"_s.repeated(120);
    QString all;
    for (const QJsonObject& part : written(toAna(text))) {
        const QString piece = part.value(u"message"_s)[u"text"].toString();
        CHECK(piece.toUtf8().size() <= 1000);
        CHECK_FALSE(piece.contains(QChar::ReplacementCharacter));
        all += piece;
    }
    CHECK(all == text);
}

TEST_CASE("a reaction on Instagram is an action, and can be taken back") {
    OutgoingMessage message = toAna({});
    message.reactionTo = u"ig1"_s;
    message.reaction = u"\u2764\uFE0F"_s;
    CHECK(line(written(message).front())
          == R"({"payload":{"message_id":"ig1","reaction":"love"},)"
             R"("recipient":{"id":"8000000000000001"},"sender_action":"react"})");
    message.reaction.clear();
    CHECK(line(written(message).front())
          == R"({"payload":{"message_id":"ig1"},)"
             R"("recipient":{"id":"8000000000000001"},"sender_action":"unreact"})");
}

TEST_CASE("files that Instagram does not take are refused before they are uploaded") {
    struct Row {
        const messaging::Manner& manner;
        QString mime;
        qint64 size;
        QString type, why;
    };
    constexpr qint64 kMegabyte = 1024 * 1024;
    for (const Row& row :
         {Row{kByPage, u"image/jpeg"_s, 8 * kMegabyte, u"image"_s, {}},
          Row{kByPage, u"IMAGE/PNG; x=1"_s, 1, u"image"_s, {}},
          Row{kByPage, u"image/jpeg"_s, 8 * kMegabyte + 1, {}, u"instagram.picture_too_large"_s},
          Row{kByPage, u"image/webp"_s, 1, {}, u"instagram.file_kind"_s},
          Row{kByPage, u"video/mp4"_s, 25 * kMegabyte, u"video"_s, {}},
          Row{kByPage, u"video/mp4"_s, 25 * kMegabyte + 1, {}, u"meta.file_too_large"_s},
          Row{kByPage, u"application/pdf"_s, 1, u"file"_s, {}},
          Row{kByPage, u"application/zip"_s, 1, {}, u"instagram.file_kind"_s},
          Row{kByLogin, u"image/gif"_s, 1, u"image"_s, {}},
          Row{kByLogin, u"video/mp4"_s, 1, {}, u"instagram.pictures_only"_s},
          Row{kByLogin, u"application/pdf"_s, 1, {}, u"instagram.pictures_only"_s}}) {
        CAPTURE(row.mime, row.size);
        const Result<QString> type = messaging::fileType(row.manner, row.mime, row.size);
        CHECK(type.value_or(QString()) == row.type);
        CHECK((type ? QString() : type.error().id) == row.why);
    }
    const graph::SendFile file{u"/tmp/a.png"_s, u"a.png"_s, u"image/png"_s, 1};
    CHECK(messaging::uploadForm(kByPage, file)->at(1).value == "instagram");
    CHECK(messaging::uploadForm(kByLogin, file)->size() == 2);
}
