// Does one broken platform slow the other? Wire to model of Telegram's messages, with WhatsApp
// healthy and with WhatsApp in each kind of trouble, block by block in turns.
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
constexpr int kBlock = 50;

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

class Probe {
public:
    explicit Probe(Rig& rig) : rig_(rig), model_(rig.store()) {
        model_.setFilter({});
        customer_ = rig.telegram().addCustomer({0, u"Ana"_s, {}, u"ana_bench"_s, u"es"_s});
        rig.telegram().start(customer_);
    }

    void block(std::vector<double>& into, int count) {
        for (int i = 0; i < count; ++i) {
            const QString mark = u"m%1"_s.arg(++written_);
            const auto begin = Stopwatch::now();
            rig_.telegram().writeText(customer_, mark);
            Rig::until("Telegram's message", [&] {
                for (int row = 0; row < std::min(model_.rowCount(), 5); ++row) {
                    if (model_.at(row)->lastText == mark) {
                        return true;
                    }
                }
                return false;
            });
            into.push_back(Seconds(Stopwatch::now() - begin).count() * 1000);
        }
    }

private:
    Rig& rig_;
    ui::ConversationModel model_;
    qint64 customer_ = 0;
    int written_ = 0;
};

} // namespace

Benchmark isolation(double scale) {
    // 5,000 messages a side and run by the contract; a side is shared by the troubles.
    const int blocks = std::max(
        1, static_cast<int>(5000 * scale / kBlock / static_cast<double>(kTroubles.size())));
    std::map<QString, std::vector<double>> ratios;
    std::vector<double> selfRatios;
    Rig rig;
    Probe probe(rig);
    Flooder flooder(rig);
    std::vector<double> warm;
    probe.block(warm, kBlock);
    for (int run = 0; run < kRuns; ++run) {
        std::vector<double> healthy[2];
        std::map<QString, std::vector<double>> troubled;
        for (int b = 0; b < blocks; ++b) {
            for (const Trouble& trouble : kTroubles) {
                probe.block(healthy[b % 2], kBlock);
                rig.whatsapp().server().setFault(
                    {trouble.fault, -1, {}, std::chrono::milliseconds(50)});
                if (trouble.flood) {
                    flooder.begin();
                }
                probe.block(troubled[QString::fromLatin1(trouble.name)], kBlock);
                flooder.end();
                rig.whatsapp().server().setFault({});
            }
        }
        std::vector<double> all = healthy[0];
        all.insert(all.end(), healthy[1].begin(), healthy[1].end());
        const double base = percentile(all, 0.99);
        if (!healthy[1].empty()) {
            selfRatios.push_back(percentile(healthy[1], 0.99) / percentile(healthy[0], 0.99));
        }
        for (const auto& [name, values] : troubled) {
            ratios[name].push_back(percentile(values, 0.99) / base);
        }
    }
    QJsonObject figures;
    double worst = 0;
    QString worstName;
    for (const auto& [name, values] : ratios) {
        const double median = percentile(values, 0.5);
        figures.insert(u"p99_ratio_"_s + name, rounded(median));
        if (median > worst) {
            worst = median;
            worstName = name;
        }
    }
    const double noise = percentile(selfRatios, 0.5);
    figures.insert(u"p99_ratio_worst"_s, rounded(worst));
    figures.insert(u"worst_fault"_s, worstName);
    figures.insert(u"healthy_against_itself"_s, rounded(noise));
    const bool isVoid = !selfRatios.empty() && (noise > 1.1 || noise < 0.9);
    return {
        u"isolation"_s, figures,
        u"median of %1 runs, %2 messages a trouble and run%3"_s.arg(kRuns)
            .arg(blocks * kBlock)
            .arg(isVoid ? u"; VOID: two healthy halves differ by more than 10 %"_s : QString())};
}

} // namespace comanda::bench
