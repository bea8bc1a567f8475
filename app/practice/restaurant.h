// The practice restaurant: both simulated platforms, their customers, and everything that is needed
// to point Comanda at them. All tokens are made up anew each time and open nothing real.
#pragma once

#include "app/practice/customers.h"
#include "app/practice/telegram_simulator.h"
#include "app/practice/whatsapp_simulator.h"
#include "core/domain/platform.h"

#include <QMap>
#include <QObject>

#include <memory>

namespace comanda::practice {

enum class Trouble {
    Healthy,
    Refuse,       // the platform is gone: nobody listens, nothing comes
    TimeOut,      // it takes requests and never answers; nothing comes
    ServerError,  // error pages; nothing comes
    Silence,      // it answers as if all were well, but nothing comes
    RevokedToken, // it refuses our token; messages still come where the platform pushes them
    Duplicate,    // messages come more than once
    Reorder,      // messages come in disorder
    LateFlood     // old messages come all at once; passes by itself
};

inline constexpr std::array kTroubles{Trouble::Healthy,     Trouble::Refuse,  Trouble::TimeOut,
                                      Trouble::ServerError, Trouble::Silence, Trouble::RevokedToken,
                                      Trouble::Duplicate,   Trouble::Reorder, Trouble::LateFlood};

struct RestaurantOptions {
    const Clock* clock = nullptr; // nullptr: the system's
    CustomersOptions customers;
    std::chrono::milliseconds second{1000};
    int floodMessages = 60;
};

class PracticeRestaurant final : public QObject {
    Q_OBJECT
public:
    explicit PracticeRestaurant(const RestaurantOptions& options = {}, QObject* parent = nullptr);
    ~PracticeRestaurant() override;

    // What Comanda is to be configured with; secrets by the names that the platforms use.
    struct TelegramAccess {
        QUrl apiBaseUrl;
        QByteArray token;
        QString account; // the bot's id
    };
    struct WhatsAppAccess {
        QUrl apiBaseUrl;
        QByteArray accessToken, appSecret, verifyToken;
        QString phoneNumberId, businessAccount, appId, catalogue, displayNumber;
    };
    [[nodiscard]] TelegramAccess telegramAccess() const;
    [[nodiscard]] WhatsAppAccess whatsappAccess() const;
    [[nodiscard]] QMap<QString, QString> productNames() const; // by sku, Spanish

    // Where WhatsApp's webhooks go. Customers may write before; their messages wait.
    void setHook(const QUrl& url);
    void open(); // customers begin to come

    // Only Platform::Telegram and Platform::WhatsApp.
    void setTrouble(Platform platform, Trouble trouble);
    [[nodiscard]] Trouble trouble(Platform platform) const { return troubles_.value(platform); }

    [[nodiscard]] Customers& customers() { return *customers_; }
    [[nodiscard]] TelegramSimulator& telegram() { return telegram_; }
    [[nodiscard]] WhatsAppSimulator& whatsapp() { return whatsapp_; }

Q_SIGNALS:
    void troubleChanged(comanda::Platform platform);

private:
    void troubleTelegram(Trouble trouble);
    void troubleWhatsApp(Trouble trouble);

    RestaurantOptions options_;
    TelegramSimulator telegram_;
    WhatsAppSimulator whatsapp_;
    std::unique_ptr<Customers> customers_;
    qint64 floodingUser_ = 0;
    QString floodingShopper_;
    QMap<Platform, Trouble> troubles_;
};

} // namespace comanda::practice
