#include "core/connect/connector_run.h"

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

Stored ConnectorRun::storedAnswer(std::optional<QString> cursor, Stored stored) {
    return [this, cursor = std::move(cursor), answer = std::move(stored)](Result<> result) {
        if (result && cursor) {
            Q_EMIT this->stored(*cursor);
        }
        attempt([&] { answer(std::move(result)); });
    };
}

Host ConnectorRun::guarded(Host host) {
    const auto inner = std::make_shared<const Host>(std::move(host));
    const auto through = [gate = gate_](const std::function<void()>& work) {
        const std::shared_lock lock(gate->mutex);
        if (gate->open) {
            work();
        }
    };
    Host outer;
    outer.clock = inner->clock;
    outer.read = inner->read; // pure
    // What an abandoned connector brings is not acknowledged: `stored` is never called.
    outer.intake = [=, this](const Delivery& delivery, const Events& events,
                             const std::optional<QString>& cursor, const Stored& stored) {
        through([&] { inner->intake(delivery, events, cursor, storedAnswer(cursor, stored)); });
    };
    outer.report = [=, this](const Observation& observation) {
        through([&] { Q_EMIT reported(observation); });
    };
    outer.secret = [inner](const QString& key) { return inner->secret(key); };
    outer.keepSecret = [=](const QString& key, const Secret& value) {
        through([&] {
            if (inner->keepSecret) {
                inner->keepSecret(key, value);
            }
        });
    };
    outer.learnAccount = [=](const QString& account, const QJsonObject& facts) {
        through([&] { inner->learnAccount(account, facts); });
    };
    outer.learnProducts = [=](const QMap<QString, QString>& names) {
        through([&] { inner->learnProducts(names); });
    };
    outer.proof = [=, this](const Secret& token, const Proved& done) {
        through([&] {
            inner->proof(token, [this, done](const Result<QByteArray>& proof) {
                attempt([&] { done(proof); });
            });
        });
    };
    outer.askAboutToken = [=, this](const Secret& token, const Asked& done) {
        through([&] {
            inner->askAboutToken(token, [this, done](const Result<QJsonObject>& answer) {
                attempt([&] { done(answer); });
            });
        });
    };
    return outer;
}

} // namespace comanda::connect
