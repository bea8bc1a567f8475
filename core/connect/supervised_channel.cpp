#include "core/connect/supervised_channel.h"

#include "core/base/log.h"

#include <QRandomGenerator>

#include <algorithm>

namespace comanda::connect {
namespace {

using namespace Qt::StringLiterals;

constexpr int kSilentLooksMin = 3; // a jump of the clock alone makes nobody look hung

std::size_t at(CallKind call) {
    return static_cast<std::size_t>(call);
}

// Failures that speak about the wire or the platform. A throttle pauses its own bucket, a refused
// login its own sends; neither is a reason to stop calling.
bool opensBreaker(FailureClass failure) {
    switch (failure) {
    case FailureClass::Dns:
    case FailureClass::Refused:
    case FailureClass::Timeout:
    case FailureClass::Tls:
    case FailureClass::Http5xx:
    case FailureClass::Protocol:
        return true;
    case FailureClass::Throttled:
    case FailureClass::Auth:
    case FailureClass::Silent:
        return false;
    }
    Q_UNREACHABLE();
}

} // namespace

void Line::open(ConnectorRun* run) {
    const std::lock_guard lock(mutex_);
    run_ = run;
}

void Line::close(CallEnd begun) {
    {
        const std::lock_guard lock(mutex_);
        run_ = nullptr;
    }
    calls_->endAll(begun);
}

bool Line::post(ConnectorRun::Work work) {
    const std::lock_guard lock(mutex_);
    return run_ != nullptr && run_->post(std::move(work));
}

SupervisedChannel::SupervisedChannel(const Clock& clock, const SupervisorLimits& limits,
                                     MakeHost makeHost, Plan plan, QObject* parent)
    : QObject(parent),
      clock_(clock),
      limits_(limits),
      makeHost_(std::move(makeHost)),
      plan_(std::move(plan)) {}

SupervisedChannel::~SupervisedChannel() {
    if (run_ == nullptr) {
        line_->close();
        return;
    }
    askToStop();
    disconnect(run_, nullptr, this, nullptr);
    const bool inTime = run_->wait(stopDeadline_);
    line_->close();
    if (inTime) {
        delete run_;
    } else {
        qCWarning(lcChannel) << "left a hung connector behind at the end:" << run_->objectName();
        run_->abandon();
    }
}

double SupervisedChannel::jitter() const {
    return limits_.jitter ? limits_.jitter() : QRandomGenerator::global()->generateDouble();
}

void SupervisedChannel::start() {
    startRun();
    noticeReadiness();
}

void SupervisedChannel::replace(Plan plan) {
    finishing_ = false;
    starts_ = {};
    breakers_ = {};
    if (run_ == nullptr) {
        plan_ = std::move(plan);
        startRun();
    } else {
        nextPlan_ = std::move(plan); // two connectors on one account would fight each other
        askToStop();
    }
    noticeReadiness();
}

void SupervisedChannel::finish() {
    finishing_ = true;
    nextPlan_.reset();
    restartAt_.reset();
    if (run_ == nullptr) {
        line_->close();
        QMetaObject::invokeMethod(this, &SupervisedChannel::ended, Qt::QueuedConnection);
        return;
    }
    askToStop();
    noticeReadiness();
}

void SupervisedChannel::askToStop() {
    if (!stopAsked_) {
        stopAsked_ = clock_.monotonic();
        stopDeadline_ = QDeadlineTimer(limits_.stopWithin);
        run_->finish();
    }
}

void SupervisedChannel::startRun() {
    restartAt_.reset();
    stopAsked_.reset();
    silentLooks_ = 0;
    auto* run =
        new ConnectorRun({plan_.module.make, plan_.config, plan_.cursor, plan_.start}, makeHost_);
    run_ = run;
    // `run_ != run`: what an abandoned one said before and is delivered only now.
    connect(run, &ConnectorRun::reported, this, [this, run](const Observation& observation) {
        if (run_ == run) {
            observe(observation);
        }
    });
    connect(run, &ConnectorRun::stored, this, [this, run](const QString& cursor) {
        if (run_ == run) {
            plan_.cursor = cursor;
        }
    });
    connect(run, &QThread::finished, this, [this, run] { onEnded(run); });
    runSince_ = clock_.monotonic();
    run->start();
    run->ping();
    pinged_ = runSince_;
    line_->open(run);
}

void SupervisedChannel::onEnded(ConnectorRun* run) {
    if (run_ != run) {
        return;
    }
    run->wait();
    const std::optional<QString> thrown = run->thrown();
    const bool asked = stopAsked_.has_value();
    line_->close();
    run_ = nullptr;
    run->deleteLater();
    if (thrown || !asked) {
        const QString detail = thrown.value_or(u"ended by itself"_s);
        qCWarning(lcChannel) << toWord(plan_.config.platform) << "connector failed:" << detail;
        if (!asked) {
            planRestart(u"channel.crashed"_s, FailureClass::Protocol, detail);
        }
    }
    afterTheRun();
}

void SupervisedChannel::leaveBehind(const QString& why) {
    ConnectorRun* run = std::exchange(run_, nullptr);
    qCWarning(lcChannel) << toWord(plan_.config.platform) << "connector is left behind:" << why;
    line_->close(CallEnd::Hung);
    run->abandon();
    if (!stopAsked_) {
        planRestart(u"channel.hung"_s, FailureClass::Timeout, why);
    }
    afterTheRun();
}

void SupervisedChannel::planRestart(const QString& id, FailureClass failure,
                                    const QString& detail) {
    const Monotonic now = clock_.monotonic();
    if (now - runSince_ >= limits_.steadyAfter) {
        starts_ = afterSuccess(starts_);
    }
    starts_ = afterFailure(starts_, limits_.rule, now, jitter());
    restartAt_ = starts_.openUntil.value_or(now);
    Q_EMIT crashed(detail);
    Q_EMIT observed({CallKind::Receive, failure, id, detail});
}

void SupervisedChannel::afterTheRun() {
    stopAsked_.reset();
    if (finishing_) {
        restartAt_.reset();
        Q_EMIT ended();
        return;
    }
    if (nextPlan_) {
        plan_ = std::move(*nextPlan_);
        nextPlan_.reset();
        startRun();
    }
    noticeReadiness();
}

void SupervisedChannel::observe(const Observation& observation) {
    Breaker& breaker = breakers_.at(at(observation.call));
    if (!observation.failure) {
        breaker = afterSuccess(breaker);
    } else if (opensBreaker(*observation.failure)) {
        breaker = afterFailure(breaker, limits_.rule, clock_.monotonic(), jitter());
    }
    Q_EMIT observed(observation);
    noticeReadiness();
}

void SupervisedChannel::look() {
    const Monotonic now = clock_.monotonic();
    for (const CallKind call : line_->calls().expire(now)) {
        observe({call, FailureClass::Timeout, u"channel.no_answer"_s, {}});
    }
    if (run_ != nullptr) {
        lookAtRun(now);
    } else if (restartAt_ && now >= *restartAt_) {
        startRun();
    }
    noticeReadiness();
}

void SupervisedChannel::lookAtRun(Monotonic now) {
    if (stopAsked_ && now - *stopAsked_ > limits_.stopWithin) {
        leaveBehind(u"did not stop"_s);
        return;
    }
    if (run_->answered()) {
        silentLooks_ = 0;
        pinged_ = now;
        run_->ping();
        return;
    }
    ++silentLooks_;
    if (silentLooks_ >= kSilentLooksMin && now - pinged_ > limits_.hungAfter) {
        leaveBehind(u"no sign of life"_s);
    }
}

int SupervisedChannel::room(CallKind call) const {
    if (!isRunning()) {
        return 0;
    }
    const Breaker& breaker = breakers_.at(at(call));
    const int waiting = line_->calls().waiting(call);
    if (!breaker.openUntil) {
        return std::max(0, mostWaiting(call) - waiting);
    }
    return mayCall(breaker, clock_.monotonic()) && waiting == 0 ? 1 : 0;
}

void SupervisedChannel::nudge(CallKind call) {
    Breaker& breaker = breakers_.at(at(call));
    if (breaker.openUntil) {
        breaker.openUntil = std::min(*breaker.openUntil, clock_.monotonic());
        noticeReadiness();
    }
}

void SupervisedChannel::noticeReadiness() {
    bool changed = false;
    for (const CallKind call : kKinds) {
        const int now = room(call);
        int& shown = shownRoom_.at(at(call));
        changed = changed || (now > 0) != (shown > 0);
        shown = now;
    }
    if (changed) {
        Q_EMIT readyChanged();
    }
}

} // namespace comanda::connect
