// What the channel of a page does beside carrying messages: it asks who writes, and takes over a
// conversation that another app has.
#include "core/connectors/messenger/module.h"
#include "tests/connectors/messaging/channel.h"
#include "tests/connectors/whatsapp/scripted_server.h"

#include <QJsonDocument>

using namespace comanda;
using namespace Qt::StringLiterals;
using test::ScriptedAnswer;
using test::ScriptedRequest;
using test::waitUntil;

namespace {

const QString kPage = u"200000000000001"_s;
const QString kAna = u"7000000000000001"_s;

ScriptedAnswer answer(int status, const QByteArray& body) {
    ScriptedAnswer made;
    made.status = status;
    made.body = body;
    return made;
}

struct Page {
    explicit Page(test::ScriptedServer::Script script)
        : server(std::move(script)),
          channel(messenger::module(),
                  {{u"page_id"_s, kPage}, {u"api_base_url"_s, server.url().toString()}},
                  "EAAGsimtoken", clock) {}

    void write(const QByteArray& person, const QByteArray& mid) {
        channel.deliver(R"({"object":"page","entry":[{"id":"200000000000001","messaging":[)"
                        R"({"sender":{"id":")"
                        + person
                        + R"("},"recipient":{"id":"200000000000001"},"timestamp":1773500001000,)"
                          R"("message":{"mid":")"
                        + mid + R"(","text":"hola"}}]}]})");
    }

    [[nodiscard]] static OutgoingMessage toAna(const QString& words) {
        OutgoingMessage message;
        message.conversationKey = kAna;
        message.ids.insert(u"psid"_s, kAna);
        message.text = words;
        message.clientReference = u"ref:"_s + words;
        return message;
    }

    SystemClock clock;
    test::ScriptedServer server;
    test::MessagingChannel channel;
};

} // namespace

TEST_CASE("who writes on Messenger is asked once, and told as the platform tells it") {
    Page page([](const ScriptedRequest& request) {
        return request.target.contains("7000000000000002")
                   ? answer(400, R"({"error":{"code":100,"error_subcode":2018218}})")
                   : answer(200,
                            R"({"first_name":"Ana","last_name":"Díaz","id":"7000000000000001"})");
    });
    page.write("7000000000000002", "m_1"); // of whom the platform tells nothing
    page.write("7000000000000001", "m_2");
    page.write("7000000000000001", "m_3");
    const Event* told =
        page.channel.await([](const Event& event) { return event.senderName == u"Ana Díaz"_s; });
    REQUIRE(told != nullptr);
    CHECK(told->kind == EventKind::Ignored);
    CHECK(told->conversationKey == kAna);
    CHECK(told->ids == QMap<QString, QString>{{u"psid"_s, kAna}});
    CHECK_FALSE(told->eventKey.isEmpty());
    CHECK(page.channel.count(u"profile"_s) == 1);
    CHECK(page.server.count("/7000000000000001?") == 1);
    CHECK(page.server.count("/7000000000000002?") == 1);
    CHECK(page.server.count("first_name") == 2);
}

TEST_CASE("a conversation that another app has is taken over before the answer leaves") {
    int sends = 0;
    Page page([&](const ScriptedRequest& request) {
        if (request.target.contains("take_thread_control")) {
            return answer(200, R"({"success":true})");
        }
        return ++sends == 1
                   ? answer(400, R"({"error":{"code":10,"error_subcode":2018300}})")
                   : answer(200, R"({"recipient_id":"7000000000000001","message_id":"m_OUT"})");
    });
    CHECK(page.channel.send(Page::toAna(u"ya va"_s)) == SendOutcome(outcome::Accepted{u"m_OUT"_s}));
    CHECK(sends == 2);
    REQUIRE(page.server.count("/200000000000001/take_thread_control") == 1);
    const auto& requests = page.server.requests();
    const auto taken =
        std::find_if(requests.begin(), requests.end(), [](const ScriptedRequest& request) {
            return request.target.contains("take_thread_control");
        });
    CHECK(taken->method == "POST");
    CHECK(QJsonDocument::fromJson(taken->body).object().value(u"recipient"_s)
          == QJsonObject{{u"id"_s, kAna}});
}

TEST_CASE("where a conversation may not be taken over the answer waits, and says for whom") {
    int sends = 0;
    Page page([&](const ScriptedRequest& request) {
        sends += request.target.contains("/messages") ? 1 : 0;
        return request.target.contains("take_thread_control")
                   ? answer(400, R"({"error":{"code":10,"message":"not the primary receiver"}})")
                   : answer(400, R"({"error":{"code":100,"error_subcode":2018300}})");
    });
    const SendOutcome outcome = page.channel.send(Page::toAna(u"ya va"_s));
    const auto* waits = std::get_if<outcome::RetryAfter>(&outcome);
    REQUIRE(waits != nullptr);
    CHECK(waits->why == u"graph.thread_elsewhere"_s);
    CHECK_FALSE(waits->wholeChannel);
    CHECK(sends == 1); // nothing is said twice
}
