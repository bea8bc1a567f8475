// The journal's thread: it alone touches the file; what waits is committed together.
#include "core/store/journal.h"

#include "core/base/log.h"
#include "core/store/files.h"
#include "core/store/journal_file.h"
#include "core/store/store_lock.h"

#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <set>
#include <thread>

namespace comanda::store {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t kBatchMax = 64; // appends in one transaction

struct Append {
    QString route;
    QByteArray headers;
    std::function<Result<QByteArray>(qint64)> seal;
    std::function<void(Result<qint64>)> done;
    Result<qint64> outcome = qint64{0}; // until the commit: the id it will have, or why it has none
};

Error commitFailed(const Error& cause) {
    return Error{ErrorKind::Storage,
                 u"store.commit_failed"_s,
                 {},
                 cause.id + u": "_s + cause.detail,
                 std::nullopt};
}

} // namespace

class Journal::Private {
public:
    Private(const QString& path, qint64 quota, const Clock& clock) : clock_(clock), quota_(quota) {
        config_.path = path;
        config_.dataDir = folderOf(path);
    }
    ~Private();
    Private(const Private&) = delete;
    Private& operator=(const Private&) = delete;

    Result<> open();
    void append(Append append);
    void onAppended(std::function<void()> callback);
    [[nodiscard]] const QString& identity() const { return identity_; }
    void setIdentity(const QString& identity) { identity_ = identity; }

    // Runs on the journal's thread with the file open, while the caller waits.
    template <typename T>
    Result<T> call(const std::function<Result<T>(JournalFile&)>& work) {
        Q_ASSERT(std::this_thread::get_id() != thread_.get_id());
        // Shared: the waiter may be gone before set_value() has returned.
        const auto promise = std::make_shared<std::promise<Result<T>>>();
        std::future<Result<T>> future = promise->get_future();
        post([this, promise, &work] {
            const Result<> ready = ensureOpen();
            Result<T> outcome = ready ? work(*file_) : Result<T>(fail(ready.error()));
            if (!outcome && outcome.error().kind == ErrorKind::Storage) {
                file_.reset();
            }
            promise->set_value(std::move(outcome));
        });
        return future.get();
    }

private:
    void run();
    void post(std::function<void()> call);
    Result<> ensureOpen();
    std::vector<Append> nextBatch(std::unique_lock<std::mutex>& lock);
    void commitBatch(std::vector<Append> batch);
    Result<> writeBatch(std::vector<Append>& batch);
    Result<> writeOne(Append& append);
    void announce();

    const Clock& clock_;
    qint64 quota_;
    StoreConfig config_;
    std::unique_ptr<StoreLock> lock_;
    QString identity_; // the callers' thread

    std::unique_ptr<JournalFile> file_; // the journal's thread only

    std::mutex
        appendedMutex_; // held during the call, so that setting another one waits for its end
    std::function<void()> appended_;

    std::mutex mutex_; // guards what follows
    std::condition_variable wake_;
    std::deque<Append> appends_;
    std::deque<std::function<void()>> calls_;
    bool stopping_ = false;
    std::thread thread_;
};

Journal::Private::~Private() {
    if (!thread_.joinable()) {
        return;
    }
    {
        const std::scoped_lock lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_one();
    thread_.join();
}

Result<> Journal::Private::open() {
    if (!makeOwnerFolder(config_.dataDir) || !makeOwnerFile(config_.path)) {
        return fail(ErrorKind::Storage, u"store.cannot_open"_s, config_.path);
    }
    auto taken = StoreLock::take(config_.path + u".lock"_s);
    if (!taken) {
        return fail(std::move(taken).error());
    }
    lock_ = std::move(*taken);
    thread_ = std::thread([this] { run(); });
    return call<Done>([this](JournalFile& file) -> Result<> {
        identity_ = file.identity();
        return Done{};
    });
}

// Also after an error: a connection whose fsync failed must not be trusted with another one.
Result<> Journal::Private::ensureOpen() {
    if (file_) {
        return Done{};
    }
    auto opened = JournalFile::open(config_, clock_);
    if (!opened) {
        return fail(std::move(opened).error());
    }
    file_ = std::move(*opened);
    return Done{};
}

void Journal::Private::append(Append append) {
    {
        const std::scoped_lock lock(mutex_);
        appends_.push_back(std::move(append));
    }
    wake_.notify_one();
}

void Journal::Private::post(std::function<void()> call) {
    {
        const std::scoped_lock lock(mutex_);
        calls_.push_back(std::move(call));
    }
    wake_.notify_one();
}

void Journal::Private::onAppended(std::function<void()> callback) {
    const std::scoped_lock lock(appendedMutex_);
    appended_ = std::move(callback);
}

// What was handed over before the end is still done.
void Journal::Private::run() {
    std::unique_lock lock(mutex_);
    for (;;) {
        wake_.wait(lock, [this] { return stopping_ || !calls_.empty() || !appends_.empty(); });
        if (calls_.empty() && appends_.empty()) {
            break;
        }
        if (!calls_.empty()) {
            const std::function<void()> work = std::move(calls_.front());
            calls_.pop_front();
            lock.unlock();
            work();
            lock.lock();
        }
        if (!appends_.empty()) {
            std::vector<Append> batch = nextBatch(lock);
            commitBatch(std::move(batch));
            lock.lock();
        }
    }
    lock.unlock();
    file_.reset(); // in the thread that opened it
}

// Leaves the lock open.
std::vector<Append> Journal::Private::nextBatch(std::unique_lock<std::mutex>& lock) {
    std::vector<Append> batch;
    while (!appends_.empty() && batch.size() < kBatchMax) {
        batch.push_back(std::move(appends_.front()));
        appends_.pop_front();
    }
    lock.unlock();
    return batch;
}

// An error here is the whole batch's; what concerns this item alone is in its outcome.
Result<> Journal::Private::writeOne(Append& append) {
    const auto full = [&] {
        return fail(ErrorKind::Storage, u"mailbox.full"_s,
                    u"%1 bytes wait"_s.arg(file_->waitingBytes()));
    };
    if (file_->waitingBytes() >= quota_) {
        append.outcome = full(); // before the work of sealing
        return Done{};
    }
    const qint64 id = file_->nextId();
    const Result<QByteArray> sealed = append.seal(id);
    if (!sealed) {
        append.outcome = fail(ErrorKind::Invalid, u"mailbox.cannot_seal"_s, sealed.error().id);
        return Done{};
    }
    if (file_->waitingBytes() + sealed->size() + append.headers.size() > quota_) {
        append.outcome = full();
        return Done{};
    }
    append.outcome = file_->add(append.route, append.headers, *sealed, id);
    return append.outcome ? Result<>(Done{}) : Result<>(fail(append.outcome.error()));
}

Result<> Journal::Private::writeBatch(std::vector<Append>& batch) {
    Result<> done = ensureOpen();
    if (done) {
        done = file_->begin();
    }
    std::set<QString> routes;
    for (auto append = batch.begin(); done && append != batch.end(); ++append) {
        done = writeOne(*append);
        if (append->outcome) {
            routes.insert(append->route);
        }
    }
    for (auto route = routes.begin(); done && route != routes.end(); ++route) {
        done = file_->notePost(*route);
    }
    return done ? file_->commit() : done;
}

void Journal::Private::commitBatch(std::vector<Append> batch) {
    const Result<> committed = writeBatch(batch);
    if (!committed) {
        qCWarning(lcMailbox) << "the journal cannot write:" << committed.error().id
                             << committed.error().detail;
        file_.reset();
    }
    bool added = false;
    for (Append& append : batch) {
        if (!committed) {
            append.outcome = fail(commitFailed(committed.error()));
        }
        added = added || append.outcome.has_value();
        append.done(std::move(append.outcome));
    }
    if (added) {
        announce();
    }
}

void Journal::Private::announce() {
    const std::scoped_lock lock(appendedMutex_);
    if (appended_) {
        appended_();
    }
}

Journal::Journal(std::unique_ptr<Private> priv) : d(std::move(priv)) {}
Journal::~Journal() = default;

Result<std::unique_ptr<Journal>> Journal::open(const QString& path, qint64 quota,
                                               const Clock& clock) {
    auto d = std::make_unique<Private>(path, quota, clock);
    Result<> opened = d->open();
    if (!opened) {
        return fail(std::move(opened).error());
    }
    return std::unique_ptr<Journal>(new Journal(std::move(d)));
}

void Journal::append(const QString& route, const QByteArray& headers,
                     std::function<Result<QByteArray>(qint64)> seal,
                     std::function<void(Result<qint64>)> done) {
    d->append({route, headers, std::move(seal), std::move(done)});
}

Result<std::vector<JournalItem>> Journal::after(qint64 cursor, int limit, qint64 maxBytes) {
    return d->call<std::vector<JournalItem>>(
        [=](JournalFile& file) { return file.after(cursor, limit, maxBytes); });
}

Result<> Journal::acknowledge(qint64 through) {
    return d->call<Done>([=](JournalFile& file) { return file.acknowledge(through); });
}

Result<> Journal::noteHandshake(const QString& route) {
    return d->call<Done>([&](JournalFile& file) { return file.noteHandshake(route); });
}

Result<int> Journal::prune(Time acknowledgedBefore) {
    return d->call<int>([=](JournalFile& file) { return file.prune(acknowledgedBefore); });
}

Result<JournalFigures> Journal::figures() {
    return d->call<JournalFigures>([](JournalFile& file) { return file.figures(); });
}

Result<std::optional<QString>> Journal::hub() {
    return d->call<std::optional<QString>>([](JournalFile& file) { return file.hub(); });
}

Result<> Journal::setHub(const QString& hubId) {
    return d->call<Done>([&](JournalFile& file) { return file.setHub(hubId); });
}

Result<> Journal::renewIdentity() {
    const auto renewed = d->call<QString>([](JournalFile& file) { return file.renewIdentity(); });
    if (!renewed) {
        return fail(renewed.error());
    }
    d->setIdentity(*renewed);
    return Done{};
}

const QString& Journal::identity() const {
    return d->identity();
}

void Journal::onAppended(std::function<void()> callback) {
    d->onAppended(std::move(callback));
}

} // namespace comanda::store
