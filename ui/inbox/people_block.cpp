#include "ui/inbox/people_block.h"

#include "app/text/words.h"
#include "core/base/text.h"
#include "core/store/reader.h"
#include "ui/widgets/paint.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace comanda::ui {
namespace {

constexpr Millis kUndoShown{10'000}, kComplaintLasts{8'000};
constexpr int kFoundMax = 4;
constexpr int kNameMax = 60;

// The soft ground under a question.
class Question final : public QWidget {
public:
    Question(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {}

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        paintPanel(painter, rect(), theme_.color(Tone::Surface1), theme_.color(Tone::LineStrong),
                   kRadiusCard);
    }

private:
    const Theme& theme_;
};

void clear(QLayout& layout) {
    while (QLayoutItem* item = layout.takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
}

QVBoxLayout* tightColumn() {
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    return column;
}

} // namespace

PeopleBlock::PeopleBlock(const Parts& parts, PeopleModel& model, QWidget* parent)
    : QWidget(parent),
      parts_(parts),
      model_(model),
      rows_(tightColumn()),
      find_(new Button(parts.theme, ButtonKind::Quiet, u"merge"_s, tr("Another chat of theirs…"),
                       this)),
      search_(new SearchField(parts.theme, tr("Name, number or user name"), this)),
      found_(tightColumn()) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(rows_);
    column->addWidget(find_, 0, Qt::AlignLeft);
    column->addWidget(search_);
    column->addLayout(found_);
    find_->setObjectName(u"findPerson"_s);
    find_->setAccessibleName(tr("Join another chat of the same person"));
    search_->setObjectName(u"personSearch"_s);
    search_->setAccessibleName(tr("Search the other chat"));
    search_->hide();
    connect(find_, &Button::clicked, this, [this] {
        search_->setVisible(search_->isHidden());
        search_->clear();
        if (!search_->isHidden()) {
            search_->setFocus(Qt::OtherFocusReason);
        }
    });
    connect(search_, &QLineEdit::textChanged, this, &PeopleBlock::search);
    connect(&model_, &PeopleModel::changed, this, &PeopleBlock::refresh);
    refresh();
}

void PeopleBlock::follow(ConversationId conversation) {
    if (shown_.conversation != conversation) {
        shown_.conversation = conversation;
        search_->clear();
        search_->hide();
        refresh();
    }
}

void PeopleBlock::refresh() {
    Shown now;
    now.conversation = shown_.conversation;
    for (Person person : model_.people()) {
        now.suggestions.push_back(model_.alike(person.id));
        person.orders.clear(); // shown elsewhere
        now.people.push_back(std::move(person));
    }
    find_->setVisible(model_.person() != nullptr);
    if (now == shown_ && rows_->count() > 0) {
        return;
    }
    shown_ = std::move(now);
    clear(*rows_);
    for (std::size_t i = 0; i < shown_.people.size(); ++i) {
        addPerson(shown_.people[i]);
        for (const Suggestion& suggestion : shown_.suggestions[i]) {
            addSuggestion(shown_.people[i], suggestion);
        }
    }
    search();
}

QWidget* PeopleBlock::addIdentity(const Identity& identity, QVBoxLayout* column) {
    auto* line = new QWidget(this);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    auto* who =
        new IdentityRow(parts_.theme, identity, identity.conversation == shown_.conversation, line);
    who->setObjectName(u"identity"_s);
    row->addWidget(who, 1);
    column->addWidget(line);
    connect(who, &IdentityRow::clicked, this,
            [this, to = identity.conversation] { Q_EMIT conversationWanted(to); });
    return line;
}

void PeopleBlock::addPerson(const Person& person) {
    for (const Identity& identity : person.identities) {
        QWidget* line = addIdentity(identity, rows_);
        const auto other =
            std::find_if(person.identities.begin(), person.identities.end(),
                         [&](const Identity& one) { return one.customer != identity.customer; });
        if (other == person.identities.end()) {
            continue;
        }
        const QString name = displayLine(identity.name, kNameMax);
        auto* part = new Button(parts_.theme, ButtonKind::Quiet, {}, tr("Separate"), line);
        part->setObjectName(u"separate"_s);
        part->setSpoken(tr("%1 is somebody else: separate").arg(name));
        part->setDoubleClickIsOne();
        line->layout()->addWidget(part);
        connect(part, &Button::clicked, this,
                [this, goes = identity.customer, stays = other->customer, name] {
                    separate(goes, stays, name);
                });
    }
}

void PeopleBlock::addSuggestion(const Person& person, const Suggestion& suggestion) {
    auto* box = new Question(parts_.theme, this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(10, 8, 10, 10);
    column->setSpacing(2);
    const QString name = displayLine(person.name, kNameMax);
    const QString other = displayLine(suggestion.name, kNameMax);
    auto* title = new PlainLabel(parts_.theme, TextRole::Body, Weight::Bold, Tone::Text1, box);
    title->setWordWrap(true);
    title->show(shown_.people.size() > 1 ? tr("Is %1 the same person?").arg(name)
                                         : tr("The same person?"));
    column->addWidget(title);
    for (const Identity& identity : suggestion.identities) {
        addIdentity(identity, column);
    }
    for (const SameReason& reason : suggestion.reasons) {
        auto* why = new PlainLabel(parts_.theme, TextRole::Dense, Weight::Normal, Tone::Text2, box);
        why->setWordWrap(true);
        why->show(text::reasonPhrase(reason));
        column->addWidget(why);
    }
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, 6, 0, 0);
    buttons->setSpacing(8);
    auto* yes = new Button(parts_.theme, ButtonKind::Secondary, u"merge"_s, tr("Join"), box);
    yes->setObjectName(u"join"_s);
    yes->setAccessibleName(tr("Join with %1").arg(other));
    yes->setDoubleClickIsOne();
    auto* no = new Button(parts_.theme, ButtonKind::Plain, {}, tr("Not the same"), box);
    no->setObjectName(u"notSame"_s);
    no->setAccessibleName(tr("%1 is somebody else").arg(other));
    no->setDoubleClickIsOne();
    buttons->addWidget(yes, 1);
    buttons->addWidget(no, 1);
    column->addLayout(buttons);
    rows_->addSpacing(6);
    rows_->addWidget(box);
    connect(yes, &Button::clicked, this,
            [this, one = person.id, with = suggestion.customer, name, other] {
                join(one, with, name, other);
            });
    connect(no, &Button::clicked, this, [this, one = person.id, with = suggestion.customer] {
        parts_.desk.notSame(one, with, this, orComplain());
    });
}

void PeopleBlock::search() {
    clear(*found_);
    const Person* person = model_.person();
    if (search_->isHidden() || search_->text().trimmed().isEmpty() || !person) {
        ++searches_;
        return;
    }
    store::Reader::ConversationFilter filter;
    filter.search = search_->text();
    filter.limit = kFoundMax + static_cast<int>(person->identities.size());
    parts_.store.read<std::vector<Conversation>>(
        this, [filter](store::Reader& reader) { return reader.conversations(filter); },
        [this, ask = ++searches_](const Result<std::vector<Conversation>>& found) {
            if (found && ask == searches_) {
                showFound(*found);
            }
        });
}

void PeopleBlock::showFound(const std::vector<Conversation>& found) {
    const Person* person = model_.person();
    if (!person) {
        return;
    }
    clear(*found_);
    for (const Conversation& conversation : found) {
        const auto& own = person->identities;
        if (!conversation.customer.isValid() || found_->count() >= kFoundMax
            || std::any_of(own.begin(), own.end(), [&](const Identity& identity) {
                   return identity.customer == conversation.customer;
               })) {
            continue;
        }
        Identity identity;
        identity.customer = conversation.customer;
        identity.conversation = conversation.id;
        identity.channel = conversation.channel;
        identity.platform = conversation.platform;
        identity.name = conversation.name;
        identity.handle = conversation.handle;
        QWidget* line = addIdentity(identity, found_);
        auto* yes = new Button(parts_.theme, ButtonKind::Secondary, {}, tr("Join"), line);
        const QString other = displayLine(identity.name, kNameMax);
        yes->setObjectName(u"joinFound"_s);
        yes->setAccessibleName(tr("Join with %1").arg(other));
        yes->setDoubleClickIsOne();
        line->layout()->addWidget(yes);
        connect(yes, &Button::clicked, this,
                [this, one = person->id, with = identity.customer,
                 name = displayLine(person->name, kNameMax), other] {
                    search_->clear();
                    search_->hide();
                    join(one, with, name, other);
                });
    }
    if (found_->count() == 0) {
        auto* nobody =
            new PlainLabel(parts_.theme, TextRole::Dense, Weight::Normal, Tone::Text2, this);
        nobody->setWordWrap(true);
        nobody->show(tr("Nobody else with “%1”").arg(displayLine(search_->text(), 40)));
        found_->addWidget(nobody);
    }
}

void PeopleBlock::join(CustomerId one, CustomerId other, const QString& name,
                       const QString& otherName) {
    parts_.desk.joinCustomers(
        one, other, this, [this, name, otherName](const Result<CustomerId>& joined) {
            if (!joined) {
                complain(joined.error());
                return;
            }
            parts_.toast.offer(
                tr("%1 and %2 are one person now").arg(name, otherName), tr("Undo"), kUndoShown,
                [this, id = *joined] { parts_.desk.undoJoin(id, this, orComplain()); });
        });
}

void PeopleBlock::separate(CustomerId customer, CustomerId stays, const QString& name) {
    parts_.desk.separateCustomer(
        customer, this, [this, customer, stays, name](const Result<>& done) {
            if (!done) {
                complain(done.error());
                return;
            }
            parts_.toast.offer(
                tr("%1 stands alone now").arg(name), tr("Undo"), kUndoShown, [=, this] {
                    parts_.desk.joinCustomers(customer, stays, this,
                                              [this](const Result<CustomerId>& joined) {
                                                  if (!joined) {
                                                      complain(joined.error());
                                                  }
                                              });
                });
        });
}

std::function<void(Result<>)> PeopleBlock::orComplain() {
    return [this](const Result<>& done) {
        if (!done) {
            complain(done.error());
        }
    };
}

void PeopleBlock::complain(const Error& error) {
    parts_.toast.tell(text::describe(error), Tone::Late, kComplaintLasts);
}

} // namespace comanda::ui
