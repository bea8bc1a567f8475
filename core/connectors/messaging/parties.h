// Who speaks to whom in an item: the customer and we.
#pragma once

#include "core/domain/event.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>

namespace comanda::messaging {

struct Person {
    QString id;      // scoped to the page or account that is spoken to
    QString userRef; // of a plug-in on a website, before the platform tells who it is
    QString username, name;

    [[nodiscard]] QString key() const { return id.isEmpty() ? userRef : id; }
    [[nodiscard]] QMap<QString, QString> ids(const QString& idWord) const;
};

struct Parties {
    Person sender;
    Person customer;
    QString ours; // our own id as the item gives it; may be empty
    Direction direction = Direction::In;
    bool self = false; // the account speaks to itself: there is no customer
};

// true, 1, or either as text.
[[nodiscard]] bool isSet(const QJsonValue& flag);

// `accounts`: ids that are ours for certain. An echo is ours, also one that names the customer as
// its sender; and so is what one of our ids sent without saying that it is an echo.
[[nodiscard]] Parties partiesOf(const QJsonObject& item, const QStringList& accounts);

} // namespace comanda::messaging
