// Does one broken platform slow the other? Two shops side by side in one process: in one all is
// well, in the other one platform is in trouble all the time. Customers write on the other platform
// in both, a block here and a block there, at a pace that waits for nobody, and staff keep
// answering on the one in trouble, so that it is met again and again. Each platform takes its turn:
// WhatsApp pushes, and Telegram hangs, drips or floods in the poll that we hold.
#include "core/hub/desk.h"
#include "tests/bench/figures.h"
#include "tests/bench/load.h"
#include "tests/bench/rig.h"
#include "ui/models/conversation_model.h"

#include <QThread>

#include <atomic>
#include <functional>
#include <memory>

namespace comanda::bench {
namespace {

using namespace Qt::StringLiterals;

constexpr int kRuns = 5;
constexpr int kMessages = 5000; // a side, trouble and run
constexpr int kBlock = 50;
constexpr int kAnswerEvery = 5; // one answer on the ill platform for so many messages of the other
constexpr int kWriters = 10;    // customers who write in turns
constexpr auto kPace = std::chrono::milliseconds(5);
constexpr int kPollMost = 100;        // updates in one answer of Telegram
constexpr double kGrowthMaxMb = 50;   // resident, over all troubles of one platform
constexpr int kRecent = kWriters + 5; // rows from the top in which a new message must stand

struct Trouble {
    const char* name;
    practice::Fault fault;
    bool flood = false; // the platform delivers as fast as it can instead
};

constexpr std::array kTroubles{Trouble{"refuse", practice::Fault::Refuse},
                               Trouble{"hang", practice::Fault::HangAfterAccept},
                               Trouble{"timeout", practice::Fault::TimeOut},
                               Trouble{"drip", practice::Fault::Drip},
                               Trouble{"garbage", practice::Fault::Garbage},
                               Trouble{"html", practice::Fault::ServerError},
                               Trouble{"flood", practice::Fault::Healthy, true}};

// Delivers without a pause until it is told to stop.
class Flooder {
public:
    // `make` makes, in the flooder's thread, what has the platform deliver some more.
    explicit Flooder(std::function<std::function<void()>()> make) : make_(std::move(make)) {}
    ~Flooder() { end(); }
    Flooder(const Flooder&) = delete;
    Flooder& operator=(const Flooder&) = delete;

    void begin() {
        stop_ = false;
        thread_.reset(QThread::create([this] {
            const std::function<void()> deliver = make_();
            while (!stop_) {
                deliver();
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
    std::function<std::function<void()>()> make_;
    std::atomic<bool> stop_{true};
    std::unique_ptr<QThread> thread_;
};

// One shop with its customers: one on the platform that is ill or may be, some on the other.
class Probe {
public:
    explicit Probe(Platform ill)
        : ill_(ill), model_(rig_.store()), flooder_([this] { return deliveries(); }) {
        model_.setFilter({});
        (void)addCustomer(ill, 0);
        Rig::until("the customer who is answered", [&] { return model_.rowCount() > 0; });
        onIll_ = model_.at(0)->id;
        const Platform other = ill == Platform::WhatsApp ? Platform::Telegram : Platform::WhatsApp;
        for (int i = 1; i <= kWriters; ++i) {
            writers_.push_back(addCustomer(other, i));
        }
        Rig::until("the customers who write", [&] { return model_.rowCount() > kWriters; });
        std::vector<double> unmeasured;
        block(unmeasured, {});
    }

    void suffer(const Trouble& trouble) {
        practice::SimServer& server =
            ill_ == Platform::WhatsApp ? rig_.whatsapp().server() : rig_.telegram().server();
        server.setFault({trouble.fault, -1, {}, std::chrono::milliseconds(50)});
    }

    void block(std::vector<double>& millis, const Trouble& trouble) {
        if (trouble.flood) {
            flooder_.begin();
        }
        const auto begin = Stopwatch::now();
        int written = 0;
        std::vector<Waiting> waiting;
        Rig::until("the messages", [&] {
            while (written < kBlock && Stopwatch::now() >= begin + written * kPace) {
                if (written % kAnswerEvery == 0) {
                    rig_.desk().sendText(onIll_, u"ya va"_s, {}, &model_, [](const auto&) {});
                }
                // From when it was due: what holds up the writing is waiting, too.
                waiting.push_back({written % kWriters, ++number_, begin + written * kPace});
                writers_.at(static_cast<size_t>(written % kWriters))(
                    u"%1 %2"_s.arg(written % kWriters).arg(number_));
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

    using Write = std::function<void(const QString& text)>;

    // Who has said something already, and says more.
    Write addCustomer(Platform platform, int number) {
        if (platform == Platform::WhatsApp) {
            practice::WhatsAppCustomer customer;
            customer.waId = QString::number(15'557'650'000 + number);
            customer.name = u"Luis %1"_s.arg(number);
            practice::WhatsAppSimulator& whatsapp = rig_.whatsapp();
            const QString id = whatsapp.addCustomer(customer);
            whatsapp.writeText(id, u"hola"_s);
            return [&whatsapp, id](const QString& text) { whatsapp.writeText(id, text); };
        }
        practice::TelegramSimulator& telegram = rig_.telegram();
        const qint64 id = telegram.addCustomer({0, u"Ana %1"_s.arg(number), {}, {}, u"es"_s});
        telegram.start(id);
        return [&telegram, id](const QString& text) { telegram.writeText(id, text); };
    }

    // What the ill platform delivers in a flood, of long ago. For the flooder's thread.
    std::function<void()> deliveries() {
        if (ill_ == Platform::WhatsApp) {
            auto poster = std::make_shared<Poster>(rig_.hook(), rig_.appSecret());
            return [this, poster, number = rig_.phoneNumberId()] {
                const QByteArray id = "flood." + QByteArray::number(++flooded_);
                (void)poster->post(
                    textWebhook(number, flooded_ % 100, id, "flood", 1'600'000'000 + flooded_));
            };
        }
        practice::TelegramSimulator& telegram = rig_.telegram();
        if (floodingCustomer_ == 0) {
            floodingCustomer_ = telegram.addCustomer({0, u"Flood"_s, {}, {}, u"es"_s});
            telegram.start(floodingCustomer_);
        }
        return [&telegram,
                customer =
                    floodingCustomer_] { // so that every poll is answered with as much as it takes
            if (telegram.pendingUpdates() < 2 * kPollMost) {
                telegram.flood(customer, kPollMost, std::chrono::hours(24 * 365));
            } else {
                QThread::usleep(200);
            }
        };
    }

    // A customer's row shows the newest message: those before it are there as well.
    void collect(std::vector<Waiting>& waiting, std::vector<double>& millis) const {
        std::array<int, kWriters> shown{};
        for (int row = 0; row < std::min(model_.rowCount(), kRecent); ++row) {
            const QStringList words = model_.at(row)->lastText.split(u' ');
            const int writer = words.size() == 2 ? words.front().toInt() : -1;
            if (writer >= 0 && writer < kWriters) {
                int& newest = shown.at(static_cast<size_t>(writer));
                newest = std::max(newest, words.back().toInt());
            }
        }
        const auto now = Stopwatch::now();
        std::erase_if(waiting, [&](const Waiting& one) {
            const bool there = one.number <= shown.at(static_cast<size_t>(one.writer));
            if (there) {
                millis.push_back(Seconds(now - one.since).count() * 1000);
            }
            return there;
        });
    }

    const Platform ill_;
    Rig rig_;
    ui::ConversationModel model_;
    // Of the flooder's thread.
    int flooded_ = 0;
    qint64 floodingCustomer_ = 0;
    Flooder flooder_;
    ConversationId onIll_;
    std::vector<Write> writers_;
    int number_ = 0;
};

struct Ratios {
    std::vector<double> troubled; // p99 over that of the healthy shop, a run each
    std::vector<double> healthy;  // the healthy shop's odd blocks over its even ones
};

Ratios measure(Platform ill, const Trouble& trouble, int blocks) {
    Ratios ratios;
    for (int run = 0; run < kRuns; ++run) {
        Probe well(ill), sick(ill);
        sick.suffer(trouble);
        std::vector<double> halves[2], all, troubled;
        for (int block = 0; block < blocks; ++block) {
            well.block(halves[block % 2], {});
            sick.block(troubled, trouble);
        }
        all = halves[0];
        all.insert(all.end(), halves[1].begin(), halves[1].end());
        ratios.troubled.push_back(percentile(troubled, 0.99) / percentile(all, 0.99));
        ratios.healthy.push_back(percentile(halves[1], 0.99) / percentile(halves[0], 0.99));
    }
    return ratios;
}

// What both platforms' turns come to.
struct Report {
    QJsonObject figures;
    QStringList isVoid;
    QStringList grew;
    double worst = 0;

    void add(const QString& name, const Ratios& ratios) {
        const double median = percentile(ratios.troubled, 0.5);
        figures.insert(u"p99_ratio_"_s + name, rounded(median));
        figures.insert(u"p99_ratio_%1_min"_s.arg(name), rounded(percentile(ratios.troubled, 0)));
        figures.insert(u"p99_ratio_%1_max"_s.arg(name), rounded(percentile(ratios.troubled, 1)));
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
    const int blocks = std::max(2, static_cast<int>(kMessages * scale / kBlock));
    Report report;
    for (const Platform ill : {Platform::WhatsApp, Platform::Telegram}) {
        { // what is made once and stays counts as before
            Probe first(ill);
        }
        const double before = megabytes();
        for (const Trouble& trouble : kTroubles) {
            report.add(toWord(ill) + u'_' + QString::fromLatin1(trouble.name),
                       measure(ill, trouble, blocks));
        }
        report.addGrowth(toWord(ill), before);
    }
    report.figures.insert(u"rss_mb_peak"_s, rounded(peakMegabytes()));
    QString notes =
        u"median of %1 runs, %2 messages a side, platform, trouble and run"_s.arg(kRuns).arg(
            blocks * kBlock);
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
