#include "core/connectors/signal/daemon.h"

#include "core/base/json.h"

#include <QRandomGenerator>

#include <algorithm>

namespace comanda::signal {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kCallsMax = 32; // under way at once

} // namespace

Daemon::Daemon(Place place, const Timing& timing, QObject* parent)
    : QObject(parent), place_(std::move(place)), timing_(timing), again_(this), opening_(this) {
    again_.setSingleShot(true);
    opening_.setSingleShot(true);
    connect(&again_, &QTimer::timeout, this, &Daemon::connectNow);
    connect(&opening_, &QTimer::timeout, this, [this] {
        reconnect(FailureClass::Timeout, u"signal.daemon_gone"_s, u"no connection in time"_s);
    });
}

Daemon::~Daemon() {
    if (line_) {
        line_->disconnect(this);
    }
}

void Daemon::start() {
    running_ = true;
    connectNow();
}

void Daemon::connectNow() {
    if (!running_) {
        return;
    }
    line_ = makeLine(place_, timing_);
    connect(line_.get(), &Line::opened, this, [this] {
        opening_.stop();
        failures_ = 0;
        open_ = true;
        Q_EMIT opened();
    });
    connect(line_.get(), &Line::closed, this, &Daemon::lineClosed);
    connect(line_.get(), &Line::received, this, &Daemon::received);
    connect(line_.get(), &Line::lost, this,
            [this](const QString& id, FailureClass failure, bool mayHaveArrived,
                   const QString& detail) {
                end(id, noAnswer(failure, mayHaveArrived, u"signal.no_answer"_s, detail));
            });
    if (held_) {
        line_->hold(true);
    }
    opening_.start(timing_.open);
    line_->open();
}

// Between three quarters of and the whole doubled time.
void Daemon::connectLater() {
    const int doublings = std::clamp(failures_++, 0, 16);
    const Millis longest =
        std::min(timing_.backoffMax, timing_.backoffFirst * (std::int64_t{1} << doublings));
    const double share = 0.75 + QRandomGenerator::global()->generateDouble() / 4;
    again_.start(Millis(static_cast<std::int64_t>(static_cast<double>(longest.count()) * share)));
}

void Daemon::reconnect(FailureClass failure, const QString& id, const QString& detail) {
    if (line_) {
        lineClosed(failure, id, detail);
    }
}

void Daemon::lineClosed(FailureClass failure, const QString& id, const QString& detail) {
    Line* old = line_.release(); // it may be what is calling us
    old->disconnect(this);
    old->close();
    old->deleteLater();
    opening_.stop();
    open_ = false;
    endAll(failure, id, detail);
    if (running_) {
        connectLater();
        Q_EMIT closed(failure, id, detail);
    }
}

void Daemon::stop() {
    running_ = false;
    again_.stop();
    if (line_) {
        lineClosed(FailureClass::Refused, u"channel.stopped"_s, {});
    }
}

QString Daemon::call(const Call& call, Millis deadline, Answered answered) {
    if (!open_) {
        answerLater(std::move(answered),
                    noAnswer(FailureClass::Refused, false, u"signal.daemon_gone"_s));
        return {};
    }
    if (calls_.size() >= kCallsMax) {
        answerLater(std::move(answered),
                    noAnswer(FailureClass::Throttled, false, u"signal.busy"_s));
        return {};
    }
    QString id = u"c"_s + QString::number(++lastCall_);
    calls_.emplace(id, std::move(answered));
    QTimer::singleShot(deadline, this, [this, id] {
        end(id, noAnswer(FailureClass::Timeout, true, u"signal.no_answer"_s));
    });
    line_->send(id, writeRequest(id, call), deadline);
    return id;
}

void Daemon::answerLater(Answered answered, const Answer& answer) {
    QMetaObject::invokeMethod(
        this, [answered = std::move(answered), answer] { answered(answer); }, Qt::QueuedConnection);
}

void Daemon::received(const QByteArray& line) {
    const Result<QJsonObject> json = parseObject(line);
    const auto named = json ? readAnswer(*json) : std::nullopt;
    // Ids are ours alone: whatever names none of them is news, or nothing that we understand.
    if (!named || !named->id.startsWith(u'c')) {
        Q_EMIT told(line);
    } else if (calls_.contains(named->id)) {
        end(named->id, named->answer);
    } else {
        Q_EMIT answeredLate(named->id, line, named->answer);
    }
}

void Daemon::end(const QString& id, const Answer& answer) {
    auto node = calls_.extract(id);
    if (!node.empty()) { // else its answer came before its deadline
        node.mapped()(answer);
    }
}

// What stood in a socket may have been read. Nobody can tell.
void Daemon::endAll(FailureClass failure, const QString& id, const QString& detail) {
    std::map<QString, Answered> calls;
    calls.swap(calls_);
    for (const auto& [name, answered] : calls) {
        answered(noAnswer(failure, true, id, detail));
    }
}

void Daemon::hold(bool on) {
    held_ = on;
    if (line_) {
        line_->hold(on);
    }
}

} // namespace comanda::signal
