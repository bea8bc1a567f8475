#include "app/practice/telegram_platform.h"

namespace comanda::practice {

using namespace Qt::StringLiterals;

namespace {

TelegramOptions optionsOf(const PlatformOptions& options) {
    TelegramOptions telegram;
    telegram.clock = options.clock;
    telegram.second = options.second;
    telegram.name = options.shopName;
    telegram.seed = options.seed;
    return telegram;
}

QString languageCode(Tongue tongue) {
    switch (tongue) {
    case Tongue::Spanish:
        return u"es"_s;
    case Tongue::English:
        return u"en"_s;
    case Tongue::Portuguese:
        return u"pt-br"_s;
    }
    return u"es"_s;
}

} // namespace

TelegramPlatform::TelegramPlatform(const PlatformOptions& options)
    : HttpPlatform(Platform::Telegram, optionsOf(options)) {
    connect(&simulator_, &TelegramSimulator::received, this,
            [this](qint64 customer, const Received& message) {
                Q_EMIT received(QString::number(customer), message);
            });
}

Access TelegramPlatform::access() const {
    Access access;
    access.channel.platform = platform();
    access.channel.account = QString::number(simulator_.botId());
    access.channel.settings = {{u"api_base_url"_s, simulator_.baseUrl().toString()}};
    access.secrets.insert(u"token"_s, Secret(simulator_.token()));
    return access;
}

bool TelegramPlatform::isDrained() const {
    return simulator_.pendingUpdates() == 0;
}

QString TelegramPlatform::addCustomer(const Person& person) {
    TelegramCustomer customer;
    customer.firstName = person.firstName;
    customer.lastName = person.lastName;
    customer.userName = person.userName;
    customer.language = languageCode(person.tongue);
    return QString::number(simulator_.addCustomer(customer));
}

QString TelegramPlatform::writeText(const QString& customer, const QString& text) {
    return QString::number(simulator_.writeText(customer.toLongLong(), text));
}

QString TelegramPlatform::writeAt(const QString& customer, const QString& text, Time date) {
    return QString::number(simulator_.writeAt(customer.toLongLong(), text, date));
}

QString TelegramPlatform::sendPicture(const QString& customer, const QByteArray& png,
                                      const QString& caption) {
    return QString::number(
        simulator_.sendPhoto(customer.toLongLong(), {png, {}, u"image/png"_s, caption, {}}));
}

QString TelegramPlatform::sendPlace(const QString& customer, double latitude, double longitude) {
    return QString::number(simulator_.sendLocation(customer.toLongLong(), latitude, longitude));
}

bool TelegramPlatform::edit(const QString& customer, const QString& message, const QString& text) {
    simulator_.editText(customer.toLongLong(), message.toLongLong(), text);
    return true;
}

void TelegramPlatform::flood(const QString& customer, int count, std::chrono::seconds age) {
    simulator_.flood(customer.toLongLong(), count, age);
}

std::vector<Received> TelegramPlatform::inbox(const QString& customer) const {
    return simulator_.inbox(customer.toLongLong());
}

} // namespace comanda::practice
