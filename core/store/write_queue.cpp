#include "core/store/write_queue.h"

#include "core/base/log.h"
#include "core/store/change_feed.h"
#include "core/store/files.h"
#include "core/store/migrate.h"

#include <QCoreApplication>
#include <QEvent>
#include <QRandomGenerator>

#include <exception>

namespace comanda::store {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kJobEvent = static_cast<QEvent::Type>(QEvent::User + 1);
constexpr auto kCommitEvent = static_cast<QEvent::Type>(QEvent::User + 2);
constexpr Millis kRetryFirst{250};
constexpr Millis kRetryMax{10'000};
constexpr Millis kBallastFirst{1'000}; // after the window is there
constexpr Millis kBallastEvery{60'000};

class JobEvent final : public QEvent {
public:
    explicit JobEvent(WriteQueue::Job job) : QEvent(kJobEvent), job(std::move(job)) {}
    WriteQueue::Job job;
};

Error commitFailed(const Error& cause) {
    Error error = cause;
    error.id = u"store.commit_failed"_s;
    error.params.insert(u"cause"_s, cause.id);
    error.detail = cause.id + u": "_s + cause.detail;
    return error;
}

QString ballastPath(const StoreConfig& config) {
    // A PostgreSQL server's disk is not ours to keep.
    return config.engine == StoreConfig::Engine::Sqlite ? folderOf(config.path) + u"/ballast"_s
                                                        : QString();
}

} // namespace

WriteQueue::WriteQueue(StoreConfig config, const Clock& clock, QString seat)
    : config_(std::move(config)),
      clock_(clock),
      seat_(std::move(seat)),
      ballast_(ballastPath(config_)) {}

WriteQueue::~WriteQueue() = default;

Result<> WriteQueue::open() {
    auto opened = Connection::open(config_, false);
    if (!opened) {
        return fail(opened.error());
    }
    if (auto migrated = migrate(**opened, config_, clock_, migrations()); !migrated) {
        return fail(migrated.error());
    }
    use(std::move(*opened));
    retry_ = new QTimer(this);
    retry_->setSingleShot(true);
    connect(retry_, &QTimer::timeout, this, [this] { static_cast<void>(reconnect()); });
    if (config_.engine == StoreConfig::Engine::Sqlite) {
        maintenance_ = new QTimer(this);
        connect(maintenance_, &QTimer::timeout, this, &WriteQueue::keepBallast);
        maintenance_->start(kBallastFirst);
    }
    return Done{};
}

void WriteQueue::close() {
    if (groupOpen_) {
        commitGroup();
    }
    delete std::exchange(retry_, nullptr);
    delete std::exchange(maintenance_, nullptr);
    dropConnection();
}

void WriteQueue::post(Job job) {
    QCoreApplication::postEvent(this, new JobEvent(std::move(job)));
}

bool WriteQueue::event(QEvent* event) {
    switch (static_cast<int>(event->type())) {
    case kJobEvent:
        run(std::move(static_cast<JobEvent*>(event)->job));
        return true;
    case kCommitEvent:
        commitPosted_ = false;
        if (groupOpen_) {
            commitGroup();
        }
        return true;
    default:
        return QObject::event(event);
    }
}

void WriteQueue::run(Job job) {
    if (!groupOpen_) {
        if (auto begun = beginGroup(); !begun) {
            noteTrouble(begun.error());
            job.finished(fail(begun.error()));
            return;
        }
    }
    if (!commitPosted_) {
        // Behind everything that waits: jobs that are there already share this commit, and nobody
        // waits for jobs that may never come.
        commitPosted_ = true;
        QCoreApplication::postEvent(this, new QEvent(kCommitEvent), Qt::LowEventPriority);
    }
    Result<> result = runInSavepoint(job);
    group_.push_back({std::move(job.finished), std::move(result)});
    if (group_.size() >= kGroupJobsMax || groupAge_.elapsed() >= kGroupMillis) {
        commitGroup();
    }
}

Result<> WriteQueue::runInSavepoint(const Job& job) {
    if (auto begun = connection_->savepoint(); !begun) {
        return begun;
    }
    jobChanges_ = {};
    Result<> result = Done{};
    try {
        result = job.run(*writer_);
    } catch (const std::exception& thrown) {
        result =
            fail(ErrorKind::Storage, u"store.job_threw"_s, QString::fromLocal8Bit(thrown.what()));
    }
    if (result) {
        result = connection_->releaseSavepoint();
    }
    if (!result) {
        connection_->rollbackToSavepoint();
        if (result.error().id == "store.disk_full"_L1) {
            noteTrouble(result.error());
        }
        return result;
    }
    groupChanges_.merge(jobChanges_);
    return result;
}

Result<> WriteQueue::beginGroup() {
    Result<> begun = connection_
                         ? connection_->begin()
                         : fail(ErrorKind::Network, u"store.connection_lost"_s, u"not connected"_s);
    if (!begun && (!connection_ || !connection_->isAlive())) {
        // Nothing has run in this group yet: a server that came back in the meantime is no loss.
        begun = reconnect();
        if (begun) {
            begun = connection_->begin();
        }
    }
    if (!begun) {
        return begun;
    }
    groupOpen_ = true;
    groupAge_.start();
    return begun;
}

Result<> WriteQueue::finishTransaction() {
    if (config_.engine == StoreConfig::Engine::Postgres && !groupChanges_.isEmpty()) {
        if (auto told = announce(*connection_, seat_, groupChanges_); !told) {
            return told;
        }
    }
    return connection_->commit();
}

void WriteQueue::commitGroup() {
    const Result<> committed = finishTransaction();
    groupOpen_ = false;
    const ChangeSet changes = std::exchange(groupChanges_, {});
    if (committed) {
        noteRecovery();
        tellAll(committed);
        if (!changes.isEmpty()) {
            Q_EMIT this->committed(changes);
        }
        return;
    }
    // Whether a commit that lost its connection took place is unknown; "failed" is the safe word,
    // since whoever repeats an intake finds its event keys seen.
    connection_->rollback();
    noteTrouble(committed.error());
    tellAll(fail(commitFailed(committed.error())));
    if (!connection_->isAlive()) {
        dropConnection();
        retryAfter_ = Millis(0);
        retryLater();
    }
}

void WriteQueue::tellAll(const Result<>& committed) {
    // A callback may be slow to run but cannot post into this group: it is closed already.
    for (Finished& one : std::exchange(group_, {})) {
        // A job's own error stays its own, except where the group took everything with it.
        if (committed) {
            one.tell(std::move(one.result));
        } else {
            one.tell(committed);
        }
    }
}

void WriteQueue::use(std::unique_ptr<Connection> connection) {
    connection_ = std::move(connection);
    writer_.emplace(*connection_, clock_, jobChanges_);
}

void WriteQueue::dropConnection() {
    writer_.reset();
    connection_.reset();
}

Result<> WriteQueue::reconnect() {
    if (retry_ == nullptr) {
        return fail(ErrorKind::Cancelled, u"store.closed"_s);
    }
    if (retry_->isActive()) {
        return fail(ErrorKind::Network, u"store.connection_lost"_s, u"waiting to reconnect"_s);
    }
    if (groupOpen_ || (connection_ && connection_->isAlive())) {
        return Done{};
    }
    dropConnection();
    auto opened = Connection::open(config_, false);
    Result<> usable = opened ? requireSchema(**opened, latestSchema()) : fail(opened.error());
    if (!usable) {
        noteTrouble(usable.error());
        retryLater();
        return usable;
    }
    use(std::move(*opened));
    retryAfter_ = Millis(0);
    noteRecovery();
    ChangeSet everything;
    everything.all = true;
    Q_EMIT committed(everything);
    return Done{};
}

void WriteQueue::retryLater() {
    if (retry_ == nullptr) {
        return;
    }
    // Spread out, so that the seats of a shop do not all knock at once.
    const auto jitter = Millis(QRandomGenerator::global()->bounded(100));
    retry_->start(retryAfter_ + jitter);
    retryAfter_ = retryAfter_ == Millis(0) ? kRetryFirst : std::min(retryAfter_ * 2, kRetryMax);
}

void WriteQueue::noteTrouble(const Error& cause) {
    if (cause.id == "store.disk_full"_L1 && ballast_.release()) {
        qCWarning(lcStore) << "the disk is full: the ballast file is released";
    }
    if (trouble_ != cause.id) {
        trouble_ = cause.id;
        qCWarning(lcStore) << "cannot write:" << cause.id << cause.detail;
        Q_EMIT troubled(cause);
    }
}

void WriteQueue::noteRecovery() {
    if (!trouble_.isEmpty()) {
        trouble_.clear();
        qCInfo(lcStore) << "can write again";
        Q_EMIT troubled(Error());
    }
}

void WriteQueue::keepBallast() {
    maintenance_->start(kBallastEvery);
    ballast_.ensure();
}

} // namespace comanda::store
