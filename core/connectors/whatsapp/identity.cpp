#include "core/connectors/whatsapp/identity.h"

#include "core/base/json.h"

#include <algorithm>

namespace comanda::whatsapp {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype kBsuidTailMax = 128;
constexpr qsizetype kCountryPrefix = 3; // "US."

bool isAsciiUpper(QChar c) {
    return c >= u'A' && c <= u'Z';
}

bool isAsciiDigit(QChar c) {
    return c >= u'0' && c <= u'9';
}

bool isAsciiAlnum(QChar c) {
    return isAsciiDigit(c) || isAsciiUpper(c) || (c >= u'a' && c <= u'z');
}

bool matches(const Person& contact, const Person& person) {
    return (!person.bsuid.isEmpty() && contact.bsuid == person.bsuid)
           || (!person.phone.isEmpty() && contact.phone == person.phone);
}

void fill(QString& into, const QString& from) {
    if (into.isEmpty()) {
        into = from;
    }
}

} // namespace

QMap<QString, QString> Person::ids() const {
    QMap<QString, QString> all;
    for (const auto& [kind, value] : {std::pair(u"bsuid"_s, bsuid),
                                      {u"parent_bsuid"_s, parent},
                                      {u"phone"_s, phone},
                                      {u"username"_s, username}}) {
        if (!value.isEmpty()) {
            all.insert(kind, value);
        }
    }
    return all;
}

bool isBsuid(const QString& text) {
    if (text.size() <= kCountryPrefix || !isAsciiUpper(text[0]) || !isAsciiUpper(text[1])
        || text[2] != u'.') {
        return false;
    }
    QStringView tail = QStringView(text).mid(kCountryPrefix);
    if (tail.startsWith(u"ENT.")) {
        tail = tail.mid(4);
    }
    return !tail.isEmpty() && tail.size() <= kBsuidTailMax
           && std::all_of(tail.begin(), tail.end(), isAsciiAlnum);
}

QString digitsOf(const QString& text) {
    QString digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), isAsciiDigit);
    return digits;
}

Person personOf(const QString& numberField, const QString& userIdField) {
    Person person;
    const QString number = numberField.trimmed();
    const QString userId = userIdField.trimmed();
    person.bsuid = userId;
    if (isBsuid(number)) {
        fill(person.bsuid, number);
    } else {
        person.phone = digitsOf(number);
    }
    return person;
}

People::People(const QJsonArray& contacts) {
    for (const QJsonValue value : contacts) {
        const QJsonObject contact = value.toObject();
        const QJsonObject profile = contact.value(u"profile"_s).toObject();
        Person person =
            personOf(idText(contact.value(u"wa_id"_s)), idText(contact.value(u"user_id"_s)));
        person.parent = idText(contact.value(u"parent_user_id"_s));
        person.name = profile.value(u"name"_s).toString();
        person.username =
            textIn(profile, u"username").value_or(contact.value(u"username"_s).toString());
        if (person.username.startsWith(u'@')) {
            person.username.remove(0, 1);
        }
        people_.push_back(std::move(person));
    }
}

Person People::complete(Person person) const {
    auto found = std::find_if(people_.begin(), people_.end(),
                              [&](const Person& contact) { return matches(contact, person); });
    if (found == people_.end() && person.key().isEmpty() && people_.size() == 1) {
        found = people_.begin();
    }
    if (found != people_.end()) {
        fill(person.bsuid, found->bsuid);
        fill(person.phone, found->phone);
        fill(person.parent, found->parent);
        fill(person.username, found->username);
        fill(person.name, found->name);
    }
    return person;
}

} // namespace comanda::whatsapp
