#include "app/practice/sim_platform.h"

#include "app/practice/graph_desk.h"
#include "app/practice/meta_platforms.h"
#include "app/practice/signal_platform.h"
#include "app/practice/telegram_platform.h"

#include <QRandomGenerator>

namespace comanda::practice {

using namespace Qt::StringLiterals;

void SimPlatform::setHook(const QUrl&) {}

QString SimPlatform::sendPlace(const QString&, double, double) {
    return {};
}

bool SimPlatform::sendCart(const QString&, const Basket&, const QString&) {
    return false;
}

QString SimPlatform::callAttention(const QString&, const QString&) {
    return {};
}

bool SimPlatform::edit(const QString&, const QString&, const QString&) {
    return false;
}

bool SimPlatform::unsend(const QString&, const QString&) {
    return false;
}

void SimPlatform::flood(const QString& customer, int count, std::chrono::seconds age) {
    const Time now = (clock_ != nullptr ? *clock_ : systemClock_).now();
    for (int i = 0; i < count; ++i) {
        writeAt(customer, u"%1. mensaje atrasado"_s.arg(i + 1),
                now - Millis(age) * (count - i) / std::max(count, 1));
    }
}

QByteArray randomSecret() {
    return randomHex(*QRandomGenerator::global(), 4);
}

std::unique_ptr<SimPlatform> makePlatform(Platform platform, const PlatformOptions& options) {
    switch (platform) {
    case Platform::WhatsApp:
        return std::make_unique<WhatsAppPlatform>(options);
    case Platform::Messenger:
    case Platform::Instagram:
        return std::make_unique<MessagingPlatform>(platform, options);
    case Platform::Facebook:
        return std::make_unique<PagePlatform>(options);
    case Platform::Telegram:
        return std::make_unique<TelegramPlatform>(options);
    case Platform::Signal:
        return std::make_unique<SignalPlatform>(options);
    case Platform::Email:
    case Platform::Sms:
    case Platform::Web:
    case Platform::Phone:
    case Platform::Counter:
        break;
    }
    return nullptr;
}

} // namespace comanda::practice
