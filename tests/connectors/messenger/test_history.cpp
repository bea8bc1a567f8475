// What the reader makes of an answer of the Conversations API.
#include "core/connectors/messaging/history.h"
#include "core/connectors/messenger/read.h"
#include "tests/support/catch.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace comanda;
using namespace Qt::StringLiterals;

namespace {

const QString kPage = u"200000000000001"_s;

QByteArray answer(const QByteArray& messages) {
    return R"({"data":[{"id":"t_1","updated_time":"2026-07-12T19:11:07+0000",)"
           R"("messages":{"data":[)"
           + messages + "]}}]}";
}

QByteArray fromAna(const QByteArray& rest) {
    return R"({"id":"m_IN1","created_time":"2026-07-12T19:11:07+0000",)"
           R"("from":{"name":"Ana","id":"7000000000000001"},)"
           R"("to":{"data":[{"name":"Fonda","id":"200000000000001"}]},)"
           + rest + '}';
}

Event onlyEvent(const QByteArray& body) {
    const Events events = messenger::read(body, kPage);
    REQUIRE(events.size() == 1);
    return events.front();
}

} // namespace

TEST_CASE("a message of the Conversations API has the key that its webhook would have") {
    const Event event = onlyEvent(answer(fromAna(R"("message":"¿abren hoy?")")));
    CHECK(event.kind == EventKind::Message);
    CHECK(event.eventKey == u"m:m_IN1"_s);
    CHECK(event.account == kPage);
    CHECK(event.conversationKey == u"7000000000000001"_s);
    CHECK(event.ids.value(u"psid"_s) == u"7000000000000001"_s);
    CHECK(event.senderName == u"Ana"_s);
    CHECK(event.text == u"¿abren hoy?"_s);
    CHECK(event.direction == Direction::In);
    CHECK(event.timestamp == fromIso(u"2026-07-12T19:11:07Z"));
    CHECK_FALSE(event.history);
}

TEST_CASE("what we said is told by the Conversations API as ours") {
    const Event event = onlyEvent(
        answer(R"({"id":"m_OUT1","created_time":"2026-07-12T19:12:07+0000","message":"sí",)"
               R"("from":{"id":200000000000001},"to":{"data":[{"id":7000000000000001}]}})"));
    CHECK(event.direction == Direction::Out);
    CHECK(event.conversationKey == u"7000000000000001"_s);
    CHECK(event.clientReference.isEmpty());
}

TEST_CASE("files, stickers and quotes of the Conversations API are read") {
    const Event event = onlyEvent(answer(fromAna(
        R"("message":"","attachments":{"data":[)"
        R"({"id":"1","mime_type":"image/jpeg","image_data":{"url":"https://x.fbcdn.net/1.jpg"}},)"
        R"({"id":"2","mime_type":"application/pdf","name":"a.pdf","file_url":"https://cdn.fbsbx.com/a"}]},)"
        R"("sticker":"https://x.fbcdn.net/s.png","reply_to":{"mid":"m_OUT1"})")));
    REQUIRE(event.attachments.size() == 3);
    CHECK(event.attachments[0].type == AttachmentType::Image);
    CHECK(event.attachments[0].url == u"https://x.fbcdn.net/1.jpg"_s);
    CHECK(event.attachments[1].type == AttachmentType::File);
    CHECK(event.attachments[1].name == u"a.pdf"_s);
    CHECK(event.attachments[2].type == AttachmentType::Sticker);
    CHECK(event.replyTo == u"m_OUT1"_s);
}

TEST_CASE("older messages, of which only the id is told, are understood and show nothing") {
    const Event event =
        onlyEvent(answer(R"({"id":"m_OLD","created_time":"2026-01-12T19:11:07+0000"})"));
    CHECK(event.kind == EventKind::Ignored);
    CHECK_FALSE(event.eventKey.isEmpty());
}

TEST_CASE("broken parts of the Conversations API take no neighbour along") {
    const QByteArray good = fromAna(R"("message":"hola")");
    const Events events = messenger::read(answer("7," + good + ",{},null"), kPage);
    CHECK(events.size() == 4);
    int read = 0;
    for (const Event& event : events) {
        read += event.kind == EventKind::Message ? 1 : 0;
    }
    CHECK(read == 1);
    const Event stranger = onlyEvent(
        answer(R"({"id":"m_X","from":{"id":"1"},"to":{"data":[{"id":"2"}]},"message":"x"})"));
    CHECK(stranger.kind == EventKind::Ignored);
    CHECK(stranger.eventKey.isEmpty()); // nobody knows who is the customer
    for (const QByteArray& body :
         {QByteArray(R"({"data":[]})"), QByteArray(R"({"data":[3]})"),
          QByteArray(R"({"data":[{"messages":{"data":[[]]}}]})"), QByteArray(R"({"data":{}})")}) {
        CHECK(messenger::read(body, kPage).size() == 1);
    }
}

TEST_CASE("of an answer only what is new is brought in, and never its address of the next page") {
    const QByteArray body = answer(
        fromAna(R"("message":"nuevo")") + ','
        + R"({"id":"m_IN0","created_time":"2026-07-11T19:11:07+0000","message":"viejo",)"
          R"("from":{"id":"7000000000000001"},"to":{"data":[{"id":"200000000000001"}]}},)"
          R"({"id":"m_OUT9","created_time":"2026-07-12T19:11:08+0000","message":"recién dicho",)"
          R"("from":{"id":"200000000000001"},"to":{"data":[{"id":"7000000000000001"}]}})");
    const QJsonArray some = messaging::messagesBetween(QJsonDocument::fromJson(body).object(),
                                                       kPage, *fromIso(u"2026-07-12T19:00:00Z"),
                                                       *fromIso(u"2026-07-12T19:11:00Z"));
    REQUIRE(some.size() == 1);
    const QJsonArray messages = some.first()[u"messages"][u"data"].toArray();
    REQUIRE(messages.size() == 1);
    CHECK(messages.first()[u"message"].toString() == u"nuevo"_s);
    CHECK(messaging::messagesBetween(QJsonDocument::fromJson(body).object(), kPage,
                                     *fromIso(u"2026-07-13T00:00:00Z"), Time::max())
              .isEmpty());
}

TEST_CASE("an echo of an earlier part of ours names the message that it belongs to") {
    const auto echo = [](const QByteArray& metadata) {
        const Events events = messenger::read(
            R"({"object":"page","entry":[{"id":"200000000000001","messaging":[)"
            R"({"sender":{"id":"200000000000001"},"recipient":{"id":"7000000000000001"},)"
            R"("timestamp":1773500001000,"message":{"mid":"m_1","text":"a","is_echo":true,"metadata":")"
                + metadata + R"("}}]}]})",
            kPage);
        REQUIRE(events.size() == 1);
        return events.front();
    };
    CHECK(echo("ref-1#2").partOf == u"ref-1"_s);
    CHECK(echo("ref-1#2").clientReference == u"ref-1#2"_s);
    CHECK(echo("ref-1").partOf.isEmpty());
    CHECK(echo("order #7b").partOf.isEmpty());
}
