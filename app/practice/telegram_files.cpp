// The sends of TelegramSending that carry a file, a place or a person.
#include "app/practice/telegram_checks.h"
#include "app/practice/telegram_sending.h"

#include <QJsonArray>

namespace comanda::practice {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kPhotoMax = 10 * 1024 * 1024;
constexpr qsizetype kUploadMax = 50 * 1024 * 1024;
constexpr int kPhotoSidesMax = 10000; // width and height together

std::optional<QString> uploadProblem(const Upload& upload, const QString& kind) {
    if (upload.bytes.isEmpty()) {
        return u"file must be non-empty"_s;
    }
    if (kind != u"photo") {
        return upload.bytes.size() > kUploadMax ? std::optional(u"file is too big"_s)
                                                : std::nullopt;
    }
    const PictureSize size = pictureSize(upload.bytes);
    if (upload.bytes.size() > kPhotoMax) {
        return u"file is too big"_s;
    }
    if (size.width == 0) {
        return u"IMAGE_PROCESS_FAILED"_s;
    }
    return size.width + size.height > kPhotoSidesMax ? std::optional(u"PHOTO_INVALID_DIMENSIONS"_s)
                                                     : std::nullopt;
}

QJsonValue contentJson(const QString& kind, const QString& fileId, const StoredFile& file) {
    QJsonObject json = fileJson(fileId, file);
    if (kind == u"photo") {
        const PictureSize size = pictureSize(file.bytes);
        json.insert(u"width"_s, size.width);
        json.insert(u"height"_s, size.height);
        return QJsonArray{json};
    }
    json.insert(u"mime_type"_s, file.mime);
    if (!file.name.isEmpty()) {
        json.insert(u"file_name"_s, file.name);
    }
    return json;
}

} // namespace

std::optional<BotReply> TelegramSending::fileDraft(const Parameters& parameters,
                                                   const QString& kind, const QString& source,
                                                   Draft& draft) {
    QString fileId = source;
    const QString part = source.startsWith(u"attach://") ? source.mid(9)
                         : source.isEmpty()              ? kind
                                                         : QString();
    if (!part.isEmpty()) {
        const auto upload = parameters.files.constFind(part);
        if (upload == parameters.files.constEnd()) {
            return badRequest(u"there is no %1 in the request"_s.arg(kind));
        }
        if (const auto problem = uploadProblem(*upload, kind)) {
            return badRequest(*problem);
        }
        fileId = chats_.keep({upload->bytes, {}, upload->fileName, upload->mime, {}}, random_);
    } else if (source.startsWith(u"http://") || source.startsWith(u"https://")) {
        return badRequest(u"failed to get HTTP URL content"_s); // nothing beyond loopback here
    }
    const auto file = chats_.files.constFind(fileId);
    if (file == chats_.files.constEnd()) {
        return badRequest(u"wrong file identifier/HTTP URL specified"_s);
    }
    draft.entry.kind = kind;
    draft.entry.file = file->bytes;
    draft.entry.fileName = file->name;
    draft.content.insert(kind, contentJson(kind, fileId, *file));
    return std::nullopt;
}

BotReply TelegramSending::sendFile(const Parameters& parameters, const QString& kind) {
    const QString caption = parameters.text(u"caption");
    if (const auto problem = captionProblem(caption)) {
        return badRequest(*problem);
    }
    Draft draft;
    if (auto refusal = fileDraft(parameters, kind, parameters.text(kind), draft)) {
        return *refusal;
    }
    draft.entry.text = caption;
    if (!caption.isEmpty()) {
        draft.content.insert(u"caption"_s, caption);
    }
    return send(parameters, std::move(draft));
}

BotReply TelegramSending::sendPhoto(const Parameters& parameters) {
    return sendFile(parameters, u"photo"_s);
}
BotReply TelegramSending::sendDocument(const Parameters& parameters) {
    return sendFile(parameters, u"document"_s);
}
BotReply TelegramSending::sendVoice(const Parameters& parameters) {
    return sendFile(parameters, u"voice"_s);
}
BotReply TelegramSending::sendAudio(const Parameters& parameters) {
    return sendFile(parameters, u"audio"_s);
}
BotReply TelegramSending::sendVideo(const Parameters& parameters) {
    return sendFile(parameters, u"video"_s);
}
BotReply TelegramSending::sendSticker(const Parameters& parameters) {
    return sendFile(parameters, u"sticker"_s);
}

BotReply TelegramSending::sendMediaGroup(const Parameters& parameters) {
    const QJsonArray media = parameters.nested(u"media").toArray();
    if (media.size() < 2 || media.size() > 10) {
        return badRequest(u"wrong number of media in the album"_s);
    }
    Chat* chat = nullptr;
    if (auto refusal = refuseChat(parameters, chat)) {
        return *refusal;
    }
    std::vector<Draft> drafts;
    const QString album = QString::number(random_.generate64() >> 12);
    for (const QJsonValue item : media) {
        Draft draft;
        const QString kind = item[u"type"].toString();
        const QString source = item[u"media"].toString();
        if (source.isEmpty()) {
            return badRequest(u"media not found"_s);
        }
        if (auto refusal = fileDraft(parameters, kind, source, draft)) {
            return *refusal;
        }
        draft.entry.text = item[u"caption"].toString();
        draft.content.insert(u"media_group_id"_s, album);
        drafts.push_back(std::move(draft));
    }
    if (auto refusal = throttle(*chat)) {
        return *refusal;
    }
    QJsonArray messages;
    for (Draft& draft : drafts) {
        messages.append(commit(*chat, parameters, std::move(draft)));
    }
    return done(messages);
}

BotReply TelegramSending::sendLocation(const Parameters& parameters) {
    const auto latitude = parameters.number(u"latitude");
    const auto longitude = parameters.number(u"longitude");
    if (!latitude || !longitude || std::abs(*latitude) > 90 || std::abs(*longitude) > 180) {
        return badRequest(u"latitude is empty"_s);
    }
    Draft draft;
    draft.entry.kind = u"location"_s;
    draft.content = {
        {u"location"_s, QJsonObject{{u"latitude"_s, *latitude}, {u"longitude"_s, *longitude}}}};
    return send(parameters, std::move(draft));
}

BotReply TelegramSending::sendVenue(const Parameters& parameters) {
    const auto latitude = parameters.number(u"latitude");
    const auto longitude = parameters.number(u"longitude");
    if (!latitude || !longitude || parameters.text(u"title").isEmpty()) {
        return badRequest(u"latitude is empty"_s);
    }
    Draft draft;
    draft.entry.kind = u"venue"_s;
    draft.entry.text = parameters.text(u"title");
    const QJsonObject place{{u"latitude"_s, *latitude}, {u"longitude"_s, *longitude}};
    draft.content = {{u"location"_s, place},
                     {u"venue"_s, QJsonObject{{u"location"_s, place},
                                              {u"title"_s, parameters.text(u"title")},
                                              {u"address"_s, parameters.text(u"address")}}}};
    return send(parameters, std::move(draft));
}

BotReply TelegramSending::sendContact(const Parameters& parameters) {
    const QString phone = parameters.text(u"phone_number");
    const QString name = parameters.text(u"first_name");
    if (phone.isEmpty() || name.isEmpty()) {
        return badRequest(u"phone number is empty"_s);
    }
    Draft draft;
    draft.entry.kind = u"contact"_s;
    draft.entry.text = phone;
    draft.content = {
        {u"contact"_s, QJsonObject{{u"phone_number"_s, phone}, {u"first_name"_s, name}}}};
    return send(parameters, std::move(draft));
}

} // namespace comanda::practice
