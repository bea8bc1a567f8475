#include "core/connectors/whatsapp/content.h"

#include "core/base/json.h"
#include "core/connectors/graph/digest.h"
#include "core/connectors/graph/errors.h"
#include "core/connectors/whatsapp/identity.h"
#include "core/connectors/whatsapp/order.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace comanda::whatsapp {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 kContentUnavailable = 131060; // it can be read on the phone only

void setText(Event& event, const QString& text) {
    event.text = text;
    event.hasText = !text.isEmpty();
}

bool readText(const QJsonObject& body, Event& event) {
    setText(event, body.value(u"body"_s).toString());
    return event.hasText;
}

template <AttachmentType type>
bool readMedia(const QJsonObject& body, Event& event) {
    Attachment media;
    media.type = type;
    media.id = idText(body.value(u"id"_s));
    media.url = body.value(u"url"_s).toString();
    media.mime = body.value(u"mime_type"_s).toString();
    media.name = body.value(u"filename"_s).toString();
    media.size = integerIn(body, u"file_size");
    media.sha256 = graph::digestHex(body.value(u"sha256"_s).toString());
    media.voice = body.value(u"voice"_s).toBool();
    setText(event, body.value(u"caption"_s).toString());
    if (media.id.isEmpty() && media.url.isEmpty()) {
        return false;
    }
    event.attachments.push_back(std::move(media));
    return true;
}

bool readLocation(const QJsonObject& body, Event& event) {
    Attachment place;
    place.type = AttachmentType::Location;
    place.latitude = numberIn(body, u"latitude");
    place.longitude = numberIn(body, u"longitude");
    place.title = body.value(u"name"_s).toString();
    place.address = body.value(u"address"_s).toString();
    place.url = body.value(u"url"_s).toString();
    const bool isPlace = place.latitude && place.longitude;
    if (isPlace || !place.address.isEmpty()) {
        event.attachments.push_back(std::move(place));
        return true;
    }
    return false;
}

QString contactName(const QJsonObject& contact) {
    const QJsonObject name = contact.value(u"name"_s).toObject();
    if (const auto formatted = textIn(name, u"formatted_name")) {
        return *formatted;
    }
    QStringList parts{name.value(u"first_name"_s).toString(),
                      name.value(u"last_name"_s).toString()};
    parts.removeAll(QString());
    return parts.join(u' ');
}

Attachment sharedContact(const QJsonObject& contact) {
    Attachment card;
    card.type = AttachmentType::Contact;
    card.contactName = contactName(contact);
    for (const QJsonValue value : contact.value(u"phones"_s).toArray()) {
        const QJsonObject phone = value.toObject();
        const QString number = textIn(phone, u"phone").value_or(idText(phone.value(u"wa_id"_s)));
        if (!number.isEmpty()) {
            card.phones.append(number);
        }
    }
    return card;
}

void readContacts(const QJsonArray& contacts, Event& event) {
    for (const QJsonValue contact : contacts) {
        if (contact.isObject()) {
            event.attachments.push_back(sharedContact(contact.toObject()));
        }
    }
}

bool readReaction(const QJsonObject& body, Event& event) {
    event.targetId = idText(body.value(u"message_id"_s));
    if (event.targetId.isEmpty()) {
        return false;
    }
    event.kind = EventKind::Reaction;
    event.text = body.value(u"emoji"_s).toString(); // absent or empty: taken back
    event.hasText = true;
    return true;
}

bool readButton(const QJsonObject& body, Event& event) {
    event.kind = EventKind::Postback;
    setText(event, body.value(u"text"_s).toString());
    event.payload = idText(body.value(u"payload"_s));
    return event.hasText || !event.payload.isEmpty();
}

bool readInteractive(const QJsonObject& body, Event& event) {
    const QString type = body.value(u"type"_s).toString();
    const QJsonObject answer = body.value(type).toObject();
    if (answer.isEmpty()) {
        return false;
    }
    event.kind = EventKind::Postback;
    if (type == "button_reply"_L1 || type == "list_reply"_L1) {
        setText(event, answer.value(u"title"_s).toString());
        event.payload = idText(answer.value(u"id"_s));
        return true;
    }
    if (type == "nfm_reply"_L1) {
        setText(event, answer.value(u"body"_s).toString());
        const QJsonValue filledIn = answer.value(u"response_json"_s); // text, or what it stands for
        event.payload = filledIn.isObject() ? QString::fromUtf8(toCompactJson(filledIn.toObject()))
                                            : filledIn.toString();
        return true;
    }
    if (type == "call_permission_reply"_L1) {
        setText(event, answer.value(u"response"_s).toString());
        event.payload = type;
        return true;
    }
    event.kind = EventKind::Message;
    return false;
}

bool readDeletion(const QJsonObject& body, Event& event) {
    event.targetId = idText(body.value(u"original_message_id"_s));
    if (event.targetId.isEmpty()) {
        return false;
    }
    event.kind = EventKind::Delete;
    return true;
}

bool readEdit(const QJsonObject& body, Event& event) {
    const QString target = idText(body.value(u"original_message_id"_s));
    if (target.isEmpty() || !body.value(u"message"_s).isObject()) {
        return false;
    }
    QJsonObject inner = body.value(u"message"_s).toObject();
    if (inner.value(u"type"_s).toString() == "edit"_L1) {
        return false; // an edit of an edit means nothing
    }
    readContent(inner, event);
    event.kind = EventKind::Edit;
    event.targetId = target;
    return true;
}

struct Type {
    const char16_t* word;
    bool (*read)(const QJsonObject& body, Event& event);
};

// Each type's body stands under the type's own word.
constexpr std::array kTypes{
    Type{u"text", readText},
    Type{u"image", readMedia<AttachmentType::Image>},
    Type{u"video", readMedia<AttachmentType::Video>},
    Type{u"audio", readMedia<AttachmentType::Audio>},
    Type{u"voice", readMedia<AttachmentType::Audio>},
    Type{u"document", readMedia<AttachmentType::File>},
    Type{u"sticker", readMedia<AttachmentType::Sticker>},
    Type{u"location", readLocation},
    Type{u"reaction", readReaction},
    Type{u"button", readButton},
    Type{u"interactive", readInteractive},
    Type{u"order", readOrder},
    Type{u"revoke", readDeletion},
    Type{u"edit", readEdit},
};

QString unsupportedWord(const QJsonObject& message, const QString& type, qint64 errorCode) {
    const QJsonObject about = message.value(u"unsupported"_s).toObject();
    if (const auto word = textIn(about, u"type")) {
        return *word;
    }
    if (errorCode == kContentUnavailable) {
        return u"unavailable"_s;
    }
    return type.isEmpty() ? u"unknown"_s : type;
}

void addUnsupported(const QJsonObject& message, const QString& type, Event& event) {
    const QJsonArray errors = message.value(u"errors"_s).toArray();
    qint64 code = 0;
    if (!errors.isEmpty()) {
        const graph::GraphError error = graph::errorFrom(errors.first().toObject());
        code = error.code;
        event.errorCode = QString::number(error.code);
        event.errorDetail = error.inWords();
    }
    event.kind = EventKind::Message;
    Attachment attachment;
    attachment.type = AttachmentType::Unsupported;
    attachment.what = unsupportedWord(message, type, code);
    event.attachments.push_back(std::move(attachment));
}

bool readByType(const QJsonObject& message, const QString& type, Event& event) {
    if (type == "contacts"_L1) {
        readContacts(message.value(type).toArray(), event);
        return !event.attachments.empty();
    }
    const auto* const found = std::find_if(kTypes.begin(), kTypes.end(), [&](const Type& known) {
        return type == QStringView(known.word);
    });
    return found != kTypes.end() && found->read(message.value(type).toObject(), event);
}

// The advertisement that a chat began with, or the product that a question is about.
void addWhereFrom(const QJsonObject& message, Event& event) {
    const QJsonObject referral = message.value(u"referral"_s).toObject();
    if (!referral.isEmpty()) {
        Attachment link;
        link.type = AttachmentType::Link;
        link.url = referral.value(u"source_url"_s).toString();
        link.title = textIn(referral, u"headline").value_or(referral.value(u"body"_s).toString());
        event.attachments.push_back(std::move(link));
    }
    const QJsonObject product =
        message.value(u"context"_s).toObject().value(u"referred_product"_s).toObject();
    if (const auto sku = textIn(product, u"product_retailer_id")) {
        Attachment link;
        link.type = AttachmentType::Link;
        link.title = *sku;
        event.attachments.push_back(std::move(link));
    }
}

} // namespace

void readContent(const QJsonObject& message, Event& event) {
    event.kind = EventKind::Message;
    const QString type = message.value(u"type"_s).toString();
    if (!readByType(message, type, event)) {
        addUnsupported(message, type, event);
    }
    addWhereFrom(message, event);
}

QString ownNumberIn(const QJsonObject& message) {
    const QJsonArray contacts = message.value(u"contacts"_s).toArray();
    if (message.value(u"type"_s).toString() != "contacts"_L1 || contacts.size() != 1) {
        return {};
    }
    const QJsonObject card = contacts.first().toObject();
    const QJsonArray phones = card.value(u"phones"_s).toArray();
    const bool asked = message.value(u"origin"_s).toString() == "contact_request"_L1
                       || card.value(u"origin"_s).toString() == "contact_request"_L1;
    return asked && phones.size() == 1
               ? digitsOf(idText(phones.first().toObject().value(u"wa_id"_s)))
               : QString();
}

} // namespace comanda::whatsapp
