#include "core/connectors/messaging/report.h"

#include "core/base/json.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace comanda::messaging {
namespace {

using namespace Qt::StringLiterals;

struct Emoji {
    const char16_t* word;
    const char16_t* emoji;
};

// What the platforms draw for a word, where they do not send the emoji with it.
constexpr std::array kEmojis{
    Emoji{u"smile", u"\U0001F606"}, Emoji{u"haha", u"\U0001F606"},
    Emoji{u"angry", u"\U0001F620"}, Emoji{u"anger", u"\U0001F620"},
    Emoji{u"sad", u"\U0001F622"},   Emoji{u"sorry", u"\U0001F622"},
    Emoji{u"wow", u"\U0001F62E"},   Emoji{u"love", u"\u2764\uFE0F"},
    Emoji{u"like", u"\U0001F44D"},  Emoji{u"dislike", u"\U0001F44E"},
    Emoji{u"care", u"\U0001F917"},
};

// The emoji; a word that has none stands for itself. Empty: it says neither.
QString drawn(const QJsonObject& reaction) {
    const QString word = reaction.value(u"reaction"_s).toString();
    if (const auto emoji = textIn(reaction, u"emoji")) {
        return *emoji;
    }
    const auto* const known = std::find_if(kEmojis.begin(), kEmojis.end(), [&](const Emoji& one) {
        return word == QStringView(one.word);
    });
    return known == kEmojis.end() ? word : QString::fromUtf16(known->emoji);
}

void speakOf(const QString& message, Event& event) {
    event.externalId = message;
    event.targetId = message;
}

// Everything up to a time, where no message is named.
Event upTo(Time watermark, const QString& what, Event event) {
    event.timestamp = watermark;
    event.eventKey =
        u"s:"_s + event.conversationKey + u':' + QString::number(toMillis(watermark)) + u':' + what;
    return event;
}

struct Notice {
    const char16_t* member;
    const char16_t* words;
    std::array<const char16_t*, 3> details; // members of the body that say more
};

constexpr std::array kNotices{
    Notice{u"optin", u"opt-in", {u"type", u"ref", u"title"}},
    Notice{u"policy_enforcement", u"policy enforcement", {u"action", u"reason"}},
    Notice{u"pass_thread_control", u"the conversation passes to app", {u"new_owner_app_id"}},
    Notice{u"take_thread_control", u"the conversation is taken by app", {u"new_owner_app_id"}},
    Notice{u"request_thread_control",
           u"the conversation is asked for by app",
           {u"requested_owner_app_id"}},
    Notice{u"app_roles", u"roles of apps", {}},
    Notice{u"account_linking", u"account linking", {u"status"}},
};

} // namespace

Events readEdit(const QJsonObject& edit, const Item& item) {
    const QString id = idText(edit.value(u"mid"_s));
    if (id.isEmpty()) {
        return {item.unread(u"an edit that does not say of which message"_s)};
    }
    Event event = item.event(EventKind::Edit);
    speakOf(id, event);
    event.text = idText(edit.value(u"text"_s));
    event.hasText = !event.text.isEmpty();
    const QString number = idText(edit.value(u"num_edit"_s));
    event.eventKey = u"e:"_s + id + u':' + (number.isEmpty() ? item.keyTime() : number);
    return {event};
}

Events readReaction(const QJsonObject& reaction, const Item& item) {
    Event event = item.event(EventKind::Reaction);
    event.targetId = idText(reaction.value(u"mid"_s));
    if (event.targetId.isEmpty()) {
        return {item.unread(u"a reaction that does not say to which message"_s)};
    }
    const QString action = reaction.value(u"action"_s).toString();
    const bool back = action == "unreact"_L1;
    event.text = back ? QString() : drawn(reaction);
    event.hasText = true;
    const bool known = back || action.isEmpty() || action == "react"_L1;
    if (!known || (!back && event.text.isEmpty())) {
        return {item.unread(u"a reaction that is not known: "_s + action.left(64))};
    }
    event.eventKey = u"r:"_s + event.targetId + u':' + event.senderId + u':' + item.keyTime();
    return {event};
}

Events readDelivery(const QJsonObject& delivery, const Item& item) {
    const auto watermark = timeFrom(delivery.value(u"watermark"_s));
    Events events;
    for (const QJsonValue mid : delivery.value(u"mids"_s).toArray()) {
        const QString id = idText(mid);
        if (id.isEmpty()) {
            events.push_back(item.unread(u"a delivery of a message without an id"_s));
            continue;
        }
        Event event = item.status(DeliveryStatus::Delivered);
        speakOf(id, event);
        event.timestamp = event.timestamp ? event.timestamp : watermark;
        event.eventKey = u"s:"_s + id + u":delivered"_s;
        events.push_back(std::move(event));
    }
    if (events.empty() && watermark && !item.conversation().isEmpty()) {
        return {upTo(*watermark, u"delivered"_s, item.status(DeliveryStatus::Delivered))};
    }
    return events.empty() ? Events{item.unread(u"a delivery that does not say of what"_s)} : events;
}

Events readRead(const QJsonObject& read, const Item& item) {
    Event event = item.event(EventKind::Read);
    if (event.direction == Direction::Out) {
        return {item.understood(u"read"_s, u"the conversation was read elsewhere"_s)};
    }
    const QString id = idText(read.value(u"mid"_s));
    const auto watermark = timeFrom(read.value(u"watermark"_s));
    if (!id.isEmpty()) {
        speakOf(id, event);
        event.timestamp = event.timestamp ? event.timestamp : watermark;
        event.eventKey = u"s:"_s + id + u":read"_s;
        return {event};
    }
    if (watermark && !event.conversationKey.isEmpty()) {
        return {upTo(*watermark, u"read"_s, std::move(event))};
    }
    return {item.unread(u"a receipt that does not say what was read"_s)};
}

std::optional<Event> readNotice(const QString& member, const QJsonObject& body, const Item& item) {
    const auto* const known =
        std::find_if(kNotices.begin(), kNotices.end(),
                     [&](const Notice& notice) { return member == QStringView(notice.member); });
    if (known == kNotices.end()) {
        return std::nullopt;
    }
    QStringList details;
    for (const char16_t* key : known->details) {
        if (key != nullptr) {
            details.append(idText(body.value(QStringView(key))).left(200));
        }
    }
    details.removeAll(QString());
    const QString words = QString::fromUtf16(known->words);
    return item.understood(member,
                           details.isEmpty() ? words : words + u": "_s + details.join(u", "_s));
}

} // namespace comanda::messaging
