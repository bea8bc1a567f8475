// A small HTTP/1.1 server on loopback, in a thread of its own, that can be told to fall ill.
// The simulated platforms stand on it; it is no server for the real world.
#pragma once

#include "app/practice/http_message.h"

#include <QMetaObject>
#include <QThread>
#include <QUrl>

#include <chrono>
#include <type_traits>

namespace comanda::practice {

enum class Fault {
    Healthy,
    Refuse,          // nobody listens; what was connected is reset
    HangAfterAccept, // connected, never read
    TimeOut,         // read, neither processed nor answered
    HangAfter,       // processed, never answered
    ResetAfter,      // processed, then the connection is reset without a byte of answer
    ServerError,     // a web page with status 502; not processed
    Garbage,         // bytes that are not HTTP; not processed
    GarbageBody,     // status 200 with a page that is not JSON; not processed
    Slow,            // processed; the answer waits for `pace`
    Drip             // processed; the answer comes one byte every `pace`
};

struct FaultPlan {
    Fault fault = Fault::Healthy;
    int times = -1;      // how many requests it strikes, then healthy again; -1: until changed
    QByteArray onlyPath; // strikes only requests whose path contains this; not for Refuse and
                         // HangAfterAccept, which come before any path is known
    std::chrono::milliseconds pace{50};
};

class SimWorker;

class SimServer final {
public:
    using Handler = std::function<void(const SimRequest&, Respond)>;

    // Listens on 127.0.0.1 and a free port before it returns. `handler` runs in the server's
    // thread.
    explicit SimServer(Handler handler);
    ~SimServer();
    SimServer(const SimServer&) = delete;
    SimServer& operator=(const SimServer&) = delete;

    [[nodiscard]] bool isListening() const; // false only if no port could be had, or Refuse
    [[nodiscard]] quint16 port() const { return port_; }
    [[nodiscard]] QUrl url() const; // "http://127.0.0.1:<port>", no slash at the end

    // Any thread. The port stays the same through Refuse and back. Going back to Healthy resets
    // the connections that hang.
    void setFault(const FaultPlan& plan);
    [[nodiscard]] Fault fault() const;
    // Requests that came in whole since the start, those that a fault swallowed too.
    [[nodiscard]] int requests(const QByteArray& pathContains = {}) const;
    [[nodiscard]] int connections() const; // open now

    // Lives in the server's thread: the context for timers and network calls of a platform.
    [[nodiscard]] QObject* context() const;
    // Runs `work` in the server's thread and waits for it. Any thread, the server's own too.
    template <typename Work>
    auto call(Work work) const -> std::invoke_result_t<Work> {
        using Value = std::invoke_result_t<Work>;
        if (QThread::currentThread() == &thread_) {
            return work();
        }
        if constexpr (std::is_void_v<Value>) {
            QMetaObject::invokeMethod(context(), std::move(work), Qt::BlockingQueuedConnection);
        } else {
            std::optional<Value> value;
            QMetaObject::invokeMethod(
                context(), [&value, &work] { value.emplace(work()); },
                Qt::BlockingQueuedConnection);
            return std::move(*value);
        }
    }

private:
    mutable QThread thread_;
    SimWorker* worker_; // lives in thread_, deleted there
    quint16 port_ = 0;
};

} // namespace comanda::practice
