#include "core/connectors/messaging/history.h"

#include "core/base/json.h"
#include "core/connectors/messaging/item.h"
#include "core/connectors/messaging/message.h"

#include <array>
#include <iterator>

namespace comanda::messaging {
namespace {

using namespace Qt::StringLiterals;

// A list of the Graph API, or one without its wrapping.
QJsonArray listIn(const QJsonObject& object, const QString& key) {
    const QJsonValue value = object.value(key);
    return value.isArray() ? value.toArray() : value.toObject().value(u"data"_s).toArray();
}

QJsonObject recipientOf(const QJsonObject& message) {
    const QJsonArray to = listIn(message, u"to"_s);
    return to.isEmpty() ? message.value(u"to"_s).toObject() : to.first().toObject();
}

struct Place {
    const char16_t* member; // of the file, with the address in its "url"
    const char16_t* type;
};
constexpr std::array kPlaces{Place{u"image_data", u"image"}, Place{u"video_data", u"video"},
                             Place{u"audio_data", u"audio"}};

QString typeOf(const QString& mime) {
    const QString family = mime.section(u'/', 0, 0);
    const bool known = family == "image"_L1 || family == "video"_L1 || family == "audio"_L1;
    return known ? family : u"file"_s;
}

// As a webhook would have shown it.
QJsonObject attachmentOf(const QJsonObject& file) {
    QString type = typeOf(file.value(u"mime_type"_s).toString());
    QString url = textIn(file, u"file_url").value_or(file.value(u"url"_s).toString());
    for (const Place& place : kPlaces) {
        const QJsonObject data = file.value(QStringView(place.member)).toObject();
        if (const auto found = textIn(data, u"url"); found && url.isEmpty()) {
            type = QString::fromUtf16(place.type);
            url = *found;
        }
    }
    if (url.isEmpty() && file.value(u"type"_s).isString()) {
        return file; // already as a webhook shows it
    }
    return {{u"type"_s, type},
            {u"payload"_s, QJsonObject{{u"url"_s, url}, {u"name"_s, file.value(u"name"_s)}}}};
}

QJsonObject contentOf(const QJsonObject& message) {
    QJsonObject content{{u"mid"_s, message.value(u"id"_s)},
                        {u"text"_s, message.value(u"message"_s)}};
    QJsonArray attachments;
    for (const QJsonValue file : listIn(message, u"attachments"_s)) {
        attachments.append(attachmentOf(file.toObject()));
    }
    if (const auto sticker = textIn(message, u"sticker")) {
        attachments.append(QJsonObject{{u"type"_s, u"sticker"_s},
                                       {u"payload"_s, QJsonObject{{u"url"_s, *sticker}}}});
    }
    if (!attachments.isEmpty()) {
        content.insert(u"attachments"_s, attachments);
    }
    const QJsonObject reply = message.value(u"reply_to"_s).toObject();
    const QString quoted = idText(reply.value(reply.contains(u"mid"_s) ? u"mid"_s : u"id"_s));
    if (!quoted.isEmpty()) {
        content.insert(u"reply_to"_s, QJsonObject{{u"mid"_s, quoted}});
    }
    if (message.value(u"is_unsupported"_s).toBool()) {
        content.insert(u"is_unsupported"_s, true);
    }
    return content;
}

Events readOne(const QJsonValue& value, const QString& account, const Dialect& dialect) {
    if (!value.isObject()) {
        return {ignored(account, u"a message of a conversation is not a readable object"_s)};
    }
    const QJsonObject message = value.toObject();
    const QString id = idText(message.value(u"id"_s));
    if (!id.isEmpty() && !message.contains(u"from"_s)) {
        Event event = ignored(account, u"an older message, of which nothing but the id is told"_s);
        event.eventKey = u"i:history:"_s + id;
        return {event};
    }
    const QJsonObject from = message.value(u"from"_s).toObject();
    const QJsonObject to = recipientOf(message);
    if (idText(from.value(u"id"_s)) != account && idText(to.value(u"id"_s)) != account) {
        return {ignored(account, u"a message of a conversation in which we have no part"_s)};
    }
    const QJsonObject content = contentOf(message);
    const QJsonObject item{{u"sender"_s, from},
                           {u"recipient"_s, to},
                           {u"timestamp"_s, message.value(u"created_time"_s)},
                           {u"message"_s, content}};
    return readMessage(content, Item(item, {account, account, std::nullopt}, dialect));
}

} // namespace

std::optional<QJsonObject> historyIn(const QByteArray& body) {
    if (body.contains("\"entry\"") || !body.contains("\"data\"")) {
        return std::nullopt; // spares every webhook a second reading
    }
    const Result<QJsonObject> answer = parseObject(body);
    const bool is = answer && answer->value(u"data"_s).isArray() && !answer->contains(u"object"_s)
                    && !answer->contains(u"field"_s);
    return is ? std::optional(*answer) : std::nullopt;
}

Events readHistory(const QJsonObject& answer, const QString& account, const Dialect& dialect) {
    Events events;
    for (const QJsonValue conversation : answer.value(u"data"_s).toArray()) {
        if (!conversation.isObject()) {
            events.push_back(ignored(account, u"a conversation is not a readable object"_s));
        }
        for (const QJsonValue message : listIn(conversation.toObject(), u"messages"_s)) {
            Events read = readOne(message, account, dialect);
            std::move(read.begin(), read.end(), std::back_inserter(events));
        }
    }
    if (events.empty()) {
        Event event = ignored(account, u"an answer without messages"_s);
        event.eventKey = u"i:history:"_s + digestOf(answer);
        return {event};
    }
    return events;
}

QJsonArray messagesBetween(const QJsonObject& answer, const QString& account, Time from,
                           Time oursUntil) {
    QJsonArray conversations;
    for (const QJsonValue value : answer.value(u"data"_s).toArray()) {
        QJsonObject conversation = value.toObject();
        QJsonArray some;
        for (const QJsonValue message : listIn(conversation, u"messages"_s)) {
            const auto written = timeFrom(message[u"created_time"]);
            const bool ours = idText(message[u"from"][u"id"]) == account;
            if (!written || (*written >= from && (!ours || *written < oursUntil))) {
                some.append(message);
            }
        }
        if (!some.isEmpty()) {
            conversation.insert(u"messages"_s, QJsonObject{{u"data"_s, some}});
            conversations.append(conversation);
        }
    }
    return conversations;
}

} // namespace comanda::messaging
