#include "core/security/sealing.h"
#include "tests/support/catch.h"

#include <set>

using namespace comanda;
using namespace comanda::security;

TEST_CASE("A sealed row opens with its key and its place only", "[security][sealing]") {
    const Secret key(randomBytes(kKeyBytes));
    for (const QByteArray& plain : {QByteArray(), QByteArray("token"), randomBytes(100'000)}) {
        const QByteArray sealed = seal(key, plain, "secret|a|1");
        CHECK(open(key, sealed, "secret|a|1").value() == plain);
        CHECK_FALSE(open(key, sealed, "secret|b|1"));
        CHECK_FALSE(open(Secret(randomBytes(kKeyBytes)), sealed, "secret|a|1"));
        CHECK_FALSE(open(Secret("short"), sealed, "secret|a|1"));
    }
}

TEST_CASE("Every changed bit and every truncation of a sealed row is refused",
          "[security][sealing]") {
    const Secret key(randomBytes(kKeyBytes));
    const QByteArray sealed = seal(key, "a token", "place");
    for (qsizetype i = 0; i < sealed.size(); ++i) {
        QByteArray changed = sealed;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        CHECK_FALSE(open(key, changed, "place"));
        CHECK_FALSE(open(key, sealed.left(i), "place"));
    }
}

TEST_CASE("Sealing twice never gives the same bytes", "[security][sealing]") {
    const Secret key(randomBytes(kKeyBytes));
    std::set<QByteArray> seen;
    for (int i = 0; i < 1000; ++i) {
        seen.insert(seal(key, "same", "place"));
    }
    CHECK(seen.size() == 1000);
}

TEST_CASE("A body sealed to a hub opens with its private key only", "[security][sealing]") {
    const KeyPair hub = newKeyPair();
    const KeyPair other = newKeyPair();
    CHECK(publicKeyOf(hub.privateKey).value() == hub.publicKey);
    const QByteArray body = R"({"entry":[]})";
    const QByteArray sealed = sealTo(hub.publicKey, body, "17").value();
    CHECK_FALSE(sealed.contains("entry"));
    CHECK(openWith(hub, sealed, "17").value() == body);
    CHECK_FALSE(openWith(hub, sealed, "18"));
    CHECK_FALSE(openWith(other, sealed, "17"));
    for (qsizetype i = 0; i < sealed.size(); ++i) {
        QByteArray changed = sealed;
        changed[i] = static_cast<char>(changed[i] ^ 0x40);
        CHECK_FALSE(openWith(hub, changed, "17"));
        CHECK_FALSE(openWith(hub, sealed.left(i), "17"));
    }
}

TEST_CASE("Public keys that give no secret are refused", "[security][sealing]") {
    CHECK_FALSE(sealTo(QByteArray(32, '\0'), "body", "1")); // a point of low order
    CHECK_FALSE(sealTo("too short", "body", "1"));
    CHECK_FALSE(publicKeyOf(Secret("too short")));
}
