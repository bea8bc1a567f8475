#include "core/connectors/telegram/module.h"

#include "core/connectors/telegram/read.h"
#include "core/connectors/telegram/telegram.h"

namespace comanda::telegram {
namespace {

using namespace Qt::StringLiterals;

std::unique_ptr<connect::Connector> make(const ChannelConfig& config, connect::Host host) {
    return std::make_unique<TelegramConnector>(config, std::move(host));
}

ChannelDescriptor descriptor() {
    ChannelDescriptor telegram;
    telegram.platform = Platform::Telegram;
    telegram.textLimit = static_cast<int>(kTextMax);
    telegram.textUnit = TextUnit::Utf16;
    telegram.captionLimit = static_cast<int>(kCaptionMax);
    telegram.media = true;
    telegram.buttons = true;
    telegram.buttonsMax = kButtonsMax;
    telegram.asksNumber = true;
    telegram.typing = true;
    telegram.editing = true;
    telegram.deleting = true;
    telegram.reactions = true;
    telegram.mediaMax = 20LL * 1024 * 1024; // of getFile
    telegram.window = {std::nullopt, true};
    telegram.defaultApiBaseUrl = QString::fromLatin1(kDefaultBase);
    telegram.linkTemplate = u"https://t.me/%1"_s;
    SetupField token;
    token.key = u"token"_s;
    token.kind = FieldKind::Secret;
    token.pattern = u"^[1-9][0-9]*:[A-Za-z0-9_-]+$"_s;
    SetupField base;
    base.key = u"api_base_url"_s;
    base.kind = FieldKind::Url;
    base.required = false;
    base.rare = true;
    base.defaultValue = telegram.defaultApiBaseUrl;
    base.pattern = u"^https?://[^\\s]+$"_s;
    telegram.setup = {token, base};
    return telegram;
}

// A token is "<the bot's id>:<the secret>".
QString accountIn(const ChannelConfig&, const QMap<QString, Secret>& secrets) {
    const QByteArray token = secrets.value(u"token"_s).reveal();
    return QString::fromLatin1(token.first(std::max<qsizetype>(0, token.indexOf(':'))));
}

} // namespace

connect::PlatformModule module() {
    return {descriptor(), read, make, accountIn};
}

} // namespace comanda::telegram
