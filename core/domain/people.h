// A customer is one person, however many ways they write to us: what is kept about them, and what
// may tell that two customers are one. Nothing here decides that they are: people do. Pure.
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/domain/order.h"
#include "core/domain/platform.h"

#include <QString>
#include <QStringList>

#include <utility>
#include <vector>

namespace comanda {

struct CustomerCard { // what staff write down
    QString address, allergies, notes;

    bool operator==(const CustomerCard&) const = default;
    [[nodiscard]] bool isEmpty() const;
};

// What is known of one person under several customers: each thing once, nothing left out.
[[nodiscard]] CustomerCard together(const std::vector<CustomerCard>& cards);
[[nodiscard]] QString together(const QString& one, const QString& other, const QString& between);

// One way in which a person reaches us: a chat of theirs, or their name under public comments.
struct Identity {
    CustomerId customer;
    ConversationId conversation; // where they are met; invalid: nowhere now
    ChannelId channel;
    Platform platform = Platform::Telegram;
    bool comments = false; // speaks there among others
    QString name, handle;

    bool operator==(const Identity&) const = default;
};

struct Person {
    CustomerId id; // the one that the others were joined to
    QString name;
    Time since;
    CustomerCard card;
    std::vector<Identity> identities; // who was met first stands first
    std::vector<Order> orders;        // the last ones, newest first
    int orderCount = 0;

    bool operator==(const Person&) const = default;
};

// What may tell who a customer is.
struct Traits {
    struct Name {
        Platform platform = Platform::Telegram;
        bool comments = false;
        QString name;
        bool operator==(const Name&) const = default;
    };
    std::vector<Name> names;
    std::vector<std::pair<ChannelId, QString>> ids; // the platform's, of chats and of comments
    QStringList numbers;                            // of their chats
    QStringList orderNumbers;                       // left with an order
    QStringList cardNumbers; // on contact cards that they sent: maybe theirs, maybe a friend's
    QStringList addresses;
};

enum class Sameness { Id, Number, OrderNumber, ContactCard, NameAndAddress, CommentName };

struct SameReason {
    Sameness why = Sameness::Number;
    QString what; // the number, address or name in question

    bool operator==(const SameReason&) const = default;
};

// Why both may be one person; empty: nothing says so. `region`: of the shop, see core/base/phone.h.
[[nodiscard]] std::vector<SameReason> reasonsFor(const Traits& one, const Traits& other,
                                                 const QString& region);

struct Suggestion { // that somebody else is the same person
    CustomerId customer;
    QString name;
    std::vector<Identity> identities;
    std::vector<SameReason> reasons;

    bool operator==(const Suggestion&) const = default;
};

// The same for every way to write an address: the numbers in it, in their order, else its words.
// Empty: it says nothing.
[[nodiscard]] QString addressKey(QStringView address);
// Every word of the shorter name stands in the longer.
[[nodiscard]] bool isSameName(QStringView one, QStringView other);

} // namespace comanda
