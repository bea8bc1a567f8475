// Who a payload speaks of, and how a message is named. A person may come with a uuid, with a number
// (never known of some, of others only after an answer), with both, and with either in the
// deprecated field that holds one of the two.
#pragma once

#include <QJsonObject>
#include <QMap>
#include <QString>

#include <optional>

namespace comanda::signal {

struct Person {
    QString uuid;   // lower case; or "PNI:" and a uuid
    QString number; // "+521…"
    QString name;   // as that person chose it

    bool operator==(const Person&) const = default;
    // The stable address: the uuid where given, else the number; empty: nobody.
    [[nodiscard]] QString key() const { return uuid.isEmpty() ? number : uuid; }
    [[nodiscard]] QMap<QString, QString> ids() const;
    [[nodiscard]] bool is(const QString& account) const;
};

// From `field` ("source", "destination", "author", …) with its "…Uuid", "…Number" and "…Name".
[[nodiscard]] Person personIn(const QJsonObject& json, const QString& field);

// A time as the milliseconds that name a message; empty if it is none.
[[nodiscard]] QString millisIn(const QJsonObject& json, QStringView key);

// "<author>:<ms>", see read.h; empty if either is not known.
[[nodiscard]] QString messageId(const Person& author, const QString& millis,
                                const QString& account);

// The other way; nullopt if it is no such id.
struct MessageName {
    QString author;
    qint64 millis = 0;
};
[[nodiscard]] std::optional<MessageName> messageName(const QString& id);

// Is it the key() of a person, and not the id of a group?
[[nodiscard]] bool isPersonKey(const QString& text);

} // namespace comanda::signal
