#include "app/practice/customers.h"

#include <algorithm>
#include <array>

namespace comanda::practice {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds kTick{200};
constexpr int kRushArrivals = 6; // these come quickly, so that a new user sees life at once
constexpr int kCartLinesMax = 3;

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

Customers::Customers(TelegramSimulator& telegram, WhatsAppSimulator& whatsapp,
                     const CustomersOptions& options, QObject* parent)
    : QObject(parent),
      telegram_(telegram),
      whatsapp_(whatsapp),
      options_(options),
      random_(options.seed),
      timer_(this) {
    setSpeed(options.speed);
    connect(&timer_, &QTimer::timeout, this, &Customers::tick);
    connect(&telegram_, &TelegramSimulator::received, this,
            [this](qint64 customer, const Received& message) {
                heard(true, QString::number(customer), message);
            });
    connect(&whatsapp_, &WhatsAppSimulator::received, this,
            [this](const QString& customer, const Received& message) {
                heard(false, customer, message);
            });
    makePeople();
}

Customers::~Customers() = default;

void Customers::makePeople() {
    qint64 number = 573'000'000'000;
    for (const Name& name : kNames) {
        TelegramCustomer user;
        user.firstName = QString::fromUtf16(name.first);
        user.lastName = QString::fromUtf16(name.last);
        user.language = languageCode(name.tongue);
        onTelegram_.push_back({QString::number(telegram_.addCustomer(user)), name.tongue});
    }
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        const Name& name = kNames[kNames.size() - 1 - i];
        WhatsAppCustomer shopper;
        shopper.name = QString::fromUtf16(name.first) + u' ' + QString::fromUtf16(name.last);
        // One in six hides the number behind a user name.
        if (i % 6 == 5) {
            shopper.userName = QString::fromUtf16(name.first).toLower() + QString::number(i);
            shopper.number = WhatsAppCustomer::Number::Absent;
        } else {
            number += 1 + random_.bounded(90'000'000);
            shopper.waId = QString::number(number);
        }
        onWhatsApp_.push_back({whatsapp_.addCustomer(shopper), name.tongue});
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

void Customers::sendCartNow() {
    // Somebody who is not in the middle of something, or else the first.
    const Person* person = &onWhatsApp_.front();
    for (const Person& one : onWhatsApp_) {
        if (guests_.count(u'w' + one.key) == 0) {
            person = &one;
            break;
        }
    }
    Guest& guest = guests_[u'w' + person->key];
    guest.key = person->key;
    guest.tongue = person->tongue;
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
        arrive(arrivals_ % 2 == 0);
        untilNext_ = arrivals_ < kRushArrivals ? between(0.8, 2.5) : between(12, 40);
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

void Customers::arrive(bool onTelegram) {
    const std::vector<Person>& people = onTelegram ? onTelegram_ : onWhatsApp_;
    const int from = random_.bounded(int(people.size()));
    for (std::size_t i = 0; i < people.size(); ++i) {
        const Person& person = people[(std::size_t(from) + i) % people.size()];
        const QString key = (onTelegram ? u't' : u'w') + person.key;
        if (guests_.count(key) > 0) {
            continue;
        }
        ++arrivals_;
        Guest guest;
        guest.onTelegram = onTelegram;
        guest.key = person.key;
        guest.tongue = person.tongue;
        guest.plan = script(onTelegram);
        guests_[key] = std::move(guest);
        return;
    }
}

std::deque<Customers::Planned> Customers::script(bool onTelegram) {
    std::deque<Planned> plan;
    // The first on each platform order at once; a practice that begins with small talk bores.
    const bool first = arrivals_ <= 2;
    if (!first && random_.bounded(3) > 0) {
        plan.push_back({Step::Greet, 0});
    }
    if (!first && random_.bounded(4) == 0) {
        plan.push_back({Step::Ask, between(2, 6)});
    }
    plan.push_back({onTelegram ? Step::OrderText : Step::Cart, between(0.5, first ? 1.0 : 8.0)});
    if (!onTelegram && random_.bounded(2) == 0) {
        plan.push_back({Step::AfterCart, between(1, 3)});
    }
    if (random_.bounded(3) == 0) {
        plan.push_back({Step::Location, between(3, 9)});
    }
    if (random_.bounded(5) == 0) {
        plan.push_back({Step::Photo, between(3, 9)});
    }
    if (random_.bounded(4) == 0) {
        plan.push_back({Step::Change, between(8, 25)});
    }
    plan.push_back({Step::Hurry, between(100, 200)});
    plan.push_back({Step::Complain, between(150, 300)});
    plan.push_back({Step::Leave, between(60, 120)});
    return plan;
}

void Customers::perform(Guest& guest, Step step) {
    switch (step) {
    case Step::Greet:
        return sayWhen(guest, Occasion::Greeting);
    case Step::Ask:
        return sayWhen(guest, random_.bounded(2) == 0 ? Occasion::AskHours : Occasion::AskDelivery);
    case Step::OrderText:
        return say(guest, orderText(pickDishes(), guest.tongue, random_.bounded(2) == 0));
    case Step::Cart:
        return sendCart(guest);
    case Step::AfterCart:
        return sayWhen(guest, Occasion::AfterCart);
    case Step::Change:
        return sayWhen(guest, Occasion::Change);
    case Step::Location:
        return sendPlace(guest);
    case Step::Photo:
        return sendPicture(guest);
    case Step::Hurry:
        return guest.wasTold ? void() : sayWhen(guest, Occasion::Hurry);
    case Step::Complain:
        return guest.orderSaidReady ? void() : sayWhen(guest, Occasion::Complaint);
    case Step::Thank:
        return sayWhen(guest, Occasion::Thanks);
    case Step::ThankReady:
        return sayWhen(guest, Occasion::ThanksReady);
    case Step::Confirm:
        return sayWhen(guest, Occasion::Confirm);
    case Step::Leave:
        return; // tick() lets them go
    }
}

void Customers::say(const Guest& guest, const QString& text) {
    if (guest.onTelegram) {
        telegram_.writeText(guest.key.toLongLong(), text);
    } else {
        whatsapp_.writeText(guest.key, text);
    }
    ++written_;
    Q_EMIT changed();
}

void Customers::sayWhen(const Guest& guest, Occasion occasion) {
    say(guest, phrase(occasion, guest.tongue, random_));
}

void Customers::sendPlace(const Guest& guest) {
    const double latitude = 4.6280 + between(-0.02, 0.02);
    const double longitude = -74.0720 + between(-0.02, 0.02);
    if (guest.onTelegram) {
        telegram_.sendLocation(guest.key.toLongLong(), latitude, longitude);
    } else {
        whatsapp_.sendLocation(guest.key, latitude, longitude);
    }
    ++written_;
    sayWhen(guest, Occasion::Address);
}

void Customers::sendPicture(const Guest& guest) {
    const QByteArray picture = practicePicture(random_.generate());
    const QString caption = phrase(Occasion::AboutPhoto, guest.tongue, random_);
    if (guest.onTelegram) {
        telegram_.sendPhoto(guest.key.toLongLong(), {picture, {}, u"image/png"_s, caption, {}});
    } else {
        whatsapp_.sendImage(guest.key, {picture, u"image/png"_s, {}, caption});
    }
    ++written_;
    Q_EMIT changed();
}

std::vector<std::pair<Dish, int>> Customers::pickDishes() {
    std::vector<std::pair<Dish, int>> lines;
    const std::vector<Dish>& menu = practiceMenu();
    const int count = 1 + random_.bounded(kCartLinesMax);
    int at = random_.bounded(int(menu.size()));
    for (int i = 0; i < count; ++i) {
        lines.emplace_back(menu[std::size_t(at)], 1 + random_.bounded(3));
        at = (at + 1 + random_.bounded(3)) % int(menu.size());
    }
    return lines;
}

void Customers::sendCart(const Guest& guest) {
    std::vector<CartLine> lines;
    for (const auto& [dish, quantity] : pickDishes()) {
        CartLine line;
        line.sku = dish.sku;
        line.quantity = quantity;
        lines.push_back(line);
    }
    const bool note = random_.bounded(3) == 0;
    whatsapp_.sendCart(guest.key, lines,
                       note ? phrase(Occasion::Change, guest.tongue, random_) : QString());
    ++written_;
    ++carts_;
    Q_EMIT changed();
}

void Customers::heard(bool onTelegram, const QString& key, const Received& message) {
    ++answered_;
    const auto found = guests_.find((onTelegram ? u't' : u'w') + key);
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
