#include "core/connect/supervisor.h"

#include "core/base/reply.h"
#include "core/connect/supervised_channel.h"

#include <QTimer>

#include <map>
#include <shared_mutex>

namespace comanda::connect {
namespace {

using namespace Qt::StringLiterals;

constexpr Millis kTryAgainSoon{2'000};

Error lostError(CallEnd end) {
    switch (end) {
    case CallEnd::NotBegun:
        return {ErrorKind::Busy, u"channel.not_running"_s, {}, {}, kTryAgainSoon};
    case CallEnd::Lost:
        return {ErrorKind::Cancelled, u"channel.crashed"_s, {}, {}, std::nullopt};
    case CallEnd::Hung:
        return {ErrorKind::Cancelled, u"channel.hung"_s, {}, {}, std::nullopt};
    case CallEnd::NoAnswer:
        return {ErrorKind::Timeout, u"channel.no_answer"_s, {}, {}, std::nullopt};
    }
    Q_UNREACHABLE();
}

SendOutcome lostSend(CallEnd end) {
    switch (end) {
    case CallEnd::NotBegun:
        return outcome::RetryAfter{kTryAgainSoon, u"channel.not_running"_s, false};
    case CallEnd::Lost:
        return outcome::Unsure{u"channel.crashed"_s};
    case CallEnd::Hung:
        return outcome::Unsure{u"channel.hung"_s};
    case CallEnd::NoAnswer:
        return outcome::Unsure{u"channel.no_answer"_s};
    }
    Q_UNREACHABLE();
}

template <typename T>
std::function<Result<T>(CallEnd)> lost() {
    return [](CallEnd end) { return Result<T>(fail(lostError(end))); };
}

} // namespace

class Supervisor::Private {
public:
    Private(Supervisor& owner, const Clock& clock, MakeHost makeHost, SupervisorLimits limits)
        : q(owner), clock(clock), makeHost(std::move(makeHost)), limits(std::move(limits)) {}

    [[nodiscard]] std::shared_ptr<Line> line(ChannelId channel) const {
        const std::shared_lock lock(mutex);
        const auto found = lines.find(channel);
        return found == lines.end() ? nullptr : found->second;
    }

    // The line's call, or the answer of a channel that is not there.
    template <typename T>
    void call(ChannelId channel, CallKind kind, Millis within, QObject* receiver,
              std::function<void(T)> done, std::function<T(CallEnd)> ending,
              std::function<void(Connector&, std::function<void(T)>)> work) {
        auto answer = replyTo<T>(receiver, std::move(done));
        if (const auto to = line(channel)) {
            to->call<T>(kind, clock.monotonic() + within, std::move(answer), std::move(ending),
                        std::move(work));
        } else {
            answer(ending(CallEnd::NotBegun));
        }
    }

    // One call of a connector that is made for it and never started.
    template <typename T>
    void aside(SupervisedChannel::Plan plan, MakeHost make, QObject* receiver,
               std::function<void(Result<T>)> done,
               std::function<void(Connector&, std::function<void(Result<T>)>)> work) {
        auto* trial = new SupervisedChannel(clock, limits, std::move(make), std::move(plan), &q);
        QObject::connect(trial, &SupervisedChannel::ended, trial, &QObject::deleteLater);
        // What waits too long, hangs or throws is noticed by looking, as for every channel.
        auto* timer = new QTimer(trial);
        QObject::connect(timer, &QTimer::timeout, trial, &SupervisedChannel::look);
        timer->start(limits.look);
        auto answer = replyTo<Result<T>>(receiver, std::move(done));
        auto finish = replyTo<Done>(trial, [trial](Done) { trial->finish(); });
        trial->start();
        trial->line()->template call<Result<T>>(
            CallKind::Account, clock.monotonic() + limits.check,
            [answer, finish](Result<T> result) {
                answer(std::move(result));
                finish(Done{});
            },
            lost<T>(), std::move(work));
    }

    void watch(ChannelId id, SupervisedChannel* channel) {
        QObject::connect(channel, &SupervisedChannel::observed, &q,
                         [this, id](const Observation& seen) { Q_EMIT q.observed(id, seen); });
        QObject::connect(channel, &SupervisedChannel::readyChanged, &q,
                         [this, id] { Q_EMIT q.readyChanged(id); });
        QObject::connect(channel, &SupervisedChannel::crashed, &q,
                         [this, id](const QString& detail) { Q_EMIT q.crashed(id, detail); });
        QObject::connect(channel, &SupervisedChannel::ended, &q, [this, id] { drop(id); });
    }

    void drop(ChannelId id) {
        const auto found = channels.find(id);
        if (found == channels.end()) {
            return;
        }
        {
            const std::unique_lock lock(mutex);
            lines.erase(id);
        }
        found->second->deleteLater();
        channels.erase(found);
        Q_EMIT q.readyChanged(id);
        sayWhenAllStopped();
    }

    void sayWhenAllStopped() {
        if (stopping && channels.empty()) {
            stopping = false;
            Q_EMIT q.allStopped();
        }
    }

    Supervisor& q;
    const Clock& clock;
    const MakeHost makeHost;
    const SupervisorLimits limits;
    std::map<ChannelId, SupervisedChannel*> channels; // this thread only; children of q
    mutable std::shared_mutex mutex;                  // guards lines
    std::map<ChannelId, std::shared_ptr<Line>> lines;
    QTimer timer;
    bool stopping = false;
};

Supervisor::Supervisor(const Clock& clock, MakeHost makeHost, QObject* parent,
                       SupervisorLimits limits)
    : QObject(parent),
      d(std::make_unique<Private>(*this, clock, std::move(makeHost), std::move(limits))) {
    qRegisterMetaType<Observation>();
    // What a connector's slot throws unwinds through its thread's event loop. Qt's own loop lets go
    // of everything then; GLib's is C and does not. Read by Qt when a thread starts.
    if (!qEnvironmentVariableIsSet("QT_NO_THREADED_GLIB")) {
        qputenv("QT_NO_THREADED_GLIB", "1");
    }
    connect(&d->timer, &QTimer::timeout, this, [this] {
        const auto channels = d->channels; // looking may end one
        for (const auto& [id, channel] : channels) {
            channel->look();
        }
    });
    d->timer.start(d->limits.look);
}

Supervisor::~Supervisor() {
    d->timer.stop();
    disconnect(this, nullptr, nullptr, nullptr);
    d->channels.clear();
    // Those that are only tried out are among them; all use what goes with this object.
    const auto all = findChildren<SupervisedChannel*>(QString(), Qt::FindDirectChildrenOnly);
    for (SupervisedChannel* channel : all) {
        channel->disconnect(this);
        channel->finish(); // all at once: they stop side by side
    }
    qDeleteAll(all);
}

void Supervisor::add(const PlatformModule& module, const ChannelConfig& config,
                     std::optional<QString> cursor) {
    d->stopping = false;
    SupervisedChannel::Plan plan{module, config, std::move(cursor)};
    if (const auto found = d->channels.find(config.id); found != d->channels.end()) {
        found->second->replace(std::move(plan));
        return;
    }
    auto* channel = new SupervisedChannel(d->clock, d->limits, d->makeHost, std::move(plan), this);
    d->channels.emplace(config.id, channel);
    d->watch(config.id, channel);
    {
        const std::unique_lock lock(d->mutex);
        d->lines.emplace(config.id, channel->line());
    }
    channel->start();
}

void Supervisor::remove(ChannelId channel) {
    if (const auto found = d->channels.find(channel); found != d->channels.end()) {
        found->second->finish();
    }
}

void Supervisor::stopAll() {
    d->stopping = true;
    for (const auto& [id, channel] : d->channels) {
        channel->finish();
    }
    QMetaObject::invokeMethod(
        this, [this] { d->sayWhenAllStopped(); }, Qt::QueuedConnection);
}

void Supervisor::deliver(ChannelId channel, const Delivery& delivery, QObject* receiver,
                         Stored stored) {
    d->call<Result<>>(channel, CallKind::Receive, d->limits.deliver, receiver, std::move(stored),
                      lost<Done>(), [delivery](Connector& connector, Stored answer) {
                          connector.deliver(delivery, std::move(answer));
                      });
}

void Supervisor::send(ChannelId channel, const OutgoingMessage& message, QObject* receiver,
                      std::function<void(SendOutcome)> done) {
    const Millis within = message.mediaPath.isEmpty() ? d->limits.send : d->limits.sendFile;
    d->call<SendOutcome>(channel, CallKind::Send, within, receiver, std::move(done), lostSend,
                         [message](Connector& connector, std::function<void(SendOutcome)> answer) {
                             connector.send(message, std::move(answer));
                         });
}

void Supervisor::fetch(ChannelId channel, const Attachment& attachment, const QString& path,
                       qint64 maxBytes, QObject* receiver,
                       std::function<void(Result<FetchedMedia>)> done) {
    d->call<Result<FetchedMedia>>(
        channel, CallKind::Media, d->limits.fetch, receiver, std::move(done), lost<FetchedMedia>(),
        [attachment, path, maxBytes](Connector& connector,
                                     std::function<void(Result<FetchedMedia>)> answer) {
            connector.fetch(attachment, path, maxBytes, std::move(answer));
        });
}

void Supervisor::check(ChannelId channel, QObject* receiver,
                       std::function<void(Result<AccountCheck>)> done) {
    d->call<Result<AccountCheck>>(
        channel, CallKind::Account, d->limits.check, receiver, std::move(done),
        lost<AccountCheck>(),
        [](Connector& connector, std::function<void(Result<AccountCheck>)> answer) {
            connector.check(std::move(answer));
        });
}

void Supervisor::tryOut(const PlatformModule& module, const ChannelConfig& config,
                        MakeHost makeHost, QObject* receiver,
                        std::function<void(Result<AccountCheck>)> done) {
    d->aside<AccountCheck>(
        {module, config, std::nullopt, false}, std::move(makeHost), receiver, std::move(done),
        [](Connector& connector, auto reply) { connector.check(std::move(reply)); });
}

void Supervisor::subscribe(const PlatformModule& module, const ChannelConfig& config,
                           MakeHost makeHost, QObject* receiver,
                           std::function<void(Result<>)> done) {
    d->aside<Done>({module, config, std::nullopt, false}, std::move(makeHost), receiver,
                   std::move(done),
                   [](Connector& connector, auto reply) { connector.subscribe(std::move(reply)); });
}

void Supervisor::markRead(ChannelId channel, const QString& conversationKey,
                          const QString& externalId) {
    if (const auto to = d->line(channel)) {
        to->post([conversationKey, externalId](Connector& connector) {
            connector.markRead(conversationKey, externalId);
        });
    }
}

void Supervisor::typing(ChannelId channel, const QString& conversationKey) {
    if (const auto to = d->line(channel)) {
        to->post([conversationKey](Connector& connector) { connector.typing(conversationKey); });
    }
}

bool Supervisor::ready(ChannelId channel, CallKind call) const {
    return room(channel, call) > 0;
}

int Supervisor::room(ChannelId channel, CallKind call) const {
    const auto found = d->channels.find(channel);
    return found == d->channels.end() ? 0 : found->second->room(call);
}

void Supervisor::nudge(ChannelId channel, CallKind call) {
    if (const auto found = d->channels.find(channel); found != d->channels.end()) {
        found->second->nudge(call);
    }
}

std::vector<ChannelId> Supervisor::running() const {
    std::vector<ChannelId> ids;
    for (const auto& [id, channel] : d->channels) {
        if (channel->isRunning()) {
            ids.push_back(id);
        }
    }
    return ids;
}

} // namespace comanda::connect
