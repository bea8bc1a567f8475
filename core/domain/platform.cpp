#include "core/domain/platform.h"

namespace comanda {

using namespace Qt::StringLiterals;

OwnerFamily familyOf(Platform platform) {
    switch (platform) {
    case Platform::WhatsApp:
    case Platform::Messenger:
    case Platform::Instagram:
    case Platform::Facebook:
        return OwnerFamily::Meta;
    case Platform::Telegram:
        return OwnerFamily::Telegram;
    case Platform::Signal:
        return OwnerFamily::Signal;
    case Platform::Email:
        return OwnerFamily::Email;
    case Platform::Sms:
        return OwnerFamily::Sms;
    case Platform::Web:
    case Platform::Phone:
    case Platform::Counter:
        return OwnerFamily::Own;
    }
    Q_UNREACHABLE();
}

QString toWord(Platform platform) {
    switch (platform) {
    case Platform::WhatsApp:
        return u"whatsapp"_s;
    case Platform::Messenger:
        return u"messenger"_s;
    case Platform::Instagram:
        return u"instagram"_s;
    case Platform::Facebook:
        return u"facebook"_s;
    case Platform::Telegram:
        return u"telegram"_s;
    case Platform::Signal:
        return u"signal"_s;
    case Platform::Email:
        return u"email"_s;
    case Platform::Sms:
        return u"sms"_s;
    case Platform::Web:
        return u"web"_s;
    case Platform::Phone:
        return u"phone"_s;
    case Platform::Counter:
        return u"counter"_s;
    }
    Q_UNREACHABLE();
}

QString toWord(OwnerFamily family) {
    switch (family) {
    case OwnerFamily::Meta:
        return u"meta"_s;
    case OwnerFamily::Telegram:
        return u"telegram"_s;
    case OwnerFamily::Signal:
        return u"signal"_s;
    case OwnerFamily::Own:
        return u"own"_s;
    case OwnerFamily::Sms:
        return u"sms"_s;
    case OwnerFamily::Email:
        return u"email"_s;
    }
    Q_UNREACHABLE();
}

std::optional<Platform> platformFrom(QStringView word) {
    for (const Platform platform : kPlatforms) {
        if (word == toWord(platform)) {
            return platform;
        }
    }
    return std::nullopt;
}

} // namespace comanda
