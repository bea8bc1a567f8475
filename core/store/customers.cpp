#include "core/store/customers.h"

#include "core/store/order_rows.h"
#include "core/store/traits.h"
#include "core/store/try.h"
#include "core/store/writer.h"

#include <algorithm>

namespace comanda::store {

using namespace Qt::StringLiterals;

namespace {

using People = std::vector<CustomerId>;

Result<> done(const Result<int>& affected) {
    return affected ? Result<>(Done{}) : fail(affected.error());
}

QString amongst(const People& person) {
    return u" IN ("_s + placeholders(static_cast<qsizetype>(person.size())) + u')';
}

// Whoever shows one of the person's conversations shows all of it.
Result<> noteConversations(const Tools& tools, const People& person) {
    for (const QString& table : {u"conversation"_s, u"speaker"_s}) {
        const QString id = table == "speaker"_L1 ? u"conversation"_s : u"id"_s;
        COMANDA_LET(rows, tools.db.select(u"SELECT %1 FROM %2 WHERE customer"_s.arg(id, table)
                                              + amongst(person),
                                          bindAll(person)));
        for (const Row& row : rows) {
            noteChange(tools.changes, row.id<ConversationId>(0));
        }
    }
    return Done{};
}

Result<Order> setAllergy(const Tools& tools, const Order& order, const QString& words) {
    return appendEvent(tools, order,
                       {OrderEventId(), Actor{kProgramActor, {}}, tools.clock.now(),
                        order_event::FlagChanged{OrderFlag::Allergy, !words.isEmpty(), words},
                        std::nullopt});
}

// Open orders follow what is known of their customer; what else stands on one stays.
Result<> followAllergies(const Tools& tools, const People& person, const QString& before,
                         const QString& now) {
    if (before == now) {
        return Done{};
    }
    COMANDA_LET(rows, tools.db.select(u"SELECT id FROM orders WHERE is_open = 1 AND customer"_s
                                          + amongst(person) + u" ORDER BY id"_s,
                                      bindAll(person)));
    for (const Row& row : rows) {
        COMANDA_LET(order, storedOrder(tools.db, row.id<OrderId>(0)));
        const bool ours = order.allergy.isEmpty() || order.allergy == before;
        const QString words = ours ? now : together(order.allergy, now, u", "_s);
        if (words != order.allergy) {
            COMANDA_TRY(setAllergy(tools, order, words));
        }
    }
    return Done{};
}

Result<QString> allergiesOf(Connection& db, const People& person) {
    return cardOf(db, person).map([](const CustomerCard& card) { return card.allergies; });
}

Result<> point(Connection& db, CustomerId customer, CustomerId to, const QString& by, Time at) {
    return done(db.execute(
        u"UPDATE customer SET merged_into = ?, merged_by = ?, merged_at = ? WHERE id = ?"_s,
        {bind(to), by, bind(at), bind(customer)}));
}

// The same without a pointer: on their own again.
Result<> release(Connection& db, CustomerId customer) {
    return done(db.execute(
        u"UPDATE customer SET merged_into = NULL, merged_by = NULL, merged_at = NULL WHERE id = ?"_s,
        {bind(customer)}));
}

// Two persons become one; returns who was joined to the other. Nobody else's pointer changes.
Result<CustomerId> join(const Tools& tools, const People& one, const People& other,
                        const QString& by) {
    COMANDA_LET(oneKnows, allergiesOf(tools.db, one));
    COMANDA_LET(otherKnows, allergiesOf(tools.db, other));
    const auto [older, younger] = std::minmax({one.front(), other.front()});
    COMANDA_TRY(point(tools.db, younger, older, by, tools.clock.now()));
    COMANDA_LET(all, personOf(tools.db, older));
    COMANDA_LET(known, allergiesOf(tools.db, all));
    COMANDA_TRY(followAllergies(tools, one, oneKnows, known));
    COMANDA_TRY(followAllergies(tools, other, otherKnows, known));
    COMANDA_TRY(noteConversations(tools, all));
    return younger;
}

// After one person became two.
Result<> partAllergies(const Tools& tools, const QString& before, const People& one,
                       const People& other) {
    for (const People& each : {one, other}) {
        if (!each.empty()) {
            COMANDA_LET(now, allergiesOf(tools.db, each));
            COMANDA_TRY(followAllergies(tools, each, before, now));
            COMANDA_TRY(noteConversations(tools, each));
        }
    }
    return Done{};
}

Result<> refuse(const Tools& tools, CustomerId one, CustomerId other, const QString& by) {
    const auto [older, younger] = std::minmax({one, other});
    return done(tools.db.execute(u"INSERT INTO not_same (one, other, who, at) VALUES (?, ?, ?, ?)"
                                 " ON CONFLICT (one, other) DO NOTHING"_s,
                                 {bind(older), bind(younger), by, bind(tools.clock.now())}));
}

Result<> forgetRefusals(Connection& db, const People& one, const People& other) {
    for (const CustomerId a : one) {
        for (const CustomerId b : other) {
            const auto [older, younger] = std::minmax({a, b});
            COMANDA_TRY(db.execute(u"DELETE FROM not_same WHERE one = ? AND other = ?"_s,
                                   {bind(older), bind(younger)}));
        }
    }
    return Done{};
}

// Those who were joined to `customer` go to `to`, which may be one of them: it stands alone then.
Result<> handOver(Connection& db, CustomerId customer, CustomerId to) {
    COMANDA_TRY(
        db.execute(u"UPDATE customer SET merged_into = ? WHERE merged_into = ? AND id <> ?"_s,
                   {bind(to), bind(customer), bind(to)}));
    return done(
        db.execute(u"UPDATE customer SET merged_into = NULL WHERE id = ? AND merged_into = ?"_s,
                   {bind(to), bind(customer)}));
}

// `customer` alone goes; returns the others, who stay together.
Result<People> leave(Connection& db, CustomerId customer, const People& person) {
    COMANDA_LET(row,
                db.selectOne(u"SELECT merged_into FROM customer WHERE id = ?"_s, {bind(customer)}));
    CustomerId heir = row ? row->id<CustomerId>(0) : CustomerId();
    if (!heir.isValid()) { // the others were joined to this one
        COMANDA_LET(eldest, db.selectOne(u"SELECT min(id) FROM customer WHERE merged_into = ?"_s,
                                         {bind(customer)}));
        heir = eldest ? eldest->id<CustomerId>(0) : CustomerId();
    }
    COMANDA_TRY(handOver(db, customer, heir));
    COMANDA_TRY(release(db, customer));
    People others;
    std::copy_if(person.begin(), person.end(), std::back_inserter(others),
                 [customer](CustomerId one) { return one != customer; });
    std::sort(others.begin(), others.end());
    return others;
}

Result<> writeCard(Connection& db, const People& person, const CustomerCard& card) {
    return done(db.execute(
        u"UPDATE customer SET address = ?, allergies = ?, notes = ? WHERE id"_s + amongst(person),
        QVariantList{card.address, card.allergies, card.notes} + bindAll(person)));
}

} // namespace

QVariantList bindAll(const std::vector<CustomerId>& person) {
    QVariantList values;
    for (const CustomerId one : person) {
        values << bind(one);
    }
    return values;
}

Result<std::vector<CustomerId>> personOf(Connection& db, CustomerId customer) {
    COMANDA_LET(
        rows,
        db.select(u"WITH RECURSIVE up (id, parent) AS (SELECT id, merged_into FROM customer"
                  " WHERE id = ? UNION SELECT c.id, c.merged_into FROM up JOIN customer c"
                  " ON c.id = up.parent), whole (id) AS (SELECT id FROM up WHERE parent IS NULL"
                  " UNION SELECT c.id FROM whole JOIN customer c ON c.merged_into = whole.id)"
                  " SELECT id FROM whole ORDER BY id"_s, // who was joined is always the younger
                  {bind(customer)}));
    if (rows.empty()) {
        return fail(ErrorKind::NotFound, u"customer.unknown"_s);
    }
    People person;
    person.reserve(rows.size());
    for (const Row& row : rows) {
        person.push_back(row.id<CustomerId>(0));
    }
    return person;
}

Result<CustomerCard> cardOf(Connection& db, const std::vector<CustomerId>& person) {
    COMANDA_LET(rows, db.select(u"SELECT address, allergies, notes FROM customer WHERE id"_s
                                    + amongst(person) + u" ORDER BY id"_s,
                                bindAll(person)));
    std::vector<CustomerCard> cards;
    cards.reserve(rows.size());
    for (const Row& row : rows) {
        cards.push_back({row.text(0), row.text(1), row.text(2)});
    }
    return together(cards);
}

Result<Order> withAllergies(const Tools& tools, const Order& order) {
    if (!order.customer.isValid()) {
        return order;
    }
    COMANDA_LET(person, personOf(tools.db, order.customer));
    COMANDA_LET(allergies, allergiesOf(tools.db, person));
    return allergies.isEmpty() ? Result<Order>(order) : setAllergy(tools, order, allergies);
}

Result<> becomeOneCustomer(const Tools& tools, ConversationId older, ConversationId younger) {
    COMANDA_LET(rows, tools.db.select(u"SELECT customer FROM conversation WHERE id IN (?, ?)"
                                      " AND customer IS NOT NULL ORDER BY id"_s,
                                      {bind(older), bind(younger)}));
    if (rows.size() != 2 || rows[0].integer(0) == rows[1].integer(0)) {
        return Done{};
    }
    const auto [stays, goes] = std::minmax({rows[0].id<CustomerId>(0), rows[1].id<CustomerId>(0)});
    COMANDA_LET(one, personOf(tools.db, stays));
    COMANDA_LET(other, personOf(tools.db, goes));
    if (one != other) {
        COMANDA_TRY(forgetRefusals(tools.db, one, other));
        COMANDA_TRY(join(tools, one, other, kProgramActor));
    }
    COMANDA_LET(card, cardOf(tools.db, {stays, goes}));
    COMANDA_TRY(writeCard(tools.db, {stays}, card));
    COMANDA_LET(pointer, tools.db.selectOne(u"SELECT merged_into FROM customer WHERE id = ?"_s,
                                            {bind(goes)}));
    COMANDA_TRY(handOver(tools.db, goes, pointer ? pointer->id<CustomerId>(0) : stays));
    // What speaks of the one speaks of the other now; where both had it, it is said once.
    for (const QString& table : {u"conversation"_s, u"orders"_s, u"speaker"_s}) {
        COMANDA_TRY(tools.db.execute(u"UPDATE %1 SET customer = ? WHERE customer = ?"_s.arg(table),
                                     {bind(stays), bind(goes)}));
    }
    COMANDA_TRY(tools.db.execute(
        u"INSERT INTO trait (kind, value, customer, words) SELECT kind, value, ?, words FROM trait"
        " WHERE customer = ? ON CONFLICT (kind, value, customer) DO NOTHING"_s,
        {bind(stays), bind(goes)}));
    COMANDA_TRY(tools.db.execute(u"DELETE FROM trait WHERE customer = ?"_s, {bind(goes)}));
    COMANDA_LET(refused, tools.db.select(u"SELECT one, other, who FROM not_same WHERE one = ?"
                                         " OR other = ?"_s,
                                         {bind(goes), bind(goes)}));
    for (const Row& row : refused) {
        const CustomerId against =
            row.id<CustomerId>(0) == goes ? row.id<CustomerId>(1) : row.id<CustomerId>(0);
        COMANDA_TRY(refuse(tools, stays, against, row.text(2)));
    }
    COMANDA_TRY(tools.db.execute(u"DELETE FROM not_same WHERE one = ? OR other = ?"_s,
                                 {bind(goes), bind(goes)}));
    return done(tools.db.execute(u"DELETE FROM customer WHERE id = ?"_s, {bind(goes)}));
}

Result<CustomerId> Writer::joinCustomers(CustomerId one, CustomerId other, const Actor& who) {
    const Tools tools{connection_, clock_, changes_};
    COMANDA_LET(here, personOf(connection_, one));
    COMANDA_LET(there, personOf(connection_, other));
    if (here == there) {
        return fail(ErrorKind::Conflict, u"customer.joined_already"_s);
    }
    COMANDA_TRY(forgetRefusals(connection_, here, there));
    return join(tools, here, there, who.name);
}

Result<> Writer::undoJoin(CustomerId joined) {
    const Tools tools{connection_, clock_, changes_};
    COMANDA_LET(all, personOf(connection_, joined));
    COMANDA_LET(before, allergiesOf(connection_, all));
    COMANDA_TRY(release(connection_, joined));
    COMANDA_LET(theirs, personOf(connection_, joined));
    COMANDA_LET(rest, all.front() == joined ? Result<People>(People())
                                            : personOf(connection_, all.front()));
    return partAllergies(tools, before, theirs, rest);
}

Result<> Writer::separateCustomer(CustomerId customer, const Actor& who) {
    const Tools tools{connection_, clock_, changes_};
    COMANDA_LET(person, personOf(connection_, customer));
    if (person.size() < 2) {
        return fail(ErrorKind::Conflict, u"customer.apart_already"_s);
    }
    COMANDA_LET(before, allergiesOf(connection_, person));
    COMANDA_LET(others, leave(connection_, customer, person));
    for (const CustomerId other : others) {
        COMANDA_TRY(refuse(tools, customer, other, who.name));
    }
    return partAllergies(tools, before, {customer}, others);
}

Result<> Writer::notSame(CustomerId one, CustomerId other, const Actor& who) {
    const Tools tools{connection_, clock_, changes_};
    COMANDA_LET(here, personOf(connection_, one));
    COMANDA_LET(there, personOf(connection_, other));
    if (here == there) {
        return fail(ErrorKind::Conflict, u"customer.joined_already"_s);
    }
    COMANDA_TRY(refuse(tools, one, other, who.name));
    COMANDA_TRY(noteConversations(tools, here));
    return noteConversations(tools, there);
}

Result<> Writer::saveCustomer(CustomerId customer, const CustomerCard& before,
                              const CustomerCard& now) {
    const Tools tools{connection_, clock_, changes_};
    COMANDA_LET(person, personOf(connection_, customer));
    COMANDA_LET(known, cardOf(connection_, person));
    if (known != before) {
        return fail(ErrorKind::Conflict, u"customer.changed_meanwhile"_s);
    }
    const CustomerCard card{now.address.trimmed(), now.allergies.trimmed(), now.notes.trimmed()};
    // True of the person, so of each: whoever is taken apart later keeps it.
    COMANDA_TRY(writeCard(connection_, person, card));
    COMANDA_TRY(leaveAddress(tools, person.front(), before.address, card.address));
    COMANDA_TRY(followAllergies(tools, person, before.allergies, card.allergies));
    return noteConversations(tools, person);
}

} // namespace comanda::store
