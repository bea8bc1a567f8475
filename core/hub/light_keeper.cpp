#include "core/hub/light_keeper.h"

#include "core/base/log.h"
#include "core/connectors/registry.h"

#include <algorithm>

namespace comanda::hub {
namespace {

using namespace Qt::StringLiterals;

constexpr Millis kCountAfter{150}; // many commits, one count

bool isPushed(Platform platform) {
    const connect::PlatformModule* module = connectors::find(platform);
    return module != nullptr && module->descriptor.pushed;
}

} // namespace

LightKeeper::LightKeeper(store::Store& store, connect::Supervisor& supervisor, const Clock& clock,
                         QObject* parent)
    : QObject(parent), store_(store), supervisor_(supervisor), clock_(clock) {
    judgeTimer_.setSingleShot(true);
    countTimer_.setSingleShot(true);
    connect(&judgeTimer_, &QTimer::timeout, this, &LightKeeper::judge);
    connect(&countTimer_, &QTimer::timeout, this, &LightKeeper::readCounts);
    connect(&supervisor, &connect::Supervisor::observed, this,
            [this](ChannelId channel, const connect::Observation& seen) {
                if (const auto found = evidence_.find(channel); found != evidence_.end()) {
                    note(found->second, seen, clock_.now());
                    noticeRunning();
                    judge();
                }
            });
    connect(&supervisor, &connect::Supervisor::readyChanged, this, [this] {
        noticeRunning();
        judge();
    });
    connect(&store, &store::Store::changed, this, [this](const store::ChangeSet& changes) {
        const bool counts = changes.outbox || changes.all || !changes.conversations.empty();
        if (counts && !countTimer_.isActive()) {
            countTimer_.start(kCountAfter);
        }
    });
}

void LightKeeper::setChannels(const std::vector<ChannelConfig>& channels) {
    std::map<ChannelId, ChannelEvidence> next;
    for (const ChannelConfig& channel : channels) {
        const auto known = evidence_.find(channel.id);
        ChannelEvidence& evidence = next[channel.id];
        if (known != evidence_.end()) {
            evidence = known->second;
        }
        evidence.channel = channel.id;
        evidence.platform = channel.platform;
        evidence.name = channel.name;
        evidence.enabled = channel.enabled;
    }
    evidence_ = std::move(next);
    noticeRunning();
    judge();
    readCounts();
}

void LightKeeper::forget(ChannelId channel) {
    if (const auto found = evidence_.find(channel); found != evidence_.end()) {
        found->second.calls = {};
        found->second.notices.clear();
        judge();
    }
}

void LightKeeper::mailboxSeen(std::optional<FailureClass> failure, const QString& id) {
    for (auto& [channel, evidence] : evidence_) {
        if (!isPushed(evidence.platform)) {
            continue;
        }
        if (!failure) {
            evidence.mailboxFailingSince.reset();
        } else if (!evidence.mailboxFailingSince) {
            evidence.mailboxFailingSince = clock_.now();
        }
        evidence.mailboxFailure = failure;
        evidence.mailboxId = id;
    }
    judge();
}

void LightKeeper::noticeRunning() {
    const std::vector<ChannelId> running = supervisor_.running();
    for (auto& [id, evidence] : evidence_) {
        evidence.running = std::find(running.begin(), running.end(), id) != running.end();
    }
}

void LightKeeper::readCounts() {
    if (counting_) {
        countTimer_.start(kCountAfter);
        return;
    }
    counting_ = true;
    using Counts = std::vector<store::Reader::ChannelCounts>;
    store_.read<Counts>(
        this, [](store::Reader& reader) { return reader.channelCounts(); },
        [this](const Result<Counts>& counts) {
            counting_ = false;
            if (counts) {
                counted(*counts);
            } else {
                qCWarning(lcHub) << "channels were not counted:" << counts.error().id;
            }
        });
}

void LightKeeper::counted(const std::vector<store::Reader::ChannelCounts>& counts) {
    for (const auto& count : counts) {
        if (const auto found = evidence_.find(count.channel); found != evidence_.end()) {
            found->second.waiting = count.waiting;
            found->second.lastMessage = count.lastMessage;
        }
    }
    judge();
}

void LightKeeper::judge() {
    const Time now = clock_.now();
    std::vector<ChannelLight> lights;
    std::optional<Time> next;
    for (const auto& [id, evidence] : evidence_) {
        const auto before = std::find_if(lights_.begin(), lights_.end(),
                                         [id = id](const auto& one) { return one.channel == id; });
        lights.push_back(lightFor(evidence, now,
                                  before == lights_.end() ? std::nullopt : std::optional(*before)));
        if (const auto at = nextChange(evidence, now)) {
            next = next ? std::min(*next, *at) : at;
        }
    }
    if (next) {
        judgeTimer_.start(std::max(Millis(1), *next - now + Millis(1)));
    } else {
        judgeTimer_.stop();
    }
    if (lights != lights_) {
        lights_ = std::move(lights);
        Q_EMIT changed();
    }
}

} // namespace comanda::hub
