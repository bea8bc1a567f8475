#include "core/connectors/messaging/write.h"

#include "core/base/json.h"
#include "core/connect/split.h"
#include "core/connectors/graph/parts.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace comanda::messaging {
namespace {

using namespace Qt::StringLiterals;

struct Word {
    const char16_t* emoji;
    const char16_t* word;
};

// The platform's words for reactions; any other sign is sent as it is.
constexpr std::array kReactions{
    Word{u"\u2764\uFE0F", u"love"},  Word{u"\u2764", u"love"},      Word{u"\U0001F44D", u"like"},
    Word{u"\U0001F44E", u"dislike"}, Word{u"\U0001F606", u"smile"}, Word{u"\U0001F620", u"angry"},
    Word{u"\U0001F622", u"sad"},     Word{u"\U0001F62E", u"wow"},
};

qsizetype codePoints(QStringView text) {
    return connect::lengthIn(TextUnit::CodePoints, text);
}

bool fits(const FileKind& kind, const QString& mime) {
    const QStringView wanted(kind.mime);
    return wanted.isEmpty() || wanted.endsWith(u'/') ? mime.startsWith(wanted) : mime == wanted;
}

// Somebody who came by a plug-in on a website has no id yet.
QJsonObject recipientOf(const Manner& manner, const OutgoingMessage& message) {
    const bool bare = !message.ids.contains(QString::fromUtf16(manner.personId))
                      && message.ids.value(u"user_ref"_s) == message.conversationKey;
    return {{bare ? u"user_ref"_s : u"id"_s, message.conversationKey}};
}

bool fitQuickReplies(const Manner& manner, const OutgoingMessage& message) {
    const bool each =
        std::all_of(message.buttons.begin(), message.buttons.end(), [](const Button& button) {
            return !button.title.isEmpty() && codePoints(button.title) <= kQuickReplyTitleMax
                   && !button.id.isEmpty() && button.id.size() <= kQuickReplyPayloadMax;
        });
    const bool any = !message.buttons.empty() && !message.text.trimmed().isEmpty();
    return any && each && message.buttons.size() <= kQuickRepliesMax && manner.textMax > 0;
}

QJsonArray quickReplies(const std::vector<Button>& buttons) {
    QJsonArray replies;
    for (const Button& button : buttons) {
        replies.append(QJsonObject{
            {u"content_type"_s, u"text"_s}, {u"title"_s, button.title}, {u"payload"_s, button.id}});
    }
    return replies;
}

// Neither platform lets a shop send a place: its words, and a link to a map.
QString placeInWords(const Attachment& place) {
    QStringList lines{place.title, place.address};
    if (place.latitude && place.longitude) {
        lines.append(u"https://maps.google.com/?q="_s + QString::number(*place.latitude, 'f', 6)
                     + u',' + QString::number(*place.longitude, 'f', 6));
    }
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString textOf(const Manner& manner, const OutgoingMessage& message, bool withFile) {
    QString text = fitQuickReplies(manner, message)
                       ? message.text
                       : graph::withChoices(message.text, message.buttons);
    if (message.media && !withFile) {
        const QString place = placeInWords(*message.media);
        text = text.isEmpty() || place.isEmpty() ? text + place : text + u'\n' + place;
    }
    return text;
}

// The "message" of each part.
Result<std::vector<QJsonObject>> contents(const Manner& manner, const OutgoingMessage& message,
                                          const std::optional<graph::UploadedFile>& file) {
    std::vector<QJsonObject> parts;
    const bool withFile = file && message.media;
    if (withFile) {
        const Result<QString> type = fileType(manner, file->file.mime, file->file.size);
        if (!type) {
            return fail(type.error());
        }
        const QJsonObject payload{{u"attachment_id"_s, file->id}};
        parts.push_back(
            {{u"attachment"_s, QJsonObject{{u"type"_s, *type}, {u"payload"_s, payload}}}});
    }
    const QString text = textOf(manner, message, withFile);
    for (const QString& piece : connect::splitText(text, manner.textMax, manner.unit)) {
        parts.push_back({{u"text"_s, piece}});
    }
    if (!parts.empty() && fitQuickReplies(manner, message)) {
        parts.back().insert(u"quick_replies"_s, quickReplies(message.buttons));
    }
    return parts;
}

QJsonObject envelope(const Manner& manner, const OutgoingMessage& message) {
    QJsonObject body{{u"recipient"_s, recipientOf(manner, message)}};
    if (message.humanAgent) {
        body.insert(u"messaging_type"_s, u"MESSAGE_TAG"_s);
        body.insert(u"tag"_s, u"HUMAN_AGENT"_s);
    } else if (manner.saysType) {
        body.insert(u"messaging_type"_s, u"RESPONSE"_s);
    }
    return body;
}

void addReferences(const QString& reference, std::vector<QJsonObject>& parts) {
    for (std::size_t i = 0; i < parts.size() && !reference.isEmpty(); ++i) {
        const QString metadata = graph::partReference(reference, i + 1, parts.size());
        if (metadata.size() <= kMetadataMax) {
            parts[i].insert(u"metadata"_s, metadata);
        }
    }
}

QJsonObject reaction(const Manner& manner, const OutgoingMessage& message) {
    const QString& emoji = message.reaction;
    QJsonObject payload{{u"message_id"_s, message.reactionTo}};
    if (!emoji.isEmpty()) {
        const auto* const known =
            std::find_if(kReactions.begin(), kReactions.end(),
                         [&](const Word& one) { return emoji == QStringView(one.emoji); });
        payload.insert(u"reaction"_s,
                       known == kReactions.end() ? emoji : QString::fromUtf16(known->word));
    }
    return {{u"recipient"_s, recipientOf(manner, message)},
            {u"sender_action"_s, emoji.isEmpty() ? u"unreact"_s : u"react"_s},
            {u"payload"_s, payload}};
}

// What the platform has no call for; empty: it can be said.
QString impossible(const Manner& manner, const OutgoingMessage& message) {
    if (!message.editOf.isEmpty()) {
        return u"meta.cannot_edit"_s;
    }
    if (!message.deleteOf.isEmpty()) {
        return u"meta.cannot_delete"_s;
    }
    if (!message.reactionTo.isEmpty() && !manner.reactions) {
        return u"meta.cannot_react"_s;
    }
    return message.conversationKey.isEmpty() ? u"meta.no_recipient"_s : QString();
}

} // namespace

Result<QString> fileType(const Manner& manner, const QString& mime, qint64 size) {
    const QString bare = mime.section(u';', 0, 0).trimmed().toLower();
    const auto found = std::find_if(manner.files.begin(), manner.files.end(),
                                    [&](const FileKind& kind) { return fits(kind, bare); });
    if (found == manner.files.end()) {
        return fail(ErrorKind::Invalid, QString::fromUtf16(manner.otherFiles), bare);
    }
    if (size > found->max) {
        return fail(ErrorKind::Rejected, QString::fromUtf16(found->tooLarge));
    }
    return QString::fromUtf16(found->type);
}

Result<std::vector<net::FormPart>> uploadForm(const Manner& manner, const graph::SendFile& file) {
    const Result<QString> type = fileType(manner, file.mime, file.size);
    if (!type) {
        return fail(type.error());
    }
    const QJsonObject payload{{u"is_reusable"_s, true}};
    const QJsonObject attachment{{u"type"_s, *type}, {u"payload"_s, payload}};
    std::vector<net::FormPart> form;
    net::FormPart message;
    message.name = "message";
    message.value = toCompactJson({{u"attachment"_s, attachment}});
    form.push_back(std::move(message));
    if (manner.uploadFor != nullptr) {
        net::FormPart platform;
        platform.name = "platform";
        platform.value = QString::fromUtf16(manner.uploadFor).toUtf8();
        form.push_back(std::move(platform));
    }
    net::FormPart data;
    data.name = "filedata";
    data.fileName = file.name.toUtf8();
    data.contentType = file.mime.toUtf8();
    data.filePath = file.path;
    form.push_back(std::move(data));
    return form;
}

Result<std::vector<QJsonObject>> write(const Manner& manner, const OutgoingMessage& message,
                                       const std::optional<graph::UploadedFile>& file) {
    if (const QString why = impossible(manner, message); !why.isEmpty()) {
        return fail(ErrorKind::Invalid, why);
    }
    if (!message.reactionTo.isEmpty()) {
        return std::vector<QJsonObject>{reaction(manner, message)};
    }
    Result<std::vector<QJsonObject>> parts = contents(manner, message, file);
    if (!parts) {
        return parts;
    }
    if (parts->empty()) {
        return fail(ErrorKind::Invalid, u"send.empty"_s);
    }
    if (manner.metadata) {
        addReferences(message.clientReference, *parts);
    }
    for (QJsonObject& part : *parts) {
        QJsonObject body = envelope(manner, message);
        body.insert(u"message"_s, part);
        part = body;
    }
    if (manner.quotes && !message.replyTo.isEmpty()) {
        parts->front().insert(u"reply_to"_s, QJsonObject{{u"mid"_s, message.replyTo}});
    }
    return parts;
}

QJsonObject writeAction(const QString& conversationKey, const QString& action) {
    return {{u"recipient"_s, QJsonObject{{u"id"_s, conversationKey}}},
            {u"sender_action"_s, action}};
}

} // namespace comanda::messaging
