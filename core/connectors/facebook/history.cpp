#include "core/connectors/facebook/history.h"

#include "core/base/json.h"
#include "core/connectors/facebook/feed.h"

#include <QCryptographicHash>

namespace comanda::facebook {
namespace {

using namespace Qt::StringLiterals;

Surroundings surroundings(const QJsonObject& what, const QString& account) {
    Surroundings around;
    around.account = account;
    const QByteArray digest =
        QCryptographicHash::hash(toCompactJson(what), QCryptographicHash::Sha256);
    around.noticeKey = u"i:history:"_s + QString::fromLatin1(digest.toHex());
    return around;
}

// As a webhook would have shown it.
QJsonObject itemOf(const QJsonObject& node, const QString& word, const QString& post) {
    QJsonObject item = node;
    item.insert(u"item"_s, word);
    item.remove(u"verb"_s);
    item.insert(u"post_id"_s, post);
    return item;
}

Event readComment(const QJsonValue& value, const QString& post, const QString& account) {
    if (!value.isObject()) {
        return ignored(account, u"a comment is not a readable object"_s);
    }
    const QJsonObject comment = value.toObject();
    QJsonObject item = itemOf(comment, u"comment"_s, post);
    item.insert(u"comment_id"_s, comment.value(u"id"_s));
    const QString parent = idText(comment.value(u"parent"_s).toObject().value(u"id"_s));
    item.insert(u"parent_id"_s, parent.isEmpty() ? post : parent);
    return readFeed(item, surroundings(comment, account));
}

// Of a post itself only a visitor's is told, as his first comment.
bool isVisitors(const QJsonObject& post, const QString& account) {
    const QString author = idText(post.value(u"from"_s).toObject().value(u"id"_s));
    return !author.isEmpty() && author != account;
}

Events readPost(const QJsonObject& post, const QString& account) {
    const QString id = postIdIn(post, account);
    Events events;
    if (isVisitors(post, account)) {
        events.push_back(readFeed(itemOf(post, u"post"_s, id), surroundings(post, account)));
    }
    for (const QJsonValue comment : listIn(post, u"comments"_s)) {
        events.push_back(readComment(comment, id, account));
    }
    return events;
}

bool isPost(const QJsonObject& node, const QString& account) {
    return node.contains(u"comments"_s)
           || (!account.isEmpty() && idText(node.value(u"id"_s)).startsWith(account + u'_'));
}

// A comment's id begins with its post's.
QString postOfComment(const QJsonObject& comment, const QString& account) {
    const QString id = idText(comment.value(u"id"_s));
    const qsizetype end = id.indexOf(u'_');
    return end > 0 && !account.isEmpty() ? account + u'_' + id.left(end) : QString();
}

} // namespace

QJsonArray listIn(const QJsonObject& object, const QString& key) {
    const QJsonValue value = object.value(key);
    return value.isArray() ? value.toArray() : value.toObject().value(u"data"_s).toArray();
}

QString postIdIn(const QJsonObject& post, const QString& account) {
    const QString id = idText(post.value(u"id"_s));
    const bool bare = !id.isEmpty() && !id.contains(u'_') && !account.isEmpty();
    return bare ? account + u'_' + id : id;
}

std::optional<QJsonObject> historyIn(const QByteArray& body) {
    if (body.contains("\"entry\"") || !body.contains("\"data\"")) {
        return std::nullopt; // spares every webhook a second reading
    }
    const Result<QJsonObject> answer = parseObject(body);
    const bool is = answer && answer->value(u"data"_s).isArray() && !answer->contains(u"object"_s)
                    && !answer->contains(u"field"_s);
    return is ? std::optional(*answer) : std::nullopt;
}

Events readHistory(const QJsonObject& answer, const QString& account) {
    Events events;
    for (const QJsonValue value : answer.value(u"data"_s).toArray()) {
        const QJsonObject node = value.toObject();
        if (!isPost(node, account)) {
            events.push_back(readComment(value, postOfComment(node, account), account));
            continue;
        }
        const QString page =
            account.isEmpty() ? idText(node.value(u"id"_s)).section(u'_', 0, 0) : account;
        for (Event& event : readPost(node, page)) {
            events.push_back(std::move(event));
        }
    }
    if (events.empty()) {
        Event event = ignored(account, u"an answer without comments"_s);
        event.eventKey = surroundings(answer, account).noticeKey;
        return {event};
    }
    return events;
}

} // namespace comanda::facebook
