// A signal-cli that we start ourselves, played by a script of the shell.
#include "tests/connectors/signal/harness.h"

#include <QFile>

using namespace comanda;
using namespace Qt::StringLiterals;
using test::SignalHarness;
using test::waitUntil;

namespace {

// Tells one message and answers every call.
const QByteArray kWorks = R"(#!/bin/sh
echo "$@" > "$0.args"
echo '{"jsonrpc":"2.0","method":"receive","params":{"account":"+573001112233","envelope":{"sourceUuid":"3f0c1c2e-1111-4222-8333-0123456789ab","timestamp":1790000000123,"dataMessage":{"timestamp":1790000000123,"message":"hola"}}}}'
while read -r line; do
    id=${line#*\"id\":\"}
    id=${id%%\"*}
    case $line in
    *listAccounts*) answer='"error":{"code":-32601,"message":"Method not implemented"}' ;;
    *version*) answer='"result":{"version":"0.14.6"}' ;;
    *) answer='"result":{"timestamp":1790000004000,"results":[{"type":"SUCCESS"}]}' ;;
    esac
    echo "{\"jsonrpc\":\"2.0\",\"id\":\"$id\",$answer}"
done
echo ended > "$0.ended"
)";

struct Child {
    explicit Child(const QByteArray& script) {
        path = folder.filePath(u"signal-cli"_s);
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(script);
        file.close();
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    [[nodiscard]] QByteArray wrote(const QString& suffix) const {
        QFile file(path + suffix);
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
    }

    QTemporaryDir folder;
    QString path;
};

} // namespace

TEST_CASE("A child is started, spoken to, and ends with the channel") {
    const Child child(kWorks);
    SignalHarness harness(u"child"_s, child.path);
    const auto checked = harness.check();
    REQUIRE(checked);
    CHECK(checked->facts.value(u"version"_s).toString() == u"0.14.6"_s);
    CHECK(child.wrote(u".args"_s) == "-a +573001112233 jsonRpc --receive-mode=manual");

    harness.start();
    CHECK(child.wrote(u".args"_s) == "-a +573001112233 jsonRpc");
    REQUIRE(harness.hears(u"hola"_s));
    const QString ended = harness.end(u"3f0c1c2e-1111-4222-8333-0123456789ab"_s, u"sí"_s);
    CHECK(ended == u"accepted +573001112233:1790000004000"_s);
    harness.stop();
}

TEST_CASE("Why a child ends or waits is told by what it says") {
    struct Case {
        const char* script;
        const char* id;
    };
    const Case cases[]{
        {"#!/bin/sh\necho '[403] Authorization failed! (AccountCheckException)' >&2\nexit 2\n",
         "signal.not_linked"},
        {"#!/bin/sh\necho 'User +573001112233 is not registered.' >&2\nexit 1\n",
         "signal.not_linked"},
        {"#!/bin/sh\necho 'Config file is in use by another instance, waiting...' >&2\ncat\n",
         "signal.in_use"},
        {"#!/bin/sh\nexit 3\n", "signal.daemon_gone"},
    };
    for (const Case& one : cases) {
        CAPTURE(one.id);
        const Child child(one.script);
        SignalHarness harness(u"child"_s, child.path);
        harness.connector->start(std::nullopt);
        CHECK(waitUntil([&] { return harness.saw(QString::fromLatin1(one.id)); }));
        harness.stop();
    }
}
