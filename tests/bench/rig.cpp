#include "tests/bench/rig.h"

#include "core/hub/desk.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEvent>
#include <QJsonObject>
#include <QThread>

namespace comanda::bench {

using namespace Qt::StringLiterals;

void Rig::until(const char* what, const std::function<bool()>& condition) {
    const QDeadlineTimer deadline(std::chrono::seconds(60));
    while (!condition()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        if (deadline.hasExpired()) {
            qFatal("bench: gave up waiting for %s", what);
        }
        QThread::usleep(50);
    }
}

Rig::Rig() {
    config_.receiver = hub::OwnReceiver{};
    config_.shop = QJsonObject{{u"name"_s, u"Bench"_s}, {u"currency"_s, u"COP"_s}};
    store::StoreConfig place;
    place.path = dir_.filePath(u"comanda.db"_s);
    place.dataDir = dir_.path();
    auto opened = store::Store::open(place, store::Access::Write, clock_);
    if (!opened) {
        qFatal("bench: the store cannot be opened: %s", qUtf8Printable(opened.error().detail));
    }
    store_ = std::move(*opened);
    secrets_ = std::make_unique<hub::Secrets>(*store_, dir_.path());
    bool ready = false;
    secrets_->create(hub::KeyPlace::KeyFile, Secret(),
                     [&](const Result<hub::Secrets::Opened>& made) { ready = made.has_value(); });
    until("the keys", [&] { return ready; });
    hub_ = std::make_unique<hub::Hub>(*store_, *secrets_, clock_, config_,
                                      hub::HubOptions{u"bench"_s, true});
    bool started = false;
    connect(hub_.get(), &hub::Hub::started, this, [&] { started = true; });
    hub_->start();
    until("the hub", [&] { return started; });
    addChannels();
}

Rig::~Rig() {
    bool stopped = false;
    connect(hub_.get(), &hub::Hub::stopped, this, [&] { stopped = true; });
    hub_->stop();
    until("the end", [&] { return stopped; });
}

void Rig::addChannels() {
    ChannelConfig whatsapp;
    whatsapp.platform = Platform::WhatsApp;
    whatsapp.name = u"WhatsApp"_s;
    const practice::WhatsAppOptions& access = whatsapp_.options();
    whatsapp.account = access.phoneNumberId;
    whatsapp.settings = {{u"api_base_url"_s, whatsapp_.baseUrl().toString()},
                         {u"phone_number_id"_s, access.phoneNumberId}};
    ChannelConfig telegram;
    telegram.platform = Platform::Telegram;
    telegram.name = u"Telegram"_s;
    telegram.account = QString::number(telegram_.botId());
    telegram.settings = {{u"api_base_url"_s, telegram_.baseUrl().toString()}};
    int saved = 0;
    hub_->saveChannel(whatsapp,
                      {{u"access_token"_s, Secret(access.accessToken)},
                       {u"app_secret"_s, Secret(access.appSecret)},
                       {u"verify_token"_s, Secret(access.verifyToken)}},
                      this, [&](const Result<ChannelId>& id) {
                          whatsappChannel_ = id.value_or(ChannelId());
                          ++saved;
                      });
    hub_->saveChannel(telegram, {{u"token"_s, Secret(telegram_.token())}}, this,
                      [&](const Result<ChannelId>&) { ++saved; });
    until("the channels", [&] {
        return saved == 2 && !hub_->hookUrl(whatsappChannel_).isEmpty() && telegram_.isPolling();
    });
    whatsapp_.setHook(hook());
}

QUrl Rig::hook() const {
    return QUrl(hub_->hookUrl(whatsappChannel_));
}

QByteArray Rig::appSecret() const {
    return whatsapp_.options().appSecret;
}

QByteArray Rig::phoneNumberId() const {
    return whatsapp_.options().phoneNumberId.toLatin1();
}

} // namespace comanda::bench
