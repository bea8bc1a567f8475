#include "core/domain/event.h"

#include <QJsonArray>
#include <QJsonObject>

#include <array>

namespace comanda {
namespace {

using namespace Qt::StringLiterals;

constexpr std::array kEventKinds{EventKind::Message, EventKind::Order,    EventKind::Postback,
                                 EventKind::Comment, EventKind::Reaction, EventKind::Edit,
                                 EventKind::Delete,  EventKind::Status,   EventKind::Read,
                                 EventKind::Ignored};
constexpr std::array kAttachmentTypes{
    AttachmentType::Image,    AttachmentType::Video,    AttachmentType::Audio,
    AttachmentType::File,     AttachmentType::Sticker,  AttachmentType::Animation,
    AttachmentType::Location, AttachmentType::Contact,  AttachmentType::Link,
    AttachmentType::Story,    AttachmentType::Template, AttachmentType::Unsupported};
constexpr std::array kStatuses{DeliveryStatus::Sent, DeliveryStatus::Delivered,
                               DeliveryStatus::Read, DeliveryStatus::Failed};

template <typename Values>
auto fromWord(const Values& values, QStringView word)
    -> std::optional<typename Values::value_type> {
    for (const auto value : values) {
        if (word == toWord(value)) {
            return value;
        }
    }
    return std::nullopt;
}

void put(QJsonObject& json, const QString& key, const QString& value) {
    if (!value.isEmpty()) {
        json.insert(key, value);
    }
}

QJsonObject toJson(const QMap<QString, QString>& ids) {
    QJsonObject json;
    for (auto it = ids.begin(); it != ids.end(); ++it) {
        put(json, it.key(), it.value());
    }
    return json;
}

QJsonValue priceValue(const QString& decimal) {
    bool ok = false;
    const double number = decimal.toDouble(&ok);
    return ok ? QJsonValue(number) : QJsonValue(decimal);
}

QJsonArray toJson(const std::vector<CartItem>& items) {
    QJsonArray array;
    for (const CartItem& item : items) {
        QJsonObject json{{u"sku"_s, item.sku}, {u"qty"_s, item.quantity}};
        if (!item.price.isEmpty()) {
            json.insert(u"price"_s, priceValue(item.price));
        }
        put(json, u"currency"_s, item.currency);
        array.append(json);
    }
    return array;
}

} // namespace

QString toWord(EventKind kind) {
    switch (kind) {
    case EventKind::Message:
        return u"message"_s;
    case EventKind::Order:
        return u"order"_s;
    case EventKind::Postback:
        return u"postback"_s;
    case EventKind::Comment:
        return u"comment"_s;
    case EventKind::Reaction:
        return u"reaction"_s;
    case EventKind::Edit:
        return u"edit"_s;
    case EventKind::Delete:
        return u"delete"_s;
    case EventKind::Status:
        return u"status"_s;
    case EventKind::Read:
        return u"read"_s;
    case EventKind::Ignored:
        return u"ignored"_s;
    }
    Q_UNREACHABLE();
}

QString toWord(AttachmentType type) {
    switch (type) {
    case AttachmentType::Image:
        return u"image"_s;
    case AttachmentType::Video:
        return u"video"_s;
    case AttachmentType::Audio:
        return u"audio"_s;
    case AttachmentType::File:
        return u"file"_s;
    case AttachmentType::Sticker:
        return u"sticker"_s;
    case AttachmentType::Animation:
        return u"animation"_s;
    case AttachmentType::Location:
        return u"location"_s;
    case AttachmentType::Contact:
        return u"contact"_s;
    case AttachmentType::Link:
        return u"link"_s;
    case AttachmentType::Story:
        return u"story"_s;
    case AttachmentType::Template:
        return u"template"_s;
    case AttachmentType::Unsupported:
        return u"unsupported"_s;
    }
    Q_UNREACHABLE();
}

QString toWord(DeliveryStatus status) {
    switch (status) {
    case DeliveryStatus::Sent:
        return u"sent"_s;
    case DeliveryStatus::Delivered:
        return u"delivered"_s;
    case DeliveryStatus::Read:
        return u"read"_s;
    case DeliveryStatus::Failed:
        return u"failed"_s;
    }
    Q_UNREACHABLE();
}

std::optional<EventKind> eventKindFrom(QStringView word) {
    return fromWord(kEventKinds, word);
}

std::optional<AttachmentType> attachmentTypeFrom(QStringView word) {
    return fromWord(kAttachmentTypes, word);
}

std::optional<DeliveryStatus> deliveryStatusFrom(QStringView word) {
    return fromWord(kStatuses, word);
}

QJsonObject toJson(const Attachment& attachment) {
    QJsonObject json{{u"type"_s, toWord(attachment.type)}};
    put(json, u"mime"_s, attachment.mime);
    put(json, u"name"_s, attachment.name);
    if (attachment.size) {
        json.insert(u"size"_s, *attachment.size);
    }
    put(json, u"id"_s, attachment.id);
    put(json, u"url"_s, attachment.url);
    put(json, u"sha256"_s, attachment.sha256);
    if (attachment.voice) {
        json.insert(u"voice"_s, true);
    }
    if (attachment.latitude && attachment.longitude) {
        json.insert(u"latitude"_s, *attachment.latitude);
        json.insert(u"longitude"_s, *attachment.longitude);
    }
    put(json, u"title"_s, attachment.title);
    put(json, u"address"_s, attachment.address);
    put(json, u"contact_name"_s, attachment.contactName);
    if (!attachment.phones.isEmpty()) {
        json.insert(u"phones"_s, QJsonArray::fromStringList(attachment.phones));
    }
    put(json, u"what"_s, attachment.what);
    return json;
}

Attachment attachmentFromJson(const QJsonObject& json) {
    Attachment attachment;
    attachment.type =
        attachmentTypeFrom(json.value(u"type"_s).toString()).value_or(AttachmentType::Unsupported);
    attachment.mime = json.value(u"mime"_s).toString();
    attachment.name = json.value(u"name"_s).toString();
    if (json.contains(u"size"_s)) {
        attachment.size = json.value(u"size"_s).toInteger();
    }
    attachment.id = json.value(u"id"_s).toString();
    attachment.url = json.value(u"url"_s).toString();
    attachment.sha256 = json.value(u"sha256"_s).toString();
    attachment.voice = json.value(u"voice"_s).toBool();
    if (json.contains(u"latitude"_s) && json.contains(u"longitude"_s)) {
        attachment.latitude = json.value(u"latitude"_s).toDouble();
        attachment.longitude = json.value(u"longitude"_s).toDouble();
    }
    attachment.title = json.value(u"title"_s).toString();
    attachment.address = json.value(u"address"_s).toString();
    attachment.contactName = json.value(u"contact_name"_s).toString();
    for (const QJsonValue phone : json.value(u"phones"_s).toArray()) {
        attachment.phones.append(phone.toString());
    }
    attachment.what = json.value(u"what"_s).toString();
    return attachment;
}

QJsonObject toJson(const Event& event, Platform platform) {
    QJsonObject json{{u"kind"_s, toWord(event.kind)}, {u"channel"_s, toWord(platform)}};
    put(json, u"account"_s, event.account);
    put(json, u"event_key"_s, event.eventKey);
    put(json, u"external_id"_s, event.externalId);
    put(json, u"conversation_key"_s, event.conversationKey);
    if (!event.ids.isEmpty()) {
        json.insert(u"ids"_s, toJson(event.ids));
    }
    if (!event.formerIds.isEmpty()) {
        json.insert(u"former_ids"_s, toJson(event.formerIds));
    }
    if (event.kind != EventKind::Ignored) {
        json.insert(u"direction"_s, event.direction == Direction::In ? u"in"_s : u"out"_s);
    }
    put(json, u"sender_name"_s, event.senderName);
    put(json, u"sender_id"_s, event.senderId);
    if (event.timestamp) {
        json.insert(u"timestamp_utc"_s, toIsoUtc(*event.timestamp));
    }
    if (event.hasText || !event.text.isEmpty()) {
        json.insert(u"text"_s, event.text);
    }
    put(json, u"payload"_s, event.payload);
    if (!event.attachments.empty()) {
        QJsonArray array;
        for (const Attachment& attachment : event.attachments) {
            array.append(toJson(attachment));
        }
        json.insert(u"attachments"_s, array);
    }
    if (!event.orderItems.empty()) {
        json.insert(u"order_items"_s, toJson(event.orderItems));
    }
    if (event.status) {
        json.insert(u"status"_s, toWord(*event.status));
    }
    put(json, u"error_code"_s, event.errorCode);
    put(json, u"target_id"_s, event.targetId);
    put(json, u"reply_to"_s, event.replyTo);
    put(json, u"subject"_s, event.subject);
    put(json, u"reason"_s, event.reason);
    put(json, u"client_reference"_s, event.clientReference);
    put(json, u"group_id"_s, event.groupId);
    if (event.history) {
        json.insert(u"history"_s, true);
    }
    if (event.reachability) {
        json.insert(u"reachable"_s, *event.reachability == Reachability::Reachable);
    }
    return json;
}

Event ignored(QString account, QString reason) {
    Event event;
    event.kind = EventKind::Ignored;
    event.account = std::move(account);
    event.reason = std::move(reason);
    return event;
}

} // namespace comanda
