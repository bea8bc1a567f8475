#include "core/connect/connector_run.h"

#include "moc_connector_run.cpp"

#include "core/base/log.h"

#include <exception>
#include <utility>

namespace comanda::connect {

using namespace Qt::StringLiterals;

ConnectorRun::ConnectorRun(Plan plan, const MakeHost& makeHost)
    : plan_(std::move(plan)), context_(new QObject) {
    setObjectName(toWord(plan_.config.platform));
    host_ = makeHost(plan_.config, context_);
    context_->moveToThread(this);
}

ConnectorRun::~ConnectorRun() {
    delete context_; // still there only if the thread was never started
}

bool ConnectorRun::post(Work work) {
    const std::lock_guard lock(mutex_);
    if (context_ == nullptr) {
        return false;
    }
    return QMetaObject::invokeMethod(
        context_,
        [this, work = std::move(work)] {
            if (connector_ != nullptr) {
                attempt([&] { work(*connector_); });
            }
        },
        Qt::QueuedConnection);
}

void ConnectorRun::ping() {
    ++pings_;
    post([this](Connector&) { pongs_.store(pings_.load()); });
}

void ConnectorRun::finish() {
    post([](Connector& connector) { connector.stop(); });
}

void ConnectorRun::abandon() {
    {
        const std::unique_lock lock(gate_->mutex);
        gate_->open = false;
    }
    disconnect(); // signals that are already queued are dropped by the channel
    connect(this, &QThread::finished, this, &QObject::deleteLater);
    quit();
    if (isFinished()) {
        deleteLater();
    }
}

std::optional<QString> ConnectorRun::thrown() const {
    const std::lock_guard lock(mutex_);
    return thrown_;
}

void ConnectorRun::note(const QString& thrown) {
    const std::lock_guard lock(mutex_);
    thrown_ = thrown;
}

void ConnectorRun::live() {
    const std::unique_ptr<Connector> connector =
        plan_.make(plan_.config, guarded(std::exchange(host_, {})));
    connector_ = connector.get();
    const auto forget = qScopeGuard([this] { connector_ = nullptr; });
    connect(connector_, &Connector::stopped, context_, [this] { quit(); });
    if (plan_.start) {
        attempt([this] { connector_->start(plan_.cursor); });
    }
    exec(); // returns at once if that threw
}

void ConnectorRun::attempt(const std::function<void()>& work) {
    try {
        work();
        return;
    } catch (const std::exception& error) {
        note(QString::fromUtf8(error.what()));
    } catch (...) {
        note(u"something that is no std::exception"_s);
    }
    connector_ = nullptr; // it is asked for nothing more
    quit();
}

// What our own calls into the connector throw is caught around them. An exception out of one of
// its own slots unwinds through the event loop, which cannot be used again afterwards; this one
// never is: the connector gets a new thread.
void ConnectorRun::run() {
    attempt([this] { live(); });
    QObject* context = nullptr;
    {
        const std::lock_guard lock(mutex_);
        context = std::exchange(context_, nullptr);
    }
    delete context;
}

Host ConnectorRun::guarded(Host host) {
    auto inner = std::make_shared<const Host>(std::move(host));
    const auto gate = gate_;
    Host outer;
    outer.clock = inner->clock;
    outer.intake = [this, inner, gate](Delivery delivery, Events events,
                                       std::optional<QString> cursor, Stored stored) {
        const std::shared_lock lock(gate->mutex);
        if (!gate->open) {
            return; // the connector was given up: nothing it brings is acknowledged
        }
        const auto next = cursor;
        inner->intake(std::move(delivery), std::move(events), std::move(cursor),
                      [this, gate, next, answer = std::move(stored)](Result<> result) {
                          if (result && next) {
                              Q_EMIT this->stored(*next);
                          }
                          attempt([&] { answer(std::move(result)); });
                      });
    };
    outer.report = [this, inner, gate](Observation observation) {
        const std::shared_lock lock(gate->mutex);
        if (gate->open) {
            if (inner->report) {
                inner->report(observation);
            }
            Q_EMIT reported(observation);
        }
    };
    outer.secret = [inner](const QString& key) { return inner->secret(key); };
    outer.learnAccount = [inner, gate](const QString& account, QJsonObject facts) {
        const std::shared_lock lock(gate->mutex);
        if (gate->open) {
            inner->learnAccount(account, std::move(facts));
        }
    };
    outer.learnProducts = [inner, gate](QMap<QString, QString> names) {
        const std::shared_lock lock(gate->mutex);
        if (gate->open) {
            inner->learnProducts(std::move(names));
        }
    };
    outer.proof = [this, inner, gate](Secret token, std::function<void(QByteArray)> done) {
        const std::shared_lock lock(gate->mutex);
        if (gate->open) {
            inner->proof(std::move(token), [this, answer = std::move(done)](QByteArray proof) {
                attempt([&] { answer(std::move(proof)); });
            });
        }
    };
    return outer;
}

} // namespace comanda::connect
