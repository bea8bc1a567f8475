// Does one broken platform slow the other? Two shops side by side in one process: in one WhatsApp
// is well, in the other it is in trouble all the time. Customers write on Telegram in both, a block
// here and a block there, at a pace that waits for nobody, and staff keep answering on WhatsApp, so
// that the trouble is met again and again.
#include "core/hub/desk.h"
#include "tests/bench/figures.h"
#include "tests/bench/load.h"
#include "tests/bench/rig.h"
#include "ui/models/conversation_model.h"

#include <QThread>

#include <map>

namespace comanda::bench {
namespace {

using namespace Qt::StringLiterals;

constexpr int kRuns = 5;
constexpr int kMessages = 5000; // a side, trouble and run
constexpr int kBlock = 50;
constexpr int kAnswerEvery = 5; // one answer on WhatsApp for so many messages of Telegram
constexpr int kWriters = 10;    // customers who write in turns
constexpr auto kPace = std::chrono::milliseconds(5);
constexpr int kRecent = kWriters + 5; // rows from the top in which a new message must stand

struct Trouble {
    const char* name;
    practice::Fault fault;
    bool flood = false; // WhatsApp delivers as fast as it can instead
};

constexpr std::array kTroubles{Trouble{"refuse", practice::Fault::Refuse},
                               Trouble{"hang", practice::Fault::HangAfterAccept},
                               Trouble{"timeout", practice::Fault::TimeOut},
                               Trouble{"drip", practice::Fault::Drip},
                               Trouble{"garbage", practice::Fault::Garbage},
                               Trouble{"html", practice::Fault::ServerError},
                               Trouble{"flood", practice::Fault::Healthy, true}};

// Posts without a pause until it is told to stop.
class Flooder {
public:
    explicit Flooder(Rig& rig) : rig_(rig) {}
    ~Flooder() { end(); }
    Flooder(const Flooder&) = delete;
    Flooder& operator=(const Flooder&) = delete;

    void begin() {
        stop_ = false;
        thread_.reset(QThread::create(
            [this, hook = rig_.hook(), secret = rig_.appSecret(), number = rig_.phoneNumberId()] {
                Poster poster(hook, secret);
                while (!stop_) {
                    const QByteArray id = "flood." + QByteArray::number(++sent_);
                    (void)poster.post(textWebhook(number, sent_ % 100, id, "flood",
                                                  1'600'000'000 + sent_)); // long ago
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
    Rig& rig_;
    std::atomic<bool> stop_{true};
    int sent_ = 0;
    std::unique_ptr<QThread> thread_;
};

// One shop with its two customers.
class Probe {
public:
    Probe() : model_(rig_.store()), flooder_(rig_) {
        model_.setFilter({});
        practice::WhatsAppCustomer luis;
        luis.waId = u"15557654321"_s;
        luis.name = u"Luis"_s;
        rig_.whatsapp().writeText(rig_.whatsapp().addCustomer(luis), u"hola"_s);
        Rig::until("WhatsApp's customer", [&] { return model_.rowCount() > 0; });
        onWhatsApp_ = model_.at(0)->id;
        for (int i = 0; i < kWriters; ++i) {
            writers_.push_back(
                rig_.telegram().addCustomer({0, u"Ana %1"_s.arg(i), {}, {}, u"es"_s}));
            rig_.telegram().start(writers_.back());
        }
        Rig::until("Telegram's customers", [&] { return model_.rowCount() > kWriters; });
        std::vector<double> unmeasured;
        block(unmeasured, {});
    }

    void suffer(const Trouble& trouble) {
        rig_.whatsapp().server().setFault({trouble.fault, -1, {}, std::chrono::milliseconds(50)});
    }

    void block(std::vector<double>& millis, const Trouble& trouble) {
        if (trouble.flood) {
            flooder_.begin();
        }
        const auto begin = Stopwatch::now();
        int written = 0;
        std::vector<Waiting> waiting;
        Rig::until("Telegram's messages", [&] {
            while (written < kBlock && Stopwatch::now() >= begin + written * kPace) {
                if (written % kAnswerEvery == 0) {
                    rig_.desk().sendText(onWhatsApp_, u"ya va"_s, {}, &model_, [](const auto&) {});
                }
                // From when it was due: what holds up the writing is waiting, too.
                waiting.push_back({written % kWriters, ++number_, begin + written * kPace});
                rig_.telegram().writeText(writers_.at(static_cast<size_t>(written % kWriters)),
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

    Rig rig_;
    ui::ConversationModel model_;
    Flooder flooder_;
    ConversationId onWhatsApp_;
    std::vector<qint64> writers_;
    int number_ = 0;
};

struct Ratios {
    std::vector<double> troubled; // p99 over that of the healthy shop, a run each
    std::vector<double> healthy;  // the healthy shop's odd blocks over its even ones
};

Ratios measure(const Trouble& trouble, int blocks) {
    Ratios ratios;
    for (int run = 0; run < kRuns; ++run) {
        Probe well, ill;
        ill.suffer(trouble);
        std::vector<double> halves[2], all, sick;
        for (int block = 0; block < blocks; ++block) {
            well.block(halves[block % 2], {});
            ill.block(sick, trouble);
        }
        all = halves[0];
        all.insert(all.end(), halves[1].begin(), halves[1].end());
        ratios.troubled.push_back(percentile(sick, 0.99) / percentile(all, 0.99));
        ratios.healthy.push_back(percentile(halves[1], 0.99) / percentile(halves[0], 0.99));
    }
    return ratios;
}

} // namespace

Benchmark isolation(double scale) {
    const int blocks = std::max(2, static_cast<int>(kMessages * scale / kBlock));
    QJsonObject figures;
    QStringList isVoid;
    double worst = 0;
    { // what is made once and stays counts as before
        Probe first;
    }
    figures.insert(u"rss_mb_before"_s, rounded(megabytes()));
    for (const Trouble& trouble : kTroubles) {
        const QString name = QString::fromLatin1(trouble.name);
        const Ratios ratios = measure(trouble, blocks);
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
    figures.insert(u"rss_mb_peak"_s, rounded(peakMegabytes()));
    QString notes =
        u"median of %1 runs, %2 messages a side, trouble and run"_s.arg(kRuns).arg(blocks * kBlock);
    if (!isVoid.isEmpty()) {
        notes += u"; VOID, the healthy halves differ by more than 10 %: "_s + isVoid.join(u", "_s);
    }
    return {u"isolation"_s, figures, notes};
}

} // namespace comanda::bench
