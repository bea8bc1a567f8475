#include "core/connectors/telegram/business.h"

#include "core/connectors/telegram/address.h"

namespace comanda::telegram {

using namespace Qt::StringLiterals;

std::optional<BusinessConnection> businessConnectionFrom(const QJsonObject& object) {
    const QJsonObject user = object.value("user"_L1).toObject();
    const QJsonObject rights = object.value("rights"_L1).toObject();
    BusinessConnection connection;
    connection.id = object.value("id"_L1).toString();
    connection.userId = numberText(user.value("id"_L1));
    connection.userName = personName(user);
    connection.enabled = object.value("is_enabled"_L1).toBool();
    // Old servers say it outside of the rights.
    connection.canReply =
        rights.value("can_reply"_L1).toBool()
        || (!object.value("rights"_L1).isObject() && object.value("can_reply"_L1).toBool());
    connection.canRead = rights.value("can_read_messages"_L1).toBool();
    connection.canDelete = rights.value("can_delete_sent_messages"_L1).toBool()
                           || rights.value("can_delete_all_messages"_L1).toBool();
    return connection.id.isEmpty() ? std::nullopt : std::optional(connection);
}

std::vector<BusinessConnection> businessConnections(const Updates& updates) {
    std::vector<BusinessConnection> found;
    for (const Update& update : updates.all) {
        if (const auto connection =
                businessConnectionFrom(update.content.value("business_connection"_L1).toObject())) {
            found.push_back(*connection);
        }
    }
    return found;
}

QStringList connectionIds(const Updates& updates) {
    QStringList ids;
    for (const Update& update : updates.all) {
        for (const auto& part : update.content) {
            const QString id = part.toObject().value("business_connection_id"_L1).toString();
            if (!id.isEmpty() && !ids.contains(id)) {
                ids.append(id);
            }
        }
    }
    return ids;
}

Event businessEvent(const BusinessConnection& connection, const QString& account,
                    const QString& key) {
    Event event = ignored(account, !connection.enabled ? u"business connection ended"_s
                                   : connection.canReply
                                       ? u"business connection made or changed"_s
                                       : u"business connection without the right to answer"_s);
    event.eventKey = key;
    // Not by the connection's date, which is that of its beginning: what is new counts from now.
    event.reachability = connection.mayAnswer() ? Reachability::Reachable : Reachability::NoRight;
    event.reachabilityOfAll = conversationKey({connection.id, {}});
    return event;
}

} // namespace comanda::telegram
