#include "core/connectors/messaging/item.h"

#include "core/base/json.h"

#include <QCryptographicHash>

namespace comanda::messaging {
namespace {

using namespace Qt::StringLiterals;

QStringList accountsOf(const Around& around) {
    QStringList accounts{around.asset, around.account};
    accounts.removeAll(QString());
    return accounts;
}

} // namespace

QString digestOf(const QJsonObject& content) {
    return QString::fromLatin1(
        QCryptographicHash::hash(toCompactJson(content), QCryptographicHash::Sha256).toHex());
}

Item::Item(const QJsonObject& json, const Around& around, const Dialect& dialect)
    : json_(json),
      parties_(partiesOf(json, accountsOf(around))),
      account_(around.asset),
      idWord_(QString::fromUtf16(dialect.personId)),
      timestamp_(timeFrom(json.value(u"timestamp"_s))),
      notified_(around.notified) {
    if (account_.isEmpty()) {
        account_ = parties_.ours.isEmpty() ? around.account : parties_.ours;
    }
}

Event Item::event(EventKind kind) const {
    Event event;
    event.kind = kind;
    event.account = account_;
    event.conversationKey = conversation();
    event.ids = parties_.customer.ids(idWord_);
    event.direction = parties_.direction;
    event.senderId = parties_.sender.key();
    event.senderName = parties_.sender.name;
    event.timestamp = timestamp_;
    return event;
}

Event Item::status(DeliveryStatus status) const {
    Event event = this->event(EventKind::Status);
    event.direction = Direction::Out;
    event.senderId.clear();
    event.senderName.clear();
    event.status = status;
    return event;
}

Event Item::unread(const QString& reason) const {
    return ignored(account_, reason);
}

Event Item::understood(const QString& member, const QString& reason) const {
    Event event = this->event(EventKind::Ignored);
    event.reason = reason;
    event.eventKey = u"i:"_s + member + u':' + digestOf(json_);
    return event;
}

QString Item::keyTime() const {
    const std::optional<Time> time = timestamp_ ? timestamp_ : notified_;
    return time ? QString::number(toMillis(*time)) : QString();
}

QString Item::keyByContent(const QString& kind, const QJsonObject& content) const {
    return kind + u':' + parties_.sender.key() + u':' + keyTime() + u':' + digestOf(content);
}

} // namespace comanda::messaging
