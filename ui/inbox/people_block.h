// Who is behind a chat: every way in which they reach us, who else may be the same person and why,
// and the chat of theirs that only staff know of. Nothing is joined but by a press, and every press
// can be taken back.
#pragma once

#include "core/hub/desk.h"
#include "ui/inbox/identity_row.h"
#include "ui/models/people_model.h"
#include "ui/widgets/button.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/toast.h"

#include <QWidget>

class QVBoxLayout;

namespace comanda::ui {

class PeopleBlock final : public QWidget {
    Q_OBJECT
public:
    struct Parts {
        const Theme& theme;
        store::Store& store;
        hub::Desk& desk;
        Toast& toast;
    };
    PeopleBlock(const Parts& parts, PeopleModel& model, QWidget* parent = nullptr);

    void follow(ConversationId conversation);

Q_SIGNALS:
    void conversationWanted(comanda::ConversationId conversation);

private:
    struct Shown { // what the rows were made from
        ConversationId conversation;
        std::vector<Person> people; // without their orders
        std::vector<std::vector<Suggestion>> suggestions;
        bool operator==(const Shown&) const = default;
    };
    void refresh();
    void addPerson(const Person& person);
    void addSuggestion(const Person& person, const Suggestion& suggestion);
    QWidget* addIdentity(const Identity& identity, QVBoxLayout* column);
    void search();
    void showFound(const std::vector<Conversation>& found);
    void join(CustomerId one, CustomerId other, const QString& name, const QString& otherName);
    void separate(CustomerId customer, CustomerId stays, const QString& name);
    void complain(const Error& error);
    std::function<void(Result<>)> orComplain();

    Parts parts_;
    PeopleModel& model_;
    Shown shown_;
    QVBoxLayout* rows_;
    Button* find_;
    SearchField* search_;
    QVBoxLayout* found_;
    int searches_ = 0; // only the last one's answer counts
};

} // namespace comanda::ui
