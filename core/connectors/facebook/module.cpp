#include "core/connectors/facebook/module.h"

#include "core/connectors/facebook/facebook.h"
#include "core/connectors/facebook/read.h"
#include "core/connectors/facebook/write.h"
#include "core/connectors/graph/owner.h"
#include "core/connectors/graph/setup.h"

namespace comanda::facebook {
namespace {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

ChannelDescriptor describe() {
    ChannelDescriptor facebook;
    facebook.platform = Platform::Facebook;
    facebook.textLimit = kTextMax;
    facebook.textUnit = TextUnit::CodePoints;
    facebook.captionLimit = 0;
    facebook.editing = true;
    facebook.deleting = true;
    facebook.reactions = true; // a like
    facebook.privateAnswerFor = 24h * 7;
    facebook.pushed = true;
    facebook.keysEnd = true;
    facebook.window.customerWritesFirst = true;
    facebook.defaultApiBaseUrl = QString::fromUtf16(graph::kGraphHost);
    facebook.linkTemplate = u"https://www.facebook.com/%1"_s;
    facebook.setup = {graph::idField(u"page_id"_s, true), graph::tokenField(u"access_token"_s)};
    for (SetupField& field : graph::appFields(facebook.defaultApiBaseUrl)) {
        facebook.setup.push_back(std::move(field));
    }
    return facebook;
}

std::unique_ptr<connect::Connector> make(const ChannelConfig& config, connect::Host host) {
    return std::make_unique<Facebook>(config, std::move(host));
}

QString accountIn(const ChannelConfig& config, const QMap<QString, Secret>&) {
    return config.settings.value("page_id"_L1).toString();
}

bool concerns(const QByteArray& body, const QString& account) {
    return graph::concerns(body, Platform::Facebook, account);
}

} // namespace

connect::PlatformModule module() {
    return {describe(), read, make, accountIn, concerns};
}

} // namespace comanda::facebook
