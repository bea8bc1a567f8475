#include "core/security/keychain.h"
#include "tests/support/catch.h"

using namespace comanda;
using namespace Qt::StringLiterals;

TEST_CASE("A keychain that is not there says so, to a program without a loop as well") {
    // No session bus and no keychain's own socket: nothing can answer.
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    const auto words = security::readKeychainWordsNow(u"no such entry"_s);
    REQUIRE_FALSE(words);
    CHECK(
        (words.error().id == u"keychain.unavailable" || words.error().id == u"keychain.no_entry"));
}
