// What a journal keeps behind its face: a thread that alone touches the file. For journal*.cpp
// alone.
#pragma once

#include "core/store/ballast.h"
#include "core/store/files.h"
#include "core/store/journal.h"
#include "core/store/journal_file.h"
#include "core/store/store_lock.h"

#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <thread>

namespace comanda::store {

class Journal::Private {
public:
    struct Append {
        QString route;
        QByteArray headers;
        std::function<Result<QByteArray>(qint64)> seal;
        std::function<void(Result<qint64>)> done;
        // Until the commit: the id it will have, or why it has none.
        Result<qint64> outcome = qint64{0};
    };

    Private(const QString& path, qint64 quota, const Clock& clock);
    ~Private();
    Private(const Private&) = delete;
    Private& operator=(const Private&) = delete;

    Result<> open();
    [[nodiscard]] Result<JournalFigures> figures();
    [[nodiscard]] Result<int> prune(Time before);
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
            if (!outcome && roomAfter(outcome.error(), true)) {
                outcome = work(*file_);
            }
            promise->set_value(std::move(outcome));
        });
        return future.get();
    }

private:
    void run();
    void post(std::function<void()> call);
    Result<> ensureOpen();
    // After an error: true if room was made on a full disk, so that it is worth trying again.
    [[nodiscard]] bool roomAfter(const Error& error, bool evenIfNobodyHasIt);
    void afterError(const Error& error);
    [[nodiscard]] QString troubleNow();
    [[nodiscard]] Result<> makeRoomFor(qint64 bytes);
    std::vector<Append> nextBatch(std::unique_lock<std::mutex>& lock);
    void commitBatch(std::vector<Append> batch);
    Result<> writeBatch(std::vector<Append>& batch);
    Result<> writeOne(Append& append);
    void noteTrouble(const Result<>& committed, const std::vector<Append>& batch);
    void announce();

    const Clock& clock_;
    qint64 quota_;
    StoreConfig config_;
    std::unique_ptr<StoreLock> lock_;
    QString identity_; // the callers' thread

    std::unique_ptr<JournalFile> file_; // the journal's thread only, and what follows
    std::optional<FileIdentity> identityOnDisk_;
    Ballast ballast_;
    QString trouble_;   // of the last append
    qint64 fullAt_ = 0; // what waited when the quota was reached

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

} // namespace comanda::store
