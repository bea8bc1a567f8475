#include "app/practice/restaurant.h"

namespace comanda::practice {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::hours kFloodAge{5};

TelegramOptions telegramOptions(const RestaurantOptions& options) {
    TelegramOptions telegram;
    telegram.clock = options.clock;
    telegram.second = options.second;
    return telegram;
}

WhatsAppOptions whatsappOptions(const RestaurantOptions& options) {
    WhatsAppOptions whatsapp;
    whatsapp.clock = options.clock;
    whatsapp.second = options.second;
    whatsapp.displayNumber = u"573001112233"_s;
    // In a practice that lasts minutes an outage heals within seconds, not hours.
    whatsapp.hooks.firstRetry = options.second;
    whatsapp.hooks.longestRetry = 15 * options.second;
    for (const Dish& dish : practiceMenu()) {
        whatsapp.products.push_back(
            {dish.sku, dish.name(Tongue::Spanish), QString::number(dish.pesos), u"COP"_s});
    }
    return whatsapp;
}

// What the HTTP side shows of a trouble.
Fault faultOf(Trouble trouble) {
    switch (trouble) {
    case Trouble::Refuse:
        return Fault::Refuse;
    case Trouble::TimeOut:
        return Fault::TimeOut;
    case Trouble::ServerError:
        return Fault::ServerError;
    case Trouble::Healthy:
    case Trouble::Silence:
    case Trouble::RevokedToken:
    case Trouble::Duplicate:
    case Trouble::Reorder:
    case Trouble::LateFlood:
        return Fault::Healthy;
    }
    return Fault::Healthy;
}

bool bringsNothing(Trouble trouble) {
    return trouble == Trouble::Silence || faultOf(trouble) != Fault::Healthy;
}

} // namespace

PracticeRestaurant::PracticeRestaurant(const RestaurantOptions& options, QObject* parent)
    : QObject(parent),
      options_(options),
      telegram_(telegramOptions(options)),
      whatsapp_(whatsappOptions(options)),
      customers_(std::make_unique<Customers>(telegram_, whatsapp_, options.customers)) {
    TelegramCustomer user;
    user.firstName = u"Martín"_s;
    floodingUser_ = telegram_.addCustomer(user);
    WhatsAppCustomer shopper;
    shopper.name = u"Lucía Vega"_s;
    shopper.waId = u"573009998877"_s;
    floodingShopper_ = whatsapp_.addCustomer(shopper);
}

PracticeRestaurant::~PracticeRestaurant() = default;

PracticeRestaurant::TelegramAccess PracticeRestaurant::telegramAccess() const {
    return {telegram_.baseUrl(), telegram_.token(), QString::number(telegram_.botId())};
}

PracticeRestaurant::WhatsAppAccess PracticeRestaurant::whatsappAccess() const {
    const WhatsAppOptions& options = whatsapp_.options();
    return {whatsapp_.baseUrl(), options.accessToken,   options.appSecret,
            options.verifyToken, options.phoneNumberId, options.businessAccount,
            options.appId,       options.catalogue,     options.displayNumber};
}

QMap<QString, QString> PracticeRestaurant::productNames() const {
    QMap<QString, QString> names;
    for (const Product& product : whatsapp_.options().products) {
        names.insert(product.sku, product.name);
    }
    return names;
}

void PracticeRestaurant::setHook(const QUrl& url) {
    whatsapp_.setHook(url);
}

void PracticeRestaurant::open() {
    customers_->start();
}

void PracticeRestaurant::setTrouble(Platform platform, Trouble trouble) {
    if (platform == Platform::Telegram) {
        troubleTelegram(trouble);
    } else if (platform == Platform::WhatsApp) {
        troubleWhatsApp(trouble);
    } else {
        return;
    }
    // A flood passes: afterwards the platform is well.
    troubles_.insert(platform, trouble == Trouble::LateFlood ? Trouble::Healthy : trouble);
    Q_EMIT troubleChanged(platform);
}

void PracticeRestaurant::troubleTelegram(Trouble trouble) {
    FaultPlan plan;
    plan.fault = faultOf(trouble);
    telegram_.server().setFault(plan);
    telegram_.setSilent(bringsNothing(trouble));
    telegram_.setDuplicating(trouble == Trouble::Duplicate);
    telegram_.setReordering(trouble == Trouble::Reorder);
    if (trouble == Trouble::RevokedToken) {
        telegram_.revokeToken();
    } else {
        telegram_.restoreToken();
    }
    if (trouble == Trouble::LateFlood) {
        telegram_.flood(floodingUser_, options_.floodMessages, kFloodAge);
    }
}

void PracticeRestaurant::troubleWhatsApp(Trouble trouble) {
    FaultPlan plan;
    plan.fault = faultOf(trouble);
    whatsapp_.server().setFault(plan);
    whatsapp_.setSilent(bringsNothing(trouble));
    whatsapp_.setDuplicating(trouble == Trouble::Duplicate);
    whatsapp_.setReordering(trouble == Trouble::Reorder);
    if (trouble == Trouble::RevokedToken) {
        whatsapp_.revokeToken();
    } else {
        whatsapp_.restoreToken();
    }
    if (trouble == Trouble::LateFlood) {
        whatsapp_.flood(floodingShopper_, options_.floodMessages, kFloodAge);
    }
}

} // namespace comanda::practice
