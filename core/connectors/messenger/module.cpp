#include "core/connectors/messenger/module.h"

#include "core/connectors/graph/owner.h"
#include "core/connectors/graph/setup.h"
#include "core/connectors/messaging/account.h"
#include "core/connectors/messaging/channel.h"
#include "core/connectors/messenger/manner.h"
#include "core/connectors/messenger/read.h"

namespace comanda::messenger {
namespace {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

ChannelDescriptor describe() {
    ChannelDescriptor messenger;
    messenger.platform = Platform::Messenger;
    messenger.textLimit = kManner.textMax;
    messenger.textUnit = kManner.unit;
    messenger.captionLimit = 0; // a text beside a file is a message of its own
    messenger.media = true;
    messenger.buttons = true;
    messenger.buttonsMax = messaging::kQuickRepliesMax;
    messenger.receipts = true;
    messenger.reconciles = true; // by "metadata", in the echo
    messenger.typing = true;
    messenger.pushed = true;
    messenger.keysEnd = true;
    messenger.mediaMax = kFileMax;
    messenger.window.afterCustomerMessage = 24h;
    messenger.window.peopleFor = 24h * 7;
    messenger.window.customerWritesFirst = true;
    messenger.defaultApiBaseUrl = QString::fromUtf16(graph::kGraphHost);
    messenger.linkTemplate = u"https://m.me/%1"_s;
    messenger.setup = {graph::idField(u"page_id"_s, true), graph::tokenField(u"access_token"_s)};
    for (SetupField& field : graph::appFields(messenger.defaultApiBaseUrl)) {
        messenger.setup.push_back(std::move(field));
    }
    messenger.setup.push_back(graph::flagField(QString(kHumanAgentKey)));
    return messenger;
}

std::unique_ptr<connect::Connector> make(const ChannelConfig& config, connect::Host host) {
    const QString page = graph::settingOf(config, u"page_id"_s, config.account);
    messaging::Line line;
    line.account = page;
    line.sends = page;
    line.subscribes = page + u"/subscribed_apps"_s;
    line.wantedFields = QString::fromUtf16(messaging::kPageFields);
    line.conversations = u"messenger"_s;
    line.manner = &kManner;
    line.token = graph::tokenOf(config, QString::fromUtf16(graph::kGraphHost));
    return std::make_unique<messaging::Channel>(line, host);
}

QString accountIn(const ChannelConfig& config, const QMap<QString, Secret>&) {
    return config.settings.value("page_id"_L1).toString();
}

bool concerns(const QByteArray& body, const QString& account) {
    return graph::concerns(body, Platform::Messenger, account);
}

} // namespace

connect::PlatformModule module() {
    return {describe(), read, make, accountIn, concerns};
}

} // namespace comanda::messenger
