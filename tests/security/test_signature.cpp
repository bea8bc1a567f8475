#include "core/security/signature.h"
#include "tests/support/catch.h"

using namespace comanda;
using namespace comanda::security;

namespace {
const QByteArray kBody =
    R"({"object":"page","entry":[{"id":"1","time":1,"messaging":[{"message":{"text":"\u00e4\u00f6\u00e5 \ud83c\udf55 a\/b me\u0040x.io"}}]}]})";
}

TEST_CASE("A webhook's signature covers its raw bytes", "[security][signature]") {
    const Secret secret("sim_app_secret");
    const QByteArray good =
        "sha256=06eb79ce25bfa2201aae7e88b5fecb44983cb475bb815f01f383c036c034141a";
    struct Case {
        const char* what;
        QByteArray header;
        QByteArray body;
        std::vector<Secret> secrets;
        int match;
    };
    const std::vector<Case> cases{
        {"right", good, kBody, {secret}, 0},
        {"right with the second secret", good, kBody, {Secret("old"), secret}, 1},
        {"an empty secret never matches", good, kBody, {Secret()}, -1},
        {"no secret configured", good, kBody, {}, -1},
        {"missing header", "", kBody, {secret}, -1},
        {"too short", good.chopped(1), kBody, {secret}, -1},
        {"too long", good + "0", kBody, {secret}, -1},
        {"upper case", good.toUpper(), kBody, {secret}, -1},
        {"another algorithm", "sha1=" + good.mid(7), kBody, {secret}, -1},
        {"another body", good, kBody + " ", {secret}, -1},
        {"re-serialised body", good, QByteArray(kBody).replace("\\/", "/"), {secret}, -1},
        {"second vector",
         "sha256=f39034b29165ec6a5104d9aef27266484ab26c8caa7bca8bcb2dd02e8be61b17",
         "hello world",
         {Secret("sesame")},
         0},
        {"empty body",
         "sha256=f3e8a6d4006bad57e8fffead9eae63a0ec85617928720b400c38b5a90ae30c44",
         "",
         {secret},
         0},
    };
    for (const Case& c : cases) {
        CAPTURE(c.what);
        CHECK(matchHubSignature(c.header, c.body, c.secrets) == c.match);
    }
}

TEST_CASE("The proof of a token is its keyed hash", "[security][signature]") {
    CHECK(appSecretProof(Secret("sim_app_secret"), Secret("EAAGsimtoken"))
          == "483b081c83bb78a3552ea97905936aea7e17a3ea9125845233c82ef0bd85b234");
}
