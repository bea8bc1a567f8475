#include "core/connectors/signal/envelope.h"

#include "core/base/json.h"
#include "core/connectors/signal/message.h"

#include <QCryptographicHash>
#include <QJsonArray>

#include <algorithm>
#include <array>

namespace comanda::signal {
namespace {

using namespace Qt::StringLiterals;

// A notice has no id. The same one repeated has the same content and time.
QString noticeKey(const QJsonObject& envelope) {
    const QByteArray digest =
        QCryptographicHash::hash(toCompactJson(envelope), QCryptographicHash::Sha256);
    return u"i:"_s + QString::fromLatin1(digest.toHex());
}

Header headerFrom(const QJsonObject& envelope, const QString& account) {
    Header header;
    header.account = account;
    header.author = personIn(envelope, u"source"_s);
    header.peer = header.author;
    header.millis = millisIn(envelope, u"timestamp");
    header.noticeKey = noticeKey(envelope);
    header.out = header.author.is(account);
    return header;
}

Event broken(const Header& header, const QString& reason) {
    return ignored(header.account, reason);
}

// The first key with an object or a list behind it that is not `known`; empty: none.
template <typename Known>
QString stranger(const QJsonObject& json, Known known) {
    for (auto it = json.begin(); it != json.end(); ++it) {
        if ((it->isObject() || it->isArray()) && !known(it.key())) {
            return it.key().left(64);
        }
    }
    return {};
}

template <std::size_t N>
auto oneOf(const std::array<QLatin1StringView, N>& words) {
    return [&words](const QString& word) {
        return std::find(words.begin(), words.end(), word) != words.end();
    };
}

Events readDataMessage(const QJsonObject& data, const Header& header) {
    return {readData(data, header)};
}

Events readEditMessage(const QJsonObject& edit, const Header& header) {
    return {readEdit(edit, header)};
}

Event readSent(const QJsonObject& sent, Header header) {
    header.out = true;
    header.peer = personIn(sent, u"destination"_s);
    if (header.author.key().isEmpty()) {
        header.author.number = header.account;
    }
    const QJsonValue edit = sent.value(u"editMessage"_s);
    return edit.isObject() ? readEdit(edit.toObject(), header) : readData(sent, header);
}

// We read it on the phone. That is no news of anything that we sent.
Event readOnPhone(const QJsonObject& read, const Header& header, int place) {
    Header here = header;
    here.peer = personIn(read, u"sender"_s);
    here.noticeKey += u':' + QString::number(place);
    Event event = notice(here, u"a message was read on another device of ours"_s);
    event.targetId = messageId(here.peer, millisIn(read, u"timestamp"), header.account);
    return event;
}

constexpr std::array kKnownSyncs{
    "sentMessage"_L1,     "readMessages"_L1,    "blockedNumbers"_L1,
    "blockedGroupIds"_L1, "blockedContacts"_L1, "sentStoryMessage"_L1,
    "viewedMessages"_L1,  "contacts"_L1,        "groups"_L1,
};

Events readSync(const QJsonObject& sync, const Header& header) {
    Events events;
    const QJsonValue sent = sync.value(u"sentMessage"_s);
    if (sent.isObject()) {
        events.push_back(readSent(sent.toObject(), header));
    } else if (!sent.isNull() && !sent.isUndefined()) {
        events.push_back(broken(header, u"a message sent elsewhere is no readable object"_s));
    }
    int place = 0;
    for (const QJsonValue read : sync.value(u"readMessages"_s).toArray()) {
        events.push_back(readOnPhone(read.toObject(), header, place++));
    }
    const QString unknown = stranger(sync, oneOf(kKnownSyncs));
    if (!unknown.isEmpty()) {
        events.push_back(broken(header, u"from another device of ours, not read: "_s + unknown));
    }
    if (events.empty()) {
        const QString type = sync.value(u"type"_s).toString().left(64);
        events.push_back(notice(header, (u"from another device of ours "_s + type).trimmed()));
    }
    return events;
}

std::optional<DeliveryStatus> statusIn(const QJsonObject& receipt) {
    if (receipt.value(u"isRead"_s).toBool() || receipt.value(u"isViewed"_s).toBool()) {
        return DeliveryStatus::Read;
    }
    return receipt.value(u"isDelivery"_s).toBool() ? std::optional(DeliveryStatus::Delivered)
                                                   : std::nullopt;
}

// A receipt does not say whether the message went to this person or to a group that they are in:
// so none of their ids are given, for they would become the group's.
Event statusEvent(DeliveryStatus status, const QString& millis, const QJsonObject& receipt,
                  const Header& header) {
    Event event;
    event.kind = EventKind::Status;
    event.account = header.account;
    event.direction = Direction::Out;
    event.conversationKey = header.author.key();
    event.senderId = header.author.key();
    event.senderName = header.author.name;
    event.status = status;
    event.externalId = header.account.isEmpty() ? millis : header.account + u':' + millis;
    event.targetId = event.externalId;
    event.eventKey = u"s:"_s + event.externalId + u':' + toWord(status);
    event.timestamp = timeFrom(receipt.value(u"when"_s));
    return event;
}

Events readReceipt(const QJsonObject& receipt, const Header& header) {
    const auto status = statusIn(receipt);
    const QJsonValue list = receipt.value(u"timestamps"_s);
    if (!status || !list.isArray()) {
        return {broken(header, u"a receipt that does not say of what or which"_s)};
    }
    Events events;
    for (const QJsonValue time : list.toArray()) {
        const QString millis = millisIn({{u"time"_s, time}}, u"time");
        events.push_back(millis.isEmpty()
                             ? broken(header, u"a receipt for a message without a time"_s)
                             : statusEvent(*status, millis, receipt, header));
    }
    return events.empty() ? Events{notice(header, u"a receipt for nothing"_s)} : events;
}

Events readTyping(const QJsonObject& typing, const Header& header) {
    Event event = notice(header, u"typing: "_s + typing.value(u"action"_s).toString().left(64));
    if (const auto group = textIn(typing, u"groupId")) {
        event.conversationKey = *group;
    }
    return {event};
}

constexpr std::array kCallsWithoutEffect{"answerMessage"_L1,     "busyMessage"_L1,
                                         "hangupMessage"_L1,     "iceUpdateMessage"_L1,
                                         "iceUpdateMessages"_L1, "opaqueMessage"_L1};

// Customers do call, and nobody here can take it.
Events readCall(const QJsonObject& call, const Header& header) {
    if (call.value(u"offerMessage"_s).isObject()) {
        return {readUnsupported({}, u"call"_s, header)};
    }
    const QString unknown = stranger(call, oneOf(kCallsWithoutEffect));
    return {unknown.isEmpty() ? notice(header, u"a call goes on or ends"_s)
                              : broken(header, u"of a call, not read: "_s + unknown)};
}

Events readStory(const QJsonObject& story, const Header& header) {
    Event event = readUnsupported(story, u"storyMessage"_s, header);
    if (event.kind == EventKind::Message) {
        const QJsonObject file = story.value(u"fileAttachment"_s).toObject();
        Attachment& shown = event.attachments.front();
        shown.type = AttachmentType::Story;
        shown.what.clear();
        shown.id = idText(file.value(u"id"_s));
        shown.mime = file.value(u"contentType"_s).toString();
        shown.size = integerIn(file, u"size");
        event.text = story.value(u"textAttachment"_s).toObject().value(u"text"_s).toString();
        event.hasText = !event.text.isEmpty();
    }
    return {event};
}

struct Content {
    QLatin1StringView key;
    Events (*read)(const QJsonObject& content, const Header& header);
};

constexpr std::array kContents{
    Content{"dataMessage"_L1, readDataMessage}, Content{"editMessage"_L1, readEditMessage},
    Content{"syncMessage"_L1, readSync},        Content{"callMessage"_L1, readCall},
    Content{"storyMessage"_L1, readStory},      Content{"receiptMessage"_L1, readReceipt},
    Content{"typingMessage"_L1, readTyping},
};

bool isContent(const QString& key) {
    return std::any_of(kContents.begin(), kContents.end(),
                       [&](const Content& content) { return key == content.key; });
}

Events contentsOf(const QJsonObject& envelope, const Header& header) {
    Events events;
    for (const Content& content : kContents) {
        const QJsonValue value = envelope.value(content.key);
        if (value.isObject()) {
            const Events some = content.read(value.toObject(), header);
            events.insert(events.end(), some.begin(), some.end());
        } else if (!value.isNull() && !value.isUndefined()) {
            events.push_back(broken(header, content.key + u" is not a readable object"_s));
        }
    }
    const QString unknown = stranger(envelope, isContent);
    if (!unknown.isEmpty()) {
        events.push_back(broken(header, u"an envelope of a kind that is not read: "_s + unknown));
    }
    return events;
}

} // namespace

bool isEnvelope(const QJsonObject& json) {
    return json.contains(u"source"_s) || json.contains(u"sourceUuid"_s)
           || json.contains(u"sourceNumber"_s)
           || std::any_of(kContents.begin(), kContents.end(),
                          [&](const Content& content) { return json.contains(content.key); });
}

Events readEnvelope(const QJsonObject& envelope, const QString& account) {
    const Header header = headerFrom(envelope, account);
    Events events = contentsOf(envelope, header);
    if (events.empty()) {
        const bool says = !header.author.key().isEmpty() && !header.millis.isEmpty();
        events.push_back(says ? notice(header, u"an envelope with nothing in it"_s)
                              : broken(header, u"an envelope that does not say who or when"_s));
    }
    return events;
}

Events readTrouble(const QJsonObject& trouble, const QJsonObject& envelope,
                   const QString& account) {
    const Header header = headerFrom(envelope, account);
    Events events = contentsOf(envelope, header);
    if (!events.empty()) {
        return events;
    }
    const QString type = trouble.value(u"type"_s).toString().left(64);
    const QString words = trouble.value(u"message"_s).toString().left(200);
    if (type == "ProtocolDuplicateMessageException"_L1 || type == "SelfSendException"_L1) {
        return {notice(header, u"an envelope that came before, or our own: "_s + type)};
    }
    Event event = readUnsupported({}, u"undecryptable"_s, header);
    if (event.kind != EventKind::Message) {
        return {broken(header, u"an envelope that cannot be opened: "_s + type + u' ' + words)};
    }
    event.eventKey += u":undecryptable"_s;
    event.externalId.clear(); // it is the message's that may still come
    event.errorCode = type;
    event.errorDetail = words;
    return {event};
}

} // namespace comanda::signal
