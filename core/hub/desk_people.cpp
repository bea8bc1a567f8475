// What people do with customers.
#include "core/hub/desk.h"

namespace comanda::hub {

void Desk::joinCustomers(CustomerId one, CustomerId other, QObject* receiver, DoneCustomer done) {
    store_.write<CustomerId>(
        receiver,
        [one, other, who = actor_](store::Writer& writer) {
            return writer.joinCustomers(one, other, who);
        },
        std::move(done));
}

void Desk::undoJoin(CustomerId joined, QObject* receiver, DoneNothing done) {
    store_.write<Done>(
        receiver, [joined](store::Writer& writer) { return writer.undoJoin(joined); },
        std::move(done));
}

void Desk::separateCustomer(CustomerId customer, QObject* receiver, DoneNothing done) {
    store_.write<Done>(
        receiver,
        [customer, who = actor_](store::Writer& writer) {
            return writer.separateCustomer(customer, who);
        },
        std::move(done));
}

void Desk::notSame(CustomerId one, CustomerId other, QObject* receiver, DoneNothing done) {
    store_.write<Done>(
        receiver,
        [one, other, who = actor_](store::Writer& writer) {
            return writer.notSame(one, other, who);
        },
        std::move(done));
}

void Desk::saveCustomer(CustomerId customer, const CustomerCard& before, const CustomerCard& now,
                        QObject* receiver, DoneNothing done) {
    store_.write<Done>(
        receiver,
        [customer, before, now](store::Writer& writer) {
            return writer.saveCustomer(customer, before, now);
        },
        std::move(done));
}

} // namespace comanda::hub
