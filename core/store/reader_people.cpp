// Who is behind a conversation, and who else may be.
#include "core/base/phone.h"
#include "core/store/customers.h"
#include "core/store/order_rows.h"
#include "core/store/reader.h"
#include "core/store/traits.h"
#include "core/store/try.h"

#include <algorithm>
#include <set>

namespace comanda::store {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSpeakersMax = 5;
constexpr std::size_t kSuggestionsMax = 3;

using People = std::vector<CustomerId>;

QString nameOf(const std::vector<Identity>& identities) {
    return identities.empty() ? QString() : identities.front().name;
}

// Under a post everybody who comments, the last one first; else the one whose chat it is.
Result<People> behind(Connection& db, ConversationId conversation) {
    COMANDA_LET(speakers, db.select(u"SELECT customer FROM speaker WHERE conversation = ?"
                                    " ORDER BY last_at DESC, value LIMIT ?"_s,
                                    {bind(conversation), kSpeakersMax}));
    People people;
    for (const Row& row : speakers) {
        people.push_back(row.id<CustomerId>(0));
    }
    if (people.empty()) {
        COMANDA_LET(row, db.selectOne(u"SELECT customer FROM conversation WHERE id = ?"
                                      " AND customer IS NOT NULL"_s,
                                      {bind(conversation)}));
        if (row) {
            people.push_back(row->id<CustomerId>(0));
        }
    }
    return people;
}

Result<Person> personFrom(Connection& db, const People& all, int orders) {
    const QString theirs = u" IN ("_s + placeholders(static_cast<qsizetype>(all.size())) + u')';
    Person person;
    person.id = all.front();
    COMANDA_LET(card, cardOf(db, all));
    person.card = card;
    COMANDA_LET(identities, identitiesOf(db, all));
    person.identities = std::move(identities);
    person.name = nameOf(person.identities);
    COMANDA_LET(since, db.selectOne(u"SELECT min(created_at) FROM customer WHERE id"_s + theirs,
                                    bindAll(all)));
    COMANDA_LET(count, db.selectOne(u"SELECT count(*) FROM orders WHERE customer"_s + theirs,
                                    bindAll(all)));
    person.since = since ? since->time(0) : Time();
    person.orderCount = count ? static_cast<int>(count->integer(0)) : 0;
    COMANDA_LET(last, ordersWhere(db, u"o.customer "_s + theirs + u" ORDER BY o.id DESC LIMIT ?"_s,
                                  bindAll(all) << orders));
    person.orders = std::move(last);
    return person;
}

Result<std::set<CustomerId>> refusedBy(Connection& db, const People& person) {
    const QString theirs = u" IN ("_s + placeholders(static_cast<qsizetype>(person.size())) + u')';
    std::set<CustomerId> refused;
    for (const auto& [asked, told] : {std::pair(u"one"_s, u"other"_s), {u"other"_s, u"one"_s}}) {
        COMANDA_LET(rows, db.select(u"SELECT %1 FROM not_same WHERE %2"_s.arg(told, asked) + theirs,
                                    bindAll(person)));
        for (const Row& row : rows) {
            refused.insert(row.id<CustomerId>(0));
        }
    }
    return refused;
}

bool anyOf(const People& person, const std::set<CustomerId>& set) {
    return std::any_of(person.begin(), person.end(),
                       [&](CustomerId one) { return set.count(one) > 0; });
}

} // namespace

Result<std::vector<Person>> Reader::people(ConversationId conversation, int orders) {
    COMANDA_LET(id, remaining(connection_, conversation));
    COMANDA_LET(customers, behind(connection_, id));
    std::vector<Person> people;
    std::set<CustomerId> told;
    for (const CustomerId customer : customers) {
        COMANDA_LET(all, personOf(connection_, customer));
        if (told.insert(all.front()).second) {
            COMANDA_LET(person, personFrom(connection_, all, orders));
            people.push_back(std::move(person));
        }
    }
    return people;
}

Result<std::vector<Suggestion>> Reader::alike(CustomerId customer) {
    COMANDA_LET(shop, this->shop());
    const QString region = regionOf(shop.timezone);
    COMANDA_LET(person, personOf(connection_, customer));
    COMANDA_LET(identities, identitiesOf(connection_, person));
    COMANDA_LET(traits, traitsOf(connection_, person, identities));
    COMANDA_LET(candidates, candidatesFor(connection_, traits));
    COMANDA_LET(refused, refusedBy(connection_, person));
    std::set<CustomerId> looked(person.begin(), person.end());
    std::vector<Suggestion> suggestions;
    for (const CustomerId candidate : candidates) {
        if (looked.count(candidate) > 0 || suggestions.size() >= kSuggestionsMax) {
            continue;
        }
        COMANDA_LET(other, personOf(connection_, candidate));
        looked.insert(other.begin(), other.end());
        if (anyOf(other, refused)) {
            continue;
        }
        COMANDA_LET(theirs, identitiesOf(connection_, other));
        COMANDA_LET(told, traitsOf(connection_, other, theirs));
        std::vector<SameReason> reasons = reasonsFor(traits, told, region);
        if (!reasons.empty()) {
            suggestions.push_back({other.front(), nameOf(theirs), theirs, std::move(reasons)});
        }
    }
    return suggestions;
}

} // namespace comanda::store
