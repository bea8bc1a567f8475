#include "core/connectors/facebook/feed.h"

#include "core/base/json.h"
#include "core/connectors/facebook/content.h"

#include <algorithm>
#include <array>

namespace comanda::facebook {
namespace {

using namespace Qt::StringLiterals;

enum class Verb { Add, Edit, Remove, WithoutEffect, Unknown };

struct VerbWord {
    const char16_t* word;
    Verb verb;
};

constexpr std::array kVerbs{
    VerbWord{u"", Verb::Add}, // what is there without a verb is new
    VerbWord{u"add", Verb::Add},
    VerbWord{u"edit", Verb::Edit},
    VerbWord{u"edited", Verb::Edit},
    VerbWord{u"update", Verb::Edit},
    VerbWord{u"delete", Verb::Remove},
    VerbWord{u"remove", Verb::Remove},
    VerbWord{u"hide", Verb::WithoutEffect},
    VerbWord{u"unhide", Verb::WithoutEffect},
    VerbWord{u"block", Verb::WithoutEffect},
    VerbWord{u"unblock", Verb::WithoutEffect},
    VerbWord{u"follow", Verb::WithoutEffect},
    VerbWord{u"unfollow", Verb::WithoutEffect},
    VerbWord{u"mute", Verb::WithoutEffect},
    VerbWord{u"unmute", Verb::WithoutEffect},
};

struct Emoji {
    const char16_t* word;
    const char16_t* emoji;
};

constexpr std::array kEmojis{
    Emoji{u"like", u"👍"},
    Emoji{u"love", u"❤️"},
    Emoji{u"wow", u"😮"},
    Emoji{u"haha", u"😆"},
    Emoji{u"sorry", u"😢"},
    Emoji{u"sad", u"😢"},
    Emoji{u"anger", u"😡"},
    Emoji{u"angry", u"😡"},
    Emoji{u"care", u"🤗"},
    Emoji{u"thankful", u"💐"},
    Emoji{u"pride", u"🏳️‍🌈"},
};

QString verbWord(const QJsonObject& item) {
    return item.value(u"verb"_s).toString();
}

Verb verbOf(const QJsonObject& item) {
    const QJsonValue verb = item.value(u"verb"_s);
    const bool readable = verb.isString() || verb.isNull() || verb.isUndefined();
    const auto* const found = std::find_if(kVerbs.begin(), kVerbs.end(), [&](const VerbWord& one) {
        return verb.toString() == QStringView(one.word);
    });
    return readable && found != kVerbs.end() ? found->verb : Verb::Unknown;
}

// The word itself where no emoji is known for it: an empty text would say "taken back".
QString emojiOf(const QString& word) {
    const auto* const found = std::find_if(kEmojis.begin(), kEmojis.end(), [&](const Emoji& one) {
        return word == QStringView(one.word);
    });
    return found == kEmojis.end() ? word : QStringView(found->emoji).toString();
}

QString secondsOf(const std::optional<Time>& time, const Surroundings& around) {
    const std::optional<Time> known = time ? time : around.notified;
    return known ? QString::number(toMillis(*known) / 1000) : around.noticeKey;
}

// A comment's id begins with its post's, without the page.
QString postOf(const QJsonObject& item, const QString& page) {
    QString post = idText(item.value(u"post_id"_s));
    if (!post.isEmpty()) {
        return post;
    }
    QString inside = idText(item.value(u"post"_s).toObject().value(u"id"_s));
    if (!inside.isEmpty()) {
        return inside;
    }
    const QString comment = idText(item.value(u"comment_id"_s));
    const qsizetype end = comment.indexOf(u'_');
    return end > 0 && !page.isEmpty() ? page + u'_' + comment.left(end) : QString();
}

void addAuthor(const QJsonObject& item, Event& event) {
    const QJsonObject from = item.value(u"from"_s).toObject();
    event.senderId = idText(from.value(u"id"_s));
    if (event.senderId.isEmpty()) {
        event.senderId = idText(item.value(u"sender_id"_s));
    }
    event.senderName = textIn(from, u"name").value_or(item.value(u"sender_name"_s).toString());
    if (event.senderId.isEmpty()) {
        return; // without a page's token Facebook does not say who
    }
    if (event.senderId == event.account) {
        event.direction = Direction::Out;
    } else {
        event.ids.insert(u"facebook"_s, event.senderId);
    }
}

Event begin(const QJsonObject& item, const Surroundings& around) {
    Event event;
    event.account = around.account;
    event.conversationKey = postOf(item, around.account);
    addAuthor(item, event);
    return event;
}

Event broken(const Surroundings& around, const QString& reason) {
    return ignored(around.account, reason);
}

// Understood, and nothing to show.
Event notice(Event event, const Surroundings& around, const QString& reason) {
    event.kind = EventKind::Ignored;
    event.eventKey = around.noticeKey;
    event.reason = reason;
    return event;
}

Event unknownVerb(const QJsonObject& item, const Surroundings& around) {
    return broken(around, item.value(u"item"_s).toString().left(64) + u": the verb \""_s
                              + verbWord(item).left(64) + u"\" is not known"_s);
}

// What happened to a comment or a visitor's post, whose id and conversation `event` has.
Event happened(const QJsonObject& item, Event event, const Surroundings& around) {
    const QString& id = event.externalId;
    switch (verbOf(item)) {
    case Verb::Add:
        event.kind = EventKind::Comment;
        event.eventKey = u"m:"_s + id;
        event.timestamp = timeFrom(item.value(u"created_time"_s));
        readContent(item, event);
        return event;
    case Verb::Edit:
        event.kind = EventKind::Edit;
        event.timestamp = timeFrom(item.value(u"edited_time"_s));
        event.eventKey = u"e:"_s + id + u':' + secondsOf(event.timestamp, around);
        event.targetId = id;
        readContent(item, event);
        return event;
    case Verb::Remove:
        event.kind = EventKind::Delete;
        event.eventKey = u"d:"_s + id;
        event.targetId = id;
        return event;
    case Verb::WithoutEffect:
        event.targetId = id;
        return notice(std::move(event), around,
                      item.value(u"item"_s).toString().left(64) + u": "_s + verbWord(item));
    case Verb::Unknown:
        break;
    }
    return unknownVerb(item, around);
}

// Facebook may name the post with or without the page before it.
bool isPost(const QString& parent, const QString& post) {
    return parent == post || post.endsWith(u'_' + parent);
}

Event readComment(const QJsonObject& item, const Surroundings& around) {
    Event event = begin(item, around);
    event.externalId = idText(item.value(u"comment_id"_s));
    const QString parent = idText(item.value(u"parent_id"_s));
    if (event.externalId.isEmpty()) {
        return broken(around, u"a comment without an id"_s);
    }
    if (event.conversationKey.isEmpty()) {
        event.conversationKey = parent;
    }
    if (event.conversationKey.isEmpty()) {
        return broken(around, u"a comment that does not say on what"_s);
    }
    event.targetId = parent;
    if (!parent.isEmpty() && !isPost(parent, event.conversationKey)) {
        event.replyTo = parent;
    }
    return happened(item, std::move(event), around);
}

QString postIdOf(const QJsonObject& item, const QString& post) {
    if (!post.isEmpty()) {
        return post;
    }
    for (const char16_t* key : {u"photo_id", u"video_id", u"share_id", u"album_id"}) {
        QString id = idText(item.value(QStringView(key)));
        if (!id.isEmpty()) {
            return id;
        }
    }
    return {};
}

Event readPost(const QJsonObject& item, const Surroundings& around) {
    Event event = begin(item, around);
    event.externalId = postIdOf(item, event.conversationKey);
    event.conversationKey = event.externalId;
    if (event.direction == Direction::Out) {
        return notice(std::move(event), around, u"a post of the page itself"_s);
    }
    if (event.externalId.isEmpty()) {
        return broken(around, u"a post without an id"_s);
    }
    return happened(item, std::move(event), around);
}

QString reactionWord(const QJsonObject& item) {
    const QString word = item.value(u"reaction_type"_s).toString().toLower();
    return word.isEmpty() && item.value(u"item"_s).toString() == "like"_L1 ? u"like"_s : word;
}

QString reactionTarget(const QJsonObject& item, const QString& post) {
    const QString comment = idText(item.value(u"comment_id"_s));
    return comment.isEmpty() ? post : comment;
}

Event readReaction(const QJsonObject& item, const Surroundings& around) {
    Event event = begin(item, around);
    const Verb verb = verbOf(item);
    const QString word = reactionWord(item);
    event.targetId = reactionTarget(item, event.conversationKey);
    if (verb == Verb::Unknown) {
        return unknownVerb(item, around);
    }
    if (verb == Verb::WithoutEffect) {
        return notice(std::move(event), around, u"a reaction: "_s + verbWord(item));
    }
    if (event.targetId.isEmpty() && word == "like"_L1) {
        return notice(std::move(event), around, u"a like of the page"_s);
    }
    if (event.targetId.isEmpty() || (word.isEmpty() && verb != Verb::Remove)) {
        return broken(around, u"a reaction that does not say which or to what"_s);
    }
    event.kind = EventKind::Reaction;
    event.timestamp = timeFrom(item.value(u"created_time"_s));
    event.text = verb == Verb::Remove ? QString() : emojiOf(word);
    event.hasText = true;
    event.eventKey = u"r:"_s + event.targetId + u':' + event.senderId + u':'
                     + secondsOf(event.timestamp, around);
    if (verb != Verb::Add) { // its time may be that of the reaction which it changes
        event.eventKey += u':' + verbWord(item) + u':' + word;
    }
    return event;
}

struct ItemWord {
    const char16_t* word;
    Event (*read)(const QJsonObject& item, const Surroundings& around);
};

Event readWithoutEffect(const QJsonObject& item, const Surroundings& around) {
    return notice(begin(item, around), around,
                  u"feed: "_s + item.value(u"item"_s).toString().left(64));
}

constexpr std::array kItems{
    ItemWord{u"comment", readComment},
    ItemWord{u"reaction", readReaction},
    ItemWord{u"like", readReaction},
    ItemWord{u"post", readPost},
    ItemWord{u"status", readPost},
    ItemWord{u"photo", readPost},
    ItemWord{u"video", readPost},
    ItemWord{u"share", readPost},
    ItemWord{u"album", readPost},
    ItemWord{u"photo-album", readPost},
    ItemWord{u"link", readPost},
    ItemWord{u"note", readPost},
    ItemWord{u"question", readPost},
    ItemWord{u"address", readWithoutEffect},
    ItemWord{u"connection", readWithoutEffect},
    ItemWord{u"coupon", readWithoutEffect},
    ItemWord{u"event", readWithoutEffect},
    ItemWord{u"experience", readWithoutEffect},
    ItemWord{u"follow", readWithoutEffect},
    ItemWord{u"group", readWithoutEffect},
    ItemWord{u"interest", readWithoutEffect},
    ItemWord{u"mention", readWithoutEffect},
    ItemWord{u"milestone", readWithoutEffect},
    ItemWord{u"offer", readWithoutEffect},
    ItemWord{u"page", readWithoutEffect},
    ItemWord{u"picture", readWithoutEffect},
    ItemWord{u"platform-story", readWithoutEffect},
    ItemWord{u"profile", readWithoutEffect},
    ItemWord{u"rating", readWithoutEffect},
    ItemWord{u"relationship-status", readWithoutEffect},
    ItemWord{u"story", readWithoutEffect},
    ItemWord{u"tag", readWithoutEffect},
    ItemWord{u"timeline cover", readWithoutEffect},
};

} // namespace

Event readFeed(const QJsonObject& item, const Surroundings& around) {
    const QString word = item.value(u"item"_s).toString();
    const auto* const found = std::find_if(kItems.begin(), kItems.end(), [&](const ItemWord& one) {
        return word == QStringView(one.word);
    });
    if (found != kItems.end()) {
        return found->read(item, around);
    }
    if (word.isEmpty() && item.contains(u"comment_id"_s)) {
        return readComment(item, around);
    }
    return broken(around, u"feed: the item \""_s + word.left(64) + u"\" is not known"_s);
}

} // namespace comanda::facebook
