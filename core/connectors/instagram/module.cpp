#include "core/connectors/instagram/module.h"

#include "core/connectors/graph/owner.h"
#include "core/connectors/graph/setup.h"
#include "core/connectors/instagram/comment_write.h"
#include "core/connectors/instagram/manner.h"
#include "core/connectors/instagram/read.h"
#include "core/connectors/messaging/account.h"
#include "core/connectors/messaging/channel.h"

namespace comanda::instagram {
namespace {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

constexpr char16_t kInstagramHost[] = u"https://graph.instagram.com";

// "facebook": the account is linked to a page, and the page's token is used; "instagram": the
// account is logged in by itself.
SetupField loginField() {
    SetupField field;
    field.key = u"login"_s;
    field.kind = FieldKind::Choice;
    field.choices = {u"facebook"_s, u"instagram"_s};
    field.defaultValue = u"facebook"_s;
    return field;
}

ChannelDescriptor describe() {
    ChannelDescriptor instagram;
    instagram.platform = Platform::Instagram;
    instagram.textLimit = kByPage.textMax;
    instagram.textUnit = kByPage.unit;
    instagram.captionLimit = 0; // a text beside a file is a message of its own
    instagram.media = true;
    instagram.buttons = true;
    instagram.buttonsMax = messaging::kQuickRepliesMax;
    instagram.receipts = true; // "seen" only
    instagram.typing = true;
    instagram.reactions = true;
    instagram.pushed = true;
    instagram.keysEnd = true;
    instagram.mediaMax = kFileMax;
    instagram.window.afterCustomerMessage = 24h;
    instagram.window.peopleFor = 24h * 7;
    instagram.window.customerWritesFirst = true;
    instagram.privateAnswerFor = 24h * 7; // of a comment
    instagram.linkTemplate = u"https://ig.me/m/%1"_s;
    instagram.setup = {loginField(), graph::idField(u"instagram_id"_s, true),
                       graph::idField(u"page_id"_s, false), graph::tokenField(u"access_token"_s)};
    for (SetupField& field : graph::appFields({})) { // the address depends on the login
        instagram.setup.push_back(std::move(field));
    }
    instagram.setup.push_back(graph::flagField(QString(kHumanAgentKey)));
    return instagram;
}

std::unique_ptr<connect::Connector> make(const ChannelConfig& config, connect::Host host) {
    const QString page = graph::settingOf(config, u"page_id"_s);
    const bool byPage = graph::settingOf(config, u"login"_s, u"facebook"_s) == "facebook"_L1;
    messaging::Line line;
    line.account = graph::settingOf(config, u"instagram_id"_s, config.account);
    line.sends = byPage && !page.isEmpty() ? page : line.account;
    line.subscribes = (byPage ? line.sends : u"me"_s) + u"/subscribed_apps"_s;
    line.wantedFields =
        QString::fromUtf16(byPage ? messaging::kPageFields : messaging::kInstagramFields);
    line.conversations = u"instagram"_s;
    line.manner = byPage ? &kByPage : &kByLogin;
    line.comment = writeComment;
    line.token =
        graph::tokenOf(config, QString::fromUtf16(byPage ? graph::kGraphHost : kInstagramHost));
    line.token.renews = !byPage;
    return std::make_unique<messaging::Channel>(line, host);
}

QString accountIn(const ChannelConfig& config, const QMap<QString, Secret>&) {
    return config.settings.value("instagram_id"_L1).toString();
}

bool concerns(const QByteArray& body, const QString& account) {
    return graph::concerns(body, Platform::Instagram, account);
}

} // namespace

connect::PlatformModule module() {
    return {describe(), read, make, accountIn, concerns};
}

} // namespace comanda::instagram
