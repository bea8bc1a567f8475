// The one copy of the truth, on SQLite or PostgreSQL. One connection writes; readers are
// read-only. Jobs are functions that run on the store's own threads; answers come back in the
// caller's thread, after COMMIT, once.
#pragma once

#include "core/base/clock.h"
#include "core/base/reply.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/domain/shop.h"
#include "core/store/rows.h"

#include <QObject>

#include <functional>
#include <memory>

namespace comanda::store {

class Reader;
class Writer;

struct StoreConfig {
    enum class Engine { Sqlite, Postgres };
    Engine engine = Engine::Sqlite;
    QString path;    // of SQLite: the file; its folder also holds media, ballast and lock
    Secret url;      // of PostgreSQL: postgresql://user:password@host:port/database?options
    QString dataDir; // where this machine keeps files beside the store (media cache, backups)
};

// Whether this machine has Qt's driver for it.
[[nodiscard]] bool isDriverInstalled(StoreConfig::Engine engine);

enum class Access {
    Write,   // the one writing process; fails with "store.locked" (params "holder", "pid", "host")
    ReadOnly // beside a running program; write() then fails with "store.read_only"
};

// What a commit changed. Ids only: whoever shows rows reads them again.
struct ChangeSet {
    std::vector<ConversationId> conversations;
    std::vector<OrderId> orders;
    bool channels = false; // configuration of channels, or the shop's settings
    bool outbox = false;   // something to send may have appeared or changed
    bool media = false;    // bytes wait to be fetched
    bool words = false;    // words wait to be indexed
    bool all = false;      // (re)connected: read everything again

    void merge(const ChangeSet& other);
    [[nodiscard]] bool isEmpty() const;
};

class Store final : public QObject {
    Q_OBJECT
public:
    // Opens, locks, migrates (after a backup of an older schema). Blocks: call it before the first
    // window or on the server's start. Fails with "store.locked", "store.cannot_open",
    // "store.newer_schema", "store.migration_failed", "store.corrupt", "store.disk_full" (no
    // ballast is left to give up).
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(const StoreConfig& config,
                                                             Access access, const Clock& clock);
    ~Store() override; // commits what waits, then closes

    // Runs `job` on the writing thread inside a savepoint of a group commit (<= 64 jobs, <= 5 ms).
    // `done` gets the job's value after COMMIT, or the job's own error (its savepoint alone is
    // rolled back), or "store.commit_failed": then nothing of it took place. A server that is lost
    // while it commits is asked when it is back, and `done` waits for that. Never call from inside
    // a job.
    template <typename T>
    void write(QObject* receiver, std::function<Result<T>(Writer&)> job,
               std::function<void(Result<T>)> done) {
        auto deliver = replyTo<Result<T>>(receiver, std::move(done));
        auto value = std::make_shared<std::optional<Result<T>>>();
        post({[job = std::move(job), value](Writer& writer) -> Result<> {
                  *value = job(writer);
                  return **value ? Result<>(Done{}) : Result<>(fail((*value)->error()));
              },
              [deliver = std::move(deliver), value](Result<> committed) {
                  deliver(committed ? std::move(**value) : Result<T>(fail(committed.error())));
              }});
    }

    // Runs `query` on a reading thread against one consistent snapshot. Screen queries and slow
    // ones (search, export) have threads of their own.
    enum class Lane { Screen, Slow };
    template <typename T>
    void read(QObject* receiver, std::function<Result<T>(Reader&)> query,
              std::function<void(Result<T>)> done, Lane lane = Lane::Screen) {
        auto deliver = replyTo<Result<T>>(receiver, std::move(done));
        postRead(lane,
                 [query = std::move(query), deliver = std::move(deliver)](Result<Reader*> reader) {
                     deliver(reader ? query(**reader) : Result<T>(fail(reader.error())));
                 });
    }

    // For programs without an event loop of their own and for tests: blocks until done.
    [[nodiscard]] Result<> writeNow(const std::function<Result<>(Writer&)>& job);
    [[nodiscard]] Result<> readNow(const std::function<Result<>(Reader&)>& query);

    [[nodiscard]] MediaStore& media() const;
    [[nodiscard]] const StoreConfig& config() const;

Q_SIGNALS:
    // After COMMIT, in this object's thread; also for other seats' commits on PostgreSQL.
    void changed(const comanda::store::ChangeSet& changes);
    // The store cannot write (disk full, server gone, its file removed) or can again (`error`
    // empty).
    void troubled(const comanda::Error& error);

private:
    struct Job {
        std::function<Result<>(Writer&)> run;
        std::function<void(Result<>)> finished;
    };
    class Private;
    explicit Store(std::unique_ptr<Private> d);
    void post(Job job);
    void postRead(Lane lane, std::function<void(Result<Reader*>)> query);

    std::unique_ptr<Private> d;
};

} // namespace comanda::store

Q_DECLARE_METATYPE(comanda::store::ChangeSet)
