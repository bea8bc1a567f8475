// The part of Customers that does what a script says.
#include "app/practice/customers.h"

namespace comanda::practice {

using namespace Qt::StringLiterals;

namespace {

constexpr int kCartLinesMax = 3;

} // namespace

void Customers::perform(Guest& guest, Step step) {
    switch (step) {
    case Step::Greet:
        return sayWhen(guest, Occasion::Greeting);
    case Step::Ask:
        return sayWhen(guest, chance(2) ? Occasion::AskHours : Occasion::AskDelivery);
    case Step::Story:
        return tellStory(guest);
    case Step::OrderText:
        return order(guest);
    case Step::Cart:
        return sendCart(guest);
    case Step::AfterCart:
        return sayWhen(guest, Occasion::AfterCart);
    case Step::Change:
        return sayWhen(guest, Occasion::Change);
    case Step::Correct:
        return correct(guest);
    case Step::Location:
        return sendPlace(guest);
    case Step::Photo:
        return sendPicture(guest);
    case Step::Mistake:
        return makeMistake(guest);
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

void Customers::wrote(const Guest& guest, int messages) {
    written_ += messages;
    writtenOn_[guest.on->platform()] += messages;
    Q_EMIT changed();
}

QString Customers::say(const Guest& guest, const QString& text) {
    QString id = guest.on->writeText(guest.key, text);
    wrote(guest);
    return id;
}

void Customers::sayWhen(const Guest& guest, Occasion occasion) {
    say(guest, phrase(occasion, guest.tongue, random_));
}

void Customers::order(Guest& guest) {
    guest.order = say(guest, orderText(pickDishes(), guest.tongue, chance(2)));
}

// Where nothing can be edited they say what they mean instead.
void Customers::correct(const Guest& guest) {
    const QString text = orderText(pickDishes(), guest.tongue, true);
    if (guest.order.isEmpty() || !guest.on->edit(guest.key, guest.order, text)) {
        sayWhen(guest, Occasion::Change);
    }
}

void Customers::makeMistake(const Guest& guest) {
    const QString id = say(guest, phrase(Occasion::Mistake, guest.tongue, random_));
    QTimer::singleShot(int(2000 / options_.speed), this,
                       [on = guest.on, key = guest.key, id] { on->unsend(key, id); });
}

void Customers::tellStory(const Guest& guest) {
    if (!guest.on->callAttention(guest.key, phrase(Occasion::Story, guest.tongue, random_))
             .isEmpty()) {
        wrote(guest);
    }
}

void Customers::sendPlace(const Guest& guest) {
    const double latitude = 4.6280 + between(-0.02, 0.02);
    const double longitude = -74.0720 + between(-0.02, 0.02);
    if (!guest.on->sendPlace(guest.key, latitude, longitude).isEmpty()) {
        wrote(guest);
        sayWhen(guest, Occasion::Address);
    }
}

void Customers::sendPicture(const Guest& guest) {
    guest.on->sendPicture(guest.key, practicePicture(random_.generate()),
                          phrase(Occasion::AboutPhoto, guest.tongue, random_));
    wrote(guest);
}

Basket Customers::pickDishes() {
    Basket lines;
    const std::vector<Dish>& menu = practiceMenu();
    const int count = 1 + random_.bounded(kCartLinesMax);
    int at = random_.bounded(int(menu.size()));
    for (int i = 0; i < count; ++i) {
        lines.emplace_back(menu[std::size_t(at)], 1 + random_.bounded(3));
        at = (at + 1 + random_.bounded(3)) % int(menu.size());
    }
    return lines;
}

void Customers::sendCart(Guest& guest) {
    const QString note = chance(3) ? phrase(Occasion::Change, guest.tongue, random_) : QString();
    if (guest.on->sendCart(guest.key, pickDishes(), note)) {
        ++carts_;
        wrote(guest);
    } else {
        order(guest);
    }
}

} // namespace comanda::practice
