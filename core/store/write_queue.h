// The writing thread: its event queue is the queue of jobs, folded into groups that commit
// together.
#pragma once

#include "core/store/ballast.h"
#include "core/store/connection.h"
#include "core/store/store.h"
#include "core/store/writer.h"

#include <QElapsedTimer>
#include <QTimer>

namespace comanda::store {

constexpr int kGroupJobsMax = 64;
constexpr qint64 kGroupMillis = 5;

class WriteQueue final : public QObject {
    Q_OBJECT
public:
    struct Job {
        std::function<Result<>(Writer&)> run;   // a second time after a deadlock
        std::function<void(Result<>)> finished; // called once, on the writing thread
    };

    // `seat` names this store in the notifications that it sends.
    WriteQueue(StoreConfig config, const Clock& clock, QString seat);
    ~WriteQueue() override;

    // On the object's own thread, before anything else: opens the connection and migrates.
    [[nodiscard]] Result<> open();
    // On the object's own thread: commits what is open and closes. Jobs that come later fail.
    void close();

    void post(Job job); // any thread

Q_SIGNALS:
    void committed(const comanda::store::ChangeSet& changes);
    void troubled(const comanda::Error& error);

protected:
    bool event(QEvent* event) override;

private:
    struct Finished {
        std::function<void(Result<>)> tell;
        Result<> result;
    };
    using Group = std::vector<Finished>;
    // A group whose COMMIT went out and got no answer. Nobody is told anything before the server
    // has said whether it took place: "failed" would make a person click again.
    struct Doubt {
        qint64 number = 0;
        Group group;
        ChangeSet changes;
        Error cause;
    };

    void run(Job job);
    [[nodiscard]] Result<> runOrRetry(const Job& job);
    [[nodiscard]] Result<> runInSavepoint(const Job& job);
    [[nodiscard]] Result<> beginGroup();
    void commitGroup();
    [[nodiscard]] Result<> prepareCommit();
    void groupFailed(const Error& cause, const ChangeSet& changes, bool askedToCommit);
    [[nodiscard]] Result<> resolveDoubt(Connection& connection);
    static void tellAll(Group group, const Result<>& committed);
    void use(std::unique_ptr<Connection> connection);
    void dropConnection();
    [[nodiscard]] Result<> reconnect();
    void retryLater();
    void noteTrouble(const Error& cause);
    void noteRecovery();
    void keepBallast();

    StoreConfig config_;
    const Clock& clock_;
    QString seat_;
    Ballast ballast_;
    std::unique_ptr<Connection> connection_;
    std::optional<Writer> writer_;

    bool groupOpen_ = false;
    bool commitPosted_ = false;
    QElapsedTimer groupAge_;
    qint64 groupNumber_ = 0;
    Group group_;
    std::optional<Doubt> doubt_;
    ChangeSet groupChanges_;
    ChangeSet jobChanges_; // what writer_ notes; dropped when the job fails

    QString trouble_; // id of what was said last; empty: all is well
    Millis retryAfter_{0};
    QTimer* retry_ = nullptr;
    QTimer* maintenance_ = nullptr;
};

} // namespace comanda::store
