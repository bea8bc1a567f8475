#include "core/hub/outbox_runner.h"

#include "core/base/log.h"
#include "core/connectors/registry.h"
#include "core/domain/window.h"
#include "core/store/reader.h"
#include "core/store/writer.h"

#include <QRandomGenerator>

#include <algorithm>
#include <numeric>

namespace comanda::hub {
namespace {

using namespace Qt::StringLiterals;
using connect::CallKind;

constexpr Millis kLookAgain{1'000}; // something is due and cannot be claimed yet
constexpr Millis kLookAtLeast{60'000};
constexpr Millis kSettleFirst{250}, kSettleLongest{5'000};

using Rows = std::vector<store::Claimed>;
using Wanted = std::vector<std::pair<ChannelId, int>>;

Result<Rows> claimAll(store::Writer& writer, qint64 fence, const Wanted& wanted, Time now) {
    Rows all;
    for (const auto& [channel, limit] : wanted) {
        auto rows = writer.claim(fence, {channel}, now, limit);
        if (!rows) {
            return fail(rows.error());
        }
        all.insert(all.end(), std::make_move_iterator(rows->begin()),
                   std::make_move_iterator(rows->end()));
    }
    return all;
}

// A change of something that is there already is no new message to the customer.
bool needsWindow(const OutgoingMessage& out) {
    return out.deleteOf.isEmpty() && out.editOf.isEmpty();
}

bool allows(const ReplyWindow& window, const store::Claimed& row) {
    if (row.out.templated) {
        return window.allowsTemplates();
    }
    return row.reasonOrder ? window.allowsNotices() : window.allowsText();
}

QString windowId(WindowState state) {
    switch (state) {
    case WindowState::Blocked:
        return u"outbox.blocked"_s;
    case WindowState::NeverStarted:
        return u"outbox.never_started"_s;
    case WindowState::NoRight:
        return u"outbox.no_right"_s;
    case WindowState::Open:
    case WindowState::OpenUntil:
    case WindowState::PeopleOnly:
    case WindowState::Closed:
        break;
    }
    return u"outbox.window_closed"_s;
}

ReplyWindow windowOf(const store::Claimed& row, const ChannelDescriptor& descriptor, Time now) {
    if (row.noRight) {
        return {WindowState::NoRight, std::nullopt};
    }
    return replyWindow(descriptor.window, row.lastCustomerAt, row.windowEnds, row.blocked, now);
}

} // namespace

std::optional<next::GiveUp> reasonNotToSend(const store::Claimed& row,
                                            const ChannelDescriptor& descriptor, Time now) {
    if (row.expires && now >= *row.expires) {
        return next::GiveUp{u"outbox.expired"_s, {}};
    }
    if (!row.reasonHolds) {
        return next::GiveUp{u"outbox.reason_gone"_s, {}};
    }
    const ReplyWindow window = windowOf(row, descriptor, now);
    if (needsWindow(row.out) && !allows(window, row)) {
        return next::GiveUp{windowId(window.state), {}};
    }
    const auto& alone = descriptor.privateAnswerFor;
    if (row.out.privately && (!alone || (row.quotedAt && now - *row.quotedAt >= *alone))) {
        return next::GiveUp{u"outbox.private_over"_s, {}};
    }
    return std::nullopt;
}

OutboxRunner::OutboxRunner(store::Store& store, connect::Supervisor& supervisor,
                           const LeaseKeeper& lease, const Roster& roster, const Clock& clock,
                           QObject* parent)
    : QObject(parent),
      store_(store),
      supervisor_(supervisor),
      lease_(lease),
      roster_(roster),
      clock_(clock) {
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &OutboxRunner::pump);
    connect(&supervisor, &connect::Supervisor::readyChanged, this, &OutboxRunner::pump);
    connect(&supervisor, &connect::Supervisor::observed, this,
            [this](ChannelId channel, const connect::Observation& seen) {
                if (returns_.isBack(channel, seen, clock_.monotonic())) {
                    wake(channel);
                }
            });
    connect(&store, &store::Store::changed, this, [this](const store::ChangeSet& changes) {
        if (changes.outbox || changes.all) {
            pump();
        }
    });
}

void OutboxRunner::start(qint64 fence) {
    fence_ = fence;
    active_ = true;
    wakeAll(); // an earlier start left some waiting for a sign-in: nothing here remembers why
    pump();
}

void OutboxRunner::stop() {
    active_ = false;
    timer_.stop();
    if (isIdle()) {
        QMetaObject::invokeMethod(this, &OutboxRunner::idle, Qt::QueuedConnection);
    }
}

bool OutboxRunner::isIdle() const {
    return !claiming_ && std::all_of(inFlight_.begin(), inFlight_.end(), [](const auto& entry) {
        return entry.second == 0;
    });
}

void OutboxRunner::wake(ChannelId channel) {
    if (!active_) {
        return;
    }
    supervisor_.nudge(channel, CallKind::Send);
    store_.write<int>(
        this,
        [channel, fence = fence_](store::Writer& writer) -> Result<int> {
            if (const auto ours = writer.requireFence(fence); !ours) {
                return fail(ours.error());
            }
            return writer.wakeOutbox(channel);
        },
        [this](const Result<int>& woken) {
            if (!woken) {
                qCWarning(lcHub) << "waiting messages were not woken:" << woken.error().id;
            }
            pump();
        });
}

void OutboxRunner::wakeAll() {
    for (const ChannelConfig& channel : roster_.channels()) {
        wake(channel.id);
    }
}

int OutboxRunner::roomOn(ChannelId channel) const {
    const auto found = inFlight_.find(channel);
    const int flying = found == inFlight_.end() ? 0 : found->second;
    const int room = supervisor_.room(channel, CallKind::Send);
    if (room == 1) {
        return flying == 0 ? 1 : 0; // a probe goes alone
    }
    return std::min(room, kInFlightMax - flying);
}

void OutboxRunner::pump() {
    if (!active_) {
        return;
    }
    if (claiming_) {
        again_ = true;
        return;
    }
    again_ = false;
    Wanted wanted;
    for (const ChannelId channel : supervisor_.running()) {
        if (const int room = roomOn(channel); room > 0) {
            wanted.emplace_back(channel, room);
        }
    }
    if (wanted.empty() || !lease_.mayAct()) {
        timer_.start(kLookAgain);
        return;
    }
    claiming_ = true;
    store_.write<Rows>(
        this,
        [fence = fence_, wanted, now = clock_.now()](store::Writer& writer) {
            return claimAll(writer, fence, wanted, now);
        },
        [this](Result<Rows> rows) { claimed(std::move(rows)); });
}

void OutboxRunner::claimed(Result<Rows> rows) {
    claiming_ = false;
    if (!rows) {
        qCWarning(lcHub) << "nothing could be claimed:" << rows.error().id;
        if (active_) {
            timer_.start(kLookAgain);
        } else if (isIdle()) {
            Q_EMIT idle();
        }
        return;
    }
    for (const store::Claimed& row : *rows) {
        ++inFlight_[row.channel];
    }
    for (const store::Claimed& row : *rows) {
        launch(row);
    }
    if (!active_) {
        if (isIdle()) {
            Q_EMIT idle();
        }
        return;
    }
    if (again_ || !rows->empty()) {
        pump();
    } else {
        planNext();
    }
}

void OutboxRunner::launch(const store::Claimed& row) {
    const auto channel = roster_.channel(row.channel);
    const connect::PlatformModule* module = channel ? connectors::find(channel->platform) : nullptr;
    if (!active_ || !lease_.mayAct() || module == nullptr) {
        // Claimed, and not begun: it certainly did not leave.
        settle(row, next::TryAgain{clock_.now() + kLookAgain, u"channel.not_running"_s, false});
        return;
    }
    ChannelDescriptor descriptor = module->descriptor;
    descriptor.window = windowRuleOf(descriptor, channel->settings);
    if (const auto why = reasonNotToSend(row, descriptor, clock_.now())) {
        settle(row, *why);
        return;
    }
    if (row.out.media && row.out.mediaPath.isEmpty()) {
        sendFile(row);
        return;
    }
    store::Claimed leaving = row;
    leaving.out.humanAgent =
        windowOf(row, descriptor, clock_.now()).state == WindowState::PeopleOnly;
    send(leaving);
}

// The bytes may have to come from the database server first, which takes its time: whether it may
// still leave is asked again then.
void OutboxRunner::sendFile(store::Claimed row) {
    const QString sha256 = row.out.media->sha256;
    auto found = replyTo<QString>(this, [this, row](QString path) mutable {
        if (path.isEmpty()) {
            settle(row, next::GiveUp{u"media.gone"_s, {}});
            return;
        }
        row.out.mediaPath = path;
        launch(row);
    });
    files_.start([&media = store_.media(), sha256, found] { found(media.path(sha256)); });
}

void OutboxRunner::send(const store::Claimed& row) {
    supervisor_.send(row.channel, row.out, this, [this, row](const SendOutcome& outcome) {
        settle(row, decide(outcome, row.attempt, clock_.now(), row.expires,
                           QRandomGenerator::global()->generateDouble()));
    });
}

// What became of it has to be written, or a restart would call it not sure: tried until the store
// takes it or another holds the lease.
void OutboxRunner::settle(const store::Claimed& row, const NextStep& step, int attempt) {
    store_.write<Done>(
        this,
        [outbox = row.outbox, fence = row.fence, step](store::Writer& writer) {
            return writer.settle(outbox, fence, step);
        },
        [=, this](const Result<>& written) {
            const bool worthTrying = !written && written.error().kind != ErrorKind::Conflict
                                     && written.error().id != u"store.closed";
            if (worthTrying) {
                qCWarning(lcHub) << "an answer could not be written:" << written.error().id;
                const Millis wait =
                    std::min(kSettleLongest, kSettleFirst * (1 << std::min(attempt, 6)));
                QTimer::singleShot(wait, this, [=, this] { settle(row, step, attempt + 1); });
                return;
            }
            settled(row.channel);
        });
}

void OutboxRunner::settled(ChannelId channel) {
    --inFlight_[channel];
    if (active_) {
        pump();
    } else if (isIdle()) {
        Q_EMIT idle();
    }
}

void OutboxRunner::planNext() {
    store_.read<std::optional<Time>>(
        this, [](store::Reader& reader) { return reader.nextSendAt(); },
        [this](const Result<std::optional<Time>>& next) {
            if (!active_ || claiming_) {
                return;
            }
            Millis wait = kLookAtLeast;
            if (!next) {
                wait = kLookAgain;
            } else if (*next) {
                const Millis left = **next - clock_.now();
                wait = left > Millis(0) ? std::min(left + Millis(1), kLookAtLeast) : kLookAgain;
            }
            timer_.start(wait);
        });
}

} // namespace comanda::hub
