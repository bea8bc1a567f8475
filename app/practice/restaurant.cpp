#include "app/practice/restaurant.h"

#include <algorithm>

namespace comanda::practice {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::hours kFloodAge{5};
constexpr std::chrono::hours kYesterday{26};

// What the wire shows of a trouble.
Fault faultOf(Trouble trouble) {
    switch (trouble) {
    case Trouble::Refuse:
        return Fault::Refuse;
    case Trouble::TimeOut:
        return Fault::TimeOut;
    case Trouble::ServerError:
        return Fault::ServerError;
    case Trouble::Garbage:
        return Fault::Garbage;
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

void strike(SimPlatform& platform, Trouble trouble) {
    FaultPlan plan;
    plan.fault = faultOf(trouble);
    platform.setFault(plan);
    platform.setSilent(bringsNothing(trouble));
    platform.setDuplicating(trouble == Trouble::Duplicate);
    platform.setReordering(trouble == Trouble::Reorder);
    platform.setRevoked(trouble == Trouble::RevokedToken);
}

PracticeRestaurant::PracticeRestaurant(const RestaurantOptions& options, QObject* parent)
    : QObject(parent), options_(options) {
    PlatformOptions all;
    all.clock = options.clock;
    all.second = options.second;
    all.appSecret = randomSecret();
    all.verifyToken = randomSecret();
    std::vector<SimPlatform*> open;
    for (const Platform one : kSimulated) {
        platforms_.push_back(makePlatform(one, all));
        open.push_back(platforms_.back().get());
        flooding_.insert(one, open.back()->addCustomer({u"Lucía"_s, u"Vega"_s, {}, {}, false}));
    }
    customers_ = std::make_unique<Customers>(std::move(open), options.customers);
}

PracticeRestaurant::~PracticeRestaurant() = default;

SimPlatform& PracticeRestaurant::platform(Platform platform) const {
    const auto found = std::find_if(platforms_.begin(), platforms_.end(),
                                    [&](const auto& one) { return one->platform() == platform; });
    Q_ASSERT(found != platforms_.end());
    return **found;
}

void PracticeRestaurant::setHook(Platform platform, const QUrl& url) {
    this->platform(platform).setHook(url);
}

void PracticeRestaurant::open() {
    customers_->start();
    if (options_.yesterday) {
        const Time now = options_.clock != nullptr ? options_.clock->now() : SystemClock().now();
        SimPlatform& whatsapp = platform(Platform::WhatsApp);
        whatsapp.writeAt(whatsapp.addCustomer({u"Rosa"_s, u"Linares"_s}),
                         u"Buenas, ¿mañana tienen ajiaco?"_s, now - kYesterday);
    }
}

void PracticeRestaurant::setTrouble(Platform platform, Trouble trouble) {
    SimPlatform& struck = this->platform(platform);
    strike(struck, trouble);
    if (trouble == Trouble::LateFlood) {
        struck.flood(flooding_.value(platform), options_.floodMessages, kFloodAge);
    }
    // A flood passes: afterwards the platform is well.
    troubles_.insert(platform, trouble == Trouble::LateFlood ? Trouble::Healthy : trouble);
    Q_EMIT troubleChanged(platform);
}

void PracticeRestaurant::setOutageOfMeta(bool on) {
    for (const Platform one : kSimulated) {
        if (familyOf(one) == OwnerFamily::Meta) {
            setTrouble(one, on ? Trouble::Refuse : Trouble::Healthy);
        }
    }
}

bool PracticeRestaurant::isOutageOfMeta() const {
    return std::all_of(kSimulated.begin(), kSimulated.end(), [this](Platform one) {
        return familyOf(one) != OwnerFamily::Meta || trouble(one) == Trouble::Refuse;
    });
}

} // namespace comanda::practice
