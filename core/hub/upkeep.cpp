#include "core/hub/upkeep.h"

#include "core/base/log.h"
#include "core/store/writer.h"

namespace comanda::hub {
namespace {

using namespace std::chrono_literals;

constexpr int kIndexAtOnce = 64;
constexpr Millis kIndexAfter = 150ms; // of quiet, so that a burst of messages goes first
constexpr Millis kIndexAtLatest = 2s; // where it never gets quiet
constexpr Millis kIndexTrouble = 5s;
constexpr Millis kPruneEvery = 1h;
constexpr Millis kPruneMore = 1s;
constexpr Millis kAppliedKept = 30 * 24h;

// Only the holder of the lease keeps house.
template <typename T>
std::function<Result<T>(store::Writer&)> asHolder(qint64 fence,
                                                  std::function<Result<T>(store::Writer&)> job) {
    return [fence, job = std::move(job)](store::Writer& writer) -> Result<T> {
        if (const auto ours = writer.requireFence(fence); !ours) {
            return fail(ours.error());
        }
        return job(writer);
    };
}

} // namespace

Upkeep::Upkeep(store::Store& store, const Roster& roster, const Clock& clock, QObject* parent)
    : QObject(parent), store_(store), roster_(roster), clock_(clock) {
    indexTimer_.setSingleShot(true);
    connect(&indexTimer_, &QTimer::timeout, this, &Upkeep::index);
    connect(&pruneTimer_, &QTimer::timeout, this, &Upkeep::prune);
    connect(&store, &store::Store::changed, this, [this](const store::ChangeSet& changes) {
        if (active_ && (changes.words || changes.all)) {
            wordsCame();
        }
    });
}

void Upkeep::start() {
    active_ = true;
    indexTimer_.start(kIndexAfter);
    pruneTimer_.start(kPruneEvery);
    prune();
}

void Upkeep::stop() {
    active_ = false;
    indexTimer_.stop();
    pruneTimer_.stop();
}

void Upkeep::wordsCame() {
    if (indexing_) {
        cameMeanwhile_ = true;
        return;
    }
    const Monotonic now = clock_.monotonic();
    if (!indexTimer_.isActive()) {
        waitingSince_ = now;
    } else if (indexTimer_.intervalAsDuration() != kIndexAfter) {
        return; // more is read at once, or trouble has its pause
    }
    if (now - waitingSince_ < kIndexAtLatest) {
        indexTimer_.start(kIndexAfter);
    }
}

void Upkeep::index() {
    if (indexing_ || !active_) {
        return;
    }
    indexing_ = true;
    cameMeanwhile_ = false;
    store_.write<int>(
        this,
        asHolder<int>(roster_.fence(),
                      [](store::Writer& writer) { return writer.indexSome(kIndexAtOnce); }),
        [this](const Result<int>& done) {
            indexing_ = false;
            if (!active_) {
                return;
            }
            if (!done) {
                qCWarning(lcHub) << "indexing failed:" << done.error().id << done.error().detail;
                indexTimer_.start(kIndexTrouble);
            } else if (*done == kIndexAtOnce) {
                indexTimer_.start(Millis(0)); // the event loop has its turn first
            } else if (cameMeanwhile_) {
                wordsCame();
            }
        });
}

void Upkeep::prune() {
    store_.write<int>(
        this,
        asHolder<int>(roster_.fence(), [before = clock_.now() - kAppliedKept](
                                           store::Writer& writer) { return writer.prune(before); }),
        [this](const Result<int>& pruned) {
            if (!pruned) {
                qCWarning(lcHub) << "old deliveries were not pruned:" << pruned.error().id;
            } else if (active_) { // the rest soon, or a busy shop's journal only grows
                pruneTimer_.start(*pruned > 0 ? kPruneMore : kPruneEvery);
            }
        });
}

} // namespace comanda::hub
