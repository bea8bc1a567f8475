#include "core/connectors/whatsapp/module.h"

#include "core/connectors/whatsapp/read.h"
#include "core/connectors/whatsapp/whatsapp.h"
#include "core/connectors/whatsapp/write.h"

namespace comanda::whatsapp {
namespace {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

SetupField field(const QString& key, FieldKind kind, bool required,
                 const QString& defaultValue = {}, const QString& pattern = {}) {
    SetupField made;
    made.key = key;
    made.kind = kind;
    made.required = required;
    made.defaultValue = defaultValue;
    made.pattern = pattern;
    return made;
}

ChannelDescriptor describe() {
    const QString digits = u"[0-9]{5,25}"_s;
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
    whatsapp.pushed = true;
    whatsapp.mediaMax = 100'000'000;
    whatsapp.window.afterCustomerMessage = 24h;
    whatsapp.window.customerWritesFirst = true;
    whatsapp.defaultApiBaseUrl = u"https://graph.facebook.com"_s;
    whatsapp.linkTemplate = u"https://wa.me/%1"_s;
    whatsapp.setup = {
        field(u"phone_number_id"_s, FieldKind::Text, true, {}, digits),
        field(u"waba_id"_s, FieldKind::Text, false, {}, digits),
        field(u"catalog_id"_s, FieldKind::Text, false, {}, digits),
        field(u"access_token"_s, FieldKind::Secret, true),
        // With a mailbox both stay there; our own receiver cannot do without.
        field(u"app_secret"_s, FieldKind::Secret, false),
        field(u"verify_token"_s, FieldKind::Secret, false),
        field(u"api_base_url"_s, FieldKind::Url, false, whatsapp.defaultApiBaseUrl),
        field(u"graph_version"_s, FieldKind::Text, false, u"v25.0"_s, u"v[0-9]+\\.[0-9]+"_s),
    };
    return whatsapp;
}

std::unique_ptr<connect::Connector> make(const ChannelConfig& config, connect::Host host) {
    return std::make_unique<WhatsApp>(config, std::move(host));
}

QString accountIn(const ChannelConfig& config, const QMap<QString, Secret>&) {
    return config.settings.value("phone_number_id"_L1).toString();
}

} // namespace

connect::PlatformModule module() {
    return {describe(), read, make, accountIn};
}

} // namespace comanda::whatsapp
