// The journal's thread: it alone touches the file; what waits is committed together.
#include "core/base/log.h"
#include "core/store/journal_private.h"

#include <QStorageInfo>

#include <set>

namespace comanda::store {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t kBatchMax = 64;                 // appends in one transaction
constexpr qint64 kKeptBack = 32LL * 1024 * 1024; // more than the log grows to before it is emptied
constexpr qint64 kTrial = 256LL * 1024;          // as much as some deliveries with all their pages

bool isLow(const QString& folder) {
    return QStorageInfo(folder).bytesAvailable() < kKeptBack;
}

Error commitFailed(const Error& cause) {
    return Error{ErrorKind::Storage,
                 u"store.commit_failed"_s,
                 {{u"cause"_s, cause.id}},
                 cause.id + u": "_s + cause.detail,
                 std::nullopt};
}

} // namespace

Journal::Private::Private(const QString& path, qint64 quota, const Clock& clock)
    : clock_(clock), quota_(quota), ballast_(path + u".ballast"_s, kKeptBack) {
    config_.path = path;
    config_.dataDir = folderOf(path);
}

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
    if (identityOnDisk_ && FileIdentity::of(config_.path) != identityOnDisk_) {
        return fail(ErrorKind::Storage, u"store.lost"_s, config_.path,
                    {{u"file"_s, config_.path}}); // an empty one would look like a good one
    }
    auto opened = JournalFile::open(config_, clock_);
    if (!opened && opened.error().id == "store.disk_full"_L1 && ballast_.release()) {
        opened = JournalFile::open(config_, clock_);
    }
    if (!opened) {
        return fail(std::move(opened).error());
    }
    file_ = std::move(*opened);
    identityOnDisk_ = FileIdentity::of(config_.path);
    return Done{};
}

// A full disk leaves the connection whole, and what was removed behind it can still be collected
// through it and through nothing else.
void Journal::Private::afterError(const Error& error) {
    if (!file_ || error.kind != ErrorKind::Storage) {
        return;
    }
    file_->rollback();
    if (error.id != "store.disk_full"_L1 && error.id != "store.lost"_L1) {
        file_.reset();
    }
}

// What was kept back, and what the hub has for certain.
bool Journal::Private::roomAfter(const Error& error, bool evenIfNobodyHasIt) {
    afterError(error);
    if (!file_ || error.id != "store.disk_full"_L1) {
        return false;
    }
    if (file_->keptBytes() == file_->waitingBytes() && !evenIfNobodyHasIt) {
        return false; // what is kept back is for the acknowledgement and for what it lets go
    }
    const bool released = ballast_.release();
    const bool emptied = file_->checkpoint().has_value();
    const auto removed = file_->giveUp();
    qCWarning(lcMailbox) << "the disk is full; acknowledged items given up:" << removed.value_or(0);
    return released || emptied || (removed && *removed > 0);
}

// Within the quota, in the transaction that is open.
Result<> Journal::Private::makeRoomFor(qint64 bytes) {
    while (file_->keptBytes() + bytes > quota_) {
        const auto removed = file_->giveUp();
        if (!removed) {
            return fail(removed.error());
        }
        if (*removed == 0) {
            break;
        }
    }
    return Done{};
}

// What an append would meet now.
QString Journal::Private::troubleNow() {
    if (const auto here = file_->inPlace(); !here) {
        return here.error().id;
    }
    if (trouble_ == "mailbox.full"_L1 && file_->waitingBytes() < fullAt_) {
        trouble_.clear();
    }
    if (!trouble_.isEmpty() && trouble_ != "mailbox.full"_L1) {
        const Result<> tried = file_->tryWriting(kTrial);
        trouble_ = tried ? QString() : tried.error().id;
    }
    return trouble_;
}

Result<JournalFigures> Journal::Private::figures() {
    return call<JournalFigures>([this](JournalFile& file) {
        auto figures = file.figures();
        if (figures) {
            figures->trouble = troubleNow();
        }
        return figures;
    });
}

Result<int> Journal::Private::prune(Time before) {
    return call<int>([this, before](JournalFile& file) {
        if (trouble_.isEmpty()) {
            ballast_.ensure();
        }
        return file.prune(before);
    });
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
std::vector<Journal::Private::Append>
Journal::Private::nextBatch(std::unique_lock<std::mutex>& lock) {
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
    if (auto room = makeRoomFor(sealed->size() + append.headers.size()); !room) {
        return room;
    }
    append.outcome = file_->add(append.route, append.headers, *sealed, id);
    return append.outcome ? Result<>(Done{}) : Result<>(fail(append.outcome.error()));
}

Result<> Journal::Private::writeBatch(std::vector<Append>& batch) {
    Result<> done = ensureOpen();
    if (done) {
        done = file_->begin();
    }
    if (done && isLow(config_.dataDir)) { // while there is room to do it in
        done = file_->giveUp().map([](int) { return Done{}; });
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

void Journal::Private::noteTrouble(const Result<>& committed, const std::vector<Append>& batch) {
    trouble_.clear();
    if (!committed) {
        qCWarning(lcMailbox) << "the journal cannot write:" << committed.error().id
                             << committed.error().detail;
        trouble_ = committed.error().id;
        afterError(committed.error());
        return;
    }
    for (const Append& append : batch) {
        if (!append.outcome && append.outcome.error().id == "mailbox.full"_L1) {
            trouble_ = append.outcome.error().id;
            fullAt_ = file_->waitingBytes();
        }
    }
}

void Journal::Private::commitBatch(std::vector<Append> batch) {
    Result<> committed = writeBatch(batch);
    if (!committed && roomAfter(committed.error(), false)) {
        committed = writeBatch(batch);
    }
    noteTrouble(committed, batch);
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

} // namespace comanda::store
