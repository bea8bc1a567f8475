#include "core/security/sealing.h"
#include "core/security/vault.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QTemporaryDir>

#include <sstream>

using namespace comanda;
using namespace comanda::security;
using namespace Qt::StringLiterals;

namespace {
const ScryptCost kCheap{1 << 10, 8, 1}; // the real cost would take half a second a try
}

TEST_CASE("A passphrase unwraps the data key, another does not", "[security][vault]") {
    const Secret dataKey(randomBytes(kKeyBytes));
    const QJsonObject wrapped =
        wrapWithPassphrase(dataKey, Secret("arepa con queso"), kCheap).value();
    CHECK(unwrapWithPassphrase(wrapped, Secret("arepa con queso")).value() == dataKey);
    const auto wrong = unwrapWithPassphrase(wrapped, Secret("arepa sin queso"));
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().id == u"vault.wrong_passphrase"_s);
}

TEST_CASE("The default cost is the one that is advised, and OpenSSL takes it",
          "[security][vault]") {
    const Secret dataKey(randomBytes(kKeyBytes));
    const QJsonObject wrapped = wrapWithPassphrase(dataKey, Secret("x")).value();
    CHECK(wrapped.value(u"n"_s).toInteger() == 131072);
    CHECK(unwrapWithPassphrase(wrapped, Secret("x")).value() == dataKey);
}

TEST_CASE("A hostile wrapping cannot take the machine's memory", "[security][vault]") {
    QJsonObject wrapped = wrapWithPassphrase(Secret(randomBytes(32)), Secret("x"), kCheap).value();
    for (const auto& [key, value] :
         {std::pair{"n", qint64(1) << 40}, {"r", 1 << 30}, {"p", 1 << 20}, {"n", 0}}) {
        QJsonObject hostile = wrapped;
        hostile.insert(QLatin1StringView(key), value);
        CHECK_FALSE(unwrapWithPassphrase(hostile, Secret("x")));
    }
    CHECK_FALSE(unwrapWithPassphrase({}, Secret("x")));
}

TEST_CASE("A key that cannot be wrapped is an error, not an empty wrapping", "[security][vault]") {
    const ScryptCost tooMuch{std::uint64_t{1} << 40, 8, 1};
    const auto wrapped = wrapWithPassphrase(Secret(randomBytes(32)), Secret("x"), tooMuch);
    REQUIRE_FALSE(wrapped);
    CHECK(wrapped.error().id == u"vault.unreadable"_s);
}

TEST_CASE("A recovery code survives how people copy it", "[security][vault]") {
    const Secret code = newRecoveryCode();
    const QString shown = QString::fromLatin1(code.reveal());
    CHECK(shown.size() == 39);
    CHECK(normalRecoveryCode(shown) == code);
    CHECK(normalRecoveryCode(shown.toLower().remove(u'-')) == code);
    CHECK(normalRecoveryCode(u"  "_s + QString(shown).replace(u'-', u' ')) == code);
    CHECK(normalRecoveryCode(QString(shown).replace(u'0', u'O').replace(u'1', u'l')) == code);
}

TEST_CASE("A key file is its owner's alone", "[security][vault]") {
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"key"_s);
    const Secret key = createKeyFile(path).value();
    CHECK(key.reveal().size() == kKeyBytes);
    CHECK(readKeyFile(path).value() == key);
    CHECK_FALSE(createKeyFile(path)); // never overwritten
    QFile::setPermissions(path, QFile::permissions(path) | QFileDevice::ReadGroup);
    CHECK(readKeyFile(path).error().id == u"vault.file_open"_s);
    CHECK(readKeyFile(dir.filePath(u"none"_s)).error().kind == ErrorKind::NotFound);
}

TEST_CASE("Secrets do not print themselves", "[security][secret]") {
    std::ostringstream stream;
    stream << Secret("EAAGtoken");
    CHECK(stream.str() == "<secret>");
    QString line;
    QDebug(&line) << Secret("EAAGtoken");
    CHECK_FALSE(line.contains(u"EAAG"_s));
}
