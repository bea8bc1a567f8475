// From exec to the first complete window, with an empty store and one of a million messages, beside
// a bare Qt Widgets window; interleaved.
#include "core/store/store.h"
#include "tests/bench/figures.h"
#include "tests/bench/raw_loop.h"

#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>

namespace comanda::bench {
namespace {

using namespace Qt::StringLiterals;

constexpr int kRounds = 9;

struct Run {
    double millis = 0;
    double megabytes = 0;
};

Run measure(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    const auto begin = Stopwatch::now();
    process.start(program, arguments);
    QByteArray out;
    while (!out.contains('\n') && process.waitForReadyRead(60'000)) {
        out += process.readAllStandardOutput();
    }
    const double millis = Seconds(Stopwatch::now() - begin).count() * 1000;
    process.waitForFinished(30'000);
    out += process.readAllStandardOutput(); // what came with its end
    const QJsonObject told = QJsonDocument::fromJson(out).object();
    if (!told.contains(u"rss_kb"_s)) {
        qFatal("bench: %s did not report", qUtf8Printable(program));
    }
    return {millis, told.value(u"rss_kb"_s).toDouble() / 1024};
}

QString makeStore(const QTemporaryDir& dir, int messages) {
    static const SystemClock clock;
    store::StoreConfig config;
    config.path = dir.filePath(u"comanda.db"_s);
    config.dataDir = dir.path();
    if (!store::Store::open(config, store::Access::Write, clock)) {
        qFatal("bench: a store cannot be made");
    }
    if (messages > 0) {
        fillMessages(config.path, messages, std::max(1, messages / 500));
    }
    return dir.path();
}

} // namespace

Benchmark start(double scale) {
    const QTemporaryDir emptyDir, fullDir;
    const QString empty = makeStore(emptyDir, 0);
    const QString full = makeStore(fullDir, static_cast<int>(1'000'000 * scale));
    const QString comanda = QStringLiteral(COMANDA_BINARY);
    std::vector<double> ms[3], mb[3];
    for (int round = 0; round <= kRounds; ++round) {
        const Run runs[] = {measure(QStringLiteral(BARE_WINDOW_BINARY), {}),
                            measure(comanda, {u"--data"_s, empty, u"--report-start"_s}),
                            measure(comanda, {u"--data"_s, full, u"--report-start"_s})};
        for (int i = 0; i < 3 && round > 0; ++i) { // the first round warms the caches
            ms[i].push_back(runs[i].millis);
            mb[i].push_back(runs[i].megabytes);
        }
    }
    const double bare = percentile(ms[0], 0.5);
    return {u"start"_s,
            {{u"bare_window_ms"_s, rounded(bare)},
             {u"window_ms_empty"_s, rounded(percentile(ms[1], 0.5))},
             {u"window_ms_1m"_s, rounded(percentile(ms[2], 0.5))},
             {u"ratio_empty"_s, rounded(percentile(ms[1], 0.5) / bare)},
             {u"ratio_1m"_s, rounded(percentile(ms[2], 0.5) / bare)},
             {u"bare_rss_mb"_s, rounded(percentile(mb[0], 0.5))},
             {u"rss_mb_empty"_s, rounded(percentile(mb[1], 0.5))},
             {u"rss_mb_1m"_s, rounded(percentile(mb[2], 0.5))}},
            u"median of %1 rounds, warm caches, platform %2, messages %3"_s.arg(kRounds)
                .arg(qEnvironmentVariable("QT_QPA_PLATFORM"))
                .arg(static_cast<int>(1'000'000 * scale))};
}

} // namespace comanda::bench
