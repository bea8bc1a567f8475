#include "ui/models/people_model.h"

#include "core/store/reader.h"

#include <algorithm>

namespace comanda::ui {

namespace {
constexpr int kLastOrders = 5;
}

PeopleModel::PeopleModel(store::Store& store, QObject* parent)
    : QObject(parent), store_(store), refresh_([this] { read(); }, this) {
    connect(&store_, &store::Store::changed, this, [this](const store::ChangeSet& changes) {
        if (concerns(changes)) {
            refresh_.request();
        }
    });
}

bool PeopleModel::concerns(const store::ChangeSet& changes) const {
    if (!conversation_.isValid()) {
        return false;
    }
    if (changes.all || !changes.orders.empty()) {
        return true;
    }
    const auto touches = [&](ConversationId id) {
        return std::find(changes.conversations.begin(), changes.conversations.end(), id)
               != changes.conversations.end();
    };
    return touches(conversation_)
           || std::any_of(people_.begin(), people_.end(), [&](const Person& person) {
                  return std::any_of(
                      person.identities.begin(), person.identities.end(),
                      [&](const Identity& identity) { return touches(identity.conversation); });
              });
}

void PeopleModel::follow(ConversationId conversation) {
    if (conversation == conversation_) {
        return;
    }
    conversation_ = conversation;
    ++asked_;
    people_.clear();
    alike_.clear();
    refresh_.request();
    Q_EMIT changed();
}

const Person* PeopleModel::person() const {
    return people_.size() == 1 && !people_.front().identities.empty() ? &people_.front() : nullptr;
}

std::vector<Suggestion> PeopleModel::alike(CustomerId customer) const {
    return alike_.value(customer);
}

void PeopleModel::read() {
    if (!conversation_.isValid()) {
        refresh_.finished();
        return;
    }
    store_.read<std::vector<Person>>(
        this,
        [id = conversation_](store::Reader& reader) { return reader.people(id, kLastOrders); },
        [this, ask = ++asked_](Result<std::vector<Person>> people) {
            refresh_.finished();
            if (!people || ask != asked_) {
                return; // without them there is only less to show
            }
            people_ = std::move(*people);
            readAlike();
            Q_EMIT changed();
        });
}

void PeopleModel::readAlike() {
    using Found = QHash<CustomerId, std::vector<Suggestion>>;
    store_.read<Found>(
        this,
        [people = people_](store::Reader& reader) -> Result<Found> {
            Found found;
            for (const Person& person : people) {
                const auto suggestions = reader.alike(person.id);
                if (!suggestions) {
                    return fail(suggestions.error());
                }
                found.insert(person.id, *suggestions);
            }
            return found;
        },
        [this, ask = asked_](Result<Found> found) {
            if (found && ask == asked_ && *found != alike_) {
                alike_ = std::move(*found);
                Q_EMIT changed();
            }
        },
        store::Store::Lane::Slow);
}

} // namespace comanda::ui
