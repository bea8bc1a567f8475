#include "app/practice/customers.h"

#include <algorithm>
#include <array>

namespace comanda::practice {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds kTick{200};

// Who comes next, over and over. The first round comes quickly, so that a new user sees life on
// every platform at once, and orders on the board.
constexpr std::array kTurns{Platform::WhatsApp,  Platform::Telegram,  Platform::Messenger,
                            Platform::Instagram, Platform::Signal,    Platform::Facebook,
                            Platform::WhatsApp,  Platform::Messenger, Platform::WhatsApp,
                            Platform::Telegram};

struct Name {
    const char16_t* first;
    const char16_t* last;
    Tongue tongue;
};
constexpr std::array kNames{
    Name{u"Ana", u"Díaz", Tongue::Spanish},       Name{u"Luis", u"Rojas", Tongue::Spanish},
    Name{u"Camila", u"Peña", Tongue::Spanish},    Name{u"João", u"Souza", Tongue::Portuguese},
    Name{u"Emma", u"Clark", Tongue::English},     Name{u"Andrés", u"Gil", Tongue::Spanish},
    Name{u"Valentina", u"Ruiz", Tongue::Spanish}, Name{u"Beatriz", u"Lima", Tongue::Portuguese},
    Name{u"Jorge", u"Muñoz", Tongue::Spanish},    Name{u"Noah", u"Baker", Tongue::English},
    Name{u"Sofía", u"Ortiz", Tongue::Spanish},    Name{u"Mateo", u"León", Tongue::Spanish},
};

} // namespace

Customers::Customers(std::vector<SimPlatform*> platforms, const CustomersOptions& options,
                     QObject* parent)
    : QObject(parent),
      platforms_(std::move(platforms)),
      options_(options),
      random_(options.seed),
      timer_(this) {
    setSpeed(options.speed);
    connect(&timer_, &QTimer::timeout, this, &Customers::tick);
    std::size_t from = 0;
    for (SimPlatform* platform : platforms_) {
        connect(
            platform, &SimPlatform::received, this,
            [this, on = platform->platform()](const QString& customer, const Received& message) {
                heard(on, customer, message);
            });
        makePeople(*platform, from);
        from += 2;
    }
}

Customers::~Customers() = default;

// The same names everywhere, each time beginning with others: some people are met on two platforms.
void Customers::makePeople(SimPlatform& platform, std::size_t from) {
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        const Name& name = kNames[(from + i) % kNames.size()];
        Person person;
        person.firstName = QString::fromUtf16(name.first);
        person.lastName = QString::fromUtf16(name.last);
        person.tongue = name.tongue;
        // One in six hides the number behind a user name.
        person.hidesNumber = i % 6 == 5;
        if (person.hidesNumber) {
            person.userName = person.firstName.toLower() + QString::number(i);
        }
        people_[platform.platform()].push_back({platform.addCustomer(person), name.tongue});
    }
}

void Customers::start() {
    untilNext_ = 0.4;
    timer_.start(kTick);
}

void Customers::setPaused(bool paused) {
    paused_ = paused;
    Q_EMIT changed();
}

void Customers::setSpeed(double speed) {
    options_.speed = std::max(0.1, speed);
}

SimPlatform* Customers::find(Platform platform) const {
    const auto found = std::find_if(platforms_.begin(), platforms_.end(),
                                    [&](const auto* one) { return one->platform() == platform; });
    return found == platforms_.end() ? nullptr : *found;
}

void Customers::sendCartNow() {
    // Somebody who is not in the middle of something, or else the first.
    const std::vector<Known>& people = people_[Platform::WhatsApp];
    const auto free = std::find_if(people.begin(), people.end(), [&](const Known& one) {
        return guests_.count({Platform::WhatsApp, one.key}) == 0;
    });
    const Known& person = free == people.end() ? people.front() : *free;
    Guest& guest = guests_[{Platform::WhatsApp, person.key}];
    guest.on = find(Platform::WhatsApp);
    guest.key = person.key;
    guest.tongue = person.tongue;
    sendCart(guest);
    if (guest.plan.empty()) {
        guest.plan = {{Step::Hurry, 180}, {Step::Complain, 240}, {Step::Leave, 120}};
        guest.nextIn = guest.plan.front().after;
    }
    Q_EMIT changed();
}

double Customers::between(double least, double most) {
    return least + random_.generateDouble() * (most - least);
}

void Customers::tick() {
    if (paused_) {
        return;
    }
    const double passed = double(kTick.count()) / 1000.0 * options_.speed;
    for (auto entry = guests_.begin(); entry != guests_.end();) {
        entry = advance(entry->second, passed) ? std::next(entry) : guests_.erase(entry);
    }
    untilNext_ -= passed;
    if (untilNext_ <= 0 && int(guests_.size()) < options_.conversationsMax) {
        const std::size_t turn = std::size_t(arrivals_) % kTurns.size();
        if (SimPlatform* platform = find(kTurns[turn])) {
            arrive(*platform);
        }
        ++arrivals_;
        untilNext_ = arrivals_ < int(kTurns.size()) ? between(0.8, 2.2) : between(12, 40);
    }
}

bool Customers::advance(Guest& guest, double passed) {
    guest.nextIn -= passed;
    if (guest.nextIn > 0) {
        return true;
    }
    if (guest.plan.empty() || guest.plan.front().step == Step::Leave) {
        return false;
    }
    const Step step = guest.plan.front().step;
    guest.plan.pop_front();
    guest.nextIn = guest.plan.empty() ? 0 : guest.plan.front().after;
    perform(guest, step);
    return true;
}

void Customers::arrive(SimPlatform& platform) {
    const std::vector<Known>& people = people_[platform.platform()];
    const int from = random_.bounded(int(people.size()));
    for (std::size_t i = 0; i < people.size(); ++i) {
        const Known& person = people[(std::size_t(from) + i) % people.size()];
        const Key key{platform.platform(), person.key};
        if (guests_.count(key) > 0) {
            continue;
        }
        Guest guest;
        guest.on = &platform;
        guest.key = person.key;
        guest.tongue = person.tongue;
        guest.plan = script(platform.platform());
        guests_[key] = std::move(guest);
        return;
    }
}

// The first on each platform come to the point; a practice that begins with small talk bores. They
// show what their platform has: stories, pictures, what is edited and what is taken back.
Customers::Script Customers::openingOf(Platform platform) {
    switch (platform) {
    case Platform::WhatsApp:
        return {{Step::Cart, 0.5}};
    case Platform::Messenger:
        return {{Step::Greet, 0.5}, {Step::Cart, 2}};
    case Platform::Instagram:
        return {{Step::Story, 0.5}, {Step::OrderText, 3}, {Step::Mistake, 5}};
    case Platform::Signal:
        return {{Step::OrderText, 0.5}, {Step::Photo, 3}, {Step::Correct, 5}};
    default:
        return {{Step::OrderText, 0.5}};
    }
}

Customers::Script Customers::usualOf(Platform platform) {
    const bool carts = platform == Platform::WhatsApp || platform == Platform::Messenger;
    Script plan;
    if (!chance(3)) {
        plan.push_back({Step::Greet, 0});
    }
    perhaps(plan, 4, Step::Ask, 2, 6);
    if (platform == Platform::Instagram) {
        perhaps(plan, 2, Step::Story, 0.5, 3);
    }
    plan.push_back({carts ? Step::Cart : Step::OrderText, between(0.5, 8)});
    if (carts) {
        perhaps(plan, 2, Step::AfterCart, 1, 3);
    } else {
        perhaps(plan, 4, Step::Correct, 3, 9);
    }
    perhaps(plan, 8, Step::Mistake, 3, 9);
    return plan;
}

Customers::Script Customers::script(Platform platform) {
    Script plan = arrivals_ < int(kSimulated.size()) ? openingOf(platform) : usualOf(platform);
    perhaps(plan, 3, Step::Location, 3, 9);
    perhaps(plan, 5, Step::Photo, 3, 9);
    perhaps(plan, 4, Step::Change, 8, 25);
    plan.push_back({Step::Hurry, between(100, 200)});
    plan.push_back({Step::Complain, between(150, 300)});
    plan.push_back({Step::Leave, between(60, 120)});
    return plan;
}

void Customers::perhaps(Script& plan, int oneIn, Step step, double least, double most) {
    if (chance(oneIn)) {
        plan.push_back({step, between(least, most)});
    }
}

void Customers::heard(Platform platform, const QString& key, const Received& message) {
    ++answered_;
    const auto found = guests_.find({platform, key});
    if (found != guests_.end() && message.kind != u"reaction") {
        react(found->second, message.text);
    }
    Q_EMIT changed();
}

void Customers::react(Guest& guest, const QString& text) {
    const bool ready = soundsReady(text);
    const bool asked = text.contains(u'?');
    guest.orderSaidReady = guest.orderSaidReady || ready;
    if (std::exchange(guest.wasTold, true) && !ready && !asked) {
        return; // one thank-you is enough
    }
    // What they meant to do goes on; only the impatience is over.
    const auto end = std::remove_if(guest.plan.begin(), guest.plan.end(), [](const Planned& next) {
        return next.step == Step::Hurry || next.step == Step::Complain || next.step == Step::Leave;
    });
    guest.plan.erase(end, guest.plan.end());
    const Step courtesy = asked ? Step::Confirm : Step::Thank;
    guest.plan.push_front({ready ? Step::ThankReady : courtesy, 0});
    guest.nextIn = between(2, 7);
    if (!ready) {
        guest.plan.push_back({Step::Complain, between(300, 600)});
    }
    guest.plan.push_back({Step::Leave, between(20, 60)});
}

} // namespace comanda::practice
