#include "core/store/write_queue.h"

#include "core/base/log.h"
#include "core/store/change_feed.h"
#include "core/store/files.h"
#include "core/store/migrate.h"
#include "core/store/seat.h"

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
    if (!opened && opened.error().id == "store.disk_full"_L1 && ballast_.release()) {
        qCWarning(lcStore) << "the disk is full: the ballast file is released";
        opened = Connection::open(config_, false);
    }
    if (!opened) {
        return fail(opened.error());
    }
    if (auto migrated = migrate(**opened, config_, clock_, migrations()); !migrated) {
        return fail(migrated.error());
    }
    if (auto entered = enter(**opened); !entered) {
        return entered;
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
    if (doubt_) { // whoever asks after the next start sees what became of it
        Doubt doubt = std::move(*std::exchange(doubt_, std::nullopt));
        tellAll(std::move(doubt.group), fail(commitFailed(doubt.cause)));
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
    Result<> result = runOrRetry(job);
    group_.push_back({std::move(job.finished), std::move(result)});
    if (group_.size() >= kGroupJobsMax || groupAge_.elapsed() >= kGroupMillis) {
        commitGroup();
    }
}

// A server that ended one of two that waited for each other has let go of what this one held:
// the other can finish, and after it this one.
Result<> WriteQueue::runOrRetry(const Job& job) {
    Result<> result = runInSavepoint(job);
    if (!result && result.error().id == "store.busy"_L1
        && config_.engine == StoreConfig::Engine::Postgres) {
        qCWarning(lcStore) << "run once more:" << result.error().detail;
        result = runInSavepoint(job);
    }
    return result;
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
    ++groupNumber_;
    groupAge_.start();
    return begun;
}

Result<> WriteQueue::prepareCommit() {
    if (config_.engine != StoreConfig::Engine::Postgres) {
        return Done{};
    }
    if (auto marked = markGroup(*connection_, seat_, groupNumber_); !marked) {
        return marked;
    }
    return groupChanges_.isEmpty() ? Result<>(Done{})
                                   : announce(*connection_, seat_, groupChanges_);
}

void WriteQueue::commitGroup() {
    const Result<> prepared = prepareCommit();
    const bool asked = prepared && connection_->isAlive();
    const Result<> committed = prepared ? connection_->commit() : prepared;
    groupOpen_ = false;
    const ChangeSet changes = std::exchange(groupChanges_, {});
    if (!committed) {
        groupFailed(committed.error(), changes, asked);
        return;
    }
    noteRecovery();
    tellAll(std::exchange(group_, {}), committed);
    if (!changes.isEmpty()) {
        Q_EMIT this->committed(changes);
    }
}

void WriteQueue::groupFailed(const Error& cause, const ChangeSet& changes, bool askedToCommit) {
    noteTrouble(cause);
    Group group = std::exchange(group_, {});
    if (connection_->isAlive()) {
        connection_->rollback();
        tellAll(std::move(group), fail(commitFailed(cause)));
        return;
    }
    if (askedToCommit) {
        doubt_ = Doubt{groupNumber_, std::move(group), changes, cause};
    } else {
        tellAll(std::move(group), fail(commitFailed(cause)));
    }
    dropConnection();
    retryAfter_ = Millis(0);
    retryLater();
}

Result<> WriteQueue::resolveDoubt(Connection& connection) {
    if (!doubt_) {
        return Done{};
    }
    const auto last = lastGroup(connection, seat_);
    if (!last) {
        return fail(last.error());
    }
    Doubt doubt = std::move(*std::exchange(doubt_, std::nullopt));
    const bool happened = *last == doubt.number;
    qCWarning(lcStore) << "the group whose commit got no answer was"
                       << (happened ? "committed" : "not committed");
    tellAll(std::move(doubt.group), happened ? Result<>(Done{}) : fail(commitFailed(doubt.cause)));
    if (happened && !doubt.changes.isEmpty()) {
        Q_EMIT committed(doubt.changes);
    }
    return Done{};
}

void WriteQueue::tellAll(Group group, const Result<>& committed) {
    // A callback may be slow to run but cannot post into this group: it is closed already.
    for (Finished& one : group) {
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
    if (usable) {
        usable = resolveDoubt(**opened);
    }
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
