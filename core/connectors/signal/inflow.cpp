#include "core/connectors/signal/inflow.h"

#include "core/connectors/signal/read.h"

#include <QPointer>

namespace comanda::signal {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kItemsMax = 1000;
constexpr qint64 kBytesMax = 16LL * 1024 * 1024;

} // namespace

Inflow::Inflow(const connect::Host& host, const Timing& timing, QString account, Doubts& doubts,
               QObject* parent)
    : QObject(parent),
      host_(host),
      timing_(timing),
      account_(std::move(account)),
      doubts_(doubts),
      again_(this) {
    again_.setSingleShot(true);
    connect(&again_, &QTimer::timeout, this, &Inflow::offer);
}

void Inflow::take(const QByteArray& line) {
    Events events = signal::read(line, account_);
    doubts_.read(events);
    take(line, std::move(events));
}

void Inflow::take(const QByteArray& line, Events events) {
    items_[++lastItem_] = {{line, u"daemon"_s, host_.clock->now()}, std::move(events), false};
    bytes_ += line.size();
    watchRoom();
    if (!again_.isActive()) { // behind what was refused it waits its turn
        offer();
    }
}

void Inflow::offerNow() {
    again_.stop();
    offer();
}

void Inflow::offer() {
    const QPointer<Inflow> self(this);
    for (quint64 id = 0; self;) {
        const auto next = items_.upper_bound(id); // the host may answer from inside
        if (next == items_.end() || again_.isActive()) {
            return;
        }
        id = next->first;
        Item& item = next->second;
        if (!std::exchange(item.offered, true)) {
            host_.intake(item.delivery, item.events, std::nullopt,
                         [self, id](const Result<>& result) {
                             if (self) {
                                 self->stored(id, result);
                             }
                         });
        }
    }
}

void Inflow::stored(quint64 id, const Result<>& result) {
    const auto found = items_.find(id);
    if (found == items_.end()) {
        return;
    }
    if (!result) {
        found->second.offered = false;
        again_.start(timing_.storeAgain);
        return;
    }
    bytes_ -= found->second.delivery.body.size();
    items_.erase(found);
    watchRoom();
    if (items_.empty()) {
        Q_EMIT emptied();
    }
}

void Inflow::watchRoom() {
    const bool full = items_.size() >= kItemsMax || bytes_ >= kBytesMax;
    const bool roomy = items_.size() < kItemsMax / 2 && bytes_ < kBytesMax / 2;
    if (full != full_ && (full || roomy)) {
        full_ = full;
        Q_EMIT this->full(full_);
    }
}

} // namespace comanda::signal
