#include "core/connectors/telegram/content.h"

#include "core/base/json.h"
#include "core/connectors/telegram/updates.h"
#include "core/connectors/telegram/words.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace comanda::telegram {
namespace {

using namespace Qt::StringLiterals;

// Of a message, but nothing that the person wrote.
constexpr std::array kEnvelope{"message_id"_L1,
                               "from"_L1,
                               "chat"_L1,
                               "date"_L1,
                               "edit_date"_L1,
                               "message_thread_id"_L1,
                               "sender_chat"_L1,
                               "via_bot"_L1,
                               "sender_business_bot"_L1,
                               "author_signature"_L1,
                               "reply_markup"_L1,
                               "sender_boost_count"_L1,
                               "reply_to_message"_L1,
                               "external_reply"_L1,
                               "quote"_L1,
                               "reply_to_story"_L1,
                               "forward_origin"_L1,
                               "media_group_id"_L1,
                               "is_from_offline"_L1,
                               "entities"_L1,
                               "business_connection_id"_L1,
                               "effect_id"_L1,
                               "forward_from"_L1,
                               "caption_entities"_L1,
                               "forward_date"_L1,
                               "forward_chat"_L1,
                               "has_protected_content"_L1,
                               "paid_star_count"_L1,
                               "caption"_L1,
                               "link_preview_options"_L1,
                               "is_topic_message"_L1,
                               "text"_L1,
                               "is_automatic_forward"_L1,
                               "direct_messages_topic"_L1,
                               "reply_to_checklist_task_id"_L1,
                               "forward_from_chat"_L1,
                               "forward_sender_name"_L1,
                               "forward_signature"_L1,
                               "forward_from_message_id"_L1,
                               "show_caption_above_media"_L1,
                               "has_media_spoiler"_L1,
                               "is_paid_post"_L1,
                               "suggested_post_info"_L1};

// Told by Telegram itself.
constexpr std::array kService{"new_chat_members"_L1,
                              "new_chat_member"_L1,
                              "new_chat_participant"_L1,
                              "left_chat_member"_L1,
                              "left_chat_participant"_L1,
                              "new_chat_title"_L1,
                              "new_chat_photo"_L1,
                              "delete_chat_photo"_L1,
                              "group_chat_created"_L1,
                              "supergroup_chat_created"_L1,
                              "channel_chat_created"_L1,
                              "pinned_message"_L1,
                              "migrate_to_chat_id"_L1,
                              "migrate_from_chat_id"_L1,
                              "message_auto_delete_timer_changed"_L1,
                              "write_access_allowed"_L1,
                              "chat_background_set"_L1,
                              "proximity_alert_triggered"_L1,
                              "boost_added"_L1,
                              "forum_topic_created"_L1,
                              "forum_topic_edited"_L1,
                              "forum_topic_closed"_L1,
                              "forum_topic_reopened"_L1,
                              "general_forum_topic_hidden"_L1,
                              "video_chat_started"_L1,
                              "video_chat_ended"_L1,
                              "video_chat_participants_invited"_L1,
                              "video_chat_scheduled"_L1,
                              "general_forum_topic_unhidden"_L1,
                              "connected_website"_L1,
                              "passport_data"_L1,
                              "giveaway_created"_L1,
                              "giveaway_completed"_L1,
                              "paid_message_price_changed"_L1,
                              "direct_message_price_changed"_L1,
                              "chat_owner_left"_L1,
                              "chat_owner_changed"_L1,
                              "suggested_post_approved"_L1,
                              "suggested_post_approval_failed"_L1,
                              "suggested_post_declined"_L1,
                              "suggested_post_paid"_L1,
                              "suggested_post_refunded"_L1};

Attachment file(AttachmentType type, const QJsonObject& object, const QString& mime) {
    Attachment attachment;
    attachment.type = type;
    attachment.id = idText(object.value("file_id"_L1));
    attachment.mime = textIn(object, u"mime_type").value_or(mime);
    attachment.name = object.value("file_name"_L1).toString();
    attachment.size = integerIn(object, u"file_size");
    return attachment;
}

Attachment unsupported(const QString& what) {
    Attachment attachment;
    attachment.what = what;
    return attachment;
}

// A photo that moves; the still picture where it comes along.
std::optional<Attachment> photo(const QJsonValue& value);
std::optional<Attachment> livePhoto(const QJsonObject& message) {
    for (const QJsonValue& still :
         {message.value("photo"_L1), message.value("live_photo"_L1).toObject().value("photo"_L1)}) {
        if (auto picture = photo(still)) {
            return picture;
        }
    }
    Attachment video =
        file(AttachmentType::Video, message.value("live_photo"_L1).toObject(), u"video/mp4"_s);
    return video.id.isEmpty() ? std::nullopt : std::optional(video);
}

// It can be looked at on the phone alone.
std::optional<Attachment> story(const QJsonObject& object) {
    Attachment attachment;
    attachment.type = AttachmentType::Story;
    attachment.id = numberText(object.value("id"_L1));
    const QString owner = object.value("chat"_L1).toObject().value("username"_L1).toString();
    if (attachment.id.isEmpty()) {
        return std::nullopt;
    }
    if (!owner.isEmpty()) {
        attachment.url = u"https://t.me/%1/s/%2"_s.arg(owner, attachment.id);
    }
    return attachment;
}

// Sizes come in ascending order, but the largest is what we want whatever the order.
std::optional<Attachment> photo(const QJsonValue& value) {
    QJsonObject largest;
    double area = -1;
    for (const auto& size : value.toArray()) {
        const QJsonObject object = size.toObject();
        const double its =
            object.value("width"_L1).toDouble() * object.value("height"_L1).toDouble();
        if (!idText(object.value("file_id"_L1)).isEmpty() && its >= area) {
            largest = object;
            area = its;
        }
    }
    if (largest.isEmpty()) {
        return std::nullopt;
    }
    return file(AttachmentType::Image, largest, u"image/jpeg"_s);
}

QString stickerMime(const QJsonObject& sticker) {
    if (sticker.value("is_animated"_L1).toBool()) {
        return u"application/x-tgsticker"_s;
    }
    return sticker.value("is_video"_L1).toBool() ? u"video/webm"_s : u"image/webp"_s;
}

std::optional<Attachment> place(const QJsonObject& location) {
    Attachment attachment;
    attachment.type = AttachmentType::Location;
    attachment.latitude = numberIn(location, u"latitude");
    attachment.longitude = numberIn(location, u"longitude");
    if (!attachment.latitude || !attachment.longitude) {
        return std::nullopt;
    }
    return attachment;
}

std::optional<Attachment> venue(const QJsonObject& object) {
    std::optional<Attachment> attachment = place(object.value("location"_L1).toObject());
    if (attachment) {
        attachment->title = object.value("title"_L1).toString();
        attachment->address = object.value("address"_L1).toString();
    }
    return attachment;
}

std::optional<Attachment> contact(const QJsonObject& object, Event& event) {
    const QString phone = idText(object.value("phone_number"_L1));
    if (phone.isEmpty()) {
        return std::nullopt;
    }
    Attachment attachment;
    attachment.type = AttachmentType::Contact;
    attachment.contactName =
        (object.value("first_name"_L1).toString() + u' ' + object.value("last_name"_L1).toString())
            .trimmed();
    attachment.phones = {phone};
    const QString owner = idText(object.value("user_id"_L1));
    if (!owner.isEmpty() && owner == event.senderId && event.direction == Direction::In) {
        event.ids.insert(u"phone"_s, phone); // their own card, not somebody else's
    }
    return attachment;
}

// A file of a known type, or the word for what came instead.
using Reader = std::optional<Attachment> (*)(const QJsonObject& message, Event& event);

struct Kind {
    QLatin1StringView key;
    Reader read;
};

std::optional<Attachment> fileIn(const QJsonObject& message, QLatin1StringView key,
                                 AttachmentType type, const QString& mime) {
    Attachment attachment = file(type, message.value(key).toObject(), mime);
    return attachment.id.isEmpty() ? std::nullopt : std::optional(attachment);
}

// In this order: later fields are set too for old programs' sake.
constexpr std::array kKinds{
    Kind{"venue"_L1,
         [](const QJsonObject& m, Event&) { return venue(m.value("venue"_L1).toObject()); }},
    Kind{"animation"_L1,
         [](const QJsonObject& m, Event&) {
             return fileIn(m, "animation"_L1, AttachmentType::Animation, u"video/mp4"_s);
         }},
    Kind{"live_photo"_L1, [](const QJsonObject& m, Event&) { return livePhoto(m); }},
    Kind{"photo"_L1, [](const QJsonObject& m, Event&) { return photo(m.value("photo"_L1)); }},
    Kind{"voice"_L1,
         [](const QJsonObject& m, Event&) {
             std::optional<Attachment> voice =
                 fileIn(m, "voice"_L1, AttachmentType::Audio, u"audio/ogg"_s);
             if (voice) {
                 voice->voice = true;
             }
             return voice;
         }},
    Kind{"audio"_L1,
         [](const QJsonObject& m, Event&) {
             return fileIn(m, "audio"_L1, AttachmentType::Audio, u"audio/mpeg"_s);
         }},
    Kind{"video"_L1,
         [](const QJsonObject& m, Event&) {
             return fileIn(m, "video"_L1, AttachmentType::Video, u"video/mp4"_s);
         }},
    Kind{"video_note"_L1,
         [](const QJsonObject& m, Event&) {
             return fileIn(m, "video_note"_L1, AttachmentType::Video, u"video/mp4"_s);
         }},
    Kind{"document"_L1, [](const QJsonObject& m,
                           Event&) { return fileIn(m, "document"_L1, AttachmentType::File, {}); }},
    Kind{"sticker"_L1,
         [](const QJsonObject& m, Event&) {
             const QJsonObject sticker = m.value("sticker"_L1).toObject();
             std::optional<Attachment> attachment =
                 fileIn(m, "sticker"_L1, AttachmentType::Sticker, stickerMime(sticker));
             if (attachment) {
                 attachment->title = sticker.value("emoji"_L1).toString();
             }
             return attachment;
         }},
    Kind{"story"_L1,
         [](const QJsonObject& m, Event&) { return story(m.value("story"_L1).toObject()); }},
    Kind{"location"_L1,
         [](const QJsonObject& m, Event&) { return place(m.value("location"_L1).toObject()); }},
    Kind{"contact"_L1,
         [](const QJsonObject& m, Event& event) {
             return contact(m.value("contact"_L1).toObject(), event);
         }},
};

template <size_t N>
bool isOneOf(const std::array<QLatin1StringView, N>& words, const QString& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

QString firstKeyOutside(const QJsonObject& message) {
    for (auto it = message.begin(); it != message.end(); ++it) {
        if (!isOneOf(kEnvelope, it.key())) {
            return it.key();
        }
    }
    return u"nothing that we know"_s;
}

void readStart(Event& event) {
    if (!event.text.startsWith("/start"_L1)) {
        return;
    }
    const qsizetype space = event.text.indexOf(u' ');
    const QStringView command = QStringView(event.text).left(space < 0 ? event.text.size() : space);
    if (space > 0 && (command == "/start"_L1 || command.startsWith("/start@"_L1))) {
        event.payload = event.text.mid(space + 1).trimmed();
        // Anybody can write this: a hint, and only where it looks like a link's.
        static const QRegularExpression ofLink(u"^[A-Za-z0-9_-]{1,64}$"_s);
        event.origin = ofLink.match(event.payload).hasMatch() ? event.payload : QString();
    }
}

bool readService(const QJsonObject& message, Event& event) {
    const auto service = std::find_if(kService.begin(), kService.end(),
                                      [&](QLatin1StringView key) { return message.contains(key); });
    if (service == kService.end()) {
        return false;
    }
    event.kind = EventKind::Ignored;
    event.reason = u"service message: "_s + *service;
    const QString to = numberText(message.value("migrate_to_chat_id"_L1));
    const QString from = numberText(message.value("migrate_from_chat_id"_L1));
    if (!to.isEmpty() || !from.isEmpty()) {
        const QString now = to.isEmpty() ? event.conversationKey : to;
        event.formerIds = {{u"telegram"_s, from.isEmpty() ? event.conversationKey : from}};
        event.ids = {{u"telegram"_s, now}};
        event.conversationKey = now;
    }
    return true;
}

// A member that is null says no more than one that is absent.
QJsonObject withoutNulls(const QJsonObject& message) {
    QJsonObject clean = message;
    for (auto it = message.begin(); it != message.end(); ++it) {
        if (it->isNull()) {
            clean.remove(it.key());
        }
    }
    return clean;
}

} // namespace

bool readContent(const QJsonObject& json, Event& event) {
    const QJsonObject message = withoutNulls(json);
    if (message.value("web_app_data"_L1).isObject()) {
        const QJsonObject data = message.value("web_app_data"_L1).toObject();
        event.kind = EventKind::Postback;
        event.text = data.value("button_text"_L1).toString();
        event.payload = data.value("data"_L1).toString();
        return true;
    }
    event.text = idText(message.value("text"_L1));
    if (event.text.isEmpty()) {
        event.text = message.value("caption"_L1).toString();
    }
    if (!event.text.isEmpty()) {
        event.hasText = true;
        readStart(event);
    }
    QString unreadable;
    for (const Kind& kind : kKinds) {
        if (!message.contains(kind.key)) {
            continue;
        }
        if (std::optional<Attachment> attachment = kind.read(message, event)) {
            event.attachments.push_back(*attachment);
            return true;
        }
        unreadable = kind.key;
    }
    if (unreadable.isEmpty() && !idText(message.value("text"_L1)).isEmpty()) {
        return true;
    }
    if (unreadable.isEmpty() && readService(message, event)) {
        return false;
    }
    const QString what = unreadable.isEmpty() ? firstKeyOutside(message) : unreadable;
    event.attachments.push_back(unsupported(what));
    if (event.text.isEmpty()) {
        event.text = wordsOf(message, what);
    }
    if (what == "successful_payment"_L1) {
        event.payload = message.value(what).toObject().value("invoice_payload"_L1).toString();
    }
    return true;
}

} // namespace comanda::telegram
