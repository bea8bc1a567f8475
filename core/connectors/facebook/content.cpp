#include "core/connectors/facebook/content.h"

#include "core/base/json.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace comanda::facebook {
namespace {

using namespace Qt::StringLiterals;

struct TypeWord {
    QLatin1StringView prefix; // "video" stands for "video_inline", "video_share_youtube", …
    AttachmentType type;
};

constexpr std::array kTypes{
    TypeWord{"photo"_L1, AttachmentType::Image},
    TypeWord{"album"_L1, AttachmentType::Image},
    TypeWord{"sticker"_L1, AttachmentType::Sticker},
    TypeWord{"animated_image"_L1, AttachmentType::Animation},
    TypeWord{"video"_L1, AttachmentType::Video},
    TypeWord{"file"_L1, AttachmentType::File},
};

AttachmentType typeOf(const QString& word) {
    const auto* const found = std::find_if(kTypes.begin(), kTypes.end(), [&](const TypeWord& one) {
        return word.startsWith(one.prefix);
    });
    return found == kTypes.end() ? AttachmentType::Link : found->type;
}

// The same picture may stand under two keys.
void add(Attachment attachment, Event& event) {
    const bool known =
        std::any_of(event.attachments.begin(), event.attachments.end(), [&](const Attachment& one) {
            return one.type == attachment.type && one.url == attachment.url
                   && (one.id == attachment.id || one.id.isEmpty() || attachment.id.isEmpty());
        });
    if (!known) {
        event.attachments.push_back(std::move(attachment));
    }
}

// An address, an object that has one, or a list of those.
void addMedia(AttachmentType type, const QJsonValue& value, const QString& id, Event& event) {
    if (value.isArray()) {
        for (const QJsonValue one : value.toArray()) {
            addMedia(type, one, {}, event);
        }
        return;
    }
    Attachment media;
    media.type = type;
    media.id = id;
    media.url = value.toString();
    const QJsonObject object = value.toObject();
    for (const char16_t* key : {u"source", u"src", u"url", u"link"}) {
        if (media.url.isEmpty()) {
            media.url = object.value(QStringView(key)).toString();
        }
    }
    if (!media.url.isEmpty()) {
        add(std::move(media), event);
    }
}

// Named by its number alone.
void addMissing(AttachmentType type, const QString& id, Event& event) {
    const bool there = std::any_of(event.attachments.begin(), event.attachments.end(),
                                   [&](const Attachment& one) { return one.type == type; });
    if (!there && !id.isEmpty()) {
        Attachment media;
        media.type = type;
        media.id = id;
        event.attachments.push_back(std::move(media));
    }
}

QString urlOf(const QJsonObject& object, AttachmentType type) {
    const QJsonObject media = object.value(u"media"_s).toObject();
    QString page = textIn(object, u"url")
                       .value_or(object.value(u"target"_s).toObject().value(u"url"_s).toString());
    if (type == AttachmentType::Link && !page.isEmpty()) {
        return page;
    }
    return textIn(media, u"source")
        .value_or(textIn(media.value(u"image"_s).toObject(), u"src").value_or(page));
}

// As the Graph API describes what is attached to a comment.
void addDescribed(const QJsonValue& value, Event& event) {
    const QJsonObject object = value.toObject();
    const QJsonValue inner = object.contains(u"subattachments"_s)
                                 ? object.value(u"subattachments"_s)
                                 : object.value(u"data"_s);
    const QJsonArray several = value.isArray()   ? value.toArray()
                               : inner.isArray() ? inner.toArray()
                                                 : inner.toObject().value(u"data"_s).toArray();
    for (const QJsonValue one : several) {
        addDescribed(one, event);
    }
    if (!several.isEmpty() || value.isNull() || value.isUndefined() || value.isArray()) {
        return;
    }
    const QString word = textIn(object, u"type").value_or(object.value(u"media_type"_s).toString());
    Attachment attachment;
    attachment.type = typeOf(word);
    attachment.url = value.isString() ? value.toString() : urlOf(object, attachment.type);
    attachment.title = object.value(u"title"_s).toString();
    attachment.id = idText(object.value(u"target"_s).toObject().value(u"id"_s));
    if (attachment.url.isEmpty() && attachment.id.isEmpty()) {
        attachment.type = AttachmentType::Unsupported;
        attachment.what = word.isEmpty() ? u"attachment"_s : word.left(64);
    }
    add(std::move(attachment), event);
}

void addAttachments(const QJsonObject& item, Event& event) {
    const QString word = item.value(u"item"_s).toString();
    const QString photoId = idText(item.value(u"photo_id"_s));
    const QString videoId = idText(item.value(u"video_id"_s));
    addMedia(AttachmentType::Image, item.value(u"photo"_s), photoId, event);
    addMedia(AttachmentType::Image, item.value(u"photos"_s), {}, event);
    addMedia(AttachmentType::Video, item.value(u"video"_s), videoId, event);
    if (word == "photo"_L1) {
        addMedia(AttachmentType::Image, item.value(u"link"_s), photoId, event);
    } else if (word == "video"_L1) {
        addMedia(AttachmentType::Video, item.value(u"link"_s), videoId, event);
    } else {
        addMedia(AttachmentType::Link, item.value(u"link"_s), {}, event);
    }
    addDescribed(item.value(u"attachment"_s), event);
    addDescribed(item.value(u"attachments"_s), event);
    addMissing(AttachmentType::Image, photoId, event);
    addMissing(AttachmentType::Video, videoId, event);
}

} // namespace

void readContent(const QJsonObject& item, Event& event) {
    const QJsonValue message = item.value(u"message"_s);
    event.text = message.toString();
    event.hasText = !event.text.isEmpty();
    addAttachments(item, event);
    if (event.kind == EventKind::Edit) {
        event.hasText = message.isString(); // a caption may have been taken away
    } else if (!event.hasText && event.attachments.empty()) {
        Attachment unknown;
        unknown.what = textIn(item, u"item").value_or(u"comment"_s).left(64);
        event.attachments.push_back(std::move(unknown));
    }
}

} // namespace comanda::facebook
