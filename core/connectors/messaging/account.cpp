#include "core/connectors/messaging/account.h"

#include "core/base/json.h"

#include <QJsonArray>

#include <algorithm>

namespace comanda::messaging {

using namespace Qt::StringLiterals;

QString accountFields() {
    return u"id,name,username"_s;
}

AccountCheck readAccount(const QJsonObject& node, const QString& account) {
    AccountCheck check;
    check.account = account;
    const QString username = node.value(u"username"_s).toString();
    check.name = textIn(node, u"name").value_or(username);
    const QString linkName = username.isEmpty() ? account : username;
    for (const auto& [key, value] :
         {std::pair(u"name"_s, check.name), {u"link_name"_s, linkName}}) {
        if (!value.isEmpty()) {
            check.facts.insert(key, value);
        }
    }
    return check;
}

Subscription readSubscription(const QJsonObject& answer, const QString& wanted) {
    const QJsonArray apps = answer.value(u"data"_s).toArray();
    QStringList fields;
    bool said = false;
    for (const QJsonValue app : apps) {
        const QJsonValue list = app[u"subscribed_fields"];
        said = said || list.isArray();
        for (const QJsonValue field : list.toArray()) {
            fields.append(field.toString());
        }
    }
    if (apps.isEmpty() || (said && !fields.contains(u"messages"_s))) {
        return Subscription::None;
    }
    const QStringList all = wanted.split(u',');
    const bool whole = !said || std::all_of(all.begin(), all.end(), [&](const QString& field) {
        return fields.contains(field);
    });
    return whole ? Subscription::Whole : Subscription::Partial;
}

} // namespace comanda::messaging
