// Webhooks a second, durable, the whole way: socket, signature, journal, event, rows, COMMIT, 200.
// The raw loop runs in between, so that both meet the same disk.
#include "tests/bench/figures.h"
#include "tests/bench/load.h"
#include "tests/bench/raw_loop.h"
#include "tests/bench/rig.h"
#include "ui/models/conversation_model.h"

#include <QTemporaryDir>
#include <QThread>

#include <sys/resource.h>

namespace comanda::bench {
namespace {

using namespace Qt::StringLiterals;

constexpr int kRounds = 5;

double cpuSeconds() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& t) {
        return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

// Runs `work` beside the event loop, which the hub needs.
template <typename Work>
double besideTheLoop(Work work) {
    double result = 0;
    std::atomic<bool> done{false};
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        result = work();
        done = true;
    }));
    thread->start();
    Rig::until("the load", [&] { return done.load(); });
    thread->wait();
    return result;
}

// A fresh store of the present schema for the raw loop.
QString rawStore(const QTemporaryDir& dir) {
    static const SystemClock clock;
    store::StoreConfig config;
    config.path = dir.filePath(u"comanda.db"_s);
    config.dataDir = dir.path();
    if (!store::Store::open(config, store::Access::Write, clock)) {
        qFatal("bench: the raw loop's store cannot be made");
    }
    fillMessages(config.path, 1, 1);
    return config.path;
}

std::vector<double> wireToModel(Rig& rig, int count) {
    ui::ConversationModel model(rig.store());
    store::Reader::ConversationFilter filter;
    model.setFilter(filter);
    Poster poster(rig.hook(), rig.appSecret());
    std::vector<double> millis;
    for (int i = 0; i < count; ++i) {
        const QByteArray mark = "w" + QByteArray::number(i);
        const QByteArray body =
            textWebhook(rig.phoneNumberId(), i % 500, "latency." + mark, mark, 1'790'000'000 + i);
        const auto begin = Stopwatch::now();
        std::atomic<int> status{-1};
        const std::unique_ptr<QThread> thread(QThread::create([&] { status = poster.post(body); }));
        thread->start();
        const QString wanted = QString::fromLatin1(mark);
        Rig::until("the model",
                   [&] { return model.rowCount() > 0 && model.at(0)->lastText == wanted; });
        millis.push_back(Seconds(Stopwatch::now() - begin).count() * 1000);
        thread->wait();
    }
    return millis;
}

} // namespace

Benchmark ingest(double scale) {
    const int single = static_cast<int>(800 * scale);
    const int eightfold = static_cast<int>(6000 * scale);
    std::vector<double> ours1, ours8, raw1, raw8, cpu;
    const QTemporaryDir rawDir;
    RawLoop raw(rawStore(rawDir));
    Rig rig({Platform::WhatsApp, Platform::Telegram});
    const QByteArray sample =
        textWebhook(rig.phoneNumberId(), 1, "sample", "2 margherita please 123", 1'760'000'000);
    for (int round = 0; round < kRounds; ++round) {
        const QByteArray tag = "r" + QByteArray::number(round) + '.';
        raw1.push_back(raw.run(single, 1, sample));
        ours1.push_back(besideTheLoop([&] {
            return flood(rig.hook(), rig.appSecret(), rig.phoneNumberId(), 1, single, tag + "a");
        }));
        raw8.push_back(raw.run(eightfold, 8, sample));
        const double before = cpuSeconds();
        ours8.push_back(besideTheLoop([&] {
            return flood(rig.hook(), rig.appSecret(), rig.phoneNumberId(), 8, eightfold, tag + "b");
        }));
        cpu.push_back((cpuSeconds() - before) * 1000 / eightfold);
    }
    const std::vector<double> latency = wireToModel(rig, static_cast<int>(1000 * scale));
    const double median8 = percentile(ours8, 0.5);
    const double rawMedian8 = percentile(raw8, 0.5);
    return {
        u"ingest"_s,
        {{u"durable_per_s_1"_s, rounded(percentile(ours1, 0.5))},
         {u"durable_per_s_8"_s, rounded(median8)},
         {u"durable_per_s_8_min"_s, rounded(percentile(ours8, 0.01))},
         {u"durable_per_s_8_max"_s, rounded(percentile(ours8, 1.0))},
         {u"raw_per_s_1"_s, rounded(percentile(raw1, 0.5))},
         {u"raw_per_s_8"_s, rounded(rawMedian8)},
         {u"ratio_8"_s, rounded(median8 / rawMedian8)},
         {u"cpu_ms_each"_s, rounded(percentile(cpu, 0.5))},
         {u"wire_to_model_ms_p50"_s, rounded(percentile(latency, 0.5))},
         {u"wire_to_model_ms_p99"_s, rounded(percentile(latency, 0.99))}},
        u"median of %1 interleaved rounds; the load generator shares the machine and its CPU is in cpu_ms_each"_s
            .arg(kRounds)};
}

} // namespace comanda::bench
