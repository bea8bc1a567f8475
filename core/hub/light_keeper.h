// Gathers what is seen of every channel and keeps its light.
#pragma once

#include "core/base/clock.h"
#include "core/connect/supervisor.h"
#include "core/hub/light_rules.h"
#include "core/store/reader.h"
#include "core/store/store.h"

#include <QObject>
#include <QTimer>

#include <map>

namespace comanda::hub {

class LightKeeper final : public QObject {
    Q_OBJECT
public:
    LightKeeper(store::Store& store, connect::Supervisor& supervisor, const Clock& clock,
                QObject* parent = nullptr);

    void setChannels(const std::vector<ChannelConfig>& channels);
    // A channel starts anew with other settings: what was seen of the old ones says nothing.
    void forget(ChannelId channel);
    // How messages reach the pushed channels; nullopt: it works.
    void mailboxSeen(std::optional<FailureClass> failure, const QString& id = {});
    [[nodiscard]] const std::vector<ChannelLight>& lights() const { return lights_; }

Q_SIGNALS:
    void changed();

private:
    void readCounts();
    void counted(const std::vector<store::Reader::ChannelCounts>& counts);
    void noticeRunning();
    void judge();

    store::Store& store_;
    connect::Supervisor& supervisor_;
    const Clock& clock_;
    QTimer judgeTimer_, countTimer_;
    std::map<ChannelId, ChannelEvidence> evidence_;
    std::vector<ChannelLight> lights_;
    bool counting_ = false;
};

} // namespace comanda::hub
