// Does one broken platform slow the others? Two shops side by side in one process, each with all
// six channels: in one all is well, in the other one platform is in trouble all the time. Customers
// write twenty messages a second on every platform of both, a block here and a block there, at a
// pace that waits for nobody, and staff keep answering on the one in trouble, so that it is met
// again and again. Measured is what comes by the five others. Each platform takes its turn in every
// way of the practice panel, and in some that are worse.
#include "app/practice/restaurant.h"
#include "core/hub/desk.h"
#include "tests/bench/figures.h"
#include "tests/bench/rig.h"
#include "ui/models/conversation_model.h"

#include <QThread>

#include <atomic>
#include <functional>
#include <memory>

namespace comanda::bench {
namespace {

using namespace Qt::StringLiterals;
using practice::kSimulated;

constexpr int kRuns = 5;
constexpr int kMessages = 1000; // measured, a side, trouble and run: 5,000 a side over the runs
constexpr int kEach = 10;       // messages of each platform in a block
constexpr int kBlock = kEach * static_cast<int>(kSimulated.size());
constexpr int kPerBlock = kBlock - kEach; // measured
constexpr auto kPace = std::chrono::microseconds(1'000'000 / (20 * kSimulated.size()));
constexpr int kFloodAtOnce = 100;
constexpr double kGrowthMaxMb = 50; // resident, over all troubles of one platform
constexpr int kRecent = 12;         // rows from the top in which a new message must stand

// A whole page in which every platform has its own row, and room for what a flood brings up.
static_assert(kRecent >= static_cast<int>(kSimulated.size()) + 2);

struct Way {
    const char* name;
    practice::Trouble trouble;
    std::optional<practice::Fault> fault = std::nullopt; // worse than the panel's
};

using practice::Fault;
using practice::Trouble;

constexpr std::array kWays{
    Way{"refuse", Trouble::Refuse},       Way{"hang", Trouble::TimeOut, Fault::HangAfterAccept},
    Way{"timeout", Trouble::TimeOut},     Way{"drip", Trouble::Healthy, Fault::Drip},
    Way{"garbage", Trouble::Garbage},     Way{"html", Trouble::ServerError},
    Way{"silence", Trouble::Silence},     Way{"revoked", Trouble::RevokedToken},
    Way{"duplicate", Trouble::Duplicate}, Way{"reorder", Trouble::Reorder},
    Way{"flood", Trouble::LateFlood}};

// A daemon answers in lines, of which none means anything before its end.
bool hasMeaning(Platform platform, const Way& way) {
    return platform != Platform::Signal || way.fault != Fault::Drip;
}

// Delivers without a pause until it is told to stop.
class Flooder {
public:
    explicit Flooder(std::function<void()> deliver) : deliver_(std::move(deliver)) {}
    ~Flooder() { end(); }
    Flooder(const Flooder&) = delete;
    Flooder& operator=(const Flooder&) = delete;

    void begin() {
        stop_ = false;
        thread_.reset(QThread::create([this] {
            while (!stop_) {
                deliver_();
            }
        }));
        thread_->start();
    }
    void end() {
        stop_ = true;
        if (thread_) {
            thread_->wait();
            thread_.reset();
        }
    }

private:
    std::function<void()> deliver_;
    std::atomic<bool> stop_{true};
    std::unique_ptr<QThread> thread_;
};

// One shop with a customer on each platform, and one more who wrote long ago on the ill one.
class Probe {
public:
    explicit Probe(Platform ill)
        : ill_(ill),
          rig_({kSimulated.begin(), kSimulated.end()}),
          model_(rig_.store()),
          flooder_([this] { flood(); }) {
        model_.setFilter({});
        for (const Platform platform : kSimulated) {
            practice::SimPlatform& simulated = rig_.platform(platform);
            writers_.push_back(simulated.addCustomer({u"Ana"_s, {}, {}, {}, false}));
            simulated.writeText(writers_.back(), u"hola"_s);
        }
        flooding_ = rig_.platform(ill).addCustomer({u"Flood"_s, {}, {}, {}, false});
        Rig::until("the customers", [&] {
            onIll_ = conversationOn(ill_);
            return model_.rowCount() >= static_cast<int>(kSimulated.size()) && onIll_.isValid();
        });
        std::vector<double> unmeasured;
        block(unmeasured, kWays.front(), false);
    }

    void suffer(const Way& way) {
        practice::SimPlatform& ill = rig_.platform(ill_);
        practice::strike(ill, way.trouble);
        if (way.fault) {
            ill.setFault({*way.fault, -1, {}, std::chrono::milliseconds(50)});
        }
    }

    // `struck`: this shop is the one in trouble.
    void block(std::vector<double>& millis, const Way& way, bool struck) {
        const bool floods = struck && way.trouble == Trouble::LateFlood;
        if (floods) {
            flooder_.begin();
        }
        const auto begin = Stopwatch::now();
        int written = 0;
        std::vector<Waiting> waiting;
        Rig::until("the messages", [&] {
            while (written < kBlock && Stopwatch::now() >= begin + written * kPace) {
                write(written, begin + written * kPace, waiting);
                ++written;
            }
            collect(waiting, millis);
            return written == kBlock && waiting.empty();
        });
        flooder_.end();
    }

private:
    struct Waiting {
        int writer = 0, number = 0;
        Stopwatch::time_point since;
    };

    void write(int turn, Stopwatch::time_point due, std::vector<Waiting>& waiting) {
        const auto writer = static_cast<std::size_t>(turn) % kSimulated.size();
        const Platform platform = kSimulated.at(writer);
        ++number_;
        if (platform == ill_) {
            rig_.desk().sendText(onIll_, u"ya va %1"_s.arg(number_), {}, &model_,
                                 [](const auto&) {});
        } else { // from when it was due: what holds up the writing is waiting, too
            waiting.push_back({static_cast<int>(writer), number_, due});
        }
        rig_.platform(platform).writeText(writers_.at(writer), u"%1 %2"_s.arg(writer).arg(number_));
    }

    // What the ill platform delivers of long ago, as fast as it is taken.
    void flood() {
        practice::SimPlatform& ill = rig_.platform(ill_);
        if (ill.isDrained()) {
            ill.flood(flooding_, kFloodAtOnce, std::chrono::hours(24 * 365));
        } else {
            QThread::usleep(200);
        }
    }

    [[nodiscard]] ConversationId conversationOn(Platform platform) const {
        for (int row = 0; row < model_.rowCount(); ++row) {
            if (model_.at(row)->platform == platform) {
                return model_.at(row)->id;
            }
        }
        return {};
    }

    // A customer's row shows the newest message: those before it are there as well.
    void collect(std::vector<Waiting>& waiting, std::vector<double>& millis) const {
        std::array<int, kSimulated.size()> shown{};
        for (int row = 0; row < std::min(model_.rowCount(), kRecent); ++row) {
            const QStringList words = model_.at(row)->lastText.split(u' ');
            bool isNumber = false;
            const auto writer =
                static_cast<std::size_t>(words.size() == 2 ? words.front().toUInt(&isNumber) : 0);
            if (isNumber && writer < shown.size()) {
                shown.at(writer) = std::max(shown.at(writer), words.back().toInt());
            }
        }
        const auto now = Stopwatch::now();
        std::erase_if(waiting, [&](const Waiting& one) {
            const bool there = one.number <= shown.at(static_cast<std::size_t>(one.writer));
            if (there) {
                millis.push_back(Seconds(now - one.since).count() * 1000);
            }
            return there;
        });
    }

    const Platform ill_;
    Rig rig_;
    ui::ConversationModel model_;
    std::vector<QString> writers_; // one a platform
    QString flooding_;
    Flooder flooder_;
    ConversationId onIll_;
    int number_ = 0;
};

struct Ratios {
    std::vector<double> troubled; // p99 over that of the healthy shop, a run each
    std::vector<double> healthy;  // the healthy shop's odd blocks over its even ones
    std::vector<double> millis;   // p99 of the troubled shop's five other platforms
    std::vector<double> healthyMillis;
};

Ratios measure(Platform ill, const Way& way, int runs, int blocks) {
    Ratios ratios;
    for (int run = 0; run < runs; ++run) {
        Probe well(ill), sick(ill);
        sick.suffer(way);
        std::vector<double> halves[2], all, troubled;
        for (int block = 0; block < blocks; ++block) {
            well.block(halves[block % 2], way, false);
            sick.block(troubled, way, true);
        }
        all = halves[0];
        all.insert(all.end(), halves[1].begin(), halves[1].end());
        ratios.millis.push_back(percentile(troubled, 0.99));
        ratios.healthyMillis.push_back(percentile(all, 0.99));
        ratios.troubled.push_back(ratios.millis.back() / ratios.healthyMillis.back());
        ratios.healthy.push_back(percentile(halves[1], 0.99) / percentile(halves[0], 0.99));
    }
    return ratios;
}

// What the platforms' turns come to.
struct Report {
    QJsonObject figures;
    QStringList isVoid;
    QStringList grew;
    double worst = 0, slowest = 0;

    void add(const QString& name, const Ratios& ratios) {
        const double median = percentile(ratios.troubled, 0.5);
        const double millis = percentile(ratios.millis, 0.5);
        figures.insert(u"p99_ratio_"_s + name, rounded(median));
        figures.insert(u"p99_ratio_%1_min"_s.arg(name), rounded(percentile(ratios.troubled, 0)));
        figures.insert(u"p99_ratio_%1_max"_s.arg(name), rounded(percentile(ratios.troubled, 1)));
        figures.insert(u"p99_ms_"_s + name, rounded(millis));
        figures.insert(u"healthy_p99_ms_"_s + name, rounded(percentile(ratios.healthyMillis, 0.5)));
        figures.insert(u"rss_mb_after_"_s + name, rounded(megabytes()));
        const double noise = percentile(ratios.healthy, 0.5);
        if (noise > 1.1 || noise < 0.9) {
            isVoid.append(name);
        }
        if (median > worst) {
            worst = median;
            figures.insert(u"p99_ratio_worst"_s, rounded(worst));
            figures.insert(u"worst_fault"_s, name);
        }
        if (millis > slowest) {
            slowest = millis;
            figures.insert(u"p99_ms_worst"_s, rounded(slowest));
            figures.insert(u"slowest_fault"_s, name);
        }
    }

    void addGrowth(const QString& platform, double before) {
        const double growth = megabytes() - before;
        figures.insert(u"rss_mb_before_"_s + platform, rounded(before));
        figures.insert(u"rss_mb_growth_"_s + platform, rounded(growth));
        figures.insert(u"rss_mb_growth_bound"_s, kGrowthMaxMb);
        if (growth > kGrowthMaxMb) {
            grew.append(platform);
        }
    }
};

} // namespace

Benchmark isolation(double scale) {
    const int blocks = std::max(2, static_cast<int>(kMessages * scale / kPerBlock));
    const int runs = scale >= 1 ? kRuns : scale >= 0.5 ? 3 : 1;
    Report report;
    for (const Platform ill : kSimulated) {
        { // what is made once and stays counts as before
            const Probe first(ill);
        }
        const double before = megabytes();
        for (const Way& way : kWays) {
            if (hasMeaning(ill, way)) {
                report.add(toWord(ill) + u'_' + QString::fromLatin1(way.name),
                           measure(ill, way, runs, blocks));
            }
        }
        report.addGrowth(toWord(ill), before);
    }
    report.figures.insert(u"rss_mb_peak"_s, rounded(peakMegabytes()));
    QString notes =
        u"six channels at 20 messages a second each; of the five others: median of %1 runs, %2 messages a side, platform, trouble and run"_s
            .arg(runs)
            .arg(blocks * kPerBlock);
    if (!report.isVoid.isEmpty()) {
        notes += u"; VOID, the healthy halves differ by more than 10 %: "_s
                 + report.isVoid.join(u", "_s);
    }
    notes += report.grew.isEmpty()
                 ? u"; memory within its bound"_s
                 : u"; MEMORY grew beyond its bound: "_s + report.grew.join(u", "_s);
    return {u"isolation"_s, report.figures, notes};
}

} // namespace comanda::bench
