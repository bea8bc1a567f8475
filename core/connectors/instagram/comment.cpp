#include "core/connectors/instagram/comment.h"

#include "core/base/json.h"
#include "core/connectors/messaging/item.h"

namespace comanda::instagram {
namespace {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

// A comment can be answered in public without end, and privately for so long, whatever the window
// of a conversation is.
constexpr Millis kAnsweredFor = 7 * 24h;

QString idOf(const QJsonObject& comment) {
    const QString id = idText(comment.value(u"id"_s));
    return id.isEmpty() ? idText(comment.value(u"comment_id"_s)) : id;
}

// What the account itself says is nobody's id but ours.
void addAuthor(const QJsonObject& from, Event& event) {
    const QString username = from.value(u"username"_s).toString();
    event.senderId = idText(from.value(u"id"_s));
    event.senderName = textIn(from, u"name").value_or(username);
    if (!event.senderId.isEmpty() && event.senderId == event.account) {
        event.direction = Direction::Out;
        return;
    }
    for (const auto& [kind, value] :
         {std::pair(u"igsid"_s, event.senderId), {u"username"_s, username}}) {
        if (!value.isEmpty()) {
            event.ids.insert(kind, value);
        }
    }
}

// Where it is said; of one that does not say below what, it is a conversation of its own.
QString placeOf(const QJsonObject& comment) {
    const QString media = idText(comment.value(u"media"_s).toObject().value(u"id"_s));
    for (const QString& place :
         {media, idText(comment.value(u"media_id"_s)), idText(comment.value(u"parent_id"_s))}) {
        if (!place.isEmpty()) {
            return place;
        }
    }
    return idOf(comment);
}

Event readComment(const QJsonObject& comment, const QString& account,
                  const std::optional<Time>& notified) {
    Event event;
    event.kind = EventKind::Comment;
    event.account = account;
    event.externalId = idOf(comment);
    event.conversationKey = placeOf(comment);
    if (event.externalId.isEmpty()) {
        return ignored(account, u"a comment that does not say which it is"_s);
    }
    event.eventKey = u"m:"_s + event.externalId;
    event.timestamp = timeFrom(comment.value(u"timestamp"_s));
    addAuthor(comment.value(u"from"_s).toObject(), event);
    if (notified && event.direction == Direction::In) {
        event.windowEnds = *notified + kAnsweredFor;
    }
    event.text = idText(comment.value(u"text"_s));
    event.hasText = !event.text.isEmpty();
    if (!event.hasText) {
        Attachment unsupported;
        unsupported.type = AttachmentType::Unsupported;
        unsupported.what = u"comment"_s;
        event.attachments.push_back(std::move(unsupported));
    }
    event.targetId = idText(comment.value(u"parent_id"_s));
    if (event.targetId != event.conversationKey) { // else it answers the picture, not a comment
        event.replyTo = event.targetId;
    }
    return event;
}

// Known by its content and time, as the platform gives it no id.
Event understood(const graph::Part& part, const QString& account, const QString& reason) {
    Event event = ignored(account, reason);
    const qint64 time = part.entryTime ? toMillis(*part.entryTime) : 0;
    event.eventKey =
        u"i:"_s + part.field + u':'
        + messaging::digestOf(QJsonObject{{u"value"_s, part.value}, {u"time"_s, time}});
    return event;
}

} // namespace

Events readChange(const graph::Part& part, const QString& account) {
    if (part.field == "comments"_L1 || part.field == "live_comments"_L1) {
        return {readComment(part.value, account, part.entryTime)};
    }
    if (part.field == "mentions"_L1) { // carries ids only
        return {understood(part, account,
                           u"mentions: somebody named the account below media "_s
                               + idText(part.value.value(u"media_id"_s)).left(64))};
    }
    if (part.field == "story_insights"_L1) {
        return {understood(part, account, u"story_insights: figures of a story that has ended"_s)};
    }
    return {ignored(account, u"a change that is not read: "_s + part.field.left(64))};
}

} // namespace comanda::instagram
