#include "core/hub/channel_works.h"

#include "core/base/log.h"
#include "core/connectors/registry.h"
#include "core/hub/routes.h"
#include "core/hub/way_test.h"
#include "core/store/reader.h"
#include "core/store/writer.h"

namespace comanda::hub {
namespace {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

constexpr Millis kStopWithin = 2500ms;
constexpr Millis kTryAgain = 1s;
constexpr Millis kListenAgain = 10s;
constexpr int kReadLookBack = 50; // messages in which the customer's last one is looked for

struct LastRead {
    ChannelId channel;
    QString key, externalId;
};

Result<std::optional<LastRead>> lastOfCustomer(store::Reader& reader, ConversationId id) {
    const auto conversation = reader.conversation(id);
    const auto messages = reader.messages(id, kReadLookBack);
    if (!conversation || !messages) {
        return fail(!conversation ? conversation.error() : messages.error());
    }
    for (auto it = messages->rbegin(); *conversation && it != messages->rend(); ++it) {
        if (it->direction == Direction::In && !it->externalId.isEmpty()) {
            return LastRead{(*conversation)->channel, (*conversation)->key, it->externalId};
        }
    }
    return std::nullopt;
}

} // namespace

ChannelWorks::ChannelWorks(const Parts& parts, QObject* parent)
    : QObject(parent),
      parts_(parts),
      intake_(parts.store, parts.roster),
      mailbox_({parts.store, supervisor_, intake_, parts.roster}, parts.secrets),
      supervisor_(parts.clock,
                  [this](const ChannelConfig& channel, QObject* context) {
                      return hostFor(hostParts(), channel,
                                     secretsOf(channel, parts_.roster.channels(), parts_.secrets),
                                     context);
                  }),
      outbox_(parts.store, supervisor_, parts.lease, parts.roster, parts.clock),
      media_(parts.store, supervisor_, parts.roster, parts.clock),
      upkeep_(parts.store, parts.roster, parts.clock),
      rereader_(parts.store, intake_, parts.roster) {
    stopTimer_.setSingleShot(true);
    connect(&supervisor_, &connect::Supervisor::allStopped, this, [this] {
        channelsStopped_ = true;
        sayWhenStopped();
    });
    connect(&outbox_, &OutboxRunner::idle, this, &ChannelWorks::sayWhenStopped);
    // Answers may have waited for a proof that only the mailbox can make.
    connect(&mailbox_, &RemoteMailbox::failed, this, [this] { mailboxAway_ = true; });
    connect(&mailbox_, &RemoteMailbox::worked, this, [this] {
        if (std::exchange(mailboxAway_, false)) {
            outbox_.wakeAll();
        }
    });
    connect(&stopTimer_, &QTimer::timeout, this, [this] {
        if (stopping_) {
            qCWarning(lcHub) << "not everything stopped in time";
            stopping_ = false;
            Q_EMIT stopped();
        }
    });
}

ChannelWorks::~ChannelWorks() {
    webhooks_.reset(); // its handlers use the supervisor
}

HostParts ChannelWorks::hostParts() {
    return {parts_.store, intake_, parts_.roster, parts_.secrets, mailbox_, parts_.clock};
}

// Before the first claim: what was under way when the last holder ended is not sure.
void ChannelWorks::start(qint64 fence) {
    fence_ = fence;
    active_ = true;
    stopping_ = false;
    parts_.store.write<int>(
        this, [fence](store::Writer& writer) { return writer.unsureLeftovers(fence); },
        [this, fence](const Result<int>& left) {
            if (!active_ || fence != fence_) {
                return;
            }
            if (left) {
                begin();
                return;
            }
            qCWarning(lcHub) << "the outbox cannot be looked through:" << left.error().id;
            if (left.error().kind != ErrorKind::Conflict) {
                QTimer::singleShot(kTryAgain, this, [this, fence] {
                    if (active_ && fence == fence_) {
                        start(fence);
                    }
                });
            }
        });
}

void ChannelWorks::begin() {
    channelsStopped_ = false;
    for (const ChannelConfig& channel : parts_.roster.channels()) {
        run(channel);
    }
    listen();
    mailbox_.start();
    outbox_.start(fence_);
    media_.start(fence_);
    upkeep_.start();
    rereader_.look();
}

void ChannelWorks::run(const ChannelConfig& channel) {
    const connect::PlatformModule* module = connectors::find(channel.platform);
    if (!active_ || !channel.enabled || module == nullptr) {
        supervisor_.remove(channel.id);
        return;
    }
    parts_.store.read<std::optional<QString>>(
        this, [id = channel.id](store::Reader& reader) { return reader.channelCursor(id); },
        [this, channel, module](const Result<std::optional<QString>>& cursor) {
            const auto now = parts_.roster.channel(channel.id);
            if (!active_ || !now || !now->enabled) {
                return;
            }
            if (!cursor) { // without it the platform would begin anew
                qCWarning(lcHub) << "a cursor cannot be read:" << cursor.error().id;
                QTimer::singleShot(kTryAgain, this, [this, channel] { run(channel); });
                return;
            }
            supervisor_.add(*module, withShared(*now, parts_.roster.channels()), *cursor);
        });
}

void ChannelWorks::listen() {
    if (!parts_.receiver || webhooks_) {
        return;
    }
    auto server = WebhookServer::listen(*parts_.receiver, supervisor_, parts_.roster, parts_.clock);
    if (!server) {
        qCWarning(lcHub) << "webhooks cannot be received:" << server.error().id
                         << server.error().detail;
        Q_EMIT cannotListen(server.error());
        QTimer::singleShot(kListenAgain, this, [this] {
            if (active_) {
                listen();
            }
        });
        return;
    }
    webhooks_ = std::move(*server);
    refreshRoutes();
    Q_EMIT listening();
}

void ChannelWorks::refreshRoutes() {
    if (!webhooks_) {
        return;
    }
    webhooks_->setRoutes(receiverRoutes(parts_.roster.channels(), parts_.secrets));
}

void ChannelWorks::accountsChanged() {
    refreshRoutes();
    if (active_ && !channelsStopped_) {
        rereader_.look();
    }
}

void ChannelWorks::stop() {
    active_ = false;
    stopping_ = true;
    webhooks_.reset();
    mailbox_.stop();
    upkeep_.stop();
    rereader_.stop();
    media_.stop();
    outbox_.stop();
    supervisor_.stopAll();
    stopTimer_.start(kStopWithin);
}

void ChannelWorks::sayWhenStopped() {
    if (stopping_ && channelsStopped_ && outbox_.isIdle()) {
        stopping_ = false;
        stopTimer_.stop();
        Q_EMIT stopped();
    }
}

void ChannelWorks::restart(const ChannelConfig& channel) {
    refreshRoutes();
    run(channel);
    outbox_.wake(channel.id); // what waited for a sign-in may go now
}

void ChannelWorks::remove(ChannelId channel) {
    refreshRoutes();
    supervisor_.remove(channel);
}

connect::Supervisor::MakeHost ChannelWorks::trialHosts(QMap<QString, Secret> secrets) {
    return [this, secrets = std::move(secrets)](const ChannelConfig& config, QObject* context) {
        return trialHost(parts_.clock, secrets, elsewhereBy(mailbox_, routeOf(config)), context);
    };
}

void ChannelWorks::tryOut(const ChannelConfig& channel, const QMap<QString, Secret>& secrets,
                          QObject* receiver, std::function<void(Result<AccountCheck>)> done) {
    const connect::PlatformModule* module = connectors::find(channel.platform);
    if (module == nullptr) {
        replyTo<Result<AccountCheck>>(receiver, std::move(done))(
            fail(ErrorKind::NotFound, u"channel.unknown_platform"_s));
        return;
    }
    const std::vector<ChannelConfig> known = parts_.roster.channels();
    QMap<QString, Secret> all = secretsOf(channel, known, parts_.secrets);
    for (auto it = secrets.begin(); it != secrets.end(); ++it) {
        if (!it.value().isEmpty()) {
            all.insert(it.key(), it.value());
        }
    }
    supervisor_.tryOut(*module, withShared(channel, known), trialHosts(std::move(all)), receiver,
                       std::move(done));
}

void ChannelWorks::subscribe(ChannelId channel, QObject* receiver,
                             std::function<void(Result<>)> done) {
    const std::vector<ChannelConfig> known = parts_.roster.channels();
    const auto config = parts_.roster.channel(channel);
    const connect::PlatformModule* module = config ? connectors::find(config->platform) : nullptr;
    if (module == nullptr) {
        replyTo<Result<>>(receiver, std::move(done))(
            fail(ErrorKind::NotFound, u"channel.unknown_platform"_s));
        return;
    }
    supervisor_.subscribe(*module, withShared(*config, known),
                          trialHosts(secretsOf(*config, known, parts_.secrets)), receiver,
                          std::move(done));
}

void ChannelWorks::testWay(ChannelId channel, QObject* receiver,
                           std::function<void(WayReport)> done) {
    auto answer = replyTo<WayReport>(receiver, std::move(done));
    const auto config = parts_.roster.channel(channel);
    if (!config || !active_) { // it would arrive where we do not see it
        answer({Station::Reading, {ErrorKind::Busy, u"way.other_seat"_s, {}, {}, {}}, false});
        return;
    }
    const QString route = routeOf(*config);
    WayTest::Way way;
    way.url = hookUrl(route);
    way.route = route;
    way.appSecret =
        secretsOf(*config, parts_.roster.channels(), parts_.secrets).value(u"app_secret"_s);
    way.mailbox = !webhooks_;
    // The proof of a token is the very HMAC that signs a body.
    auto* test = new WayTest(
        std::move(way),
        [this, route](const Secret& body, connect::Proved signed_) {
            mailbox_.proof(body, route, std::move(signed_));
        },
        this);
    connect(&intake_, &Intake::selfTestCame, test, &WayTest::arrived);
    connect(&mailbox_, &RemoteMailbox::worked, test, [test] { test->setMailboxTrouble({}); });
    connect(&mailbox_, &RemoteMailbox::failed, test,
            [test](FailureClass, const QString& id) { test->setMailboxTrouble(id); });
    test->setMailboxTrouble(mailbox_.trouble());
    test->run([test, answer](const WayReport& report) {
        answer(report);
        test->deleteLater();
    });
}

void ChannelWorks::markRead(ConversationId conversation) {
    if (!active_) {
        return;
    }
    parts_.store.read<std::optional<LastRead>>(
        this,
        [conversation](store::Reader& reader) { return lastOfCustomer(reader, conversation); },
        [this](const Result<std::optional<LastRead>>& last) {
            if (last && *last) { // a courtesy: no answer is of no consequence
                supervisor_.markRead((*last)->channel, (*last)->key, (*last)->externalId);
            }
        });
}

void ChannelWorks::typing(ConversationId conversation) {
    if (!active_) {
        return;
    }
    parts_.store.read<std::optional<Conversation>>(
        this, [conversation](store::Reader& reader) { return reader.conversation(conversation); },
        [this](const Result<std::optional<Conversation>>& found) {
            if (found && *found) {
                supervisor_.typing((*found)->channel, (*found)->key);
            }
        });
}

QString ChannelWorks::hookUrl(const QString& route) const {
    if (route.isEmpty()) {
        return {};
    }
    return webhooks_ ? webhooks_->hookUrl(route) : mailbox_.hookUrl(route);
}

} // namespace comanda::hub
