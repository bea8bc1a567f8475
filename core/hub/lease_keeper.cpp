#include "core/hub/lease_keeper.h"

#include "core/base/log.h"
#include "core/store/writer.h"

namespace comanda::hub {

using namespace Qt::StringLiterals;

LeaseKeeper::LeaseKeeper(store::Store& store, const Clock& clock, QString holder, QObject* parent)
    : QObject(parent), store_(store), clock_(clock), holder_(std::move(holder)) {
    timer_.setInterval(kLeaseRenewed);
    connect(&timer_, &QTimer::timeout, this, &LeaseKeeper::renew);
}

void LeaseKeeper::start() {
    stopped_ = false;
    timer_.start();
    renew();
}

void LeaseKeeper::release(std::function<void()> done) {
    stopped_ = true;
    timer_.stop();
    if (!fence_) {
        QMetaObject::invokeMethod(this, std::move(done), Qt::QueuedConnection);
        return;
    }
    store_.write<Done>(
        this, [fence = *fence_](store::Writer& writer) { return writer.releaseLease(fence); },
        [done = std::move(done)](const Result<>& released) {
            if (!released) { // it runs out by itself
                qCWarning(lcHub) << "the lease was not given back:" << released.error().id;
            }
            done();
        });
    fence_.reset();
}

bool LeaseKeeper::mayAct() const {
    return fence_ && clock_.monotonic() - trustedSince_ < kLeaseTrusted;
}

void LeaseKeeper::doubt() {
    if (!stopped_) {
        renew();
    }
}

void LeaseKeeper::renew() {
    if (asking_) {
        return; // the store does not answer: trust runs out by the clock
    }
    asking_ = true;
    const Monotonic asked = clock_.monotonic(); // the lease runs from before the server saw us
    store_.write<store::Lease>(
        this,
        [holder = holder_, held = fence_.value_or(0)](store::Writer& writer) {
            return writer.takeLease(holder, kLeaseLasts, held);
        },
        [this, asked](const Result<store::Lease>& lease) { renewed(asked, lease); });
}

void LeaseKeeper::renewed(Monotonic asked, const Result<store::Lease>& lease) {
    asking_ = false;
    if (stopped_) {
        return;
    }
    if (!lease) {
        if (lease.error().id == u"lease.held") {
            lose();
            Q_EMIT refused(lease.error().params.value(u"holder"_s));
        } else {
            Q_EMIT unreachable(lease.error());
        }
        return;
    }
    trustedSince_ = asked;
    if (fence_ == lease->fence) {
        return;
    }
    lose(); // it was another's in between
    fence_ = lease->fence;
    Q_EMIT held(lease->fence);
}

void LeaseKeeper::lose() {
    if (fence_) {
        fence_.reset();
        Q_EMIT lost();
    }
}

} // namespace comanda::hub
