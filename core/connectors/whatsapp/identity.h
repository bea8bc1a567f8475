// Who a payload speaks of. A customer may come with a phone number, with a business-scoped user id
// (BSUID), with both, and with either field absent, empty or holding the other's value.
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QString>

#include <vector>

namespace comanda::whatsapp {

struct Person {
    QString bsuid;    // "US.1349…"
    QString parent;   // "US.ENT.1180…": the same for several portfolios of one enterprise
    QString phone;    // digits only
    QString username; // without "@"
    QString name;

    bool operator==(const Person&) const = default;
    // The stable address: the BSUID where given, else the number; empty: nobody.
    [[nodiscard]] QString key() const { return bsuid.isEmpty() ? phone : bsuid; }
    [[nodiscard]] QMap<QString, QString> ids() const;
};

// "CC." or "CC.ENT." and up to 128 letters and digits.
[[nodiscard]] bool isBsuid(const QString& text);
[[nodiscard]] QString digitsOf(const QString& text);
// From a number field and a user id field, whatever they really hold.
[[nodiscard]] Person personOf(const QString& numberField, const QString& userIdField);

// The contacts beside a list of messages, matched by id, never by place.
class People {
public:
    explicit People(const QJsonArray& contacts);

    // The person with everything that the matching contact adds. Somebody without any id is the
    // only contact, if there is just one.
    [[nodiscard]] Person complete(Person person) const;

private:
    std::vector<Person> people_;
};

} // namespace comanda::whatsapp
