// A simulated platform as everybody drives it who does not care which: the practice restaurant, the
// benchmarks and the tests that every connector must pass. What one platform alone has stays with
// its simulator.
#pragma once

#include "app/practice/menu.h"
#include "app/practice/received.h"
#include "app/practice/sim_server.h"
#include "core/base/secret.h"
#include "core/domain/channel.h"

#include <QMap>
#include <QObject>
#include <QUrl>

#include <memory>

namespace comanda::practice {

// What Comanda is to be configured with; the channel has no name yet.
struct Access {
    ChannelConfig channel;
    QMap<QString, Secret> secrets; // by the keys of its set-up fields
};

struct Person {
    QString firstName, lastName;
    Tongue tongue = Tongue::Spanish;
    QString userName;         // empty: made of the name where the platform wants one
    bool hidesNumber = false; // where the platform lets people

    [[nodiscard]] QString name() const { return (firstName + u' ' + lastName).trimmed(); }
};

using Basket = std::vector<std::pair<Dish, int>>;

// All of one app share its secret, as those who own a page, an account and a number do.
struct PlatformOptions {
    const Clock* clock = nullptr; // nullptr: the system's; must outlive the platform
    std::chrono::milliseconds second{1000};
    QString shopName = QStringLiteral("La Esquina de Marta");
    QByteArray appSecret, verifyToken; // of Meta's app; empty: random
    quint32 seed = 0;                  // 0: random
};

// Lives in the thread that made it; its simulator in one of its own. Customers are named as the
// platform names them. What returns an id returns the message's; empty: not to be had here.
class SimPlatform : public QObject {
    Q_OBJECT
public:
    SimPlatform(Platform platform, const Clock* clock) : platform_(platform), clock_(clock) {}

    [[nodiscard]] Platform platform() const { return platform_; }
    [[nodiscard]] virtual Access access() const = 0;
    virtual void setHook(const QUrl& url); // where it pushes, if it does
    // True once nothing that customers wrote waits for the restaurant to take it.
    [[nodiscard]] virtual bool isDrained() const = 0;

    virtual QString addCustomer(const Person& person) = 0;
    virtual QString writeText(const QString& customer, const QString& text) = 0;
    virtual QString writeAt(const QString& customer, const QString& text, Time date) = 0;
    virtual QString sendPicture(const QString& customer, const QByteArray& png,
                                const QString& caption) = 0;
    virtual QString sendPlace(const QString& customer, double latitude, double longitude);
    virtual bool sendCart(const QString& customer, const Basket& basket, const QString& note);
    // Something that people do on this platform alone: they answer a story, mention us in one.
    virtual QString callAttention(const QString& customer, const QString& text);
    virtual bool edit(const QString& customer, const QString& message, const QString& text);
    virtual bool unsend(const QString& customer, const QString& message);
    // `count` texts whose times lie between `age` and now, all at once.
    virtual void flood(const QString& customer, int count, std::chrono::seconds age);

    [[nodiscard]] virtual std::vector<Received> inbox(const QString& customer) const = 0;
    [[nodiscard]] virtual int timesReceived(const QString& text) const = 0; // over all customers

    // Troubles.
    virtual void setFault(const FaultPlan& plan) = 0;
    virtual void setSilent(bool on) = 0; // what customers write waits until it ends
    virtual void setDuplicating(bool on) = 0;
    virtual void setReordering(bool on) = 0;
    virtual void setRevoked(bool on) = 0; // our sign-in is refused

Q_SIGNALS:
    // A message reached the customer.
    void received(const QString& customer, const comanda::practice::Received& message);

private:
    Platform platform_;
    SystemClock systemClock_;
    const Clock* clock_; // nullptr: the system's
};

// Those that are simulated, in the order in which practice shows them.
inline constexpr std::array kSimulated{Platform::WhatsApp, Platform::Messenger, Platform::Instagram,
                                       Platform::Facebook, Platform::Telegram,  Platform::Signal};

[[nodiscard]] std::unique_ptr<SimPlatform> makePlatform(Platform platform,
                                                        const PlatformOptions& options);
// For `options`: so that all of an app have the same.
[[nodiscard]] QByteArray randomSecret();

} // namespace comanda::practice
