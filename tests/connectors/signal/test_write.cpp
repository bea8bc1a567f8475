// What we say, as the daemon has to be asked for it.
#include "core/connectors/signal/write.h"
#include "tests/support/catch.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace comanda;
using namespace Qt::StringLiterals;
using signal::Call;
using signal::writeMessage;

namespace {

const QString kUs = u"+573001112233"_s;
const QString kAna = u"3f0c1c2e-1111-4222-8333-0123456789ab"_s;

OutgoingMessage to(const QString& key, const QString& text = {}) {
    OutgoingMessage message;
    message.conversationKey = key;
    message.text = text;
    return message;
}

// The parameters of the only call, without the account.
QByteArray written(const OutgoingMessage& message, const QString& attachment = {}) {
    const auto calls = writeMessage(kUs, message, attachment);
    if (!calls) {
        return calls.error().id.toUtf8();
    }
    REQUIRE(calls->size() == 1);
    QJsonObject params = calls->front().params;
    CHECK(params.take(u"account"_s).toString() == kUs);
    return calls->front().method.toUtf8() + ' '
           + QJsonDocument(params).toJson(QJsonDocument::Compact);
}

} // namespace

TEST_CASE("A text goes to the uuid, else the number, else the group") {
    CHECK(written(to(kAna, u"Su pedido está listo 🌮"_s)).toStdString()
          == R"(send {"message":"Su pedido está listo 🌮","recipient":[")" + kAna.toStdString()
                 + R"("]})");
    CHECK(written(to(u"+573005556677"_s, u"a"_s))
          == R"(send {"message":"a","recipient":["+573005556677"]})");
    OutgoingMessage known = to(u"+573005556677"_s, u"a"_s);
    known.ids.insert(u"uuid"_s, kAna);
    CHECK(written(known) == "send {\"message\":\"a\",\"recipient\":[\"" + kAna.toUtf8() + "\"]}");
    CHECK(written(to(u"PNI:"_s + kAna, u"a"_s)).contains("\"recipient\":[\"PNI:"));
    CHECK(written(to(u"aGVsbG8gd29ybGQ="_s, u"a"_s))
          == R"(send {"groupId":"aGVsbG8gd29ybGQ=","message":"a"})");
    CHECK(written(to(u"nobody there"_s, u"a"_s)) == "signal.bad_address");
    CHECK(written(to({}, u"a"_s)) == "signal.bad_address");
    CHECK(written(to(kAna, u"  \n"_s)) == "send.empty");
}

TEST_CASE("A quote, an edit, a deletion and a reaction name their message by author and time") {
    OutgoingMessage quote = to(kAna, u"sí"_s);
    quote.replyTo = kAna + u":1790000000123"_s;
    CHECK(written(quote).contains(R"("quoteAuthor":")" + kAna.toUtf8()
                                  + R"(","quoteTimestamp":1790000000123)"));
    quote.replyTo = u"not an id"_s;
    CHECK_FALSE(written(quote).contains("quote"));

    OutgoingMessage edit = to(kAna, u"tres"_s);
    edit.editOf = kUs + u":1790000004000"_s;
    CHECK(written(edit).contains(R"("editTimestamp":1790000004000,"message":"tres")"));
    edit.editOf = kAna + u":1790000004000"_s;
    CHECK(written(edit) == "signal.cannot_edit");
    edit.editOf = kUs + u":1790000004000"_s;
    edit.text = QString(signal::kTextMax + 1, u'a');
    CHECK(written(edit) == "signal.text_too_long");

    OutgoingMessage deletion = to(kAna);
    deletion.deleteOf = kUs + u":1790000004000"_s;
    CHECK(written(deletion).startsWith("remoteDelete {"));
    CHECK(written(deletion).contains(R"("targetTimestamp":1790000004000)"));
    deletion.deleteOf = kAna + u":1790000004000"_s;
    CHECK(written(deletion) == "signal.cannot_delete");

    OutgoingMessage reaction = to(kAna);
    reaction.reactionTo = u"PNI:"_s + kAna + u":1790000000123"_s;
    reaction.reaction = u"❤️"_s;
    CHECK(written(reaction).contains(R"("emoji":"❤️")"));
    CHECK(written(reaction).contains("\"targetAuthor\":\"PNI:" + kAna.toUtf8() + '"'));
    CHECK_FALSE(written(reaction).contains("remove"));
    reaction.reaction.clear();
    CHECK(written(reaction).contains(R"("remove":true)"));
    reaction.reactionTo = u"12"_s;
    CHECK(written(reaction) == "signal.cannot_react");
}

TEST_CASE("A file goes with its words, a voice note as one, a place as words") {
    OutgoingMessage message = to(kAna, u"así"_s);
    message.media = Attachment();
    message.mediaPath = u"/tmp/x"_s;
    CHECK(written(message, u"/tmp/x"_s).contains(R"("attachment":["/tmp/x"],"message":"así")"));
    message.text.clear();
    message.media->voice = true;
    CHECK(written(message, u"/tmp/x"_s).contains(R"("voiceNote":true)"));

    OutgoingMessage place = to(kAna, u"aquí"_s);
    place.media = Attachment();
    place.media->type = AttachmentType::Location;
    place.media->latitude = 4.65;
    place.media->longitude = -74.05;
    CHECK(written(place).contains("aquí\\nhttps://maps.google.com/maps?q=4.650000,-74.050000"));
}

TEST_CASE("A long text leaves in parts, the quote on the first") {
    OutgoingMessage message = to(kAna, QString(2 * signal::kTextMax, u'a'));
    message.replyTo = kAna + u":1790000000123"_s;
    const auto calls = writeMessage(kUs, message, u"/tmp/x"_s);
    REQUIRE(calls);
    REQUIRE(calls->size() == 2);
    CHECK(calls->front().params.contains(u"quoteAuthor"_s));
    CHECK(calls->front().params.contains(u"attachment"_s));
    CHECK_FALSE(calls->back().params.contains(u"quoteAuthor"_s));
    CHECK_FALSE(calls->front().isRepeatable());
}

TEST_CASE("Courtesies") {
    const auto read = signal::writeReadReceipt(kUs, kAna + u":1790000000123"_s);
    REQUIRE(read);
    CHECK(read->params.value(u"recipient"_s).toString() == kAna);
    CHECK(read->params.value(u"targetTimestamp"_s).toArray() == QJsonArray{qint64(1790000000123)});
    CHECK_FALSE(signal::writeReadReceipt(kUs, kUs + u":1790000000123"_s)); // our own
    CHECK_FALSE(signal::writeReadReceipt(kUs, u"x"_s));
    CHECK(signal::writeTyping(kUs, u"aGVsbG8gd29ybGQ="_s)->params.contains(u"groupId"_s));
    CHECK(signal::writeRequest(u"c1"_s, signal::writeVersion())
          == R"({"id":"c1","jsonrpc":"2.0","method":"version"})");
}
