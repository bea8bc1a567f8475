// The shapes and colours of an order's states.
#include "app/text/words.h"
#include "ui/orders/card_painter.h"

using namespace Qt::StringLiterals;

namespace comanda::ui {

StateLook stateLook(OrderState state) {
    switch (state) {
    case OrderState::Draft:
        return {Tone::Text3, Tone::Surface2, u"note"_s};
    case OrderState::New:
        return {Tone::New, Tone::NewSoft, u"clock"_s};
    case OrderState::Accepted:
        return {Tone::Accepted, Tone::AcceptedSoft, u"check"_s};
    case OrderState::Preparing:
        return {Tone::Preparing, Tone::PreparingSoft, u"kitchen"_s};
    case OrderState::Ready:
        return {Tone::Ready, Tone::ReadySoft, u"ready"_s};
    case OrderState::OutForDelivery:
        return {Tone::Ready, Tone::ReadySoft, u"delivery"_s};
    case OrderState::Completed:
        return {Tone::Text2, Tone::Surface2, u"check"_s};
    case OrderState::Rejected:
    case OrderState::Cancelled:
    case OrderState::Failed:
        return {Tone::Late, Tone::LateSoft, u"close"_s};
    case OrderState::Discarded:
        return {Tone::Text3, Tone::Surface2, u"close"_s};
    }
    Q_UNREACHABLE();
}

QString fulfilmentIcon(Fulfilment fulfilment) {
    switch (fulfilment) {
    case Fulfilment::Unknown:
        return u"question"_s;
    case Fulfilment::Delivery:
        return u"delivery"_s;
    case Fulfilment::Pickup:
        return u"bag"_s;
    case Fulfilment::DineIn:
        return u"table"_s;
    }
    Q_UNREACHABLE();
}

ChipLook ageChip(const OrderAge& age, OrderState state) {
    switch (age.level) {
    case AgeLevel::Fresh:
        return {u"clock"_s, age.words, Tone::New, Tone::NewSoft, Tone::NewSoft};
    case AgeLevel::Calm:
        return state == OrderState::Draft
                   ? ChipLook{u"note"_s, text::stateWord(state), Tone::Text2, Tone::Surface2,
                              Tone::Surface2}
                   : ChipLook{u"clock"_s, age.words, Tone::Text2, Tone::Surface2, Tone::Surface2};
    case AgeLevel::Due:
        return {u"clock"_s, age.words, Tone::Due, Tone::DueSoft, Tone::DueSoft};
    case AgeLevel::Late:
        return {u"clock"_s, age.words, Tone::Surface1, Tone::Late, Tone::Late};
    }
    Q_UNREACHABLE();
}

ChipLook stateChip(OrderState state) {
    const StateLook look = stateLook(state);
    return {look.icon, text::stateWord(state), look.tone, look.soft, look.soft};
}

} // namespace comanda::ui
