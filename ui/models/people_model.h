// Who is behind the open conversation, and who else may be; read from the store and kept fresh.
#pragma once

#include "core/domain/message.h"
#include "core/domain/people.h"
#include "core/store/store.h"
#include "ui/models/refresh.h"

#include <QHash>

namespace comanda::ui {

class PeopleModel final : public QObject {
    Q_OBJECT
public:
    explicit PeopleModel(store::Store& store, QObject* parent = nullptr);

    void follow(ConversationId conversation); // invalid: nobody's
    [[nodiscard]] const std::vector<Person>& people() const { return people_; }
    // The one person whose chat it is; null under a post, and until it is read.
    [[nodiscard]] const Person* person() const;
    [[nodiscard]] std::vector<Suggestion> alike(CustomerId customer) const;

Q_SIGNALS:
    void changed();

private:
    void read();
    void readAlike();
    [[nodiscard]] bool concerns(const store::ChangeSet& changes) const;

    store::Store& store_;
    ConversationId conversation_;
    std::vector<Person> people_;
    QHash<CustomerId, std::vector<Suggestion>> alike_;
    int asked_ = 0; // only the answers to the last question count
    Refresh refresh_;
};

} // namespace comanda::ui
