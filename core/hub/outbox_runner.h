// Sends what waits: claims the heads of conversations on channels that are ready, asks once more
// whether each may still leave, and writes down how it ended.
#pragma once

#include "core/base/clock.h"
#include "core/connect/supervisor.h"
#include "core/hub/lease_keeper.h"
#include "core/hub/return_watch.h"
#include "core/hub/roster.h"
#include "core/store/store.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <map>

namespace comanda::hub {

// Of one channel at a time, so that a slow conversation delays no other.
constexpr int kInFlightMax = 8;

class OutboxRunner final : public QObject {
    Q_OBJECT
public:
    OutboxRunner(store::Store& store, connect::Supervisor& supervisor, const LeaseKeeper& lease,
                 const Roster& roster, const Clock& clock, QObject* parent = nullptr);

    void start(qint64 fence);
    void stop(); // claims nothing more; what is under way is still settled, idle() follows
    [[nodiscard]] bool isIdle() const;
    // Rows of the channel that wait for a sign-in or a dead platform are tried now.
    void wake(ChannelId channel);
    void wakeAll();

Q_SIGNALS:
    void idle(); // after stop(): nothing is under way any more

private:
    void pump();
    void claimed(Result<std::vector<store::Claimed>> rows);
    void launch(const store::Claimed& row);
    void sendFile(store::Claimed row);
    void send(const store::Claimed& row);
    void settle(const store::Claimed& row, const NextStep& step, int attempt = 0);
    void settled(ChannelId channel);
    void planNext();
    [[nodiscard]] int roomOn(ChannelId channel) const;

    store::Store& store_;
    connect::Supervisor& supervisor_;
    const LeaseKeeper& lease_;
    const Roster& roster_;
    const Clock& clock_;
    ReturnWatch returns_;
    QTimer timer_;
    std::map<ChannelId, int> inFlight_;
    qint64 fence_ = 0;
    bool active_ = false;
    bool claiming_ = false;
    bool again_ = false;
    QThreadPool files_; // last: its tasks end before anything else goes
};

// Why it may not leave any more; nullopt: it may. Pure.
[[nodiscard]] std::optional<next::GiveUp>
reasonNotToSend(const store::Claimed& row, const ChannelDescriptor& descriptor, Time now);

} // namespace comanda::hub
