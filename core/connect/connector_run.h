// One life of a connector: a thread with an event loop that makes it, runs it, catches whatever it
// throws, and destroys it there.
#pragma once

#include "core/connect/connector.h"

#include <QThread>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>

namespace comanda::connect {

// `context` lives on the channel's thread: answers meant for the connector are delivered there.
using MakeHost = std::function<Host(const ChannelConfig&, QObject* context)>;

class ConnectorRun final : public QThread {
    Q_OBJECT
public:
    using Work = std::function<void(Connector&)>;
    using Make = std::unique_ptr<Connector> (*)(const ChannelConfig& config, Host host);

    struct Plan {
        Make make = nullptr;
        ChannelConfig config;
        std::optional<QString> cursor;
        bool start = true; // false: it is only asked things
    };

    // `makeHost` is called here, in the maker's thread.
    ConnectorRun(Plan plan, const MakeHost& makeHost);
    ~ConnectorRun() override; // the thread must have ended, or never have been started

    // Any thread. False: it takes no more work; true: the work runs unless the connector ends
    // first.
    bool post(Work work);
    // Asks for a sign of life, answered by the connector's event loop.
    void ping();
    [[nodiscard]] bool answered() const { return pings_ == pongs_; }
    // Cooperative: the thread ends after the connector's stopped().
    void finish();
    // Leaves a hung thread behind: from now on nothing that its connector says reaches anybody,
    // and the object deletes itself if the thread ever ends.
    void abandon();
    // After the thread has ended: what the connector threw, if it did.
    [[nodiscard]] std::optional<QString> thrown() const;

Q_SIGNALS:
    void reported(const comanda::connect::Observation& observation);
    void stored(const QString& cursor);

protected:
    void run() override;

private:
    // What the hub's functions may still be called through. Closed for good by abandon(), so that
    // a thread that wakes up later cannot touch objects that are gone or move a cursor back.
    struct Gate {
        std::shared_mutex mutex;
        bool open = true;
    };

    // The hub's functions as the connector gets them: behind the gate.
    [[nodiscard]] Host guarded(Host host);
    [[nodiscard]] Stored storedAnswer(std::optional<QString> cursor, Stored stored);
    void live();
    // Runs what calls into the connector; what it throws ends this life.
    void attempt(const std::function<void()>& work);
    void note(const QString& thrown);

    const Plan plan_;
    Host host_;
    std::shared_ptr<Gate> gate_ = std::make_shared<Gate>();
    mutable std::mutex mutex_;
    QObject* context_; // on the channel's thread; null once it takes no more work
    std::optional<QString> thrown_;
    Connector* connector_ = nullptr; // touched on the channel's thread only
    std::atomic<int> pings_{0}, pongs_{0};
};

} // namespace comanda::connect
