// Stands between a store and the test server, and cuts the line at the worst moment: while a COMMIT
// is on its way.
#pragma once

#include "core/store/store.h"

#include <QTemporaryDir>

#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

namespace comanda::test {

class PostgresProxy {
public:
    explicit PostgresProxy(const store::StoreConfig& server);
    ~PostgresProxy();
    PostgresProxy(const PostgresProxy&) = delete;
    PostgresProxy& operator=(const PostgresProxy&) = delete;

    // The same database, by way of this proxy.
    [[nodiscard]] const store::StoreConfig& config() const { return config_; }

    enum class Cut {
        Never,
        Before, // the server never hears of the next COMMIT
        After,  // it commits, and its answer is lost
        Slow    // as After, but it hears of it only at release()
    };
    void cutNext(Cut cut) { cut_ = cut; }
    void release() { released_ = true; }

private:
    void accept();
    void serve(int client);
    [[nodiscard]] bool cut(int client, int server, const QByteArray& words);

    QTemporaryDir dir_;
    store::StoreConfig config_;
    QByteArray serverPath_;
    int listening_ = -1;
    std::atomic<Cut> cut_{Cut::Never};
    std::atomic<bool> released_{false}, stopping_{false};
    std::mutex mutex_;
    std::vector<std::thread> lines_;
    std::thread accepting_;
};

} // namespace comanda::test
