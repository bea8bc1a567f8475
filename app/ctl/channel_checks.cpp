#include "app/ctl/channel_checks.h"

#include "core/connect/supervisor.h"
#include "core/connectors/registry.h"
#include "core/hub/channel_host.h"
#include "core/hub/mailbox_client.h"
#include "core/hub/roster.h"
#include "core/hub/routes.h"

#include <QCoreApplication>

namespace comanda::ctl {
namespace {

using namespace Qt::StringLiterals;

class Checks final : public QObject {
public:
    Checks(const std::vector<ChannelConfig>& channels, const hub::Secrets& secrets,
           const QUrl& mailbox)
        : secrets_(secrets), channels_(channels), supervisor_(clock_, nullptr) {
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
            module, hub::withShared(checked_[which].channel, channels_),
            [this](const ChannelConfig& channel, QObject* context) {
                const hub::Elsewhere elsewhere =
                    mailbox_ ? hub::elsewhereBy(*mailbox_, hub::routeOf(channel))
                             : hub::Elsewhere{};
                return hub::trialHost(clock_, hub::secretsOf(channel, channels_, secrets_),
                                      elsewhere, context);
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
    const std::vector<ChannelConfig>& channels_;
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
