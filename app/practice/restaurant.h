// The practice restaurant: the simulated platforms, their customers, and everything that is needed
// to point Comanda at them. All tokens are made up anew each time and open nothing real.
#pragma once

#include "app/practice/customers.h"
#include "app/practice/sim_platform.h"

namespace comanda::practice {

enum class Trouble {
    Healthy,
    Refuse,       // the platform is gone: nobody listens, nothing comes
    TimeOut,      // it takes requests and never answers; nothing comes
    ServerError,  // error pages; nothing comes
    Garbage,      // what it answers means nothing; nothing comes
    Silence,      // it answers as if all were well, but nothing comes
    RevokedToken, // it refuses our sign-in; messages still come where the platform pushes them
    Duplicate,    // messages come more than once
    Reorder,      // messages come in disorder
    LateFlood     // old messages come all at once; passes by itself
};

inline constexpr std::array kTroubles{Trouble::Healthy,      Trouble::Refuse,    Trouble::TimeOut,
                                      Trouble::ServerError,  Trouble::Garbage,   Trouble::Silence,
                                      Trouble::RevokedToken, Trouble::Duplicate, Trouble::Reorder,
                                      Trouble::LateFlood};

// Everything but the flood, which is an act.
void strike(SimPlatform& platform, Trouble trouble);

struct RestaurantOptions {
    const Clock* clock = nullptr; // nullptr: the system's
    CustomersOptions customers;
    std::chrono::milliseconds second{1000};
    int floodMessages = 60;
    bool yesterday = false; // one has written yesterday: only an approved text can answer her
};

class PracticeRestaurant final : public QObject {
    Q_OBJECT
public:
    explicit PracticeRestaurant(const RestaurantOptions& options = {}, QObject* parent = nullptr);
    ~PracticeRestaurant() override;

    [[nodiscard]] const std::vector<std::unique_ptr<SimPlatform>>& platforms() const {
        return platforms_;
    }
    [[nodiscard]] SimPlatform& platform(Platform platform) const; // one of kSimulated

    // Where a platform's webhooks go. Customers may write before; their messages wait.
    void setHook(Platform platform, const QUrl& url);
    void open(); // customers begin to come

    void setTrouble(Platform platform, Trouble trouble);
    [[nodiscard]] Trouble trouble(Platform platform) const { return troubles_.value(platform); }
    // The four that Meta runs at once, as on 4 October 2021; or all four well again.
    void setOutageOfMeta(bool on);
    [[nodiscard]] bool isOutageOfMeta() const; // all four are gone

    [[nodiscard]] Customers& customers() { return *customers_; }

Q_SIGNALS:
    void troubleChanged(comanda::Platform platform);

private:
    RestaurantOptions options_;
    std::vector<std::unique_ptr<SimPlatform>> platforms_;
    std::unique_ptr<Customers> customers_;
    QMap<Platform, QString> flooding_; // whose old messages come in a flood
    QMap<Platform, Trouble> troubles_;
};

} // namespace comanda::practice
