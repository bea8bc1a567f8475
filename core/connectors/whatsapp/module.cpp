#include "core/connectors/whatsapp/module.h"

#include "core/connectors/graph/owner.h"
#include "core/connectors/graph/setup.h"
#include "core/connectors/whatsapp/read.h"
#include "core/connectors/whatsapp/whatsapp.h"
#include "core/connectors/whatsapp/write.h"

namespace comanda::whatsapp {
namespace {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

ChannelDescriptor describe() {
    ChannelDescriptor whatsapp;
    whatsapp.platform = Platform::WhatsApp;
    whatsapp.textLimit = kTextMax;
    whatsapp.textUnit = TextUnit::CodePoints;
    whatsapp.captionLimit = kCaptionMax;
    whatsapp.media = true;
    whatsapp.buttons = true;
    whatsapp.buttonsMax = kButtonsMax;
    whatsapp.receipts = true;
    whatsapp.reconciles = true;
    whatsapp.typing = true;
    whatsapp.reactions = true;
    whatsapp.templates = true;
    whatsapp.asksNumber = true;
    whatsapp.pushed = true;
    whatsapp.keysEnd = true;
    whatsapp.mediaMax = 100'000'000;
    whatsapp.window.afterCustomerMessage = 24h;
    whatsapp.window.customerWritesFirst = true;
    whatsapp.defaultApiBaseUrl = QString::fromUtf16(graph::kGraphHost);
    whatsapp.linkTemplate = u"https://wa.me/%1"_s;
    whatsapp.setup = {
        graph::idField(u"phone_number_id"_s, true),
        graph::idField(u"waba_id"_s, false),
        graph::idField(u"catalog_id"_s, false),
        graph::tokenField(u"access_token"_s),
    };
    for (SetupField& field : graph::appFields(whatsapp.defaultApiBaseUrl)) {
        whatsapp.setup.push_back(std::move(field));
    }
    return whatsapp;
}

std::unique_ptr<connect::Connector> make(const ChannelConfig& config, connect::Host host) {
    return std::make_unique<WhatsApp>(config, std::move(host));
}

QString accountIn(const ChannelConfig& config, const QMap<QString, Secret>&) {
    return config.settings.value("phone_number_id"_L1).toString();
}

bool concerns(const QByteArray& body, const QString& account) {
    return graph::concerns(body, Platform::WhatsApp, account);
}

} // namespace

connect::PlatformModule module() {
    return {describe(), read, make, accountIn, concerns};
}

} // namespace comanda::whatsapp
