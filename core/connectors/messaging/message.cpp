#include "core/connectors/messaging/message.h"

#include "core/base/json.h"
#include "core/connectors/graph/cart.h"
#include "core/connectors/graph/parts.h"
#include "core/connectors/messaging/attachments.h"

#include <QJsonArray>

#include <initializer_list>

namespace comanda::messaging {
namespace {

using namespace Qt::StringLiterals;

void setText(const QJsonValue& value, Event& event) {
    event.text = idText(value);
    event.hasText = !event.text.isEmpty();
}

void addUnsupported(const QString& what, Event& event) {
    Attachment attachment;
    attachment.type = AttachmentType::Unsupported;
    attachment.what = what;
    event.attachments.push_back(std::move(attachment));
}

// A quoted message, or the story of ours that is answered.
void addReply(const QJsonObject& reply, Event& event) {
    event.replyTo = idText(reply.value(u"mid"_s));
    event.targetId = event.replyTo;
    const QJsonObject story = reply.value(u"story"_s).toObject();
    if (!story.isEmpty()) {
        Attachment attachment;
        attachment.type = AttachmentType::Story;
        attachment.id = idText(story.value(u"id"_s));
        attachment.url = story.value(u"url"_s).toString();
        event.attachments.push_back(std::move(attachment));
    }
}

QString firstSaid(std::initializer_list<QJsonValue> values) {
    for (const QJsonValue& value : values) {
        if (QString text = idText(value); !text.isEmpty()) {
            return text;
        }
    }
    return {};
}

// "source" is a word ("ADS", "SHORTLINK"), or the link itself.
QString linkIn(const QJsonObject& referral) {
    const QString source = referral.value(u"source"_s).toString();
    return source.startsWith("http"_L1) ? source : QString();
}

// The link, advertisement or product that somebody came by. The shop's own word for it ("table7")
// is the payload, unless a button has given one; what a person may see of it is a link.
void addReferral(const QJsonObject& referral, Event& event) {
    const QString ref = idText(referral.value(u"ref"_s));
    const QJsonObject ad = referral.value(u"ads_context_data"_s).toObject();
    const QJsonObject product = referral.value(u"product"_s).toObject();
    Attachment link;
    link.type = AttachmentType::Link;
    link.title = firstSaid({ad.value(u"ad_title"_s), product.value(u"id"_s),
                            ad.value(u"product_id"_s), referral.value(u"headline"_s)});
    link.url = firstSaid({referral.value(u"source_url"_s), referral.value(u"referer_uri"_s),
                          linkIn(referral), ad.value(u"photo_url"_s), ad.value(u"video_url"_s)});
    event.origin = ref;
    const bool taken = !event.payload.isEmpty() && event.payload != ref;
    if (!taken) {
        event.payload = ref;
    } else if (link.title.isEmpty()) {
        link.title = ref;
    } else {
        link.name = ref;
    }
    if (ref.isEmpty() && link.title.isEmpty() && link.url.isEmpty()) {
        link.title = firstSaid({referral.value(u"ad_id"_s), referral.value(u"source"_s)});
    }
    if (!link.title.isEmpty() || !link.url.isEmpty()) {
        event.attachments.push_back(std::move(link));
    }
}

void readContent(const QJsonObject& message, Event& event) {
    setText(message.value(u"text"_s), event);
    event.attachments = attachmentsOf(message);
    event.payload = idText(message.value(u"quick_reply"_s).toObject().value(u"payload"_s));
    const bool said = event.hasText || !event.payload.isEmpty();
    const bool unsupported = isSet(message.value(u"is_unsupported"_s));
    if (event.attachments.empty() && (unsupported || !said)) {
        addUnsupported(unsupported ? u"unsupported"_s : u"unknown"_s, event);
    }
    addReply(message.value(u"reply_to"_s).toObject(), event);
    addReferral(message.value(u"referral"_s).toObject(), event);
}

Event deletion(const QString& id, const Item& item) {
    Event event = item.event(EventKind::Delete);
    event.externalId = id;
    event.targetId = id;
    event.eventKey = u"d:"_s + id;
    return event;
}

} // namespace

Events readMessage(const QJsonObject& message, const Item& item) {
    const QString id = idText(message.value(u"mid"_s));
    if (id.isEmpty()) {
        return {item.unread(u"a message without an id"_s)};
    }
    if (isSet(message.value(u"is_deleted"_s))) {
        return {deletion(id, item)};
    }
    if (item.conversation().isEmpty()) {
        return {item.unread(u"a message that does not say whose conversation it is in"_s)};
    }
    Event event = item.event(EventKind::Message);
    event.externalId = id;
    event.eventKey = u"m:"_s + id;
    readContent(message, event);
    if (event.direction == Direction::Out) {
        event.clientReference = idText(message.value(u"metadata"_s));
        const graph::PartReference part = graph::partFrom(event.clientReference);
        event.partOf = part.last ? QString() : part.reference;
    }
    return {event};
}

Events readPostback(const QJsonObject& postback, const Item& item) {
    if (item.conversation().isEmpty()) {
        return {item.unread(u"a postback without a sender"_s)};
    }
    Event event = item.event(EventKind::Postback);
    event.externalId = idText(postback.value(u"mid"_s));
    event.eventKey = event.externalId.isEmpty() ? item.keyByContent(u"p"_s, postback)
                                                : u"m:"_s + event.externalId;
    setText(postback.value(u"title"_s), event);
    event.payload = idText(postback.value(u"payload"_s));
    addReferral(postback.value(u"referral"_s).toObject(), event);
    const bool says = event.hasText || !event.payload.isEmpty() || !event.attachments.empty();
    if (!says && event.externalId.isEmpty()) {
        return {item.unread(u"a postback that says nothing"_s)};
    }
    return {event};
}

Events readOrder(const QJsonObject& order, const Item& item) {
    if (item.conversation().isEmpty()) {
        return {item.unread(u"an order without a sender"_s)};
    }
    Event event = item.event(EventKind::Order);
    event.eventKey = item.keyByContent(u"o"_s, order);
    setText(order.value(u"note"_s), event);
    for (const QJsonValue value : order.value(u"products"_s).toArray()) {
        const QJsonObject line = value.toObject();
        graph::addLine({.sku = firstSaid({line.value(u"retailer_id"_s), line.value(u"id"_s)}),
                        .name = line.value(u"name"_s).toString(),
                        .quantity = line.value(u"quantity"_s),
                        .price = line.value(u"unit_price"_s),
                        .currency = line.value(u"currency"_s).toString()},
                       event);
    }
    if (event.orderItems.empty()) {
        event.kind = EventKind::Message;
        if (event.attachments.empty()) {
            addUnsupported(u"order"_s, event);
        }
    }
    return {event};
}

Events readReferral(const QJsonObject& referral, const Item& item) {
    Event event = item.event(EventKind::Postback);
    addReferral(referral, event);
    if (event.payload.isEmpty() && event.attachments.empty()) {
        return {item.understood(u"referral"_s, u"a referral that does not say from where"_s)};
    }
    if (event.conversationKey.isEmpty()) {
        return {item.unread(u"a referral without a sender"_s)};
    }
    event.eventKey = item.keyByContent(u"p"_s, referral);
    return {event};
}

} // namespace comanda::messaging
