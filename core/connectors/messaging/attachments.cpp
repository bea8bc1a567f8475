#include "core/connectors/messaging/attachments.h"

#include "core/base/json.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <optional>

namespace comanda::messaging {
namespace {

using namespace Qt::StringLiterals;

// The thumb of the composer, small, medium and large.
constexpr std::array kThumbsUp{u"369239263222822", u"369239343222814", u"369239383222810"};

constexpr std::array kIdKeys{u"reel_video_id",
                             u"ig_post_media_id",
                             u"story_media_id",
                             u"media_id",
                             u"story_id",
                             u"post_id",
                             u"id"};
constexpr std::array kUrlKeys{u"url", u"story_media_url", u"link"};

template <typename Keys>
QString firstOf(const QJsonObject& json, const Keys& keys) {
    for (const char16_t* key : keys) {
        if (QString text = idText(json.value(QStringView(key))); !text.isEmpty()) {
            return text;
        }
    }
    return {};
}

// The payload may be null or absent, with title and url beside it instead.
struct Raw {
    QJsonObject payload;
    QString url, title, name;
    QString id;        // of a shared post, reel or story
    QString stickerId; // also of the picture that older payloads send beside the sticker
};

Raw rawOf(const QJsonObject& json) {
    Raw raw;
    raw.payload = json.value(u"payload"_s).toObject();
    raw.url = firstOf(raw.payload, kUrlKeys);
    raw.title = raw.payload.value(u"title"_s).toString();
    raw.name = raw.payload.value(u"name"_s).toString();
    raw.id = firstOf(raw.payload, kIdKeys);
    raw.stickerId = idText(raw.payload.value(u"sticker_id"_s));
    if (raw.url.isEmpty()) {
        raw.url = firstOf(json, kUrlKeys);
    }
    if (raw.title.isEmpty()) {
        raw.title = json.value(u"title"_s).toString();
    }
    return raw;
}

using Attachments = std::vector<Attachment>;

Attachment with(AttachmentType type, const Raw& raw) {
    Attachment attachment;
    attachment.type = type;
    attachment.url = raw.url;
    attachment.title = raw.title;
    attachment.name = raw.name;
    return attachment;
}

Attachment sticker(const QString& id, const QString& url) {
    Attachment attachment;
    attachment.type = AttachmentType::Sticker;
    attachment.id = id;
    attachment.url = url;
    if (std::any_of(kThumbsUp.begin(), kThumbsUp.end(),
                    [&](const char16_t* thumb) { return id == QStringView(thumb); })) {
        attachment.name = u"\U0001F44D"_s;
    }
    return attachment;
}

Attachments readSticker(const Raw& raw) {
    if (raw.stickerId.isEmpty() && raw.url.isEmpty()) {
        return {};
    }
    return {sticker(raw.stickerId, raw.url)};
}

template <AttachmentType type>
Attachments readMedia(const Raw& raw) {
    if (!raw.stickerId.isEmpty()) {
        return readSticker(raw);
    }
    return raw.url.isEmpty() ? Attachments() : Attachments{with(type, raw)};
}

Attachments readLink(const Raw& raw) {
    Attachment link = with(AttachmentType::Link, raw);
    link.id = raw.id;
    const bool says = !link.url.isEmpty() || !link.title.isEmpty() || !link.id.isEmpty();
    return says ? Attachments{std::move(link)} : Attachments();
}

// Also one that has no address any more: that our story was mentioned is said.
Attachments readStory(const Raw& raw) {
    Attachment story = with(AttachmentType::Story, raw);
    story.id = raw.id;
    return {std::move(story)};
}

Attachments readLocation(const Raw& raw) {
    const QJsonObject place = raw.payload.value(u"coordinates"_s).toObject();
    Attachment location = with(AttachmentType::Location, raw);
    location.latitude = numberIn(place, u"lat");
    location.longitude = numberIn(place, u"long");
    const bool isPlace = location.latitude && location.longitude;
    return isPlace || !raw.title.isEmpty() || !raw.url.isEmpty() ? Attachments{std::move(location)}
                                                                 : Attachments();
}

// {"elements"}, or one level deeper under the template's own word: "product", "generic".
QJsonArray elementsOf(const QJsonObject& payload) {
    QJsonArray elements = payload.value(u"elements"_s).toArray();
    for (const QJsonValue inside : payload) {
        for (const QJsonValue element : inside.toObject().value(u"elements"_s).toArray()) {
            elements.append(element);
        }
    }
    return elements;
}

Attachments readTemplate(const Raw& raw) {
    Attachments cards;
    for (const QJsonValue value : elementsOf(raw.payload)) {
        const QJsonObject element = value.toObject();
        Attachment card;
        card.type = AttachmentType::Template;
        card.id = firstOf(element, std::array{u"retailer_id", u"id"});
        card.title = element.value(u"title"_s).toString();
        card.name = element.value(u"subtitle"_s).toString();
        card.url = firstOf(element, std::array{u"image_url", u"item_url", u"url"});
        cards.push_back(std::move(card));
    }
    if (cards.empty()) {
        cards.push_back(with(AttachmentType::Template, raw));
        if (const auto text = textIn(raw.payload, u"text")) {
            cards.front().title = *text; // above the buttons
        }
    }
    return cards;
}

// Has no payload: it is the heart itself.
Attachments readHeart(const Raw& raw) {
    Attachment heart = sticker({}, raw.url);
    heart.name = u"\u2764\uFE0F"_s;
    return {std::move(heart)};
}

struct Kind {
    const char16_t* word;
    Attachments (*read)(const Raw& raw); // empty: it says nothing
};

constexpr std::array kKinds{
    Kind{u"image", readMedia<AttachmentType::Image>},
    Kind{u"animated_image", readMedia<AttachmentType::Animation>},
    Kind{u"video", readMedia<AttachmentType::Video>},
    Kind{u"audio", readMedia<AttachmentType::Audio>},
    Kind{u"file", readMedia<AttachmentType::File>},
    Kind{u"media", readMedia<AttachmentType::File>}, // which kind it is, it does not say
    Kind{u"sticker", readSticker},
    Kind{u"like_heart", readHeart},
    Kind{u"fallback", readLink},
    Kind{u"share", readLink},
    Kind{u"post", readLink},
    Kind{u"ig_post", readLink},
    Kind{u"reel", readLink},
    Kind{u"ig_reel", readLink},
    Kind{u"story", readStory},
    Kind{u"ig_story", readStory},
    Kind{u"story_mention", readStory},
    Kind{u"location", readLocation},
    Kind{u"template", readTemplate},
};

Attachment unsupported(const QString& word, const Raw& raw) {
    Attachment attachment = with(AttachmentType::Unsupported, raw);
    attachment.what = word.isEmpty() ? u"unknown"_s : word.left(64);
    return attachment;
}

Attachments readOne(const QJsonValue& value) {
    const QJsonObject json = value.toObject();
    const QString word = json.value(u"type"_s).toString();
    const Raw raw = rawOf(json);
    const auto* const known = std::find_if(kKinds.begin(), kKinds.end(), [&](const Kind& kind) {
        return word == QStringView(kind.word);
    });
    Attachments read = known == kKinds.end() ? Attachments() : known->read(raw);
    return read.empty() ? Attachments{unsupported(word, raw)} : read;
}

// Until August 2026 a sticker came twice, as picture and as sticker.
void add(Attachment attachment, Attachments& all) {
    const auto same = std::find_if(all.begin(), all.end(), [&](const Attachment& other) {
        return attachment.type == AttachmentType::Sticker && other.type == attachment.type
               && !attachment.id.isEmpty() && other.id == attachment.id;
    });
    if (same == all.end()) {
        all.push_back(std::move(attachment));
    } else if (same->url.isEmpty()) {
        same->url = attachment.url;
    }
}

// What a link in the text leads to, where the platform has nothing to add to it.
bool isBareFallback(const QJsonValue& value, const QJsonObject& message) {
    const QJsonObject json = value.toObject();
    return json.value(u"type"_s).toString() == "fallback"_L1 && readLink(rawOf(json)).empty()
           && textIn(message, u"text");
}

} // namespace

std::vector<Attachment> attachmentsOf(const QJsonObject& message) {
    const QJsonValue given = message.value(u"attachments"_s);
    QJsonArray list = given.toArray();
    if (!given.isArray() && !given.isNull() && !given.isUndefined()) {
        list.append(given);
    }
    Attachments all;
    for (const QJsonValue value : list) {
        if (isBareFallback(value, message)) {
            all.push_back(with(AttachmentType::Link, {}));
            continue;
        }
        for (Attachment& attachment : readOne(value)) {
            add(std::move(attachment), all);
        }
    }
    if (const QString id = idText(message.value(u"sticker_id"_s)); !id.isEmpty()) {
        add(sticker(id, {}), all);
    }
    return all;
}

} // namespace comanda::messaging
