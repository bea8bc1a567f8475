// What practice customers say, by language and occasion.
#pragma once

#include "app/practice/menu.h"

#include <QRandomGenerator>
#include <QStringList>

namespace comanda::practice {

enum class Occasion {
    Greeting,
    AskHours,
    AskDelivery,
    AfterCart,  // a cart was just sent
    Change,     // of mind, about what was ordered
    Address,    // before a location
    AboutPhoto, // caption of a picture
    Story,      // in answer to one of ours
    Mistake,    // meant for somebody else; taken back at once
    Hurry,      // nobody answers
    Complaint,
    Thanks,      // somebody answered
    ThanksReady, // it is said to be ready or on its way
    Confirm      // staff asked something
};

[[nodiscard]] QString phrase(Occasion occasion, Tongue tongue, QRandomGenerator& random);
// "2 empanada de queso y 1 Coca-Cola 1.5 L, para llevar"
[[nodiscard]] QString orderText(const std::vector<std::pair<Dish, int>>& lines, Tongue tongue,
                                bool delivery);
// Staff said that it is ready, left or will come.
[[nodiscard]] bool soundsReady(const QString& text);

} // namespace comanda::practice
