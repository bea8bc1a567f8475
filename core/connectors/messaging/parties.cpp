#include "core/connectors/messaging/parties.h"

#include "core/base/json.h"

namespace comanda::messaging {
namespace {

using namespace Qt::StringLiterals;

Person personOf(const QJsonValue& value) {
    const QJsonObject json = value.toObject();
    Person person;
    person.id = idText(json.value(u"id"_s));
    person.userRef = idText(json.value(u"user_ref"_s));
    person.username = json.value(u"username"_s).toString();
    person.name = json.value(u"name"_s).toString();
    return person;
}

// Beside the first message of somebody who came by a checkbox on a website.
QString checkboxUser(const QJsonObject& item) {
    const QJsonObject prior = item.value(u"prior_message"_s).toObject();
    const bool checkbox = prior.value(u"source"_s).toString() == "checkbox_plugin"_L1;
    return checkbox ? idText(prior.value(u"identifier"_s)) : QString();
}

} // namespace

bool isSet(const QJsonValue& flag) {
    const QString word = idText(flag);
    return flag.toBool() || word == "1"_L1 || word == "true"_L1;
}

QMap<QString, QString> Person::ids(const QString& idWord) const {
    QMap<QString, QString> all;
    for (const auto& [kind, value] :
         {std::pair(idWord, id), {u"user_ref"_s, userRef}, {u"username"_s, username}}) {
        if (!value.isEmpty()) {
            all.insert(kind, value);
        }
    }
    return all;
}

Parties partiesOf(const QJsonObject& item, const QStringList& accounts) {
    const QJsonObject message = item.value(u"message"_s).toObject();
    const bool echo = isSet(message.value(u"is_echo"_s));
    const Person recipient = personOf(item.value(u"recipient"_s));
    Parties parties;
    const Person sender = personOf(item.value(u"sender"_s));
    const bool fromUs = accounts.contains(sender.id);
    const bool toUs = accounts.contains(recipient.id);
    if (isSet(message.value(u"is_self"_s)) || (fromUs && sender.id == recipient.id)) {
        parties.self = true;
        parties.sender = sender;
        parties.ours = sender.id;
        return parties;
    }
    parties.direction = echo || (fromUs && !toUs) ? Direction::Out : Direction::In;
    const bool weSend = parties.direction == Direction::Out && (fromUs || !toUs);
    parties.customer = weSend ? recipient : sender;
    const Person& us = weSend ? sender : recipient;
    parties.ours = us.id;
    parties.sender = parties.direction == Direction::Out ? us : sender;
    if (parties.direction == Direction::In && parties.customer.userRef.isEmpty()) {
        parties.customer.userRef = checkboxUser(item);
    }
    return parties;
}

} // namespace comanda::messaging
