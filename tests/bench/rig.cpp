#include "tests/bench/rig.h"

#include "core/hub/desk.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEvent>
#include <QJsonObject>
#include <QThread>

#include <algorithm>

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

Rig::Rig(const std::vector<Platform>& platforms) {
    practice::PlatformOptions options;
    options.appSecret = practice::randomSecret();
    options.verifyToken = practice::randomSecret();
    for (const Platform platform : platforms) {
        platforms_[platform] = practice::makePlatform(platform, options);
    }
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
    connectAll();
}

Rig::~Rig() {
    bool stopped = false;
    connect(hub_.get(), &hub::Hub::stopped, this, [&] { stopped = true; });
    hub_->stop();
    until("the end", [&] { return stopped; });
}

// One after the other: what Meta runs shares the first one's address.
void Rig::connectAll() {
    for (const auto& [platform, simulated] : platforms_) {
        practice::Access access = simulated->access();
        access.channel.name = toWord(platform);
        bool saved = false;
        hub_->saveChannel(access.channel, access.secrets, this,
                          [&, on = platform](const Result<ChannelId>& id) {
                              channels_[on] = id.value_or(ChannelId());
                              saved = true;
                          });
        until("a channel", [&] { return saved; });
    }
    until("the receiver", [&] { return !hook().isEmpty(); });
    for (const auto& [platform, simulated] : platforms_) {
        simulated->setHook(QUrl(hub_->hookUrl(channels_[platform])));
    }
    const auto isLit = [](const ChannelLight& light) { return light.lamp == Lamp::Healthy; };
    until("the channels", [&] {
        const auto& lights = hub_->lights();
        return lights.size() == platforms_.size()
               && std::all_of(lights.begin(), lights.end(), isLit);
    });
}

QUrl Rig::hook() const {
    return QUrl(hub_->hookUrl(channels_.at(Platform::WhatsApp)));
}

QByteArray Rig::appSecret() const {
    return platforms_.at(Platform::WhatsApp)->access().secrets[u"app_secret"_s].reveal();
}

QByteArray Rig::phoneNumberId() const {
    return platforms_.at(Platform::WhatsApp)->access().channel.account.toLatin1();
}

practice::SimPlatform& Rig::platform(Platform platform) {
    return *platforms_.at(platform);
}

} // namespace comanda::bench
