#include "core/base/json.h"
#include "core/connectors/telegram/write.h"
#include "tests/support/catch.h"

#include <QJsonArray>

using namespace comanda;
using namespace Qt::StringLiterals;
using telegram::ApiCall;

namespace {

OutgoingMessage to(const QString& key) {
    OutgoingMessage message;
    message.conversationKey = key;
    return message;
}

OutgoingMessage text(const QString& words) {
    OutgoingMessage message = to(u"5551234567"_s);
    message.text = words;
    return message;
}

std::vector<ApiCall> written(const OutgoingMessage& message, qint64 size = 0) {
    const auto calls = telegram::writeMessage(message, size);
    REQUIRE(calls);
    return *calls;
}

QByteArray json(const ApiCall& call) {
    return toCompactJson(call.parameters);
}

QString refusal(const OutgoingMessage& message) {
    const auto calls = telegram::writeMessage(message);
    REQUIRE_FALSE(calls);
    CHECK(calls.error().kind == ErrorKind::Rejected);
    return calls.error().id;
}

} // namespace

TEST_CASE("What is said becomes the call that Telegram knows") {
    OutgoingMessage full = text(u"¿Confirma? <b> _*["_s);
    full.buttons = {{u"o:812:ok"_s, u"Sí"_s}, {u"o:812:no"_s, u"No"_s}};
    full.replyTo = u"1042"_s;
    OutgoingMessage business = to(u"bQx7:y:5551234567"_s);
    business.text = u"hola"_s;
    OutgoingMessage group = to(u"-1001987654321"_s);
    group.text = u"hola"_s;
    OutgoingMessage reaction = to(u"5"_s);
    reaction.reactionTo = u"9"_s;
    reaction.reaction = u"👍"_s;
    OutgoingMessage noReaction = reaction;
    noReaction.reaction.clear();
    OutgoingMessage edit = text(u"Listo"_s);
    edit.editOf = u"9007199254740993"_s;
    OutgoingMessage removal = to(u"5"_s);
    removal.deleteOf = u"9"_s;
    OutgoingMessage businessRemoval = to(u"b:5"_s);
    businessRemoval.deleteOf = u"9"_s;
    OutgoingMessage place = to(u"5"_s);
    place.media = Attachment{AttachmentType::Location};
    place.media->latitude = 1.5;
    place.media->longitude = -2.5;
    OutgoingMessage venue = place;
    venue.media->title = u"Fonda"_s;
    venue.media->address = u"Calle 1"_s;

    const std::vector<std::tuple<OutgoingMessage, QString, QByteArray>> rows{
        {text(u"hola"_s), u"sendMessage"_s, R"({"chat_id":5551234567,"text":"hola"})"},
        {full, u"sendMessage"_s,
         R"({"chat_id":5551234567,"reply_markup":{"inline_keyboard":[[{"callback_data":"o:812:ok","text":"Sí"}],[{"callback_data":"o:812:no","text":"No"}]]},"reply_parameters":{"allow_sending_without_reply":true,"message_id":1042},"text":"¿Confirma? <b> _*["})"},
        {business, u"sendMessage"_s,
         R"({"business_connection_id":"bQx7:y","chat_id":5551234567,"text":"hola"})"},
        {group, u"sendMessage"_s, R"({"chat_id":-1001987654321,"text":"hola"})"},
        {reaction, u"setMessageReaction"_s,
         R"({"chat_id":5,"message_id":9,"reaction":[{"emoji":"👍","type":"emoji"}]})"},
        {noReaction, u"setMessageReaction"_s, R"({"chat_id":5,"message_id":9,"reaction":[]})"},
        {edit, u"editMessageText"_s,
         R"({"chat_id":5551234567,"message_id":9007199254740993,"text":"Listo"})"},
        {removal, u"deleteMessage"_s, R"({"chat_id":5,"message_id":9})"},
        {businessRemoval, u"deleteBusinessMessages"_s,
         R"({"business_connection_id":"b","message_ids":[9]})"},
        {place, u"sendLocation"_s, R"({"chat_id":5,"latitude":1.5,"longitude":-2.5})"},
        {venue, u"sendVenue"_s,
         R"({"address":"Calle 1","chat_id":5,"latitude":1.5,"longitude":-2.5,"title":"Fonda"})"}};
    for (const auto& [message, method, parameters] : rows) {
        const std::vector<ApiCall> calls = written(message);
        REQUIRE(calls.size() == 1);
        CHECK(calls[0].method == method);
        CHECK(json(calls[0]) == parameters);
        CHECK(calls[0].isRepeatable() == !method.startsWith("send"_L1));
    }
}

TEST_CASE("What Telegram would refuse is refused here") {
    CHECK(refusal(text(u""_s)) == u"telegram.empty"_s);
    CHECK(refusal(text(u" \n\t "_s)) == u"telegram.empty"_s);
    CHECK(refusal(to(u"@name"_s)) == u"telegram.bad_address"_s);
    CHECK(refusal(to(u""_s)) == u"telegram.bad_address"_s);
    OutgoingMessage button = text(u"x"_s);
    button.buttons = {{QString(33, u'ñ'), u"t"_s}}; // 66 bytes
    CHECK(refusal(button) == u"telegram.button_too_long"_s);
    button.buttons = {{QString(), u"t"_s}};
    CHECK(refusal(button) == u"telegram.button_too_long"_s);
    OutgoingMessage edit = text(QString(4097, u'x'));
    edit.editOf = u"1"_s;
    CHECK(refusal(edit) == u"telegram.text_too_long"_s);
    OutgoingMessage reaction = to(u"b:5"_s);
    reaction.reactionTo = u"1"_s;
    CHECK(refusal(reaction) == u"telegram.no_reactions_in_business"_s);
}

TEST_CASE("A file goes out by the method that shows it best, with its caption") {
    struct Row {
        QString mime;
        bool voice;
        qint64 size;
        QString method, field;
    };
    for (const Row& row : {Row{u"image/jpeg"_s, false, 1000, u"sendPhoto"_s, u"photo"_s},
                           Row{u"image/jpeg"_s, false, 11 << 20, u"sendDocument"_s, u"document"_s},
                           Row{u"image/gif"_s, false, 1, u"sendAnimation"_s, u"animation"_s},
                           Row{u"video/mp4"_s, false, 1, u"sendVideo"_s, u"video"_s},
                           Row{u"audio/ogg"_s, true, 1, u"sendVoice"_s, u"voice"_s},
                           Row{u"audio/ogg"_s, false, 1, u"sendDocument"_s, u"document"_s},
                           Row{u"audio/mpeg"_s, false, 1, u"sendAudio"_s, u"audio"_s},
                           Row{u"application/pdf"_s, false, 1, u"sendDocument"_s, u"document"_s},
                           Row{{}, false, 1, u"sendDocument"_s, u"document"_s}}) {
        OutgoingMessage message = text(u"el menú"_s);
        message.media = Attachment{AttachmentType::Image};
        message.media->mime = row.mime;
        message.media->name = u"menú.bin"_s;
        message.media->voice = row.voice;
        message.mediaPath = u"/tmp/x"_s;
        const std::vector<ApiCall> calls = written(message, row.size);
        REQUIRE(calls.size() == 1);
        CHECK(calls[0].method == row.method);
        CHECK(calls[0].fileField == row.field);
        CHECK(calls[0].filePath == u"/tmp/x"_s);
        CHECK(calls[0].fileName == u"menú.bin"_s);
        CHECK(calls[0].parameters.value("caption"_L1).toString() == u"el menú"_s);
    }
    OutgoingMessage longCaption = text(QString(1025, u'c'));
    longCaption.media = Attachment{AttachmentType::Image};
    longCaption.mediaPath = u"/tmp/x"_s;
    longCaption.replyTo = u"3"_s;
    longCaption.buttons = {{u"a"_s, u"A"_s}};
    const std::vector<ApiCall> calls = written(longCaption, 1);
    REQUIRE(calls.size() == 2);
    CHECK_FALSE(calls[0].parameters.contains("caption"_L1));
    CHECK(calls[0].parameters.contains("reply_parameters"_L1)); // on the first
    CHECK_FALSE(calls[0].parameters.contains("reply_markup"_L1));
    CHECK(calls[1].method == u"sendMessage"_s);
    CHECK(calls[1].parameters.contains("reply_markup"_L1)); // on the last
    CHECK_FALSE(calls[1].parameters.contains("reply_parameters"_L1));
}

TEST_CASE("A number and a place are asked for by a keyboard, in words where there is none") {
    OutgoingMessage asking = text(u"¿A qué número y a dónde lo llevamos?"_s);
    asking.asksNumber = true;
    const QJsonObject markup =
        written(asking).back().parameters.value("reply_markup"_L1).toObject();
    const QJsonArray rows = markup.value("keyboard"_L1).toArray();
    REQUIRE(rows.size() == 2);
    CHECK(rows[0][0].toObject().value("request_contact"_L1).toBool());
    CHECK(rows[1][0].toObject().value("request_location"_L1).toBool());
    CHECK(markup.value("one_time_keyboard"_L1).toBool());
    for (const QString& elsewhere : {u"bQx7:5551234567"_s, u"-1001987654321"_s}) {
        asking.conversationKey = elsewhere;
        CHECK_FALSE(written(asking).back().parameters.contains("reply_markup"_L1));
    }
}

TEST_CASE("What was pressed is no message that could be quoted") {
    OutgoingMessage answer = text(u"anotado"_s);
    for (const QString& id : {u"4382958273645510"_s, u"0"_s, u"-3"_s, u"cBAAA"_s, QString()}) {
        CAPTURE(id);
        answer.replyTo = id;
        CHECK_FALSE(written(answer).front().parameters.contains("reply_parameters"_L1));
    }
    answer.replyTo = u"2147483647"_s;
    CHECK(written(answer).front().parameters.contains("reply_parameters"_L1));
}
