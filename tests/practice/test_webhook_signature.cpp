// The bytes that Meta signs, by the published example.
#include "app/practice/webhook_sender.h"
#include "tests/support/catch.h"

using comanda::practice::asciiEscaped;
using comanda::practice::signatureOf;

TEST_CASE("webhooks are signed over ASCII-escaped bytes") {
    const QByteArray utf8 = R"({"object":"page","entry":[{"id":"1","time":1,"messaging":)"
                            R"([{"message":{"text":"äöå 🍕 a/b me@x.io"}}]}]})";
    const QByteArray wire =
        R"({"object":"page","entry":[{"id":"1","time":1,"messaging":)"
        R"([{"message":{"text":"\u00e4\u00f6\u00e5 \ud83c\udf55 a\/b me\u0040x.io"}}]}]})";
    REQUIRE(wire.size() == 134);
    CHECK(asciiEscaped(utf8) == wire);
    CHECK(signatureOf(wire, "sim_app_secret")
          == "sha256=06eb79ce25bfa2201aae7e88b5fecb44983cb475bb815f01f383c036c034141a");
    CHECK(signatureOf({}, "sim_app_secret")
          == "sha256=f3e8a6d4006bad57e8fffead9eae63a0ec85617928720b400c38b5a90ae30c44");
    CHECK(signatureOf("hello world", "sesame")
          == "sha256=f39034b29165ec6a5104d9aef27266484ab26c8caa7bca8bcb2dd02e8be61b17");
    // UTF-8 on the wire would be another signature: receivers must hash bytes, not objects.
    CHECK(signatureOf(utf8, "sim_app_secret") != signatureOf(wire, "sim_app_secret"));
}
