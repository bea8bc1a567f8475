#include "app/ctl/channel_checks.h"

#include "core/base/reply.h"
#include "core/connect/supervisor.h"
#include "core/connectors/registry.h"
#include "core/hub/channel_host.h"
#include "core/hub/mailbox_client.h"
#include "core/hub/roster.h"
#include "core/security/signature.h"

#include <QCoreApplication>

namespace comanda::ctl {
namespace {

using namespace Qt::StringLiterals;

// What a connector that is only asked who it is needs: its secrets, and the proof of its token.
connect::Host hostFor(const Clock& clock, QMap<QString, Secret> secrets,
                      hub::MailboxClient* mailbox, const QString& route, QObject* context) {
    connect::Host host;
    host.clock = &clock;
    host.intake = [context](Delivery, Events, std::optional<QString>, connect::Stored stored) {
        replyTo<Result<>>(context,
                          std::move(stored))(fail(ErrorKind::Cancelled, u"channel.not_running"_s));
    };
    host.report = [](const connect::Observation&) {};
    host.learnAccount = [](const QString&, const QJsonObject&) {};
    host.learnProducts = [](const QMap<QString, QString>&) {};
    host.proof = [appSecret = secrets.value(u"app_secret"_s), mailbox, route,
                  context](const Secret& token, std::function<void(QByteArray)> done) {
        auto answer = replyTo<QByteArray>(context, std::move(done));
        if (!appSecret.isEmpty() || mailbox == nullptr) {
            answer(appSecret.isEmpty() ? QByteArray() : security::appSecretProof(appSecret, token));
            return;
        }
        QMetaObject::invokeMethod(
            mailbox, [mailbox, token, route, answer] { mailbox->proof(token, route, answer); },
            Qt::QueuedConnection);
    };
    host.secret = [secrets = std::move(secrets)](const QString& key) { return secrets.value(key); };
    return host;
}

class Checks final : public QObject {
public:
    Checks(const std::vector<ChannelConfig>& channels, const hub::Secrets& secrets,
           const QUrl& mailbox)
        : secrets_(secrets), supervisor_(clock_, nullptr) {
        if (!mailbox.isEmpty()) {
            mailbox_ = std::make_unique<hub::MailboxClient>(
                mailbox, secrets.value(hub::Secrets::mailboxTokenName()), QString());
        }
        for (const ChannelConfig& channel : channels) {
            checked_.push_back({channel, fail(ErrorKind::NotFound, u"channel.not_built_in"_s)});
        }
    }

    std::vector<CheckedChannel> run() {
        for (std::size_t i = 0; i < checked_.size(); ++i) {
            if (const auto* module = connectors::find(checked_[i].channel.platform)) {
                ask(*module, i);
            }
        }
        if (waiting_ > 0) {
            QCoreApplication::exec();
        }
        return checked_;
    }

private:
    void ask(const connect::PlatformModule& module, std::size_t which) {
        ++waiting_;
        supervisor_.tryOut(
            module, checked_[which].channel,
            [this](const ChannelConfig& channel, QObject* context) {
                return hostFor(clock_, hub::secretsOf(channel, secrets_), mailbox_.get(),
                               hub::routeOf(channel), context);
            },
            this,
            [this, which](Result<AccountCheck> answer) {
                checked_[which].answer = std::move(answer);
                if (--waiting_ == 0) {
                    QCoreApplication::quit();
                }
            });
    }

    const hub::Secrets& secrets_;
    SystemClock clock_;
    std::vector<CheckedChannel> checked_;
    int waiting_ = 0;
    std::unique_ptr<hub::MailboxClient> mailbox_;
    connect::Supervisor supervisor_; // its end ends the threads that use the rest
};

} // namespace

std::vector<CheckedChannel> checkChannels(const std::vector<ChannelConfig>& channels,
                                          const hub::Secrets& secrets, const QUrl& mailbox) {
    return Checks(channels, secrets, mailbox).run();
}

} // namespace comanda::ctl
