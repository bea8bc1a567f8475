#include "core/store/parked_event.h"

#include "core/base/json.h"
#include "core/store/tools.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace comanda::store {

using namespace Qt::StringLiterals;

QString parkedJson(const Event& event) {
    QJsonObject json{{u"kind"_s, toWord(event.kind)},
                     {u"external_id"_s, event.externalId},
                     {u"key"_s, event.conversationKey},
                     {u"ids"_s, idsJson(event.ids)},
                     {u"out"_s, event.direction == Direction::Out},
                     {u"sender"_s, event.senderId},
                     {u"text"_s, event.text},
                     {u"has_text"_s, event.hasText},
                     {u"error"_s, event.errorCode},
                     {u"error_detail"_s, event.errorDetail},
                     {u"error_why"_s, event.errorWhy},
                     {u"target"_s, event.targetId},
                     {u"reference"_s, event.clientReference}};
    if (event.status) {
        json.insert(u"status"_s, toWord(*event.status));
    }
    QJsonArray attachments;
    for (const Attachment& attachment : event.attachments) {
        attachments.append(toJson(attachment));
    }
    json.insert(u"attachments"_s, attachments);
    return QString::fromUtf8(toCompactJson(json));
}

Event eventFromParked(const QString& text) {
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    const auto word = [&](QLatin1StringView key) { return json.value(key).toString(); };
    Event event;
    event.kind = eventKindFrom(word("kind"_L1)).value_or(EventKind::Ignored);
    event.externalId = word("external_id"_L1);
    event.conversationKey = word("key"_L1);
    event.ids = idsFrom(word("ids"_L1));
    event.direction = json.value("out"_L1).toBool() ? Direction::Out : Direction::In;
    event.senderId = word("sender"_L1);
    event.text = word("text"_L1);
    event.hasText = json.value("has_text"_L1).toBool();
    event.errorCode = word("error"_L1);
    event.errorDetail = word("error_detail"_L1);
    event.errorWhy = word("error_why"_L1);
    event.targetId = word("target"_L1);
    event.clientReference = word("reference"_L1);
    event.status = deliveryStatusFrom(word("status"_L1));
    for (const QJsonValue attachment : json.value("attachments"_L1).toArray()) {
        event.attachments.push_back(attachmentFromJson(attachment.toObject()));
    }
    return event;
}

} // namespace comanda::store
