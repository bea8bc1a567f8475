// Brings attachments home, so that they open when the platform is gone: fetches, looks at what they
// really are, keeps them. A message is shown long before.
#pragma once

#include "core/base/clock.h"
#include "core/connect/supervisor.h"
#include "core/hub/roster.h"
#include "core/store/store.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <deque>
#include <map>

namespace comanda::hub {

constexpr int kFetchesPerChannel = 3;
constexpr int kFetchesQueued = 8; // a channel; more are put off, so that none fills the queue
constexpr int kFetchAttemptsMax = 10;

class MediaFetcher final : public QObject {
    Q_OBJECT
public:
    MediaFetcher(store::Store& store, connect::Supervisor& supervisor, const Roster& roster,
                 const Clock& clock, QObject* parent = nullptr);

    void start(qint64 fence);
    void stop();

private:
    struct Line {
        std::deque<store::Work> queue;
        int flying = 0;
    };

    void look();
    void taken(const std::vector<store::Work>& rows);
    void go(ChannelId channel);
    void fetch(const store::Work& row);
    void fetched(const store::Work& row, const QString& path,
                 const Result<connect::FetchedMedia>& result);
    void keep(const store::Work& row, const connect::FetchedMedia& file);
    void finish(const store::Work& row, KeptAttachment result);
    void failed(const store::Work& row, const Error& error);
    enum class Tried { No, Yes };
    void putOff(const store::Work& row, Millis wait, Tried tried);
    void landed(ChannelId channel);

    store::Store& store_;
    connect::Supervisor& supervisor_;
    const Roster& roster_;
    const Clock& clock_;
    QTimer timer_;
    std::map<ChannelId, Line> lines_;
    qint64 fence_ = 0;
    bool active_ = false;
    bool looking_ = false;
    QThreadPool files_; // last: its tasks end before anything else goes
};

// When a fetch that failed is tried again; `attempt` from 1.
[[nodiscard]] Millis fetchBackoff(int attempt);

} // namespace comanda::hub
