// What the reader makes of Instagram's webhooks; the shapes stand in tests/fixtures/instagram.
#include "core/connectors/instagram/read.h"
#include "tests/support/golden.h"

using namespace comanda;
using namespace comanda::test;
using namespace Qt::StringLiterals;

namespace {

const Reader kReader{Platform::Instagram, instagram::read, u"17841455500000007"_s};

} // namespace

TEST_CASE("Instagram payloads are read as the golden files say") {
    REQUIRE(fixturesOf(kReader).size() >= 12);
    checkGolden(kReader);
}

TEST_CASE("write the golden files of Instagram", "[.golden]") {
    writeGolden(kReader);
}

TEST_CASE("every truncation of an Instagram payload keeps what is whole and says what is not") {
    checkTruncations(kReader);
}

TEST_CASE("any value of an Instagram payload may be of any type") {
    const int read = checkAnyType(
        kReader,
        {"\"sender\":",   "\"recipient\":", "\"id\":",          "\"timestamp\":", "\"message\":",
         "\"mid\":",      "\"text\":",      "\"attachments\":", "\"type\":",      "\"payload\":",
         "\"url\":",      "\"story\":",     "\"reply_to\":",    "\"referral\":",  "\"postback\":",
         "\"reaction\":", "\"read\":",      "\"value\":",       "\"from\":",      "\"media\":",
         "\"field\":",    "\"changes\":",   "\"parent_id\":",   "\"username\":",  "\"is_echo\":",
         "\"object\":",   "\"messaging\":", "\"message_edit\":"});
    CHECK(read > 500);
}

TEST_CASE("a comment is read alike from a list of changes and from the entry itself") {
    const QByteArray value =
        R"({"id":"1","from":{"id":"2","username":"ana"},"text":"una","media":{"id":"3"}})";
    const QByteArray head = R"({"object":"instagram","entry":[{"id":"9","time":1773500000,)";
    const Events listed = instagram::read(
        head + R"("changes":[{"field":"comments","value":)" + value + "}]}]}", kReader.account);
    const Events flat =
        instagram::read(head + R"("field":"comments","value":)" + value + "}]}", kReader.account);
    REQUIRE(listed.size() == 1);
    CHECK(listed.front().kind == EventKind::Comment);
    CHECK(listed.front().windowEnds == fromMillis(1'773'500'000'000 + 7 * 86'400'000LL));
    CHECK(listed == flat);
}

TEST_CASE("a message from the Test button is read like one of a conversation") {
    const QByteArray item =
        R"({"sender":{"id":"2"},"recipient":{"id":"9"},"timestamp":"1527459824","message":{"mid":"a","text":"x"}})";
    const QByteArray head = R"({"object":"instagram","entry":[{"id":"9","time":1773500000,)";
    const Events test = instagram::read(
        head + R"("changes":[{"field":"messages","value":)" + item + "}]}]}", kReader.account);
    const Events real = instagram::read(head + R"("messaging":[)" + item + "]}]}", kReader.account);
    REQUIRE(test.size() == 1);
    CHECK(test.front().kind == EventKind::Message);
    CHECK(test.front().timestamp == fromMillis(1'527'459'824'000));
    CHECK(test == real);
}
