#include "core/security/keychain.h"
#include "tests/support/catch.h"

using namespace comanda;
using namespace Qt::StringLiterals;

// Nothing can answer at that address: what a machine without a keychain is like.
TEST_CASE("A keychain that is not there says so, to a program without a loop as well",
          "[security][keychain]") {
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    const auto words = security::readKeychainWordsNow(u"no such entry"_s);
    REQUIRE_FALSE(words);
    CHECK(words.error().id == u"keychain.unavailable"_s);
    const auto again = security::readKeychainWordsNow(u"no such entry"_s); // the first is over
    REQUIRE_FALSE(again);
    CHECK(again.error().id == u"keychain.unavailable"_s);
}
