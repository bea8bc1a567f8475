#include "app/desktop/practice.h"

#include "app/text/words.h"

#include <QDir>
#include <QJsonObject>

namespace comanda::desktop {

using namespace Qt::StringLiterals;

namespace {

practice::RestaurantOptions optionsFor(double speed) {
    practice::RestaurantOptions options;
    options.customers.speed = speed;
    return options;
}

} // namespace

Shop practiceShop(const QString& language) {
    Shop shop;
    shop.name = u"La Esquina de Marta"_s;
    shop.currency = Currency::of(u"COP").value_or(Currency{});
    shop.shownDecimals = 0;
    shop.language = language.isEmpty() ? u"es"_s : language;
    shop.notices = text::defaultNotices(shop.language);
    return shop;
}

Result<QString> freshPracticeDir(const QString& dataDir) {
    QDir dir(QDir(dataDir).filePath(u"practice"_s));
    if (dir.exists() && !dir.removeRecursively()) {
        return fail(ErrorKind::Storage, u"store.cannot_open"_s, dir.path());
    }
    if (!QDir().mkpath(dir.path())) {
        return fail(ErrorKind::Storage, u"store.cannot_open"_s, dir.path());
    }
    return dir.path();
}

Practice::Practice(hub::Hub& hub, double speed, QObject* parent)
    : QObject(parent), hub_(hub), restaurant_(optionsFor(speed)) {}

void Practice::open() {
    const auto access = restaurant_.telegramAccess();
    ChannelConfig channel;
    channel.platform = Platform::Telegram;
    channel.name = text::platformName(Platform::Telegram);
    channel.account = access.account;
    channel.settings = {{u"api_base_url"_s, access.apiBaseUrl.toString()}};
    hub_.saveChannel(channel, {{u"token"_s, Secret(access.token)}}, this,
                     [this](const Result<ChannelId>& saved) {
                         if (!saved) {
                             Q_EMIT failed(saved.error());
                             return;
                         }
                         connectWhatsApp();
                     });
}

void Practice::connectWhatsApp() {
    const auto access = restaurant_.whatsappAccess();
    ChannelConfig channel;
    channel.platform = Platform::WhatsApp;
    channel.name = text::platformName(Platform::WhatsApp);
    channel.account = access.phoneNumberId;
    channel.settings = {{u"api_base_url"_s, access.apiBaseUrl.toString()},
                        {u"phone_number_id"_s, access.phoneNumberId},
                        {u"waba_id"_s, access.businessAccount},
                        {u"catalog_id"_s, access.catalogue}};
    const QMap<QString, Secret> secrets{{u"access_token"_s, Secret(access.accessToken)},
                                        {u"app_secret"_s, Secret(access.appSecret)},
                                        {u"verify_token"_s, Secret(access.verifyToken)}};
    hub_.saveChannel(channel, secrets, this, [this](const Result<ChannelId>& saved) {
        if (!saved) {
            Q_EMIT failed(saved.error());
            return;
        }
        restaurant_.setHook(QUrl(hub_.hookUrl(*saved)));
        restaurant_.open();
    });
}

} // namespace comanda::desktop
