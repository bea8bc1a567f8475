#include "core/connectors/signal/content.h"

#include "core/base/json.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <vector>

namespace comanda::signal {
namespace {

using namespace Qt::StringLiterals;

constexpr QChar kPlaceholder = u'\uFFFC';

// Of a message, but nothing that the person said.
constexpr std::array kAround{
    "timestamp"_L1,
    "expiresInSeconds"_L1,
    "isExpirationUpdate"_L1,
    "expireTimerVersion"_L1,
    "viewOnce"_L1,
    "mentions"_L1,
    "textStyles"_L1,
    "groupInfo"_L1,
    "groupId"_L1,
    "groupV2"_L1,
    "endSession"_L1,
    "profileKeyUpdate"_L1,
    "destination"_L1,
    "destinationNumber"_L1,
    "destinationUuid"_L1,
    "storyContext"_L1,
    "profileKey"_L1,
    "isProfileKeyUpdate"_L1,
    "isEndSession"_L1,
    "destinationName"_L1,
};

// What we know and cannot show, and where it says something in words.
struct Unshown {
    QLatin1StringView key, words;
};

constexpr std::array kUnshown{
    Unshown{"payment"_L1, "note"_L1}, Unshown{"pollCreate"_L1, "question"_L1},
    Unshown{"pollVote"_L1, {}},       Unshown{"pollTerminate"_L1, {}},
    Unshown{"pinMessage"_L1, {}},     Unshown{"unpinMessage"_L1, {}},
    Unshown{"giftBadge"_L1, {}},      Unshown{"groupCallUpdate"_L1, {}},
};

void addUnsupported(const QString& what, Event& event) {
    Attachment attachment;
    attachment.what = what.left(64);
    event.attachments.push_back(std::move(attachment));
}

bool saysSomething(const QJsonValue& value) {
    if (value.isString()) {
        return !value.toString().isEmpty();
    }
    return value.isDouble() || value.toBool() || !value.toArray().isEmpty()
           || !value.toObject().isEmpty();
}

// Every object of a list. A list that is something else, or an item that is, is seen as what it was
// to be.
template <typename Read>
void each(const QJsonObject& data, const QString& key, Event& event, Read read) {
    const QJsonValue list = data.value(key);
    if (!list.isArray()) {
        if (saysSomething(list)) {
            addUnsupported(key, event);
        }
        return;
    }
    for (const QJsonValue item : list.toArray()) {
        if (item.isObject()) {
            read(item.toObject());
        } else {
            addUnsupported(key, event);
        }
    }
}

QString nameIn(const QJsonObject& mention) {
    return textIn(mention, u"name").value_or(idText(mention.value(u"number"_s)));
}

// Each mention stands where the text has a placeholder; from the end, so that places stay true.
QString withNames(QString text, const QJsonArray& mentions) {
    std::vector<std::pair<qint64, QString>> names;
    for (const QJsonValue value : mentions) {
        const QJsonObject mention = value.toObject();
        const QString name = nameIn(mention);
        if (!name.isEmpty()) {
            names.emplace_back(integerIn(mention, u"start").value_or(-1), name);
        }
    }
    std::sort(names.begin(), names.end(),
              [](const auto& a, const auto& b) { return a.first > b.first; });
    for (const auto& [start, name] : names) {
        if (start >= 0 && start < text.size() && text[start] == kPlaceholder) {
            text.replace(start, 1, u'@' + name);
        }
    }
    return text;
}

AttachmentType typeOf(const QString& mime) {
    struct Type {
        QLatin1StringView prefix;
        AttachmentType type;
    };
    static constexpr std::array kTypes{Type{"image/"_L1, AttachmentType::Image},
                                       Type{"video/"_L1, AttachmentType::Video},
                                       Type{"audio/"_L1, AttachmentType::Audio}};
    const auto* const found = std::find_if(kTypes.begin(), kTypes.end(), [&](const Type& one) {
        return mime.startsWith(one.prefix, Qt::CaseInsensitive);
    });
    return found == kTypes.end() ? AttachmentType::File : found->type;
}

Attachment fileFrom(const QJsonObject& json) {
    Attachment file;
    file.mime = json.value(u"contentType"_s).toString();
    file.type = typeOf(file.mime);
    file.id = idText(json.value(u"id"_s));
    file.name = json.value(u"filename"_s).toString();
    file.size = integerIn(json, u"size");
    file.voice = json.value(u"isVoiceNote"_s).toBool() || json.value(u"voiceNote"_s).toBool()
                 || json.value(u"isVoice"_s).toBool();
    return file;
}

// What may be seen once is not ours to keep; the daemon may have left it away already.
void addFiles(const QJsonObject& data, Event& event, QStringList& words) {
    const bool once = data.value(u"viewOnce"_s).toBool();
    const std::size_t before = event.attachments.size();
    each(data, u"attachments"_s, event, [&](const QJsonObject& json) {
        words << json.value(u"caption"_s).toString();
        if (once) {
            addUnsupported(u"view_once"_s, event);
        } else {
            event.attachments.push_back(fileFrom(json));
        }
    });
    if (once && event.attachments.size() == before) {
        addUnsupported(u"view_once"_s, event);
    }
}

void addSticker(const QJsonObject& data, Event& event) {
    const QJsonValue value = data.value(u"sticker"_s);
    if (!value.isObject()) {
        if (saysSomething(value)) {
            addUnsupported(u"sticker"_s, event);
        }
        return;
    }
    const QJsonObject json = value.toObject();
    Attachment sticker;
    sticker.type = AttachmentType::Sticker;
    sticker.title = json.value(u"emoji"_s).toString();
    const QString pack = idText(json.value(u"packId"_s));
    if (!pack.isEmpty()) {
        sticker.id = pack + u':' + idText(json.value(u"stickerId"_s));
    }
    event.attachments.push_back(std::move(sticker));
}

QString contactName(const QJsonObject& contact) {
    const QJsonValue value = contact.value(u"name"_s);
    const QJsonObject name = value.toObject();
    QStringList parts;
    for (const char16_t* key : {u"prefix", u"given", u"middle", u"family", u"suffix"}) {
        parts << name.value(QStringView(key)).toString();
    }
    parts.removeAll(QString());
    const QStringList choices{value.toString(), name.value(u"display"_s).toString(),
                              parts.join(u' '), name.value(u"nickname"_s).toString(),
                              contact.value(u"organization"_s).toString()};
    const auto found = std::find_if(choices.begin(), choices.end(),
                                    [](const QString& one) { return !one.isEmpty(); });
    return found == choices.end() ? QString() : *found;
}

Attachment cardFrom(const QJsonObject& contact) {
    Attachment card;
    card.type = AttachmentType::Contact;
    card.contactName = contactName(contact);
    const QString organization = contact.value(u"organization"_s).toString();
    if (organization != card.contactName) {
        card.title = organization;
    }
    for (const QJsonValue value : contact.value(u"phone"_s).toArray()) {
        const QString number =
            value.isObject() ? idText(value.toObject().value(u"value"_s)) : idText(value);
        if (!number.isEmpty()) {
            card.phones.append(number);
        }
    }
    return card;
}

Attachment linkFrom(const QJsonObject& preview) {
    Attachment link;
    link.type = AttachmentType::Link;
    link.url = preview.value(u"url"_s).toString();
    link.title = textIn(preview, u"title").value_or(preview.value(u"description"_s).toString());
    return link;
}

void addUnshown(const QJsonObject& data, Event& event, QStringList& words) {
    for (const Unshown& kind : kUnshown) {
        const QJsonValue value = data.value(kind.key);
        if (value.isObject() || saysSomething(value)) {
            words << value.toObject().value(kind.words).toString();
            addUnsupported(kind.key, event);
        }
    }
}

// Something is in it, though nothing that we know.
void addUnknown(const QJsonObject& data, Event& event) {
    for (auto it = data.begin(); it != data.end(); ++it) {
        const bool around = std::find(kAround.begin(), kAround.end(), it.key()) != kAround.end();
        if (!around && saysSomething(*it)) {
            addUnsupported(it.key(), event);
            return;
        }
    }
}

} // namespace

bool readContent(const QJsonObject& data, Event& event) {
    QStringList words{
        withNames(data.value(u"message"_s).toString(), data.value(u"mentions"_s).toArray())};
    addFiles(data, event, words);
    addSticker(data, event);
    each(data, u"contacts"_s, event,
         [&](const QJsonObject& json) { event.attachments.push_back(cardFrom(json)); });
    each(data, u"previews"_s, event,
         [&](const QJsonObject& json) { event.attachments.push_back(linkFrom(json)); });
    addUnshown(data, event, words);
    words.removeAll(QString());
    event.text = words.join(u'\n');
    event.hasText = !event.text.isEmpty();
    if (!event.hasText && event.attachments.empty()) {
        addUnknown(data, event);
    }
    return event.hasText || !event.attachments.empty();
}

} // namespace comanda::signal
