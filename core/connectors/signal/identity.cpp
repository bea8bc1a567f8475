#include "core/connectors/signal/identity.h"

#include "core/base/json.h"

#include <QRegularExpression>

namespace comanda::signal {
namespace {

using namespace Qt::StringLiterals;

const QString kPni = u"PNI:"_s; // a person known only as the owner of a number

bool isUuid(const QString& text) {
    static const QRegularExpression uuid(
        u"^(PNI:)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return uuid.match(text).hasMatch();
}

QString cleanUuid(const QString& text) {
    const bool pni = text.startsWith(kPni, Qt::CaseInsensitive);
    const QString uuid = (pni ? text.mid(kPni.size()) : text).toLower();
    if (uuid == "00000000-0000-0000-0000-000000000000"_L1) {
        return {}; // unknown
    }
    return pni ? kPni + uuid : uuid;
}

} // namespace

bool isPersonKey(const QString& text) {
    static const QRegularExpression number(u"^\\+[0-9]{5,15}$"_s);
    return isUuid(text) || number.match(text).hasMatch();
}

QMap<QString, QString> Person::ids() const {
    QMap<QString, QString> all;
    for (const auto& [kind, value] : {std::pair(u"uuid"_s, uuid), {u"phone"_s, number}}) {
        if (!value.isEmpty()) {
            all.insert(kind, value);
        }
    }
    return all;
}

bool Person::is(const QString& account) const {
    return !account.isEmpty() && (number == account || uuid == account);
}

Person personIn(const QJsonObject& json, const QString& field) {
    Person person;
    person.uuid = cleanUuid(idText(json.value(field + u"Uuid"_s)).trimmed());
    person.number = idText(json.value(field + u"Number"_s)).trimmed();
    person.name = json.value(field + u"Name"_s).toString();
    const QString either = idText(json.value(field)).trimmed();
    if (isUuid(either)) {
        person.uuid = person.uuid.isEmpty() ? cleanUuid(either) : person.uuid;
    } else if (person.number.isEmpty()) {
        person.number = either;
    }
    return person;
}

QString millisIn(const QJsonObject& json, QStringView key) {
    const auto number = integerIn(json, key);
    return number && *number > 0 ? QString::number(*number) : QString();
}

QString messageId(const Person& author, const QString& millis, const QString& account) {
    const QString name = author.is(account) ? account : author.key();
    return name.isEmpty() || millis.isEmpty() ? QString() : name + u':' + millis;
}

std::optional<MessageName> messageName(const QString& id) {
    const qsizetype colon = id.lastIndexOf(u':');
    bool ok = false;
    const qint64 millis = QStringView(id).mid(colon + 1).toLongLong(&ok);
    if (colon <= 0 || !ok || millis <= 0) {
        return std::nullopt;
    }
    return MessageName{id.left(colon), millis};
}

} // namespace comanda::signal
