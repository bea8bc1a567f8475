// What the reader makes of a page's webhooks; the shapes stand in tests/fixtures/facebook.
#include "core/connectors/facebook/read.h"
#include "tests/support/golden.h"

#include <set>

using namespace comanda;
using namespace comanda::test;
using namespace Qt::StringLiterals;

namespace {

const QString kPage = u"310000000000007"_s;
const Reader kReader{Platform::Facebook, facebook::read, kPage};

Events readItem(const QByteArray& value) {
    return facebook::read(R"({"object":"page","entry":[{"id":"310000000000007","time":1781000000,)"
                          R"("changes":[{"field":"feed","value":)"
                              + value + "}]}]}",
                          kPage);
}

} // namespace

TEST_CASE("Facebook payloads are read as the golden files say") {
    REQUIRE(fixturesOf(kReader).size() >= 17);
    checkGolden(kReader);
}

TEST_CASE("write the golden files of Facebook", "[.golden]") {
    writeGolden(kReader);
}

TEST_CASE("every truncation of a Facebook payload keeps what is whole and says once what is not") {
    checkTruncations(kReader);
}

TEST_CASE("any value of a Facebook payload may be of any type") {
    const int read = checkAnyType(kReader, {"\"value\":",
                                            "\"item\":",
                                            "\"verb\":",
                                            "\"from\":",
                                            "\"id\":",
                                            "\"name\":",
                                            "\"post_id\":",
                                            "\"comment_id\":",
                                            "\"parent_id\":",
                                            "\"created_time\":",
                                            "\"edited_time\":",
                                            "\"message\":",
                                            "\"photo\":",
                                            "\"attachment\":",
                                            "\"media\":",
                                            "\"target\":",
                                            "\"reaction_type\":",
                                            "\"changes\":",
                                            "\"field\":",
                                            "\"sender_id\":"});
    CHECK(read > 500);
}

TEST_CASE("what happens twice to a comment has two keys, what comes twice has one") {
    const QByteArray comment = R"({"item":"comment","post_id":"310000000000007_1",)"
                               R"("comment_id":"1_2","from":{"id":"9"},"created_time":1781000000,)";
    const QByteArray reaction =
        R"({"item":"reaction","post_id":"310000000000007_1",)"
        R"("comment_id":"1_2","from":{"id":"9"},"created_time":1781000000,)";
    const QList<QByteArray> items{
        comment + R"("verb":"add","message":"a"})",
        comment + R"("verb":"edited","edited_time":1781000001,"message":"b"})",
        comment + R"("verb":"edited","edited_time":1781000002,"message":"c"})",
        comment + R"("verb":"hide"})",
        comment + R"("verb":"unhide"})",
        comment + R"("verb":"remove"})",
        reaction + R"("verb":"add","reaction_type":"love"})",
        reaction + R"("verb":"edit","reaction_type":"wow"})",
        reaction + R"("verb":"edit","reaction_type":"haha"})",
        reaction + R"("verb":"remove","reaction_type":"haha"})",
    };
    std::set<QString> keys;
    for (const QByteArray& item : items) {
        const Events once = readItem(item);
        REQUIRE(once.size() == 1);
        CHECK(readItem(item) == once);
        CHECK_FALSE(once.front().eventKey.isEmpty());
        keys.insert(once.front().eventKey);
    }
    CHECK(keys.size() == static_cast<std::size_t>(items.size()));
}

TEST_CASE("two edits that do not say when are two, for they were told at two times") {
    const QByteArray edit = R"("changes":[{"field":"feed","value":{"item":"comment",)"
                            R"("verb":"edited","post_id":"1_2","comment_id":"2_3",)"
                            R"("created_time":1781000000,"message":"x"}}]}]})";
    const QByteArray head = R"({"object":"page","entry":[{"id":"1","time":)";
    const Events first = facebook::read(head + "1781000007," + edit, kPage);
    const Events second = facebook::read(head + "1781000008," + edit, kPage);
    REQUIRE(first.size() == 1);
    REQUIRE(second.size() == 1);
    CHECK(first.front().eventKey == u"e:2_3:1781000007"_s);
    CHECK(second.front().eventKey == u"e:2_3:1781000008"_s);
    CHECK_FALSE(first.front().timestamp.has_value());
}

TEST_CASE("what the page itself does is never a customer's") {
    for (const QByteArray& author : {QByteArray(R"("from":{"id":"310000000000007"})"),
                                     QByteArray(R"("from":{"id":310000000000007})"),
                                     QByteArray(R"("sender_id":310000000000007)")}) {
        CAPTURE(author.toStdString());
        for (const QByteArray& what :
             {QByteArray(R"("item":"comment","verb":"add","comment_id":"1_2","message":"x")"),
              QByteArray(R"("item":"comment","verb":"edited","comment_id":"1_2","message":"x")"),
              QByteArray(R"("item":"comment","verb":"remove","comment_id":"1_2")"),
              QByteArray(R"("item":"reaction","verb":"add","reaction_type":"like")")}) {
            const Events events =
                readItem("{" + author + "," + what + R"(,"post_id":"310000000000007_1"})");
            REQUIRE(events.size() == 1);
            CHECK(events.front().direction == Direction::Out);
            CHECK(events.front().ids.isEmpty());
        }
        const Events post =
            readItem("{" + author + R"(,"item":"status","verb":"add","post_id":"p"})");
        REQUIRE(post.size() == 1);
        CHECK(post.front().kind == EventKind::Ignored);
        CHECK_FALSE(post.front().eventKey.isEmpty());
    }
}

TEST_CASE("parts of other platforms are named, not read") {
    const Events events = readFixture(kReader, u"other_fields"_s);
    const auto foreign = std::count_if(events.begin(), events.end(), [](const Event& event) {
        return event.platform == Platform::Messenger && event.eventKey.isEmpty();
    });
    CHECK(foreign == 3);
}

TEST_CASE("a comment with bytes that are no UTF-8 loses one character") {
    const Events events = readItem("{\"item\":\"comment\",\"verb\":\"add\",\"post_id\":\"1_2\","
                                   "\"comment_id\":\"2_3\",\"message\":\"dos \xC3\x28 tres\"}");
    REQUIRE(events.size() == 1);
    CHECK(events.front().kind == EventKind::Comment);
    CHECK(events.front().text == u"dos \uFFFD( tres"_s);
}

TEST_CASE("a batch of a thousand comments, good and bad, gives the good ones") {
    QByteArray body = R"({"object":"page","entry":[{"id":"310000000000007","time":1,"changes":[)";
    for (int i = 0; i < 1000; ++i) {
        body += i % 10 == 9 ? QByteArray("{\"field\":\"feed\",\"value\":17}")
                            : R"({"field":"feed","value":{"item":"comment","verb":"add",)"
                              R"("post_id":"310000000000007_1","message":"n","comment_id":"1_)"
                                  + QByteArray::number(i) + "\"}}";
        body += i == 999 ? "" : ",";
    }
    body += "]}]}";
    const Events events = facebook::read(body, kPage);
    REQUIRE(events.size() == 1000);
    CHECK(std::count_if(events.begin(), events.end(),
                        [](const Event& event) { return event.kind == EventKind::Comment; })
          == 900);
}
