// The words under which an order's states are stored and exported. Never change one.
#include "core/domain/order.h"

#include <array>

namespace comanda {
namespace {

using namespace Qt::StringLiterals;

template <typename Value, std::size_t N>
std::optional<Value> fromWord(const std::array<Value, N>& values, QStringView word) {
    for (const Value value : values) {
        if (word == toWord(value)) {
            return value;
        }
    }
    return std::nullopt;
}

} // namespace

QString toWord(OrderState value) {
    switch (value) {
    case OrderState::Draft:
        return u"draft"_s;
    case OrderState::New:
        return u"new"_s;
    case OrderState::Accepted:
        return u"accepted"_s;
    case OrderState::Preparing:
        return u"preparing"_s;
    case OrderState::Ready:
        return u"ready"_s;
    case OrderState::OutForDelivery:
        return u"out_for_delivery"_s;
    case OrderState::Completed:
        return u"completed"_s;
    case OrderState::Rejected:
        return u"rejected"_s;
    case OrderState::Cancelled:
        return u"cancelled"_s;
    case OrderState::Failed:
        return u"failed"_s;
    case OrderState::Discarded:
        return u"discarded"_s;
    }
    Q_UNREACHABLE();
}

QString toWord(PaymentState value) {
    switch (value) {
    case PaymentState::Unpaid:
        return u"unpaid"_s;
    case PaymentState::Claimed:
        return u"claimed"_s;
    case PaymentState::Paid:
        return u"paid"_s;
    case PaymentState::Refunded:
        return u"refunded"_s;
    }
    Q_UNREACHABLE();
}

QString toWord(ItemState value) {
    switch (value) {
    case ItemState::Todo:
        return u"todo"_s;
    case ItemState::Done:
        return u"done"_s;
    case ItemState::Void:
        return u"void"_s;
    }
    Q_UNREACHABLE();
}

QString toWord(NoticeState value) {
    switch (value) {
    case NoticeState::NotTold:
        return u"not_told"_s;
    case NoticeState::Sent:
        return u"sent"_s;
    case NoticeState::Delivered:
        return u"delivered"_s;
    case NoticeState::Failed:
        return u"failed"_s;
    }
    Q_UNREACHABLE();
}

QString toWord(Fulfilment value) {
    switch (value) {
    case Fulfilment::Unknown:
        return u"unknown"_s;
    case Fulfilment::Delivery:
        return u"delivery"_s;
    case Fulfilment::Pickup:
        return u"pickup"_s;
    case Fulfilment::DineIn:
        return u"dine_in"_s;
    }
    Q_UNREACHABLE();
}

QString toWord(OrderFlag value) {
    switch (value) {
    case OrderFlag::ChangeAsked:
        return u"change_asked"_s;
    case OrderFlag::CancelAsked:
        return u"cancel_asked"_s;
    case OrderFlag::LateArrival:
        return u"late_arrival"_s;
    case OrderFlag::Allergy:
        return u"allergy"_s;
    case OrderFlag::ChannelDown:
        return u"channel_down"_s;
    case OrderFlag::PossibleDuplicate:
        return u"possible_duplicate"_s;
    }
    Q_UNREACHABLE();
}

std::optional<OrderState> orderStateFrom(QStringView word) {
    static constexpr std::array values{
        OrderState::Draft,     OrderState::New,      OrderState::Accepted,
        OrderState::Preparing, OrderState::Ready,    OrderState::OutForDelivery,
        OrderState::Completed, OrderState::Rejected, OrderState::Cancelled,
        OrderState::Failed,    OrderState::Discarded};
    return fromWord(values, word);
}

std::optional<PaymentState> paymentStateFrom(QStringView word) {
    static constexpr std::array values{PaymentState::Unpaid, PaymentState::Claimed,
                                       PaymentState::Paid, PaymentState::Refunded};
    return fromWord(values, word);
}

std::optional<ItemState> itemStateFrom(QStringView word) {
    static constexpr std::array values{ItemState::Todo, ItemState::Done, ItemState::Void};
    return fromWord(values, word);
}

std::optional<NoticeState> noticeStateFrom(QStringView word) {
    static constexpr std::array values{NoticeState::NotTold, NoticeState::Sent,
                                       NoticeState::Delivered, NoticeState::Failed};
    return fromWord(values, word);
}

std::optional<Fulfilment> fulfilmentFrom(QStringView word) {
    static constexpr std::array values{Fulfilment::Unknown, Fulfilment::Delivery,
                                       Fulfilment::Pickup, Fulfilment::DineIn};
    return fromWord(values, word);
}

std::optional<OrderFlag> orderFlagFrom(QStringView word) {
    static constexpr std::array values{OrderFlag::ChangeAsked, OrderFlag::CancelAsked,
                                       OrderFlag::LateArrival, OrderFlag::Allergy,
                                       OrderFlag::ChannelDown, OrderFlag::PossibleDuplicate};
    return fromWord(values, word);
}

} // namespace comanda
