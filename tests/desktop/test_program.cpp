// The desktop program as a session starts and ends it.
#include "core/store/store.h"
#include "core/store/writer.h"
#include "tests/ctl/programs.h"

#include <QFile>
#include <QImage>
#include <QSet>
#include <QTemporaryDir>

#include <csignal>

using namespace comanda::test;
using namespace Qt::StringLiterals;

namespace {

Ran runComanda(const QStringList& arguments) {
    return runToEnd(QStringLiteral(COMANDA), arguments);
}

// The program itself waits two minutes for a complete view, and says so when it gives up.
constexpr auto kPicturePatience = std::chrono::minutes(5);

qsizetype colours(const QImage& picture) {
    QSet<QRgb> seen;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            seen.insert(picture.pixel(x, y));
        }
    }
    return seen.size();
}

std::unique_ptr<comanda::store::Store> openStore(const QTemporaryDir& dir) {
    static const comanda::SystemClock clock;
    comanda::store::StoreConfig place;
    place.path = dir.filePath(u"comanda.db"_s);
    place.dataDir = dir.path();
    auto opened = comanda::store::Store::open(place, comanda::store::Access::Write, clock);
    REQUIRE(opened);
    return std::move(*opened);
}

} // namespace

TEST_CASE("Wrong usage of comanda exits with 2 and says what is wrong", "[desktop]") {
    const std::vector<std::pair<QStringList, QByteArray>> cases{
        {{u"--bogus"_s}, "unknown option --bogus"},
        {{u"--bogus=1"_s}, "unknown option --bogus"},
        {{u"--bogus"_s, u"1"_s}, "unknown option --bogus"},
        {{u"--size"_s}, "--size needs a value"},
        {{u"--size"_s, u"99999x99999"_s}, "at most 16384"},
        {{u"--size"_s, u"1366x16385"_s}, "at most 16384"},
        {{u"--size=1366"_s}, "1366x768"},
        {{u"--screenshot="_s}, "--screenshot needs a value"},
        {{u"--screenshot"_s, u""_s}, "--screenshot needs a value"},
        {{u"--data="_s}, "--data needs a value"},
        {{u"--practice=1"_s}, "unknown option 1"},
        {{u"--view"_s, u"kitchen"_s}, "queue, inbox, settings or practice"},
        {{u"--view"_s, u"practice"_s}, "needs --practice"},
        {{u"--view=practice"_s, u"--screenshot=x.png"_s}, "needs --practice"},
    };
    for (const auto& [arguments, why] : cases) {
        CAPTURE(arguments.join(u' '));
        const Ran ran = runComanda(arguments);
        CHECK(ran.exit == 2);
        CHECK(ran.out.isEmpty());
        CHECK(ran.err.contains(why));
    }
    CHECK(runComanda({u"--size"_s, u"16384x16384"_s, u"--help"_s}).exit == 0);
    CHECK(runComanda({u"--view=practice"_s, u"--practice"_s, u"--help"_s}).exit == 0);
}

TEST_CASE("A first start that nobody watches leaves the recovery code beside the store",
          "[desktop]") {
    const QTemporaryDir dir;
    const QStringList arguments{u"--data"_s, dir.path(), u"--report-start"_s};
    const Ran first = runComanda(arguments);
    CHECK(first.exit == 0);
    CHECK(first.out.contains("rss_kb"));
    QFile code(dir.filePath(u"recovery-code.txt"_s));
    REQUIRE(code.open(QIODevice::ReadOnly));
    CHECK(code.readAll().trimmed().size() > 20);
    CHECK_FALSE(code.permissions().testFlag(QFile::ReadOther));
    CHECK(runComanda(arguments).exit == 0); // and its keys open it again
    CHECK_FALSE(QFile::exists(dir.filePath(u"recovery-code-2.txt"_s)));
    // Without its key file nobody can be asked: it says so instead of waiting.
    REQUIRE(QFile::remove(dir.filePath(u"key"_s)));
    const Ran locked = runComanda(arguments);
    CHECK(locked.exit == 1);
    CHECK_FALSE(locked.err.isEmpty());
}

TEST_CASE("Practice mode shows a complete view without a display", "[desktop]") {
    const QTemporaryDir dir;
    const auto picture = [&](const QStringList& view) {
        const QString file = dir.filePath(u"picture.png"_s);
        QFile::remove(file);
        const Ran ran =
            runToEnd(QStringLiteral(COMANDA),
                     QStringList{u"--practice"_s, u"--data"_s, dir.path(), u"--language=en"_s,
                                 u"--size"_s, u"1280x800"_s, u"--screenshot"_s, file}
                         + view,
                     {}, kPicturePatience);
        INFO(ran.err.toStdString());
        REQUIRE(ran.exit == 0);
        const QImage loaded(file, "PNG");
        CHECK(loaded.size() == QSize(1280, 800));
        CHECK(colours(loaded) > 100); // text, lights and badges, not an empty window
        return loaded;
    };
    const QImage queue = picture({});
    const QImage inbox = picture({u"--view=inbox"_s});
    CHECK(queue != inbox);
}

TEST_CASE("A second comanda is told who holds the shop", "[desktop]") {
    const QTemporaryDir dir;
    const auto held = openStore(dir);
    const Ran second = runComanda({u"--data"_s, dir.path(), u"--report-start"_s});
    CHECK(second.exit == 1);
    CHECK(second.err.contains("test_desktop")); // the program that holds it
}

TEST_CASE("A channel whose platform is not built in keeps no shop closed", "[desktop]") {
    const QTemporaryDir dir;
    {
        const auto store = openStore(dir);
        REQUIRE(store->writeNow([](comanda::store::Writer& writer) -> comanda::Result<> {
            comanda::ChannelConfig phone;
            phone.platform = comanda::Platform::Phone;
            phone.account = u"573001112233"_s;
            phone.name = u"Caja"_s;
            const auto saved = writer.saveChannel(phone);
            return saved ? comanda::Result<>(comanda::Done{})
                         : comanda::Result<>(comanda::fail(saved.error()));
        }));
    }
    CHECK(runComanda({u"--data"_s, dir.path(), u"--report-start"_s}).exit == 0);
}

TEST_CASE("A session that ends stops comanda as closing its window does", "[desktop]") {
    const int signal = GENERATE(SIGTERM, SIGINT);
    CAPTURE(signal);
    const QTemporaryDir dir;
    TestedProgram process;
    QProcessEnvironment environment = process.processEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QStringLiteral(COMANDA), {u"--practice"_s, u"--data"_s, dir.path()});
    REQUIRE(process.waitForStarted());
    REQUIRE(waitUntil([&] { // the store is opened after signals are heard
        return QFile::exists(dir.filePath(u"practice/comanda.db"_s))
               || process.state() == QProcess::NotRunning;
    }));
    REQUIRE(process.state() == QProcess::Running);
    REQUIRE(::kill(static_cast<pid_t>(process.processId()), signal) == 0);
    REQUIRE(waitUntil([&] { return process.state() == QProcess::NotRunning; }));
    CHECK(process.exitStatus() == QProcess::NormalExit);
    CHECK(process.exitCode() == 0);
}
