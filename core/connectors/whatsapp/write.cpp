#include "core/connectors/whatsapp/write.h"

#include "core/connect/split.h"
#include "core/connectors/graph/parts.h"
#include "core/connectors/whatsapp/identity.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <set>

namespace comanda::whatsapp {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 kMegabyte = 1024 * 1024;
constexpr qint64 kDocumentMax = 100'000'000;
constexpr qint64 kVoiceMax = 512 * 1024; // longer ones lose the play button of a voice note

struct Playable {
    const char16_t* mime;
    MediaKind kind;
    qint64 max;
};

constexpr std::array kPlayable{
    Playable{u"image/jpeg", MediaKind::Image, 5 * kMegabyte},
    Playable{u"image/png", MediaKind::Image, 5 * kMegabyte},
    Playable{u"video/mp4", MediaKind::Video, 16 * kMegabyte},
    Playable{u"video/3gpp", MediaKind::Video, 16 * kMegabyte},
    Playable{u"audio/aac", MediaKind::Audio, 16 * kMegabyte},
    Playable{u"audio/amr", MediaKind::Audio, 16 * kMegabyte},
    Playable{u"audio/mpeg", MediaKind::Audio, 16 * kMegabyte},
    Playable{u"audio/mp4", MediaKind::Audio, 16 * kMegabyte},
    Playable{u"audio/ogg", MediaKind::Audio, 16 * kMegabyte},
};

qsizetype codePoints(QStringView text) {
    return connect::lengthIn(TextUnit::CodePoints, text);
}

Result<QJsonObject> recipient(const OutgoingMessage& message) {
    QJsonObject to{{u"messaging_product"_s, u"whatsapp"_s}, {u"recipient_type"_s, u"individual"_s}};
    const QString& key = message.conversationKey;
    const bool keyIsNumber = !key.isEmpty() && digitsOf(key) == key;
    QString phone = digitsOf(message.ids.value(u"phone"_s));
    if (phone.isEmpty() && keyIsNumber) {
        phone = key;
    }
    const QString bsuid = isBsuid(key) ? key : message.ids.value(u"bsuid"_s);
    if (!key.isEmpty() && !keyIsNumber && !isBsuid(key)) {
        return fail(ErrorKind::Invalid, u"whatsapp.group_read_only"_s);
    }
    if (!phone.isEmpty()) {
        to.insert(u"to"_s, phone);
    } else if (!bsuid.isEmpty()) {
        to.insert(u"recipient"_s, bsuid);
    } else {
        return fail(ErrorKind::Invalid, u"whatsapp.no_recipient"_s);
    }
    return to;
}

struct ChoiceLimits {
    std::size_t count;
    int title, id;
};
constexpr ChoiceLimits kAsButtons{kButtonsMax, kButtonTitleMax, kButtonIdMax};
constexpr ChoiceLimits kAsRows{kRowsMax, kRowTitleMax, kRowIdMax};

bool fitChoices(const OutgoingMessage& message, const ChoiceLimits& limits) {
    std::set<QString> ids;
    std::set<QString> titles;
    const bool each =
        std::all_of(message.buttons.begin(), message.buttons.end(), [&](const Button& button) {
            return !button.title.isEmpty() && codePoints(button.title) <= limits.title
                   && !button.id.isEmpty() && button.id.size() <= limits.id
                   && button.id == button.id.trimmed() && ids.insert(button.id).second
                   && titles.insert(button.title).second;
        });
    return each && !message.buttons.empty() && message.buttons.size() <= limits.count
           && !message.text.isEmpty() && codePoints(message.text) <= kInteractiveTextMax;
}

QJsonObject interactive(const QString& type, const QString& text, const QJsonObject& action) {
    return {{u"type"_s, u"interactive"_s},
            {u"interactive"_s, QJsonObject{{u"type"_s, type},
                                           {u"body"_s, QJsonObject{{u"text"_s, text}}},
                                           {u"action"_s, action}}}};
}

QJsonObject asButtons(const OutgoingMessage& message) {
    QJsonArray buttons;
    for (const Button& button : message.buttons) {
        buttons.append(QJsonObject{
            {u"type"_s, u"reply"_s},
            {u"reply"_s, QJsonObject{{u"id"_s, button.id}, {u"title"_s, button.title}}}});
    }
    return interactive(u"button"_s, message.text, {{u"buttons"_s, buttons}});
}

// The list opens behind one button, which needs a word of no language.
QJsonObject asList(const OutgoingMessage& message) {
    QJsonArray rows;
    for (const Button& button : message.buttons) {
        rows.append(QJsonObject{{u"id"_s, button.id}, {u"title"_s, button.title}});
    }
    return interactive(
        u"list"_s, message.text,
        {{u"button"_s, u"☰"_s}, {u"sections"_s, QJsonArray{QJsonObject{{u"rows"_s, rows}}}}});
}

// As buttons or as a list; nullopt: the choices have to be written out.
std::optional<QJsonObject> choicesPart(const OutgoingMessage& message) {
    if (fitChoices(message, kAsButtons)) {
        return asButtons(message);
    }
    return fitChoices(message, kAsRows) ? std::optional(asList(message)) : std::nullopt;
}

QJsonObject askForNumber(const QString& text) {
    return interactive(u"contact_request"_s, text, {{u"name"_s, u"request_contact_info"_s}});
}

QJsonArray templateTexts(const std::vector<TemplateValue>& values, bool named) {
    QJsonArray parameters;
    for (const TemplateValue& value : values) {
        QJsonObject parameter{{u"type"_s, u"text"_s}, {u"text"_s, value.text}};
        if (named) {
            parameter.insert(u"parameter_name"_s, value.hole);
        }
        parameters.append(parameter);
    }
    return parameters;
}

std::optional<MediaKind> headerKind(TemplateHeader header) {
    switch (header) {
    case TemplateHeader::Image:
        return MediaKind::Image;
    case TemplateHeader::Video:
        return MediaKind::Video;
    case TemplateHeader::Document:
        return MediaKind::Document;
    case TemplateHeader::None:
    case TemplateHeader::Text:
        break;
    }
    return std::nullopt;
}

Result<QJsonArray> templateHeader(const OutgoingMessage& message,
                                  const std::optional<graph::UploadedFile>& file) {
    const TemplateUse& use = *message.templated;
    const std::optional<MediaKind> wanted = headerKind(use.header);
    if (!wanted) {
        return templateTexts(use.headerValues, use.named);
    }
    if (!file) {
        return fail(ErrorKind::Invalid, u"template.no_file"_s);
    }
    const Result<MediaKind> kind = mediaKind(file->file.mime, file->file.size);
    if (!kind) {
        return fail(kind.error());
    }
    if (*kind != *wanted) {
        return fail(ErrorKind::Invalid, u"template.wrong_file"_s);
    }
    QJsonObject body{{u"id"_s, file->id}};
    if (*wanted == MediaKind::Document) {
        body.insert(u"filename"_s, file->file.name);
    }
    const QString word = toWord(*wanted);
    return QJsonArray{QJsonObject{{u"type"_s, word}, {word, body}}};
}

Result<QJsonObject> templatePart(const OutgoingMessage& message,
                                 const std::optional<graph::UploadedFile>& file) {
    const TemplateUse& use = *message.templated;
    const Result<QJsonArray> header = templateHeader(message, file);
    if (!header) {
        return fail(header.error());
    }
    QJsonArray components;
    const auto add = [&](QJsonObject component, const QJsonArray& parameters) {
        if (!parameters.isEmpty()) {
            component.insert(u"parameters"_s, parameters);
            components.append(component);
        }
    };
    add({{u"type"_s, u"header"_s}}, *header);
    add({{u"type"_s, u"body"_s}}, templateTexts(use.bodyValues, use.named));
    for (const auto& [button, end] : use.linkEnds) {
        add({{u"type"_s, u"button"_s},
             {u"sub_type"_s, u"url"_s},
             {u"index"_s, QString::number(button)}},
            {QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, end}}});
    }
    QJsonObject body{{u"name"_s, use.name},
                     {u"language"_s, QJsonObject{{u"code"_s, use.language}}}};
    if (!components.isEmpty()) {
        body.insert(u"components"_s, components);
    }
    return QJsonObject{{u"type"_s, u"template"_s}, {u"template"_s, body}};
}

QJsonObject mediaPart(const OutgoingMessage& message, const graph::UploadedFile& uploaded,
                      MediaKind kind, const QString& caption) {
    QJsonObject body{{u"id"_s, uploaded.id}};
    if (!caption.isEmpty()) {
        body.insert(u"caption"_s, caption);
    }
    if (kind == MediaKind::Document && !message.media->name.isEmpty()) {
        body.insert(u"filename"_s, message.media->name);
    }
    if (kind == MediaKind::Audio && message.media->voice && uploaded.file.size <= kVoiceMax) {
        body.insert(u"voice"_s, true);
    }
    const QString word = toWord(kind);
    return {{u"type"_s, word}, {word, body}};
}

QJsonObject locationPart(const Attachment& place) {
    QJsonObject body{{u"latitude"_s, *place.latitude}, {u"longitude"_s, *place.longitude}};
    if (!place.title.isEmpty()) {
        body.insert(u"name"_s, place.title);
    }
    if (!place.address.isEmpty()) {
        body.insert(u"address"_s, place.address);
    }
    return {{u"type"_s, u"location"_s}, {u"location"_s, body}};
}

void addTexts(const QString& text, std::vector<QJsonObject>& parts) {
    for (const QString& piece : connect::splitText(text, kTextMax, TextUnit::CodePoints)) {
        parts.push_back({{u"type"_s, u"text"_s},
                         {u"text"_s, QJsonObject{{u"preview_url"_s, false}, {u"body"_s, piece}}}});
    }
}

Result<std::vector<QJsonObject>> contentParts(const OutgoingMessage& message,
                                              const std::optional<graph::UploadedFile>& file) {
    std::vector<QJsonObject> parts;
    const std::optional<QJsonObject> choices = choicesPart(message);
    const QString text = choices ? message.text : graph::withChoices(message.text, message.buttons);
    bool captioned = false;
    if (file && message.media) {
        const Result<MediaKind> kind = mediaKind(file->file.mime, file->file.size);
        if (!kind) {
            return fail(kind.error());
        }
        captioned = !choices && *kind != MediaKind::Audio && codePoints(text) <= kCaptionMax;
        parts.push_back(mediaPart(message, *file, *kind, captioned ? text : QString()));
    } else if (message.media && message.media->latitude && message.media->longitude) {
        parts.push_back(locationPart(*message.media));
    }
    if (choices) {
        parts.push_back(*choices);
    } else if (!captioned) {
        addTexts(text, parts);
    }
    return parts;
}

void addReferences(const QString& reference, std::vector<QJsonObject>& parts) {
    for (std::size_t i = 0; i < parts.size() && !reference.isEmpty(); ++i) {
        const QString data = graph::partReference(reference, i + 1, parts.size());
        if (data.size() <= kReferenceMax) {
            parts[i].insert(u"biz_opaque_callback_data"_s, data);
        }
    }
}

QJsonObject merged(QJsonObject into, const QJsonObject& from) {
    for (auto it = from.begin(); it != from.end(); ++it) {
        into.insert(it.key(), it.value());
    }
    return into;
}

} // namespace

Result<MediaKind> mediaKind(const QString& mime, qint64 size) {
    const QString bare = mime.section(u';', 0, 0).trimmed().toLower();
    const auto* const found =
        std::find_if(kPlayable.begin(), kPlayable.end(),
                     [&](const Playable& playable) { return bare == QStringView(playable.mime); });
    if (found != kPlayable.end()) {
        const bool picture = found->kind == MediaKind::Image;
        return size <= found->max
                   ? Result<MediaKind>(found->kind)
                   : fail(ErrorKind::Rejected, picture ? u"whatsapp.picture_too_large"_s
                                                       : u"whatsapp.video_too_large"_s);
    }
    for (const QLatin1StringView family : {"image/"_L1, "video/"_L1, "audio/"_L1}) {
        if (bare.startsWith(family)) {
            return fail(ErrorKind::Rejected, u"whatsapp.file_kind"_s, bare);
        }
    }
    return size <= kDocumentMax ? Result<MediaKind>(MediaKind::Document)
                                : fail(ErrorKind::Rejected, u"media.too_large"_s);
}

QString toWord(MediaKind kind) {
    switch (kind) {
    case MediaKind::Image:
        return u"image"_s;
    case MediaKind::Video:
        return u"video"_s;
    case MediaKind::Audio:
        return u"audio"_s;
    case MediaKind::Document:
        return u"document"_s;
    }
    Q_UNREACHABLE();
}

Result<std::vector<net::FormPart>> uploadForm(const graph::SendFile& file) {
    if (const Result<MediaKind> kind = mediaKind(file.mime, file.size); !kind) {
        return fail(kind.error());
    }
    std::vector<net::FormPart> form(3);
    form[0].name = "messaging_product";
    form[0].value = "whatsapp";
    form[1].name = "type";
    form[1].value = file.mime.toUtf8();
    form[2].name = "file";
    form[2].fileName = file.name.toUtf8();
    form[2].contentType = file.mime.toUtf8();
    form[2].filePath = file.path;
    return form;
}

Result<std::vector<QJsonObject>> write(const OutgoingMessage& message,
                                       const std::optional<graph::UploadedFile>& file) {
    if (!message.editOf.isEmpty()) {
        return fail(ErrorKind::Invalid, u"whatsapp.cannot_edit"_s);
    }
    if (!message.deleteOf.isEmpty()) {
        return fail(ErrorKind::Invalid, u"whatsapp.cannot_delete"_s);
    }
    const Result<QJsonObject> to = recipient(message);
    if (!to) {
        return fail(to.error());
    }
    std::vector<QJsonObject> parts;
    if (message.templated) {
        auto part = templatePart(message, file);
        if (!part) {
            return fail(part.error());
        }
        parts.push_back(std::move(*part));
    } else if (message.asksNumber) {
        parts.push_back(askForNumber(message.text));
    } else if (message.reactionTo.isEmpty()) {
        auto contents = contentParts(message, file);
        if (!contents) {
            return contents;
        }
        parts = std::move(*contents);
    } else {
        parts.push_back({{u"type"_s, u"reaction"_s},
                         {u"reaction"_s, QJsonObject{{u"message_id"_s, message.reactionTo},
                                                     {u"emoji"_s, message.reaction}}}});
    }
    if (parts.empty()) {
        return fail(ErrorKind::Invalid, u"send.empty"_s);
    }
    for (QJsonObject& part : parts) {
        part = merged(*to, part);
    }
    if (!message.replyTo.isEmpty() && message.reactionTo.isEmpty()) {
        parts.front().insert(u"context"_s, QJsonObject{{u"message_id"_s, message.replyTo}});
    }
    addReferences(message.clientReference, parts);
    return parts;
}

QJsonObject writeRead(const QString& externalId) {
    return {{u"messaging_product"_s, u"whatsapp"_s},
            {u"status"_s, u"read"_s},
            {u"message_id"_s, externalId}};
}

QJsonObject writeTyping(const QString& externalId) {
    QJsonObject body = writeRead(externalId);
    body.insert(u"typing_indicator"_s, QJsonObject{{u"type"_s, u"text"_s}});
    return body;
}

} // namespace comanda::whatsapp
